"""What an item says to a student, as what a release compares: its values, and not the HTML that they become.

Anki takes a note from a newer package only where it counts as modified later, and then takes all of it: the student's
own tags on it are lost, and changes of theirs too. That is right where the item says something else. It would be wrong
where only our markup does, or a label of ours: every card of every student would lose its tags for a `<div>`. So a note
counts as changed where its values do. New markup reaches whoever has not had the note yet, and others with the item's
next change; until then their cards hold the former markup, which the style has to go on fitting.

Where that cannot be, or all cards must change, raise `markup` of the note type in `note_types`: then every note of that
type is changed by the next release, once.
"""

from __future__ import annotations

from typing_extensions import assert_never

from quizgen.exporters.anki import note_types
from quizgen.model import Answer, Blank, Choices, Essay, Gaps, Left, Number, Option, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting import citation
from quizgen.releases import Content
from quizgen.studying import way


def content(question: Question, quiz: Quiz) -> Content:
    """What a student sees of an item. Neither its bank nor its deck is part of it: an update moves no card."""
    studied = way(question.answer)
    about = (question.kind, question.type, question.difficulty, question.thinking, sorted(set(question.tags)))
    says = (
        note_types.BY_WAY[studied].markup, quiz.language, question.stem, _answer(question.answer), question.rationale,
        [_evidence(question, quiz), about],
    )  # fmt: skip
    return Content(studied, note_types.mark(says))


def _evidence(question: Question, quiz: Quiz) -> list[object]:
    """The passages that an item rests on with what a card says of their briefs, and the words that carry the answer."""
    said: list[object] = []
    for evidence in question.evidence:
        brief = quiz.brief(evidence.brief)
        passage = brief.passage(evidence.passage)
        year = brief.published.year if brief.published else None
        named = (brief.id, brief.title, brief.authors, year, citation.link(brief.url), brief.restated, brief.language)
        said.append((named, evidence.passage, passage.text if passage else None, evidence.quote))
    return said


def _answer(answer: Answer) -> object:
    """What is asked and what is right, in an order only where a student sees one."""
    match answer:
        case Choices(options=options, multiple=multiple, pinned=pinned):
            said = [_option(option) for option in options]
            return multiple, pinned, said if pinned else sorted(said)
        case Words(accepted=accepted):
            return accepted
        case Number():
            return answer.text, answer.unit, str(answer.tolerance), answer.derived
        case Gaps(parts=parts):
            return [(part.accepted, part.hint) if isinstance(part, Blank) else part for part in parts]
        case Pairs(lefts=lefts, rights=rights, headings=headings, pinned=pinned):
            entries = [_left(left, rights) for left in lefts]
            return (headings, pinned, entries, rights) if headings else (headings, entries, sorted(rights))
        case Steps(steps=steps):
            return [step.text for step in steps]
        case Essay(model_answer=model_answer, rubric=rubric):
            return model_answer, [(criterion.text, float(criterion.points)) for criterion in rubric]
        case _:
            assert_never(answer)


def _option(option: Option) -> tuple[str, bool, str]:
    return option.text, option.correct, option.why or ""


def _left(left: Left, rights: tuple[str, ...]) -> tuple[str, str, str]:
    return left.text, rights[left.right], left.why or ""
