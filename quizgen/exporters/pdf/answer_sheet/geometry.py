"""What the manifest says of an answer sheet: enough to read a scan of it without a template. All measures are in mm
from the top left corner of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen.exporters.pdf.answer_sheet import codes, layout
from quizgen.exporters.pdf.answer_sheet.layout import Page, Point
from quizgen.model import Form


def of_sheet(form: Form, pages: Sequence[Page]) -> Mapping[str, object]:
    """The sheet as plain values; its form and mark are said as they are of its paper."""
    sheet = {"version": codes.VERSION, "pages": [_page(page) for page in pages]}
    return {"form": form.letter, "mark": pages[0].mark, "answer_sheet": sheet}


def _page(page: Page) -> dict[str, object]:
    width, height = layout.SIZES[page.paper]
    return {
        "page": page.number,
        "width": width,
        "height": height,
        "qr": page.payload,
        "code": page.bits,
        "code_boxes": [{**_at(at), "side": layout.BOX} for at in page.boxes],
        "markers": [{"id": id, **_at(at), "side": layout.MARKER} for id, at in enumerate(page.markers)],
        "id_digits": list(_digits(page)),
        "bubbles": list(_bubbles(page)),
        "several": [line.placed.question.id for line in page.lines if line.several],
        "written": list(page.written),
    }


def _at(at: Point) -> dict[str, float]:
    return {"x": round(at.x, 2), "y": round(at.y, 2)}


def _digits(page: Page) -> Iterator[dict[str, object]]:
    for place, column in enumerate(page.id_bubbles):
        for value, at in enumerate(column):
            yield {"place": place, "digit": value, **_at(at), "radius": layout.RADIUS}


def _bubbles(page: Page) -> Iterator[dict[str, object]]:
    """Every bubble of an item, with the index in the bank of the option that it picks."""
    for line in page.lines:
        placed = line.placed
        for bubble in line.bubbles:
            yield {
                "item": placed.question.id,
                "number": placed.number,
                "option": bubble.option,
                "letter": bubble.letter,
                **_at(bubble.at),
                "radius": line.radius,
            }
