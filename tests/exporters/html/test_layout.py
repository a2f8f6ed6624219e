"""The pages on a small screen, without a script, and on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.markup import plain
from tests.exporters.html.answering import answer, item
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS, QUOTE, every_shape, question

RATIONALE = "The brief says so of the fund"


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_scrolls_sideways_on_a_small_screen(language: str, opened: Open) -> None:
    long = replace(question("why-a-fund"), id="long", stem="Bundesverfassungsgericht" * 4)
    quiz = every_shape(language=language)
    page = opened(replace(quiz, questions=(*quiz.questions, long)), width=320)
    widths = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    assert page.evaluate(widths) == [320, 320]
    for id in ANSWERS:
        answer(page, id, rightly=False)
    assert page.evaluate(widths) == [320, 320]
    assert opened(quiz, name="index", width=320).evaluate(widths) == [320, 320]


def test_targets_are_large_enough_for_a_thumb(opened: Open) -> None:
    page = opened(width=360)
    targets = page.locator("button:visible, select:visible, label:has(input):visible, input:not([type]):visible").all()
    boxes = [box for target in targets if (box := target.bounding_box())]
    assert len(boxes) > 20
    assert [box for box in boxes if box["width"] < 44 or box["height"] < 44] == []


def test_the_page_reads_well_without_a_script(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    stems = [plain(stem) for _, stem, _ in ANSWERS.values() if stem]
    assert page.locator(".stem:visible").all_text_contents() == stems
    assert page.locator("noscript p").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.get_by_text(RATIONALE).locator("visible=true").count() == 0
    assert page.locator(".options p:visible").count() == 0
    page.locator(".key > summary").first.click()
    assert page.get_by_text(RATIONALE).locator("visible=true").count() == 1
    assert item(page, "why-a-fund").locator(".letters").inner_text() == "B"
    assert item(page, "why-a-fund").locator(".options p:visible").count() == 3
    item(page, "why-a-fund").locator(".cited a").click()
    assert page.locator("#b1p1:target").get_by_text(QUOTE).is_visible()


@pytest.mark.parametrize(("script", "begin"), [(True, True), (True, False), (False, False)])
def test_paper_carries_the_questions_and_no_controls_of_the_page(script: bool, begin: bool, opened: Open) -> None:
    page = opened(java_script_enabled=script, begin=begin)
    page.emulate_media(media="print")
    assert page.locator("#start").is_hidden()
    assert page.locator(".stem:visible").count() == len(ANSWERS) - 1
    assert page.locator("button:visible, progress:visible, .key summary:visible, .score:visible").count() == 0
    assert page.get_by_text(RATIONALE).locator("visible=true").count() == 0
    assert item(page, "who-said-what").locator(".rights").inner_text() == "A harbor fee\nA lottery\nA storm fund"
