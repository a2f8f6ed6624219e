"""For everyone: by keyboard alone, by touch, in large text and forced colours, and told once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.wording import EN
from tests.exporters.html.answering import answer, check, item
from tests.exporters.html.conftest import Open
from tests.exporters.html.keyboard import give_right_answer, is_at, tab_to
from tests.quizzes import ANSWERS, every_shape, question


@pytest.mark.parametrize("id", ANSWERS)
def test_every_shape_is_answered_by_keyboard_alone(id: str, opened: Open) -> None:
    page = opened(replace(every_shape(), questions=(question(id),)))
    form, points = item(page, id), question(id).points
    give_right_answer(page, ANSWERS[id][2])
    assert is_at(page, ".verdict")
    for _ in range(2 if id == "argue-for-it" else 0):
        tab_to(page, ".rubric input:not(:checked)")
        page.keyboard.press("Space")
    assert (form.locator(".verdict .score").text_content() or "").startswith(f"{points:g} of {points:g} point")
    tab_to(page, ".passage summary")
    page.keyboard.press("Enter")
    form.locator(".passage mark").wait_for()
    tab_to(page, ".next")
    page.keyboard.press("Enter")
    assert is_at(page, "#result-title")


@pytest.mark.parametrize("id", ["why-a-fund", "who-governs", "who-said-what", "order-of-work", "argue-for-it"])
def test_what_is_said_of_an_answer_is_told_once(id: str, opened: Open) -> None:
    """It has the focus, so no live region may say it too."""
    page = opened()
    page.evaluate("""() => {
      window.told = [];
      const live = document.querySelectorAll("[role=status], [role=alert], [aria-live]");
      for (const node of live) new MutationObserver(() => told.push(node.textContent)).observe(node, {
        childList: true, characterData: true, subtree: true });
    }""")
    form = item(page, id)
    check(form)
    if id.startswith("wh"):
        assert page.evaluate("told") == [EN.answer_first]
        assert page.evaluate("document.activeElement.matches('.actions button')"), "the focus stays where it was"
    if not form.locator(".verdict").count():
        answer(page, id, rightly=True)
    assert page.evaluate("told.filter(Boolean)").count(EN.answer_first) <= 1
    assert not any(EN.right in text for text in page.evaluate("told"))
    assert page.locator("[aria-live]").count() == 0
    assert page.locator(".verdict[role]").count() == 0


def test_every_control_has_a_name_and_every_question_its_legend(opened: Open) -> None:
    page = opened()
    for state in ("open", "answered"):
        if state == "answered":
            for id in ANSWERS:
                answer(page, id, rightly=False)
        unnamed = """() => [...document.querySelectorAll("form :is(input, select, textarea, button)")].filter(node =>
          !node.ariaLabel && !node.textContent.trim() && ![...(node.labels ?? [])].some(l => l.textContent.trim()))
          .map(node => node.outerHTML)"""
        assert page.evaluate(unnamed) == []
        assert page.locator("form.question > fieldset > legend:first-child > h2").count() == len(ANSWERS)
    assert page.locator("h1").count() == 1


def test_text_twice_as_large_stays_on_a_small_screen(opened: Open) -> None:
    page = opened(width=640)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    for id in ANSWERS:
        answer(page, id, rightly=False)
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "34px"
    wide = """() => [...document.querySelectorAll('main *')].filter(node => !node.closest('option, .unseen') &&
      node.getBoundingClientRect().right > innerWidth).map(node => node.outerHTML)"""
    assert page.evaluate(wide) == []


def test_forced_colours_keep_signs_and_frames(opened: Open) -> None:
    page = opened(forced_colors="active")
    for id in ANSWERS:
        answer(page, id, rightly=False)
    for verdict in page.locator(".verdict").all():
        assert verdict.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid"
    assert page.locator("progress").evaluate("node => getComputedStyle(node).appearance") != "none"


def test_right_and_wrong_are_told_by_sign_and_word(opened: Open) -> None:
    page = opened()
    for id in ANSWERS:
        answer(page, id, rightly=False)
    said = page.locator(".mark, .grade").all_text_contents()
    assert len(said) > 20
    signed = [text for text in said if text != EN.model_answer]
    assert [text for text in signed if text[:2] not in ("✓ ", "✗ ", "◐ ") or len(text) < 4] == []


def test_a_thumb_answers_as_a_mouse_does(opened: Open) -> None:
    page = opened(width=360, has_touch=True, is_mobile=True)
    form = item(page, "why-a-fund")
    form.locator("label").filter(has_text="repairs").tap()
    form.locator(".actions button").tap()
    assert form.locator(".verdict .grade").text_content() == f"✓ {EN.right}"
    steps = item(page, "order-of-work").locator(".steps li")
    first = steps.first.get_attribute("data-n")
    steps.first.locator("[data-move=down]").tap()
    assert steps.nth(1).get_attribute("data-n") == first
