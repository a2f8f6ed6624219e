"""How fast self-tests are made, against two peers that make quiz pages too: the same thousand items, in one run.

Run it by `make benchmark`. It prints; it asserts nothing, since machines differ. Each program is timed from its start
to its page on disk, the best of a few rounds in turns. mkdocs-quiz gets all that we get: stems, options, the reason for
each, rationales. QuizML has no place for reasons on its page, so it has less to do. The peers are in an environment of
their own, which `make peers` sets up; what is not there is left out.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.model import Choices, Option, Question, Quiz
from tests.benchmarks.printing import WORDS
from tests.conftest import REPOSITORY
from tests.quizzes import HERE, SETTINGS, every_shape, question

ITEMS = 1_000
ROUNDS = 3
PEERS = REPOSITORY / ".venv-peers" / "bin"


def quiz_of(count: int) -> Quiz:
    """A quiz of so many items of four options, each with a reason, and a rationale."""
    rng = random.Random(1)

    def text(least: int, most: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most))).capitalize()

    def item(number: int) -> Question:
        options = tuple(Option(text(3, 12), not index, HERE, f"{text(8, 16)}.") for index in range(4))
        asked = replace(question("why-a-fund"), id=f"item-{number}", answer=Choices(options))
        return replace(asked, stem=f"{text(14, 30)}?", rationale=f"{text(20, 40)}.")

    return replace(every_shape(1), questions=tuple(item(number) for number in range(1, count + 1)))


def options(asked: Question) -> tuple[Option, ...]:
    """The options of an item, of which all here have some."""
    assert isinstance(asked.answer, Choices)
    return asked.answer.options


def for_mkdocs_quiz(quiz: Quiz, folder: Path) -> Path:
    """The items in Markdown as mkdocs-quiz has them; the page that it makes."""
    pieces = ["# Quiz\n"]
    for asked in quiz.questions:
        answers = "\n".join(f"- [{'x' if one.correct else ' '}] {one.text}\n> {one.why}" for one in options(asked))
        pieces.append(f"<quiz>\n{asked.stem}\n{answers}\n\n{asked.rationale}\n</quiz>\n")
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("\n".join(pieces), encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Quiz\nplugins: [mkdocs_quiz]\n", encoding="utf-8")
    return folder / "site" / "index.html"


def for_quizml(quiz: Quiz, folder: Path) -> Path:
    """The items in YAML as QuizML has them, which JSON is too; the page that it makes."""
    entries = [
        {
            "type": "mc",
            "marks": 1,
            "question": asked.stem,
            "choices": [{"x" if one.correct else "o": one.text} for one in options(asked)],
        }
        for asked in quiz.questions
    ]
    folder.mkdir(parents=True)
    (folder / "quiz.yaml").write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder / "quiz.html"


def for_us(quiz: Quiz, folder: Path) -> Path:
    """Nothing to prepare: we begin from values, and make them in the time that is measured."""
    folder.mkdir(parents=True)
    return folder / "storms.html"


def make_ours(page: Path) -> None:
    """The page of the items, written to disk."""
    from quizgen.exporters import html

    (output,) = html.export([quiz_of(ITEMS)], replace(SETTINGS, whole=False))
    page.write_bytes(output.data)


@dataclass(frozen=True)
class Program:
    """What makes a page: how items are laid out for it, and the command to run beside them."""

    lay_out: Callable[[Quiz, Path], Path]
    command: tuple[str, ...]


PROGRAMS = {
    "ours": Program(for_us, (sys.executable, "-m", "tests.benchmarks.selftests", "storms.html")),
    "mkdocs-quiz": Program(for_mkdocs_quiz, (str(PEERS / "mkdocs"), "build", "-q", "-d", "site")),
    "QuizML": Program(for_quizml, (str(PEERS / "quizml"), "--quiet", "-t", "html-preview", "quiz.yaml")),
}


def run(program: Program, quiz: Quiz, folder: Path) -> tuple[float, float, bytes]:
    """Seconds from start to end by the clock and of the processor, and the page."""
    page = program.lay_out(quiz, folder)
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    before, used = time.perf_counter(), _of_children()
    subprocess.run(program.command, cwd=folder, env=environment, capture_output=True, check=True)
    return time.perf_counter() - before, _of_children() - used, page.read_bytes()


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a line for each program."""
    quiz = quiz_of(ITEMS)
    present = {name: program for name, program in PROGRAMS.items() if Path(program.command[0]).exists()}
    for name in PROGRAMS.keys() - present.keys():
        print(f"{name} is not installed (make peers): it is left out")
    clock: dict[str, list[float]] = {name: [] for name in present}
    processor: dict[str, list[float]] = {name: [] for name in present}
    pages: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            for name, program in present.items():
                taken, used, pages[name] = run(program, quiz, Path(folder, f"{name}-{number}"))
                clock[name].append(taken)
                processor[name].append(used)
    heads = {"page of": 12, "items": 6, "reasons": 8, "clock, s": 9, "processor, s": 13, "times": 6, "kB": 6}
    print(" ".join(f"{head:>{width}}" for head, width in (*heads.items(), ("kB, zipped", 10), ("times", 6))))
    for name, page in pages.items():
        stems = sum(asked.stem.encode() in page for asked in quiz.questions)
        reasons = sum(asked.rationale.encode() in page for asked in quiz.questions)
        used = min(processor[name])
        print(
            f"{name:>12} {stems:>6,} {reasons:>8,} {min(clock[name]):>9.2f} {used:>13.2f} "
            f"{used / min(processor['ours']):>6.1f} {len(page) / 1000:>6,.0f} "
            f"{len(gzip.compress(page)) / 1000:>10,.0f} {len(page) / len(pages['ours']):>6.2f}"
        )
    print("times: of ours, by the processor and by size")


if __name__ == "__main__":
    make_ours(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
