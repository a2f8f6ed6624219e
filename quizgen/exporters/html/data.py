"""A quiz as the values that its page is made of. Each text stands in them, and on the page, once."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen import wording
from quizgen.exporters.html.asked import Asked, asked
from quizgen.model import Answer, Brief, Choices, Essay, Gaps, Number, Pairs, Passage, Question, Quiz, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting import citation
from quizgen.wording import Wording

# What the script says; the rest of the words stand in the page already.
SPOKEN = (
    "almost", "answer", "answer_first", "answered_of", "check", "choose", "copied", "evidence", "figure_first",
    "forgotten", "go_on", "model_answer", "move_down", "move_up", "next_question", "no_progress", "nothing_due",
    "nothing_fits", "one_more_try", "partly_right", "practice", "question_of", "question_one", "questions", "quotation",
    "review_due", "right", "right_answer_is", "right_order", "score_of", "score_of_one", "show_model_answer",
    "show_passage", "standing", "start", "taken_in", "time_is_up", "time_left", "wrong", "your_answer",
)  # fmt: skip
SPOKEN_OF_ALL = ("standing",)


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage as an item rests on it.

    `anchor` is its id on the page; `at` says where in it the words stand that carry the answer: `12-80 95-140`, in
    code units of UTF-16, as scripts count; empty for the whole of it.
    """

    anchor: str
    number: int
    at: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question in its place on the page; `mark` changes with what is asked, and with nothing else."""

    number: int
    question: Question
    asked: Asked
    mark: str
    worth: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the page has it: `quoted` where its words are the brief's own, else they are restated.

    `language` is None where it is the page's.
    """

    anchor: str
    text: str
    reference: str
    url: str | None
    quoted: bool
    language: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The self-tests that rest on the same briefs, for the index."""

    briefs: tuple[Brief, ...]
    quizzes: tuple[Quiz, ...]


Originals: TypeAlias = Mapping[tuple[str, str], Passage]
"""The briefs' own passages, by the brief and the id of the passage that restates each."""


def items(quiz: Quiz, words: Wording, originals: Originals) -> tuple[Item, ...]:
    """The questions of a quiz, in the order of their bank."""
    anchors = {(brief.id, passage.id): anchor for brief, passage, anchor in _cited_passages(quiz)}
    return tuple(
        Item(
            number=number,
            question=question,
            asked=asked(question.answer, words),
            mark=content_mark(question),
            worth=wording.points(question.points, words) if question.points != 1 else "",
            cited=tuple(
                _cited(source, anchors[source.brief, source.passage_id], originals)
                for source in citation.sources(question, quiz, words)
            ),
        )
        for number, question in enumerate(quiz.questions, 1)
    )


def _cited(source: citation.Source, anchor: str, originals: Originals) -> Cited:
    """An original is shown whole: where our words stand in our passage says nothing of its own."""
    original = originals.get((source.brief, source.passage_id))
    if original:
        return Cited(anchor, original.number, "")
    return Cited(anchor, int(source.passage_id[1:]), _places(source))


def _places(source: citation.Source) -> str:
    return " ".join(f"{_units(source.passage[:start])}-{_units(source.passage[:end])}" for start, end in source.spans)


def _units(text: str) -> int:
    """The length of a text as scripts count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def passages(quiz: Quiz, words: Wording, originals: Originals) -> tuple[Shown, ...]:
    """The passages that items of the quiz rest on, each once, in the order of their briefs."""
    return tuple(
        _shown(brief, passage, anchor, originals.get((brief.id, passage.id)), quiz.language, words)
        for brief, passage, anchor in _cited_passages(quiz)
    )


def _shown(
    brief: Brief, passage: Passage, anchor: str, original: Passage | None, language: str, words: Wording
) -> Shown:
    """A passage, or the original that it restates."""
    source = replace(brief, restated=False) if original else brief
    return Shown(
        anchor=anchor,
        text=(original or passage).text,
        reference=citation.origin(source, original or passage, words),
        url=citation.link(brief.url),
        quoted=not source.restated,
        language=brief.language if brief.language != language else None,
    )


def _cited_passages(quiz: Quiz) -> Iterator[tuple[Brief, Passage, str]]:
    """Each passage that is evidence, with its brief and an id that no other has on the page."""
    cited = {(evidence.brief, evidence.passage) for question in quiz.questions for evidence in question.evidence}
    for number, brief in enumerate(quiz.briefs, 1):
        for passage in brief.passages:
            if (brief.id, passage.id) in cited:
                yield brief, passage, f"b{number}{passage.id}"


def content_mark(question: Question) -> str:
    """Eight letters that change with what is asked and what is right, so that an item that has changed asks again."""
    text = json.dumps([question.stem, *content(question.answer)], ensure_ascii=True)
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:6]).decode()


def content(answer: Answer) -> list[object]:
    """What is asked and what is right, in the curator's order, without why."""
    match answer:
        case Choices(options=options, multiple=multiple):
            return ["choices", multiple, [[option.text, option.correct] for option in options]]
        case Words(accepted=accepted):
            return ["words", accepted]
        case Number():
            return ["number", str(answer.value), answer.unit, str(answer.tolerance)]
        case Gaps(parts=parts):
            return ["gaps", [part if isinstance(part, str) else part.accepted for part in parts]]
        case Pairs(lefts=lefts, rights=rights):
            return ["pairs", [[left.text, rights[left.right]] for left in lefts], sorted(rights)]
        case Steps(steps=steps):
            return ["sequence", [step.text for step in steps]]
        case Essay(rubric=rubric):
            return ["essay", [criterion.text for criterion in rubric]]
        case _:
            assert_never(answer)


def script_data(quiz: Quiz, words: Wording) -> Mapping[str, object]:
    """What the script needs to know and the page does not say."""
    return {
        "course": quiz.course,
        "id": quiz.id,
        "language": quiz.language,
        "words": [getattr(words, name) for name in SPOKEN],
    }


def index_data(quizzes: Sequence[Quiz], words: Wording) -> Mapping[str, object]:
    """What the script of the index needs to know."""
    first = quizzes[0]
    said = [getattr(words, name) for name in SPOKEN_OF_ALL]
    return {"course": first.course, "language": first.language, "words": said}


def marks(quiz: Quiz) -> str:
    """The marks of all items of a quiz."""
    return " ".join(content_mark(question) for question in quiz.questions)


def by_brief(quizzes: Sequence[Quiz]) -> tuple[Listed, ...]:
    """The quizzes of each brief, in the order that the briefs come up; those over several briefs come last."""
    groups: dict[tuple[str, ...], list[Quiz]] = {}
    for quiz in quizzes:
        groups.setdefault(tuple(brief.id for brief in quiz.briefs), []).append(quiz)
    listed = [Listed(group[0].briefs, tuple(group)) for group in groups.values()]
    return tuple(sorted(listed, key=lambda group: len(group.briefs) > 1))
