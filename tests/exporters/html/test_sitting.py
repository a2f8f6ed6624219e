"""A sitting as its state has it: one value, from which the page can be had again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from quizgen.wording import EN
from tests.exporters.html.answering import answer, check, entry, item
from tests.exporters.html.conftest import Open, page_of
from tests.quizzes import ANSWERS, BRIEF, QUOTE, every_shape

AGAIN = """saved => {
  update(JSON.parse(saved));
  showRound();
}"""


def shown(page: Page) -> list[str]:
    """What the page shows of its questions: texts, with what is chosen and written."""
    texts = page.locator("form.question").all_text_contents()
    values = page.evaluate("[...document.querySelectorAll('form input, form textarea')].map(i => [i.value, i.checked])")
    return [*texts, json.dumps(values)]


def test_the_state_alone_brings_a_sitting_back(opened: Open) -> None:
    page = opened()
    for number, id in enumerate(ANSWERS):
        if number % 4 != 3:  # some are left open
            answer(page, id, rightly=number % 2 == 0)
    before = shown(page)
    saved = page.evaluate("JSON.stringify(state)")
    page.evaluate(AGAIN, saved)
    assert shown(page) == before
    page.locator("#again").click()
    assert shown(page) != before
    page.evaluate(AGAIN, saved)
    assert shown(page) == before


def test_no_item_counts_as_answered_for_having_the_name_of_what_every_object_has(opened: Open) -> None:
    named = replace(every_shape().questions[0], id="constructor")
    page = opened(every_shape(questions=(named, *every_shape().questions[1:3])))
    assert page.evaluate("tally(state, items).answered") == 0
    page.reload()
    assert page.evaluate("tally(state, items).answered") == 0
    form = item(page, "constructor")
    form.locator(".options input").first.check()
    check(form)
    assert page.evaluate("tally(state, items).answered") == 1


def test_one_seed_gives_one_order_and_another_another(page: Page) -> None:
    orders = page.evaluate("['a', 'b', 'a'].map(seed => shuffled([...'abcdefgh'], chance(seed)).join(''))")
    assert orders[0] == orders[2] != orders[1]
    assert sorted(orders[1]) == list("abcdefgh")
    firsts = page.evaluate("Array.from({ length: 900 }, (_, n) => shuffled([0, 1, 2], chance('seed ' + n))[0])")
    assert all(240 < firsts.count(entry) < 360 for entry in range(3))


def test_whoever_listens_hears_of_each_change(opened: Open) -> None:
    page = opened()
    page.evaluate("() => { window.heard = []; listeners.push(now => heard.push(Object.keys(now.answers).length)); }")
    answer(page, "fund-is-loan", rightly=True)
    answer(page, "who-governs", rightly=False)
    assert page.evaluate("heard") == [1, 2]


def test_what_was_answered_takes_no_other_answer(opened: Open) -> None:
    page = opened()
    for id in ANSWERS:
        answer(page, id, rightly=True)
    before = page.evaluate("JSON.stringify(state.answers)")
    for control in page.locator("fieldset:not(.rubric) :is([type=radio], [type=checkbox])").all():
        control.focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    assert page.locator("form select:visible, .moves").count() == 0
    assert page.locator("fieldset:not(.rubric) :is(input:not([type]), textarea):not([readonly])").count() == 0
    assert page.locator("form :disabled").count() == 0
    assert page.evaluate(
        "[...items.values()].every(item => !SHAPES[item.shape].read || item.shape === 'pairs' || "
        "JSON.stringify(SHAPES[item.shape].read(byId(`item-${item.id}`), item)) === "
        "JSON.stringify(state.answers[item.id].given))"
    )
    assert page.evaluate("JSON.stringify(state.answers)") == before


def test_a_step_can_be_dragged_with_a_mouse(opened: Open) -> None:
    page = opened()
    steps = item(page, "order-of-work").locator(".steps li")
    for place, text in enumerate(["Clear the roads", "Mend the roofs", "Open the school"]):
        step = entry(item(page, "order-of-work"), text)
        if step.evaluate("node => [...node.parentElement.children].indexOf(node)") != place:
            step.drag_to(steps.nth(place))
    check(item(page, "order-of-work"))
    assert item(page, "order-of-work").locator(".verdict .grade").text_content() == f"✓ {EN.right}"
    assert steps.first.get_attribute("draggable") == "false"


def test_touch_screens_have_buttons_alone(opened: Open) -> None:
    page = opened(has_touch=True, is_mobile=True)
    assert page.locator(".steps [draggable=true]").count() == 0
    assert page.locator(".steps [data-move]:visible").count() == 6


def test_a_passage_is_marked_where_the_answer_stands(opened: Open) -> None:
    page = opened()
    answer(page, "who-governs", rightly=True)
    form = item(page, "who-governs")
    form.get_by_text(EN.show_passage).click()
    assert form.locator(".passage mark").all_text_contents() == [QUOTE]
    form.get_by_text(EN.show_passage).click()
    form.get_by_text(EN.show_passage).click()
    assert form.locator(".passage mark").count() == 1


def test_a_mode_may_keep_right_and_wrong_to_itself_until_the_sitting_is_finished(opened: Open) -> None:
    page = opened()
    page.evaluate("start([...items.keys()], 'test')")
    for id in ("fund-is-loan", "who-governs", "order-of-work", "who-said-what"):
        answer(page, id, rightly=id == "fund-is-loan")
    assert page.locator("form.checked, .verdict, .mark").count() == 0
    assert page.locator("#status .answered").first.text_content() == "4 of 12 answered"
    assert page.locator(".key:visible").count() == 0
    page.locator("#finish").click()
    assert page.locator("form.checked .verdict").count() == len(ANSWERS)
    assert item(page, "fund-is-loan").locator(".grade").text_content() == f"✓ {EN.right}"
    assert item(page, "who-governs").locator(".grade").text_content() == f"✗ {EN.wrong}"


def test_a_feature_may_bring_a_sitting_back_before_one_begins(opened: Open) -> None:
    page = opened()
    page.evaluate("""() => {
      features.push(() => update({ ...begun(["who-governs"], "practise", "7"), answers: {} }));
      document.getElementById("questions").replaceChildren(...pristine.values());
      items.clear();
      document.dispatchEvent(new Event("DOMContentLoaded"));
    }""")
    assert page.locator("form.question").count() == 1
    assert page.evaluate("state.seed") == "7"


def test_evidence_is_read_out_in_its_own_language_and_quoted_only_where_it_is_a_quotation(opened: Open) -> None:
    for language, lang in (("en", None), ("es", "en")):
        page = opened(every_shape(language=language))
        answer(page, "who-governs", rightly=True)
        quote = item(page, "who-governs").locator(".quote")
        assert quote.get_attribute("lang") == lang
        assert quote.text_content() == QUOTE
    full = replace(every_shape(language="es"), briefs=(replace(BRIEF, restated=False),))
    page = opened(full)
    answer(page, "who-governs", rightly=True)
    assert item(page, "who-governs").locator(".quote").text_content() == f"«{QUOTE}»"


def test_an_original_is_shown_whole_and_quoted(opened: Open, tmp_path: Path) -> None:
    own = replace(BRIEF.passages[0], text="What Ibarra wrote herself.")
    path = tmp_path / "originals.html"
    path.write_text(page_of(every_shape(), {("storms", "p1"): own}), encoding="utf-8")
    page = opened()
    page.goto(path.as_uri())
    answer(page, "who-governs", rightly=True)
    form = item(page, "who-governs")
    assert form.locator(".quote").text_content() == "“What Ibarra wrote herself.”"
    assert (
        form.locator(".reference")
        .inner_text()
        .startswith("Ibarra and Ray (2024), “Saving before the Storm”, paragraph 1")
    )
    assert form.locator(".passage").count() == 0
