"""The decks that notes are filed in: one of the course, and in it one of each brief. Renaming a bank moves no card."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen import wording
from quizgen.exporters.anki.text import literal, paragraph
from quizgen.model import Brief, Quiz
from quizgen.presenting import citation
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Deck:
    """Where notes are filed; `::` in the name parts a deck from those within it. The description is HTML.

    Students' Anki knows a deck by its name: in one that is renamed the old cards stay, and new ones come to another.
    """

    id: int
    name: str
    description: str = ""


def decks(quiz: Quiz, words: Wording) -> dict[str | None, Deck]:
    """The deck of each brief that a quiz rests on, by the brief's id; at None that of the course, which holds them."""
    course = course_deck(quiz)
    return {None: course, **{brief.id: _deck(brief, course, quiz.course, words) for brief in quiz.briefs}}


def course_deck(quiz: Quiz) -> Deck:
    """The deck that those of the briefs lie in."""
    words = wording.for_language(quiz.language)
    return Deck(
        id=_id(quiz.course),
        name=_name(quiz.course_title) or quiz.course,
        description=paragraph(literal(words.deck_of_course), "about"),
    )


def _deck(brief: Brief, course: Deck, course_id: str, words: Wording) -> Deck:
    cited = literal(citation.reference(brief, words))
    url = citation.link(brief.url)
    return Deck(
        id=_id(course_id, brief.id),
        name=f"{course.name}::{_name(brief.title) or brief.id}",
        description=paragraph(f'<a href="{literal(url)}">{cited}</a>' if url else cited, "reference"),
    )


def namesakes(briefs: Iterable[Brief]) -> Iterator[tuple[Brief, Brief]]:
    """Each brief whose deck has the name of another's, with that other; to Anki a capital is no difference."""
    first: dict[str, Brief] = {}
    for brief in briefs:
        other = first.setdefault((_name(brief.title) or brief.id).casefold(), brief)
        if other.id != brief.id:
            yield brief, other


def _name(title: str) -> str:
    """A title as one part of a deck's name, which two colons would make two of; empty where nothing is left."""
    return re.sub(r"::+", ":", " ".join(title.split())).strip(": ")


def _id(*names: str) -> int:
    """A number that stays with these names; like all of Anki's ids it reads as a moment, here from 2001 to 2017."""
    digest = hashlib.sha256("/".join(names).encode()).digest()
    return 1_000_000_000_000 + int.from_bytes(digest[:8], "big") % 500_000_000_000
