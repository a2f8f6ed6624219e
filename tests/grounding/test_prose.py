from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.course import load
from quizgen.grounding.prose import holding, texts
from quizgen.model import Pairs
from tests.conftest import REPOSITORY, STARTER
from tests.examples import of_rule

# These stand together in one value, or in a list.
IN_ONE_PLACE = {"the text", "an answer", "the rubric"}


@pytest.mark.parametrize("root", [STARTER, REPOSITORY], ids=["starter", "repository"])
def test_each_text_stands_at_its_place(root: Path) -> None:
    course = load(root)
    parts = set()
    for question in course.current:
        for part, text, where in texts(question):
            if part not in IN_ONE_PLACE:
                written = course.sources[where.path].split("\n")[where.line - 1][where.column - 1 :]
                assert written.startswith((text[:12], *"\"'>|"))
                parts.add(part)
    assert parts >= {"the stem", "an option", "an entry", "a reason", "a step", "the rationale"}


def test_each_side_of_a_pair_is_claimed_at_its_place() -> None:
    course = load(STARTER)
    seen = 0
    for question in course.current:
        if isinstance(question.answer, Pairs):
            for claim in question.claims:
                for offset in (0, claim.text.index(": ") + 2):
                    where = claim.at(offset)
                    written = course.sources[where.path].split("\n")[where.line - 1][where.column - 1 :]
                    assert written.lstrip("\"'").startswith(claim.text[offset : offset + 4])
                    seen += 1
    assert seen >= 8


STEM = "Where does the Fund's money\\n\\n go TODAY?"


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        (["today"], True),
        (["nd's mon"], True),
        (["money", "no such sign"], True),
        (["go where"], False),  # both words are there, but not side by side
        (["no such sign"], False),
        ([], False),
    ],
)
def test_an_item_holds_a_sign_in_whatever_case(signs: list[str], found: bool, bank_of: Callable[[str], Path]) -> None:
    course = load(bank_of(of_rule(f'stem: "{STEM}"')))
    held = list(holding(course, signs))
    assert [question.stem for question, _ in held] == (["Where does the Fund's money\n\n go TODAY?"] if found else [])
    for _, written in held:
        assert [entry.part for entry in written][:2] == ["the stem", "an option"]


def test_a_retired_item_holds_none(bank_of: Callable[[str], Path]) -> None:
    course = load(bank_of(of_rule(f'stem: "{STEM}"\nretired: 2026-01-01')))
    assert list(holding(course, ["today"])) == []
