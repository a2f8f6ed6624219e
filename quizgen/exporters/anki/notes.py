"""Items as the notes that a deck holds: who they are, how they are asked, what they rest on, where they are filed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import genanki

from quizgen import wording
from quizgen.exporters.anki.answers import asked
from quizgen.exporters.anki.content import content
from quizgen.exporters.anki.decks import Deck, decks
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.text import ascii_tag, folded, heading, literal, paragraph, prose
from quizgen.model import Gaps, Question, Quiz
from quizgen.presenting import citation
from quizgen.presenting.citation import Source
from quizgen.releases import Content
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Note:
    """An item in a deck. The guid ties it to the note that a student has of it already, whatever else has changed.

    `cards` is how many are made of it; `content` is what a release compares.
    """

    item: str
    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    cards: int
    tags: tuple[str, ...]
    deck: Deck
    content: Content


def notes(quiz: Quiz) -> Iterator[Note]:
    """The items of a quiz in its order."""
    words = wording.for_language(quiz.language)
    filed = decks(quiz, words)
    for question in quiz.questions:
        how = asked(question, words)
        yield Note(
            item=question.id,
            guid=genanki.guid_for(quiz.course, question.id),
            note_type=how.note_type,
            fields=how.note_type.values({**how.fields, **_shared(question, quiz, words)}),
            cards=cards(question, how.note_type),
            tags=tags(question),
            deck=filed[question.evidence[0].brief if question.evidence else None],
            content=content(question, quiz),
        )


def cards(question: Question, note_type: NoteType) -> int:
    """How many cards an item makes: one for each blank of a cloze, and one for each template of the others."""
    return len(question.answer.blanks) if isinstance(question.answer, Gaps) else len(note_type.templates)


def brief_by_brief(quizzes: Iterable[Quiz]) -> list[Quiz]:
    """Quizzes on one brief before those across several, so that in the deck of a brief its own bank comes first."""
    return sorted(quizzes, key=lambda quiz: len(quiz.briefs) > 1)


def once(quizzes: Iterable[Quiz]) -> Iterator[Note]:
    """The items of all quizzes, one that is in several where it comes first."""
    seen = set[str]()
    for quiz in quizzes:
        left = tuple(question for question in quiz.questions if question.id not in seen)
        seen.update(question.id for question in left)
        yield from notes(replace(quiz, questions=left))


def _shared(question: Question, quiz: Quiz, words: Wording) -> dict[str, str]:
    """The fields that all note types have."""
    rationale = f'<section class="rationale">{heading(words.rationale)}{paragraph(prose(question.rationale), "text")}'
    return {
        "ID": literal(question.id),
        "Rationale": f"{rationale}</section>" if question.rationale else "",
        "Evidence": _evidence(question, quiz, words),
        "Brief": literal(quiz.brief(question.evidence[0].brief).title) if question.evidence else "",
        "Language": literal(quiz.language),
    }


def _evidence(question: Question, quiz: Quiz, words: Wording) -> str:
    """What an item rests on, in the language of its brief where all of it is in one."""
    languages = list(dict.fromkeys(quiz.brief(evidence.brief).language for evidence in question.evidence))
    language = languages[0] if len(languages) == 1 else ""
    shown = "".join(_source(source, language, words) for source in citation.sources(question, quiz, words))
    return f'<section class="evidence">{heading(words.evidence)}{shown}</section>' if shown else ""


def _source(source: Source, language: str, words: Wording) -> str:
    said = f'<div lang="{literal(language)}">{paragraph(literal(source.text), "said")}</div>'
    passage = f'<div lang="{literal(language)}">{paragraph(literal(source.passage), "said")}</div>'
    whole = "" if source.passage == source.text else folded(words.full_passage, passage, "passage")
    reference = literal(source.reference)
    if source.url is not None:
        reference = f'<a href="{literal(source.url)}">{reference}</a>'
    return f'<div class="source">{said}<p class="reference">{reference}</p>{whole}</div>'


def tags(question: Question) -> tuple[str, ...]:
    """What a student can search and filter the item by, in the alphabet's order.

    All of it lies under one root, beside which a student's own tags stand as they please.
    """
    own = filter(None, map(ascii_tag, question.tags))
    about = [
        f"kind::{question.kind}",
        f"type::{question.type}",
        f"difficulty::{question.difficulty}",
        f"thinking::{question.thinking}",
        *(f"brief::{evidence.brief}" for evidence in question.evidence),
        *(f"tag::{tag}" for tag in own),
    ]
    return tuple(sorted({f"quizgen::{tag}" for tag in about}))
