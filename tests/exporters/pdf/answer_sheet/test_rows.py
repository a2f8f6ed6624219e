"""Which items stand on which page, and which are written on the paper."""

from __future__ import annotations

import pytest

from quizgen.exporters.pdf.answer_sheet import rows
from quizgen.model import Choices, Form
from tests.exporters.pdf.answer_sheet.sheets import QUIZZES, item, written
from tests.exporters.pdf.printing import quiz_of


def form_of(*sizes: int) -> Form:
    """A form of items with so many options; 0 for one without."""
    asked = (item(number, size) if size else written(number) for number, size in enumerate(sizes, 1))
    (form,) = quiz_of(*asked).forms
    return form


@pytest.mark.parametrize(
    ("items", "columns", "down"),
    [
        (1, 2, 10),
        (20, 2, 10),
        (21, 2, 20),
        (40, 2, 20),
        (41, 3, 20),
        (60, 3, 20),
        (61, 4, 20),
        (81, 4, 25),
        (100, 4, 25),
    ],
)
def test_a_page_has_the_fewest_columns_and_rows_that_hold_its_items(items: int, columns: int, down: int) -> None:
    (page,) = rows.pages(form_of(*[4] * items))
    assert (page.grid.columns, page.grid.rows) == (columns, down)
    assert len(page.spots) == items


@pytest.mark.parametrize(("items", "held"), [(101, [100, 1]), (200, [100, 100]), (350, [100, 100, 100, 50])])
def test_what_does_not_fit_goes_on_further_pages(items: int, held: list[int]) -> None:
    form = form_of(*[5] * items)
    assert [len(page.spots) for page in rows.pages(form)] == held
    assert rows.left_over(form) == 0


def test_more_than_the_most_pages_hold_is_written_on_the_paper() -> None:
    form = form_of(*[4] * 403)
    pages = rows.pages(form)
    assert len(pages) == rows.MOST_PAGES
    assert rows.left_over(form) == 3
    assert [page.written for page in pages] == [(), (), (), (401, 402, 403)]


def test_an_item_of_many_options_takes_several_rows_and_stays_in_its_column() -> None:
    (page,) = rows.pages(form_of(*[4] * 80, 26, *[4] * 15))
    assert page.grid.across == 6
    places = [(spot.column, spot.row) for spot in page.spots]
    assert places[79:83] == [(3, 4), (3, 5), (3, 10), (3, 11)]
    (small,) = rows.pages(form_of(*[4] * 8, 26, 14, 13))
    assert [(spot.column, spot.row) for spot in small.spots[7:]] == [(0, 7), (0, 8), (1, 0), (1, 2)]
    (pushed,) = rows.pages(form_of(*[4] * 9, 26, 4))
    assert [(spot.column, spot.row) for spot in pushed.spots[8:]] == [(0, 8), (1, 0), (1, 2)]


def test_an_item_of_more_options_than_letters_is_written_on_the_paper() -> None:
    (page,) = rows.pages(form_of(27, 4, 26))
    assert page.written == (1,)
    assert [spot.placed.number for spot in page.spots] == [2, 3]


def test_a_form_without_options_has_a_page_that_says_so() -> None:
    (page,) = rows.pages(form_of(0, 0, 0))
    assert (page.spots, page.written) == ((), (1, 2, 3))


@pytest.mark.parametrize("name", QUIZZES)
def test_each_item_has_a_place_or_is_named_once(name: str) -> None:
    for form in QUIZZES[name].forms:
        pages = rows.pages(form)
        marked = [spot.placed.number for page in pages for spot in page.spots]
        named = [number for page in pages for number in page.written]
        assert sorted(marked + named) == [placed.number for placed in form.placed]
        assert {placed.number for placed in form.placed if isinstance(placed.question.answer, Choices)} == set(marked)


def test_written_items_are_named_on_the_page_that_they_belong_to() -> None:
    first, second = rows.pages(form_of(0, *[4] * 50, 0, *[4] * 50, 0, 4, 4, 0))
    assert (first.written, second.written) == ((1, 52), (103, 106))
