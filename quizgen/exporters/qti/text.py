"""What curators write, as the elements that QTI 2.1 borrows from web pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from quizgen.markup import Span, spans
from quizgen.presenting.elements import element
from quizgen.presenting.explaining import Told


def inline(text: str) -> Iterator[Element | str]:
    """A prose field, to stand in a line."""
    return styled(spans(text))


def styled(runs: Iterable[Span]) -> Iterator[Element | str]:
    """Runs with their emphasis."""
    for run in runs:
        piece: Element | str = element("br") if run.text == "\n" else run.text
        if run.emphasis:
            piece = element("em", None, piece)
        yield element("strong", None, piece) if run.strong else piece


def paragraph(text: str) -> Element:
    """A prose field as a paragraph."""
    return element("p", None, *inline(text))


def told(paragraphs: Iterable[Told]) -> Iterator[Element]:
    """Paragraphs that explain, each with its label in front."""
    for one in paragraphs:
        label = (element("strong", None, f"{one.label}:"), " ") if one.label else ()
        link = (element("br"), element("a", {"href": one.url}, one.url)) if one.url else ()
        yield element("p", None, *label, *styled(one.runs), *link)
