"""A small delivery engine of QTI 2.1: what an item scores and shows for a response, by the rules of the standard."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quizgen.exporters import qti
from quizgen.model import Question, Quiz
from tests.quizzes import SETTINGS, every_shape


def files(quiz: Quiz) -> dict[str, bytes]:
    (output,) = qti.export([quiz], SETTINGS)
    with zipfile.ZipFile(BytesIO(output.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(data: bytes) -> Element:
    """A document without its namespaces."""
    tree = ElementTree.fromstring(data)
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
    return tree


def one_in(parent: Element, path: str) -> Element:
    """The only element of that path."""
    (found,) = parent.findall(path)
    return found


def items(quiz: Quiz) -> dict[str, Item]:
    """The items of a package by their titles, which are their ids."""
    found = [Item(root(data)) for name, data in files(quiz).items() if name.startswith("items/")]
    return {item.root.attrib["title"]: item for item in found}


def item_of(question: Question, language: str = "en") -> Item:
    return items(every_shape(1, language, (question,)))[question.id]


@dataclass
class Item:
    """An item as its file has it."""

    root: Element

    @property
    def body(self) -> Element:
        return one_in(self.root, "itemBody")

    @property
    def words(self) -> str:
        """All that a student reads before answering."""
        for block in self.body.findall("rubricBlock"):
            self.body.remove(block)
        return "".join(self.body.itertext())

    def declaration(self, name: str = "RESPONSE") -> Element:
        (found,) = (one for one in self.root.findall("responseDeclaration") if one.attrib["identifier"] == name)
        return found

    def right(self, name: str = "RESPONSE") -> list[str]:
        return [value.text or "" for value in self.declaration(name).iterfind("correctResponse/value")]

    def named(self, text: str) -> str:
        """The name of an option or entry by its text."""
        (found,) = (
            node.attrib["identifier"]
            for node in self.body.iter()
            if node.tag in ("simpleChoice", "simpleAssociableChoice") and "".join(node.itertext()) == text
        )
        return found

    def feedback(self, name: str) -> str:
        (found,) = (one for one in self.root.findall("modalFeedback") if one.attrib["identifier"] == name)
        return "".join(found.itertext())

    def answered(self, *response: str, **responses: str) -> tuple[float, list[str]]:
        """The points for a response, and the texts that are shown then."""
        given = {"RESPONSE": list(response), **{name: [text] for name, text in responses.items()}}
        found = _Processing(self, given).run()
        return float(found["SCORE"][0]), [self.feedback(name) for name in found["FEEDBACK"] if self._has_feedback(name)]

    def _has_feedback(self, name: str) -> bool:
        return any(one.attrib["identifier"] == name for one in self.root.findall("modalFeedback"))


class _Processing:
    """The rules of an item at work on a response; every value is a list of what it holds."""

    def __init__(self, item: Item, given: dict[str, list[str]]) -> None:
        self.item, self.values = item, dict(given)
        for outcome in item.root.findall("outcomeDeclaration"):
            defaults = [value.text or "" for value in outcome.iterfind("defaultValue/value")]
            self.values[outcome.attrib["identifier"]] = defaults

    def run(self) -> dict[str, list[str]]:
        for rule in self.item.root.findall("responseProcessing/*"):
            self._rule(rule)
        return self.values

    def _rule(self, rule: Element) -> None:
        if rule.tag == "setOutcomeValue":
            self.values[rule.attrib["identifier"]] = [str(part) for part in self._value(rule[0])]
            return
        assert rule.tag == "responseCondition"
        (branch,) = rule
        if self._value(branch[0]) == [True]:
            for inner in branch[1:]:
                self._rule(inner)

    def _value(self, node: Element) -> list[Any]:
        found: list[Any] = getattr(self, f"_{node.tag}")(node)
        return found

    def _variable(self, node: Element) -> list[Any]:
        return self.values[node.attrib["identifier"]]

    def _correct(self, node: Element) -> list[Any]:
        return list(self.item.right(node.attrib["identifier"]))

    def _baseValue(self, node: Element) -> list[Any]:  # noqa: N802
        return [node.text or ""]

    def _match(self, node: Element) -> list[Any]:
        one, other = map(self._value, node)
        declared = {child.attrib.get("identifier") for child in node}
        ordered = any(
            self.item.declaration(name).attrib["cardinality"] == "ordered" for name in declared if name == "RESPONSE"
        )
        return [one == other if ordered else sorted(one) == sorted(other)]

    def _equal(self, node: Element) -> list[Any]:
        (one,), (other,) = map(self._value, node)
        off = float(node.attrib["tolerance"].split()[0]) if node.attrib["toleranceMode"] == "absolute" else 0
        return [abs(float(one) - float(other)) <= off + 1e-12]

    def _member(self, node: Element) -> list[Any]:
        (one,), many = map(self._value, node)
        return [one in many]

    def _not(self, node: Element) -> list[Any]:
        return [not self._value(node[0])[0]]

    def _and(self, node: Element) -> list[Any]:
        return [all(self._value(part)[0] for part in node)]

    def _gt(self, node: Element) -> list[Any]:
        (one,), (other,) = map(self._value, node)
        return [float(one) > float(other)]

    def _sum(self, node: Element) -> list[Any]:
        return [sum(float(self._value(part)[0]) for part in node)]

    def _multiple(self, node: Element) -> list[Any]:
        return [value for part in node for value in self._value(part)]

    def _index(self, node: Element) -> list[Any]:
        values = self._value(node[0])
        place = int(node.attrib["n"]) - 1
        return values[place : place + 1]

    def _mapResponse(self, node: Element) -> list[Any]:  # noqa: N802
        mapping = one_in(self.item.declaration(node.attrib["identifier"]), "mapping")
        total = 0.0
        for given in self.values.get(node.attrib["identifier"], []):
            for entry in mapping:
                fold = str.casefold if entry.attrib.get("caseSensitive") == "false" else str
                if fold(entry.attrib["mapKey"]) == fold(given):
                    total += float(entry.attrib["mappedValue"])
                    break
        return [min(max(total, float(mapping.attrib["lowerBound"])), float(mapping.attrib["upperBound"]))]
