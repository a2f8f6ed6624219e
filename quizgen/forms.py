"""The forms of a quiz: the same items in another order, their options in another order, and so another key.

All randomness is seeded by the course's seed, the quiz, the form and the item. How an item's options stand hangs on
nothing but these and the options' own texts, not even on which of them is right: a key that is mended in its bank is
the key to the paper that is printed already. So what is shuffled is put in the order of its texts first, since its
order in the bank tells the key. What is not shuffled stands as it is written, and moves where it is written elsewhere:
pinned options and entries, the left entries of a match, the headings of a sort.

Where items stand hangs on which others there are; but a new one slips in between the others, and moves only those that
would come to stand where they stand on an earlier form.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen.model import (
    Answer,
    Choices,
    Essay,
    Form,
    Gaps,
    Number,
    Pairs,
    Part,
    Placed,
    Question,
    Section,
    Words,
    letters,
)
from quizgen.model import Sequence as Steps

Order: TypeAlias = tuple[int, ...]
Stand: TypeAlias = tuple[str, int]
"""An item's id, and a place that it stands in."""


def forms(sections: Sequence[Section], seed: int, quiz: str, count: int) -> tuple[Form, ...]:
    """As many forms of a quiz, lettered; how one comes out does not hang on how many follow."""
    names = tuple(letters(count))
    orders = [_orders(section.questions, seed, quiz, names) for section in sections]
    return tuple(
        _form(name, [order[index] for order in orders], sections, seed, quiz) for index, name in enumerate(names)
    )


def _form(
    letter: str, orders: Sequence[tuple[Question, ...]], sections: Sequence[Section], seed: int, quiz: str
) -> Form:
    numbers = itertools.count(1)
    parts = []
    for section, order in zip(sections, orders, strict=True):
        placed = tuple(placed_on(question, next(numbers), seed, quiz, letter) for question in order)
        parts.append(Part(placed, section.title, section.instructions))
    return Form(letter, tuple(parts))


def _orders(questions: tuple[Question, ...], seed: int, quiz: str, names: Sequence[str]) -> list[tuple[Question, ...]]:
    """The items of a section in the order of each form; essays come last on all of them."""
    essays = tuple(question for question in questions if isinstance(question.answer, Essay))
    others = tuple(question for question in questions if not isinstance(question.answer, Essay))
    both = zip(_parted(others, seed, quiz, names), _parted(essays, seed, quiz, names), strict=True)
    return [(*first, *last) for first, last in both]


def _parted(
    questions: tuple[Question, ...], seed: int, quiz: str, names: Sequence[str]
) -> Iterator[tuple[Question, ...]]:
    """The items in an order of its own for each form, such that as few as can be stand where they did on another."""
    stood: Counter[Stand] = Counter()
    order: list[str] = []
    for turn, name in enumerate(names):
        by_id = {question.id: question for question in questions}
        drawn = sorted(by_id, key=lambda id: draw(seed, quiz, name, id))
        # after as many forms as there are places, each item has been everywhere once, and may be anywhere again
        often = turn // max(len(drawn), 1)
        barred = {stand for stand, times in stood.items() if times > often}
        barred.update(((id, place) for place, id in enumerate(order)) if len(order) > 1 else ())
        order = _moved(drawn, barred)
        stood.update((id, place) for place, id in enumerate(order))
        yield tuple(by_id[id] for id in order)


def _moved(drawn: list[str], barred: set[Stand]) -> list[str]:
    """The order drawn, but those items that are barred from their place change with near ones."""
    order = list(drawn)
    for place, id in enumerate(drawn):
        if order[place] == id and (id, place) in barred:
            _make_way(place, order, barred)
    return order


def _make_way(place: int, order: list[str], barred: set[Stand]) -> None:
    """Let the item at a place change with the nearest that it can change with, or in a ring of several.

    There always is one: each item has as many places left as each place has items.
    """
    came: dict[int, int] = {place: place}
    waiting = deque([place])
    while waiting:
        at = waiting.popleft()
        for to in _nearest(at, len(order)):
            if to in came or (order[at], to) in barred:
                continue
            came[to] = at
            if (order[to], place) not in barred:
                _turn_round(to, came, order)
                return
            waiting.append(to)
    raise AssertionError(f"`{order[place]}` has no place left that others can make way from")


def _nearest(at: int, count: int) -> Iterator[int]:
    """So many places from the nearest on, of two that are as near the lower first."""
    yield at
    for steps in range(1, count):
        if at >= steps:
            yield at - steps
        if at + steps < count:
            yield at + steps


def _turn_round(last: int, came: dict[int, int], order: list[str]) -> None:
    """Move each item of a ring to the next place of it; the last one goes to where the first stood."""
    ring = [last]
    while came[ring[-1]] != ring[-1]:
        ring.append(came[ring[-1]])
    moved = [order[place] for place in ring]
    for place, id in zip((ring[-1], *ring[:-1]), moved, strict=True):
        order[place] = id


def draw(*parts: object) -> bytes:
    """A draw that hangs on these alone; what is drawn lowest comes first."""
    return hashlib.sha256("/".join(map(str, parts)).encode()).digest()


def placed_on(question: Question, number: int, seed: int, quiz: str, letter: str) -> Placed:
    """An item on a form, its options, entries or steps shuffled as they are there and nowhere else."""
    turn = _turn(letter)
    answer, order = shuffled(question.answer, random.Random(f"{seed}/{quiz}/{question.id}"), turn)
    return Placed(number, question if answer is question.answer else replace(question, answer=answer), order)


def _turn(letter: str) -> int:
    """How many forms come before one: none before A."""
    turn = 0
    for character in letter:
        turn = turn * 26 + ord(character) - ord("A") + 1
    return turn - 1


def shuffled(answer: Answer, rng: random.Random, turn: int = 0) -> tuple[Answer, Order]:
    """The answer in the order to show on a form, and for each shown option, entry or step its index in the bank.

    `turn` counts forms from 0; with the same draw, none stands where it does on the form before. What stands in the
    order that is right does so by chance, as often as in any other: an order that is never shown would tell something.
    """
    match answer:
        case Choices(options=options, pinned=True):
            return answer, tuple(range(len(options)))
        case Choices(options=options):
            order = _order([option.text for option in options], rng, turn)
            return replace(answer, options=tuple(options[index] for index in order)), order
        case Pairs(headings=True, lefts=lefts, pinned=pinned):
            order = tuple(range(len(lefts))) if pinned else _order([left.text for left in lefts], rng, turn)
            return replace(answer, lefts=tuple(lefts[index] for index in order)), order
        case Pairs(lefts=lefts, rights=rights):
            order = _order(rights, rng, turn)
            moved = tuple(replace(left, right=order.index(left.right)) for left in lefts)
            return replace(answer, lefts=moved, rights=tuple(rights[index] for index in order)), order
        case Steps(steps=steps):
            order = _order([step.text for step in steps], rng, turn)
            return replace(answer, shown=order), order
        case Words() | Number() | Gaps() | Essay():
            return answer, ()
        case _:
            assert_never(answer)


def _square(count: int, rng: random.Random) -> list[Order]:
    """As many orders as there are things to order, drawn at random: in no two of them one stands in the same place."""
    things, places, turns = (rng.sample(range(count), count) for _ in range(3))
    return [tuple(things[(place + turn) % count] for place in places) for turn in turns]


def _order(texts: Sequence[str], rng: random.Random, turn: int) -> Order:
    """The order of a form, drawn among the texts; each is at every place once before it is at one of them again."""
    by_text = sorted(range(len(texts)), key=lambda index: texts[index])
    orders = _square(len(texts), rng)
    return tuple(by_text[drawn] for drawn in orders[turn % len(orders)]) if orders else ()
