"""Proper names, acronyms and identifiers of a text: `Mia Mottley`, `Tren de Aragua`, `SIDS`, `MS-13`.

A name is a run of words with capitals. It ends at `of`, `for`, `and`: `Bank of Jamaica` is two names that stand
together, so that a text may also say `Jamaica’s bank`. Where a capital proves nothing (the first word of a sentence, a
title in capitals) an ordinary word is no name, unless the brief knows it as one.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.text import content, folding
from quizgen.text.identifiers import identifiers
from quizgen.text.no_names import NO_NAMES, is_numeral, is_title, is_unit_or_language, may_name
from quizgen.text.ordinary import is_ordinary


@dataclass(frozen=True, slots=True)
class Name:
    """A name, where it stands in its text, and its words folded, without titles and particles."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]


class _Word(NamedTuple):
    """A word with a capital; `proven` where it would have none if it were no name."""

    folded: str
    start: int
    end: int
    proven: bool


class _Capitals(NamedTuple):
    """The identifiers of a text, and the words with capitals that stand together in it."""

    identifiers: tuple[Name, ...]
    runs: tuple[list[_Word], ...]


_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x370, 0x530)) if chr(code).isupper())
DOTTED = rf"[{_UPPER}]\.(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![^\W_]))?"
"""A pattern for acronyms with full stops: `U.S.`, `U.S.A`."""

# It begins with the capital, so that the search leaps from one to the next; what stands before is looked at behind it.
_CAPITALISED = rf"[{_UPPER}](?<![^\W_].)(?:\.(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![^\W_]))?|[^\W_]*(?:['’][^\W_]+)*)"
_PARTICLES = "al|bin|da|das|de las?|de los|de|del|den|der|di|do|dos|du|el|ibn|las?|los|van der|van|von|&"
_GAP = rf"(?:(?<=\b[{_UPPER}])\.\s|\s|[-‐‑])"
_RUNS = {
    "en": re.compile(rf"{_CAPITALISED}(?:{_GAP}(?:(?:{_PARTICLES}){_GAP})?{_CAPITALISED})*"),
    # `de` is `of` in Spanish: what it joins are names of their own
    "es": re.compile(rf"{_CAPITALISED}(?:{_GAP}{_CAPITALISED})*"),
}
_ARTICLE = r"(?:El|Las?|Los)\s"
_TOKEN = re.compile(rf"(?:{_ARTICLE})?{_CAPITALISED}")
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_LEADING_ARTICLE = re.compile(rf"^{_ARTICLE}(?=\S)")
_OPENING = "\"'“‘«([¿¡*_"
_CLOSING = "\"'”’»)]*_"
_SPACE = " \t\u00a0"
_ENDING = ".!?:…\n•"

_WARS = {"worldwari": "worldwar1", "worldwarone": "worldwar1", "worldwarii": "worldwar2", "worldwartwo": "worldwar2"}
_SMALL_WORD = re.compile(r"(?<!\S)[a-z]\S{3}")
_COMPOUND = re.compile(r"[-‐‑][a-z]")


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as names are compared: no possessive, no accents, small but for acronyms, these in the singular."""
    bare = _LEADING_ARTICLE.sub("", word[:-2] if word[-2:] in _POSSESSIVES else word).replace(".", "")
    acronym = bare[:-1] if bare[-1:] == "s" else bare
    if 2 <= len(acronym) <= 5 and acronym.isupper():
        return acronym
    return folding.letters(bare)


def compact(identifier: str) -> str:
    """An identifier as it is compared: `H2-B`, `H-2B` and `H2B` are the same, and so are `World War II` and `Two`."""
    letters = "".join(character for character in folding.letters(identifier) if character.isalnum())
    return _WARS.get(letters, letters)


@functools.lru_cache(maxsize=32768)
def names(
    text: str, language: str = "en", known: frozenset[str] = frozenset(), common: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """The names of a text, in reading order.

    `known` are names of the brief, in one word or two; `common` the words that it has with a small letter. They decide
    where a capital alone does not.
    """

    def ordinary(word: str) -> bool:
        return word in common or (word not in known and (language != "en" or is_ordinary(word)))

    capitals = _capitals(text, language)
    found = list(capitals.identifiers)
    for run in capitals.runs:
        for words in _named(run, known, ordinary) if len(run) > 1 else _named_alone(run, ordinary):
            start, end = words[0].start, words[-1].end
            if not (is_unit_or_language(text, start, end) or _is_half(words[-1], text, known)):
                found.append(Name(text[start:end], start, end, tuple([word.folded for word in words])))
    if capitals.identifiers:
        found = sorted((name for name in found if not name.text.islower()), key=lambda name: name.start)
    return tuple(found)


@functools.lru_cache(maxsize=512)  # a brief's are looked at twice: to learn what it knows, and with what it knows
def _capitals(text: str, language: str) -> _Capitals:
    """What of a text has capitals, whoever reads it."""
    spans = identifiers(text)
    in_title = _in_title(text)
    runs: list[list[_Word]] = []
    for match in _RUNS[language].finditer(text):
        word = match.group()
        proven = not in_title and not _begins(text, match.start())
        if word.isalpha() and not spans:
            runs.append([_Word(fold(word), match.start(), match.end(), proven)])
        else:
            runs.extend(_runs(match, spans, proven=proven, in_title=in_title))
    identified = [Name(text[start:end], start, end, (compact(text[start:end]),)) for start, end in spans]
    return _Capitals(tuple(identified), tuple(runs))


def titled(text: str, language: str = "en") -> tuple[Name, ...]:
    """The runs of two words and more in a text that has capitals throughout, whether they are names or not."""
    found = []
    for run in _capitals(text, language).runs if _in_title(text) else ():
        words = [word for word in run if word.folded not in NO_NAMES]
        if len(words) > 1:
            start, end = words[0].start, words[-1].end
            found.append(Name(text[start:end], start, end, tuple([word.folded for word in words])))
    return tuple(found)


def _runs(
    match: re.Match[str], spans: Sequence[tuple[int, int]], *, proven: bool, in_title: bool
) -> Iterator[list[_Word]]:
    """Words with capitals that stand together; a possessive ends a run, acronyms and identifiers stand alone."""
    run: list[_Word] = []
    shouted = match.group().isupper() and " " in match.group()  # several words in capitals are no acronyms
    proven = proven and not shouted
    for token in _TOKEN.finditer(match.string, match.start(), match.end()):
        start, end = token.span()
        word = token.group()
        if word[-2:] in _POSSESSIVES:
            word = word[:-2]
        folded = fold(word.lower() if shouted else word)
        identified = bool(spans) and any(first <= start < last for first, last in spans)
        if run and (identified or folded.isupper()):
            yield run
            run = []
        if not identified:
            run.append(_Word(folded, start, start + len(word), proven))
        if run and (folded.isupper() or start + len(word) < end):
            yield run
            run = []
        proven = not in_title and not shouted
    if run:
        yield run


def _is_half(word: _Word, text: str, known: frozenset[str]) -> bool:
    """Whether a word has its capital only as the first of a sentence, and ends in a hyphen: `Agro-export`."""
    return not word.proven and word.folded not in known and _COMPOUND.match(text, word.end) is not None


def _begins(text: str, place: int) -> bool:
    """Whether a capital at this place shows only that a sentence, or what stands in quotation marks, begins."""
    before = text[:place].rstrip(_SPACE + _OPENING).rstrip(_CLOSING)
    return not before or before[-1] in _ENDING or text[place - 1] in _OPENING


def _in_title(text: str) -> bool:
    """Whether all words of the text but acronyms and short ones have capitals, so that these prove nothing."""
    if _SMALL_WORD.search(text):
        return False
    if text.isupper():
        return " " in text
    capitalised = 0
    for word in text.split():
        if len(word) > 3 and word[0].isalpha():
            if not word[0].isupper():
                return False
            capitalised += word[1].islower()
    return capitalised > 1 and text[0].isupper()


def _named(run: list[_Word], known: frozenset[str], ordinary: Callable[[str], bool]) -> Iterator[list[_Word]]:
    """What of a run is a name: no ordinary words that only begin a sentence, no titles, days or months."""
    named: list[_Word] = []
    for index, word in enumerate(run):
        if word.proven or not ordinary(word.folded) or _continues(run, index, known, ordinary):
            named.append(word)
        else:
            yield from _untitled(named, ordinary)
            named = []
    yield from _untitled(named, ordinary)


def _named_alone(run: list[_Word], ordinary: Callable[[str], bool]) -> tuple[list[_Word], ...]:
    """A run of one word, where it is a name; most often by far it is but the first word of a sentence."""
    word = run[0]
    named = (word.proven or not ordinary(word.folded)) and may_name(word.folded)
    return (run,) if named else ()


def _continues(run: list[_Word], index: int, known: frozenset[str], ordinary: Callable[[str], bool]) -> bool:
    """Whether an ordinary word with an unproven capital is of the name beside it: `South America`, `World Bank`."""
    before = f"{run[index - 1].folded} {run[index].folded}" if index else ""
    if before in known or _completes(run, index, known):
        return True
    if index + 1 == len(run):
        return False
    following = run[index + 1]
    if run[index].folded in _PARTS and following.folded.startswith(_CONTINENTS):
        return True
    if f"{run[index].folded} {following.folded}" in known:
        return True
    if index + 2 < len(run) and f"{following.folded} {run[index + 2].folded}" in known:
        return False  # what follows is a name without it: `Several Central American countries`
    return following.proven and ordinary(following.folded) and not content.is_function_word(run[index].folded)


_PARTS = frozenset(("central", "east", "latin", "north", "south", "west"))
_CONTINENTS = ("africa", "america", "asia", "europe")


def _completes(run: list[_Word], index: int, known: frozenset[str]) -> bool:
    """Whether a word stands where a known name goes on: `Special Drawing Funds` where the brief has its Rights."""
    words = [word.folded for word in run]
    if index >= 2 and f"{words[index - 2]} {words[index - 1]}" in known:
        return any(pair.startswith(f"{words[index - 1]} ") for pair in known)
    if index + 2 < len(words) and f"{words[index + 1]} {words[index + 2]}" in known:
        return any(pair.endswith(f" {words[index + 1]}") for pair in known)
    return False


def _untitled(named: list[_Word], ordinary: Callable[[str], bool]) -> Iterator[list[_Word]]:
    """The names before and behind a title: of `French President Macron` both `French` and `Macron`."""
    words = [word for word in named if len(word.folded) > 1 and word.folded not in NO_NAMES]
    behind = _behind_titles([word.folded for word in words], ordinary)
    if behind:
        before = list(itertools.takewhile(lambda word: not ordinary(word.folded), words[: behind - 1]))
        if before:
            yield before
    rest = words[behind:]
    if rest and not (len(rest) == 1 and is_numeral(rest[0].folded)):
        yield rest


def _behind_titles(words: Sequence[str], ordinary: Callable[[str], bool]) -> int:
    """Where the name behind a title begins; 0 where there is no title, or where it is part of the name."""
    titled = [is_title(word) for word in words]
    if not any(titled):
        return 0
    if all(titled):
        return len(words)
    behind = [index for index in range(1, len(words)) if titled[index - 1] and not ordinary(words[index])]
    return behind[-1] if behind else 0
