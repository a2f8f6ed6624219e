"""How QTI 2.1 declares responses and scores them: the expressions of the standard that items are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from quizgen.presenting.elements import element

RESPONSE, SCORE, FEEDBACK, MOST = "RESPONSE", "SCORE", "FEEDBACK", "MAXSCORE"
GENERAL = "general"
"""The feedback for all who have answered."""


def declared(
    right: Sequence[str], kind: str, cardinality: str = "single", mapping: Element | None = None, name: str = RESPONSE
) -> Element:
    """A response with what is right; `kind` is its base type."""
    correct = element("correctResponse", None, [element("value", None, value) for value in right])
    attributes = {"identifier": name, "cardinality": cardinality, "baseType": kind}
    return element("responseDeclaration", attributes, *((correct,) if right else ()), *_given(mapping))


def mapped(points: Mapping[str, float], most: float, *, typed: bool = False) -> Element:
    """What each response, or each of several, is worth; together never less than nothing nor more than `most`."""
    case = {"caseSensitive": "false"} if typed else {}
    entries = [
        element("mapEntry", {"mapKey": key, "mappedValue": number(worth), **case}) for key, worth in points.items()
    ]
    return element("mapping", {"lowerBound": "0", "upperBound": number(most), "defaultValue": "0"}, entries)


def number(value: float) -> str:
    """A number of points, so exact that shares add up again."""
    return repr(float(value))


def outcome(name: str, kind: str, cardinality: str = "single", value: str | None = None) -> Element:
    """Something that is found out of the responses, and what it is to begin with."""
    default = None if value is None else element("defaultValue", None, element("value", None, value))
    attributes = {"identifier": name, "cardinality": cardinality, "baseType": kind}
    return element("outcomeDeclaration", attributes, *_given(default))


def _given(part: Element | None) -> tuple[Element, ...]:
    return () if part is None else (part,)


def variable(name: str = RESPONSE) -> Element:
    """What was responded, or found out."""
    return element("variable", {"identifier": name})


def value(said: str, kind: str) -> Element:
    """A value that is known."""
    return element("baseValue", {"baseType": kind}, said)


def right(name: str = RESPONSE) -> Element:
    """Whether the whole response is right."""
    return element("match", None, variable(name), element("correct", {"identifier": name}))


def worth(name: str = RESPONSE) -> Element:
    """What the response is worth by its mapping."""
    return element("mapResponse", {"identifier": name})


def near(tolerance: str) -> Element:
    """Whether a figure is the right one, or not further off than this."""
    exact = {"toleranceMode": "exact"}
    within = {"toleranceMode": "absolute", "tolerance": f"{tolerance} {tolerance}"}
    return element(
        "equal", exact if tolerance == "0" else within, variable(), element("correct", {"identifier": RESPONSE})
    )


def found(name: str, expression: Element) -> Element:
    """An outcome becomes this."""
    return element("setOutcomeValue", {"identifier": name}, expression)


def where(condition: Element, *effects: Element) -> Element:
    """What follows where a condition holds."""
    return element("responseCondition", None, element("responseIf", None, condition, effects))


def all_or_nothing(condition: Element) -> Element:
    """All the points where a condition holds."""
    return where(condition, found(SCORE, variable(MOST)))


def added(condition: Element, points: float) -> Element:
    """More points where a condition holds."""
    return where(condition, found(SCORE, element("sum", None, variable(SCORE), value(number(points), "float"))))


def feedback(*more: Element) -> Element:
    """The feedback for all, and what else is named."""
    return found(FEEDBACK, element("multiple", None, value(GENERAL, "identifier"), more))


def feedback_besides(condition: Element, name: str) -> Element:
    """One more feedback where a condition holds."""
    both = element("multiple", None, variable(FEEDBACK), value(name, "identifier"))
    return where(condition, found(FEEDBACK, both))
