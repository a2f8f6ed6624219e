"""How each answer shape is asked on paper: the rows under an item's stem. Nothing of the answer is in them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen.exporters.pdf import marks
from quizgen.exporters.pdf.block import Cell, Mark, Row
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.setting import widest_word, width_in_one_line
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import Text, blank, literal, prose, scaled
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Number, Pairs, Question, Words, letters
from quizgen.model import Sequence as Steps

_GUTTER = 14.0
_APART = 3.5
_LEAST = 0.3
"""Of the type area, for the left entries of a match."""
_WORTH_IT = 1.25
"""As much higher may lists be side by side, where they are matched more easily, than one above the other."""
_LONG = 45
"""From so many letters on, an answer in words gets all of the line; short of that, lines tell nothing of it."""

Entry: TypeAlias = tuple[tuple[Cell, ...], tuple[Mark, ...]]
"""What stands in one place of a row: texts, and the marks beside them."""


def stem(question: Question, frame: Frame) -> tuple[Text, Style]:
    """What is asked; a text with blanks is its own stem."""
    if isinstance(question.answer, Gaps):
        return gapped(question.answer, frame), frame.look.wide
    return prose(question.stem), frame.look.text


def rows(answer: Answer, frame: Frame, body: Tag | None = None) -> Iterator[Row]:
    """The rows to answer in; `body` is the tag of the item's text."""
    look = frame.look
    match answer:
        case Choices(options=options, multiple=multiple):
            sign = marks.square if multiple else marks.circle
            yield from _lettered([option.text for option in options], frame, body, sign)
        case Words(accepted=accepted):
            long = max(map(len, accepted)) > _LONG
            yield _line(frame, frame.measure if long else look.text.size * 24.5)
        case Number(unit=unit):
            yield _line(frame, look.text.size * 10, literal(unit or ""), body)
        case Gaps():
            pass  # the blanks are in the text
        case Pairs(headings=True):
            yield from _sorted(answer, frame, body)
        case Pairs():
            yield from _matched(answer, frame, body)
        case Steps(steps=steps, shown=shown):
            yield from _ordered([steps[index].text for index in shown], frame, body)
        case Essay(lines=lines):
            rule = marks.rule(look.number, frame.width, below=0)
            yield from (Row.of(marks=(rule,), least=look.writing) for _ in range(lines))
        case _:
            assert_never(answer)


def gapped(gaps: Gaps, frame: Frame) -> Text:
    """A text with its blanks as ruled space, numbered where there are several, each hint after its blank."""
    several = len(gaps.blanks) > 1
    space = blank(_blank_width(gaps) * frame.look.text.size)
    small = frame.look.small.size / frame.look.text.size
    number = 0
    text: Text = ()
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                number += 1
                name = scaled(literal(f"({number})"), small * 0.85) + literal("\u00a0") if several else ()
                said = literal("\u00a0") + scaled(literal(f"({hint})"), small) if hint else ()
                text += name + space + said
            case _:
                text += prose(part)
    return text


def _blank_width(gaps: Gaps) -> float:
    """How wide the blanks of a text are, of its size: all alike, so that none tells anything of its answer.

    Where some answer is long, all of them are wide: one that is too short to write in cannot be answered.
    """
    longest = max(len(answer) for blank in gaps.blanks for answer in blank.accepted)
    return 10 if longest <= 22 else 16


def _line(frame: Frame, length: float, after: Text = (), body: Tag | None = None) -> Row:
    """A line to write on, with what stands after it."""
    look = frame.look
    right = min(look.number + length, frame.width - frame.worth)
    cells = [Cell.of(right + 6, frame.width - right - 6, after, look.text, body)] if after else []
    rule = marks.rule(look.number, right, below=2 if after else 0)
    room = look.writing + 2
    return Row.of(*cells, marks=(rule,), above=room - look.text.size if cells else 0, least=0 if cells else room)


def _lettered(
    texts: Sequence[str],
    frame: Frame,
    body: Tag | None,
    sign: Callable[[float, float], Mark] | None = None,
    style: Style | None = None,
) -> Iterator[Row]:
    """Texts lettered A, B …, with a sign to mark before each letter where one is given."""
    style = style or frame.look.text
    names = tuple(letters(len(texts)))
    lettered = _letter_width(names, frame, style)
    indent = lettered + (style.size * 1.36 if sign else 0)
    options = Tag("L", body, numbering="UpperAlpha")

    def placed(index: int, left: float, width: float) -> Entry:
        label, option = entry(options)
        letter = Cell.of(left + indent - lettered, lettered, literal(names[index]), style, label)
        text = Cell.of(left + indent, width - indent, prose(texts[index]), style, option)
        return (letter, text), ((sign(left + style.size * 0.42, style.size),) if sign else ())

    yield from _arranged(texts, frame, indent, placed, style)


def _letter_width(names: Sequence[str], frame: Frame, style: Style) -> float:
    """The column that letters stand in, wider where they run on to AA."""
    widest = max(width_in_one_line(literal(name), style) for name in names) if len(names) > 26 else 0
    return max(frame.look.letter, widest + 5)


def _arranged(
    texts: Sequence[str],
    frame: Frame,
    indent: float,
    placed: Callable[[int, float, float], Entry],
    style: Style,
    above: float = _APART,
) -> Iterator[Row]:
    """Entries in as many columns as their widths allow, in order along the rows."""
    columns = _columns([width_in_one_line(prose(text), style) + indent for text in texts], frame.measure)
    column = frame.measure / columns
    for first in range(0, len(texts), columns):
        row = [
            placed(index, frame.look.number + (index - first) * column, column - (_GUTTER if columns > 1 else 0))
            for index in range(first, min(first + columns, len(texts)))
        ]
        cells = [cell for cells, _ in row for cell in cells]
        yield Row.of(*cells, marks=[mark for _, signs in row for mark in signs], above=above)


def _columns(widths: Sequence[float], measure: float) -> int:
    """Four, three, two columns or one: the most in which no text needs a second line and none is left over alone."""
    for columns in (4, 3, 2):
        if max(widths) + _GUTTER <= measure / columns and len(widths) % columns != 1:
            return columns
    return 1


def _slot(frame: Frame) -> float:
    """The short rule before an entry, to write a letter on, and the space behind it."""
    return frame.look.text.size * 3.3


def _sorted(pairs: Pairs, frame: Frame, body: Tag | None) -> Iterator[Row]:
    """The headings, lettered, then the entries, each with a rule for a letter."""
    yield from _lettered(pairs.rights, frame, body, style=frame.look.item_number)
    texts = [left.text for left in pairs.lefts]
    entries, column = Tag("L", body, numbering="Decimal"), _number_width(pairs, frame)

    def placed(index: int, left: float, width: float) -> Entry:
        return _numbered(index + 1, texts[index], left, width, frame, entries, column)

    yield from _arranged(texts, frame, _slot(frame) + column, placed, frame.look.text, above=7)


def _number_width(pairs: Pairs, frame: Frame) -> float:
    """The column that the numbers of entries stand in, wider where they run on to a hundred."""
    widest = width_in_one_line(literal(f"{len(pairs.lefts)}."), frame.look.text)
    return max(frame.look.letter, widest + 5)


def _numbered(number: int, text: str, left: float, width: float, frame: Frame, entries: Tag, column: float) -> Entry:
    """An entry with a rule to write a letter on before its number, which has a column to itself."""
    look, slot = frame.look, _slot(frame)
    label, said = entry(entries)
    after = left + slot
    cells = (
        Cell.of(after, column, literal(f"{number}."), look.text, label),
        Cell.of(after + column, width - slot - column, prose(text), look.text, said),
    )
    return cells, (marks.rule(left, after - 6),)


def _matched(pairs: Pairs, frame: Frame, body: Tag | None) -> Iterable[Row]:
    """Left entries with a rule for a letter, beside the lettered right ones, or above them where that takes less."""
    lists = Tag("L", body, numbering="Decimal"), Tag("L", body, numbering="UpperAlpha")
    beside = list(_side_by_side(pairs, frame, lists))
    width = frame.measure
    entries = list(_entries(pairs, width, frame, lists[0]))
    above = [Row.of(*cells, marks=signs, above=6) for cells, signs in entries]
    partners = [replace(row, above=6) for row in _lettered(pairs.rights, frame, body)]
    above += [replace(partners[0], above=_GUTTER), *partners[1:]]
    heights = [sum(row.above + row.height for row in rows) for rows in (beside, above)]
    return beside if beside and heights[0] <= heights[1] * _WORTH_IT else above


def _side_by_side(pairs: Pairs, frame: Frame, lists: tuple[Tag, Tag]) -> Iterator[Row]:
    """Left and right entries in two columns; nothing where words would have to be broken."""
    look = frame.look
    texts, partners = [prose(left.text) for left in pairs.lefts], [prose(text) for text in pairs.rights]
    names = tuple(letters(len(partners)))
    before, lettered = _slot(frame) + _number_width(pairs, frame), _letter_width(names, frame, look.text)
    room = frame.width - look.number - _GUTTER
    least = max(widest_word(text, look.text) for text in texts) + before
    most = room - max(widest_word(text, look.text) for text in partners) - lettered
    if most < least:
        return
    wanted = max(width_in_one_line(text, look.text) for text in texts) + before + _GUTTER
    column = min(max(least, min(wanted, room / 2), frame.width * _LEAST), most)
    right = look.number + column + _GUTTER
    entries = _entries(pairs, column, frame, lists[0])
    for placed, name, text in itertools.zip_longest(entries, names, partners):
        cells, signs = placed or ((), ())
        if name:
            label, told = entry(lists[1])
            cells += (
                Cell.of(right, lettered, literal(name), look.text, label),
                Cell.of(right + lettered, frame.width - right - lettered, text, look.text, told),
            )
        yield Row.of(*cells, marks=signs, above=6)


def _entries(pairs: Pairs, width: float, frame: Frame, entries: Tag) -> Iterator[Entry]:
    """The left entries of a match, numbered."""
    column = _number_width(pairs, frame)
    for number, left in enumerate(pairs.lefts, 1):
        yield _numbered(number, left.text, frame.look.number, width, frame, entries, column)


def _ordered(texts: Sequence[str], frame: Frame, body: Tag | None) -> Iterator[Row]:
    """Steps, lettered, each with a box to write its number in."""
    look = frame.look
    after = look.number + look.text.size * 2.2
    names = tuple(letters(len(texts)))
    lettered = _letter_width(names, frame, look.text)
    steps = Tag("L", body, numbering="UpperAlpha")
    box = marks.square(look.number + look.text.size * 0.78, look.text.size, side=1.46)
    for letter, text in zip(names, texts, strict=True):
        label, said = entry(steps)
        cells = (
            Cell.of(after, lettered, literal(letter), look.text, label),
            Cell.of(after + lettered, frame.width - frame.worth - after - lettered, prose(text), look.text, said),
        )
        yield Row.of(*cells, marks=(box,), above=7)
