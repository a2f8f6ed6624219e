"""A marker who has the printed paper and the bank, and works out for each number what to look for there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from typing_extensions import assert_never

from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from tests.exporters.pdf.reading import about, folded

ENTRY = r"(?<!\S)([A-Z]) "


def asked(paper: bytes, folder: Path) -> dict[int, str]:
    """What a paper says of each item after its number, in the order in which it is read out."""
    items: list[list[str]] = []
    depth: int | None = None
    for line in about("pdfinfo", paper, folder, "-struct-text").splitlines():
        indent = len(line) - len(line.lstrip())
        if depth is not None and indent <= depth:
            depth = None
        if depth is None and line.strip().startswith("LI"):
            depth = indent
            items.append([])
        elif depth is not None and (said := re.fullmatch(r'\s+"(.*)"', line)):
            items[-1].append(said[1])
    return {int(number.rstrip(".")): folded(" ".join(texts)) for number, *texts in items}


def item_of(text: str, questions: Iterable[Question]) -> Question:
    """The item of the bank that a piece of paper asks, known by its own words."""
    found = [question for question in questions if all(part in text for part in _own_words(question))]
    longest = max(found, key=lambda question: sum(map(len, _own_words(question))))
    assert found, text
    return longest


def _own_words(question: Question) -> list[str]:
    match question.answer:
        case Gaps(parts=(str() as first, *_)):
            return [folded(plain(first))]
        case Gaps():
            return []
        case Choices(options=options):
            texts = [option.text for option in options]
        case Pairs(lefts=lefts, rights=rights):
            texts = [*(left.text for left in lefts), *rights]
        case Steps(steps=steps):
            texts = [step.text for step in steps]
        case Words() | Number() | Essay():
            texts = []
        case _:
            assert_never(question.answer)
    return [folded(plain(text)) for text in (question.stem, *texts)]


def expected(question: Question, text: str) -> str:
    """What the key must say of an item: by the bank, with the letters and numbers that stand on the paper."""
    answer = question.answer
    match answer:
        case Choices(options=options):
            return ", ".join(sorted(_letter(option.text, text) for option in options if option.correct))
        case Words(accepted=accepted):
            return accepted[0]
        case Number():
            return folded(answer.shown)
        case Gaps(blanks=blanks):
            return "; ".join(blank.accepted[0] for blank in blanks)
        case Pairs(lefts=lefts, rights=rights):
            partners = [(_number(left.text, text), _letter(rights[left.right], text)) for left in lefts]
            return ", ".join(f"{number} {letter}" for number, letter in sorted(partners))
        case Steps(steps=steps):
            places = sorted((_letter(step.text, text), number) for number, step in enumerate(steps, 1))
            return ", ".join(f"{letter} {number}" for letter, number in places)
        case Essay(rubric=rubric):
            return f"{sum(criterion.points for criterion in rubric):g} pts"
        case _:
            assert_never(answer)


def _letter(entry: str, text: str) -> str:
    """The letter that an entry has on paper."""
    return _before(ENTRY, entry, text)


def _number(entry: str, text: str) -> int:
    return int(_before(r"(?<!\S)(\d+)\. ", entry, text))


def _before(name: str, entry: str, text: str) -> str:
    found = re.findall(name + re.escape(folded(plain(entry))) + r"(?!\S)", text)
    # an entry that begins another one is found there too, and first where it stands whole
    assert found, (entry, text)
    return str(found[0])


def table(keys: bytes, folder: Path) -> dict[str, list[str]]:
    """What the grid of all forms says: for each form the answers in order, read from the structure of the file."""
    lines = about("pdfinfo", keys, folder, "-struct-text").splitlines()
    rows: list[list[str]] = []
    for line in lines:
        if line.strip() == "TR":
            rows.append([])
        elif re.fullmatch(r"\s+T[HD]:?( \(.*\))?", line):
            rows[-1].append("")
        elif rows and rows[-1] and (said := re.fullmatch(r'\s+"(.*)"', line)):
            rows[-1][-1] = f"{rows[-1][-1]} {said[1]}".strip()
    return _columns(rows)


def _columns(rows: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """The columns of tables one below the other: each begins with a row that names the forms."""
    said: dict[str, list[str]] = {}
    forms: list[str] = []
    for first, *rest in rows:
        if not re.fullmatch(r"\d+\.", first):
            forms = [head.split()[0] for head in rest]
            continue
        for form, answer in zip(forms, rest, strict=True):
            said.setdefault(form, []).append(folded(answer))
            assert len(said[form]) == int(first[:-1])
    return said
