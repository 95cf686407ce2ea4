"""Kinds of enterprise that a message names."""

from __future__ import annotations

import pytest

from knowledge.catalogue import load
from knowledge.kinds import Kinds

KINDS = Kinds(load().kinds.values())


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("怎么注销分公司", ["branch"]),
        ("間分公司唔做喇", ["branch"]),
        ("公司下面有两个分公司，注销公司要什么步骤", ["company", "branch"]),
        ("公司股东是一家合伙企业，公司注销要哪些材料", ["company", "partnership"]),
        ("我是公司，不是个体户，改名要什么材料", ["company"]),
        ("my shop is not a company, it is a getihu", ["individual"]),
        ("合伙企业要换合伙人", ["partners-change", "partnership"]),
        ("supply chain of companionship", []),
        ("我們嘅門面搬咗", []),
    ],
)
def test_the_kind_named_last_comes_first(text: str, kinds: list[str]) -> None:
    assert list(KINDS.find(text)) == kinds


def test_without_kinds_none_is_found() -> None:
    assert Kinds([]).find("公司") == ()
