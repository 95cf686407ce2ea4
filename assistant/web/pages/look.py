"""How every page looks to this visitor: language, text size, the shared frame around it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.steps.cite import rendered
from assistant.web.articles import address
from assistant.web.context import Site
from assistant.web.words import Words
from knowledge.language import Language
from knowledge.languages import first, language
from knowledge.types import Basis

WEB = Path(__file__).parent.parent
STATIC = WEB / "static"
SIZES = ("normal", "large", "larger")
PLACES = ("procedures", "policies", "glossary", "about")
_LANGUAGE, _SIZE = "suidao_lang", "suidao_size"
_YEAR = 365 * 24 * 3600
_POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'; "
    "form-action 'self'"
)
_RANGE = re.compile(r"([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([0-9.]{1,5}))?")


@cache
def environment(folder: Path) -> Environment:
    """Return the templates of a folder; everything put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def templates() -> Environment:
    """Return the templates of the pages."""
    return environment(WEB / "templates")


@cache
def asset(name: str) -> str:
    """Return the address of a static file, which changes with the file."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/look/{name}?v={digest}"


@dataclass(frozen=True)
class Look:
    """What a template needs to know of the visitor and of the page's place."""

    site: Site
    language: Language
    words: Words
    size: str
    path: str
    query: Mapping[str, str]
    explained: set[str] = field(default_factory=set)  # terms marked so far on this page

    def text(self, texts: Mapping[str, str]) -> str:
        """Return the sentence in the page's language."""
        return texts[self.language.code]

    def said(self, texts: Mapping[str, str]) -> Markup:
        """Return the sentence with its official words explained."""
        terms = self.site.terms_in(self.language.code, self.language.script)
        return Markup(terms.mark(escape(self.text(texts)), self.explained))

    def day(self, day: date) -> str:
        """Return a date as the language writes it."""
        return self.language.written_date(day)

    def rendered(self, basis: Basis) -> str | None:
        """Return a source in the page's language, where it is published in another."""
        source = self.site.catalogue.sources.get(basis.statute)
        return rendered(source, (basis.article,), self.language)

    def switched(self, **changed: str) -> str:
        """Return this page's address with another language or text size."""
        kept = {k: v for k, v in self.query.items() if k not in {"lang", "size"}}
        return f"{self.path}?{urlencode({**kept, **changed})}"

    def words_after(self, turn: int) -> Words:
        """Return the labels of a language so many places after the page's own in the switch."""
        every = list(self.site.words.values())
        return every[(every.index(self.words) + turn) % len(every)]

    @property
    def languages(self) -> list[Language]:
        """The languages, in the order of the switch."""
        return [language(code) for code in self.site.words]


def look(site: Site, request: Request) -> Look:
    """Return the look that a visitor chose, else the one their browser asks for."""
    asked = request.query_params.get("lang") or request.cookies.get(_LANGUAGE)
    chosen = asked if asked in site.words else None
    spoken = language(chosen) if chosen else _preferred(request, list(site.words))
    size = request.query_params.get("size") or request.cookies.get(_SIZE)
    return Look(
        site=site,
        language=spoken,
        words=site.words[spoken.code],
        size=size if size in SIZES else SIZES[0],
        path=request.url.path,
        query=dict(request.query_params),
    )


def _preferred(request: Request, codes: list[str]) -> Language:
    header = request.headers.get("accept-language", "")[:500]
    ranges = [
        (float(q or 1) if _number(q) else 0.0, tag.lower()) for tag, q in _RANGE.findall(header)
    ]
    known = [first(), *(language(code) for code in codes)]
    for _, tag in sorted(ranges, key=lambda pair: -pair[0]):
        for exact in (True, False):
            for one in known:
                name = one.html.lower()
                if tag in (name, one.code) or (
                    not exact and tag.split("-")[0] in (name.split("-")[0], one.code)
                ):
                    return one
    return first()


def _number(text: str) -> bool:
    return not text or re.fullmatch(r"[01](?:\.\d*)?", text) is not None


def context(site: Site, request: Request, section: str) -> dict[str, object]:
    """Return what the shared frame is filled with."""
    seen = look(site, request)
    return {
        "look": seen,
        "w": seen.words,
        "t": seen.text,
        "section": section,
        "places": PLACES,
        "sizes": SIZES,
        "asset": asset,
    }


def page(
    site: Site,
    request: Request,
    template: str,
    section: str,
    status: int = 200,
    **values: object,
) -> HTMLResponse:
    """Return a page in its frame; a choice made by `?lang=` or `?size=` is remembered."""
    body = templates().get_template(template).render(**context(site, request, section), **values)
    response = HTMLResponse(body, status)
    response.headers["Content-Security-Policy"] = _POLICY
    dress(request, response)
    return response


def dress(request: Request, response: HTMLResponse) -> None:
    """Set the headers and the cookies that every page shares."""
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    for cookie, parameter in ((_LANGUAGE, "lang"), (_SIZE, "size")):
        value = request.query_params.get(parameter, "")
        if re.fullmatch(r"[a-z]{2,8}", value):
            response.set_cookie(cookie, value, max_age=_YEAR, samesite="lax", httponly=True)


def article_url(site: Site, basis: Basis) -> str | None:
    """Return where the article that a point cites can be read, if its statute was taken in."""
    found = site.articles.of(basis, site.catalogue.sources.get(basis.statute), site.today())
    return address(found[0]) if found else None
