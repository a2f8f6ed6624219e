"""How cards look in each client of Anki: their places, widths, colours and targets, measured in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.exporters.anki import clients
from tests.exporters.anki.clients import Client, Mode, Screen, Side, Typing
from tests.exporters.anki.rendering import Rendered, card_of

WIDTHS = ((clients.ANDROID, 320), (clients.IPHONE, 390), (clients.DESKTOP, 720), (clients.DESKTOP, 1280))
NEAR = 1.0  # CSS pixels


@pytest.fixture(scope="module")
def all_cards(cards: list[Rendered], unusual_cards: list[Rendered]) -> list[Rendered]:
    together = [*cards, *unusual_cards]
    assert {card.note_type.split()[1] for card in together} == {
        "choice", "typed", "term", "cloze", "pairs", "sequence", "essay",
    }  # fmt: skip
    assert len(together) > 40
    return together


# Places

PARTS = ".brief, .stem, .ask, .options .letter, .options .text, .asked .box, .asked .text, .headings > li"
BOXES = """(parts) => [...document.querySelectorAll(parts)].map((part) => {
  const box = part.getBoundingClientRect();
  return [part.className || part.tagName, box.left, box.top, box.width, box.height];
})"""


def boxes(opened: Any) -> list[list[Any]]:
    return [[name.replace(" filled", ""), *box] for name, *box in opened.evaluate(BOXES, PARTS)]


@pytest.mark.parametrize(("client", "width"), WIDTHS, ids=lambda value: getattr(value, "name", value))
def test_what_the_front_has_stays_where_it_is_on_the_back(
    all_cards: list[Rendered], screen: Screen, client: Client, width: int
) -> None:
    measured = 0
    for card in all_cards:
        front, back = (boxes(screen.show(card, side, client=client, width=width)) for side in ("front", "back"))
        if card.note_type == "quizgen cloze":  # a blank is not as long as what fills it
            front, back = ([box[:4] for box in side if box[0].startswith("stem")] for side in (front, back))
        if card.note_type == "quizgen essay":  # whose back does not say again how to answer
            front = [box for box in front if box[0] != "ask"]
        assert [box[0] for box in front] == [box[0] for box in back], card.item
        for before, after in zip(front, back, strict=True):
            assert after[1:] == pytest.approx(before[1:], abs=NEAR), (card.item, before[0])
            measured += 1
    assert measured > 250


def test_no_client_scrolls_to_an_answer(all_cards: list[Rendered]) -> None:
    """Anki scrolls to an element of that id, and with it the question out of sight."""
    assert not [card.item for card in all_cards if re.search("id=.?answer", card.front + card.back)]


@pytest.mark.parametrize("side", ["front", "back"])
def test_cards_fit_a_narrow_screen(all_cards: list[Rendered], screen: Screen, side: Side) -> None:
    for card in all_cards:
        opened = screen.show(card, side, client=clients.ANDROID, width=320, typing="wrong")
        opened.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        room, taken = opened.evaluate(
            "() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]"
        )
        assert taken <= room <= 320, card.item


@pytest.mark.parametrize("item", ["es-judged", "fund-is-loan"])
def test_a_verdict_is_one_line_on_a_narrow_screen(all_cards: list[Rendered], screen: Screen, item: str) -> None:
    opened = screen.show(card_of(all_cards, item), "back", client=clients.ANDROID, width=320)
    heights = [row.bounding_box()["height"] for row in opened.locator(".options > li").all()]
    assert len(heights) == 2
    assert all(44 <= height < 50 for height in heights)


def test_the_longest_typed_answer_is_compared_on_one_line_of_a_phone(cards: list[Rendered], screen: Screen) -> None:
    card = card_of(cards, "who-governs")
    longest = replace(card, compared={"right": f"<code id=typeans><span class=typeGood>{'m' * 30}</span></code>"})
    for client in (clients.ANDROID, clients.IPHONE):
        opened = screen.show(longest, "back", client=client, width=360, typing="right")
        assert opened.locator(".typeGood").evaluate("(typed) => typed.getClientRects().length") == 1


def test_lines_are_no_longer_than_the_eye_follows(all_cards: list[Rendered], screen: Screen) -> None:
    """Text is at most some 75 letters wide, of about half a size each."""
    opened = screen.show(card_of(all_cards, "long"), "back", width=1600)
    width = opened.locator(".rationale .text").bounding_box()["width"]
    size = opened.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    assert 60 < width / (size / 2) < 75


TARGETS = """() => [...document.querySelectorAll("summary, a, input")].map((target) => {
  const box = target.getBoundingClientRect();
  return Math.min(box.width, box.height);
})"""


def test_what_is_tapped_is_as_large_as_a_finger(all_cards: list[Rendered], screen: Screen) -> None:
    measured = 0
    for card in all_cards:
        for side in ("front", "back"):
            found = screen.show(card, side, client=clients.ANDROID, width=390).evaluate(TARGETS)
            assert all(size >= 44 for size in found), card.item
            measured += len(found)
    assert measured > 80


def test_text_from_right_to_left_has_its_letters_on_the_right(all_cards: list[Rendered], screen: Screen) -> None:
    sided = "(row) => [...row.children].map((part) => part.getBoundingClientRect().left)"
    for item, turned in (("rtl", True), ("long", False)):
        opened = screen.show(card_of(all_cards, item), "back")
        places = [row.evaluate(sided) for row in opened.locator(".options > li, .whys > li").all()]
        assert len(places) > 5
        for place in places:  # letter, text, sign
            assert place == sorted(place, reverse=turned), item
    stem = screen.show(card_of(all_cards, "rtl"), "front").locator(".stem")
    assert stem.evaluate("(stem) => getComputedStyle(stem).direction") == "rtl"


# Colours

CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (text) => rgb(text).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const shown = [...document.querySelectorAll(".quizgen *")].filter((node) => node.checkVisibility())
    .filter((node) => !["SCRIPT", "STYLE"].includes(node.tagName));
  const texts = shown.filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((node) => [node.className || node.tagName, ratio(getComputedStyle(node).color, ground(node))]);
  const frames = shown.filter((node) => node.matches(".options .letter, .headings .letter, .box, input, .right"))
    .map((node) => [node.className, ratio(getComputedStyle(node).borderTopColor, ground(node.parentElement))]);
  return { texts, frames };
}"""

GROUNDS = {"light": "rgb(255, 255, 255)", "night": "rgb(23, 26, 32)"}
"""The card's own in every client, though some have one for the night too."""


@pytest.mark.parametrize("mode", ["light", "night"])
@pytest.mark.parametrize("client", clients.ALL, ids=lambda client: client.name)
def test_text_and_frames_stand_out(cards: list[Rendered], screen: Screen, client: Client, mode: Mode) -> None:
    grounds, measured = set(), {"texts": 0, "frames": 0}
    for card, side, typing in sides(cards):
        opened = screen.show(card, side, client=client, mode=mode, typing=typing)
        opened.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = opened.evaluate(CONTRAST)
        for kind, least in (("texts", 4.5), ("frames", 3)):
            assert [part for part in found[kind] if part[1] < least] == [], card.item
            measured[kind] += len(found[kind])
        grounds.add(opened.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert measured["texts"] > 200
    assert measured["frames"] > 40
    assert grounds == {GROUNDS[mode]}


def sides(cards: list[Rendered]) -> Iterator[tuple[Rendered, Side, Typing]]:
    """Both sides of all cards, and those backs that compare what was typed for everything that can be typed."""
    for card in cards:
        yield card, "front", "nothing"
        for typing in ("right", "wrong", "nothing") if "[[type:" in card.back else ("nothing",):
            yield card, "back", typing


def test_the_system_s_colours_leave_the_key_marked(cards: list[Rendered], screen: Screen) -> None:
    screen.page.emulate_media(forced_colors="active")
    opened = screen.show(card_of(cards, "why-a-fund"), "back")
    frames = {
        kind: opened.locator(f".options > .{kind}").first.evaluate("(row) => getComputedStyle(row).borderTopColor")
        for kind in ("right", "wrong")
    }
    signs = opened.locator(".options .sign").all_inner_texts()
    screen.page.emulate_media(forced_colors="none")
    assert frames["right"] != frames["wrong"]
    assert sorted(signs) == ["✓", "✗", "✗", "✗"]


# From within


def test_nothing_is_loaded_from_outside(all_cards: list[Rendered]) -> None:
    """Chromium asks for nothing either: the page of every test here keeps what is asked for."""
    for card in all_cards:
        for text in (card.front, card.back, card.style):
            assert not re.search(
                r"""(?i)<(img|link|iframe|object|embed|video|audio|source)\b|\bsrc=|url\(|@import|@font""", text
            )
        assert set(re.findall('href="[^"]*"', card.front + card.back)) <= {
            'href="https://example.org/storms?a=1&amp;b=2"'
        }


# Typed answers


def test_what_was_typed_is_shown_against_the_answer(cards: list[Rendered], screen: Screen) -> None:
    card = card_of(cards, "share-saved")
    seen = {}
    for typing in ("right", "wrong", "nothing"):
        opened = screen.show(card, "back", typing=typing)
        seen[typing] = (opened.locator(".typed:visible").all_inner_texts(), opened.locator(".answer").inner_text())
    assert seen["right"][0] == ["2.5"]
    assert "↓" in seen["wrong"][0][0]
    assert seen["nothing"][0] == []  # the answer below says it already
    assert {answer for _, answer in seen.values()} == {"2.5\u00a0percent (within 0.1)"}
