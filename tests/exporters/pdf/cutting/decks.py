"""Decks to look at, and what a reader's own programs find on each side of their sheets, card by card."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import assemble
from quizgen.blueprints import Filter
from quizgen.course import load
from quizgen.exporters import cards
from quizgen.model import Flip, Paper, Printing, Question, Quiz, Settings, Words
from tests.conftest import REPOSITORY
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.reading import about
from tests.quizzes import SETTINGS, question

MM = 72 / 25.4
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612, 792), "a4": (595.276, 841.89)}
PAPERS: tuple[Paper, ...] = ("letter", "a4")
FLIPS: tuple[Flip, ...] = ("long-edge", "short-edge")
TERM, SHORT = question("storm-fund"), question("who-governs")


def short(number: int) -> Question:
    """An item that tells its number on both sides, its texts of many lengths."""
    stem = f"What, of *all {number} things* → that affluent officials find, is it?{' And so on.' * (number % 5)}"
    answer = Words((f"efficient thing {number}{' indeed' * (number % 4)}", f"stuff {number}")[: 1 + number % 2])
    return replace(SHORT, id=f"short-{number}", stem=stem, answer=answer)


def deck(count: int) -> Quiz:
    """Short items and terms by turns."""
    numbers = range(1, count + 1)
    items = (short(n) if n % 3 else replace(TERM, id=f"term-{n}", stem=f"Definition {n}") for n in numbers)
    return quiz_of(*items, id=f"deck-{count}")


@functools.cache
def course_deck() -> Quiz:
    """All the terms and short items of the course."""
    plan = assemble.Plan(forms=1, seed=1)
    return assemble.of_filter(load(REPOSITORY), plan, Filter(types=("term", "short")), "all-terms")


def settings(paper: Paper, flip: Flip) -> Settings:
    return replace(SETTINGS, paper=paper, printing=Printing(flip=flip))


def file_of(quiz: Quiz, settings: Settings = SETTINGS) -> bytes:
    (output,) = cards.export([quiz], settings)
    return output.data


@dataclass(frozen=True)
class Printed:
    """A word on a page, its box counted from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>')


def sides(data: bytes, folder: Path) -> list[list[Printed]]:
    """The words of each page, in the order that they were drawn in."""
    told = about("pdftotext", data, folder, "-raw", "-bbox", after=("-",))
    return [[_printed(match) for match in WORD.finditer(page)] for page in told.split("<page ")[1:]]


def _printed(match: re.Match[str]) -> Printed:
    left, top, right, bottom = map(float, match.groups()[:4])
    return Printed(html.unescape(match[5]), left, top, right, bottom)


Cell = tuple[int, int]


def cell_of(point: tuple[float, float], paper: Paper) -> Cell | None:
    """The row and column of the card that a point of a page lies on: two by four, each 88 mm by 63, in the middle."""
    (x, y), (width, height) = point, SIZES[paper]
    column, row = (x - width / 2) // (88 * MM) + 1, (y - height / 2) // (63 * MM) + 2
    return (int(row), int(column)) if 0 <= column < 2 and 0 <= row < 4 else None


def centre(cell: Cell, paper: Paper) -> tuple[float, float]:
    (row, column), (width, height) = cell, SIZES[paper]
    return width / 2 + (column - 0.5) * 88 * MM, height / 2 + (row - 1.5) * 63 * MM


def by_cell(words: list[Printed], paper: Paper) -> dict[Cell, list[Printed]]:
    """The words on each card of a page, as they are read; those in the margins are left out."""
    found: dict[Cell, list[Printed]] = {}
    for word in words:
        cell = cell_of(word.middle, paper)
        if cell is not None:
            found.setdefault(cell, []).append(word)
    return found


def turned(point: tuple[float, float], paper: Paper, flip: Flip) -> tuple[float, float]:
    """Where a point of the sheet lies when the sheet is turned over on an edge, and seen from behind."""
    (x, y), (width, height) = point, SIZES[paper]
    return (width - x, y) if flip == "long-edge" else (x, height - y)


def lines(words: list[Printed]) -> Iterator[list[Printed]]:
    """Words by line: those that stand on one baseline."""
    line: list[Printed] = []
    for word in words:
        if line and (word.left < line[-1].right - 0.5 or word.top > line[-1].bottom):
            yield line
            line = []
        line.append(word)
    if line:
        yield line
