"""A round of the self-test: asked, answered by mouse or keyboard, and added up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.wording import EN, ES
from tests.exporters.html.answering import answer, check, item, score
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS, every_shape, question


def test_nothing_is_marked_before_there_is_an_answer(opened: Open) -> None:
    page = opened()
    refusing = [id for id in ANSWERS if id not in ("order-of-work", "argue-for-it")]
    assert len(refusing) == 10
    for id in refusing:
        check(item(page, id))
        notice = EN.figure_first if id == "share-saved" else EN.answer_first
        assert item(page, id).locator(".notice").text_content() == notice
        assert item(page, id).locator(".key").is_hidden()
    item(page, "share-saved").locator("input").fill("a lot")
    check(item(page, "share-saved"))
    assert item(page, "share-saved").locator(".notice").text_content() == EN.figure_first
    assert score(page) == ""


def test_an_answer_that_was_checked_stays_readable_and_does_not_change(opened: Open) -> None:
    page = opened()
    answer(page, "fund-is-loan", rightly=True)
    chosen = item(page, "fund-is-loan").get_by_label("False")
    item(page, "fund-is-loan").locator("label").first.click(force=True)
    assert chosen.is_checked()
    chosen.focus()
    page.keyboard.press("ArrowUp")
    assert chosen.is_checked()
    assert chosen.evaluate("node => !node.disabled")
    answer(page, "who-governs", rightly=True)
    assert item(page, "who-governs").locator("input").evaluate("node => node.readOnly && !node.disabled")
    answer(page, "who-said-what", rightly=True)
    assert item(page, "who-said-what").locator(".given").count() == 2


def test_the_score_adds_up_and_missed_ones_come_again(opened: Open) -> None:
    page = opened()
    missed = ["years-of-storms", "order-of-work"]
    for number, id in enumerate(ANSWERS, 1):
        answer(page, id, rightly=id not in missed)
        assert page.locator("#status .answered").text_content() == f"{number} of 12 answered"
    assert score(page) == "12 of 14 points"
    assert page.locator("#result .score").text_content() == "12 of 14 points"
    page.locator("#again-missed").click()
    ids = [form.get_attribute("id") for form in page.locator("form.question").all()]
    assert sorted(filter(None, ids)) == sorted(f"item-{id}" for id in missed)
    assert page.locator("#questions h2").first.text_content() == "Question 1 of 2"
    for id in missed:
        answer(page, id, rightly=True)
    assert score(page) == "2 of 2 points"
    assert page.locator(".flawless").is_visible()
    assert page.locator("#again-missed").is_hidden()
    page.locator("#again").click()
    assert page.locator("form.question").count() == len(ANSWERS)
    assert score(page) == ""


def test_an_essay_is_marked_by_its_writer(opened: Open) -> None:
    page = opened()
    form = item(page, "argue-for-it")
    check(form)
    assert form.locator(".verdict .score").text_content() == "0 of 3 points"
    form.locator(".rubric input").first.check()
    assert form.locator(".verdict .score").text_content() == "2 of 3 points"
    assert score(page) == "2 of 3 points"
    form.locator(".rubric input").first.uncheck()
    assert score(page) == "0 of 3 points"


def test_a_choice_needs_no_mouse(opened: Open) -> None:
    page = opened(replace(every_shape(), questions=(question("years-of-storms"), question("fund-is-loan"))))
    first = page.locator("form.question").first.get_attribute("id")
    second = page.locator("form.question").last.get_attribute("id")
    page.locator("#leave").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # from the first option to the second, the key of both
    page.keyboard.press("Enter")
    verdict = page.locator(f"#{first} .verdict")
    assert verdict.locator(".grade").text_content() == "✓ Right"
    assert verdict.evaluate("node => node === document.activeElement")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator(f"#{first} .next").evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert page.locator(f"#{second} h2").evaluate("node => node === document.activeElement")


def test_the_next_question_is_the_next_that_is_open_and_then_the_first(opened: Open) -> None:
    page = opened()
    ids = [str(form.get_attribute("id")).removeprefix("item-") for form in page.locator("form.question").all()]
    for current, following in [(ids[1], ids[2]), (ids[2], ids[3]), (ids[-1], ids[0]), (ids[0], ids[3])]:
        answer(page, current, rightly=True)
        item(page, current).locator(".next").click()
        assert page.evaluate("document.activeElement.closest('form').id") == f"item-{following}"


@pytest.mark.parametrize(("way", "end"), [("up", 0), ("down", 2)])
def test_steps_are_put_in_order_without_a_mouse(way: str, end: int, opened: Open) -> None:
    page = opened(replace(every_shape(), questions=(question("order-of-work"),)))
    steps = page.locator("#item-order-of-work .steps li")
    moved = steps.nth(2 - end).get_attribute("data-n")
    text = steps.nth(2 - end).locator("span").first.text_content()
    button = steps.nth(2 - end).locator(f"[data-move='{way}']").element_handle()
    assert button is not None
    button.focus()
    for _ in range(3):  # once more than needed: the button keeps the focus where it can do no more
        page.keyboard.press("Enter")
    assert steps.nth(end).get_attribute("data-n") == moved
    assert button.evaluate("node => node === document.activeElement")
    assert button.get_attribute("aria-disabled") == "true"
    assert page.locator("#announce").text_content() == f"{end + 1}. {text}"


def test_enter_in_a_blank_goes_to_the_one_that_is_empty(opened: Open) -> None:
    page = opened()
    blanks = item(page, "gaps-in-text").locator(".blank input")
    blanks.first.fill("1999")
    page.keyboard.press("Enter")
    assert blanks.last.evaluate("node => node === document.activeElement")
    page.keyboard.type("Council")
    page.keyboard.press("Enter")
    assert item(page, "gaps-in-text").locator(".verdict .grade").text_content() == "✓ Right"


def test_a_spanish_page_speaks_spanish(opened: Open) -> None:
    page = opened(every_shape(language="es"))
    assert page.locator("html").get_attribute("lang") == "es"
    answer(page, "share-saved", rightly=True)
    text = page.locator("main").text_content() or ""
    for word in (ES.choose_all, ES.check, ES.start_again, "Pregunta 1 de 12", "1 de 12 respondidas"):
        assert word in text
    assert item(page, "share-saved").locator(".verdict").text_content() == "✓ Correcto 1 de 1 punto"
    for word in ("Check", "Start again", "Question", "answered"):
        assert word not in text
