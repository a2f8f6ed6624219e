"""The answers of QTI 1.2 by the shape that an item has: what can be chosen or typed, and which of it is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizgen import wording
from quizgen.importing import answers
from quizgen.importing.answers import Answered, Weighed
from quizgen.importing.blanks import gaps
from quizgen.importing.prose import Texts
from quizgen.importing.qti_conditions import Condition, conditions, material, prose
from quizgen.importing.told import Explained
from quizgen.importing.values import UnreadableError, sequence
from quizgen.importing.xml import Node
from quizgen.markup import plain

_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy")


@dataclass(frozen=True, slots=True)
class Posed:
    """An item as its shape reads it, with the reasons for answers by response and value."""

    item: Node
    presentation: Node
    texts: Texts
    reasons: dict[tuple[str, str], str]
    explained: Explained
    task: str

    @property
    def responses(self) -> list[Node]:
        """What can be answered, in order."""
        return list(self.presentation.within(*_RESPONSES))

    def shape(self) -> str:
        """The shape that the structure of an item tells."""
        found = self.responses
        if not found:
            raise UnreadableError("a text without an answer, and no question")
        first = found[0]
        if any(each.tag in ("response_grp", "response_xy") for each in found):
            raise UnreadableError("a question about places or pairs in a picture, which no item can be")
        if first.tag == "response_lid":
            return self._of_choice(found)
        if not any(condition.worth > 0 for condition in conditions(self.item)):
            return "essay"
        kinds = {node.get("fibtype").lower() for node in self.presentation.within("render_fib")}
        return "number" if first.tag == "response_num" or kinds & {"decimal", "integer"} else "words"

    def _of_choice(self, found: list[Node]) -> str:
        if len(found) > 1:
            return "pairs"
        if found[0].get("rcardinality") == "Ordered":
            return "order"
        if found[0].get("rcardinality") == "Multiple":
            return "select"
        said = [plain(text).casefold() for _, text in _labels(found[0], Texts())]
        return "statement" if _truths(said) else "choice"


def _labels(response: Node, texts: Texts) -> Iterator[tuple[str, str]]:
    """What can be chosen: its name and its text."""
    for label in response.within("response_label"):
        yield label.get("ident"), prose(label, texts)


def _truths(said: list[str]) -> dict[str, bool] | None:
    """Which of two options says true and which false, in a language that is known; None where they say neither."""
    for words in wording.ALL:
        truths = {words.true.casefold(): True, words.false.casefold(): False}
        if sorted(said) == sorted(truths):
            return truths
    return None


def _scores(posed: Posed) -> dict[str, float]:
    """What each choice is worth by itself, in the unit that the item counts in."""
    scores: dict[str, float] = {}
    for condition in conditions(posed.item):
        if condition.worth and len(condition.holds) == 1:
            scores.setdefault(condition.holds[0][1], condition.worth)
    return scores


def _one(posed: Posed, stem: str) -> Answered:
    response = _only(posed)
    scores = _scores(posed)
    most = max(scores.values(), default=0)
    found = []
    for name, text in _labels(response, posed.texts):
        worth = 100 * scores.get(name, 0) / most if most > 0 else 0
        found.append(Weighed(text, worth, posed.reasons.get((response.get("ident"), name), "")))
    return answers.choices(stem, found, multiple=False)


def _only(posed: Posed) -> Node:
    found = posed.responses
    if len(found) != 1:
        raise UnreadableError(f"{len(found)} places to answer, where there should be one")
    return found[0]


def _statement(posed: Posed, stem: str) -> Answered:
    response = _only(posed)
    said = {name: plain(text) for name, text in _labels(response, posed.texts)}
    truths = _truths([text.casefold() for text in said.values()])
    if truths is None:
        return _one(posed, stem)
    scores = _scores(posed)
    key = max(said, key=lambda name: scores.get(name, 0))
    if scores.get(key, 0) <= 0:
        raise UnreadableError("neither true nor false is right")
    whys = {name == key: posed.reasons.get((response.get("ident"), name), "") for name in said}
    return answers.judged(stem, truths[said[key].casefold()], whys[True], whys[False])


def _several(posed: Posed, stem: str) -> Answered:
    """All right ones together, the wrong ones denied; or each with its own share."""
    response = _only(posed)
    earning = [condition for condition in conditions(posed.item) if condition.worth > 0]
    right = {value for condition in earning for _, value in condition.holds}
    found = [
        Weighed(text, 100 if name in right else 0, posed.reasons.get((response.get("ident"), name), ""))
        for name, text in _labels(response, posed.texts)
    ]
    return answers.choices(stem, found, multiple=True)


def _words(posed: Posed, stem: str) -> Answered:
    found = []
    most = max((condition.worth for condition in conditions(posed.item)), default=0)
    if len({response.get("ident") for response in posed.responses}) > 1:
        raise UnreadableError("several words to type in one text without names for the blanks")
    for condition in conditions(posed.item):
        for response, value in condition.holds if condition.worth > 0 else ():
            why = posed.reasons.get((response, value), "")
            found.append(Weighed(" ".join(value.split()).replace("*", r"\*"), 100 * condition.worth / most, why))
    return answers.words(stem, found, reverse=posed.task == "give_term")


def _number(posed: Posed, stem: str) -> Answered:
    found: list[answers.Figure] = []
    most = max((condition.worth for condition in conditions(posed.item)), default=0)
    for condition in conditions(posed.item):
        if condition.worth > 0:
            found.extend(_figures(condition, 100 * condition.worth / most))
    return answers.number(stem, found)


def _figures(condition: Condition, worth: float) -> Iterator[answers.Figure]:
    """The figure of a condition: exact, from one to another, or both."""
    variables = condition.node.first("conditionvar")
    assert variables is not None, "a condition has its variables"
    low = [answers.decimal(node.text()) for node in variables.within("vargte", "vargt")]
    high = [answers.decimal(node.text()) for node in variables.within("varlte", "varlt")]
    exact = [answers.decimal(value) for _, value in condition.holds]
    if low and high and exact:
        tolerance: Decimal = max(abs(exact[0] - low[0]), abs(high[0] - exact[0]))
        yield answers.Figure(exact[0], tolerance, worth)
    elif low and high:
        yield answers.within(low[0], high[0], worth)
    elif exact:
        yield from (answers.Figure(value, Decimal(0), worth) for value in exact)
    else:
        raise UnreadableError("a figure without an upper or a lower end")


def _gaps(posed: Posed, stem: str) -> Answered:
    """A text with names in brackets for its blanks; wrong entries of a list are noted."""
    right = _right_by_response(posed)
    blanks: dict[str, tuple[str, ...]] = {}
    notes: list[str] = []
    for response in posed.responses:
        ident = response.get("ident")
        said = {name: posed.texts.plain(*_first(label)) for name, label in _by_name(response)}
        known = [said.get(name, name) for name in right.get(ident, ())]
        others = [text for text in said.values() if text not in known]
        if not known:
            raise UnreadableError("a blank without a right answer")
        # in Canvas whatever a typed blank lists is right, though one alone is named; of a list to choose from it is not
        dropdown = any("dropdown" in entry for entry in _types(posed.item))
        accepted = known if dropdown else [*known, *others]
        notes += [f"a blank: the answer “{text}” was wrong" for text in others if dropdown]
        blanks[ident.removeprefix("response_")] = tuple(accepted)
    names = "|".join(map(re.escape, blanks))
    signs = re.compile(rf"\[({names})\]")
    order = signs.findall(_unmarked(stem))
    if sorted(order) != sorted(blanks):
        raise UnreadableError("the blanks in the text are not those that have answers")
    text = re.compile(rf"(\[(?:{names})\])")
    asked = gaps(_unmarked(stem), [blanks[name] for name in order], text)
    return Answered("", asked, notes=tuple(notes))


def _unmarked(stem: str) -> str:
    """A stem whose names of blanks are as they were, without a backslash that keeps them from being emphasis."""
    return re.sub(r"\[[^\[\]\n]{1,80}\]", lambda name: name[0].replace("\\", ""), stem)


def _types(item: Node) -> Iterator[str]:
    return (field.text("fieldentry") for field in item.within("qtimetadatafield"))


def _by_name(response: Node) -> Iterator[tuple[str, Node]]:
    return ((label.get("ident"), label) for label in response.within("response_label"))


def _first(label: Node) -> tuple[str, str]:
    return next(material(label), ("", "plain"))


def _right_by_response(posed: Posed) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for condition in conditions(posed.item):
        for response, value in condition.holds if condition.worth > 0 else ():
            found.setdefault(response, []).append(value)
    return found


def _pairs(posed: Posed, stem: str) -> Answered:
    """Each place to answer is an entry, with all partners to choose from."""
    right = _right_by_response(posed)
    matched, partners = [], dict[str, str]()
    for response in posed.responses:
        ident = response.get("ident")
        said = dict(_labels(response, posed.texts))
        partners |= said
        name = next(iter(right.get(ident, ())), None)
        if name not in said:
            raise UnreadableError("an entry that has no partner")
        matched.append((prose(response, posed.texts), said[name], posed.reasons.get((ident, ""), "")))
    used = {partner for _, partner, _ in matched}
    return answers.pairs(stem, matched, [text for text in partners.values() if text not in used], posed.task)


def _steps(posed: Posed, stem: str) -> Answered:
    """Steps in the order in which the condition that earns most names them."""
    said = dict(_labels(_only(posed), posed.texts))
    best = max(conditions(posed.item), key=lambda condition: (condition.worth, len(condition.holds)), default=None)
    order = [value for _, value in best.holds] if best is not None else []
    if sorted(order) != sorted(said):
        raise UnreadableError("an order that does not name each step once")
    return Answered(stem, sequence([said[name] for name in order]))


SHAPES: dict[str, Callable[[Posed, str], Answered]] = {
    "choice": _one,
    "statement": _statement,
    "select": _several,
    "words": _words,
    "number": _number,
    "gaps": _gaps,
    "pairs": _pairs,
    "order": _steps,
}
"""How each shape is read."""
