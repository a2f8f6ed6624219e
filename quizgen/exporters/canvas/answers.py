"""The answer shapes as Canvas asks them: for each, one of its question types, what is shown and how it is marked."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from typing_extensions import assert_never

from quizgen import stable
from quizgen.exporters.canvas import conditions
from quizgen.exporters.canvas.text import html_material, plain_material
from quizgen.markup import plain
from quizgen.model import Blank, Choices, Essay, Gaps, Number, Option, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.elements import element
from quizgen.presenting.fragments import html, literal, paragraph
from quizgen.presenting.neighbours import is_statement, numbered
from quizgen.text.spellings import spellings
from quizgen.wording import EN, decimal

CANVAS_KNOWS = (EN,)
"""The languages in which Canvas takes true and false for what they are."""


@dataclass(frozen=True, slots=True)
class Posed:
    """An item as Canvas asks it.

    `asked` is its text in HTML, `answers` the numbers of what can be chosen or typed, `reasons` the feedback in HTML
    for those who gave an answer, by its number.
    """

    type: str
    asked: str
    answers: Sequence[int]
    responses: Sequence[Element]
    marking: Sequence[Element]
    reasons: Mapping[int, str] = field(default_factory=dict)


def posed(question: Question, course: str) -> Posed:
    """How Canvas asks an item of a course."""
    asked = paragraph(html(question.stem))
    numbers = stable.numbers(course, question.id)
    match question.answer:
        case Choices(multiple=True) as choices:
            return _several(choices, question.id, asked, numbers)
        case Choices() as choices:
            return _one(choices, question.id, asked, numbers)
        case Words(accepted=accepted):
            return _words(accepted, asked, numbers)
        case Number() as number:
            return _number(number, asked, numbers)
        case Gaps() as gaps:
            return _gaps(gaps, numbers)
        case Pairs() as pairs:
            return _pairs(pairs, question.id, asked, numbers)
        case Steps() as steps:
            return _pairs(numbered(steps, question.id), question.id, asked, numbers)
        case Essay():
            return Posed("essay_question", asked, (), [_typed()], [conditions.by_hand()])
        case _:
            assert_never(question.answer)


def _one(choices: Choices, id: str, asked: str, numbers: Iterator[int]) -> Posed:
    shown = _numbered(choices, id, numbers)
    right = next(number for number, option in shown if option.correct)
    type = "true_false_question" if is_statement(choices, CANVAS_KNOWS) else "multiple_choice_question"
    marking = [*_reasons(shown), conditions.right(conditions.equal(right))]
    return Posed(type, asked, _keys(shown), [_list(shown, "Single")], marking, _whys(shown))


def _several(choices: Choices, id: str, asked: str, numbers: Iterator[int]) -> Posed:
    shown = _numbered(choices, id, numbers)
    each = (
        conditions.equal(number) if option.correct else conditions.negated(conditions.equal(number))
        for number, option in shown
    )
    marking = [*_reasons(shown), conditions.right(element("and", None, each))]
    return Posed("multiple_answers_question", asked, _keys(shown), [_list(shown, "Multiple")], marking, _whys(shown))


Shown = Sequence[tuple[int, Option]]


def _numbered(choices: Choices, id: str, numbers: Iterator[int]) -> Shown:
    """The options in the order to show, each with the number that is its own whatever that order."""
    own = list(zip(numbers, choices.options, strict=False))
    if choices.pinned:
        return own
    return [own[index] for index in stable.scattered([option.text for option in choices.options], id)]


def _keys(shown: Shown) -> tuple[int, ...]:
    return tuple(number for number, _ in shown)


def _list(shown: Shown, cardinality: str) -> Element:
    labels = (_label(number, html_material(html(option.text))) for number, option in shown)
    attributes = {"ident": conditions.RESPONSE, "rcardinality": cardinality}
    return element("response_lid", attributes, element("render_choice", None, labels))


def _label(number: int, material: Element) -> Element:
    return element("response_label", {"ident": str(number)}, material)


def _reasons(shown: Shown) -> Iterator[Element]:
    for number, option in shown:
        if option.why:
            yield conditions.shows(conditions.feedback(number), conditions.equal(number))


def _whys(shown: Shown) -> dict[int, str]:
    return {number: paragraph(html(option.why)) for number, option in shown if option.why}


def _words(accepted: Sequence[str], asked: str, numbers: Iterator[int]) -> Posed:
    typed = spellings(accepted)
    right = conditions.right(*map(conditions.equal, typed))
    return Posed("short_answer_question", asked, [*itertools.islice(numbers, len(typed))], [_typed()], [right])


def _typed(kind: str | None = None) -> Element:
    """A field to type in; `kind` is `Decimal` for a figure."""
    label = element("response_label", {"ident": "answer1"} if kind else {"ident": "answer1", "rshuffle": "No"})
    shown = element("render_fib", {"fibtype": kind} if kind else {}, label)
    return element("response_str", {"ident": conditions.RESPONSE, "rcardinality": "Single"}, shown)


def _number(number: Number, asked: str, numbers: Iterator[int]) -> Posed:
    unit = paragraph(f"____ {literal(number.unit)}") if number.unit else ""
    marking = [conditions.right(*_figure(number.value, number.tolerance))]
    return Posed("numerical_question", asked + unit, [next(numbers)], [_typed("Decimal")], marking)


def _figure(value: Decimal, tolerance: Decimal) -> Iterator[Element]:
    """A figure and how far off it may be, or from where to where it is right.

    Of a figure whose bounds end in 5, a power of ten apart, the importer takes the figure's places for what counts.
    """
    low, high = decimal(value - tolerance), decimal(value + tolerance)
    within = conditions.at_least(low), conditions.at_most(high)
    if tolerance and (2 * tolerance).normalize().as_tuple().digits == (1,):
        yield from within
    elif tolerance:
        yield element("or", None, conditions.equal(decimal(value)), element("and", None, within))
    else:
        yield element("or", None, conditions.equal(decimal(value)))


def _gaps(gaps: Gaps, numbers: Iterator[int]) -> Posed:
    """Each blank stands as its name in brackets; text and hints may hold brackets, but none with such a name."""
    name = "blank"
    while any(f"[{name}" in (part if isinstance(part, str) else part.hint or "") for part in gaps.parts):
        name += "-"
    names = [f"{name}{place}" for place in range(1, len(gaps.blanks) + 1)]
    holes = [
        (name, list(zip(numbers, spellings(blank.accepted), strict=False)))
        for name, blank in zip(names, gaps.blanks, strict=True)
    ]
    responses = [
        _dropped(name, plain_material(name), [(number, plain_material(text)) for number, text in typed])
        for name, typed in holes
    ]
    marking = [conditions.share(conditions.equal(typed[0][0], _response(name)), len(holes)) for name, typed in holes]
    answers = [number for _, typed in holes for number, _ in typed]
    return Posed("fill_in_multiple_blanks_question", paragraph(_gapped(gaps, names)), answers, responses, marking)


def _gapped(gaps: Gaps, names: Sequence[str]) -> str:
    left = iter(names)
    pieces = []
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                pieces.append(f"[{next(left)}]" + (f" <em>({literal(hint)})</em>" if hint else ""))
            case _:
                pieces.append(html(part))
    return "".join(pieces)


def _pairs(pairs: Pairs, id: str, asked: str, numbers: Iterator[int]) -> Posed:
    """Each left entry with a list of all the right ones, which Canvas shows as plain text."""
    own = list(zip(numbers, pairs.lefts, strict=False))
    if pairs.headings and not pairs.pinned:
        own = [own[index] for index in stable.scattered([left.text for left in pairs.lefts], id)]
    rights = list(zip(numbers, map(plain, pairs.rights), strict=False))
    order = range(len(rights)) if pairs.headings else stable.scattered(pairs.rights, id)
    responses = [
        _dropped(
            str(number),
            html_material(html(left.text)),
            [(rights[index][0], plain_material(rights[index][1])) for index in order],
        )
        for number, left in own
    ]
    marking: list[Element] = []
    for number, left in own:
        match = functools.partial(conditions.equal, rights[left.right][0], _response(str(number)))
        marking.append(conditions.share(match(), len(own)))
        if left.why:
            marking.append(conditions.shows(conditions.feedback(number), conditions.negated(match())))
    whys = {number: paragraph(html(left.why)) for number, left in own if left.why}
    return Posed("matching_question", asked, [number for number, _ in own], responses, marking, whys)


def _response(name: str) -> str:
    return f"response_{name}"


def _dropped(name: str, asked: Element, entries: Sequence[tuple[int, Element]]) -> Element:
    """Something with a list of entries to choose from beside it."""
    labels = (_label(number, material) for number, material in entries)
    return element("response_lid", {"ident": _response(name)}, asked, element("render_choice", None, labels))
