"""What cards cannot hold: characters that no face has, and texts that are too long for a card in the least size."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import wording
from quizgen.exporters.pdf.cutting.faces import LEAST, TooLong, asked, faces
from quizgen.exporters.pdf.limits import Text, of_texts
from quizgen.findings import Location, Remark
from quizgen.model import Question, Quiz, Words
from quizgen.presenting import citation

_SAID = {"stem": "what it asks", "answer": "what is right, with what else is right,", "evidence": "what it rests on"}


def of_quiz(quiz: Quiz) -> Iterator[Remark]:
    """What of a quiz's cards cannot be printed; its title is told of with its first card."""
    titled = False
    for question, answer in asked(quiz):
        if not titled:
            yield from of_texts([(quiz.title, question.where)], None)
            titled = True
        yield from of_texts(_texts(question, answer, quiz), question.id)
        for face in faces(question, answer, quiz):
            if isinstance(face, TooLong):
                where = _evidence(question) if face.field == "evidence" else question.at(face.field)
                yield Remark(where, _said(face), item=question.id)


def _texts(question: Question, answer: Words, quiz: Quiz) -> Iterator[Text]:
    """Every text of an item that reaches its card, and where it stands."""
    yield question.stem, question.at("stem")
    yield from ((text, question.at("answer")) for text in answer.accepted)
    for source in citation.sources(question, quiz, wording.for_language(quiz.language)):
        yield source.reference, _evidence(question)


def _evidence(question: Question) -> Location:
    """Where an item says first what it rests on."""
    return question.evidence[0].where if question.evidence else question.where


def _said(face: TooLong) -> str:
    if face.wide:
        return f"{_SAID[face.field]} has a word that is wider than a card; it is left out"
    over = f"{face.lines} line{'s' if face.lines > 1 else ''}, about {face.characters} characters,"
    even = "" if face.field == "evidence" else f", even in {LEAST:g} points"  # references come in one size
    return f"{_SAID[face.field]} is {over} too long for a card{even}; it is left out"
