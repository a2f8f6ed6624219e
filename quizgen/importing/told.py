"""What outputs of quizgen say of themselves, taken off again where a file is one: what to do, why, and on what grounds.

In a file from elsewhere none of it stands, and nothing is taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from quizgen import wording
from quizgen.importing.prose import lines
from quizgen.model import Criterion, Difficulty, Kind, Thinking

_TASKS = {
    getattr(words, name): name
    for words in wording.ALL
    for name in (
        "choose_all", "give_term", "write_words", "write_number", "fill_blanks", "fill_blank",
        "sort_entries", "match_pairs", "move_into_order", "put_in_order", "argue",
    )
}  # fmt: skip


def without_task(stem: str) -> tuple[str, str]:
    """A stem without the line in italics that says what to do, and the name of that line; empty where there is none."""
    before, _, last = stem.rpartition("\n")
    task = _TASKS.get(last.strip("*"), "") if last.startswith("*") else ""
    return (before, task) if task else (stem, "")


_UNIT = re.compile(r"_{3,}\s+(\S.{0,49})")


def without_unit(stem: str) -> tuple[str, str]:
    """The stem of a figure without its last line, a blank with the unit behind it, and that unit."""
    before, _, last = stem.rpartition("\n")
    found = _UNIT.fullmatch(last)
    return (before, found[1]) if found and before else (stem, "")


@dataclass(frozen=True, slots=True)
class Explained:
    """What is said of an item once it is answered: why, on what grounds, and how an essay is marked."""

    rationale: str
    evidence: str = ""
    model_answer: str = ""
    rubric: tuple[Criterion, ...] = ()
    correction: str = ""


_PARTS = {
    getattr(words, name): name
    for words in wording.ALL
    for name in ("rationale", "evidence", "model_answer", "rubric", "correction")
}
_LABEL = re.compile(r"\*\*([^*\n]{1,40}):\*\*\s*")


def parted(text: str) -> Explained:
    """A feedback for all in its parts, each of which has its label in bold; what has none is the rationale."""
    said: dict[str, list[str]] = {}
    part = "rationale"
    for line in lines(text):
        label = _LABEL.match(line)
        if label and label[1] in _PARTS:
            part, line = _PARTS[label[1]], line[label.end() :]
        if line:
            said.setdefault(part, []).append(line)
    return Explained(
        "\n".join(said.get("rationale", ())),
        " ".join(said.get("evidence", ())),
        "\n".join(said.get("model_answer", ())),
        tuple(criteria(said.get("rubric", []))),
        "\n".join(said.get("correction", ())),
    )


def reasons(rationale: str, entries: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A rationale without the lines that say why an entry belongs where it does, and these by the entry."""
    found: dict[str, str] = {}
    left = []
    for line in lines(rationale):
        entry = next((one for one in entries if line.startswith(f"**{one}:** ")), None)
        if entry is None:
            left.append(line)
        else:
            found[entry] = line[len(entry) + len("**:** ") :]
    return "\n".join(left), found


_WORTH = re.compile(r"(.+) \((\d+(?:\.5)?) \w+\.?\)")


def is_worth(line: str) -> bool:
    """Whether a line is a criterion with its points in brackets behind it."""
    return _WORTH.fullmatch(line) is not None


def criteria(said: Iterable[str]) -> Iterator[Criterion]:
    """The criteria of a rubric, a line each."""
    for line in said:
        found = _WORTH.fullmatch(line)
        yield Criterion(found[1], float(found[2])) if found else Criterion(line, 1)


_NAMED = (("kind", Kind), ("difficulty", Difficulty), ("thinking", Thinking))
_LABELS = {value: name for name, of in _NAMED for value in get_args(of)}


def labelled(tags: Iterator[str] | list[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What tags say of an item's kind, difficulty and thinking, and the other tags, as a bank can have them."""
    labels: dict[str, str] = {}
    others = []
    for tag in tags:
        name = _LABELS.get(tag)
        if name and name not in labels:
            labels[name] = tag
        else:
            others.append(re.sub(r"[^\w-]+", "-", tag.strip()).strip("-_")[:60])
    return labels, tuple(dict.fromkeys(filter(None, others)))
