"""How fast items become a package for Canvas, against text2qti, which writes the same kind of package from its text.

Both get a thousand choices with general feedback and a reason for every option, every tenth stem with emphasis, and are
timed in turn, in this process, from what they have in memory to the bytes of the zip. That is not quite the same work:
text2qti reads its text too, which quizgen has done when a quiz is put together.
Run it by `make benchmark`. It prints; it asserts nothing, since machines differ.
"""

from __future__ import annotations

import gc
import importlib.util
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from quizgen.exporters import canvas, qti
from quizgen.model import Choices, Evidence, Option, Passage, Question, Quiz
from tests.quizzes import BRIEF, HERE, SETTINGS, every_shape, question

ITEMS = 1_000
PASSAGES = 12
ROUNDS = 7


def quiz(count: int) -> Quiz:
    """A quiz of so many choices, no text of which is that of another."""
    passages = tuple(Passage(f"p{number}", f"The fund pays {number} times.", HERE) for number in range(1, PASSAGES + 1))
    brief = replace(BRIEF, passages=passages)
    return replace(every_shape(1, questions=tuple(map(_item, range(1, count + 1)))), briefs=(brief,))


def _item(number: int) -> Question:
    passage = 1 + number % PASSAGES
    options = tuple(
        Option(f"It pays {number + off} times & no more", not off, HERE, f"Since {number} is {off} away from it.")
        for off in range(4)
    )
    return replace(
        question("why-a-fund"),
        id=f"item-{number}",
        stem=f"How often does the fund {'really' if number % 10 else '*really*'} pay in year {number}?",
        rationale=f"The brief says {number} times, and not more.",
        answer=Choices(options),
        evidence=(Evidence("storms", f"p{passage}", f"pays {passage} times", HERE, HERE),),
    )


def as_text(asked: Quiz) -> str:
    """The same items as text2qti reads them."""
    lines = [f"Quiz title: {asked.title}", ""]
    for number, item in enumerate(asked.questions, 1):
        assert isinstance(item.answer, Choices)
        cited = f"Restated from paragraph {number} of Ibarra and Ray (2024), *Saving before the Storm*"
        lines += [f"{number}. {item.stem}", f"... {item.rationale} {item.evidence[0].quote} {cited}"]
        for letter, option in zip("abcd", item.answer.options, strict=True):
            lines += [f"{'*' if option.correct else ''}{letter}) {option.text}", f"... {option.why}"]
        lines.append("")
    return "\n".join(lines)


def by_text2qti(text: str) -> bytes:
    """The package that text2qti makes of it."""
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz as Text

    data: bytes = QTI(Text(text, config=Config())).zip_bytes()
    return data


def seconds(make: Callable[[], bytes]) -> tuple[float, int]:
    """Seconds of the processor that a package takes, whatever else the machine does; and its bytes."""
    before = time.process_time()
    data = make()
    return time.process_time() - before, len(data)


def ours(asked: Quiz, exporter: object) -> bytes:
    """The package that an exporter makes, with nothing remembered from a run before."""
    from quizgen import markup

    markup.spans.cache_clear()
    (output,) = exporter.export([asked], SETTINGS)  # type: ignore[attr-defined] # it is an exporter's module
    data: bytes = output.data
    return data


def main() -> None:
    """Print a line for each maker: the median of a few rounds, and how many times faster than the first it is."""
    gc.set_threshold(100_000)  # as the command line has it
    asked = quiz(ITEMS)
    text = as_text(asked)
    makers: dict[str, Callable[[], bytes]] = {
        "canvas": lambda: ours(asked, canvas),
        "qti": lambda: ours(asked, qti),
    }
    if importlib.util.find_spec("text2qti"):
        makers = {"text2qti": lambda: by_text2qti(text), **makers}
    else:
        print("text2qti is not here: pip install 'quizgen[benchmark]'")
    rounds = [{name: seconds(make) for name, make in makers.items()} for _ in range(ROUNDS)]
    first = next(iter(makers))
    print(f"{'maker':>10} {'items':>7} {'cpu, s':>8} {'bytes':>10} {'times as fast':>14}")
    for name in makers:
        taken = statistics.median(one[name][0] for one in rounds)
        faster = statistics.median(one[first][0] / one[name][0] for one in rounds)
        print(f"{name:>10} {ITEMS:>7,} {taken:>8.2f} {rounds[0][name][1]:>10,} {faster:>14.1f}")


if __name__ == "__main__":
    main()
