"""Anki decks: a package for each quiz, and one of the whole course, for students to import and to update.

Every item is a note of one of seven frozen note types; a term makes two cards, a cloze one for each blank. A note keeps
its identity for as long as the item keeps its id, so that a newer package changes the text and leaves the student's
progress as it is. Options stand in another order each day.

Anki asks the student to judge the answer: points and partial credit have no place in it. Exams are never made into
decks; a quiz drawn from banks becomes one where it is asked for by name, of the same cards as theirs. A cloze can hold
500 blanks. Tags are plain letters; what is left of a tag in another script is said, and so are two briefs of one title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen import wording
from quizgen.exporters.anki.decks import namesakes
from quizgen.exporters.anki.text import ascii_tag
from quizgen.findings import Remark, Severity
from quizgen.jobs import Job, made_by
from quizgen.model import Gaps, Output, Question, Quiz, Settings
from quizgen.releases import Contents, Released

NAME = "anki"

COURSE = "course"
"""The file of the whole course; no quiz can have it."""

_MOST_BLANKS = 500
"""Anki has one card for all blanks from the 500th on."""


def jobs(quizzes: Sequence[Quiz], settings: Settings) -> Iterator[Job]:
    """A package for each quiz that is for study.

    Where the quizzes are the whole course, one of all their items too, and what the last release did.
    """
    studied = tuple(quiz.drawn_once for quiz in quizzes if _has_deck(quiz, whole=settings.whole))
    time, released = settings.time, settings.released
    for quiz in studied:
        yield Job(_deck, (quiz, time, released), len(quiz.questions))
    if settings.whole and studied:
        yield Job(_course, (studied, time, released), sum(len(quiz.questions) for quiz in studied))
    if settings.whole and studied and released.last:
        held = frozenset(question.id for quiz in studied for question in quiz.questions)
        yield Job(_changes, (released, held, studied[0].language), 1)


export = made_by(jobs)


# genanki is imported in the functions, since `quizgen check` asks for limits alone and need not pay for it


def _deck(quiz: Quiz, time: int, released: Released) -> Output:
    from quizgen.exporters.anki.decks import course_deck
    from quizgen.exporters.anki.notes import notes
    from quizgen.exporters.anki.package import apkg

    return Output(_file(quiz.id), apkg(notes(quiz), course_deck(quiz), time, released), quiz.id)


def _course(studied: Sequence[Quiz], time: int, released: Released) -> Output:
    from quizgen.exporters.anki.decks import course_deck
    from quizgen.exporters.anki.notes import brief_by_brief, once
    from quizgen.exporters.anki.package import apkg

    every = once(brief_by_brief(studied))
    return Output(_file(COURSE), apkg(every, course_deck(studied[0]), time, released), None)


def _changes(released: Released, held: frozenset[str], language: str) -> Output:
    from quizgen.exporters.anki.changes import page

    return Output("students/anki/CHANGES.md", page(released, held, wording.for_language(language)).encode(), None)


def contents(quizzes: Sequence[Quiz]) -> Contents:
    """What students see of the items of these quizzes that are for study, and of all note types."""
    from quizgen.exporters.anki import note_types
    from quizgen.exporters.anki.content import content

    studied = (quiz for quiz in quizzes if quiz.audience == "study")
    items = {question.id: content(question, quiz) for quiz in studied for question in quiz.questions}
    return Contents(items, {each.way: note_types.look(each) for each in note_types.ALL})


def _has_deck(quiz: Quiz, *, whole: bool) -> bool:
    """Whether a quiz becomes a deck: not an exam, nor a choice of cards that the decks of the banks beside it have."""
    return quiz.audience == "study" and bool(quiz.questions) and not (whole and quiz.drawn)


def _file(name: str) -> str:
    return f"students/anki/{name}.apkg"


def limits(quizzes: Sequence[Quiz]) -> Iterator[Remark]:
    """What Anki cannot hold: a cloze of very many blanks, a tag without a plain letter, two decks of one name."""
    studied = [quiz for quiz in quizzes if quiz.audience == "study" and quiz.questions]
    for quiz in studied:
        for question in quiz.questions:
            yield from _limits(question)
    briefs = {brief.id: brief for quiz in studied for brief in quiz.briefs}
    for brief, other in namesakes(briefs.values()):
        message = (
            f"the deck of this brief is named as that of `{other.id}`, and Anki knows decks by their names: it would "
            "put the cards of both into one, or call one otherwise; tell the titles apart"
        )
        yield Remark(brief.where, message)


def _limits(question: Question) -> Iterator[Remark]:
    if isinstance(question.answer, Gaps) and len(question.answer.blanks) > _MOST_BLANKS:
        message = f"Anki takes {_MOST_BLANKS} blanks, here are {len(question.answer.blanks)}; split the item"
        yield Remark(question.at("text"), message, item=question.id, severity=Severity.ERROR)
    for tag in question.tags:
        if not ascii_tag(tag):
            message = f"Anki's tags are written in plain letters, and “{tag}” has none: it is left out there"
            yield Remark(question.at("tags"), message, item=question.id)
