"""What curators write and what explains it, as pieces of HTML for course sites to keep."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from quizgen import markup
from quizgen.presenting.explaining import Told


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
    return "".join(paragraph(line(one)) for one in paragraphs)


def line(one: Told) -> str:
    """What stands in a paragraph that explains: its label, its text, and the address of a source."""
    label = f"<strong>{literal(one.label)}:</strong> " if one.label else ""
    link = f'<br><a href="{escape(one.url)}">{literal(one.url)}</a>' if one.url else ""
    return label + markup.html_of(one.runs) + link
