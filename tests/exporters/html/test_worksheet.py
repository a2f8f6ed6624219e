"""The worksheet: the questions on paper, with their key only where it is asked for."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from quizgen.wording import EN
from tests.exporters.html.answering import answer, item
from tests.exporters.html.conftest import Open
from tests.quizzes import ANSWERS

# What is on paper, by the fields that would be printed, and the page afterwards.
NO_DIALOG = "() => { window.print = () => { window.printed = true; }; }"


def printing(page: Page, *, with_key: bool) -> None:
    page.evaluate(NO_DIALOG)
    page.get_by_label(EN.with_answers).set_checked(with_key)
    page.get_by_role("button", name=EN.print_worksheet).click()
    page.emulate_media(media="print")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("with_key", [False, True])
def test_a_worksheet_has_the_questions_unanswered_and_the_key_on_demand(with_key: bool, opened: Open) -> None:
    page = opened()
    answer(page, "fund-is-loan", rightly=True)
    saved = page.locator("#questions").inner_html()
    printing(page, with_key=with_key)
    assert page.locator("form.question:visible").count() == len(ANSWERS)
    assert page.locator("#questions :checked").count() == 0
    assert page.locator("button:visible, .note:visible, .verdict:visible").count() == 0
    assert page.locator("summary:visible").count() == (len(ANSWERS) if with_key else 0)
    rationales = page.get_by_text("The brief says so of the fund").locator("visible=true")
    assert rationales.count() == (len(ANSWERS) if with_key else 0)
    assert item(page, "why-a-fund").locator(".letters").is_visible() is with_key
    assert page.locator("#passages").is_visible() is with_key
    assert item(page, "who-said-what").locator(".rights").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#questions").inner_html() == saved
    assert page.locator("html.scripted").count() == 1
    assert item(page, "fund-is-loan").locator(".verdict").is_visible()


@pytest.mark.parametrize("with_key", [False, True])
def test_a_worksheet_goes_on_paper(with_key: bool, opened: Open) -> None:
    """Chromium makes a PDF of it, with margins, and no heading stands at the foot of a page without what it heads."""
    page = opened()
    printing(page, with_key=with_key)
    pages = [sheet.extract_text().strip() for sheet in PdfReader(BytesIO(page.pdf(format="Letter"))).pages]
    assert len(pages) > (4 if with_key else 2)
    ends = [text.splitlines()[-1].strip() for text in pages]
    assert not {*ends} & {EN.rationale, EN.answer, EN.right_answer_is, EN.model_answer}
    assert not [end for end in ends if end.startswith(EN.question_of.split("{")[0])]
    left = page.evaluate("() => [...document.styleSheets[0].cssRules].find(rule => rule.type === 6).style.marginLeft")
    assert left == "18mm"
