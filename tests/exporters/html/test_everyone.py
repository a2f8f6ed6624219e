"""For everyone: by keyboard alone, by touch, in large text and forced colours, and told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Locator, Page

from quizgen.wording import EN
from tests.exporters.html.answering import answer, check, item, tap
from tests.exporters.html.conftest import Heard, Open, blank_page, page_of
from tests.exporters.html.keyboard import give_answer, is_at, tab_to
from tests.exporters.html.states import answer_all
from tests.quizzes import ANSWERS, every_shape, question

EDGES = """() => {
  const { activeElement } = document;
  const status = document.getElementById("status");
  const outside = activeElement === document.body || activeElement.closest("header, #status");
  return [outside ? null : activeElement.getBoundingClientRect().toJSON(), status.getBoundingClientRect().bottom];
}"""


@pytest.mark.parametrize("id", ANSWERS)
def test_every_shape_is_answered_rightly_and_wrongly_by_keyboard_alone(id: str, opened: Open) -> None:
    page = opened(replace(every_shape(), questions=(question(id),)))
    for rightly in (True, False):
        give_answer(page, ANSWERS[id][2], rightly=rightly)
        assert is_at(page, ".verdict")
        for _ in range(2 if id == "argue-for-it" and rightly else 0):
            tab_to(page, ".rubric input:not(:checked)")
            page.keyboard.press("Space")
        assert total(item(page, id)) == (question(id).points if rightly else 0)
        tab_to(page, ".passage summary")
        page.keyboard.press("Enter")
        item(page, id).locator(".passage mark").wait_for()
        tab_to(page, ".next")
        page.keyboard.press("Enter")
        assert is_at(page, "#result-title")
        tab_to(page, "#again")
        page.keyboard.press("Enter")
        assert is_at(page, f"#item-{id} h2")


def total(form: Locator) -> float:
    """The points that an answer was given."""
    return float((form.locator(".verdict .score").text_content() or "").split()[0])


@pytest.fixture(scope="module")
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page on a phone, for tests that begin again on it."""
    path, heard = tmp_path_factory.mktemp("phone") / "storms.html", Heard()
    path.write_text(page_of(every_shape()), encoding="utf-8")
    page = blank_page(browser, heard, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(path.as_uri())
    page.locator("#begin").tap()
    yield page
    page.context.close()
    assert heard.complaints == []


@pytest.mark.parametrize("rightly", [True, False])
def test_every_shape_is_answered_by_touch(rightly: bool, phone: Page) -> None:
    phone.locator("#again").tap()
    for id in ANSWERS:
        answer(phone, id, rightly=rightly, press=tap)
        assert total(item(phone, id)) == (question(id).points if rightly else 0), id
    assert phone.locator("form.checked").count() == len(ANSWERS)
    item(phone, "why-a-fund").locator(".next").tap()
    assert phone.evaluate("document.activeElement.id") == "result-title"


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


def test_text_may_be_spaced_widely(opened: Open) -> None:
    """As WCAG 1.4.12 has it: nothing is cut off, and nothing scrolls sideways, on the smallest screen too."""
    page = opened(width=320)
    answer_all(page, rightly=False)
    page.evaluate("""() => document.querySelectorAll("body, body *").forEach(({ style }) => Object.assign(style, {
      lineHeight: 1.5, letterSpacing: ".12em", wordSpacing: ".16em" }))""")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    cut = """() => [...document.querySelectorAll("main *")].filter((node) => node.scrollWidth > node.clientWidth + 1 &&
      getComputedStyle(node).overflowX === "hidden" && !node.matches(".unseen")).map((node) => node.outerHTML)"""
    assert page.evaluate(cut) == []


def test_the_focus_is_never_hidden(opened: Open) -> None:
    """Forwards and back, nothing that has the focus lies under the line with the score (WCAG 2.4.11)."""
    page = opened(width=320, height=500)
    answer_all(page, rightly=False)
    page.locator("h1").click()
    reached = 0
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        box, status = page.evaluate(EDGES)
        if box:
            reached += 1
            assert box["bottom"] > status + 2, page.evaluate("document.activeElement.outerHTML")
            assert box["top"] < 500
    assert reached > 60


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
