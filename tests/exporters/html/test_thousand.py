"""A self-test of very many items: the first can be answered before the last are there, and all come in the end."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Quiz
from tests.exporters.html.answering import check
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS, every_shape, question

COUNT = 240


def many() -> Quiz:
    """Twenty of each shape."""
    questions = tuple(replace(question(id), id=f"{id}-{n}") for n in range(COUNT // len(ANSWERS)) for id in ANSWERS)
    return replace(every_shape(), questions=questions)


def test_the_first_can_be_answered_before_the_last_are_there(opened: Open) -> None:
    page = opened(many(), java_script_enabled=True)
    counts = page.evaluate("""() => { start([...items.keys()]);
      return [document.querySelectorAll("form.question").length, state.round.length]; }""")
    assert 0 < counts[0] < counts[1] == COUNT
    assert page.locator("#status .answered").text_content() == f"0 of {COUNT} answered"
    check(page.locator("form.question").first)
    page.wait_for_selector(f"#questions > :nth-child({COUNT})", state="attached", timeout=30_000)
    ids = page.locator("form.question").evaluate_all("forms => forms.map(form => form.id)")
    assert len(set(ids)) == COUNT
    assert ids == page.evaluate("state.round.map(id => `item-${id}`)")
    assert page.locator(f"form.question:nth-child({COUNT}) h2").text_content() == f"Question {COUNT} of {COUNT}"


def test_a_new_start_forgets_what_was_still_to_come(opened: Open) -> None:
    page = opened(many())
    page.evaluate("() => { start([...items.keys()]); start([...items.keys()].slice(0, 40)); }")
    page.wait_for_timeout(1500)
    assert page.locator("form.question").count() == 40


def test_what_is_out_of_sight_takes_no_time_and_prints_all_the_same(opened: Open) -> None:
    page = opened(many())
    of_last = "() => getComputedStyle(document.querySelector('#questions > :last-child')).contentVisibility"
    assert page.evaluate(of_last) == "auto"
    page.emulate_media(media="print")
    assert page.evaluate(of_last) == "visible"
