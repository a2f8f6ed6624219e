"""No item's stem tells the answer to another item of its bank.

On paper both are in view, and on screen one comes before the other. A stem is named where it holds the key of another
item that rests on the same passage, shares a third of that item's content words (two at least, and none that is all
over the bank), and names none of its distractors. The key is a choice's or a written answer of two content words or
more; a single word or figure counts for written answers and blanks if it is a name or a figure and rare in the bank.

It does not speak of the terms that the brief is about: a key that stands in its title, or in one stem of ten, or whose
item is a term to be named by its definition. Rationales are not read, since they come after the answer. What gives an
answer away in other words is for a reader to see. Source: Haladyna, Downing and Rodriguez 2002, guideline 4.

Bad:

    - type: short
      stem: For how long did Isla Clara wait for a loan in 2007?
      answer: eleven weeks
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
    - type: short
      stem: For what did Isla Clara have to wait eleven weeks in 2007?
      answer: a loan
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]

Good:

    - type: short
      stem: For how long did Isla Clara wait for a loan in 2007?
      answer: eleven weeks
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
    - type: short
      stem: For what did Isla Clara have to wait so long in 2007?
      answer: a loan
      evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import asking, is_statement
from quizgen.model import Bank, Choices, Gaps, Number, Question, Statement, Words
from quizgen.text import content

NAME = "item-leaks-answer"
SEVERITY = Severity.WARNING

Stems = tuple[str, ...]
_SHARED = 2
_SHARED_PART = 1 / 3
_COMPARED = 20


@dataclass(frozen=True, slots=True)
class _Item:
    """An item with what it asks, the stems of that, and the passages it rests on."""

    question: Question
    asks: Statement
    stems: Stems
    passages: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Key:
    """An answer that a stem could tell, its stems, and the stems of what else could be picked."""

    text: str
    where: Location
    stems: Stems
    others: tuple[Stems, ...] = ()


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem that tells another item's answer, once for each such item."""
    titles = {brief.id: content.stems(brief.title, brief.language) for brief in course.briefs}
    for bank in course.banks:
        yield from _leaks(bank, titles, course.settings.language)


def _leaks(bank: Bank, titles: dict[str, Stems], language: str) -> Iterator[Remark]:
    items = [_item(question, language) for question in bank.current]
    holders: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        for stem in set(item.stems):
            holders[stem].append(item)
    spread = Counter({stem: len(holding) for stem, holding in holders.items()})
    for item in items:
        about = {stem for brief, _ in item.passages for stem in titles.get(brief, ())}
        for key in _keys(item.question, language):
            rarest = min(key.stems, key=lambda stem: spread[stem])
            if not 0 < spread[rarest] <= max(2, len(items) // 10) or about.issuperset(key.stems):
                continue
            leaking = [other for other in holders[rarest][:_COMPARED] if _tells(other, item, key, spread, len(items))]
            for other in leaking[:1]:
                message = f"this tells the answer to `{item.question.id}`, “{key.text}”: ask it in other words"
                yield Remark(other.asks.where, message, item=other.question.id, see=key.where)
            if leaking:
                break


def _item(question: Question, language: str) -> _Item:
    asks = asking(question)
    passages = frozenset((evidence.brief, evidence.passage) for evidence in question.evidence)
    return _Item(question, asks, content.stems(asks.text, language), passages)


def _keys(question: Question, language: str) -> Iterator[_Key]:
    """The answers of an item that another's stem could tell."""
    where = question.at("answer")
    match question.answer:
        case Choices(options=options, multiple=False) if not is_statement(question):
            others = tuple(content.stems(option.text, language) for option in options if not option.correct)
            for option in options:
                stems = content.stems(option.text, language)
                if option.correct and len(stems) > 1:
                    yield _Key(option.text, option.where, stems, others)
        case Words(accepted=accepted, reverse=False):
            yield from _written(accepted, where, language)
        case Number() as number:
            yield from _written((f"{number.text} {number.unit or ''}".strip(),), where, language)
        case Gaps(blanks=blanks):
            for blank in blanks:
                yield from _written(blank.accepted, question.at("text"), language)
        case _:
            return


_TELLING = re.compile(r"[^\W\d_a-zñáéíóúü]|\d\d")


def _written(accepted: tuple[str, ...], where: Location, language: str) -> Iterator[_Key]:
    """The answers that are more than one everyday word, which may stand anywhere."""
    for text in accepted:
        stems = content.stems(text, language)
        if len(stems) > 1 or (stems and _TELLING.search(text)):
            yield _Key(text, where, stems)


def _tells(other: _Item, item: _Item, key: _Key, spread: Counter[str], items: int) -> bool:
    """Whether the other item's stem holds the key, and speaks of what the item asks."""
    if other is item or not other.passages & item.passages or not _holds(other.stems, key.stems):
        return False
    if _holds(item.stems, key.stems) or any(_holds(other.stems, stems) for stems in key.others if stems):
        return False
    asked = set(item.stems) - set(key.stems)
    common = sum(spread[stem] <= max(2, items // 4) for stem in asked & set(other.stems))
    return common >= max(_SHARED, len(asked) * _SHARED_PART)


def _holds(stems: Stems, phrase: Stems) -> bool:
    """Whether a phrase stands among the stems, its words side by side."""
    length = len(phrase)
    return any(stems[place : place + length] == phrase for place in range(len(stems) - length + 1))
