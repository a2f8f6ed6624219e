"""How each answer shape is asked in a document: what stands under an item's stem. Nothing of the answer is in it."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_TAB_LEADER
from docx.shared import Emu, Mm, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from typing_extensions import assert_never

from quizgen.exporters.docx import tables
from quizgen.exporters.docx.document import measure
from quizgen.exporters.docx.text import add, fill, tabulate, write
from quizgen.markup import Span, spans
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Number, Pairs, Words
from quizgen.model import Sequence as Steps

_TOGETHER = 5
"""As many lines of an essay stand with its stem; the others may go on overleaf."""
_INDENT = 567
"""From the left margin to the text of an item, in twentieths of a point: where numbers hang, in all styles."""
_LONG = 45
"""From so many letters on, an answer in words gets all of the line; short of that, lines tell nothing of it."""
_SHORT_LINE, _FIGURE_LINE = Mm(105), Mm(50)
_BOX = Mm(9)


def answered(document: Word, answer: Answer) -> Sequence[Paragraph]:
    """Add what to answer in; the paragraphs that end it, behind which a page may end."""
    match answer:
        case Choices(options=options, multiple=multiple):
            style = "OptionOfSeveral" if multiple else "Option"
            return [add(document, style, spans(option.text)) for option in options][-1:]
        case Words(accepted=accepted):
            long = max(map(len, accepted)) > _LONG
            return [_line(document, measure(document) if long else _SHORT_LINE)]
        case Number(unit=unit):
            return [_line(document, _FIGURE_LINE, unit or "")]
        case Gaps():
            return ()  # the blanks are in the text
        case Pairs(headings=True):
            return _sorted(document, answer)
        case Pairs():
            return _matched(document, answer)
        case Steps(steps=steps, shown=shown):
            return _ordered(document, [steps[index].text for index in shown])
        case Essay(lines=lines):
            return _written(document, lines)
        case _:
            assert_never(answer)


def gapped(gaps: Gaps) -> list[Span]:
    """A text with its blanks, numbered where there are several, each hint after its blank."""
    several = len(gaps.blanks) > 1
    room = "_" * _blank_width(gaps)
    number = 0
    text: list[Span] = []
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                number += 1
                text.append(Span(f"({number})\u00a0{room}" if several else room))
                text += [Span(f"\u00a0({hint})")] if hint else []
            case _:
                text += spans(part)
    return text


def _blank_width(gaps: Gaps) -> int:
    """How many signs wide the blanks of a text are: all alike, so that none tells anything of its answer."""
    longest = max(len(answer) for blank in gaps.blanks for answer in blank.accepted)
    return 18 if longest <= 22 else 30


def _line(document: Word, length: int, after: str = "") -> Paragraph:
    """A line to write on, with what stands after it; Word rules it up to a tab stop, which can be moved."""
    line = add(document, "AnswerLine")
    line.paragraph_format.tab_stops.add_tab_stop(Emu(length), leader=WD_TAB_LEADER.HEAVY)
    tabulate(line)
    write(line, f" {after}" if after else "")
    return line


def _sorted(document: Word, pairs: Pairs) -> list[Paragraph]:
    """The headings, lettered, then the entries, each with a rule for a letter."""
    for text in pairs.rights:
        add(document, "Group", spans(text))
    return [add(document, "Entry", spans(left.text)) for left in pairs.lefts][-1:]


def _matched(document: Word, pairs: Pairs) -> list[Paragraph]:
    """Two lists side by side, in one row: entries with a rule for a letter, and their lettered partners."""
    half = Emu(measure(document) // 2)
    ((entries, partners),) = tables.rows(document, (half, half), 1)
    texts = [left.text for left in pairs.lefts]
    return [_listed(entries, "Entry", texts), _listed(partners, "Lettered", pairs.rights)]


def _listed(cell: _Cell, style: str, texts: Sequence[str]) -> Paragraph:
    """A list in a cell; its last paragraph."""
    last = fill(cell, style, spans(texts[0]))
    for text in texts[1:]:
        last = add(cell, style, spans(text))
    return last


def _ordered(document: Word, texts: Sequence[str]) -> list[Paragraph]:
    """Steps, lettered, each with a box to write its number in."""
    widths = _BOX, Emu(measure(document) - _BOX - Twips(_INDENT))
    ends: list[Paragraph] = []
    for row in tables.rows(document, widths, len(texts), indent=_INDENT):
        box, beside = row
        tables.rule(box)
        beside.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        text = texts[len(ends) // 2]
        ends += [fill(box, "Box"), fill(beside, "Lettered", spans(text))]
    return ends[-2:]


def _written(document: Word, count: int) -> list[Paragraph]:
    """Ruled lines, the first of them on the page of the stem."""
    lines = [add(document, "WritingLine") for _ in range(count)]
    for line in lines[: _TOGETHER - 1]:
        line.paragraph_format.keep_with_next = True
    return lines[-1:]
