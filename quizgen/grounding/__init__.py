"""What an item is held against: the quotes, the passages and the briefs that it rests on."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import blueprints
from quizgen.course import Course
from quizgen.files import SETTINGS
from quizgen.findings import Severity
from quizgen.model import Brief, Gaps, Passage, Question, Statement
from quizgen.text import locate, sentences
from quizgen.text.register import Register, register


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """An item with what carries it: its quotes, each passage it rests on once, and the briefs these belong to."""

    question: Question
    quotes: tuple[str, ...]
    passages: tuple[Passage, ...]
    briefs: tuple[Brief, ...]


def passages_by_key(course: Course) -> dict[tuple[str, str], Passage]:
    """Every passage of the course by the ids of its brief and its own, as an evidence names them."""
    return {(brief.id, passage.id): passage for brief in course.briefs for passage in brief.passages}


@dataclass(frozen=True, slots=True)
class Carrier:
    """The sentence, or the run of sentences, in which a quote stands, and where it begins in its passage."""

    passage: Passage
    start: int
    text: str


@functools.lru_cache(maxsize=16384)
def carriers(ground: Ground) -> tuple[Carrier, ...]:
    """The sentences that carry an item, each once, in the order of its quotes; none for a quote that is not found."""
    keys = dict.fromkeys((evidence.brief, evidence.passage) for evidence in ground.question.evidence)
    passages = dict(zip(keys, ground.passages, strict=True))
    found: dict[tuple[str, str, int, int], Carrier] = {}
    for evidence in ground.question.evidence:
        passage = passages[evidence.brief, evidence.passage]
        span = locate.find(evidence.quote, passage.text)
        if span is not None:
            touched = [
                other for other in sentences.sentences(passage.text) if other[0] < span[1] and span[0] < other[1]
            ]
            start, end = touched[0][0], touched[-1][1]
            key = (evidence.brief, evidence.passage, start, end)
            found.setdefault(key, Carrier(passage, start, passage.text[start:end]))
    return tuple(found.values())


def quotes_stand(ground: Ground) -> bool:
    """Whether every quote is in its passage; else quote-in-passage speaks, and it is open what the quote carries."""
    texts = {(brief.id, passage.id): passage.text for brief in ground.briefs for passage in brief.passages}
    return all(locate.tier(one.quote, texts[one.brief, one.passage]) for one in ground.question.evidence)


@functools.lru_cache(maxsize=2)  # many rules ask for them, one after the other
def grounds(course: Course) -> tuple[Ground, ...]:
    """Every current item whose evidence names only passages that there are; other rules speak of the rest."""
    return tuple(_grounds(course))


def _grounds(course: Course) -> Iterator[Ground]:
    briefs = {brief.id: brief for brief in course.briefs}
    passages = passages_by_key(course)
    for question in course.current:
        keys = dict.fromkeys([(evidence.brief, evidence.passage) for evidence in question.evidence])
        if keys and passages.keys() >= keys.keys():
            yield Ground(
                question=question,
                quotes=tuple([evidence.quote for evidence in question.evidence]),
                passages=tuple([passages[key] for key in keys]),
                briefs=tuple([briefs[id] for id in dict.fromkeys([brief for brief, _ in keys])]),
            )


def whole(course: Course) -> bool:
    """Whether every item of the course is in view, so that what none of them does can be said.

    It is not where only some banks are asked for, nor where one could not be read.
    """
    unread = (finding for finding in course.findings if finding.severity is Severity.ERROR)
    return len(course.banks) == len(course.bank_ids) and not any(_in_a_bank(finding.where.path) for finding in unread)


def _in_a_bank(path: str) -> bool:
    return path.startswith("questions") and path != SETTINGS and not path.startswith(blueprints.FOLDER)


def asking(question: Question) -> Statement:
    """What students read before they answer: the stem, or the text of a cloze with its blanks open."""
    if isinstance(question.answer, Gaps):
        parts = (part if isinstance(part, str) else "…" for part in question.answer.parts)
        return Statement("".join(parts), question.at("text"))
    return Statement(question.stem, question.at("stem" if "stem" in question.fields else "definition"))


def is_statement(question: Question) -> bool:
    """Whether the stem itself is what is true or false, so that its options say only which."""
    stem = question.fields.get("stem")
    return any(statement.where == stem for statement in (*question.claims, *question.falsehoods))


def register_of(brief: Brief) -> Register:
    """The names of a brief's passages and front matter; an author is also named by the surname alone."""
    authors = f"written by {', '.join(brief.authors)}"
    front = (brief.title, authors, brief.publisher, brief.note or "")
    aliases = [(name, *others) for name, others in brief.aliases.items()]
    aliases += [(author, author.split()[-1]) for author in brief.authors]
    return register((*front, *(passage.text for passage in brief.passages)), tuple(aliases), brief.language)
