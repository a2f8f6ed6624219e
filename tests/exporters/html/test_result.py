"""The result: its figures are those of the answers, and it can be copied, saved and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen.model import Evidence
from tests.exporters.html.answering import answer
from tests.exporters.html.conftest import Open
from tests.exporters.html.test_ways import of_kinds
from tests.quizzes import BRIEF, HERE, QUOTE


def test_the_result_tells_points_by_kind_and_difficulty_and_what_to_read_again(opened: Open) -> None:
    page = opened(of_kinds())
    assert page.locator("#result tr, #result .missed:visible, #passages:visible").count() == 0
    answer(page, "who-governs", rightly=True)
    answer(page, "why-a-fund", rightly=False)
    answer(page, "share-saved", rightly=True)
    answer(page, "argue-for-it", rightly=True)
    assert page.locator("#result > .score").text_content() == "5 of 6 points"
    assert page.locator("#result tr").all_inner_texts() == [
        "fact\t4 of 4 points", "definition\t1 of 1 point", "argument\t0 of 1 point",
        "easy\t3 of 3 points", "medium\t1 of 1 point", "hard\t1 of 2 points",
    ]  # fmt: skip
    (line,) = page.locator(".missed li").all_text_contents()
    assert line == "Why, for Ibarra, does Isla Clara keep a fund?Paragraph 1"
    assert page.locator("#passages > div:visible").count() == 1
    page.locator(".missed a").last.click()
    assert page.locator("#b1p1:target").is_visible()
    page.locator(".missed a").first.click()
    assert page.locator("#item-why-a-fund:target").count() == 1
    page.locator("#again-missed").click()
    assert page.locator("form.question").count() == 1
    answer(page, "why-a-fund", rightly=True)
    assert page.locator(".missed:visible, #passages:visible").count() == 0
    assert page.locator(".flawless").is_visible()


def test_it_can_be_copied_saved_and_printed(opened: Open) -> None:
    second = replace(BRIEF.passages[0], id="p2")
    known = replace(of_kinds().questions[1], evidence=(Evidence("storms", "p2", QUOTE, HERE, HERE),))
    quiz = replace(of_kinds(), briefs=(replace(BRIEF, passages=(*BRIEF.passages, second)),))
    page = opened(replace(quiz, questions=(quiz.questions[0], known, *quiz.questions[2:])))
    answer(page, "who-governs", rightly=True)
    answer(page, "why-a-fund", rightly=False)
    place = page.evaluate("state.round.indexOf('why-a-fund')") + 1
    page.locator("#copy").click()
    report = page.locator("#report").input_value().split("\n")
    assert report[0].startswith("Storms <& funds>, ")
    assert report[1:] == [
        "1 of 2 points", "2 of 4 answered", "Kind", "definition 1 of 1 point", "argument 0 of 1 point", "Difficulty",
        "hard 1 of 2 points", "Missed", f"{place}. Why, for Ibarra, does Isla Clara keep a fund? Paragraph 1",
        "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”",
    ]  # fmt: skip
    assert page.evaluate("getSelection().toString() || document.activeElement.id") is not None
    assert page.evaluate("document.activeElement.selectionEnd") == len("\n".join(report))
    with page.expect_download() as download:
        page.locator("#save").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").split("\n") == report
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator("#print-result").click()
    page.emulate_media(media="print")
    assert page.evaluate("window.printed")
    assert page.locator("#result tr:visible").count() == 3
    assert page.locator("#b1p1").is_visible()
    assert page.locator("#b1p2").is_hidden(), "of what was known nothing need be read again"
    assert page.locator("form.question:visible, button:visible, #report:visible, #start:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("form.question:visible").count() == 4
