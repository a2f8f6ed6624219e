"""Items as the notes that a deck holds: who they are, how they are asked, what they rest on, where they are filed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import genanki

from quizgen import citation, wording
from quizgen.citation import Source
from quizgen.exporters.anki.answers import asked
from quizgen.exporters.anki.note_types import NoteType, mark
from quizgen.exporters.anki.text import ascii_tag, folded, heading, literal, paragraph, prose
from quizgen.model import Question, Quiz
from quizgen.releases import Content
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Deck:
    """Where notes are filed; `::` in the name parts a deck from those within it. The description is HTML."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An item in a deck. The guid ties it to the note that a student has of it already, whatever else has changed."""

    item: str
    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: Deck

    @property
    def content(self) -> Content:
        """What a student sees of it, as what a release compares; an update moves no card, so its deck is no part."""
        return Content(self.note_type.way, mark([self.fields, self.tags]))


def notes(quiz: Quiz) -> Iterator[Note]:
    """The items of a quiz in its order."""
    words = wording.for_language(quiz.language)
    for question in quiz.questions:
        how = asked(question, words)
        yield Note(
            item=question.id,
            guid=genanki.guid_for(quiz.course, question.id),
            note_type=how.note_type,
            fields=how.note_type.values({**how.fields, **_shared(question, quiz, words)}),
            tags=tags(question),
            deck=deck(question, quiz, words),
        )


def once(quizzes: Iterable[Quiz]) -> list[Note]:
    """The items of all quizzes, one that is in several where it comes first."""
    found: dict[str, Note] = {}
    for quiz in quizzes:
        for note in notes(quiz):
            found.setdefault(note.guid, note)
    return list(found.values())


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
    return f'{said}{whole}<p class="reference">{reference}</p>'


def tags(question: Question) -> tuple[str, ...]:
    """What a student can search and filter the item by, in the alphabet's order."""
    about = [
        f"kind::{question.kind}",
        f"type::{question.type}",
        f"difficulty::{question.difficulty}",
        f"thinking::{question.thinking}",
        *(f"brief::{evidence.brief}" for evidence in question.evidence),
    ]
    own = filter(None, map(ascii_tag, question.tags))
    return tuple(sorted(dict.fromkeys([*about, *own])))


def deck(question: Question, quiz: Quiz, words: Wording) -> Deck:
    """The deck of the brief that an item rests on first, within that of the course."""
    course = course_deck(quiz)
    if not question.evidence:
        return course
    brief = quiz.brief(question.evidence[0].brief)
    return Deck(
        id=_deck_id(quiz.course, brief.id),
        name=f"{course.name}::{_deck_name(brief.title)}",
        description=literal(citation.reference(brief, words)),
    )


def course_deck(quiz: Quiz) -> Deck:
    """The deck that those of the briefs lie in."""
    return Deck(id=_deck_id(quiz.course), name=_deck_name(quiz.course_title))


def _deck_name(title: str) -> str:
    """A title as one part of a deck's name, which two colons would make two of."""
    return re.sub(r"::+", ":", " ".join(title.split())).strip(": ")


def _deck_id(*names: str) -> int:
    """A number that stays with these names; like all of Anki's ids it reads as a moment, here from 2001 to 2017."""
    digest = hashlib.sha256("/".join(names).encode()).digest()
    return 1_000_000_000_000 + int.from_bytes(digest[:8], "big") % 500_000_000_000
