"""The answer shapes as Moodle asks them: for each, one of its question types, with what only that type has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from typing_extensions import assert_never

from quizgen.exporters.moodle.cloze import embedded
from quizgen.exporters.moodle.text import html_field, setting, text, typed
from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Left, Number, Option, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.elements import element
from quizgen.presenting.explaining import marking
from quizgen.presenting.fragments import html, literal, paragraph, told
from quizgen.presenting.neighbours import is_statement
from quizgen.presenting.question_bank import alone, order, pattern, shares
from quizgen.text.spellings import spellings
from quizgen.wording import Wording, decimal


@dataclass(frozen=True, slots=True)
class Posed:
    """An item as Moodle asks it: its type, its text in HTML, and the fields of that type.

    `tries` says that a second try makes sense, and `parts` that it tells how many parts are right.
    """

    type: str
    asked: str
    fields: Sequence[Element]
    tries: bool = True
    parts: bool = False


def posed(question: Question, words: Wording) -> Posed:
    """How Moodle asks an item."""
    asked = paragraph(html(question.stem)) if question.stem else ""
    match question.answer:
        case Choices() as choices if is_statement(choices):
            return _statement(choices, asked)
        case Choices() as choices:
            return _choices(choices, question.id, asked, words)
        case Words(accepted=accepted):
            answers = [typed(pattern(answer)) for answer in spellings(accepted)]
            return Posed("shortanswer", asked, [setting("usecase", 0), *answers])
        case Number() as number:
            return _number(number, asked)
        case Gaps() as gaps:
            return Posed("cloze", paragraph(embedded(gaps, question.points)), [], parts=True)
        case Pairs() as pairs:
            return _pairs(pairs, question.id, asked, words)
        case Steps() as steps:
            return _steps(steps, question.scoring == "all", asked, words)
        case Essay() as essay:
            return _essay(essay, asked, words)
        case _:
            assert_never(question.answer)


def _statement(choices: Choices, asked: str) -> Posed:
    """True and false go by these words alone, whatever the language."""
    answers = [
        element(
            "answer", {"fraction": "100" if option.correct else "0", "format": "plain_text"}, text(name), *_why(option)
        )
        for name, option in zip(("true", "false"), choices.options, strict=True)
    ]
    return Posed("truefalse", asked, answers, tries=False)


def _why(option: Option) -> Iterator[Element]:
    if option.why:
        yield html_field("feedback", html(option.why))


def _choices(choices: Choices, id: str, asked: str, words: Wording) -> Posed:
    worth = shares(choices)
    answers = (
        html_field("answer", html(choices.options[index].text), *_why(choices.options[index]), fraction=worth[index])
        for index in order(choices, id)
    )
    return Posed(
        "multichoice",
        asked,
        [
            setting("single", not choices.multiple),
            setting("shuffleanswers", not choices.pinned),
            setting("answernumbering", "abc"),
            setting("showstandardinstruction", 0),
            *_verdicts(words),
            *answers,
        ],
        parts=choices.multiple,
    )


def _verdicts(words: Wording) -> Iterator[Element]:
    """What is said of an answer as a whole."""
    yield html_field("correctfeedback", f"{words.right}.")
    yield html_field("partiallycorrectfeedback", f"{words.partly_right}.")
    yield html_field("incorrectfeedback", f"{words.wrong}.")
    yield element("shownumcorrect")


LONGEST_UNIT = 50
"""How many characters a unit can have."""


def _number(number: Number, asked: str) -> Posed:
    """A figure; its unit is shown, and may be typed or left out."""
    answer = typed(decimal(number.value), setting("tolerance", decimal(number.tolerance)))
    if not number.unit:
        return Posed("numerical", asked, [answer])
    unit = element("unit", None, setting("multiplier", 1), setting("unit_name", number.unit))
    known = [element("units", None, unit)] if len(number.unit) <= LONGEST_UNIT else []
    shown = paragraph(f"____ {literal(number.unit)}")
    optional = setting("unitgradingtype", 0), setting("showunits", 0 if known else 3), setting("unitsleft", 0)
    return Posed("numerical", asked + shown, [answer, *known, *optional])


def _pairs(pairs: Pairs, id: str, asked: str, words: Wording) -> Posed:
    """Each left entry with its right one, which Moodle shows as text in which HTML's own signs must be escaped."""
    rights = [literal(plain(right)) for right in pairs.rights]
    own = (pairs.lefts[index] for index in order(pairs, id))
    fields = [
        setting("shuffleanswers", not pairs.pinned),
        *_verdicts(words),
        *(_subquestion(left, rights[left.right]) for left in own),
        *(_subquestion(None, rights[index]) for index in alone(pairs)),
    ]
    return Posed("matching", asked, fields, parts=True)


def _subquestion(left: Left | None, right: str) -> Element:
    return html_field("subquestion", html(left.text) if left else "", element("answer", None, text(right)))


def _steps(steps: Steps, all_or_none: bool, asked: str, words: Wording) -> Posed:
    """Steps in their right order: Moodle shuffles them, and each in its place counts where parts do."""
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": len(steps.steps),
        "gradingtype": "ALL_OR_NOTHING" if all_or_none else "ABSOLUTE_POSITION",
        "showgrading": "HIDE",
        "numberingstyle": "none",
    }
    answers = (html_field("answer", html(step.text), fraction=str(place)) for place, step in enumerate(steps.steps, 1))
    fields = [setting(name, value) for name, value in settings.items()]
    return Posed("ordering", asked, [*fields, *_verdicts(words), *answers], parts=True)


def _essay(essay: Essay, asked: str, words: Wording) -> Posed:
    """A text that a person marks; Moodle offers fields of five to forty lines."""
    lines = min(40, 5 * max(1, -(-essay.lines // 5)))
    fields = [
        setting("responseformat", "editor"),
        setting("responserequired", 1),
        setting("responsefieldlines", lines),
        setting("attachments", 0),
        setting("attachmentsrequired", 0),
        html_field("graderinfo", told(marking(essay, words))),
        html_field("responsetemplate", ""),
    ]
    return Posed("essay", asked, fields, tries=False)
