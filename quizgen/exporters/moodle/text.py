"""The fields of a question in Moodle XML: each has its text in an element of its own."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from quizgen.presenting.elements import Content, element


def html_field(name: str, html: str, *more: Content, fraction: str | None = None) -> Element:
    """A field in HTML: as text, so that it is escaped once; an answer also has what it is worth, in percent."""
    worth = {} if fraction is None else {"fraction": fraction}
    return element(name, {**worth, "format": "html"}, text(html), *more)


def typed(answer: str, *more: Content, fraction: str = "100") -> Element:
    """An answer in plain text, as it is typed, and what it is worth."""
    return element("answer", {"fraction": fraction, "format": "plain_text"}, text(answer), *more)


def text(said: str) -> Element:
    """The text of a field."""
    return element("text", None, said)


def setting(name: str, value: object) -> Element:
    """A setting of a question: true and false as Moodle writes them."""
    return element(name, None, str(value).lower() if isinstance(value, bool) else str(value))
