"""Which items each quiz takes: the drawing that a blueprint asks for, and where the banks hold too few.

An item stands once in a quiz. What is drawn is spread evenly over the banks and in each over its passages, and depends
on the course's seed, the quiz and the item's id alone, so that a new item moves as few others as can be. Where one
entry could take what another needs, it takes something else, as long as there is anything else to take.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.blueprints import Blueprint, Take
from quizgen.course import Course
from quizgen.model import Audience, Bank, Essay, Question


@dataclass(frozen=True, slots=True)
class Shortage:
    """An entry that asks for more than there is: so many items could be found for it."""

    take: Take
    found: int


@dataclass(frozen=True, slots=True)
class Picked:
    """The items of a quiz, section by section in the order of their banks, and which entries came short.

    `holders` says of each item which entry took it, by its place in the blueprint; `could` has for each entry the ids
    of all that it could have taken.
    """

    sections: tuple[tuple[Question, ...], ...]
    shortages: tuple[Shortage, ...] = ()
    holders: Mapping[str, int] = field(default_factory=dict)
    could: tuple[tuple[str, ...], ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every item of the quiz."""
        return tuple(question for section in self.sections for question in section)


def may_ask(question: Question, audience: Audience) -> bool:
    """Whether an item can be asked of these readers: it is not retired, and kept for exams only there."""
    return question.retired is None and (audience == "exam" or not question.exam_only)


def may_take(take: Take, question: Question) -> bool:
    """Whether an entry of a blueprint names an item, or could draw it."""
    if take.items:
        return any(name.id == question.id for name in take.items)
    of_bank = not take.banks or any(name.id == question.bank for name in take.banks)
    return of_bank and take.wanted.takes(question)


@functools.lru_cache(maxsize=8)
def picked(course: Course, seed: int) -> Mapping[str, Picked]:
    """The items of every blueprint's quiz, by the quiz's id."""
    done: dict[str, Picked] = {}
    for blueprint in in_order(course.blueprints):
        others = [done[name.id] for name in blueprint.not_in if name.id in done]
        elsewhere = {question.id for other in others for question in other.questions}
        done[blueprint.id] = _pick(course, blueprint, seed, elsewhere)
    return done


def in_order(blueprints: Sequence[Blueprint]) -> tuple[Blueprint, ...]:
    """The blueprints, each behind those whose items it leaves alone; of a circle the first comes first."""
    waiting = {blueprint.id: blueprint for blueprint in blueprints}
    ordered: list[Blueprint] = []
    while waiting:
        ready = [one for one in waiting.values() if not any(name.id in waiting for name in one.not_in)]
        for blueprint in ready or [next(iter(waiting.values()))]:
            ordered.append(waiting.pop(blueprint.id))
    return tuple(ordered)


def _pick(course: Course, blueprint: Blueprint, seed: int, elsewhere: set[str]) -> Picked:
    takes = blueprint.takes
    by_id = {question.id: question for question in course.current}
    holders: dict[str, int] = {}
    for index, take in enumerate(takes):
        for name in take.items:
            if name.id in by_id and may_ask(by_id[name.id], blueprint.audience):
                holders.setdefault(name.id, index)
    free = elsewhere | holders.keys()
    begun = itertools.accumulate((take.wanted.sample or len(take.items) for take in takes), initial=0)
    candidates = [
        [] if take.items else [id for id in _drawn(course, blueprint, take, seed, before) if id not in free]
        for take, before in zip(takes, begun, strict=False)
    ]
    shortages = _share(takes, candidates, holders)
    could = tuple(map(tuple, candidates))
    return Picked(tuple(_sections(course, blueprint, holders)), shortages, holders, could)


def _drawn(course: Course, blueprint: Blueprint, take: Take, seed: int, before: int) -> list[str]:
    """The ids of the items that an entry could take, those first that it should: of each bank in turn, one.

    It begins with the bank behind those from which the items before it were taken.
    """

    def draw(id: str) -> bytes:
        return hashlib.sha256(f"{seed}/{blueprint.id}/take/{id}".encode()).digest()

    def of(bank: Bank) -> list[Question]:
        """Those of a bank: of each passage in turn, one."""
        could = (q for q in bank.questions if may_ask(q, blueprint.audience) and may_take(take, q))
        return _in_turns(sorted(could, key=lambda question: draw(question.id)), _passage)

    named = {name.id for name in take.banks}  # banks of which it draws nothing may not be at hand, and change nothing
    banks = sorted((bank for bank in course.banks if not named or bank.id in named), key=lambda bank: draw(bank.id))
    first = before % max(1, len(banks))
    banks = banks[first:] + banks[:first]
    return [q.id for q in _in_turns([q for bank in banks for q in of(bank)], lambda question: question.bank)]


def _passage(question: Question) -> str:
    return next((f"{evidence.brief} {evidence.passage}" for evidence in question.evidence), "")


def _in_turns(questions: Iterable[Question], group: Callable[[Question], str]) -> list[Question]:
    """The items so that the first of every group comes before the second of any."""
    turns: Counter[str] = Counter()
    numbered = []
    for question in questions:
        numbered.append((turns[group(question)], question))
        turns[group(question)] += 1
    return [question for _, question in sorted(numbered, key=lambda entry: entry[0])]


def _share(takes: Sequence[Take], candidates: Sequence[Sequence[str]], holders: dict[str, int]) -> tuple[Shortage, ...]:
    """Give each entry that draws its items; which entry holds an item is added to `holders`.

    It is a matching in a graph of two sides, made larger along augmenting paths (Kuhn 1955), so no entry comes short
    where another division would have served all.
    """
    shortages = []
    for index, take in enumerate(takes):
        for found in range(take.wanted.sample or 0):
            if not _give(index, candidates, holders, set()):
                shortages.append(Shortage(take, found))
                break
    for index, take in enumerate(takes):
        if take.wanted.sample is None:  # what takes all that there is, takes what is left
            left = [id for id in candidates[index] if id not in holders]
            holders |= dict.fromkeys(left, index)
            if not take.items and not left:
                shortages.append(Shortage(take, 0))
    return tuple(shortages)


def _give(index: int, candidates: Sequence[Sequence[str]], holders: dict[str, int], asked: set[int]) -> bool:
    """Give an entry one more item, if need be one that another can do without; False where there is none.

    `asked` are the entries that have been asked for one already: what they cannot spare, they cannot a second time.
    """
    asked.add(index)
    for id in candidates[index]:
        if id not in holders:
            holders[id] = index
            return True
    for id in candidates[index]:
        if holders[id] not in asked and _give(holders[id], candidates, holders, asked):
            holders[id] = index
            return True
    return False


def _sections(course: Course, blueprint: Blueprint, holders: Mapping[str, int]) -> Iterable[tuple[Question, ...]]:
    first = 0
    for section in blueprint.sections:
        points = {first + place: take.points for place, take in enumerate(section.takes)}
        first += len(section.takes)
        asked = (question for question in course.current if holders.get(question.id, -1) in points)
        yield tuple(worth(question, points[holders[question.id]]) for question in asked)


def worth(question: Question, points: float | None) -> Question:
    """The item at what the quiz gives for it; an essay stays at what its rubric adds up to."""
    if points is None or isinstance(question.answer, Essay):
        return question
    return replace(question, points=points)
