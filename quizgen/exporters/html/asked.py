"""How each answer shape is asked: what to do, in which order its parts stand on the page, and what the key is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import wording
from quizgen.markup import plain
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Words, letters
from quizgen.model import Sequence as Steps
from quizgen.stable import out_of_order
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Asked:
    """How an answer shape is asked.

    `shape` names the macros of the templates and the functions of the script that deal with it. `order` and `targets`
    are indexes of what the shape holds (options, left entries, steps; right entries), as the page has them before the
    script shuffles. `key` is what the script marks by, in places on the page, and `letters` says the same to readers.
    """

    shape: str
    task: str
    order: Sequence[int] = ()
    targets: Sequence[int] = ()
    key: str = ""
    letters: str = ""
    pinned: bool = False
    headings: bool = False


def asked(answer: Answer, words: Wording) -> Asked:
    """How an answer is asked and marked."""
    match answer:
        case Choices():
            return _choices(answer, words)
        case Words(reverse=reverse):
            return Asked("words", words.give_term if reverse else words.write_words)
        case Number(value=value, tolerance=tolerance):
            key = f"{wording.decimal(value)} {wording.decimal(tolerance)}"
            return Asked("number", words.write_number, key=key)
        case Gaps(blanks=blanks):
            return Asked("gaps", words.fill_blanks if len(blanks) > 1 else words.fill_blank)
        case Pairs():
            return _pairs(answer, words)
        case Steps():
            return _sequence(answer, words)
        case Essay():
            return Asked("essay", words.argue)
        case _:
            assert_never(answer)


def _choices(answer: Choices, words: Wording) -> Asked:
    options = answer.options
    order = range(len(options)) if answer.pinned else neutral_order([option.text for option in options])
    right = [place for place, index in enumerate(order) if options[index].correct]
    names = list(letters(len(options)))
    return Asked(
        shape="choices",
        task=words.choose_all if answer.multiple else words.choose_one,
        order=order,
        key=_spaced(right),
        letters=", ".join(names[place] for place in right),
        pinned=answer.pinned,
    )


def _pairs(answer: Pairs, words: Wording) -> Asked:
    free = answer.headings and not answer.pinned
    order = neutral_order([left.text for left in answer.lefts]) if free else range(len(answer.lefts))
    targets = range(len(answer.rights)) if answer.headings else neutral_order(answer.rights)
    partners = [targets.index(answer.lefts[index].right) for index in order]
    names = list(letters(len(targets)))
    return Asked(
        shape="pairs",
        task=words.sort_entries if answer.headings else words.match_pairs,
        order=order,
        targets=targets,
        key=_spaced(partners),
        letters=" · ".join(f"{number} {names[partner]}" for number, partner in enumerate(partners, 1)),
        pinned=answer.pinned,
        headings=answer.headings,
    )


def _sequence(answer: Steps, words: Wording) -> Asked:
    """The order that a bank's steps stand in is the right one, so it cannot be the one to show."""
    order = out_of_order(neutral_order([step.text for step in answer.steps]))
    names = list(letters(len(order)))
    right = " · ".join(names[order.index(step)] for step in range(len(order)))
    return Asked("sequence", words.move_into_order, order, key=_spaced(order), letters=right)


def _spaced(places: Sequence[int]) -> str:
    return " ".join(map(str, places))


def neutral_order(texts: Sequence[str]) -> list[int]:
    """Indexes by the alphabet, an order that says nothing of which is right; curators often write the key first."""
    return sorted(range(len(texts)), key=lambda index: (plain(texts[index]).casefold(), index))
