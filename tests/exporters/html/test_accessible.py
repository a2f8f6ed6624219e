"""What machines can tell of who can use a page: axe finds nothing, and the accessibility tree says all there is."""

from __future__ import annotations

import datetime
import functools
import json
import re
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from quizgen.exporters.html.pages import index_page
from tests.exporters.html.answering import item
from tests.exporters.html.conftest import Heard, blank_page, page_of
from tests.exporters.html.states import STATES, unfold_all
from tests.quizzes import ANSWERS, every_shape

TOLD = Path(__file__).parent / "told"
LANGUAGES = ("en", "es")
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES_AT_LEAST = 15
"""So many rules had something to look at on the emptiest page."""

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
LOOK = f"""window.lookWithAxe = async (runOnly = {json.dumps(STANDARDS)}) => {{
  document.querySelectorAll(".question").forEach((form) => (form.style.contentVisibility = "visible"));
  scrollTo(0, 0);
  const found = await axe.run({{ runOnly }});
  return {{
    passed: found.passes.length,
    violations: found.violations.map(({{ id, nodes }}) => [id, ...nodes.map(({{ html }}) => html)]),
  }};
}};"""
"""Looks at all of a page, from its top: all is laid out, and the line with the score lies on nothing."""
SAME_ORDER = "Math.random = () => 0.5;"

Show = Callable[[str, str], Page]


@pytest.fixture(scope="module")
def shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Show]:
    """The page of a language in a state, opened by a student of whom it remembers nothing."""
    folder, heard = tmp_path_factory.mktemp("shown"), Heard()

    @functools.cache
    def loaded(language: str) -> Page:
        path = folder / f"{language}.html"
        path.write_text(page_of(every_shape(language=language)), encoding="utf-8")
        return _opened(browser, path, heard)

    def show(language: str, state: str) -> Page:
        page = loaded(language)
        page.evaluate("() => localStorage.clear()")
        page.reload()
        STATES[state](page)
        return page

    yield show
    assert heard.complaints == []


def _opened(browser: Browser, path: Path, heard: Heard) -> Page:
    """A page with axe in it, put there before the page and its policy come; chance gives the same order each time."""
    page = blank_page(browser, heard, timezone_id="UTC")
    page.clock.set_fixed_time(datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.timezone.utc))
    for script in (AXE, LOOK, SAME_ORDER):
        page.add_init_script(script)
    page.goto(path.as_uri())
    return page


def axe_finds_nothing(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    found = page.evaluate("lookWithAxe()")
    assert found["violations"] == []
    assert found["passed"] >= RULES_AT_LEAST


def axe_finds_nothing_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    found = page.evaluate("lookWithAxe(['color-contrast', 'link-in-text-block'])")
    assert found["violations"] == []
    assert found["passed"] > 0


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_for_everyone(
    language: str, state: str, shown: Show, golden: Callable[[Path, str], None]
) -> None:
    page = shown(language, state)
    axe_finds_nothing(page)
    if language == LANGUAGES[0]:  # colours are the same in any
        axe_finds_nothing_in_the_dark(page)
    golden(TOLD / language / f"{state}.txt", told(page))


def told(page: Page) -> str:
    """What assistive technology is told of a page: its frame, then the items in the order of the bank."""
    frame = [page.locator("header"), *page.locator("main > :not(#questions):visible").all()]
    items = [form for id in ANSWERS if (form := item(page, id)).is_visible()]
    parts = [part.aria_snapshot() for part in (*frame, *items)]
    return "\n\n".join(filter(None, parts)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_for_everyone(
    language: str, browser: Browser, heard: Heard, golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(index_page([every_shape(language=language)]))
    page = _opened(browser, path, heard)
    axe_finds_nothing(page)
    axe_finds_nothing_in_the_dark(page)
    golden(TOLD / language / "index.txt", page.locator("body").aria_snapshot() + "\n")
    page.context.close()


def test_without_a_script_it_is_for_everyone_too(
    browser: Browser, heard: Heard, golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    """The page as it stands without its script, which axe needs one for; keys are opened."""
    text = re.sub(r"<script>.*?</script>|</?noscript>", "", page_of(every_shape()), flags=re.DOTALL)
    path = tmp_path / "storms.html"
    path.write_text(text, encoding="utf-8")
    page = _opened(browser, path, heard)
    unfold_all(page)
    axe_finds_nothing(page)
    golden(TOLD / "en" / "without-a-script.txt", page.locator("body").aria_snapshot() + "\n")
    page.context.close()


def test_axe_would_find_what_is_wrong(shown: Show) -> None:
    """A check that cannot fail is none."""
    page = shown("en", "unanswered")
    page.evaluate("""() => {
      document.querySelector(".stem").style.color = "#aaa";
      document.querySelector("#with-key").parentElement.lastChild.remove();
    }""")
    page.emulate_media(color_scheme="light")
    found = page.evaluate("lookWithAxe()")
    assert {rule for rule, *_ in found["violations"]} == {"color-contrast", "label"}
