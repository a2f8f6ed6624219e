"""What stands in markup: every element with its attributes, and what would load, run or lead elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.security.hostile import URL

_ACTING = frozenset(
    str.split("script iframe frame img object embed link base form meta svg math video audio source applet")
)
_LOADING = ("src", "srcset", "srcdoc", "data", "action", "formaction", "poster", "background", "ping", "style")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}))


def elements(markup: str) -> list[tuple[str, dict[str, str]]]:
    """The elements in HTML, in order."""
    reader = _Elements()
    reader.feed(markup)
    reader.close()
    return reader.found


def acting(markup: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """What in HTML would load, run or lead to somewhere else than the brief's address."""
    return [told for tag, attributes in elements(markup) for told in _told(tag, attributes, allowed)]


def _told(tag: str, attributes: dict[str, str], allowed: frozenset[str]) -> Iterator[str]:
    if tag in _ACTING - allowed:
        yield f"<{tag}>"
    for name, value in attributes.items():
        if name.startswith("on") or name in _LOADING or (name.endswith("href") and not is_ours(value)):
            yield f"{name}={value}"


def is_ours(href: str) -> bool:
    """Whether a link leads to the brief's address, or to a file or place beside it."""
    return href == URL or not re.match(r"\s*(?:[a-z][a-z0-9+.\-]*:|//|\\)", href, re.IGNORECASE)
