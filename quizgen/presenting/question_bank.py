"""Moodle's question bank: the categories that items lie in there, what answers may be worth, what is told of an item.

Moodle draws at random from a category, so what a blueprint draws from has a category of its own; all else lies with
the items of its section, or of its brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen import stable, wording
from quizgen.findings import Remark, Severity
from quizgen.markup import plain, spans
from quizgen.model import Brief, Choices, Essay, Pairs, Question, Quiz, Section
from quizgen.presenting import citation
from quizgen.presenting.explaining import Told, explanation, marking
from quizgen.presenting.fragments import html, literal
from quizgen.presenting.losses import of_course
from quizgen.wording import Wording

_LONGEST = 255
"""How many characters a name of a category can have."""


@dataclass(frozen=True, slots=True)
class Category:
    """A category with its items: its names from the course down, and in HTML what it is for and what to do there."""

    names: tuple[str, ...]
    about: str
    questions: tuple[Question, ...]
    instructions: str | None = None

    @property
    def path(self) -> str:
        """The names as a path from the course that the file is imported into."""
        return "/".join(("$course$", *map(_step, self.names)))


def _step(name: str) -> str:
    """A name within a path: its own slashes are doubled, and kept from meeting those of the path."""
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    step = " ".join(literal(short).split()).replace("/", "//")
    return f"{' ' if step.startswith('/') else ''}{step}{' ' if step.endswith('/') else ''}"


def categories(quiz: Quiz) -> Iterator[Category]:
    """The categories of a quiz, in order: of what a blueprint drew by its sections, of a bank by its briefs."""
    words = wording.for_language(quiz.language)
    if quiz.drawn:
        for place, section in enumerate(quiz.sections, 1):
            yield from _section(section, place, quiz, words)
    else:
        yield from _by_brief(quiz, words)


def _by_brief(quiz: Quiz, words: Wording) -> Iterator[Category]:
    """A category for each brief; items that rest on several lie under the title of their quiz."""
    kept: dict[str | None, list[Question]] = {}
    for question in quiz.questions:
        rests_on = {evidence.brief for evidence in question.evidence}
        kept.setdefault(next(iter(rests_on)) if len(rests_on) == 1 else None, []).append(question)
    for id, questions in kept.items():
        brief = quiz.brief(id) if id is not None else None
        names = (plain(quiz.course_title), brief.title if brief else plain(quiz.title))
        yield Category(names, _reference(brief, words) if brief else "", tuple(questions))


def _reference(brief: Brief, words: Wording) -> str:
    url = citation.link(brief.url)
    return literal(citation.reference(brief, words) + (f" {url}" if url else ""))


def _section(section: Section, place: int, quiz: Quiz, words: Wording) -> Iterator[Category]:
    """What all are asked in a section, then a category for each of its pools; a quiz of one may leave it unnamed."""
    above = plain(quiz.course_title), plain(quiz.title)
    unnamed = not section.title and len(quiz.sections) == 1
    own = plain(section.title) if section.title else f"{words.section} {place}"
    said = html(section.instructions) if section.instructions else None
    if section.settled or said:
        yield Category(above if unnamed else (*above, own), "", section.settled, said)
    for number, pool in enumerate(section.pools, 1):
        drawn = words.draw.format(count=pool.count, total=len(pool.questions))
        name = f"{number}: {drawn}" if unnamed else f"{own} ({number}): {drawn}"
        yield Category((*above, name), literal(words.random_questions.format(count=pool.count)), pool.questions)


NO_QUIZ = (
    "{file} fills the question bank and makes no quiz: put its questions into one in {site}, and set its order, "
    "headings, time and attempts there"
)
"""What is lost of the whole by a file that holds questions alone."""


def draws(quizzes: Iterable[Quiz]) -> Iterator[Remark]:
    """How Moodle comes to draw what blueprints draw, and at the entries that draw what it cannot hold of that."""
    pools = [pool for quiz in quizzes for section in quiz.sections for pool in section.pools]
    if pools:
        yield of_course(
            "Moodle draws at random when a quiz is taken: what a blueprint draws from lies in a category of its own, "
            "whose name says how many random questions to add to the quiz from it"
        )
    for pool in pools:
        if len({question.points for question in pool.questions}) > 1:
            lost = (
                "Moodle gives the same mark to whatever it draws here, and the items differ in points: give the entry "
                "`points`, so that they are alike"
            )
            yield Remark(pool.where, lost, severity=Severity.NOTE)


_SHARES = (
    "100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10",
)  # fmt: skip
"""What each of one, two, three … right options is worth, in percent, with the places that Moodle's own list has."""

EVENLY = len(_SHARES)
"""As many right options can have equal shares."""

MOST_RIGHT = 20
"""Of more right options than this, Moodle has no share of the mark small enough."""


def shares(choices: Choices) -> tuple[str, ...]:
    """What each option is worth, in percent: of several, wrong ones take so much that to tick all earns nothing."""
    right = sum(option.correct for option in choices.options)
    if not choices.multiple:
        return tuple("100" if option.correct else "0" for option in choices.options)
    parts = iter(_parts(right))
    least = min(right, len(choices.options) - right, len(_SHARES))
    return tuple(next(parts) if option.correct else f"-{_SHARES[least - 1]}" for option in choices.options)


def _parts(count: int) -> Iterable[str]:
    """What so many right options are worth, 100 together: of more than ten, some 10 and the others 5."""
    if count <= len(_SHARES):
        return [_SHARES[count - 1]] * count
    tens = max(0, MOST_RIGHT - count)
    return ["10"] * tens + ["5"] * (count - tens)


def is_stern(choices: Choices) -> bool:
    """Whether a wrong tick takes more than a right one gives, since there are fewer to be wrong with."""
    right = sum(option.correct for option in choices.options)
    return choices.multiple and 0 < len(choices.options) - right < right


def order(asked: Choices | Pairs, id: str) -> Sequence[int]:
    """The options or left entries in the order they stand in: unless it is pinned, in one that does not tell.

    Not every site shuffles.
    """
    entries = asked.options if isinstance(asked, Choices) else asked.lefts
    return range(len(entries)) if asked.pinned else stable.scattered([entry.text for entry in entries], id)


_FEWEST = 3
"""How many answers Moodle wants in a matching question before it lets one be edited."""


def alone(pairs: Pairs) -> list[int]:
    """The right entries that stand without a left one: what matches nothing, and where there are too few, one again.

    Moodle shows what is equal there once.
    """
    used = {left.right for left in pairs.lefts}
    extras = [index for index in range(len(pairs.rights)) if index not in used]
    missing = _FEWEST - len(pairs.lefts) - len(extras)
    return extras + [len(pairs.rights) - 1] * missing


def pattern(answer: str) -> str:
    """An accepted answer as Moodle compares it: a bare asterisk would stand for anything."""
    return answer.replace("*", r"\*")


def feedback(question: Question, quiz: Quiz, words: Wording, *, model: bool) -> Iterator[Told]:
    """What all are told who have answered: why entries belong where they do, why the answer is right, the passages.

    With `model` they are shown what an essay is marked by, which else is for graders alone.
    """
    if model and isinstance(question.answer, Essay):
        yield from marking(question.answer, words)
    if isinstance(question.answer, Pairs):
        for left in question.answer.lefts:
            if left.why:
                yield Told(plain(left.text), spans(left.why))
    yield from explanation(question, quiz, words)


def tags(question: Question) -> tuple[str, ...]:
    """What an item can be found by: its kind, difficulty, thinking and tags, each once."""
    return tuple(dict.fromkeys((question.kind, question.difficulty, question.thinking, *question.tags)))
