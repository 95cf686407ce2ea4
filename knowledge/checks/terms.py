"""Official terms in the sentences that the glossary does not explain: worth an entry."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.languages import first
from knowledge.written import Note, Written

# Words of the offices that a founder has not heard; what the glossary has is looked up there.
_OFFICIAL = (
    "行政复议 行政诉讼 行政处罚 行政许可 听证 非货币财产 非货币出资 债权申报 破产清算 破产重整 "
    "非正常户 授权委托书 承诺书 告知书 决定书 核准通知书 资产负债表 财产清单 清算报告 清算方案 "
    "股东名册 任职文件 免职文件 债权债务 善意相对人 追认 除权 质押登记 冻结 失信被执行人 "
    "纳税人识别号 税种认定 一般纳税人 小规模纳税人 增值税起征点 代扣代缴 社保登记 工伤保险 "
    "用地性质 规划用途 消防验收 消防备案 环境影响评价 排污许可 危险化学品 特种设备 "
    "自主查询 联合惩戒 分级分类 事中事后监管 双告知 容缺 兜底条款 除外情形"
).split()


def check(content: Written) -> Iterator[Problem]:
    """Note each such term once, where it first stands."""
    code = first().code
    explained = "\n".join(
        "\n".join((term.official[code], *term.said.get(code, ()), term.explain[code]))
        for term in content.catalogue.terms.values()
    )
    for term in _OFFICIAL:
        if term in explained:
            continue
        places = [
            text
            for text in content.texts
            if term in text.texts[code] and f"{term}（" not in text.texts[code]
        ]
        if places:
            line = places[0].located.line((*places[0].place, code))
            times = f"{len(places)} times" if len(places) > 1 else "once"
            rule = f"“{term}” is used {times} and not explained in the glossary"
            yield Note(places[0].located.file, line, rule)
