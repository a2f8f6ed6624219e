"""A file whose pages come again and again: each is held once, and listed as often as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from quizgen.exporters.pdf.file import filled_in, joined

_PAGES = b"@PagesRoot"
"""What stands in the catalog until the number of the list of pages is known."""


def repeated(canvas: Canvas, order: Sequence[int]) -> bytes:
    """The file of a canvas, its pages (counted from 1) in this order; without structure and bookmarks."""
    document = canvas._doc
    names = [f"Page{number}" for number in range(1, document.pageCounter)]
    document._catalog.Pages = _PAGES + b" 0 R"
    data: bytes = document.GetPDFData(canvas)
    first = len(document.numberToId) + 1
    pages = [_page(document, data, name, first) for name in names]
    return joined(document, filled_in(document, data, _PAGES, first), first, _listed(pages, order, first))


def _page(document: Any, data: bytes, name: str, parent: int) -> str:
    """What a file says of a page, as a part of another list of pages."""
    start = data.index(b"<<", document.idToOffset[name])
    said = data[start : data.index(b"endobj", start)].decode("latin-1")
    return re.sub(r"/Parent \d+ 0 R", f"/Parent {parent} 0 R", " ".join(said.split()))


def _listed(pages: Sequence[str], order: Sequence[int], first: int) -> Iterator[str]:
    """The list of pages, numbered `first`, and behind it each page as often as it comes."""
    kids = " ".join(f"{first + place} 0 R" for place in range(1, len(order) + 1))
    yield f"<</Type/Pages/Count {len(order)}/Kids[{kids}]>>"
    yield from (pages[number - 1] for number in order)
