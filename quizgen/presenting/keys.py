"""What a key says of each answer shape: in a few characters for a grid, and line by line with the reasons.

Of no format: a text is runs of letters, which each key that is printed dresses as its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from typing_extensions import assert_never

from quizgen import wording
from quizgen.markup import Span, spans
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Question, Quiz, Words, letters
from quizgen.model import Sequence as Steps
from quizgen.presenting.explaining import explanation
from quizgen.wording import Wording

Text: TypeAlias = tuple[Span, ...]


def literal(text: str) -> Text:
    """A text without emphasis: each sign in it stands for itself."""
    return (Span(text),) if text else ()


def strong(text: Text) -> Text:
    """The text so that it stands out."""
    return tuple(replace(span, strong=True) for span in text)


def said(text: Text) -> str:
    """The letters alone."""
    return "".join(span.text for span in text)


_ARROW = literal(" → ")
_JOIN = literal("\u00a0")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the key tells: `label` says what it is (empty where the line before did), `name` is an entry's
    letter or number, what is `right` stands out.
    """

    label: str
    text: Text
    name: str = ""
    right: bool = False


def short(answer: Answer, words: Wording) -> Text:
    """The answer in a few characters; letters and numbers are those of the paper."""
    match answer:
        case Choices(options=options):
            named = zip(letters(len(options)), options, strict=True)
            return literal(", ".join(name for name, option in named if option.correct))
        case Words(accepted=accepted):
            return literal(accepted[0])
        case Number():
            return literal(answer.shown)
        case Gaps(blanks=blanks):
            return literal("; ".join(blank.accepted[0] for blank in blanks))
        case Pairs(lefts=lefts, rights=rights):
            names = tuple(letters(len(rights)))
            return literal(", ".join(f"{number}\u00a0{names[left.right]}" for number, left in enumerate(lefts, 1)))
        case Steps(shown=shown):
            places = zip(letters(len(shown)), shown, strict=True)
            return literal(", ".join(f"{name}\u00a0{index + 1}" for name, index in places))
        case Essay(rubric=rubric):
            return literal(wording.points(sum(criterion.points for criterion in rubric), words))
        case _:
            assert_never(answer)


def shorter(answer: Answer, words: Wording) -> tuple[Text, ...]:
    """The answer in a few characters, then where it can be, in fewer: letters alone, in the order of the entries."""
    match answer:
        case Choices(options=options, multiple=True):
            names = [name for name, option in zip(letters(len(options)), options, strict=True) if option.correct]
        case Pairs(lefts=lefts, rights=rights):
            lettered = tuple(letters(len(rights)))
            names = [lettered[left.right] for left in lefts]
        case Steps(shown=shown):
            names = [f"{index + 1}" for index in shown]
        case _:
            names = []
    apart = (literal(" ".join(names)),) if len(names) > 1 else ()
    together = (literal("".join(names)),) if apart and all(len(name) == 1 for name in names) else ()
    return (short(answer, words), *apart, *together)


def lines(answer: Answer, words: Wording) -> Iterator[Line]:
    """The answer in full, with why each option or entry is right or wrong where the bank says so."""
    match answer:
        case Choices(multiple=multiple):
            yield from _labelled(words.answers if multiple else words.answer, _options(answer))
        case Words(accepted=accepted):
            yield Line(words.answer, strong(literal(accepted[0])) + _also(accepted, words))
        case Number(tolerance=tolerance):
            within = literal(wording.within(tolerance, words))
            yield Line(words.answer, strong(literal(answer.shown)) + within)
        case Gaps(blanks=blanks):
            yield from _labelled(words.answers if len(blanks) > 1 else words.answer, _blanks(answer, words))
        case Pairs():
            yield from _labelled(words.answers, _pairs(answer, words))
        case Steps():
            yield from _labelled(words.right_order, _steps(answer))
        case Essay():
            yield Line(words.model_answer, spans(answer.model_answer))
            yield from _labelled(words.rubric, _rubric(answer, words))
        case _:
            assert_never(answer)


def scoring(question: Question, words: Wording) -> Iterator[Line]:
    """How an answer is scored that can be right in part; nothing where there is but right and wrong."""
    parts = _parts(question.answer)
    if parts < 2 and not (isinstance(question.answer, Choices) and question.answer.multiple):
        return
    if question.scoring == "all":
        told = words.score_all
    else:
        told = words.score_options if isinstance(question.answer, Choices) else words.score_each
    share = wording.points(round(question.points / parts, 2), words)
    yield Line(words.scoring, literal(told.format(points=share)))


def reasons(question: Question, quiz: Quiz, words: Wording) -> Iterator[Line]:
    """Why the answer is right, then the passages that it rests on."""
    return (Line(told.label, told.runs) for told in explanation(question, quiz, words))


def _parts(answer: Answer) -> int:
    """As many things as are right or wrong one by one."""
    match answer:
        case Choices(options=options):
            return sum(option.correct for option in options)
        case Gaps(blanks=blanks):
            return len(blanks)
        case Pairs(lefts=lefts):
            return len(lefts)
        case Steps(steps=steps):
            return len(steps)
        case Words() | Number() | Essay():
            return 1
        case _:
            assert_never(answer)


def _labelled(label: str, entries: Iterator[Line]) -> Iterator[Line]:
    """The entries, the first of them under the label."""
    for index, entry in enumerate(entries):
        yield replace(entry, label="" if index else label)


def _options(choices: Choices) -> Iterator[Line]:
    for name, option in zip(letters(len(choices.options)), choices.options, strict=True):
        text = spans(option.text)
        text = strong(text) if option.correct else text
        yield Line("", text + _why(option.why), name, option.correct)


def _blanks(gaps: Gaps, words: Wording) -> Iterator[Line]:
    several = len(gaps.blanks) > 1
    for number, blank in enumerate(gaps.blanks, 1):
        text = strong(literal(blank.accepted[0])) + _also(blank.accepted, words)
        yield Line("", text, f"({number})" if several else "")


def _pairs(pairs: Pairs, words: Wording) -> Iterator[Line]:
    names = tuple(letters(len(pairs.rights)))
    for number, left in enumerate(pairs.lefts, 1):
        partner = strong(literal(names[left.right])) + _JOIN + spans(pairs.rights[left.right])
        yield Line("", spans(left.text) + _ARROW + partner + _why(left.why), f"{number}.")
    used = {left.right for left in pairs.lefts}
    for index, text in enumerate(pairs.rights):
        if index not in used and not pairs.headings:
            yield Line("", spans(text) + literal(f" – {words.matches_nothing}"), names[index])


def _steps(sequence: Steps) -> Iterator[Line]:
    named = dict(zip(sequence.shown, letters(len(sequence.shown)), strict=True))
    for index, step in enumerate(sequence.steps):
        yield Line("", strong(literal(named[index])) + _JOIN + spans(step.text), f"{index + 1}.")


def _rubric(essay: Essay, words: Wording) -> Iterator[Line]:
    for criterion in essay.rubric:
        worth = wording.points(criterion.points, words).replace(" ", "\u00a0")
        yield Line("", spans(criterion.text) + literal(f" ({worth})"))


def _also(accepted: tuple[str, ...], words: Wording) -> Text:
    """What else is right, after the answer to show."""
    return literal(f" ({words.also_right}: {'; '.join(accepted[1:])})") if accepted[1:] else ()


def _why(why: str | None) -> Text:
    return literal(" – ") + spans(why) if why else ()
