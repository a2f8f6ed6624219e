"""The share of corrupted items that the checks catch, by family, with floors where words can prove the corruption."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator

import pytest
import yaml

from quizgen import checking
from quizgen.banks import read_bank
from quizgen.course import Course, load
from quizgen.findings import Finding
from tests.conftest import RATE, REPOSITORY
from tests.mutations import families
from tests.mutations.families import Family, Item, Sound

FIGURES = {"figures-in-evidence"}
NAMES = {"names-in-evidence"}
READING = {"missing-field", "unknown-key", "wrong-value", "has-evidence"}
MEANING = {"meaning-flipped", "answer-supported", "distractor-not-supported"}


@dataclasses.dataclass(frozen=True)
class Expected:
    """A family with the rules that should catch it, the least share caught, and the least number of items it has."""

    family: Family
    rules: set[str]
    floor: float
    at_least: int


EXPECTED = (
    Expected(families.a_missing_field, READING | {"false-statement-corrected"}, 1, 500),
    Expected(families.a_misspelt_key, READING, 1, 250),
    Expected(families.a_wrong_label, READING, 1, 250),
    Expected(families.a_repeated_option, {"options-distinct"}, 1, 60),
    Expected(families.a_missing_correction, {"false-statement-corrected"}, 1, 10),
    Expected(families.a_question_with_its_answer, {"stem-names-answer", "definition-repeats-term"}, 1, 10),
    Expected(families.another_passage, {"quote-in-passage", "passage-exists"}, 1, 300),
    Expected(families.a_changed_quote, {"quote-in-passage"}, 0.95, 400),
    Expected(families.another_value, FIGURES, 0.98, 40),
    Expected(families.another_figure_of_the_brief, FIGURES, 0.98, 15),
    Expected(families.another_accepted_figure, FIGURES, 0.98, 9),
    Expected(families.another_unit, FIGURES, 0.98, 15),
    Expected(families.another_name_of_the_brief, NAMES, 0.95, 60),
    Expected(families.a_name_from_outside, NAMES, 0.95, 60),
    Expected(families.a_misspelt_name, NAMES, 0.95, 60),
    # Words cannot prove these; the rates are printed and have no floor.
    Expected(families.another_name_of_the_passage, NAMES, 0, 10),
    Expected(families.a_swapped_key, MEANING, 0, 60),
    Expected(families.a_dropped_negation, MEANING, 0, 10),
    Expected(families.an_added_negation, MEANING, 0, 30),
    Expected(families.a_flipped_direction, MEANING, 0, 20),
)


@pytest.fixture(scope="module")
def course() -> Course:
    return load(REPOSITORY)


def sound_items(course: Course) -> Iterator[tuple[str, Sound]]:
    """Each item of the banks that are keyed to a brief, as data, with the id of the brief."""
    texts = {brief.id: {passage.id: passage.text for passage in brief.passages} for brief in course.briefs}
    for bank in course.banks:
        if bank.brief is not None:
            for item in yaml.load(course.sources[bank.where.path], Loader=yaml.BaseLoader)["items"]:
                yield bank.brief, Sound(item, texts[bank.brief], random.Random(item["id"]))


def findings_of(item: Item, brief: str, course: Course) -> tuple[Finding, ...]:
    """What reading and the checks say of a bank that has this item alone."""
    bank_text = yaml.safe_dump({"brief": brief, "title": "T", "items": [item]}, allow_unicode=True, width=1000)
    bank, findings = read_bank(bank_text, brief, f"questions/{brief}.yaml", "en")
    banks = (bank,) if bank is not None else ()
    return checking.run(dataclasses.replace(course, banks=banks, blueprints=(), findings=findings)).findings


def test_the_sound_items_give_no_finding(course: Course) -> None:
    seen = 0
    for brief, sound in sound_items(course):
        seen += 1
        assert findings_of(sound.item, brief, course) == ()
    assert seen >= 340


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.family.__name__)
def test_corrupted_items_are_caught(
    expected: Expected, course: Course, record_property: Callable[[str, object], None]
) -> None:
    missed: list[str] = []
    made = 0
    for brief, sound in sound_items(course):
        for item in expected.family(sound):
            made += 1
            rules = {finding.rule for finding in findings_of(item, brief, course)}
            if not rules & expected.rules:
                missed.append(f"{sound.item['id']}: {_difference(sound.item, item)}")
    record_property(RATE, f"{expected.family.__name__.replace('_', ' '):>30}  {made - len(missed):>4} of {made:>4}")
    assert made >= expected.at_least
    assert made - len(missed) >= expected.floor * made, "\n".join(missed)


def _difference(sound: Item, corrupted: Item) -> str:
    """The fields in which a corrupted item differs, as they are now."""
    return "; ".join(f"{key}: {corrupted.get(key)}" for key in sound if sound[key] != corrupted.get(key))
