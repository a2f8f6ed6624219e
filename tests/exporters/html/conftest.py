"""Self-tests in a real browser, without a network: one page a test, or one for the tests that begin again on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from quizgen.exporters import html
from quizgen.exporters.html.data import Originals
from quizgen.exporters.html.pages import names_in
from quizgen.exporters.html.shorten import renamed
from quizgen.model import Quiz
from tests.quizzes import SETTINGS, every_shape

Open = Callable[..., Page]


@dataclass
class Heard:
    """What a page did besides showing itself."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def page_of(quiz: Quiz, originals: Originals | None = None) -> str:
    """The self-test of a quiz, as text."""
    settings = replace(SETTINGS, originals=originals or {})
    return next(output.data.decode() for output in html.export([quiz], settings) if output.quiz == quiz.id)


@pytest.fixture(scope="package")
def browser(chromium: Callable[..., Browser]) -> Iterator[Browser]:
    browser = chromium()
    yield browser
    browser.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def opened(browser: Browser, heard: Heard, tmp_path: Path) -> Iterator[Open]:
    """Opens the self-test of a quiz from disk, without a network, and sees to it that nothing was asked of one."""
    pages = []

    def open_page(
        quiz: Quiz | None = None,
        name: str | None = None,
        width: int = 900,
        height: int = 800,
        begin: bool = True,
        **options: Any,
    ) -> Page:
        quiz = quiz or every_shape()
        for output in html.export([quiz], SETTINGS):
            path = tmp_path / output.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
        page = blank_page(browser, heard, viewport={"width": width, "height": height}, **options)
        pages.append(page)
        page.goto((tmp_path / "students/html" / f"{name or quiz.id}.html").as_uri())
        if begin and options.get("java_script_enabled", True) and name != "index":
            page.locator("#begin").click()
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert heard.complaints == []
    assert heard.requests
    assert all(url.startswith((tmp_path.as_uri(), "data:,")) for url in heard.requests), heard.requests


@pytest.fixture(scope="package")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page of every shape, for tests that begin again on it or call its functions."""
    path = tmp_path_factory.mktemp("page") / "storms.html"
    path.write_text(page_of(every_shape()), encoding="utf-8")
    heard = Heard()
    page = blank_page(browser, heard)
    page.goto(path.as_uri())
    page.locator("#begin").click()
    yield page
    page.context.close()
    assert heard.complaints == []


@pytest.fixture(scope="package")
def page_in_memory(browser: Browser) -> Iterator[Page]:
    """A page that tests put their own content in."""
    heard = Heard()
    page = blank_page(browser, heard)
    yield page
    page.context.close()
    assert heard.complaints == []


def blank_page(browser: Browser, heard: Heard, **options: Any) -> Page:
    context = browser.new_context(offline=True, reduced_motion="reduce", **options)
    context.set_default_timeout(3000)
    page = context.new_page()
    speak_as_the_sources_do(page)
    page.on("request", lambda request: heard.requests.append(request.url))
    page.on("console", lambda message: heard.complaints.append(message.text))
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.on("dialog", lambda dialog: heard.complaints.append(dialog.message))
    return page


def speak_as_the_sources_do(page: Page) -> None:
    """Tests call what a page declares by the names that it has in the sources."""
    evaluate = page.evaluate

    def evaluate_in_short(expression: str, arg: object = None) -> Any:
        return evaluate(renamed(expression, names_in()), arg)

    page.evaluate = evaluate_in_short  # type: ignore[method-assign]  # of this page alone
