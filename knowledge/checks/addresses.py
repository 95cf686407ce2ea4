"""Only official addresses are shown: no reprints, no shorteners, no private sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from knowledge.errors import Problem
from knowledge.written import Written

_OFFICIAL = ("gov.cn", "jyfwyun.com")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)+(?:com|cn|net|org|hk|io|top|site|info|xyz|cc)\b[^\s，。；、）)」”\"']*",
    re.IGNORECASE,
)


def check(content: Written) -> Iterator[Problem]:
    """Look at the entrances, and at every address in a text."""
    located = content.named("entrances.yaml")
    for index, entry in enumerate(located.value if located else []):
        if located and (url := entry.get("url")):
            if not url.startswith("https://"):
                yield located.problem((index, "url"), f"{url}: an address begins with https://")
            if not _official(url):
                yield located.problem((index, "url"), _say(url))
    for text in content.texts:
        for code, said in text.texts.items():
            for match in _ADDRESS.finditer(said):
                if not _official(match.group()):
                    yield text.problem(code, _say(match.group()))


def _official(address: str) -> bool:
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return any(host == known or host.endswith(f".{known}") for known in _OFFICIAL)


def _say(address: str) -> str:
    return f"{address} is no official address: only {' and '.join(_OFFICIAL)} are shown"
