"""A page of an answer sheet, drawn: black on white, in lines that a photocopier keeps.

What is read aloud is the titles, what to do, and each item's number with its letters; codes and the id grid are not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen import markup
from quizgen.exporters.pdf.answer_sheet import codes, layout, markers
from quizgen.exporters.pdf.answer_sheet.layout import Line, Page, Point
from quizgen.exporters.pdf.answer_sheet.pen import MM, Pen, fitted, width
from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.faces import SANS
from quizgen.exporters.pdf.setting import lines
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import literal
from quizgen.model import Form, Quiz
from quizgen.wording import Wording

COURSE = Style(SANS, 9, 11)
TITLE = Style(SANS, 16, 18, strong=True)
TITLES = (TITLE, Style(SANS, 13, 15, strong=True), Style(SANS, 10.5, 12.5, strong=True))
"""The sizes that a title may take, so that it has room."""
LABEL = Style(SANS, 8, 10, strong=True)
TEXT = Style(SANS, 8, 10.5)
FINE = Style(SANS, 6.2, 7.4)
NUMBER = Style(SANS, 9, 11, strong=True, align="right")
LETTER = Style(SANS, 7, 9)
FORM = Style(SANS, 25, 30, strong=True)
_RULE = 98.5
"""From the paper's upper edge to the rule over the answers."""


def draw(drawing: Drawing, page: Page, quiz: Quiz, form: Form, words: Wording, count: int) -> None:
    """Draw a page of `count`; the drawing is at the start of a page of this paper."""
    pen = Pen(drawing, layout.SIZES[page.paper][1])
    place = words.page_of.format(page=page.number, pages=count)
    _markers(pen, page)
    _head(pen, page, quiz, form, words, place if count > 1 else "")
    _id_grid(pen, page, words)
    _fields(pen, page, words)
    _how_to(pen, page, words)
    pen.rule(page.left, page.left + layout.WIDTH, _RULE)
    answers = Tag("L", numbering="Decimal")
    for line in page.lines:
        _line(pen, line, answers)
    _foot(pen, page, quiz, form, words, place)


def _markers(pen: Pen, page: Page) -> None:
    cell = layout.MARKER / markers.CELLS
    for id, centre in enumerate(page.markers):
        x, y = centre.x - layout.MARKER / 2, centre.y - layout.MARKER / 2
        pen.squares([(x, y)], layout.MARKER)
        pen.squares([(x + column * cell, y + row * cell) for column, row in markers.white(id)], cell, white=True)


def _head(pen: Pen, page: Page, quiz: Quiz, form: Form, words: Wording, place: str) -> None:
    """The titles between the upper markers, and the form's letter in a frame."""
    x, box = page.left + layout.MARKER + 5, 15.0
    right = page.left + layout.WIDTH - layout.MARKER - 5
    room = right - box - 6 - x
    told = (words.answer_sheet, *([place] if place else []), markup.plain(quiz.course_title))
    pen.set(*fitted(" · ".join(told), [COURSE], room), x, layout.EDGE + 2.9, Tag("P"))
    title, style = fitted(markup.plain(quiz.title), TITLES, room, most=2)
    pen.set(title, style, x, layout.EDGE + (9.6 if len(title) == 1 else 7.6), Tag("H1"))
    pen.frame(right - box, layout.EDGE, box, box, 1.2)
    tag = Tag("P")
    pen.write(words.form, replace(FINE, align="centre"), right - box / 2, layout.EDGE + 3.4, tag)
    pen.sign(form.letter, FORM, Point(right - box / 2, layout.EDGE + 9), tag)


def _id_grid(pen: Pen, page: Page, words: Wording) -> None:
    """Boxes to write the digits of a number in, and bubbles below each."""
    across, _ = layout.ID_PITCH
    tag = Tag("P")
    pen.write(words.id_number, LABEL, page.left, layout.BAND + 2.4, tag)
    pen.write(words.id_how, replace(FINE, align="right"), page.left + layout.DIGITS * across, layout.BAND + 2.4, tag)
    for column in page.id_bubbles:
        pen.frame(column[0].x - across / 2, layout.BAND + 4, across, 7)
        for value, at in enumerate(column):
            pen.ring(at, layout.RADIUS)
            pen.sign(str(value), LETTER, at)


def _fields(pen: Pen, page: Page, words: Wording) -> None:
    """Name over section and date: frames to write in, each with its label in the corner."""
    x, right = page.left + layout.FIELDS, page.left + layout.WIDTH
    half = (right - x - 3) / 2
    for label, left, top, wide in (
        (words.name, x, 0.0, right - x),
        (words.section, x, 14.0, half),
        (words.date, right - half, 14.0, half),
    ):
        pen.frame(left, layout.BAND + top, wide, 11)
        pen.write(label, FINE, left + 1.5, layout.BAND + top + 3, Tag("P"))


def _how_to(pen: Pen, page: Page, words: Wording) -> None:
    """How to mark and how to correct, beside the QR code; which items are answered on the paper."""
    x, y = page.left + layout.FIELDS, layout.BAND + 31.5
    room = layout.WIDTH - layout.FIELDS
    _qr(pen, page, page.left + layout.WIDTH, y - 2.6)
    _examples(pen, x, y, words)
    squares = any(line.several for line in page.lines)
    said = f"{words.sheet_change} {words.sheet_several}" if squares else words.sheet_change
    pen.set(lines(literal(said), TEXT, (room - layout.QR - 6) * MM), TEXT, x, y + 6, Tag("P"))
    if page.written:
        numbers = words.sheet_written.format(numbers=ranges(page.written))
        pen.set(*fitted(numbers, [LABEL, FINE], room, most=5), x, layout.BAND + 57, Tag("P"))


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
    """A bubble as it should be filled, and three as they should not."""
    middle, radius = baseline - 1, layout.RADIUS
    pen.write(words.sheet_fill, LABEL, x, baseline, Tag("P"))
    x += width(words.sheet_fill, LABEL) + 4.5
    pen.disc(Point(x, middle), radius)
    x += radius + 6
    pen.write(words.sheet_not, TEXT, x, baseline, Tag("P"))
    tick, cross, dot = (Point(x + width(words.sheet_not, TEXT) + 4.5 + 6 * place, middle) for place in range(3))
    for at in (tick, cross, dot):
        pen.ring(at, radius)
    pen.strokes([(tick.x + dx, tick.y + dy) for dx, dy in ((-1.1, 0.1), (-0.3, 1), (1.6, -1.9))])
    pen.strokes(*([(cross.x - 1.3, cross.y - dy), (cross.x + 1.3, cross.y + dy)] for dy in (1.3, -1.3)))
    pen.disc(dot, 0.7)


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
    pen.squares(black, side)


def _line(pen: Pen, line: Line, answers: Tag) -> None:
    """An item's number and its bubbles."""
    first = line.bubbles[0].at
    number, letters = entry(answers)
    pen.write(f"{line.placed.number}", NUMBER, first.x - 4.2, first.y + 1.1, number)
    shape = pen.square if line.several else pen.ring
    for bubble in line.bubbles:
        shape(bubble.at, line.radius)
        pen.sign(bubble.letter, LETTER, bubble.at, letters)


def _foot(pen: Pen, page: Page, quiz: Quiz, form: Form, words: Wording, place: str) -> None:
    """The code in boxes, and the same in words."""
    half = layout.BOX / 2
    black = [(at.x - half, at.y - half) for at, bit in zip(page.boxes, page.bits, strict=True) if bit == "1"]
    pen.squares(black, layout.BOX)
    for at in page.boxes:
        pen.frame(at.x - half, at.y - half, layout.BOX, layout.BOX, 0.5)
    right = page.left + layout.WIDTH - layout.MARKER - 5
    x = page.boxes[-1].x + layout.BOX + 4
    said = f"{words.form} {form.letter} · {place} · {page.mark} · {quiz.id}"
    pen.set(*fitted(said, [FINE], right - x), x, page.boxes[0].y + 0.8)
    pen.set(*fitted(words.sheet_keep_clean, [FINE], right - x), x, page.boxes[-1].y + 0.8, Tag("P"))
