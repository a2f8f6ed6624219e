"""Each answer shape as the script shuffles, reads and marks it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from quizgen.wording import EN
from tests.exporters.html.answering import answer, check, item
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS, BRIEF, QUOTE, question

ROUNDS = 60
"""So many that each of five orders all but surely comes up, and one that must not would have."""
BEGIN_AGAIN = """([rounds, selectors]) => Array.from({ length: rounds }, () => {
  document.getElementById("again").click();
  const name = (node) => node.dataset.item ?? node.dataset.step ?? node.value;
  return selectors.map((selector) => [...document.querySelectorAll(selector)].map(name).join());
})"""


@pytest.mark.parametrize("id", ANSWERS)
def test_every_shape_is_asked_and_marked(id: str, page: Page) -> None:
    points = question(id).points
    page.locator("#again").click()
    answer(page, id, rightly=True)
    verdict = item(page, id).locator(".verdict")
    total = "3 of 3 points" if points == 3 else "1 of 1 point"
    assert verdict.locator(".score").text_content() == total
    if id != "argue-for-it":
        assert verdict.locator(".grade").text_content() == f"✓ {EN.right}"
        assert verdict.evaluate("node => node === document.activeElement")
    assert item(page, id).locator(".rationale").is_visible()
    assert item(page, id).locator(".quote").text_content() == QUOTE
    item(page, id).locator(".passage summary").click()
    assert item(page, id).locator(".passage p").text_content() == BRIEF.passages[0].text

    page.locator("#again").click()
    assert item(page, id).locator(".solved").is_hidden()
    answer(page, id, rightly=False)
    assert verdict.locator(".score").text_content() == total.replace(str(int(points)), "0", 1)
    if id != "argue-for-it":
        assert verdict.locator(".grade").text_content() == f"✗ {EN.wrong}"


def test_the_reason_for_the_chosen_option_comes_first(opened: Open) -> None:
    page = opened()
    form = item(page, "why-a-fund")
    form.locator(".ask input[value='2']").check()
    check(form)
    assert form.locator(".ask .option", has=page.locator("input:checked")).locator(".mark").text_content() == (
        f"✗ {EN.your_answer}"
    )
    assert form.locator(".ask .option", has=page.locator("input[value='0']")).locator(".mark").text_content() == (
        f"✓ {EN.answer}"
    )
    reasons = form.locator(".whys .why").all_text_contents()
    assert reasons[0] == "The ferry is never for sale."
    assert sorted(reasons[1:]) == ["Taxes are not what the fund is for.", "The fund repairs; it builds nothing new."]


def test_what_is_shuffled_is_shuffled_and_what_is_pinned_is_not(page: Page) -> None:
    selectors = (
        "form.question",
        "#item-why-a-fund .ask input",
        "#item-order-of-work [data-step]",
        "#item-years-of-storms .ask input",
        "#item-before-or-after [data-entry='0'] option",
    )
    rounds = page.evaluate(BEGIN_AGAIN, [ROUNDS, selectors])
    places, options, steps, pinned, headings = (set(orders) for orders in zip(*rounds, strict=True))
    assert len(places) > ROUNDS / 2
    assert len(options) > 6
    assert steps == {"0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"}  # all but the right one
    assert pinned == {"0,1,2"}
    assert headings == {",0,1"}
