"""Cards in a browser: their script, their width and their colours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.model import Choices
from tests.exporters.anki.packaging import package
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.anki.rendering import Rendered, card_of, rendered
from tests.quizzes import ANSWERS

LAUNCH = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not on this machine, and the script of the cards is tested in it")
        pytest.skip("chromium is not on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(LAUNCH))
        yield launched
        launched.close()


Show = Callable[..., Any]


@pytest.fixture(scope="module")
def show(browser: Any) -> Iterator[Show]:
    """Opens a side of a card, at noon of a day or at a given hour, and returns the page: one page for all."""
    context = browser.new_context(offline=True, timezone_id="America/Lima", locale="es-PE")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def opened(card: Rendered, side: str, *, time: str = "2026-03-02T12:00:00", width: int = 800) -> Any:
        page.set_viewport_size({"width": width, "height": 600})
        page.clock.set_fixed_time(f"{time}-05:00")
        page.set_content(_page(card, side))
        assert errors == []
        return page

    yield opened
    context.close()


def _page(card: Rendered, side: str) -> str:
    body = f'<body class="card"><div id="qa"><style>{card.style}</style>{getattr(card, side)}</div></body>'
    return f"<!doctype html><html>{body}</html>"


def _texts(item: str) -> list[str]:
    answer = ANSWERS[item][2]
    assert isinstance(answer, Choices)
    return [option.text for option in answer.options]


def _options(page: Any) -> list[str]:
    """The options in the order they stand in, without signs and reasons."""
    texts = page.locator("ol.options > li").all_inner_texts()
    return [text.lstrip("✓✗ \n").split("\n")[0] for text in texts]


DAYS = tuple(f"2026-03-{day:02}T12:00:00" for day in range(2, 10))


def test_options_stand_in_the_same_order_on_both_sides_and_in_another_on_other_days(
    cards: list[Rendered], show: Show
) -> None:
    card, orders = card_of(cards, "why-a-fund"), set()
    for day in DAYS:
        front, back = (_options(show(card, side, time=day)) for side in ("front", "back"))
        assert sorted(front) == sorted(_texts("why-a-fund"))
        assert front == back
        orders.add(tuple(front))
    assert len(orders) > 3


def test_the_key_keeps_its_sign_and_reason_wherever_it_stands(cards: list[Rendered], show: Show) -> None:
    for day in DAYS[:4]:
        right = show(card_of(cards, "why-a-fund"), "back", time=day).locator("ol.options > li.right")
        assert [" ".join(text.split()) for text in right.all_inner_texts()] == [
            "✓ So that repairs need not wait for loans"
        ]


def test_pinned_options_stay(cards: list[Rendered], show: Show) -> None:
    for day in DAYS[:4]:
        for side in ("front", "back"):
            assert _options(show(card_of(cards, "years-of-storms"), side, time=day)) == ["1998", "2007", "2017"]


def test_a_card_that_is_turned_after_midnight_keeps_its_order(cards: list[Rendered], show: Show) -> None:
    for day in range(2, 8):
        before = _options(show(card_of(cards, "why-a-fund"), "front", time=f"2026-03-{day:02}T23:59:00"))
        after = _options(show(card_of(cards, "why-a-fund"), "back", time=f"2026-03-{day + 1:02}T00:30:00"))
        assert before == after


def test_a_script_that_runs_twice_shuffles_once(cards: list[Rendered], show: Show) -> None:
    page = show(card_of(cards, "why-a-fund"), "front")
    before = _options(page)
    page.evaluate("() => (0, eval)(document.querySelector('script').textContent)")
    assert _options(page) == before


def test_without_scripts_the_options_show(cards: list[Rendered], browser: Any) -> None:
    card, orders = card_of(cards, "why-a-fund"), []
    with browser.new_context(offline=True, java_script_enabled=False) as context:
        page = context.new_page()
        for side in ("front", "back"):
            page.set_content(_page(card, side))
            orders.append(_options(page))
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == sorted(_texts("why-a-fund"))


def test_evil_text_runs_nothing(show: Show, tmp_path: Path) -> None:
    cards = rendered(package(poisoned(EVIL[0])), tmp_path)
    assert cards
    for card in cards[:4]:
        page = show(card, "back")
        assert EVIL[0] in page.locator(".stem").inner_text()
        assert page.evaluate("() => window.hacked") is None


def test_cards_fit_a_narrow_screen(cards: list[Rendered], show: Show) -> None:
    assert cards
    for card in cards:
        page = show(card, "back", width=320)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320, card.item


CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (text) => rgb(text).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll(".quizgen *")].filter((node) => !["SCRIPT", "STYLE"].includes(node.tagName))
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((node) => {
      const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
}"""


# What Anki puts in the place of the box, as `Collection.compare_answer` words it.
COMPARED = "".join(f'<span class="type{how}">x</span>' for how in ("Good", "Bad", "Missed"))


@pytest.mark.parametrize("mode", ["", "nightMode", "night_mode"])
def test_text_stands_out_in_both_modes(cards: list[Rendered], show: Show, mode: str) -> None:
    grounds = set()
    for item in ("why-a-fund", "share-saved", "gaps-in-text", "who-said-what", "argue-for-it"):
        card = card_of(cards, item)
        assert ("[[type:Typed]]" in card.back) == (item == "share-saved")
        page = show(replace(card, back=card.back.replace("[[type:Typed]]", COMPARED)), "back")
        page.evaluate("(mode) => document.body.className = `card ${mode}`", mode)
        contrasts = page.evaluate(CONTRAST)
        assert len(contrasts) > 5
        assert min(contrasts) >= 4.5, item
        grounds.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert (grounds == {"rgb(255, 255, 255)"}) == (mode == "")
