"""Make contact sheets of the cards, both sides, in light and night, on phones and a desktop: `make sheets`.

They are for looking at; nothing is asserted. Each is a way of asking: real items of the course, then unusual ones.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Page, sync_playwright

from quizgen import assemble
from quizgen.course import load
from quizgen.model import Quiz
from tests.conftest import REPOSITORY
from tests.exporters.anki import clients
from tests.exporters.anki.clients import Client, Mode
from tests.exporters.anki.packaging import package
from tests.exporters.anki.rendering import Rendered, rendered
from tests.exporters.anki.unusual import spanish, unusual
from tests.quizzes import every_shape

SCREENS: tuple[tuple[Client, Mode, int], ...] = (
    (clients.ANDROID, "light", 320),
    (clients.IPHONE, "night", 390),
    (clients.DESKTOP, "light", 1280),
    (clients.DESKTOP, "night", 800),
)
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
GAP = 16


def main(folder: Path, wanted: Sequence[str] = ()) -> None:
    """A picture for each card wanted, by a part of its item's name; all where none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        for number, (about, quiz) in enumerate(quizzes()):
            place = Path(scratch, str(number))
            place.mkdir()
            for card in rendered(package(quiz), place):
                name = f"{about}-{card.item}-{card.order}"
                if not wanted or any(each in name for each in wanted):
                    sheet(card, page).save(folder / f"{name}.png", optimize=True)
        browser.close()


def quizzes() -> Iterator[tuple[str, Quiz]]:
    """The longest item of each type in the course, the shapes of the tests, and the unusual items."""
    course = load(REPOSITORY)
    banks = assemble.of_banks(course, assemble.Plan(forms=1, seed=course.settings.defaults.seed))
    longest: dict[str, tuple[int, int]] = {}
    for place, quiz in enumerate(banks):
        for index, question in enumerate(quiz.questions):
            length = len(question.stem) + len(str(question.answer))
            if longest.get(question.type, (0, 0))[0] < length:
                longest[question.type] = (length, place * 10_000 + index)
    for kind, (_, where) in sorted(longest.items()):
        quiz = banks[where // 10_000]
        yield f"course-{kind}", _only(quiz, where % 10_000)
    yield "shapes", every_shape()
    yield "unusual", unusual()
    yield "spanish", spanish()


def _only(quiz: Quiz, index: int) -> Quiz:
    return replace(quiz, questions=(quiz.questions[index],))


def sheet(card: Rendered, page: Page) -> Image.Image:
    """Both sides of a card on every screen, fronts above backs."""
    columns = [(shot(card, "front", screen, page), shot(card, "back", screen, page)) for screen in SCREENS]
    heights = [max(pair[side].height for pair in columns) for side in (0, 1)]
    width = sum(pair[0].width + GAP for pair in columns) + GAP
    made = Image.new("RGB", (width, sum(heights) + 3 * GAP), "#8a8f98")
    left = GAP
    for pair in columns:
        made.paste(pair[0], (left, GAP))
        made.paste(pair[1], (left, heights[0] + 2 * GAP))
        left += pair[0].width + GAP
    return made


def shot(card: Rendered, side: clients.Side, screen: tuple[Client, Mode, int], page: Page) -> Image.Image:
    """One side on one screen, as long as it is."""
    client, mode, width = screen
    page.set_viewport_size({"width": width, "height": 400})
    page.set_content(clients.page(card, side, client, mode, "wrong" if mode == "light" else "right"))
    if client is clients.DESKTOP:
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return ImageOps.crop(taken, (240, 0, 240, 0)) if width > 1000 else taken


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
