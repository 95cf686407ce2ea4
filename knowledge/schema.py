"""The shapes of the content files, as policy people write them: an unknown key is refused."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from knowledge.languages import languages
from knowledge.types import Aspect, Basis, Grade

_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_BASIS = re.compile(r"^(?P<statute>.+?)(?:\s+(?P<article>第\S+条(?:之\S+)?(?:第\S+款)?))?$")


def every_language(texts: dict[str, Any]) -> dict[str, Any]:
    """Return what has an entry for each of our languages and no other; ValueError else."""
    for code in languages():
        if not texts.get(code):
            raise ValueError(f"the text in {code} is missing")
    for code in texts:
        if code not in languages():
            raise ValueError(f"{code} is not a language: write {', '.join(languages())}")
    return texts


def _identifier(text: str) -> str:
    if not _ID.match(text):
        raise ValueError("an id is made of small letters, digits and hyphens")
    return text


def parse_basis(text: str) -> Basis:
    """Split 「公司法 第四十七条」 into key and article; the article may be missing."""
    match = _BASIS.match(text.strip())
    assert match is not None  # the pattern takes any text
    return Basis(match["statute"], match["article"])


def bases(lines: list[str]) -> tuple[Basis, ...]:
    """Split each line as `parse_basis` does."""
    return tuple(map(parse_basis, lines))


def _split(line: str, at: str) -> list[str]:
    return [part.strip() for part in re.split(at, line.strip().strip("[]")) if part.strip()]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts = Annotated[dict[str, str], AfterValidator(every_language)]
Phrases = Annotated[dict[str, list[str]], AfterValidator(every_language)]
Identifier = Annotated[str, AfterValidator(_identifier)]
BasisList = Annotated[list[str], BeforeValidator(_as_list)]


class Strict(BaseModel):
    """A shape that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class Spoken(Strict):
    """Something with a line for each language beside its other keys."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @property
    def lines(self) -> dict[str, Any]:
        """The lines that are no key of their own: those by language."""
        return self.__pydantic_extra__ or {}

    @property
    def texts(self) -> dict[str, str]:
        """The sentence by language."""
        return {code: self.lines[code] for code in languages()}

    @model_validator(mode="after")
    def _spoken(self) -> Self:
        known = {f"{part}{code}" for part in ("", "ask.") for code in languages()}
        for key in self.lines:
            if key not in known:
                raise ValueError(f"unknown key {key!r}")
        for code in languages():
            if not isinstance(text := self.lines.get(code), str) or not text.strip():
                raise ValueError(f"the text in {code} is missing")
        return self


class PointLines(Spoken):
    """A point of a policy, as its `- key: value` lines."""

    id: Identifier
    basis: Annotated[list[str], BeforeValidator(lambda line: _split(line, r"[；;，,]"))] = []
    aspects: Annotated[list[Aspect], BeforeValidator(lambda line: _split(line, r"[,，\s]"))] = []
    procedures: Annotated[
        list[Identifier], BeforeValidator(lambda line: _split(line, r"[,，\s]"))
    ] = []
    effective_from: date | None = None
    effective_to: date | None = None
    confirm: bool = False
    case: bool = False
    replaces: Texts | None = None

    @property
    def asks(self) -> dict[str, tuple[str, ...]]:
        """Questions that this point answers, by language."""
        return {
            code: tuple(_split(self.lines.get(f"ask.{code}", ""), r"[|｜]")) for code in languages()
        }


class CardFile(Strict):
    """The policy card."""

    who: Texts
    change: Texts
    do: Texts


class PolicyFile(Strict):
    """`policies/<id>.md`."""

    id: Identifier
    title: Texts
    statute: str
    effective_from: date | None = None
    effective_to: date | None = None
    superseded_by: Identifier | None = None
    grade: Grade
    cases: bool = Field(
        default=False, description="each point speaks of another case: a trade, a kind of shop"
    )
    procedures: list[Identifier]
    card: CardFile
    points: list[PointLines] = Field(min_length=1)


class TermFile(Strict):
    """An entry of glossary.yaml."""

    id: Identifier
    official: Texts
    said: Annotated[dict[str, list[str]], Field()]
    explain: Texts


class KindFile(Strict):
    """An entry of kinds.yaml."""

    id: Identifier
    said: Phrases


class EntranceFile(Strict):
    """An entry of entrances.yaml."""

    id: Identifier
    grade: Grade
    kind: Literal["web", "miniapp", "phone"]
    url: str | None
    name: Texts
    use: Texts


class SourceFile(Strict):
    """An entry of statutes.yaml."""

    key: str
    title: str
    rendered: dict[str, str] = {}
    version: date | None = None
    effective_from: date | None = None
    number: str | None = None
    outdated: bool = False
    kind: Literal["statute", "notice", "report"] = "statute"


class AsideLine(Strict):
    """A line of asides.jsonl."""

    lang: str
    text: str = Field(min_length=1)
    outcome: Literal[
        "illegal",
        "handoff",
        "unanswerable",
        "out_of_scope",
        "injection",
        "greeting",
        "personal_data",
    ]


class VoiceLine(Strict):
    """A line of voices/*.jsonl."""

    procedure: Identifier
    lang: str
    aspects: list[Aspect] = Field(min_length=1)
    text: str = Field(min_length=1)


class ComplaintLine(Strict):
    """A line of complaints/*.jsonl."""

    id: str
    lang: str
    script: Literal["hans", "hant", "latn"]
    text: str = Field(min_length=1)
    channel: Literal["hotline", "chat", "window", "voice"]
    procedures: list[Identifier]
    aspects: list[Aspect] = []
    problem_type: Annotated[str, Field(pattern=r"^[ABC][1-7]$")] | None = None
    wanted: str
    outcome: str | None = None
    clear: bool = True
