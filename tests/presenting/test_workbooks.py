"""Workbooks: what is put in comes out, as text, and the same bytes each time."""

from __future__ import annotations

import pytest

from quizgen.presenting.workbooks import LONGEST, Sheet, cut, workbook
from tests.sheets import SPREADSHEET, cells, parts, sheet

TIME = 1_767_225_600
HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "https://example.org", "mailto:a@b", "internal:A1", "external:c.xlsx",
    "007", "1e3", "TRUE", "<b>&\"'", "_x0041_", "a\nb", "a\tb", " a ", "שלום", "🌊",
)  # fmt: skip


def made(*texts: str) -> bytes:
    rows: list[list[str | float]] = [["A", "B"]]
    for text in texts:
        rows.append([text, 2.5])
    return workbook(Sheet("Items", "Title", rows, (10, 5)), TIME)


def test_every_text_comes_back_as_text_and_figures_as_figures() -> None:
    data = made(*HOSTILE)
    assert cells(data) == [["A", "B"], *([text, 2.5] for text in HOSTILE)]
    assert not list(sheet(data).iter(f"{SPREADSHEET}hyperlink"))
    assert not [name for name in parts(data) if "worksheets/_rels" in name]


def test_what_xml_cannot_hold_is_shown_as_missing() -> None:
    assert cells(made("a\x00b\ufffe"))[1][0] == "a\ufffdb\ufffd"


def test_the_same_content_gives_the_same_bytes_with_the_moment_of_the_build() -> None:
    assert made(*HOSTILE) == made(*HOSTILE)
    assert b"2026-01-01T00:00:00Z" in parts(made("a"))["docProps/core.xml"]


@pytest.mark.parametrize("sign", ["x", "🌊"])
def test_a_cell_holds_as_much_as_excel_counts(sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    whole = sign * (LONGEST // units)
    assert cut(whole) == whole
    assert cut(whole + sign) == whole
    assert cells(made(whole + sign))[1][0] == whole


def test_headings_stay_in_sight_and_values_can_be_picked() -> None:
    arranged = Sheet("Items", "T", [[], ["A", "B"], ["a", "b"]], (10, 5), 1, 1, True, {1: ("keep", "drop")})
    root = sheet(workbook(arranged, TIME))
    (pane,) = root.iter(f"{SPREADSHEET}pane")
    assert (pane.attrib["topLeftCell"], pane.attrib["state"]) == ("B3", "frozen")
    assert [one.attrib["ref"] for one in root.iter(f"{SPREADSHEET}autoFilter")] == ["A2:B3"]
    (picked,) = root.iter(f"{SPREADSHEET}dataValidation")
    assert (picked.attrib["sqref"], picked.findtext(f"{SPREADSHEET}formula1")) == ("B3", '"keep,drop"')
    assert [float(column.attrib["width"]) > 5 for column in root.iter(f"{SPREADSHEET}col")] == [True, True]


def test_rows_are_as_high_as_their_texts_need_and_no_higher_than_can_be() -> None:
    rows: list[list[str | float]] = [["A", 1], ["x" * 95, 1], ["a\nb\nc", 1], ["x" * 9_999, 1]]
    data = workbook(Sheet("Items", "T", rows, (10, 5)), TIME)
    heights = [float(row.attrib.get("ht", 15)) for row in sheet(data).iter(f"{SPREADSHEET}row")]
    assert heights == [15, 150, 45, 408]
