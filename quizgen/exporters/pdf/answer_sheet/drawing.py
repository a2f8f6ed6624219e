"""A page of an answer sheet, drawn: black on white, in lines that a photocopier keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizgen import markup
from quizgen.exporters.pdf.answer_sheet import codes, layout, markers
from quizgen.exporters.pdf.answer_sheet.layout import Line, Page, Point
from quizgen.exporters.pdf.answer_sheet.lettering import MM, Text, Type, fitted, width
from quizgen.exporters.pdf.answer_sheet.lettering import Page as Pen
from quizgen.model import Form, Quiz
from quizgen.wording import Wording

COURSE = Type(9)
TITLE = Type(16, strong=True)
TITLE_SMALLER = Type(13, strong=True)
TITLE_SMALL = Type(10.5, 12.5, strong=True)
LABEL = Type(8, strong=True)
FINE = Type(8, 10.5)
SMALLEST = Type(6.2, 7.4)
NUMBER = Type(9, strong=True)
LETTER = Type(7)
FORM = Type(25, strong=True)

_RING = 0.55
"""The line of a bubble, in points: thin, and yet a photocopier keeps it."""
_LETTER_GREY = 0.1
"""Of the letter in a bubble, so that an empty one does not look filled; a copier that knows black alone keeps it."""
_RULE = 98.5
"""From the paper's upper edge to the rule over the answers."""


def draw(canvas: Any, page: Page, quiz: Quiz, form: Form, words: Wording, count: int) -> None:
    """Draw a page of `count`; the canvas is at the start of a page of this paper."""
    pen = Pen(canvas, layout.SIZES[page.paper][1])
    place = words.page_of.format(page=page.number, pages=count)
    _markers(pen, page)
    _head(pen, page, quiz, form, words, place if count > 1 else "")
    _id_grid(pen, page, words)
    _fields(pen, page, words)
    _how_to(pen, page, words)
    pen.canvas.setLineWidth(_RING)
    pen.canvas.line(pen.x(page.left), pen.y(_RULE), pen.x(page.left + layout.WIDTH), pen.y(_RULE))
    for line in page.lines:
        _line(pen, line)
    _foot(pen, page, quiz, form, words, place)


def _squares(pen: Pen, corners: Iterable[tuple[float, float]], side: float, grey: float) -> None:
    """Fill squares, by their top left corners, as one shape: no seam shows between them."""
    path = pen.canvas.beginPath()
    for x, y in corners:
        path.rect(pen.x(x), pen.y(y + side), side * MM, side * MM)
    pen.canvas.setFillGray(grey)
    pen.canvas.drawPath(path, stroke=0, fill=1)
    pen.canvas.setFillGray(0)


def _markers(pen: Pen, page: Page) -> None:
    cell = layout.MARKER / markers.CELLS
    for id, centre in enumerate(page.markers):
        x, y = centre.x - layout.MARKER / 2, centre.y - layout.MARKER / 2
        _squares(pen, [(x, y)], layout.MARKER, grey=0)
        _squares(pen, [(x + column * cell, y + row * cell) for column, row in markers.white(id)], cell, grey=1)


def _head(pen: Pen, page: Page, quiz: Quiz, form: Form, words: Wording, place: str) -> None:
    """The titles between the upper markers, and the form's letter in a frame."""
    x, box = page.left + layout.MARKER + 5, 15.0
    right = page.left + layout.WIDTH - layout.MARKER - 5
    room = right - box - 6 - x
    told = (words.answer_sheet, *([place] if place else []), markup.plain(quiz.course_title))
    pen.set(fitted(" · ".join(told), [COURSE], room), x, layout.EDGE + 2.9)
    title = fitted(markup.plain(quiz.title), [TITLE, TITLE_SMALLER, TITLE_SMALL], room, lines=2)
    pen.set(title, x, layout.EDGE + (9.6 if title.lines == 1 else 7.6))
    _frame(pen, right - box, layout.EDGE, box, box, 1.2)
    pen.write(words.form, SMALLEST, right - box / 2, layout.EDGE + 3.4, "centre")
    pen.sign(form.letter, FORM, right - box / 2, layout.EDGE + 9)


def _frame(pen: Pen, x: float, y: float, width: float, height: float, weight: float = 0.7) -> None:
    pen.canvas.setLineWidth(weight)
    pen.canvas.rect(pen.x(x), pen.y(y + height), width * MM, height * MM)


def _id_grid(pen: Pen, page: Page, words: Wording) -> None:
    """Boxes to write the digits of a number in, and bubbles below each."""
    across, _ = layout.ID_PITCH
    pen.write(words.id_number, LABEL, page.left, layout.BAND + 2.4)
    pen.write(words.id_how, SMALLEST, page.left + layout.DIGITS * across, layout.BAND + 2.4, "right")
    for column in page.id_bubbles:
        _frame(pen, column[0].x - across / 2, layout.BAND + 4, across, 7)
        for value, at in enumerate(column):
            _ring(pen, at, layout.RADIUS)
            _inside(pen, str(value), at)


def _ring(pen: Pen, at: Point, radius: float) -> None:
    pen.canvas.setLineWidth(_RING)
    pen.canvas.circle(pen.x(at.x), pen.y(at.y), radius * MM)


def _square(pen: Pen, at: Point, half: float) -> None:
    pen.canvas.setLineWidth(_RING)
    side = 2 * half * MM
    pen.canvas.roundRect(pen.x(at.x - half), pen.y(at.y + half), side, side, 0.5 * MM)


def _inside(pen: Pen, letter: str, at: Point) -> None:
    pen.canvas.setFillGray(_LETTER_GREY)
    pen.sign(letter, LETTER, at.x, at.y)
    pen.canvas.setFillGray(0)


def _fields(pen: Pen, page: Page, words: Wording) -> None:
    """Name over section and date: frames to write in, each with its label in the corner."""
    x, right = page.left + layout.FIELDS, page.left + layout.WIDTH
    half = (right - x - 3) / 2
    for label, left, top, wide in (
        (words.name, x, 0.0, right - x),
        (words.section, x, 14.0, half),
        (words.date, right - half, 14.0, half),
    ):
        _frame(pen, left, layout.BAND + top, wide, 11)
        pen.write(label, SMALLEST, left + 1.5, layout.BAND + top + 3)


def _how_to(pen: Pen, page: Page, words: Wording) -> None:
    """How to mark and how to correct, beside the QR code; which items are answered on the paper."""
    x, y = page.left + layout.FIELDS, layout.BAND + 31.5
    room = layout.WIDTH - layout.FIELDS
    _qr(pen, page, page.left + layout.WIDTH, y - 2.6)
    _examples(pen, x, y, words)
    squares = any(line.several for line in page.lines)
    said = f"{words.sheet_change} {words.sheet_several}" if squares else words.sheet_change
    told = Text.of(said, FINE, room - layout.QR - 6)
    pen.set(told, x, y + 6)
    if page.written:
        numbers = words.sheet_written.format(numbers=ranges(page.written))
        pen.set(fitted(numbers, [LABEL, SMALLEST], room, lines=5), x, layout.BAND + 57)


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, as one reads them: `4–6, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _examples(pen: Pen, x: float, baseline: float, words: Wording) -> None:
    """A bubble as it should be filled, and four as they should not."""
    middle = baseline - 1
    pen.write(words.sheet_fill, LABEL, x, baseline)
    x += width(words.sheet_fill, LABEL) + 4.5
    pen.canvas.circle(pen.x(x), pen.y(middle), layout.RADIUS * MM, fill=1)
    x += layout.RADIUS + 6
    pen.write(words.sheet_not, FINE, x, baseline)
    x += width(words.sheet_not, FINE) + 4.5
    for draw in (_tick, _cross, _dot):
        _ring(pen, Point(x, middle), layout.RADIUS)
        pen.canvas.setLineWidth(1)
        draw(pen, x, middle)
        x += 2 * layout.RADIUS + 1.6


def _tick(pen: Pen, x: float, y: float) -> None:
    path = pen.canvas.beginPath()
    path.moveTo(pen.x(x - 1.1), pen.y(y - 0.1))
    path.lineTo(pen.x(x - 0.3), pen.y(y + 1))
    path.lineTo(pen.x(x + 1.6), pen.y(y - 1.9))
    pen.canvas.drawPath(path)


def _cross(pen: Pen, x: float, y: float) -> None:
    for way in (-1, 1):
        pen.canvas.line(pen.x(x - 1.3), pen.y(y - 1.3 * way), pen.x(x + 1.3), pen.y(y + 1.3 * way))


def _dot(pen: Pen, x: float, y: float) -> None:
    pen.canvas.circle(pen.x(x), pen.y(y), 0.7 * MM, fill=1)


def _qr(pen: Pen, page: Page, right: float, top: float) -> None:
    """The QR code, its upper right corner at a point; it needs four of its squares white around it, and has them."""
    squares = codes.qr(page.payload)
    side = layout.QR / len(squares)
    x = right - layout.QR
    black = (
        (x + column * side, top + row * side)
        for row, line in enumerate(squares)
        for column, filled in enumerate(line)
        if filled
    )
    _squares(pen, black, side, grey=0)


def _line(pen: Pen, line: Line) -> None:
    """An item's number and its bubbles."""
    first = line.bubbles[0].at
    pen.write(f"{line.placed.number}", NUMBER, first.x - 4.2, first.y + 1.1, "right")
    shape = _square if line.several else _ring
    for bubble in line.bubbles:
        shape(pen, bubble.at, line.radius)
        _inside(pen, bubble.letter, bubble.at)


def _foot(pen: Pen, page: Page, quiz: Quiz, form: Form, words: Wording, place: str) -> None:
    """The code in boxes, and the same in words."""
    half = layout.BOX / 2
    black = [(at.x - half, at.y - half) for at, bit in zip(page.boxes, page.bits, strict=True) if bit == "1"]
    _squares(pen, black, layout.BOX, grey=0)
    for at in page.boxes:
        _frame(pen, at.x - half, at.y - half, layout.BOX, layout.BOX, 0.5)
    right = page.left + layout.WIDTH - layout.MARKER - 5
    x = page.boxes[-1].x + layout.BOX + 4
    said = f"{words.form} {form.letter} · {place} · {page.mark} · {quiz.id}"
    pen.set(fitted(said, [SMALLEST], right - x, lines=1), x, page.boxes[0].y + 0.8)
    pen.set(fitted(words.sheet_keep_clean, [SMALLEST], right - x, lines=1), x, page.boxes[-1].y + 0.8)
