"""How soon a self-test of a thousand items can be answered, against the floor: the same page with its script left out.

Run it by `make benchmark`. It prints; it asserts nothing, since machines differ.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from quizgen import assemble
from quizgen.assemble import Plan
from quizgen.course import load
from quizgen.exporters.html.pages import selftest_page
from quizgen.model import Quiz
from tests.benchmarks.courses import in_one_bank
from tests.exporters.conftest import FLAGS

SIZES = (35, 250, 1_000)
ROUNDS = 5
SCRIPT = re.compile(r"<script>.*?</script>\n", re.DOTALL)
PAINTED = """() => new Promise((tell) => requestAnimationFrame(() => setTimeout(() => tell(
  performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd))))"""


def quiz_of(items: int, folder: Path) -> Quiz:
    """A quiz of so many items, with options, reasons and evidence, over this repository's briefs."""
    (quiz,) = assemble.of_banks(load(in_one_bank(folder, items)), Plan(forms=1, seed=1))
    return quiz


def opened(page: Page, path: Path) -> float:
    """Seconds from the request to a page that is painted and has run its script."""
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_load_state("domcontentloaded")
    return float(page.evaluate(PAINTED)) / 1000


def answered(page: Page, path: Path) -> float:
    """Seconds until a sitting has begun and its first question is checked, by a script that does not wait."""
    opened(page, path)
    begin = "() => { document.querySelector('#begin').click(); }"
    check = "() => { document.querySelector('.question .actions button').click(); }"
    return timed(lambda: (page.evaluate(begin), page.evaluate(check)))


def timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def measure(browser: Browser, folder: Path, items: int) -> str:
    quiz = quiz_of(items, folder / f"course-{items}")
    made = timed(lambda: selftest_page(quiz))
    page, bare = folder / f"{items}.html", folder / f"{items}-bare.html"
    page.write_bytes(selftest_page(quiz))
    bare.write_text(SCRIPT.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    tab = browser.new_page()
    floors, opens, answers = [], [], []
    for _ in range(ROUNDS):
        floors.append(opened(tab, bare))
        opens.append(opened(tab, page))
        answers.append(answered(tab, page))
    tab.close()
    floor, usable, checked = median(floors), median(opens), median(answers)
    size = page.stat().st_size
    return (
        f"{items:>6,} {made:>8.2f} {size / 1000:>8,.0f} {size / items:>10,.0f}"
        f" {floor:>8.2f} {usable:>8.2f} {usable / floor:>6.1f} {checked:>9.3f}"
    )


def main() -> None:
    """Print a line for each size."""
    heads = {
        "items": 6,
        "made, s": 8,
        "kB": 8,
        "bytes/item": 10,
        "floor, s": 8,
        "open, s": 8,
        "times": 6,
        "check, s": 9,
    }
    print(" ".join(f"{head:>{width}}" for head, width in heads.items()))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for items in SIZES:
            print(measure(browser, Path(name), items))
        browser.close()


if __name__ == "__main__":
    main()
