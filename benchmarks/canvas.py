"""How fast items become a package for a course site, beside text2qti, which writes the same kind from its text.

All get the same choices with general feedback and a reason for every option, every tenth stem with emphasis, and are
timed from what they have in memory to the bytes of the zip. That is not quite the same work: text2qti reads its text
too, which quizgen has done when a quiz is put together.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.items import SETTINGS, options, quiz_of
from benchmarks.measuring import here, in_turns, module, tell
from benchmarks.sizes import beside
from benchmarks.telling import COMPARED, Plan, Section, alone, at_least
from quizgen import exporters
from quizgen.model import Question, Quiz

OURS = ("canvas", "qti")
ABOUT = (
    "Choices of four options with feedback on each, every tenth stem with emphasis, from memory to the bytes of the "
    "zip; text2qti reads its own text in that time, quizgen has read the bank before. `times` is by the processor."
)


def quiz(count: int) -> Quiz:
    """The items that all makers get."""
    plain = quiz_of(count)
    return replace(plain, questions=tuple(map(_emphasised, range(count), plain.questions)))


def _emphasised(number: int, asked: Question) -> Question:
    first, _, rest = asked.stem.partition(" ")
    return asked if number % 10 else replace(asked, stem=f"*{first}* {rest}")


def as_text(asked: Quiz) -> str:
    """The same items as text2qti reads them."""
    lines = [f"Quiz title: {asked.title}", ""]
    for number, item in enumerate(asked.questions, 1):
        cited = f"Restated from paragraph {number} of Ibarra and Ray (2024), *Saving before the Storm*"
        lines += [f"{number}. {item.stem}", f"... {item.rationale} {item.evidence[0].quote} {cited}"]
        for letter, option in zip("abcd", options(item), strict=True):
            lines += [f"{'*' if option.correct else ''}{letter}) {option.text}", f"... {option.why}"]
        lines.append("")
    return "\n".join(lines)


def ours(asked: Quiz, name: str) -> bytes:
    """The package that one of our formats makes."""
    (output,) = exporters.BY_NAME[name].export([asked], SETTINGS)
    return output.data


def measure(plan: Plan) -> Section:
    """Each of our packages and that of text2qti, in turns."""
    count = plan.compared
    runs = {name: partial(module, "benchmarks.canvas", name, count) for name in OURS}
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "storms.txt")
        text.write_text(as_text(quiz(count)), encoding="utf-8")
        if "text2qti" in peers.versions():
            runs["text2qti"] = partial(module, "benchmarks.beside.with_text2qti", text, python=peers.PYTHON)
        found = in_turns(runs, plan.rounds)
    faster = (
        found["text2qti"].processor / found["canvas"].processor if "text2qti" in found and count == COMPARED else None
    )
    promise = at_least("canvas: 4 times as fast as text2qti at least, by the processor, at 1,000 items", 4, faster)
    table = beside("package by", found, "canvas", count)
    return Section("Course sites", ABOUT, (table,), peers.missing("text2qti"), (promise,))


def main() -> None:
    """Measure one of our packages here; what it imports is there before the time is taken."""
    from quizgen import markup

    gc.set_threshold(100_000)  # as the command line has it
    name, asked = sys.argv[1], quiz(int(sys.argv[2]))
    ours(quiz(2), name)
    markup.spans.cache_clear()
    tell(here(lambda: ours(asked, name)))


if __name__ == "__main__":
    main() if sys.argv[1:2] and sys.argv[1] in OURS else alone(measure)
