"""A bank to each format and back: what comes back is what went, but for what that format cannot hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import importing
from quizgen.banks import read_bank
from quizgen.exporters import BY_NAME
from quizgen.importing.bank import Into, bank
from quizgen.importing.suggesting import Suggesting
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Words
from quizgen.text import folding
from tests.importing.ours import FORMATS, exported
from tests.quizzes import ANSWERS, BRIEF, question

BUILT = sorted(set(FORMATS) & set(BY_NAME))
# What comes back as another type, since the format has no place for it.
CHANGED: dict[tuple[str, str], str] = {("gift", "gaps-in-text"): "answer"}


def back(into: str, language: str = "en") -> dict[str, Question]:
    """The items of a quiz after a round trip, by id."""
    asked = tuple(
        replace(
            question(id), scoring="each" if ANSWERS[id][0] in ("select", "cloze", "match", "sort", "order") else "all"
        )
        for id in ANSWERS
    )
    data = exported(into, asked, language)
    reading = importing.read(data, f"quiz{FORMATS[into]}")
    assert reading.unread == ()
    imported = bank(reading, Into("Storms", (BRIEF,), frozenset(), language))
    assert imported.unread == ()
    read, findings = read_bank(imported.text, "storms", "storms.yaml", language)
    assert [finding.message for finding in findings if "TODO" not in finding.message] == []
    assert read is not None
    return {one.id: one for one in read.questions}


def told(answer: Answer) -> object:
    """What an answer says, without where it stands and in no order but its own."""
    match answer:
        case Choices(options=options, multiple=multiple):
            return multiple, sorted((one.text, one.correct, one.why or "") for one in options)
        case Words(accepted=accepted, reverse=reverse):
            return folding.distinct(accepted), reverse
        case Number(value=value, unit=unit, tolerance=tolerance):
            return value, unit, tolerance
        case Gaps(parts=parts):
            return parts
        case Pairs() as pairs:
            entries = sorted((left.text, pairs.rights[left.right], left.why) for left in pairs.lefts)
            return entries, sorted(pairs.extras), pairs.headings
        case Essay(model_answer=model, rubric=rubric):
            return model, rubric
    return [step.text for step in answer.steps]


def without_todo(answer: Answer) -> Answer:
    """Choices whose reasons are still to be written, without them."""
    if not isinstance(answer, Choices):
        return answer
    return replace(
        answer, options=tuple(replace(one, why=None if one.why == "TODO" else one.why) for one in answer.options)
    )


@pytest.mark.parametrize("into", BUILT)
def test_items_come_back(into: str) -> None:
    found = back(into)
    assert list(found) == list(ANSWERS)
    for id, (type, stem, answer) in ANSWERS.items():
        one = found[id]
        if (into, id) in CHANGED:
            continue
        assert one.type == type
        assert one.stem == stem
        assert told(without_todo(one.answer)) == told(answer)
        assert one.rationale == question(id).rationale
        assert one.points == question(id).points


@pytest.mark.parametrize("into", BUILT)
def test_labels_and_tags_come_back_where_the_format_has_them(into: str) -> None:
    for one in back(into).values():
        if into == "canvas":
            assert one.tags == ()
        else:
            assert (one.kind, one.difficulty, one.thinking, one.tags) == ("fact", "easy", "remember", ("funds",))


@pytest.mark.parametrize("into", [name for name in BUILT if name != "csv"])
def test_what_our_files_say_of_themselves_is_known_in_each_language(into: str) -> None:
    found = back(into, "es")
    for id, (type, stem, _) in ANSWERS.items():
        if (into, id) not in CHANGED and id != "fund-is-loan":
            assert (found[id].type, found[id].stem) == (type, stem)
            assert found[id].rationale == question(id).rationale


def test_there_is_something_to_test() -> None:
    assert sorted(FORMATS) == BUILT
    assert len(ANSWERS) >= 12


@pytest.mark.parametrize("into", BUILT)
def test_the_quote_in_a_file_of_ours_leads_to_its_passage(into: str) -> None:
    data = exported(into)
    other = replace(
        BRIEF, id="other", passages=tuple(replace(one, text="Nothing of the kind.") for one in BRIEF.passages)
    )
    for draft in importing.read(data, f"quiz{FORMATS[into]}").drafts:
        near = Suggesting((other, BRIEF)).nearest(draft)
        assert near is not None
        assert near.brief == BRIEF
