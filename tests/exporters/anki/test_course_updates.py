"""A term of this repository's course: students who have studied it import two later releases of all its banks.

Items of every note type change, go and come; banks are renamed and turned round, an item moves to another, and cards
look otherwise. Meanwhile a student has answered, tagged, suspended, flagged and moved cards, and renamed a deck.

The second release is stamped before the student imports the first, so that none but the third seems to come from the
future: Anki before 25.02 would take what that brings for new over and over.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quizgen.exporters import anki
from quizgen.exporters.anki import contents, note_types
from quizgen.model import Question, Quiz
from quizgen.releases import Released, release
from quizgen.studying import way
from tests.exporters.anki.student import OWN_DECK, OWN_TAG
from tests.exporters.anki.studying import State, studied
from tests.exporters.anki.test_course import COURSE, QUIZZES, expected
from tests.quizzes import SETTINGS

NOW, HOUR = int(time.time()), 3_600
MOMENTS = (NOW - 2 * HOUR, NOW - HOUR, NOW + HOUR)
ITEMS = {question.id: question for quiz in QUIZZES.values() for question in quiz.questions}
IDS = sorted(ITEMS)

CHANGED_TWICE, CHANGED, GONE = IDS[::17], IDS[1::17], IDS[2::23]
CHANGED_LATER = IDS[3::17]
COPIED = IDS[5::40]

ANSWERED = {id: eases for index, id in enumerate(IDS) for eases in [[[4, 3], [3], [1, 3], [2], []][index % 5]] if eases}
TAGGED, SUSPENDED, FLAGGED, MOVED = [*IDS[4::29], CHANGED[0], CHANGED_LATER[0]], IDS[::11], IDS[::13], IDS[1::12]


def reworded(quiz: Quiz, ids: list[str], words: str) -> Quiz:
    """The quiz with something more to say in the reason of these items."""
    questions = (
        replace(question, rationale=f"{question.rationale} {words}") if question.id in ids else question
        for question in quiz.questions
    )
    return replace(quiz, questions=tuple(questions))


def with_copies(quiz: Quiz, suffix: str) -> Quiz:
    """The quiz with new items among its own: some of them again, under other ids."""

    def each() -> Iterator[Question]:
        for question in quiz.questions:
            yield question
            if question.id in COPIED:
                yield replace(question, id=f"{question.id}-{suffix}")

    return replace(quiz, questions=tuple(each()))


def second_term(quizzes: list[Quiz]) -> list[Quiz]:
    kept = [replace(quiz, questions=tuple(q for q in quiz.questions if q.id not in GONE)) for quiz in quizzes]
    changed = [reworded(quiz, [*CHANGED, *CHANGED_TWICE], "So the brief has it.") for quiz in kept]
    one, other, *rest = [with_copies(quiz, "second") for quiz in changed]
    moved, *left = one.questions
    one = replace(one, id="renamed", title="Renamed", questions=tuple(left), briefs=COURSE.briefs)
    other = replace(other, questions=(*other.questions[::-1], moved), briefs=COURSE.briefs)
    return [other, *rest, one]


def third_term(quizzes: list[Quiz]) -> list[Quiz]:
    changed = [reworded(quiz, [*CHANGED_LATER, *CHANGED_TWICE], "And so it is.") for quiz in quizzes]
    return [with_copies(quiz, "third") for quiz in changed]


@dataclass(frozen=True)
class Term:
    """The package of a release, and the items that it holds, brings and changes."""

    package: Path
    items: set[str]
    new: set[str]
    changed: set[str]


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> list[Term]:
    folder = tmp_path_factory.mktemp("terms")
    first = list(QUIZZES.values())
    second = second_term(first)
    third = third_term(second)
    released, made = Released(), list[Term]()
    for number, (quizzes, moment) in enumerate(zip((first, second, third), MOMENTS, strict=True)):
        with pytest.MonkeyPatch.context() as patch:
            _restyle(patch, f"/* {number} */")
            before = released
            released = release(before, contents(quizzes), moment)
            *_, course, changes = anki.export(quizzes, replace(SETTINGS, time=moment, released=released))
        assert (Path(course.name).name, Path(changes.name).name) == ("course.apkg", "CHANGES.md")
        path = folder / f"{number}.apkg"
        path.write_bytes(course.data)
        items = {question.id for quiz in quizzes for question in quiz.questions}
        changed = {id for id in items & set(before.items) if released.items[id] != before.items[id]}
        made.append(Term(path, items, items - set(before.items), changed))
    note_types.model.cache_clear()
    return made


def _restyle(patch: pytest.MonkeyPatch, end: str) -> None:
    asset = note_types._asset
    patch.setattr(note_types, "_asset", lambda name: asset(name) + (end if name == note_types._STYLES[-1] else ""))
    note_types.model.cache_clear()


def test_the_releases_do_what_they_should(terms: list[Term]) -> None:
    first, second, third = terms
    assert len(first.items) == len(first.new) == len(ITEMS) >= 350
    assert second.changed == {*CHANGED, *CHANGED_TWICE} - set(GONE)
    assert third.changed == {*CHANGED_LATER, *CHANGED_TWICE} - set(GONE)
    assert len(second.new) == len(third.new) == len(set(COPIED) - set(GONE)) >= 8
    ways = [{way(ITEMS[id].answer) for id in term.changed} for term in (second, third)]
    assert len(ways[0] | ways[1]) == 7
    assert len(first.items - second.items) == len(GONE) >= 15
    assert len({way(ITEMS[id].answer) for id in ANSWERED}) == 7


@pytest.fixture(scope="module")
def renamed() -> dict[str, str]:
    brief = COURSE.briefs[3]
    return {f"{COURSE.settings.title}::{brief.title}": f"Mine::{brief.title}"}


@pytest.mark.parametrize("fsrs", [False, True], ids=["SM-2", "FSRS"])
def test_students_keep_all_of_their_progress(
    fsrs: bool, python: str, terms: list[Term], renamed: dict[str, str]
) -> None:
    plan = {
        "answer": ANSWERED, "fsrs": fsrs, "tag": TAGGED, "suspend": SUSPENDED, "flag": FLAGGED, "move": MOVED,
        "rename": renamed, "update": "if newer",
    }  # fmt: skip
    first, *later = studied(python, [term.package for term in terms], plan)
    assert len(first["cards"]) == sum(expected(question) for question in ITEMS.values())
    answers = sum(len(eases) * expected(ITEMS[id]) for id, eases in ANSWERED.items())
    assert len(first["reviews"]) == answers > 400
    assert sum('"s":' in str(values[-1]) for values in first["cards"].values()) >= (250 * fsrs)
    assert sum(deck == OWN_DECK for deck in first["decks"].values()) >= len(MOVED)
    before, held = first, set(terms[0].items)
    for number, (term, state) in enumerate(zip(terms[1:], later, strict=True), 1):
        held |= term.items
        updated = term.changed - (set(TAGGED) if number == 1 else set())  # what was tagged since stays as it is
        assert set(state["log"]["new"]) == term.new
        assert set(state["log"]["updated"]) == updated
        assert set(state["log"]["duplicate"]) == term.items - term.new - updated
        assert state["log"]["conflicting"] == []
        assert set(state["notes"]) == held
        assert state["count"] == state["guids"] == len(held)
        assert state["sound"], state["problems"]
        _nothing_is_lost(first, state)
        for id in before["notes"]:
            assert (state["notes"][id][0] != before["notes"][id][0]) == (id in updated)
        ours = [style for style in state["styles"] if style.startswith("quizgen")]
        assert len(ours) == 7
        assert all(style.endswith(f"/* {number} */") for style in ours)
        _new_cards_are_filed_by_brief(state, term)
        before = state
    assert {id for id in TAGGED if OWN_TAG not in later[-1]["notes"][id][2]} == set(TAGGED) & terms[2].changed != set()


def _nothing_is_lost(first: State, state: State) -> None:
    """Every card that was there has its deck, scheduling, flag and memory; every answer stands."""
    assert {name: state["cards"][name] for name in first["cards"]} == first["cards"]
    assert {name: state["decks"][name] for name in first["decks"]} == first["decks"]
    assert state["reviews"] == first["reviews"]


def _new_cards_are_filed_by_brief(state: State, term: Term) -> None:
    titles = {brief.id: brief.title for brief in COURSE.briefs}
    for id in term.new:
        original = ITEMS[id.removesuffix("-second").removesuffix("-third").removesuffix("-second")]
        deck = f"{COURSE.settings.title}::{titles[original.evidence[0].brief]}"
        assert {filed for name, filed in state["decks"].items() if name.split()[0] == id} == {deck}
