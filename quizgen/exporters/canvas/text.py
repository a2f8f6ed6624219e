"""What curators write, as the HTML that Canvas keeps, and as the elements of QTI 1.2 that carry it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element

from quizgen import markup
from quizgen.elements import element
from quizgen.explaining import Told


def html(text: str) -> str:
    """A prose field as HTML."""
    return markup.html_of(markup.spans(text))


def literal(text: str) -> str:
    """A text without emphasis as HTML; quotation marks need no escape outside of attributes."""
    return escape(text, quote=False)


def paragraph(html: str) -> str:
    """A paragraph, in the direction it is written in."""
    return f'<p dir="auto">{html}</p>'


def told(paragraphs: Iterable[Told]) -> str:
    """Paragraphs that explain, each with its label in front."""
    return "".join(paragraph(_told(one)) for one in paragraphs)


def _told(one: Told) -> str:
    label = f"<strong>{literal(one.label)}:</strong> " if one.label else ""
    link = f'<br><a href="{escape(one.url)}">{literal(one.url)}</a>' if one.url else ""
    return label + markup.html_of(one.runs) + link


def html_material(html: str) -> Element:
    """Material in HTML: as text, so that it is escaped once."""
    return element("material", None, element("mattext", {"texttype": "text/html"}, html))


def plain_material(text: str) -> Element:
    """Material without markup, for where Canvas shows none."""
    return element("material", None, element("mattext", {"texttype": "text/plain"}, text))


def fields(entries: Iterable[tuple[str, str]]) -> Element:
    """What is said about an item or a quiz, by the names that the importer knows."""
    return element("qtimetadata", None, (_field(label, entry) for label, entry in entries))


def _field(label: str, entry: str) -> Element:
    named = element("fieldlabel", None, label), element("fieldentry", None, entry)
    return element("qtimetadatafield", None, named)
