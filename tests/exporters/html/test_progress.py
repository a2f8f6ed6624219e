"""What a browser keeps of a student: over a reload, a restart, a changed item, in two tabs; where it keeps nothing."""

from __future__ import annotations

import itertools
import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quizgen.exporters import html
from quizgen.exporters.html.data import content_mark
from quizgen.model import Quiz
from quizgen.wording import EN
from tests.exporters.conftest import FLAGS
from tests.exporters.html.answering import answer, item
from tests.exporters.html.conftest import page_of, speak_as_the_sources_do
from tests.quizzes import ANSWERS, SETTINGS, every_shape, question

SHELF, SEAT = "quizgen:islands", "quizgen:islands:storms"
DENIED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } })"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); }"""
BROKEN = [
    "", "null", "7", "[]", "{", '"text"', '{"version":1}', '{"version":1,"items":7}', '{"version":1,"items":[1,null]}',
    '{"version":1,"items":{"why-a-fund":{"mark":5,"box":1,"at":1}}}', '{"version":1,"items":{"__proto__":{"box":1}}}',
    '{"version":1,"items":{"why-a-fund":{"mark":"MARK","box":"length","at":1},"who-governs":null}}',
]  # fmt: skip
SEATS = [
    "null", "[]", '{"version":1}', '{"version":1,"mode":"constructor","round":[]}',
    '{"version":1,"mode":"practise","round":"why-a-fund","given":[]}',
    '{"version":1,"mode":"practise","round":["who-governs"],"given":[["who-governs"]],"at":"x"}',
    '{"version":1,"mode":"test","round":["no-such"],"given":[["no-such","x",1]],"at":1}',
]  # fmt: skip


@pytest.fixture
def shelf(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Pages of one browser, which share its store; `write` puts another file in place of the last."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.set_default_timeout(3000)
    complaints: list[str] = []

    def page(quiz: Quiz | None = None, kept: dict[str, str] | None = None) -> Page:
        path = tmp_path / "page.html"
        path.write_text(page_of(quiz or every_shape()), encoding="utf-8")
        tab = context.new_page()
        speak_as_the_sources_do(tab)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        if kept is not None:
            tab.add_init_script(
                f"for (const [key, value] of {json.dumps(list(kept.items()))}) localStorage[key] = value"
            )
        tab.goto(path.as_uri())
        return tab

    yield page
    context.close()
    assert complaints == []


def records(page: Page) -> dict[str, dict[str, Any]]:
    saved: dict[str, Any] = json.loads(page.evaluate("key => localStorage.getItem(key)", SHELF))
    assert saved["version"] == 1
    return dict(saved["items"])


def shown(page: Page) -> str:
    return page.locator("#questions").inner_html().replace(' tabindex="-1"', "")


def boxes(page: Page) -> dict[str, int]:
    return {id: record["box"] for id, record in records(page).items()}


def eventually(read: Callable[[], object], wanted: object) -> None:
    """What one tab keeps another has a moment later."""
    for _ in range(30):
        if (found := read()) == wanted:
            return
        time.sleep(0.1)
    assert found == wanted


def reload(page: Page) -> None:
    """The browser puts away a moment later what a page has kept."""
    page.wait_for_timeout(300)
    page.reload()


def begin(page: Page) -> None:
    page.locator("#begin").click()


def test_a_sitting_and_what_is_known_outlast_a_reload_and_an_item_that_changes_asks_again(
    shelf: Callable[..., Page],
) -> None:
    page = shelf()
    begin(page)
    for number, id in enumerate(ANSWERS):
        if number != 5:
            answer(page, id, rightly=number % 2 == 0)
    before = shown(page)
    reload(page)
    assert shown(page) == before
    assert boxes(page) == {id: int(number % 2 == 0) for number, id in enumerate(ANSWERS) if number != 5}
    changed = replace(question("why-a-fund"), stem="Why is there a fund?")
    others = tuple(question(id) for id in ANSWERS if id != "why-a-fund")
    page = shelf(every_shape(questions=(changed, *others)))
    assert item(page, "why-a-fund").locator(".verdict").count() == 0
    assert page.locator(".verdict").count() == len(ANSWERS) - 2
    page.locator("#leave").click()
    assert page.locator("#standing").text_content() == EN.standing.format(seen=10, count=12, known=5, due=5)
    answer_again = page.locator("#go-on")
    assert answer_again.text_content() == f"{EN.go_on}: {EN.answered_of.format(number=10, count=12)}"
    answer_again.click()
    assert page.evaluate("document.activeElement.closest('form').matches('#item-why-a-fund, #item-storm-fund')")


def test_a_restart_of_the_browser_brings_all_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_of(every_shape()), encoding="utf-8")
    said: list[str] = []
    for _ in range(2):
        context: BrowserContext = browser.browser_type.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        page = context.new_page()
        page.goto(path.as_uri())
        if not said:
            begin(page)
            answer(page, "who-governs", rightly=True)
        said.append(shown(page))
        page.wait_for_timeout(300)
        context.close()
    assert said[0] == said[1]
    assert said[1].count('class="grade"') == 1


@pytest.mark.parametrize(("broken", "seat"), zip(BROKEN, itertools.cycle(SEATS), strict=False))
def test_a_value_that_cannot_be_ours_is_ignored(broken: str, seat: str, shelf: Callable[..., Page]) -> None:
    broken = broken.replace("MARK", content_mark(question("why-a-fund")))
    page = shelf(kept={SHELF: broken, SEAT: seat, "other": "stays"})
    assert page.locator("#standing").text_content() == EN.questions.format(count=len(ANSWERS))
    begin(page)
    answer(page, "why-a-fund", rightly=True)
    assert records(page)["why-a-fund"]["box"] == 1
    assert page.evaluate("localStorage.getItem('other')") == "stays"


def test_what_a_newer_page_has_kept_is_left_to_it(shelf: Callable[..., Page]) -> None:
    newer = '{"version":2,"items":{}}'
    page = shelf(kept={SHELF: newer})
    begin(page)
    answer(page, "why-a-fund", rightly=True)
    assert page.evaluate("key => localStorage.getItem(key)", SHELF) == newer
    assert page.locator("#unkept").is_visible()


@pytest.mark.parametrize("fault", [DENIED, FULL])
def test_where_nothing_can_be_kept_the_page_says_so_and_works(fault: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_of(every_shape()), encoding="utf-8")
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(fault)
    page.goto(path.as_uri())
    assert page.locator("#unkept").text_content() == EN.unkept
    begin(page)
    assert page.locator("#unkept").is_visible()
    answer(page, "why-a-fund", rightly=True)
    answer(page, "who-governs", rightly=False)
    page.locator("#leave").click()
    assert page.locator("#standing").text_content() == EN.standing.format(seen=2, count=12, known=1, due=1)
    assert errors == []
    page.context.close()


def test_two_tabs_lose_nothing_of_each_other(shelf: Callable[..., Page]) -> None:
    review = replace(every_shape(questions=(question("why-a-fund"), question("who-governs"))), id="review")
    first, second = shelf(), shelf(review)
    begin(first)
    begin(second)
    first.bring_to_front()
    answer(first, "why-a-fund", rightly=True)
    second.bring_to_front()
    answer(second, "who-governs", rightly=False)
    eventually(lambda: boxes(first), {"why-a-fund": 1, "who-governs": 0})
    first.bring_to_front()
    answer(first, "fund-is-loan", rightly=True)
    eventually(lambda: boxes(first), {"why-a-fund": 1, "who-governs": 0, "fund-is-loan": 1})
    first.locator("#leave").click()
    second.bring_to_front()
    second.locator("#leave").click()
    assert second.locator("#standing").text_content() == EN.standing.format(seen=2, count=2, known=1, due=1)
    first.bring_to_front()
    first.get_by_text(EN.progress, exact=True).click()
    first.get_by_text(f"{EN.forget} …").click()
    first.locator("#forget").click()
    eventually(lambda: boxes(first), {})
    second.bring_to_front()
    second.get_by_text(EN.questions.format(count=2), exact=True).wait_for()


def test_progress_goes_into_a_file_and_comes_back_and_what_is_later_counts(
    shelf: Callable[..., Page], tmp_path: Path
) -> None:
    page = shelf()
    begin(page)
    answer(page, "why-a-fund", rightly=True)
    answer(page, "who-governs", rightly=True)
    page.locator("#leave").click()
    page.get_by_text(EN.progress, exact=True).click()
    with page.expect_download() as download:
        page.locator("#save-progress").click()
    assert download.value.suggested_filename == "islands-progress.json"
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert set(saved["items"]) == {"why-a-fund", "who-governs"}
    later = {"mark": content_mark(question("storm-fund")), "box": 3, "at": saved["items"]["why-a-fund"]["at"] + 5}
    for course, items, told in [
        ("islands", {"storm-fund": later, "why-a-fund": {**later, "at": 1}, "odd": 7}, f"{EN.taken_in}: 1 question"),
        ("others", {"storm-fund": later}, EN.no_progress),
    ]:
        give(page, tmp_path, json.dumps({"course": course, "version": 1, "items": items}))
        assert page.locator("#told").text_content() == told
    assert boxes(page) == {
        "why-a-fund": 1, "who-governs": 1, "storm-fund": 3,
    }  # fmt: skip
    for broken in BROKEN:
        give(page, tmp_path, broken)
    assert page.locator("#told").text_content() == EN.no_progress
    assert len(records(page)) == 3


def give(page: Page, folder: Path, text: str) -> None:
    path = folder / "progress.json"
    path.write_text(text, encoding="utf-8")
    page.evaluate("document.getElementById('told').textContent = ''")
    page.locator("#load-progress").set_input_files(path)
    page.locator("#told:not(:empty)").wait_for()


def test_the_index_says_how_a_student_stands(browser: Browser, tmp_path: Path) -> None:
    review = replace(every_shape(questions=(question("why-a-fund"), question("share-saved"))), id="review")
    for output in html.export([every_shape(), review], SETTINGS):
        path = tmp_path / output.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "students/html/index.html").as_uri())
    assert page.locator("[data-marks]").all_text_contents() == ["", ""]
    page.get_by_role("link", name="Storms").first.click()
    begin(page)
    answer(page, "why-a-fund", rightly=True)
    answer(page, "who-governs", rightly=False)
    page.go_back()
    assert page.locator("[data-marks]").all_text_contents() == [
        EN.standing.format(seen=2, count=12, known=1, due=1),
        EN.standing.format(seen=1, count=2, known=1, due=0),
    ]
    context.close()
