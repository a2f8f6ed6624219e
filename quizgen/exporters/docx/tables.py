"""Tables of Word: rows that no page parts, in columns of fixed widths, ruled or not."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Word
from docx.shared import Length
from docx.table import _Cell

from quizgen.exporters.docx.text import made

Row = tuple[_Cell, ...]


def rows(document: Word, widths: Sequence[Length], count: int, *, indent: int = 0) -> list[Row]:
    """The rows of a new table without rules; `indent` is from the left margin, in twentieths of a point."""
    table = document.add_table(count, len(widths))
    table.autofit = False
    # where the order of elements wants it: behind the width of the table
    table._tblPr[0].addnext(made("w:tblInd", w=str(indent), type="dxa"))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    found = []
    for row in table.rows:
        row._tr.get_or_add_trPr().append(made("w:cantSplit"))
        cells = row.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        found.append(cells)
    return found


def rule(cell: _Cell) -> None:
    """Draw a box round a cell."""
    borders = made("w:tcBorders")
    for edge in ("top", "left", "bottom", "right"):
        borders.append(made(f"w:{edge}", val="single", sz="6", space="0", color="auto"))
    cell._tc.get_or_add_tcPr().append(borders)
