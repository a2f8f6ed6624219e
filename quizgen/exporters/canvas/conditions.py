"""How Canvas marks an answer: the conditions of QTI 1.2, in the forms that its importer knows."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from quizgen.presenting.elements import element

GENERAL = "general_fb"
"""The feedback for all who have answered. The importer goes by names: no other may hold `correct` or `solution`."""

RESPONSE = "response1"


def feedback(answer: int) -> str:
    """The name of the feedback for those who gave an answer; the importer takes it apart for its number."""
    return f"{answer}_fb"


def equal(value: object, response: str = RESPONSE) -> Element:
    """The response is this."""
    return element("varequal", {"respident": response}, str(value))


def negated(condition: Element) -> Element:
    """A condition does not hold."""
    return element("not", None, condition)


def at_least(value: str) -> Element:
    """The response is a figure from this on."""
    return element("vargte", {"respident": RESPONSE}, value)


def at_most(value: str) -> Element:
    """The response is a figure up to this."""
    return element("varlte", {"respident": RESPONSE}, value)


_ALL = element("setvar", {"action": "Set", "varname": "SCORE"}, "100")


def right(*conditions: Element) -> Element:
    """All the points where these hold."""
    return _condition(conditions, _ALL, goes_on=False)


def share(condition: Element, parts: int) -> Element:
    """A share of the points where this holds, one of so many."""
    score = element("setvar", {"action": "Add", "varname": "SCORE"}, f"{100 / parts:.2f}")
    return _condition([condition], score, goes_on=True)


def shows(name: str, *conditions: Element) -> Element:
    """The feedback of that name where these hold; always, where there is none."""
    display = element("displayfeedback", {"feedbacktype": "Response", "linkrefid": name})
    return _condition(conditions or [element("other")], display, goes_on=True)


def by_hand() -> Element:
    """No points before a person has marked it."""
    return _condition([element("other")], goes_on=False)


def _condition(conditions: Iterable[Element], *effects: Element, goes_on: bool) -> Element:
    """What follows where conditions hold, and whether those behind it are looked at then."""
    attributes = {"continue": "Yes" if goes_on else "No"}
    return element("respcondition", attributes, element("conditionvar", None, conditions), effects)
