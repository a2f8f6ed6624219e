"""How each answer shape is asked on paper: the rows under an item's stem. Nothing of the answer is in them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from typing_extensions import assert_never

from quizgen.exporters.pdf import fonts, marks
from quizgen.exporters.pdf.block import Cell, Mark, Row, width_in_one_line
from quizgen.exporters.pdf.fonts import literal, prose
from quizgen.exporters.pdf.styles import HAIRLINE, ITEM_NUMBER, LETTER, NUMBER, TEXT, WIDE, WORTH
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Number, Pairs, Question, Words, letters
from quizgen.model import Sequence as Steps
from quizgen.wording import Wording

_SIGN = 15.0
"""The ring or square before an option's letter."""
_SLOT = 30.0
"""The short rule before an entry, to write a letter on."""
_GUTTER = 14.0
_WRITING = 24.0
"""From one ruled line to the next: room for a hand."""
_APART = 3.5

Entry: TypeAlias = tuple[tuple[Cell, ...], tuple[Mark, ...]]
"""What stands in one place of a row: texts, and the marks beside them."""


def stem(question: Question) -> tuple[str, ParagraphStyle]:
    """What is asked, marked up; a text with blanks is its own stem."""
    if isinstance(question.answer, Gaps):
        return gapped(question.answer), WIDE
    return prose(question.stem), TEXT


def task(answer: Answer, words: Wording) -> str:
    """What to do with an item of this shape."""
    match answer:
        case Choices(multiple=multiple):
            return words.choose_all if multiple else words.choose_one
        case Words(reverse=reverse):
            return words.give_term if reverse else words.write_words
        case Number():
            return words.write_number
        case Gaps(blanks=blanks):
            return words.fill_blanks if len(blanks) > 1 else words.fill_blank
        case Pairs(headings=headings):
            return words.sort_entries if headings else words.match_pairs
        case Steps():
            return words.put_in_order
        case Essay():
            return words.argue
        case _:
            assert_never(answer)


def rows(answer: Answer, width: float) -> Iterator[Row]:
    """The rows to answer in; `width` is that of the type area, the number's column included."""
    match answer:
        case Choices(options=options, multiple=multiple):
            sign = marks.square if multiple else marks.circle
            yield from _lettered([option.text for option in options], width, sign)
        case Words():
            yield _line(NUMBER + 270)
        case Number(unit=unit):
            yield _line(NUMBER + 110, literal(unit or ""), width)
        case Gaps():
            pass  # the blanks are in the text
        case Pairs(headings=True):
            yield from _sorted(answer, width)
        case Pairs():
            yield from _matched(answer, width)
        case Steps(steps=steps, shown=shown):
            yield from _ordered([steps[index].text for index in shown], width)
        case Essay(lines=lines):
            rule = marks.rule(NUMBER, width, below=0)
            yield from (Row.of(marks=(rule,), least=_WRITING) for _ in range(lines))
        case _:
            assert_never(answer)


def gapped(gaps: Gaps) -> str:
    """A text with its blanks as ruled space, numbered where there are several, each hint after its blank."""
    several = len(gaps.blanks) > 1
    space = _blank(gaps)
    number = 0
    pieces = []
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                number += 1
                name = f'<font size="8">({number})</font>\u00a0' if several else ""
                said = f'\u00a0<font size="9.5">({literal(hint)})</font>' if hint else ""
                pieces.append(f"{name}{space}{said}")
            case _:
                pieces.append(prose(part))
    return "".join(pieces)


def _blank(gaps: Gaps) -> str:
    """Ruled space, as wide for each blank of a text as for any other, so that it tells nothing of the answer.

    Where some answer is long, all of them are wide: one that is too short to write in cannot be answered.
    """
    longest = max(len(answer) for blank in gaps.blanks for answer in blank.accepted)
    width = 110 if longest <= 22 else 180
    space = "\u00a0"
    return f"<u width='{HAIRLINE}'>{space * math.ceil(width / stringWidth(space, fonts.BODY, WIDE.fontSize))}</u>"


def _line(right: float, after: str = "", width: float = 0) -> Row:
    """A line to write on, with what stands after it."""
    cells = [Cell.of(right + 6, width - right - 6, after, TEXT)] if after else []
    return Row.of(*cells, marks=(marks.rule(NUMBER, right, below=2 if after else 0),), above=6, least=20)


def _lettered(
    texts: Sequence[str], width: float, sign: Callable[[float], Mark] | None = None, style: ParagraphStyle = TEXT
) -> Iterator[Row]:
    """Texts lettered A, B …, with a sign to mark before each letter where one is given."""
    names = tuple(letters(len(texts)))
    lettered = _letter_width(names, style)
    indent = lettered + (_SIGN if sign else 0)

    def entry(index: int, left: float, width: float) -> Entry:
        letter = Cell.of(left + indent - lettered, lettered, names[index], style)
        text = Cell.of(left + indent, width - indent, prose(texts[index]), style)
        return (letter, text), ((sign(left + 4.6),) if sign else ())

    yield from _arranged(texts, width, indent, entry, style)


def _letter_width(names: Sequence[str], style: ParagraphStyle = TEXT) -> float:
    """The column that letters stand in, wider where they run on to AA."""
    return max(LETTER, max(width_in_one_line(name, style) for name in names) + 5)


def _arranged(
    texts: Sequence[str],
    width: float,
    indent: float,
    entry: Callable[[int, float, float], Entry],
    style: ParagraphStyle = TEXT,
) -> Iterator[Row]:
    """Entries in as many columns as their widths allow, in order along the rows."""
    measure = width - NUMBER - WORTH
    columns = _columns([width_in_one_line(prose(text), style) + indent for text in texts], measure)
    column = measure / columns
    for first in range(0, len(texts), columns):
        row = [
            entry(index, NUMBER + (index - first) * column, column - (_GUTTER if columns > 1 else 0))
            for index in range(first, min(first + columns, len(texts)))
        ]
        cells = [cell for placed, _ in row for cell in placed]
        yield Row.of(*cells, marks=[mark for _, signs in row for mark in signs], above=_APART)


def _columns(widths: Sequence[float], measure: float) -> int:
    """Four, three, two columns or one: the most in which no text needs a second line and none is left over alone."""
    for columns in (4, 3, 2):
        if max(widths) + _GUTTER <= measure / columns and len(widths) % columns != 1:
            return columns
    return 1


def _sorted(pairs: Pairs, width: float) -> Iterator[Row]:
    """The headings, lettered, then the entries, each with a rule for a letter."""
    yield from _lettered(pairs.rights, width, style=ITEM_NUMBER)
    texts = [left.text for left in pairs.lefts]

    def entry(index: int, left: float, width: float) -> Entry:
        return _numbered(index + 1, texts[index], left, width)

    yield from _spaced(_arranged(texts, width, _SLOT + 6 + LETTER, entry))


def _spaced(rows: Iterator[Row]) -> Iterator[Row]:
    yield from (Row.of(*row.cells, marks=row.marks, above=7) for row in rows)


def _numbered(number: int, text: str, left: float, width: float) -> Entry:
    """An entry with a rule to write a letter on before its number."""
    after = left + _SLOT + 6
    cells = (
        Cell.of(after, LETTER, f"{number}.", TEXT),
        Cell.of(after + LETTER, width - _SLOT - 6 - LETTER, prose(text), TEXT),
    )
    return cells, (marks.rule(left, left + _SLOT),)


def _matched(pairs: Pairs, width: float) -> Iterator[Row]:
    """Left entries with a rule for a letter, beside the lettered right ones."""
    column = (width - NUMBER - WORTH / 2) / 2
    right = NUMBER + column + _GUTTER
    names = tuple(letters(len(pairs.rights)))
    lettered = _letter_width(names)
    for index in range(max(len(pairs.lefts), len(pairs.rights))):
        cells: tuple[Cell, ...] = ()
        signs: tuple[Mark, ...] = ()
        if index < len(pairs.lefts):
            cells, signs = _numbered(index + 1, pairs.lefts[index].text, NUMBER, column)
        if index < len(pairs.rights):
            letter = Cell.of(right, lettered, names[index], TEXT)
            text = Cell.of(right + lettered, width - right - lettered, prose(pairs.rights[index]), TEXT)
            cells = (*cells, letter, text)
        yield Row.of(*cells, marks=signs, above=6)


def _ordered(texts: Sequence[str], width: float) -> Iterator[Row]:
    """Steps, lettered, each with a box to write its number in."""
    after = NUMBER + 24
    names = tuple(letters(len(texts)))
    lettered = _letter_width(names)
    for letter, text in zip(names, texts, strict=True):
        cells = (
            Cell.of(after, lettered, letter, TEXT),
            Cell.of(after + lettered, width - WORTH - after - lettered, prose(text), TEXT),
        )
        yield Row.of(*cells, marks=(marks.square(NUMBER + 8.5, side=16),), above=7)
