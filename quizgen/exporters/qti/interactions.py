"""The answer shapes as QTI 2.1 asks them: for each, what is declared and shown, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from typing_extensions import assert_never

from quizgen import stable
from quizgen.exporters.qti import processing as qti
from quizgen.exporters.qti.text import inline
from quizgen.model import Blank, Choices, Essay, Gaps, Number, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.elements import element
from quizgen.text.spellings import spellings
from quizgen.wording import decimal


@dataclass(frozen=True, slots=True)
class Posed:
    """An item as QTI asks it: declarations, the blocks below the stem, how it is scored.

    `reasons` has what those are told who gave a response, by the name of that feedback; `chosen` says that these are
    the names of what was chosen.
    """

    kind: str
    declarations: Sequence[Element]
    body: Sequence[Element]
    scoring: Sequence[Element]
    reasons: Mapping[str, str] = field(default_factory=dict)
    chosen: bool = False


def posed(question: Question, course: str) -> Posed:
    """How QTI asks an item of a course; names of options tell nothing of their order in the bank."""
    names = (f"c{number}" for number in stable.numbers(course, question.id))
    match question.answer:
        case Choices() as choices:
            return _choices(choices, question, names)
        case Words(accepted=accepted):
            return _words(accepted, question.points)
        case Number() as number:
            return _number(number)
        case Gaps() as gaps:
            return _gaps(gaps, question)
        case Pairs() as pairs:
            return _pairs(pairs, question, names)
        case Steps() as steps:
            return _steps(steps, question, names)
        case Essay(lines=lines):
            shown = element(
                "extendedTextInteraction", {"responseIdentifier": qti.RESPONSE, "expectedLines": str(lines)}
            )
            return Posed("extendedTextInteraction", [qti.declared((), "string")], [shown], [])
        case _:
            assert_never(question.answer)


def _choices(choices: Choices, question: Question, names: Iterator[str]) -> Posed:
    named = dict(zip(names, choices.options, strict=False))
    right = [name for name, option in named.items() if option.correct]
    each = choices.multiple and question.scoring == "each"
    share = question.points / max(1, len(right))
    points = {name: share if option.correct else -share for name, option in named.items()}
    mapping = qti.mapped(points, question.points) if each else None
    cardinality = "multiple" if choices.multiple else "single"
    texts = {name: option.text for name, option in named.items()}
    attributes = {
        "responseIdentifier": qti.RESPONSE,
        "shuffle": _truth(not choices.pinned),
        "maxChoices": "0" if choices.multiple else "1",
    }
    options = (
        element("simpleChoice", {"identifier": name}, *inline(texts[name]))
        for name in _order(texts, question, choices.pinned)
    )
    return Posed(
        "choiceInteraction",
        [qti.declared(right, "identifier", cardinality, mapping)],
        [element("choiceInteraction", attributes, list(options))],
        [_by_mapping() if each else qti.all_or_nothing(qti.right())],
        {name: option.why for name, option in named.items() if option.why},
        chosen=True,
    )


def _truth(holds: bool) -> str:
    return "true" if holds else "false"


def _order(texts: Mapping[str, str], question: Question, pinned: bool) -> list[str]:
    """Names in the order to show where nothing shuffles: not that of the bank, unless it is pinned."""
    names = list(texts)
    return names if pinned else [names[index] for index in stable.scattered(list(texts.values()), question.id)]


def _by_mapping() -> Element:
    return qti.found(qti.SCORE, qti.worth())


def _words(accepted: Sequence[str], points: float) -> Posed:
    typed = spellings(accepted)
    mapping = qti.mapped(dict.fromkeys(typed, points), points, typed=True)
    declared = qti.declared(typed[:1], "string", mapping=mapping)
    return Posed("textEntryInteraction", [declared], [element("p", None, _entry(typed))], [_by_mapping()])


def _entry(typed: Sequence[str], name: str = qti.RESPONSE) -> Element:
    """A place to type in, of a length that tells no more than it must."""
    length = 10 * (1 + max(map(len, typed)) // 10)
    return element("textEntryInteraction", {"responseIdentifier": name, "expectedLength": str(length)})


def _number(number: Number) -> Posed:
    unit = f" {number.unit}" if number.unit else ""
    line = element("p", None, _entry([number.text]), unit)
    scoring = qti.all_or_nothing(qti.near(decimal(number.tolerance)))
    return Posed("textEntryInteraction", [qti.declared([decimal(number.value)], "float")], [line], [scoring])


def _gaps(gaps: Gaps, question: Question) -> Posed:
    """A text with places to type in, each with its hint behind it."""
    each = question.scoring == "each" or len(gaps.blanks) == 1
    share = question.points / len(gaps.blanks)
    typed = {f"{qti.RESPONSE}_{place}": spellings(blank.accepted) for place, blank in enumerate(gaps.blanks, 1)}
    declarations = [
        qti.declared(texts[:1], "string", mapping=qti.mapped(dict.fromkeys(texts, share), share, typed=True), name=name)
        for name, texts in typed.items()
    ]
    if each:
        scoring = qti.found(qti.SCORE, element("sum", None, [qti.worth(name) for name in typed]))
    else:
        filled = [element("gt", None, qti.worth(name), qti.value("0", "float")) for name in typed]
        scoring = qti.all_or_nothing(element("and", None, filled))
    line = element("p", None, *_gapped(gaps, typed))
    return Posed("textEntryInteraction", declarations, [line], [scoring])


def _gapped(gaps: Gaps, typed: Mapping[str, Sequence[str]]) -> Iterator[Element | str]:
    longest = max((texts for texts in typed.values()), key=lambda texts: max(map(len, texts)))
    left = iter(typed)
    for part in gaps.parts:
        match part:
            case Blank(hint=hint):
                yield _entry(longest, next(left))
                if hint:
                    yield from (" ", element("em", None, f"({hint})"))
            case _:
                yield from inline(part)


def _pairs(pairs: Pairs, question: Question, names: Iterator[str]) -> Posed:
    lefts = dict(zip(names, pairs.lefts, strict=False))
    rights = dict(zip(names, pairs.rights, strict=False))
    of = list(rights)
    right = {name: f"{name} {of[left.right]}" for name, left in lefts.items()}
    each = question.scoring == "each"
    share = question.points / max(1, len(lefts))
    mapping = qti.mapped(dict.fromkeys(right.values(), share), question.points) if each else None
    shown = _order({name: left.text for name, left in lefts.items()}, question, pairs.pinned or not pairs.headings)
    against = _order(rights, question, pairs.headings)
    shared = len({left.right for left in pairs.lefts}) < len(pairs.lefts)
    most = 0 if pairs.headings or shared else 1  # the same for all, so that it does not tell which are shared
    sets = (
        element("simpleMatchSet", None, [_entry_of(name, lefts[name].text, 1, pairs.pinned) for name in shown]),
        element(
            "simpleMatchSet",
            None,
            [_entry_of(name, rights[name], most, pairs.headings) for name in against],
        ),
    )
    attributes = {"responseIdentifier": qti.RESPONSE, "shuffle": "true", "maxAssociations": str(len(lefts))}
    reasons = [
        qti.feedback_besides(element("not", None, _among(right[name])), name)
        for name, left in lefts.items()
        if left.why
    ]
    return Posed(
        "matchInteraction",
        [qti.declared(list(right.values()), "directedPair", "multiple", mapping)],
        [element("matchInteraction", attributes, sets)],
        [_by_mapping() if each else qti.all_or_nothing(qti.right()), *reasons],
        {name: left.why for name, left in lefts.items() if left.why},
    )


def _entry_of(name: str, text: str, most: int, fixed: bool) -> Element:
    """An entry of a column, that may be paired so often (0: without end), and may have to stay in its place."""
    attributes = {"identifier": name, "fixed": _truth(fixed), "matchMax": str(most)}
    return element("simpleAssociableChoice", attributes, *inline(text))


def _among(pair: str) -> Element:
    """Whether a pair is among those that were made."""
    return element("member", None, qti.value(pair, "directedPair"), qti.variable())


def _steps(steps: Steps, question: Question, names: Iterator[str]) -> Posed:
    """Steps to be put in order, shown in another; where parts count, each step in its right place does."""
    named = {name: step.text for name, step in zip(names, steps.steps, strict=False)}
    right = list(named)
    shown = stable.out_of_order(stable.scattered(list(named.values()), question.id))
    share = question.points / len(named)
    in_place = (
        qti.added(element("match", None, _at(place), qti.value(name, "identifier")), share)
        for place, name in enumerate(right, 1)
    )
    choices = [element("simpleChoice", {"identifier": right[index]}, *inline(named[right[index]])) for index in shown]
    return Posed(
        "orderInteraction",
        [qti.declared(right, "identifier", "ordered")],
        [element("orderInteraction", {"responseIdentifier": qti.RESPONSE, "shuffle": "true"}, choices)],
        list(in_place) if question.scoring == "each" else [qti.all_or_nothing(qti.right())],
    )


def _at(place: int) -> Element:
    """What stands at a place of the response, from 1."""
    return element("index", {"n": str(place)}, qti.variable())
