"""What is typed: what is forgiven, what is told as a near miss, and what has another try."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from quizgen.model import Blank, Gaps, Words
from quizgen.wording import EN
from tests.exporters.html.answering import check, item
from tests.exporters.html.conftest import Open
from tests.quizzes import every_shape, question


@pytest.mark.parametrize(
    ("accepted", "written", "grade"),
    [
        ("storm fund", "storm fumd", "near"), ("storm fund", "strom fund", "near"), ("storm fund", "stormfund", "near"),
        ("storm fund", "Storm  Fund", "right"), ("council", "councel", "near"),
        ("Castañeda", "Castaneda", "right"), ("Castañeda", "Casteneda", "near"),
        ("import", "export", "wrong"), ("equality", "inequality", "wrong"), ("formal", "normal", "wrong"),
        ("1998", "1999", "wrong"), ("U.S. 2020", "U.S. 2021", "wrong"), ("aid", "aids", "wrong"),
        ("loan", "loam", "near"),
        ("loan", "lawn", "wrong"), ("council", "the mayor", "wrong"), ("", "", "right"), ("a", "", "wrong"),
        ("the International Organization for Migration", "the International Organisation for Migracion", "near"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_near_and_another_word_is_wrong(
    accepted: str, written: str, grade: str, page: Page
) -> None:
    assert page.evaluate("([a, b]) => compare([a], b, 'en')", [accepted, written]) == grade


@pytest.mark.parametrize(
    ("a", "b", "letters"), [("", "abc", 3), ("abc", "abc", 0), ("abcd", "abdc", 1), ("kitten", "sitting", 3)]
)
def test_letters_apart(a: str, b: str, letters: int, page: Page) -> None:
    assert page.evaluate("([a, b]) => [distance(a, b), distance(b, a)]", [a, b]) == [letters, letters]


def test_a_near_miss_has_one_more_try_and_is_then_told_as_one(opened: Open) -> None:
    page = opened()
    form = item(page, "storm-fund")
    form.locator("input").fill("storm fumd")
    page.keyboard.press("Enter")
    assert form.locator(".notice").text_content() == f"{EN.almost}. {EN.one_more_try}"
    assert form.locator(".key").is_hidden()
    assert form.locator("input").evaluate("node => node === document.activeElement")
    page.keyboard.press("Enter")
    assert form.locator(".verdict").text_content() == f"✗ {EN.almost} 0 of 1 point"
    assert form.locator(".right b").text_content() == "storm fund"


def test_a_second_try_counts_in_full(opened: Open) -> None:
    page = opened()
    form = item(page, "storm-fund")
    form.locator("input").fill("storm fumd")
    check(form)
    form.locator("input").fill("storm fund")
    assert form.locator(".notice").text_content() == ""
    check(form)
    assert form.locator(".verdict").text_content() == f"✓ {EN.right} 1 of 1 point"


def test_a_near_miss_in_one_of_several_blanks_says_which(opened: Open) -> None:
    page = opened()
    form = item(page, "gaps-in-text")
    for blank, text in zip(form.locator(".blank input").all(), ["1990", "councel"], strict=True):
        blank.fill(text)
    check(form)
    assert form.locator(".notice").text_content() == f"Blank 2: {EN.almost}. {EN.one_more_try}"
    check(form)
    assert form.locator(".mark").all_text_contents() == [
        f"✗ {EN.wrong}",
        f"✗ {EN.almost}",
    ]


def test_what_a_blank_accepts_besides_is_told(opened: Open) -> None:
    page = opened()
    check_blanks = item(page, "gaps-in-text")
    check_blanks.locator("input").first.fill("99")
    check_blanks.locator("input").last.fill("council")
    check(check_blanks)
    assert check_blanks.locator(".verdict .grade").text_content() == f"✓ {EN.right}"
    assert check_blanks.locator("ol.right li").all_inner_texts() == ["1999 (Also right: 99)", "council"]


def test_of_many_answers_the_first_are_told_and_all_are_taken(opened: Open) -> None:
    many = Words(("fund", "one", "two", "three", "four", "five"))
    page = opened(replace(every_shape(), questions=(replace(question("who-governs"), answer=many),)))
    form = item(page, "who-governs")
    form.locator("input").fill("five")
    check(form)
    assert form.locator(".verdict .grade").text_content() == f"✓ {EN.right}"
    assert form.locator(".right i:visible").all_text_contents() == ["one", "two", "three"]


def test_a_hint_is_given_on_demand(opened: Open) -> None:
    page = opened()
    hint = item(page, "gaps-in-text").locator(".hint")
    assert (hint.text_content(), hint.get_attribute("open")) == (f"{EN.hint}not the mayor", None)
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    assert hint.get_attribute("open") == ""
    assert item(page, "gaps-in-text").locator(".key").is_hidden()


def test_accepted_answers_are_read_from_the_page_as_they_are(opened: Open) -> None:
    odd = ("*so* & <b>so</b>", '"quoted", listed', "  spaced ")
    one = replace(question("who-governs"), answer=Words(odd))
    two = replace(question("gaps-in-text"), answer=Gaps(("A ", Blank(odd), " b ", Blank(("c",)))))
    page = opened(replace(every_shape(), questions=(one, two)))
    read = "() => [...items.values()].map(item => item.accepted)"
    assert page.evaluate(read) == [[list(odd)], [list(odd), ["c"]]]
