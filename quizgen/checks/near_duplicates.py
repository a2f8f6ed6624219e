"""No two items of the course ask nearly the same and have the same answer.

A student who meets both learns nothing from the second, and two quizzes that each take one give part of the class the
answer. Two items are named where they have an answer in common and their stems, or cloze texts, hold the same content
words or read alike but for small words, spelling, and what one of them adds. A stem with one word put for another asks
for something else (`What is the capital of …?`) and is passed over, and so are two items that share a stem but neither
key nor options (`Which of these is true of the fund?`).

Where the answers differ, two items are named only if students cannot tell them apart: the same stem with the same
options, or without any. One of the two keys is then wrong, or the stem too loose.

It looks across banks, and names the later item. It does not see what is said in other words.

Bad:

    - type: short
      stem: For how many weeks did Isla Clara wait for a loan in 2007?
      answer: eleven weeks
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
    - type: short
      stem: In 2007, how many weeks was Isla Clara waiting for a loan?
      answer: eleven weeks
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]

Good:

    - type: short
      stem: For how many weeks did Isla Clara wait for a loan in 2007?
      answer: eleven weeks
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
    - type: short
      stem: What did repairs on Isla Clara have to wait for?
      answer: a loan
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import asking
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Sequence, Statement, Words
from quizgen.text import content
from quizgen.text.likeness import alike, near, room

NAME = "near-duplicates"
SEVERITY = Severity.WARNING

# So many items with one rare word and one answer are compared with each that has them too; the rest repeats these.
_COMPARED = 20

_SAME_WORDS = "this asks what `{}` asks, in the same words, for another answer: mend one, or say what sets it apart"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item with what it asks, in one case too, the stems of that, and its answers."""

    question: Question
    asks: Statement
    folded: str
    stems: frozenset[str]
    answers: tuple[str, ...]


def check(course: Course) -> Iterator[Remark]:
    """Complain of each item that repeats one before it."""
    language = course.settings.language
    items = [_item(question, language) for question in course.current]
    rank = _ranks(items)
    askings = Counter(item.folded for item in items)
    before: dict[tuple[str, str], list[_Item]] = defaultdict(list)
    same: dict[tuple[str, str], _Item] = {}
    for item in items:
        keys = [(stem, answer) for stem in _rarest(item.stems, rank) for answer in item.answers]
        offered = _offered(item.question.answer) if askings[item.folded] > 1 else ""
        worded_so = same.setdefault((item.folded, offered), item)
        twin = _twin(item, (before[key] for key in keys if key in before), language)
        if twin is not None:
            yield _remark(item, twin, "this asks nearly what `{}` asks, and has the same answer: keep one of the two")
            continue
        if worded_so is not item:
            yield _remark(item, worded_so, _SAME_WORDS)
        for key in keys:
            if len(before[key]) < _COMPARED:
                before[key].append(item)


def _item(question: Question, language: str) -> _Item:
    asks = asking(question)
    stems = content.stem_set(asks.text, language)
    answers = tuple(dict.fromkeys(_folded(answer) for answer in _answers(question.answer)))
    return _Item(question, asks, _folded(asks.text), stems, answers)


def _folded(text: str) -> str:
    """The text in one case and with single spaces, which is enough to tell answers by."""
    return " ".join(text.casefold().split()).rstrip(".")


def _answers(answer: Answer) -> Iterable[str]:
    """Each text that is right by itself; what is right only together is one text."""
    match answer:
        case Choices(options=options, multiple=False):
            return [option.text for option in options if option.correct]
        case Choices(options=options):
            return ["|".join(sorted(option.text for option in options if option.correct))]
        case Words(accepted=accepted):
            return accepted
        case Number():
            return [answer.text, f"{answer.text} {answer.unit or ''}"]
        case Gaps(blanks=blanks):
            return ["|".join(blank.accepted[0] for blank in blanks)]
        case Pairs(lefts=lefts, rights=rights):
            return ["|".join(sorted(f"{left.text}={rights[left.right]}" for left in lefts))]
        case Sequence(steps=steps):
            return ["|".join(step.text for step in steps)]
        case Essay():
            return ["essay"]
        case _:
            assert_never(answer)


def _offered(answer: Answer) -> str:
    """What students are offered to pick from or to arrange; empty where they write."""
    match answer:
        case Choices(options=options):
            return "|".join(sorted(_folded(option.text) for option in options))
        case Pairs(lefts=lefts, rights=rights):
            return "|".join(sorted((*(left.text for left in lefts), *rights)))
        case Sequence(steps=steps):
            return "|".join(sorted(step.text for step in steps))
        case Essay():
            return "essay"
        case Words() | Number() | Gaps():
            return ""
        case _:
            assert_never(answer)


def _ranks(items: Iterable[_Item]) -> dict[str, int]:
    """The stems of all items from the rarest to the most common, each with its place."""
    spread = Counter(stem for stems in {item.stems for item in items} for stem in stems)
    return {stem: place for place, stem in enumerate(sorted(spread, key=lambda stem: (spread[stem], stem)))}


def _rarest(stems: frozenset[str], rank: Mapping[str, int]) -> list[str]:
    """So many of the rarest stems that two texts which are alike have one of them in common."""
    return sorted(stems, key=rank.__getitem__)[: room(len(stems)) + 1]


def _twin(item: _Item, found: Iterable[list[_Item]], language: str) -> _Item | None:
    """The first of the items found that this one repeats."""
    seen: set[str] = set()
    for others in found:
        for other in others:
            if other.question.id in seen:
                continue
            seen.add(other.question.id)
            if near(item.stems, other.stems) and alike(other.asks.text, item.asks.text, language):
                return other
    return None


def _remark(item: _Item, other: _Item, message: str) -> Remark:
    return Remark(item.asks.where, message.format(other.question.id), item=item.question.id, see=other.asks.where)
