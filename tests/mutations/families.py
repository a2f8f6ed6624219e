"""Corrupted items, made from the repository's banks in named families: what a careless edit or a bad source would do.

Each family is a function from a sound item, as data, to its corrupted versions. They know nothing of how the checks
read figures and names: what they look for are plain patterns of their own.
"""

from __future__ import annotations

import calendar
import copy
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Item: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound item, and the passages of the brief that it rests on, by their ids."""

    item: Item
    passages: dict[str, str]
    rng: random.Random

    @property
    def brief(self) -> str:
        """The passages of the brief, one after another."""
        return "\n".join(self.passages.values())

    @property
    def quotes(self) -> str:
        """The quotes of the item, one after another."""
        return "\n".join(evidence["quote"] for evidence in self.item["evidence"])

    @property
    def near(self) -> str:
        """What words of the answer are held against: the quotes, or for running text the passages they stand in.

        In a statement, a definition or a model answer a name may come from the sentence before the quote.
        """
        if self.item["type"] in ("true-false", "cloze", "term", "essay"):
            return "\n".join(self.passages[evidence["passage"]] for evidence in self.item["evidence"])
        return self.quotes


Family: TypeAlias = Callable[[Sound], Iterator[Item]]

_ANSWERS: dict[str, Callable[[Item], Iterator[Path]]] = {
    "choice": lambda item: iter([("answer",)]),
    "select": lambda item: (("answers", index, "text") for index in range(len(item["answers"]))),
    "true-false": lambda item: iter([("stem",) if item["answer"] == "true" else ("correction",)]),
    "short": lambda item: iter([("answer",)]),
    "term": lambda item: iter([("definition",)]),
    "numeric": lambda item: iter([("answer",)]),
    "cloze": lambda item: iter([("text",)]),
    "match": lambda item: (("pairs", index, "right") for index in range(len(item["pairs"]))),
    "sort": lambda item: (
        ("groups", group, "entries", index, "text")
        for group in range(len(item["groups"]))
        for index in range(len(item["groups"][group]["entries"]))
    ),
    "order": lambda item: (("steps", index) for index in range(len(item["steps"]))),
    "essay": lambda item: iter([("model_answer",)]),
}
"""Where the answer of an item of each type stands: what must be true to its source."""


def value(item: Item, path: Path) -> str:
    """The text at a path of an item."""
    here: Any = item
    for step in path:
        here = here[step]
    return str(here)


def changed(item: Item, path: Path, text: Any) -> Item:
    """The item with another value at a path."""
    new = copy.deepcopy(item)
    here: Any = new
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = text
    return new


def answers(item: Item) -> Iterator[tuple[Path, str]]:
    """Each text of the item's answer with its path."""
    for path in _ANSWERS[item["type"]](item):
        yield path, value(item, path)


# Figures and units

_FIGURE = re.compile(r"(?<![\w.,-])\$?\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]|[.,]\d)")
_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "fifteen", "twenty", "thirty", "fifty", "hundred"),
)
_FIGURE_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_NAMED = re.compile(r"(?:COP|Title|Section|MS|M|COVID|ISO|Article)[\s\u00a0-]$")


def _figures(text: str) -> Iterator[re.Match[str]]:
    for match in _FIGURE.finditer(text):
        if not _NAMED.search(text[: match.start()]) and not _beside(text, match):
            yield match


def _beside(text: str, match: re.Match[str]) -> bool:
    """Whether a place in a cloze is in another accepted answer or in a hint."""
    opened = text.rfind("{{", 0, match.start())
    return opened > text.rfind("}}", 0, match.start()) and re.search(r"\||::", text[opened : match.start()]) is not None


def another_value(sound: Sound) -> Iterator[Item]:
    """A figure of the answer with another value: one more, ten times as much, or its digits turned about."""
    for path, text in answers(sound.item):
        for match in _figures(text):
            for figure in _other_values(match.group()):
                yield changed(sound.item, path, text[: match.start()] + figure + text[match.end() :])
        for match in _FIGURE_WORD.finditer(text):
            if not _is_counted(text, match, sound.near) or _beside(text, match):
                continue  # the author's own count, of reasons or of sides
            word = sound.rng.choice([word for word in _WORDS if word != match.group() and word not in sound.quotes])
            yield changed(sound.item, path, text[: match.start()] + word + text[match.end() :])


def _is_counted(text: str, number: re.Match[str], source: str) -> bool:
    """Whether the source has the number word before the same word; `two years` there says nothing of `two sides`."""
    behind = re.match(r"[ -]\w+", text[number.end() :])
    return number.group() + (behind.group() if behind else "") in source


def _other_values(figure: str) -> Iterator[str]:
    sign, digits = re.fullmatch(r"(\$?)(.*)", figure, re.DOTALL).groups()  # type: ignore[union-attr]  # it always matches
    number = digits.replace(",", "")
    if "." in number:
        whole, _, rest = number.partition(".")
        yield f"{sign}{int(whole) + 1}.{rest}"
        return
    year = re.fullmatch(r"(?:19|20)\d\d", number)
    yield f"{sign}{int(number) + 1:{'' if year else ','}}"
    if year:
        yield number[:2] + number[:1:-1] if number[2] != number[3] else str(int(number) - 10)
    else:
        yield f"{sign}{int(number) * 10:,}"


def another_figure_of_the_brief(sound: Sound) -> Iterator[Item]:
    """A figure of the answer swapped with one that stands elsewhere in the brief."""
    elsewhere = sorted({match.group() for match in _figures(sound.brief)} - {m.group() for m in _figures(sound.near)})
    for path, text in answers(sound.item):
        for match in _figures(text):
            long = len(match.group()) == 4 and "$" not in match.group()
            fitting = [figure for figure in elsewhere if (len(figure) == 4 and figure.isdigit()) == long]
            if fitting:
                figure = sound.rng.choice(fitting)
                if sound.item["type"] == "numeric":
                    figure = figure.removeprefix("$")
                if figure != match.group():
                    yield changed(sound.item, path, text[: match.start()] + figure + text[match.end() :])


def another_accepted_figure(sound: Sound) -> Iterator[Item]:
    """Another form that is accepted for a blank or an answer, with another figure than the answer's."""
    if sound.item["type"] == "cloze":
        text = sound.item["text"]
        for match in _FIGURE.finditer(text):
            before = text[text.rfind("{{", 0, match.start()) : match.start()]
            if _beside(text, match) and "::" not in before:
                figure = next(_other_values(match.group()))
                yield changed(sound.item, ("text",), text[: match.start()] + figure + text[match.end() :])


_UNITS = {
    "percent": ("million", "percentage points"),
    "%": (" million", ""),
    "million": ("billion", "thousand"),
    "billion": ("million", "trillion"),
    "trillion": ("billion", "million"),
    "$": ("€",),
    "years": ("months", "weeks"),
    "weeks": ("months", "days"),
    "months": ("years",),
    "half": ("a third", "a quarter"),
}


def another_unit(sound: Sound) -> Iterator[Item]:
    """A figure of the answer in another unit, of another magnitude, or in another currency."""
    places = [*answers(sound.item)]
    if sound.item.get("unit"):
        places.append((("unit",), sound.item["unit"]))
    for path, text in places:
        for unit, others in _UNITS.items():
            behind = r"(?<=\d)%" if unit == "%" else r"\$(?=\d)" if unit == "$" else rf"\b{unit}\b"
            if unit in ("years", "weeks", "months"):
                behind = rf"(?<=[\w]) {unit}\b"
                if not re.search(rf"(?:\d|\b(?:{'|'.join(_WORDS)})) {unit}\b", text):
                    continue
            if (match := re.search(behind, text)) and not _beside(text, match):
                for other in others:
                    gap = " " if match.group().startswith(" ") else ""
                    yield changed(sound.item, path, text[: match.start()] + gap + other + text[match.end() :])


# Names

_NAME = re.compile(r"(?<=[a-z,;:“(] )(?:[A-ZÁÉÍÓÚÑ][\w’'-]+)(?: (?:[A-ZÁÉÍÓÚÑ][\w’'-]+))*")
_OUTSIDE = (
    "Patricia Espinosa",
    "Paraguay",
    "Médecins Sans Frontières",
    "Ricardo Lagos",
    "Asunción",
    "UNCTAD",
    "Norway",
)
_MONTHS = tuple(calendar.month_name)


def _names(text: str) -> list[re.Match[str]]:
    found = (match for match in _NAME.finditer(text) if not _beside(text, match))
    return [match for match in found if match.group() not in (*_MONTHS, *_OFFICES)]


_OFFICES = ("Prime Minister", "President", "Secretary", "Managing Director", "Conference", "Initiative", "Congressmen")
"""Words with a capital that name nobody by themselves."""


def another_name_of_the_brief(sound: Sound) -> Iterator[Item]:
    """A name of the answer swapped with one that stands elsewhere in the brief, and in no other form near by."""
    near = sound.near.casefold()
    elsewhere = {name for match in _names(sound.brief) if not _shares(name := match.group(), near)}
    yield from _with_names_from(sorted(name for name in elsewhere if not _is_a_word(name, sound.brief)), sound)


def _is_a_word(name: str, brief: str) -> bool:
    """Whether a name is but a word that the brief has with a small letter too: `Rights`, `Child`."""
    return re.search(rf"\b{re.escape(name.lower())}\b", brief) is not None


def another_name_of_the_passage(sound: Sound) -> Iterator[Item]:
    """A name of running text swapped with one of the same passage, which stands in no quote."""
    if sound.near != sound.quotes:
        quotes = sound.quotes.casefold()
        near = sorted({name for match in _names(sound.near) if not _shares(name := match.group(), quotes)})
        yield from _with_names_from(near, sound)


def _shares(name: str, text: str) -> bool:
    """Whether a text has one of a name's words, or the beginning of one: `Colombian` in `Colombia`."""
    words = re.findall(r"\w{4,}|[A-Z]{2,}", name)
    return not words or any(word.casefold()[:6] in text for word in words)


def _with_names_from(names: Sequence[str], sound: Sound) -> Iterator[Item]:
    for path, text in answers(sound.item):
        for match in _names(text):
            others = [name for name in names if not _shares(name, match.group().casefold())]
            if others and not _only_context(sound.item, match.group()):
                name = sound.rng.choice(others)
                yield changed(sound.item, path, text[: match.start()] + name + text[match.end() :])


def _only_context(item: Item, name: str) -> bool:
    """Whether the name is given by the stem, so that it is no part of what is answered."""
    return item["type"] != "true-false" and name in item.get("stem", "")


def a_name_from_outside(sound: Sound) -> Iterator[Item]:
    """A name of the answer replaced by one that the brief never mentions; or the whole answer, where it is a name."""
    for path, text in answers(sound.item):
        for match in _names(text):
            name = sound.rng.choice(_OUTSIDE)
            yield changed(sound.item, path, text[: match.start()] + name + text[match.end() :])
        if sound.item["type"] == "short" and text[:1].isupper():
            yield changed(sound.item, path, sound.rng.choice(_OUTSIDE))


def a_misspelt_name(sound: Sound) -> Iterator[Item]:
    """A name of the answer with two of its letters changed about."""
    for path, text in answers(sound.item):
        for match in _names(text):
            name = match.group()
            places = [i for i in range(1, len(name) - 1) if name[i : i + 2].isalpha() and name[i] != name[i + 1]]
            places = [i for i in places if name[i].islower() and name[i + 1].islower()]
            if len(name) >= 5 and places:
                i = sound.rng.choice(places)
                wrong = name[:i] + name[i + 1] + name[i] + name[i + 2 :]
                yield changed(sound.item, path, text[: match.start()] + wrong + text[match.end() :])


# Quotes and passages


def a_changed_quote(sound: Sound) -> Iterator[Item]:
    """A quote with a word swapped for another of the brief, a word dropped, a word added, or two words turned round."""
    vocabulary = sorted(set(re.findall(r"[a-z]{4,}", sound.brief)))
    for index, evidence in enumerate(sound.item["evidence"]):
        words = evidence["quote"].split()
        place = sound.rng.randrange(1, len(words) - 1) if len(words) > 2 else 0
        other = sound.rng.choice([word for word in vocabulary if word not in words])
        turned = [*words[:place], *reversed(words[place : place + 2]), *words[place + 2 :]]
        versions = [
            [*words[:place], other, *words[place + 1 :]],
            [*words[:place], *words[place + 1 :]],
            [*words[:place], other, *words[place:]],
            turned,
        ]
        for version in versions:
            if version != words:
                yield changed(sound.item, ("evidence", index, "quote"), " ".join(version))


def another_passage(sound: Sound) -> Iterator[Item]:
    """Evidence that names another passage than its quote stands in, or one that the brief does not have."""
    for index, evidence in enumerate(sound.item["evidence"]):
        number = int(evidence["passage"][1:])
        for passage in (f"p{number + 1}", f"p{number - 1 or number + 2}", "p99"):
            yield changed(sound.item, ("evidence", index, "passage"), passage)


# Structure

_NEEDED = ("id", "kind", "type", "rationale", "difficulty", "thinking", "evidence")


def a_missing_field(sound: Sound) -> Iterator[Item]:
    """An item without one of the fields that every item has, or without its stem or answer."""
    for name in (*_NEEDED, *(path[0] for path, _ in [*answers(sound.item)][:1])):
        yield {key: value for key, value in sound.item.items() if key != name}


def a_misspelt_key(sound: Sound) -> Iterator[Item]:
    """An item with a key that does not exist."""
    for name in ("rationale", "difficulty", "evidence"):
        yield {(key + "s" if key == name else key): value for key, value in sound.item.items()}


def a_wrong_label(sound: Sound) -> Iterator[Item]:
    """An item of a kind, difficulty or type that there is not."""
    yield changed(sound.item, ("kind",), "opinion")
    yield changed(sound.item, ("difficulty",), "moderate")
    yield changed(sound.item, ("type",), "multiple-choice")


def a_repeated_option(sound: Sound) -> Iterator[Item]:
    """Two options of an item that are the same but for case and a full stop."""
    item = sound.item
    if item["type"] in ("choice", "select"):
        right = item["answer"] if item["type"] == "choice" else item["answers"][0]["text"]
        yield changed(item, ("distractors", 0, "text"), f"{right.upper()}.")
        if len(item["distractors"]) > 1:
            yield changed(item, ("distractors", 1, "text"), item["distractors"][0]["text"])


def a_missing_correction(sound: Sound) -> Iterator[Item]:
    """A false statement whose correction is gone, or a true one that is now called false."""
    if sound.item["type"] == "true-false":
        new = {key: value for key, value in sound.item.items() if key != "correction"}
        yield {**new, "answer": "false"}


def a_question_with_its_answer(sound: Sound) -> Iterator[Item]:
    """A question, or a definition, into which its own answer has slipped."""
    if sound.item["type"] == "short":
        yield changed(sound.item, ("stem",), f"Speaking of {sound.item['answer']}: {sound.item['stem']}")
    if sound.item["type"] == "term":
        yield changed(sound.item, ("definition",), f"{sound.item['definition']}, or {sound.item['term'].lower()}")


# What words cannot prove


def a_swapped_key(sound: Sound) -> Iterator[Item]:
    """A choice whose key has changed places with a distractor."""
    if sound.item["type"] == "choice":
        for index, distractor in enumerate(sound.item["distractors"]):
            new = changed(sound.item, ("distractors", index, "text"), sound.item["answer"])
            yield changed(new, ("answer",), distractor["text"])


def a_dropped_negation(sound: Sound) -> Iterator[Item]:
    """An answer without its negation."""
    for path, text in answers(sound.item):
        for match in re.finditer(r"\b(?:not|never|no) |n’t\b|\bwithout\b", text):
            dropped = "with" if match.group() == "without" else ""
            yield changed(sound.item, path, text[: match.start()] + dropped + text[match.end() :])


_OPPOSITES = {
    "more": "less", "less": "more", "fewer": "more", "before": "after", "after": "before", "most": "least",
    "increase": "decrease", "rise": "fall", "grew": "shrank", "weak": "strong", "low": "high", "public": "private",
    "without": "with", "limited": "unlimited", "above": "below", "allowed": "forbidden", "rather": "hardly",
}  # fmt: skip


def a_flipped_direction(sound: Sound) -> Iterator[Item]:
    """An answer in which a word is turned into its opposite."""
    for path, text in answers(sound.item):
        for word, opposite in _OPPOSITES.items():
            if match := re.search(rf"\b{word}\b", text):
                yield changed(sound.item, path, text[: match.start()] + opposite + text[match.end() :])


def an_added_negation(sound: Sound) -> Iterator[Item]:
    """An answer that denies what it said."""
    for path, text in answers(sound.item):
        if match := re.search(r"\b(?:is|are|was|were|can|may|has|have|should) ", text):
            yield changed(sound.item, path, f"{text[: match.end()]}not {text[match.end() :]}")
