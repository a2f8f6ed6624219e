"""Text of curators that would act on a page, in a browser: it makes no element, runs nothing and loads nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.exporters.anki.packaging import package
from tests.exporters.anki.poisoned import EVIL, WITH_BACKSLASHES, poisoned
from tests.exporters.anki.rendering import Rendered, rendered

# What a card is made of; what is written in it, outside of what Anki's formulas leave alone, or under our ids; and
# what a browser would run or follow.
SEEN = """() => {
  const all = [...document.querySelector("#qa").querySelectorAll("*")];
  const texts = document.createTreeWalker(document.querySelector("#qa"), NodeFilter.SHOW_TEXT);
  const open = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.data.trim() && !node.parentElement.closest(".mathjax_ignore.tex2jax_ignore, script, style"))
      open.push(node.data);
  }
  return {
    elements: all.map((node) => node.tagName).sort(),
    open,
    acting: all.flatMap((node) => [...node.attributes])
      .filter((each) => /^on/i.test(each.name) || /^\\s*(javascript|data):/i.test(each.value)).map((each) => each.name),
    hacked: window.hacked ?? null,
  };
}"""


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    """A page that fails where it loads anything or asks anything."""
    with browser.new_context() as context:
        opened = context.new_page()
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("dialog", lambda dialog: asked.append(dialog.message))
        opened.on("pageerror", lambda error: asked.append(str(error)))
        yield opened
        assert asked == []


def seen_of(page: Any, card: Rendered, side: str) -> dict[str, Any]:
    body = card.front if side == "front" else card.back
    page.set_content(f'<!doctype html><body class="card"><div id="qa"><style>{card.style}</style>{body}</div></body>')
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


def elements(page: Any, text: str, folder: Path) -> dict[tuple[str, int, str], Counter[str]]:
    """The elements that each side of each card has where all that is written is this text."""
    sides = [(card, side) for card in rendered(package(poisoned(text)), folder) for side in ("front", "back")]
    return {(card.item, card.order, side): Counter(seen_of(page, card, side)["elements"]) for card, side in sides}


@pytest.mark.parametrize("evil", [*EVIL, *WITH_BACKSLASHES], ids=lambda evil: evil[:30])
def test_evil_text_makes_no_element_and_runs_nothing(
    evil: str, page: Any, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A harmless text as long tells what there should be: what is long is set, folded and typed otherwise."""
    cards = rendered(package(poisoned(evil)), tmp_path)
    expected = elements(page, "h" * len(evil), tmp_path_factory.mktemp("harmless"))
    assert 2 * len(cards) == len(expected) == 22
    for card in cards:
        for side in ("front", "back"):
            found = seen_of(page, card, side)
            assert Counter(found["elements"]) == expected[card.item, card.order, side], (card.item, side)
            assert found["open"] == []
            assert found["acting"] == []
            assert found["hacked"] is None
