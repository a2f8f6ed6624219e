"""How soon a self-test can be answered in a browser, beside the floor: the same page with its script left out."""

from __future__ import annotations

import importlib.util
import re
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.courses import in_one_bank
from benchmarks.sizes import seconds
from benchmarks.telling import Plan, Section, Table, alone
from quizgen import assemble
from quizgen.course import load
from quizgen.exporters.html.pages import selftest_page
from quizgen.model import Quiz

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
)
ABOUT = (
    "In Chromium, by the clock: `open` is from the request to a page that is painted and has run its script, `floor` "
    "the same page without a script, `check` a sitting begun and its first answer checked by a script that does not "
    "wait."
)
ROUNDS = 5
SCRIPT = re.compile(r"<script>.*?</script>\n", re.DOTALL)
PAINTED = """() => new Promise((tell) => requestAnimationFrame(() => setTimeout(() => tell(
  performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd))))"""


def quiz_of(items: int, folder: Path) -> Quiz:
    """A quiz of so many items, with options, reasons and evidence, over this repository's briefs."""
    (quiz,) = assemble.of_banks(load(in_one_bank(folder, items)), assemble.Plan(forms=1, seed=1))
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
    before = time.perf_counter()
    page.evaluate(begin)
    page.evaluate(check)
    return time.perf_counter() - before


def measure(plan: Plan) -> Section:
    """Pages of each size, in a browser; nothing where there is none."""
    if not importlib.util.find_spec("playwright") or not shutil.which("chromium"):
        return Section("Opening a self-test", ABOUT, (), ("all of it: there is no Chromium here",))
    from playwright.sync_api import sync_playwright

    sizes = sorted({35, 250, plan.compared})
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        rows = tuple(_row(browser, Path(name), items) for items in sizes)
        browser.close()
    heads = ("items", "kB", "bytes/item", "floor, s", "open, s", "times", "check, s")
    return Section("Opening a self-test", ABOUT, (Table(heads, rows),))


def _row(browser: Browser, folder: Path, items: int) -> tuple[str, ...]:
    page, bare = folder / f"{items}.html", folder / f"{items}-bare.html"
    page.write_bytes(selftest_page(quiz_of(items, folder / f"course-{items}")))
    bare.write_text(SCRIPT.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    tab = browser.new_page()
    rounds = [(opened(tab, bare), opened(tab, page), answered(tab, page)) for _ in range(ROUNDS)]
    tab.close()
    floor, usable, checked = map(median, zip(*rounds, strict=True))
    size = page.stat().st_size
    figures = (f"{size / 1000:,.0f}", f"{size / items:,.0f}", seconds(floor), seconds(usable))
    return (f"{items:,}", *figures, f"{usable / floor:.1f}", f"{checked:.3f}")


if __name__ == "__main__":
    alone(measure)
