"""Names of places in messages, in folded text: Guangzhou's own, and other cities'."""

import re

HERE = "广州|穗|天河|越秀|海珠|荔湾|白云|黄埔|番禺|花都|南沙|从化|增城"
HERE_LATIN = (
    r"guangzhou|\bgz\b|tianhe|yuexiu|haizhu|liwan|baiyun|huangpu|panyu|huadu|nansha"
    "|conghua|zengcheng"
)
ELSEWHERE = (
    "深圳|佛山|东莞|上海|北京|珠海|中山|杭州|成都|武汉|惠州|重庆|南京|长沙|厦门|苏州|天津|西安"
    "|江门|肇庆|汕头|湛江"
)
CITIES = re.compile(
    ELSEWHERE + r"|\b(?:pudong|shenzhen|foshan|dongguan|shanghai|beijing|zhuhai|chengdu|hangzhou)\b"
)
"""Other cities, in folded text."""
