"""The script of the cards in a browser, run over cards that Anki has rendered."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from quizgen.model import Choices, Pairs, Sequence
from tests.exporters.anki.clients import Screen, Side, page
from tests.exporters.anki.packaging import package
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.anki.rendering import Rendered, card_of, rendered
from tests.quizzes import ANSWERS

SIDES: tuple[Side, Side] = ("front", "back")
SHUFFLED = ("why-a-fund", "what-it-pays", "who-said-what", "before-or-after", "order-of-work")
PINNED = ("years-of-storms", "fund-is-loan")
DAYS = tuple(f"2026-03-{day:02}T12:00" for day in range(2, 14))

# The rows of every list in their order, each with its letter or box and its text.
ALL_ROWS = ".options > li, .asked > li, .headings > li"
ROWS = f"""() => [...document.querySelectorAll('{ALL_ROWS}')].map((row) =>
  [row.querySelector('.letter, .box')?.textContent ?? '', row.querySelector('.text').textContent])"""


def rows(opened: Any) -> list[tuple[str, str]]:
    return [(mark, text) for mark, text in opened.evaluate(ROWS)]


def texts(opened: Any) -> list[str]:
    return [text for _, text in rows(opened)]


def lettered(opened: Any) -> dict[str, str]:
    """The texts of options and headings by their letters."""
    shown = opened.evaluate(ROWS.replace(ALL_ROWS, ".options > li, .headings > li"))
    assert [mark for mark, _ in shown] == list("ABCDEFGH"[: len(shown)])
    return dict(shown)


def boxed(opened: Any) -> dict[str, str]:
    """What stands in the boxes, by the texts behind them."""
    return {text: mark for mark, text in opened.evaluate(ROWS.replace(ALL_ROWS, ".asked > li"))}


# Orders


@pytest.mark.parametrize("item", SHUFFLED)
def test_rows_stand_alike_on_both_sides_and_otherwise_on_other_days(
    cards: list[Rendered], screen: Screen, item: str
) -> None:
    card, orders = card_of(cards, item), set()
    for day in DAYS:
        front, back = (texts(screen.show(card, side, time=day)) for side in SIDES)
        assert front == back
        orders.add(tuple(front))
    assert len(orders) > 1
    assert len({frozenset(order) for order in orders}) == 1


@pytest.mark.parametrize("item", PINNED)
def test_pinned_rows_stay(cards: list[Rendered], screen: Screen, item: str) -> None:
    answer = ANSWERS[item][2]
    assert isinstance(answer, Choices)
    for day in DAYS:
        for side in SIDES:
            assert texts(screen.show(card_of(cards, item), side, time=day)) == [each.text for each in answer.options]


@pytest.mark.parametrize("item", SHUFFLED)
def test_a_day_lasts_from_four_to_four(cards: list[Rendered], screen: Screen, item: str) -> None:
    card, turned = card_of(cards, item), 0
    for day in range(2, 12):
        begun, late, next_day = f"2026-03-{day:02}", f"2026-03-{day + 1:02}T03:59", f"2026-03-{day + 1:02}T04:00"
        front = texts(screen.show(card, "front", time=f"{begun}T23:59"))
        assert texts(screen.show(card, "back", time=f"{begun}T04:00")) == front
        assert texts(screen.show(card, "back", time=late)) == front
        turned += texts(screen.show(card, "back", time=next_day)) != front
    assert turned


def test_steps_are_never_shown_in_their_right_order(cards: list[Rendered], screen: Screen) -> None:
    answer = ANSWERS["order-of-work"][2]
    assert isinstance(answer, Sequence)
    right = tuple(step.text for step in answer.steps)
    shown = {tuple(order) for order in orders(screen, card_of(cards, "order-of-work"), days(200))}
    assert shown == set(permutations(right)) - {right}


# What is marked right


@pytest.mark.parametrize("item", ["why-a-fund", "what-it-pays", "years-of-storms", "fund-is-loan"])
def test_the_key_keeps_its_mark_and_each_reason_its_option(cards: list[Rendered], screen: Screen, item: str) -> None:
    answer = ANSWERS[item][2]
    assert isinstance(answer, Choices)
    for day in DAYS:
        opened = screen.show(card_of(cards, item), "back", time=day)
        right = opened.locator(".options > .right:has([aria-label=Right]) > .text").all_text_contents()
        wrong = opened.locator(".options > .wrong:has([aria-label='Not right']) > .text").all_text_contents()
        assert sorted(right) == sorted(option.text for option in answer.options if option.correct)
        assert sorted(wrong) == sorted(option.text for option in answer.options if not option.correct)
        if item != "fund-is-loan":  # words without letters
            by_letter = lettered(opened)
            whys = {
                by_letter[row.locator(".letter").inner_text()]: row.locator(".text").inner_text()
                for row in opened.locator(".whys > li").all()
            }
            assert whys == {option.text: option.why for option in answer.options if option.why}
            names = opened.locator(".whys .letter").all_text_contents()
            assert names == sorted(names)


def test_boxes_of_a_match_name_the_letters_of_the_front(cards: list[Rendered], screen: Screen) -> None:
    card, answer = card_of(cards, "who-said-what"), ANSWERS["who-said-what"][2]
    assert isinstance(answer, Pairs)
    for day in DAYS:
        front = lettered(screen.show(card, "front", time=day))
        assert set(boxed(screen.page).values()) == {""}
        filled = boxed(screen.show(card, "back", time=day))
        assert {left: front[mark] for left, mark in filled.items()} == {
            left.text: answer.rights[left.right] for left in answer.lefts
        }


def test_boxes_of_a_sort_name_the_headings(cards: list[Rendered], screen: Screen) -> None:
    card, answer = card_of(cards, "before-or-after"), ANSWERS["before-or-after"][2]
    assert isinstance(answer, Pairs)
    for day in DAYS:
        front = lettered(screen.show(card, "front", time=day))
        assert list(front.values()) == list(answer.rights)
        filled = boxed(screen.show(card, "back", time=day))
        assert {left: front[mark] for left, mark in filled.items()} == {
            left.text: answer.rights[left.right] for left in answer.lefts
        }


def test_boxes_of_a_sequence_number_the_steps(cards: list[Rendered], screen: Screen) -> None:
    answer = ANSWERS["order-of-work"][2]
    assert isinstance(answer, Sequence)
    for day in DAYS:
        filled = boxed(screen.show(card_of(cards, "order-of-work"), "back", time=day))
        assert filled == {step.text: str(number) for number, step in enumerate(answer.steps, 1)}


def test_letters_go_on_past_z(unusual_cards: list[Rendered], screen: Screen) -> None:
    opened = screen.show(card_of(unusual_cards, "many-options"), "back")
    names = [mark for mark, _ in rows(opened)]
    assert names[25:] == ["Z", "AA", "AB"]
    assert opened.locator(".whys .letter").all_text_contents() == names


# Clients


@pytest.mark.parametrize("item", SHUFFLED)
def test_a_script_that_runs_twice_shuffles_once(cards: list[Rendered], screen: Screen, item: str) -> None:
    for side in SIDES:
        opened = screen.show(card_of(cards, item), side)
        before = opened.evaluate("() => document.querySelector('.quizgen').innerHTML")
        opened.evaluate("() => (0, eval)(document.querySelector('script').textContent)")
        assert opened.evaluate("() => document.querySelector('.quizgen').innerHTML") == before


# What Anki for desktop does: one page for all cards, its content replaced and its scripts run again.
REPLACED = """([style, body]) => {
  const place = document.querySelector('#qa');
  place.innerHTML = `<style>${style}</style>${body}`;
  for (const old of place.querySelectorAll('script')) {
    const script = document.createElement('script');
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
}"""


def test_a_page_that_stays_shows_what_one_that_is_loaded_anew_does(cards: list[Rendered], screen: Screen) -> None:
    loaded = [rows(screen.show(card_of(cards, item), side)) for item in SHUFFLED for side in SIDES]
    opened, replaced = screen.show(card_of(cards, "who-governs"), "front"), []
    for item in SHUFFLED:
        for side in SIDES:
            card = card_of(cards, item)
            opened.evaluate(REPLACED, [card.style, getattr(card, side)])
            replaced.append(rows(opened))
    assert replaced == loaded


def test_without_scripts_all_is_there_and_agrees(cards: list[Rendered], browser: Any) -> None:
    with browser.new_context(offline=True, java_script_enabled=False) as context:
        opened = context.new_page()
        for item in (*SHUFFLED, *PINNED):
            sides = []
            for side in SIDES:
                opened.set_content(page(card_of(cards, item), side))
                sides.append(opened.locator(".options > li, .asked > li").all_inner_texts())
            bare = [[re.sub(r"^(\d|[A-C])?\n|\n?[✓✗]$", "", text.strip()) for text in side] for side in sides]
            assert bare[0] == bare[1]
        opened.set_content(page(card_of(cards, "who-said-what"), "back"))
        letters = dict(text.split("\n") for text in opened.locator(".options > li").all_inner_texts())
        boxes = dict(text.split("\n")[::-1] for text in opened.locator(".asked > li").all_inner_texts())
        assert letters[boxes["Ibarra"]] == "A storm fund"


def test_evil_text_runs_nothing(screen: Screen, tmp_path: Path) -> None:
    cards = rendered(package(poisoned(EVIL[0])), tmp_path)
    assert len(cards) > 8
    for card in cards:
        opened = screen.show(card, "back")
        assert EVIL[0] in opened.locator(".stem").inner_text()
        assert opened.evaluate("() => window.hacked") is None


# Many days, and all cards of a real course

# The orders of a card's rows on many days, each from the page as Anki gave it.
ORDERS = """([body, moments]) => {
  const now = Date.now;
  const place = document.querySelector('#qa');
  const orders = moments.map((moment) => {
    place.innerHTML = body;
    Date.now = () => moment;
    (0, eval)(place.querySelector('script').textContent);
    return [...place.querySelectorAll('.options .text, .asked .text')].map((text) => text.textContent);
  });
  Date.now = now;
  return orders;
}"""


def days(count: int) -> list[int]:
    """Noons from the start of 2026 on, in milliseconds since 1970."""
    first = datetime.datetime(2026, 1, 1, 17, tzinfo=datetime.timezone.utc)
    return [int((first + datetime.timedelta(days=day)).timestamp() * 1000) for day in range(count)]


def orders(screen: Screen, card: Rendered, moments: list[int]) -> list[list[str]]:
    found: list[list[str]] = screen.show(card, "front").evaluate(ORDERS, [card.front, moments])
    return found


def chi_squared(counts: Iterable[int], cells: int) -> float:
    """How far counts are from being alike."""
    seen = list(counts)
    expected = sum(seen) / cells
    return sum((count - expected) ** 2 / expected for count in [*seen, *[0] * (cells - len(seen))])


@pytest.mark.parametrize(
    ("item", "rows", "limit"),
    # the chance of more than that is one in a thousand: 23, 5 and 5 degrees of freedom
    [("why-a-fund", 4, 49.7), ("what-it-pays", 3, 20.5), ("before-or-after", 3, 20.5)],
)
def test_all_orders_are_as_frequent_over_the_days(
    cards: list[Rendered], screen: Screen, item: str, rows: int, limit: float
) -> None:
    found = Counter(map(tuple, orders(screen, card_of(cards, item), days(2400))))
    possible = len(list(permutations(range(rows))))
    assert len(found) == possible
    assert chi_squared(found.values(), possible) < limit


# The rows of both sides of many cards: what each is, its letter or box, its text.
BOTH = """(cards) => cards.map((sides) => sides.map((body) => {
  const place = document.querySelector('#qa');
  place.innerHTML = body;
  (0, eval)(place.querySelector('script').textContent);
  return [...place.querySelectorAll('.options > li, .asked > li, .headings > li')].map((row) => [
    row.className, row.querySelector('.letter, .box')?.textContent ?? '', row.querySelector('.text').textContent,
  ]);
}))"""


def test_both_sides_of_every_card_of_the_course_agree(course_cards: list[Rendered], screen: Screen) -> None:
    """And over the course on one day, keys stand in every place as often."""
    scripted = [card for card in course_cards if "<script" in card.front]
    opened = screen.show(scripted[0], "front")
    places: dict[int, Counter[int]] = {}
    shown = opened.evaluate(BOTH, [[card.front, card.back] for card in scripted])
    for card, (front, back) in zip(scripted, shown, strict=True):
        assert [text for *_, text in front] == [text for *_, text in back], card.item
        assert all(before in ("", after) for (_, before, _), (_, after, _) in zip(front, back, strict=True)), card.item
        kinds = [kind for kind, *_ in back]
        if kinds.count("right") == 1 and " data-shuffle>" in card.front:
            places.setdefault(len(kinds), Counter())[kinds.index("right")] += 1
    assert len(scripted) > 200
    assert places[4].total() > 80
    assert chi_squared(places[4].values(), 4) < 16.3  # 3 degrees of freedom, one in a thousand
