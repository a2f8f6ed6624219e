"""A quiz as the values that its page is made of: what is shown, in which order, and what the script scores by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import citation, wording
from quizgen.markup import plain
from quizgen.model import Answer, Brief, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.wording import Wording

# What the script says; the rest of the words stand in the page already.
SPOKEN = (
    "answer", "answer_first", "answered_of", "figure_first", "next_question", "partly_right", "question_of", "result",
    "right", "right_answer_is", "score_of", "score_of_one", "wrong", "your_answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """How an answer shape is asked.

    `shape` names the macros of the templates and the functions of the script that deal with it; `key` is what the
    script scores by. `order` and `targets` are indexes of what the shape holds (options, left entries, steps; right
    entries), as the page shows them before the script shuffles.
    """

    shape: str
    task: str
    key: Mapping[str, object]
    order: Sequence[int] = ()
    targets: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A question in its place on the page; `source_language` is that of its evidence where it is not the page's."""

    number: int
    question: Question
    asked: Asked
    worth: str
    sources: tuple[citation.Source, ...]
    source_language: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The self-tests that rest on the same briefs, for the index."""

    briefs: tuple[Brief, ...]
    quizzes: tuple[Quiz, ...]


def items(quiz: Quiz, words: Wording) -> tuple[Item, ...]:
    """The questions of a quiz, in the order of their bank."""
    return tuple(
        Item(
            number=number,
            question=question,
            asked=asked(question.answer, words),
            worth=wording.points(question.points, words),
            sources=citation.sources(question, quiz, words),
            source_language=source_language(question, quiz),
        )
        for number, question in enumerate(quiz.questions, 1)
    )


def asked(answer: Answer, words: Wording) -> Asked:
    """How an answer is asked and scored."""
    match answer:
        case Choices(options=options, multiple=multiple, pinned=pinned):
            right = [index for index, option in enumerate(options) if option.correct]
            texts = [option.text for option in options]
            task = words.choose_all if multiple else words.choose_one
            order = range(len(options)) if pinned else neutral_order(texts)
            return Asked("choices", task, {"right": right, "pinned": pinned}, order)
        case Words(accepted=accepted, reverse=reverse):
            return Asked("words", words.give_term if reverse else words.write_words, {"accepted": accepted})
        case Number():
            return Asked("number", words.write_number, _figure_key(answer))
        case Gaps(blanks=blanks):
            task = words.fill_blanks if len(blanks) > 1 else words.fill_blank
            return Asked("gaps", task, {"blanks": [blank.accepted for blank in blanks]})
        case Pairs(lefts=lefts, rights=rights, headings=headings, pinned=pinned):
            task = words.sort_entries if headings else words.match_pairs
            free = headings and not pinned
            order = neutral_order([left.text for left in lefts]) if free else range(len(lefts))
            targets = range(len(rights)) if headings else neutral_order(rights)
            key = {"partners": [left.right for left in lefts], "headings": headings, "pinned": pinned}
            return Asked("pairs", task, key, order, targets)
        case Steps(steps=steps):
            # The order that a bank's steps stand in is the right one, so it cannot be the one to show.
            order = neutral_order([step.text for step in steps])
            return Asked("sequence", words.move_into_order, {}, order)
        case Essay(rubric=rubric):
            return Asked("essay", words.argue, {"rubric": [criterion.points for criterion in rubric]})
        case _:
            assert_never(answer)


def _figure_key(number: Number) -> dict[str, object]:
    return {
        "value": wording.decimal(number.value),
        "tolerance": wording.decimal(number.tolerance),
        "text": number.text,
        "unit": number.unit or "",
    }


def neutral_order(texts: Sequence[str]) -> list[int]:
    """Indexes by the alphabet, an order that says nothing of which is right; curators often write the key first."""
    return sorted(range(len(texts)), key=lambda index: (plain(texts[index]).casefold(), index))


def source_language(question: Question, quiz: Quiz) -> str | None:
    """The language of the evidence, so that it is read out as what it is; None where it is the page's, or not one."""
    languages = dict.fromkeys(quiz.brief(evidence.brief).language for evidence in question.evidence)
    return next(iter(languages)) if len(languages) == 1 and quiz.language not in languages else None


def script_data(quiz: Quiz, shown: Sequence[Item], words: Wording) -> dict[str, object]:
    """What the script needs to know: words, and for each item its shape, its worth and its key."""
    return {
        "language": quiz.language,
        "words": {name: getattr(words, name) for name in SPOKEN},
        "items": {
            item.question.id: {
                "shape": item.asked.shape,
                "points": item.question.points,
                "scoring": item.question.scoring,
                **item.asked.key,
            }
            for item in shown
        },
    }


def by_brief(quizzes: Sequence[Quiz]) -> tuple[Listed, ...]:
    """The quizzes of each brief, in the order that the briefs come up; those over several briefs come last."""
    groups: dict[tuple[str, ...], list[Quiz]] = {}
    for quiz in quizzes:
        groups.setdefault(tuple(brief.id for brief in quiz.briefs), []).append(quiz)
    listed = [Listed(group[0].briefs, tuple(group)) for group in groups.values()]
    return tuple(sorted(listed, key=lambda group: len(group.briefs) > 1))
