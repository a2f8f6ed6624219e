"""The keys of all forms of a quiz side by side: a grid on one page, to lay beside the papers that are marked.

Rows are the numbers of the items, columns the forms. Where there are more items than rows on a page, the grid stands in
panels next to each other; it goes on below or overleaf only where columns would be too narrow for letters.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen import wording
from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.block import Block, Cell, Row
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.opening import titles
from quizgen.exporters.pdf.page import Document, clipped
from quizgen.exporters.pdf.setting import width_in_one_line
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import Text, dressed, literal, said, strong
from quizgen.model import Choices, Essay, Form, Pairs, Placed, Quiz, Settings
from quizgen.model import Sequence as Steps
from quizgen.presenting.keys import shorter
from quizgen.presenting.visible import mark

_GUTTER = 22.0
"""Between two panels."""
_PAD = 6.0
"""Behind the text of a column."""
_MOST_PANELS = 6
_HEADER = 22.0
_LEADS = (1.6, 0.2)
"""What a row is higher than its text: as is best, and where items are many."""
_ABOVE = 14.0


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands below one another for a form: its items in order, under its letter and the mark of its paper."""

    letter: str
    mark: str
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """How items are laid out: in panels side by side, each of so many rows; measures in points."""

    columns: tuple[_Column, ...]
    frame: Frame
    usual: float
    """The points that most items are worth."""
    panels: int
    rows: int
    lead: float
    """What a row is higher than its text."""
    number: float
    """The width of the column with the items' numbers."""

    @property
    def width(self) -> float:
        """Of a panel."""
        return (self.frame.width - (self.panels - 1) * _GUTTER) / self.panels

    @property
    def answer(self) -> float:
        """The width of the column of a form."""
        return (self.width - self.number) / len(self.columns)

    @property
    def held(self) -> int:
        """As many items as it has room for."""
        return self.panels * self.rows

    def left(self, panel: int) -> float:
        """Where a panel begins."""
        return panel * (self.width + _GUTTER)


def keys(quiz: Quiz, settings: Settings) -> bytes:
    """The keys of all forms of a quiz, which has one at least."""
    words = wording.for_language(quiz.language)
    first, last = quiz.forms[0].letter, quiz.forms[-1].letter
    whole = replace(quiz.forms[0], letter=first if first == last else f"{first}–{last}")
    document = Document.of(quiz, whole, words, settings, key=True, mark="")
    if first != last:
        document = replace(document, form=words.forms.format(first=first, last=last))
    return document.pdf(_blocks(quiz, whole, document))


def _blocks(quiz: Quiz, whole: Form, document: Document) -> Iterator[Block]:
    frame = document.frame(whole)
    usual = _usual(quiz)
    opening = _opening(quiz, whole, frame, usual)
    yield opening
    columns = [_Column(form.letter, mark(quiz, form), form.placed) for form in quiz.forms]
    ends = frozenset(itertools.accumulate(len(part.placed) for part in whole.parts))
    count = len(columns[0].placed)
    needed = _needed(columns, frame, usual)
    for band in _bands(columns, frame, needed):
        grid = _grid(band, frame, usual, needed, document.height - opening.height - _ABOVE)
        for start in range(0, count, grid.held):
            yield _page(grid, range(start, min(start + grid.held, count)), ends)


def _usual(quiz: Quiz) -> float:
    """The points that most items are worth."""
    counted = Counter(question.points for question in quiz.questions)
    return max(sorted(counted), key=lambda points: counted[points], default=1)


def _opening(quiz: Quiz, whole: Form, frame: Frame, usual: float) -> Block:
    words = frame.words
    facts = [wording.total(whole.points, words), words.key_note]
    if any(question.points != usual for question in quiz.questions):
        facts.insert(1, words.unless_in_brackets.format(points=wording.points(usual, words)))
    told = Cell.of(0, frame.width, literal(" · ".join(facts)), frame.look.guide, Tag("P"))
    rows = (*titles(quiz, whole, frame, key=True), Row.of(told, marks=[marks.rule(0, frame.width, below=7)]))
    return Block(rows, above=0)


def _bands(columns: Sequence[_Column], frame: Frame, needed: float) -> Iterator[tuple[_Column, ...]]:
    """The forms that go side by side, each in a column that is wide enough for the letters of its answers."""
    room = frame.width - _number_width(columns[0], frame)
    most = max(1, int(room / needed))
    bands = -(-len(columns) // most)
    each = -(-len(columns) // bands)
    for start in range(0, len(columns), each):
        yield tuple(columns[start : start + each])


def _grid(columns: tuple[_Column, ...], frame: Frame, usual: float, needed: float, room: float) -> _Grid:
    """As few panels as bring all items on the page: so are columns widest; else as many as letters allow.

    Rows stand closer before a second page is begun.
    """
    count, number = len(columns[0].placed), _number_width(columns[0], frame)
    grids = []
    for lead in _LEADS:
        most = max(1, int((room - _HEADER) / (frame.look.guide.leading + lead)))
        for panels in range(1, _MOST_PANELS + 1):
            rows = max(1, min(most, -(-count // panels)))
            grids.append(_Grid(columns, frame, usual, panels, rows, lead, number))
    wide = [grid for grid in grids if grid.answer >= needed] or grids[:1]
    return next((grid for grid in wide if grid.held >= count), max(wide, key=lambda grid: grid.held))


def _number_width(column: _Column, frame: Frame) -> float:
    number = width_in_one_line(literal(f"{len(column.placed)}."), frame.look.guide)
    return max(number, width_in_one_line(literal(frame.words.item_number), frame.look.fine)) + _PAD


def _needed(columns: Sequence[_Column], frame: Frame, usual: float) -> float:
    """How wide the column of a form must be: for letters all of them, for something of all else."""
    told = (_answer(placed, frame, usual, 0) for column in columns for placed in column.placed)
    return max((width_in_one_line(text, frame.look.guide) for text in told), default=0) + _PAD


def _page(grid: _Grid, items: range, ends: Collection[int]) -> Block:
    """The items of a page, by their places on the forms: down each panel, then on in the next.

    `ends` has the numbers of the items that end a part.
    """
    starts = range(items.start, items.stop, grid.rows)
    tables = [Tag("Table") for _ in starts]
    rows = [_header(grid, tables)]
    for row in range(min(grid.rows, len(items))):
        cells: list[Cell] = []
        rules = []
        for panel, (start, table) in enumerate(zip(starts, tables, strict=True)):
            place = start + row
            if place < items.stop:
                cells.extend(_item(grid, place, grid.left(panel), Tag("TR", table)))
                weight = 1.1 if place + 1 in ends else 0.4
                rules.append(marks.rule(grid.left(panel), grid.left(panel) + grid.width, below=3.6, weight=weight))
        rows.append(Row.of(*cells, marks=rules, above=grid.lead))
    return Block(tuple(rows), above=_ABOVE)


def _header(grid: _Grid, tables: Sequence[Tag]) -> Row:
    """The letter of each form over its column, and after it the mark of its paper where that fits."""
    cells: list[Cell] = []
    rules = []
    look = grid.frame.look
    for panel, table in enumerate(tables):
        line = Tag("TR", table)
        numbers = Tag("TH", line, scope="Column")
        cells.append(Cell.of(grid.left(panel), grid.number, literal(grid.frame.words.item_number), look.fine, numbers))
        for index, column in enumerate(grid.columns):
            left, tag = grid.left(panel) + grid.number + index * grid.answer, Tag("TH", line, scope="Column")
            letter, seal = literal(column.letter), literal(column.mark)
            after = width_in_one_line(strong(letter), look.item_number) + 5
            cells.append(Cell.of(left, grid.answer, letter, look.item_number, tag))
            if after + width_in_one_line(seal, look.fine) + _PAD <= grid.answer:
                cells.append(Cell.of(left + after, grid.answer - after, seal, look.fine, tag))
        rules.append(marks.rule(grid.left(panel), grid.left(panel) + grid.width, below=5, weight=1.1))
    return Row.of(*cells, marks=rules, least=_HEADER)


def _item(grid: _Grid, place: int, left: float, line: Tag) -> Iterator[Cell]:
    """A number, and the answer to the item of that number on each form."""
    style = grid.frame.look.guide
    yield Cell.of(left, grid.number, literal(f"{place + 1}."), style, Tag("TH", line, scope="Row"))
    for index, column in enumerate(grid.columns):
        told = _answer(column.placed[place], grid.frame, grid.usual, grid.answer - _PAD)
        yield Cell.of(left + grid.number + index * grid.answer, grid.answer, told, style, Tag("TD", line))


def _answer(placed: Placed, frame: Frame, usual: float, room: float) -> Text:
    """The answer as fully as there is room; letters are never cut, and what is cut is whole in the form's own key."""
    style, answer, points = frame.look.guide, placed.question.answer, placed.question.points
    # what an essay's key says is its points
    unusual = points != usual and not isinstance(answer, Essay)
    worth = literal(f"\u00a0({wording.worth(points, frame.words)})") if unusual else ()
    room -= width_in_one_line(worth, style)
    tellings = [strong(dressed(text)) for text in shorter(answer, frame.words)]
    told = next((text for text in tellings if width_in_one_line(text, style) <= room), None)
    if told is None:
        last = tellings[-1]
        told = last if isinstance(answer, Choices | Pairs | Steps | Essay) else strong(clipped(said(last), style, room))
    return told + worth
