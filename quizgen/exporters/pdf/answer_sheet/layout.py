"""Where on the pages of an answer sheet everything stands that is read: all in mm from the page's top left corner.

The middle of the page is the same on either paper: a block that is as wide as on A4, with the markers in its corners.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exporters.pdf.answer_sheet import codes, rows
from quizgen.exporters.pdf.answer_sheet.rows import Filled, Spot
from quizgen.model import Choices, Form, Paper, Placed, Quiz, letters
from quizgen.presenting import visible

SIZES: dict[Paper, tuple[float, float]] = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
WIDTH = 186.0
"""Of the block."""
EDGE = 10.0
"""From the paper's upper and lower edge to the block: what a printer may leave white is less."""
MARKER = 10.0
RADIUS = 2.2
"""Of a bubble."""
SQUARE = 2.1
"""Half the side of the box that stands for a bubble where an item takes several answers."""
DIGITS = 8
ID_PITCH = 5.8, 5.3
BOX = 2.8
BOX_PITCH = 3.6
QR = 21.0
"""The side of the QR code, without the white around it."""
BAND = 29.0
"""Where the id grid and the fields begin."""
FIELDS = 54.5
"""From the block's left edge to the fields, beside the id grid."""
ANSWERS = 104.0
"""The centre of the first row of answers."""
_FIRST_ID = 14.7
"""From the band's top to the centre of the bubbles for 0."""
_NUMBER = 10.2
"""From a column's left edge to the centre of its first bubble: room for the item's number."""
ACROSS = 6.0
_AFTER_FIVE = 1.5
"""The white after each fifth row, beyond what parts any two."""
_MOST_DOWN = 6.4


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bubble:
    """What is filled to pick an option: its letter on this form, and its index in the bank."""

    at: Point
    letter: str
    option: int


@dataclass(frozen=True, slots=True)
class Line:
    """An item with its bubbles; its number stands before the first of them."""

    placed: Placed
    several: bool
    bubbles: tuple[Bubble, ...]

    @property
    def radius(self) -> float:
        """Of its bubbles, or the half of a box's side."""
        return SQUARE if self.several else RADIUS


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a sheet."""

    paper: Paper
    number: int
    mark: str
    bits: str
    payload: str
    lines: tuple[Line, ...]
    written: tuple[int, ...]

    @property
    def left(self) -> float:
        """The left edge of the block."""
        return left(self.paper)

    @property
    def markers(self) -> tuple[Point, ...]:
        """The centres of the corner markers 0 to 3: clockwise from the top left."""
        half = MARKER / 2
        near, far = self.left + half, self.left + WIDTH - half
        top, bottom = EDGE + half, SIZES[self.paper][1] - EDGE - half
        return Point(near, top), Point(far, top), Point(far, bottom), Point(near, bottom)

    @property
    def boxes(self) -> tuple[Point, ...]:
        """The centres of the boxes of the code, in two rows between the lower markers."""
        x, y = self.left + MARKER + 6, SIZES[self.paper][1] - EDGE - MARKER / 2
        across = codes.BITS // 2
        return tuple(
            Point(x + (bit % across) * BOX_PITCH, y + (bit // across - 0.5) * BOX_PITCH) for bit in range(codes.BITS)
        )

    @property
    def id_bubbles(self) -> tuple[tuple[Point, ...], ...]:
        """For each digit of the number that a student has, the centres of the bubbles for 0 to 9."""
        across, down = ID_PITCH
        return tuple(
            tuple(Point(self.left + across * (digit + 0.5), BAND + _FIRST_ID + down * value) for value in range(10))
            for digit in range(DIGITS)
        )


def points(paper: Paper) -> tuple[float, float]:
    """The width and height of a paper in points, the unit of PDF."""
    width, height = SIZES[paper]
    return width / 25.4 * 72, height / 25.4 * 72


def left(paper: Paper) -> float:
    """The left edge of the block: it stands in the middle."""
    return (SIZES[paper][0] - WIDTH) / 2


def pages(quiz: Quiz, form: Form, paper: Paper) -> tuple[Page, ...]:
    """The pages of a form's sheet."""
    mark = visible.mark(quiz, form)
    return tuple(
        Page(
            paper=paper,
            number=number,
            mark=mark,
            bits=codes.bits(form.letter, number, mark),
            payload=codes.payload(quiz.id, form.letter, number, mark),
            lines=tuple(_line(spot, filled, paper) for spot in filled.spots),
            written=filled.written,
        )
        for number, filled in enumerate(rows.pages(form), 1)
    )


def _line(spot: Spot, filled: Filled, paper: Paper) -> Line:
    answer = spot.placed.question.answer
    several = isinstance(answer, Choices) and answer.multiple
    return Line(spot.placed, several, tuple(_bubbles(spot, filled, paper)))


def _bubbles(spot: Spot, filled: Filled, paper: Paper) -> Iterator[Bubble]:
    x = left(paper) + spot.column * WIDTH / filled.grid.columns + _NUMBER
    count = rows.options(spot.placed)
    order = spot.placed.order or tuple(range(count))
    for index, (letter, option) in enumerate(zip(letters(count), order, strict=True)):
        below, across = divmod(index, filled.grid.across)
        yield Bubble(Point(x + across * ACROSS, _row(spot.row + below, paper)), letter, option)


def _row(row: int, paper: Paper) -> float:
    """The height of the centres of a row: rows stand in fives, and 25 of them end above the code."""
    room = SIZES[paper][1] - EDGE - MARKER - 7 - ANSWERS - 4 * _AFTER_FIVE
    return ANSWERS + row * min(room / 24, _MOST_DOWN) + row // 5 * _AFTER_FIVE
