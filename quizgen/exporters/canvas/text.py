"""The elements of QTI 1.2 that carry what curators write."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from quizgen.presenting.elements import element


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
