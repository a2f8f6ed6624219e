"""What a student is told about an item: what to do with it, and once it is answered, why the answer is right.

For formats that show both in places of their own; the answer itself is theirs to tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import citation, wording
from quizgen.markup import Span, spans
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Sequence, Words
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph that explains: `label` says what it is (empty where the one before did), `url` leads to a source."""

    label: str
    runs: tuple[Span, ...]
    url: str | None = None


def task(answer: Answer, words: Wording) -> str | None:
    """What to do with an item; None where that is plain from how it is shown everywhere."""
    match answer:
        case Choices(multiple=multiple):
            return words.choose_all if multiple else None
        case Words(reverse=reverse):
            return words.give_term if reverse else words.write_words
        case Number():
            return words.write_number
        case Gaps(blanks=blanks):
            return words.fill_blanks if len(blanks) > 1 else words.fill_blank
        case Pairs(headings=headings):
            return words.sort_entries if headings else words.match_pairs
        case Sequence():
            return words.move_into_order
        case Essay():
            return words.argue
        case _:
            assert_never(answer)


def explanation(question: Question, quiz: Quiz, words: Wording) -> Iterator[Told]:
    """The rationale, then the passages that the item rests on; a restated one is never in quotation marks."""
    if question.rationale:
        yield Told(words.rationale, spans(question.rationale))
    for index, source in enumerate(citation.sources(question, quiz, words)):
        runs = (Span(source.text), Span("\n"), Span(source.reference, emphasis=True))
        yield Told("" if index else words.evidence, runs, source.url)


def marking(essay: Essay, words: Wording) -> Iterator[Told]:
    """What an essay is marked by: the model answer and the rubric."""
    yield Told(words.model_answer, spans(essay.model_answer))
    for index, criterion in enumerate(essay.rubric):
        worth = Span(f" ({wording.points(criterion.points, words)})")
        yield Told("" if index else words.rubric, (*spans(criterion.text), worth))
