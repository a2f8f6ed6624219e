"""What is known to be sound is not looked at again, and nothing that is to be said goes unsaid for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen import checking, checks, soundness
from quizgen.checks import has_evidence
from quizgen.course import Course, load
from quizgen.findings import Remark
from quizgen.fingerprints import Fingerprints
from tests.conftest import REPOSITORY, STARTER
from tests.examples import files_of_rule

BANK = "questions/storm-savings.yaml"
VERSIONS = "these"


def sound(course: Course, versions: str = VERSIONS) -> frozenset[str]:
    return soundness.sound(course, checking.run(course), soundness.marks(course, versions, Fingerprints()))


def known(course: Course, before: frozenset[str], versions: str = VERSIONS) -> frozenset[str]:
    return soundness.known(soundness.marks(course, versions, Fingerprints()), before)


def change(course: Path, name: str, pattern: str, to: str) -> None:
    path = course / name
    text, count = re.subn(pattern, to, path.read_text(encoding="utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The items that a check of items is shown from now on."""
    seen: list[str] = []

    def check(course: Course) -> Iterator[Remark]:
        seen.extend(question.id for question in course.questions)
        return iter(())

    monkeypatch.setattr(has_evidence, "check", check)
    return seen


def test_all_of_a_sound_course_is_known_and_not_looked_at_again(looked_at: list[str]) -> None:
    course = load(STARTER)
    everything = known(course, sound(course))
    assert everything == {question.id for question in course.questions}
    looked_at.clear()
    checking.run(course, everything)
    assert looked_at == []


# What is changed, and which items are to be looked at again: all of the bank, or the one that is changed.
CHANGES = {
    "stem": (BANK, r"stem: .*\?", "stem: What now, then?", 1),
    "quote": (BANK, r"quote: \w+", "quote: Something", 1),
    "passage": ("corpus/storm-savings.md", r"\n\n(\w)", r"\n\nIn short: \1", 11),
    "title of the bank": (BANK, r"title: .*", "title: Another", 11),
    "note of the brief": ("corpus/storm-savings.md", r"language: en", "language: en\nnote: A note.", 11),
    "language": ("questions/course.yaml", r"language: en", "language: es", 11),
    "rule": ("questions/course.yaml", r"\Z", "rules: {long-stem: error}\n", 11),
    "place": (BANK, r"\A", "# A remark above\n\n", 0),
    "title of the course": ("questions/course.yaml", r"title: .*", "title: Another", 0),
}


@pytest.mark.parametrize(("name", "pattern", "to", "items"), CHANGES.values(), ids=CHANGES.keys())
def test_what_is_changed_is_looked_at_again(starter: Path, name: str, pattern: str, to: str, items: int) -> None:
    before = sound(load(starter))
    change(starter, name, pattern, to)
    course = load(starter)
    assert len(list(course.questions)) - len(known(course, before)) == items


def test_another_version_knows_nothing() -> None:
    course = load(STARTER)
    assert known(course, sound(course, "others")) == frozenset()


def test_what_was_reviewed_counts(starter: Path) -> None:
    before = sound(load(starter))
    (starter / "questions" / "reviewed.lock").write_text("who-pays 0123456789abcdef\n", encoding="utf-8")
    course = load(starter)
    assert course.reviewed is not None
    assert known(course, before) == frozenset()


def test_a_brief_that_is_gone_is_missed(starter: Path) -> None:
    before = sound(load(starter))
    (starter / "corpus" / "storm-savings.md").rename(starter / "corpus" / "other.md")
    course = load(starter)
    assert checking.run(course, known(course, before)) == checking.run(course)


EXAMPLES = [
    (check.NAME, name)
    for check in checks.OF_ITEMS
    for name in ("Bad", "Good")
    if files_of_rule(check.__doc__ or "", name)
]


@pytest.mark.parametrize(("rule", "name"), EXAMPLES)
def test_every_rule_says_what_it_says_of_a_whole_course(
    starter: Path, course_of: Callable[[dict[str, str]], Path], rule: str, name: str
) -> None:
    """As where an item is put into a course that was sound."""
    sample = starter / BANK
    text = sample.read_text(encoding="utf-8").replace("- id: ", "- id: other-")
    (starter / "questions" / "other.yaml").write_text(text, encoding="utf-8")
    before = sound(load(starter))
    course_of(files_of_rule(checks.BY_NAME[rule].__doc__ or "", name))
    course = load(starter).switched({rule: "on"})
    assert checking.run(course, known(course, before)) == checking.run(course)


def test_there_are_examples_of_all_rules() -> None:
    assert {rule for rule, _ in EXAMPLES} == {check.NAME for check in checks.OF_ITEMS}


def test_nothing_is_sound_where_a_bank_is_not(starter: Path) -> None:
    change(starter, BANK, r"brief: .*", "brief: nowhere")
    course = load(starter)
    assert any(finding.item is None for finding in checking.run(course).findings)
    assert sound(course) == frozenset()


def test_what_is_allowed_is_looked_at_again(starter: Path) -> None:
    change(starter, BANK, r"(?m)^    rationale:", "    allow: {long-stem: It is short.}\n    rationale:")
    course = load(starter)
    assert len(known(course, sound(course))) == len(list(course.questions)) - 1
    assert [finding.rule for finding in checking.run(course, known(course, sound(course))).findings] == ["unused-allow"]


def test_items_of_this_repository_are_sound_in_any_company() -> None:
    course = load(REPOSITORY)
    ids = [question.id for question in course.questions if not question.allow]
    whole = checking.run(course)
    for known_ids in (ids[::2], ids[: len(ids) // 2]):
        assert checking.run(course, frozenset(known_ids)) == whole
