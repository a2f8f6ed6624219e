"""Each answer shape as the script shuffles, reads and marks it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from quizgen.wording import EN
from tests.exporters.html.answering import answer, check, item, pick
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS, BRIEF, QUOTE, question

ROUNDS = 60
"""So many that each of five orders all but surely comes up, and one that must not would have."""
BEGIN_AGAIN = """([rounds, selectors]) => Array.from({ length: rounds }, () => {
  document.getElementById("again").click();
  const name = (node) => node.id || node.dataset.n || node.textContent;
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
    assert item(page, id).get_by_text("The brief says so of the fund").is_visible()
    assert item(page, id).locator(".quote").text_content() == QUOTE
    assert item(page, id).locator(".reference").get_by_text("Restated from paragraph 1 of Ibarra").is_visible()
    item(page, id).locator(".passage summary").click()
    assert item(page, id).locator(".passage p").text_content() == BRIEF.passages[0].text
    assert item(page, id).locator(".passage mark").all_text_contents() == [QUOTE]

    page.locator("#again").click()
    assert item(page, id).locator(".key").is_hidden()
    answer(page, id, rightly=False)
    assert verdict.locator(".score").text_content() == total.replace(str(int(points)), "0", 1)
    if id != "argue-for-it":
        assert verdict.locator(".grade").text_content() == f"✗ {EN.wrong}"


def test_each_option_has_its_reason_beside_it(opened: Open) -> None:
    page = opened()
    form = item(page, "why-a-fund")
    assert form.locator(".options p:visible").count() == 0
    pick(form, "So that the ferry can be sold")
    check(form)
    said = [re.sub(r"\s*\n\s*", " | ", option.inner_text().strip()) for option in form.locator(".options li").all()]
    assert sorted(said) == [
        "So that new harbors can be dug | The fund repairs; it builds nothing new.",
        f"So that repairs need not wait for loans | ✓ {EN.answer}",
        "So that taxes & fees can be <cut> | Taxes are not what the fund is for.",
        f"So that the ferry can be sold | ✗ {EN.your_answer} | The ferry is never for sale.",
    ]


def test_what_is_shuffled_is_shuffled_and_what_is_pinned_is_not(page: Page) -> None:
    selectors = (
        "form.question",
        "#item-why-a-fund .options li",
        "#item-order-of-work .steps li",
        "#item-years-of-storms .options li",
        "#item-before-or-after li:first-child option",
    )
    rounds = page.evaluate(BEGIN_AGAIN, [ROUNDS, selectors])
    places, options, steps, pinned, headings = (set(orders) for orders in zip(*rounds, strict=True))
    assert len(places) > ROUNDS / 2
    assert len(options) > 6
    assert steps == {"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,1,0"}  # all but the right one
    assert pinned == {"0,1,2"}
    assert headings == {f"{EN.choose},Before,After"}
