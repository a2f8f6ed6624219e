"""How an item of QTI 1.2 is marked: its conditions, what each is worth, and which feedback it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.importing.answers import decimal
from quizgen.importing.prose import Texts
from quizgen.importing.values import UnreadableError
from quizgen.importing.xml import Node


def material(node: Node) -> Iterator[tuple[str, str]]:
    """The texts of what a node shows, and how each is written; responses are looked into by others."""
    for child in node.children:
        if child.tag == "material":
            yield from map(_text, child.all("mattext", "matemtext", "matimage"))
        elif child.tag in ("flow", "flow_mat", "presentation_material", "block"):
            yield from material(child)


def _text(node: Node) -> tuple[str, str]:
    if node.tag == "matimage":
        return f'<img src="{node.get("uri").replace(chr(34), "")}">', "html"
    said = "".join(node.pieces()).strip()
    kind = node.get("texttype").lower()
    return said, "html" if "html" in kind or (not kind and "<" in said and ">" in said) else "plain"


def prose(node: Node | None, texts: Texts) -> str:
    """What a node shows as a prose field."""
    if node is None:
        return ""
    pieces = [texts.prose(text, form) for text, form in material(node)]
    return "\n".join(filter(None, pieces))


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that earns points (`worth`, in whatever unit the item counts): what must be, and what must not."""

    holds: tuple[tuple[str, str], ...]
    not_holds: tuple[tuple[str, str], ...]
    worth: float
    node: Node


def conditions(item: Node) -> Iterator[Condition]:
    """Each condition of an item."""
    for processing in item.all("resprocessing"):
        for condition in processing.all("respcondition"):
            variables = condition.first("conditionvar")
            if variables is not None:
                denied = list(_equal(variables, within_not=True))
                holds = [pair for pair in _equal(variables, within_not=False) if pair not in denied]
                yield Condition(tuple(holds), tuple(denied), _worth(condition), condition)


def _equal(node: Node, *, within_not: bool, denied: bool = False) -> Iterator[tuple[str, str]]:
    """The responses and values that are compared, in a `not` or outside of one."""
    for child in node.children:
        if child.tag in ("varequal", "varsubset", "varsubstring"):
            if denied is within_not:
                yield child.get("respident"), "".join(child.pieces()).strip()
        else:
            yield from _equal(child, within_not=within_not, denied=denied or child.tag == "not")


def _worth(condition: Node) -> float:
    """What a condition adds to the score; nothing where it sets none."""
    total = 0.0
    for setting in condition.all("setvar"):
        said = "".join(setting.pieces()).strip()
        try:
            value = float(decimal(said))
        except UnreadableError:
            value = 1.0 if said.lower() in ("score.max", "maximum") or said.endswith(".max") else 0.0
        total += -value if setting.get("action") == "Subtract" else value
    return total


@dataclass(slots=True)
class Feedback:
    """What is said of an item: to all, to those who gave an answer (by response and value), and the rest as notes."""

    general: list[str] = field(default_factory=list)
    by_answer: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def feedback_of(item: Node, texts: Texts) -> Feedback:
    """The feedback of an item, each where its condition shows it."""
    said = {node.get("ident"): _said(node, texts) for node in item.all("itemfeedback")}
    found, used = Feedback(), set()
    for condition in conditions(item):
        for shown in condition.node.all("displayfeedback"):
            name = shown.get("linkrefid")
            if name not in said or name in used or not said[name]:
                continue
            used.add(name)
            _take(name, said[name], condition, found)
    for name, text in said.items():
        if name not in used and text:
            (found.general if "solution" in name.lower() else found.notes).append(
                text if "solution" in name.lower() else f"feedback in the file: {text}"
            )
    return found


def _take(name: str, text: str, condition: Condition, found: Feedback) -> None:
    """Put a feedback where its condition says: one answer, an entry that was matched wrongly, or everyone."""
    one, other = condition.holds, condition.not_holds
    if len(one) == 1 and not other and not _is_verdict(name):
        found.by_answer[one[0]] = text
    elif len(other) == 1 and not one and not _is_verdict(name):
        found.by_answer[other[0][0], ""] = text
    elif not one and not other and not _is_wrong(name):
        found.general.append(text)
    else:
        label = "to those who are wrong" if _is_wrong(name) or not condition.worth > 0 else "to those who are right"
        found.notes.append(f"{label}: {text}")


def _is_wrong(name: str) -> bool:
    return "incorrect" in name or "wrong" in name or name.endswith("_IC")


def _is_verdict(name: str) -> bool:
    """Whether a feedback is by its name for all who are right, or for all who are wrong."""
    return _is_wrong(name) or name in ("correct_fb", "correct") or name.endswith("_C")


def _said(node: Node, texts: Texts) -> str:
    shown = prose(node, texts)
    inner = [prose(part, texts) for part in node.within("solutionmaterial", "hintmaterial")]
    return "\n".join(filter(None, (shown, *inner)))
