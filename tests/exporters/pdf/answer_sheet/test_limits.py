"""What a sheet has no bubbles for is said before it is made."""

from __future__ import annotations

from quizgen.exporters.pdf import answer_sheet
from tests.exporters.pdf.answer_sheet.sheets import HUNDRED, MIXED, WIDE, item, written
from tests.exporters.pdf.printing import quiz_of


def test_the_usual_has_no_limit() -> None:
    assert list(answer_sheet.limits([HUNDRED, MIXED, WIDE, quiz_of(written(1))])) == []


def test_more_options_than_letters() -> None:
    (remark,) = answer_sheet.limits([quiz_of(item(1), item(2, 27), item(3, 26))])
    assert remark.item == "item-2"
    assert "26 options at most, and here are 27: the item is answered on the paper" in remark.message


def test_more_items_than_the_pages_hold() -> None:
    (remark,) = answer_sheet.limits([quiz_of(*(item(n) for n in range(1, 406)), id="long")])
    assert remark.item is None
    assert "4 pages at most: of long, the last 5 items with options are answered on the paper" in remark.message
