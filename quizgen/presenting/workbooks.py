"""Workbooks of Excel: one sheet of texts and figures, the same bytes for the same content.

No text is taken for a formula, a link or a figure, whatever it begins with.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from quizgen.archive import zipped
from quizgen.presenting.elements import writable

Value: TypeAlias = "str | float"

LONGEST = 32_767
"""As many characters a cell holds, as Excel counts them: signs beyond the first 65,536 count twice."""
_LINE, _HIGHEST = 15, 408
"""The height of a line, and the most that a row of Excel can have, in points."""
_RAGGED = 1.05
"""How much longer a text is for its lines that end before the column does."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of values, of which the one at the place `header` names the columns; it stays in sight.

    `widths` are of the columns, in digits; `frozen` columns stay in sight too; `choices` offers values to pick from in
    the column at a place.
    """

    name: str
    title: str
    rows: Sequence[Sequence[Value]]
    widths: Sequence[float]
    header: int = 0
    frozen: int = 0
    filtered: bool = False
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(sheet: Sheet, time: int) -> bytes:
    """The sheet as a file; `time` is the moment, in seconds since 1970, that it says it was made at."""
    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True}) as book:
        moment = datetime.datetime.fromtimestamp(time, datetime.timezone.utc).replace(tzinfo=None)
        book.set_properties({"title": writable(sheet.title)[:255], "created": moment})
        page = book.add_worksheet(sheet.name)
        _fill(book, page, sheet)
        _arrange(page, sheet)
    with zipfile.ZipFile(saved) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _fill(book: Workbook, page: Worksheet, sheet: Sheet) -> None:
    usual = book.add_format({"text_wrap": True, "valign": "top"})
    heading = book.add_format({"text_wrap": True, "valign": "top", "bold": True, "bottom": 1})
    for row, values in enumerate(sheet.rows):
        dress = heading if row == sheet.header else usual
        for column, value in enumerate(values):
            if not isinstance(value, str):
                page.write_number(row, column, value, dress)
            elif value:
                page.write_string(row, column, cut(value), dress)
        page.set_row(row, _height(values, sheet.widths))


def _height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """How high a row must be for its texts, in points; not every program finds out by itself."""
    lines = (_lines(value, width) for value, width in zip(values, widths, strict=False) if isinstance(value, str))
    return min(_LINE * max((1, *lines)), _HIGHEST)


def _lines(text: str, width: float) -> int:
    """On how many lines a text stands in a column, about: a letter is as wide as a digit, and words stay whole."""
    return sum(1 + int(len(line) * _RAGGED / width) for line in text.splitlines())


def cut(text: str) -> str:
    """As much of a text as a cell holds."""
    return writable(text).encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")


def _arrange(page: Worksheet, sheet: Sheet) -> None:
    """Widths, what stays in sight, filters and what can be picked; printed across the paper."""
    last = len(sheet.rows) - 1
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.freeze_panes(sheet.header + 1, sheet.frozen)
    if sheet.filtered:
        page.autofilter(sheet.header, 0, last, len(sheet.widths) - 1)
    for column, values in sheet.choices.items():
        picked = {"validate": "list", "source": list(values), "error_type": "information"}
        page.data_validation(sheet.header + 1, column, max(last, sheet.header + 1), column, picked)
    page.set_landscape()
    page.repeat_rows(sheet.header)
