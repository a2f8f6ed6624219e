"""What the script takes for right, and what it is worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from quizgen.model import Number
from quizgen.wording import EN, ES, Wording, figure
from tests.exporters.html.answering import check, entry, item, order, score
from tests.exporters.html.conftest import Open
from tests.quizzes import every_shape


@pytest.mark.parametrize(
    ("written", "en", "es"),
    [
        ("1,000", 1000, 1), ("1.000", 1, 1000), ("1 000", 1000, 1000), ("1\u202f000", 1000, 1000),
        ("1'000", 1000, 1000), ("2.5", 2.5, 2.5), ("2,5", 2.5, 2.5), ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5), ("1.000.000", 1000000, 1000000), ("1,000,000", 1000000, 1000000),
        ("0,125", 0.125, 0.125),
        ("−3", -3, -3), (".5", 0.5, 0.5), ("12,34,5", None, None), ("2019 2020", None, None), ("three", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_figures_are_read_as_each_language_writes_them(
    written: str, en: float | None, es: float | None, page: Page
) -> None:
    for language, value in (("en", en), ("es", es)):
        read = "([text, language]) => { const n = readNumber(text, language); return Number.isNaN(n) ? null : n }"
        assert page.evaluate(read, [written, language]) == value


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("2.5 %", "percent", 2.5), ("2.5 percent", "percent", 2.5), ("$650 billion", "billion US dollars", 650),
        ("US$ 650", "billion US dollars", 650), ("650 million", "billion US dollars", None), ("1964", "year", 1964),
        ("2 years", "year", 2), ("12 visas", "", None),
    ],
)  # fmt: skip
def test_a_figure_may_carry_its_own_unit_and_no_other(written: str, unit: str, value: float | None, page: Page) -> None:
    read = "([text, unit]) => { const n = readFigure(text, unit, 'en'); return Number.isNaN(n) ? null : n }"
    assert page.evaluate(read, [written, unit]) == value


@pytest.mark.parametrize("words", [EN, ES], ids=["en", "es"])
@pytest.mark.parametrize("value", ["2.5", "12500", "1234567.25", "1234.567", "2.125", "0.125", "-3", "1999"])
def test_the_key_as_it_is_shown_is_right_when_it_is_typed(value: str, words: Wording, page: Page) -> None:
    shown = Number(Decimal(value), figure(Decimal(value), words), "dólares").shown
    for written in (shown, shown.replace("\u00a0", " "), shown.replace("\u00a0dólares", "")):
        read = "([text, language]) => readFigure(text, 'dólares', language)"
        assert page.evaluate(read, [written, words.code]) == float(value)


@pytest.mark.parametrize(
    ("accepted", "written", "same"),
    [
        ("Señora Ibarra", "  senora   IBARRA ", True), ("O’Keefe", "o'keefe", True),
        ("self-defense", "self defense", True),
        ("MS–13", "ms-13", True), ("U.S.", "US", True), ("“good”", "good", True), ("1,000 people", "1000 people", True),
        ("4%", "4 %", True), ("2.5", "25", False), ("storm fund", "the storm fund", False), ("storm", "storms", False),
        ("2019–2020", "2019-2020", True),
    ],
)  # fmt: skip
def test_words_are_compared_by_what_they_say(accepted: str, written: str, same: bool, page: Page) -> None:
    assert page.evaluate("([a, b]) => fold(a, 'en') === fold(b, 'en')", [accepted, written]) is same


def test_parts_earn_their_share_where_the_item_is_scored_so(opened: Open) -> None:
    quiz = every_shape()
    each = tuple(replace(question, scoring="each", points=2.0) for question in quiz.questions)
    page = opened(replace(quiz, questions=each))
    form = item(page, "gaps-in-text")
    form.locator(".blank input").first.fill("1999")
    check(form)
    assert form.locator(".verdict").text_content() == f"◐ {EN.partly_right} 1 of 2 points"
    assert form.locator(".blank .mark").all_text_contents() == ["✓ Right", "✗ Not right"]
    picks = item(page, "what-it-pays")
    for box in picks.locator(".options input").all():  # a stray tick takes back a right one
        box.check()
    check(picks)
    assert picks.locator(".verdict .score").text_content() == "1 of 2 points"
    steps = item(page, "order-of-work")
    order(steps, ["Clear the roads", "Open the school", "Mend the roofs"])
    check(steps)
    assert steps.locator(".verdict .score").text_content() == "0.67 of 2 points"
    pairs = item(page, "before-or-after")
    entry(pairs, "Saving").locator("select").select_option("Before")
    check(pairs)
    assert pairs.locator(".verdict .score").text_content() == "0.67 of 2 points"
    assert score(page) == "3.33 of 8 points"


def test_half_right_earns_nothing_where_it_is_all_or_nothing(page: Page) -> None:
    page.locator("#again").click()
    form = item(page, "gaps-in-text")
    form.locator(".blank input").first.fill("1999")
    check(form)
    assert form.locator(".verdict").text_content() == f"✗ {EN.wrong} 0 of 1 point"
    assert form.locator(".blank .mark").first.text_content() == f"✓ {EN.right}"
