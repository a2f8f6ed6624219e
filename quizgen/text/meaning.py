"""Where a statement turns its source round: a denial on one side alone, or a word against its opposite.

Words can show that much and no more: neither who does what to whom, nor that one sentence follows from another. What is
found is a reason to read the two side by side. It is found only near words that both share, for a paraphrase may well
deny something else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.text import content, folding, opposites, sentences

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = re.compile(r"[,;:.!?()\[\]—–]")


@dataclass(frozen=True, slots=True)
class Flip:
    """The words of a statement that turn its source round, the words of the source, and where these begin in it.

    `said` is empty where the source denies what the statement says plainly.
    """

    said: str
    source: str
    at: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as folded, its stem, whether it carries content, the clause it stands in, and its span."""

    text: str
    stem: str
    carries: bool
    clause: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text in words; the indexes of its denials, and of these with all that may stand for one; its content."""

    text: str
    words: tuple[_Word, ...]
    denials: tuple[int, ...]
    doubted: tuple[int, ...]
    stems: frozenset[str]

    def near(self, index: int, reach: int) -> frozenset[str]:
        """The stems of so many words of content on either side of a word."""
        before = [word.stem for word in self.words[:index] if word.carries][-reach:]
        behind = [word.stem for word in self.words[index + 1 :] if word.carries][:reach]
        return frozenset((*before, *behind))

    def denied(self, denial: int) -> tuple[int, ...]:
        """The first two words of content that a denial bears on, in its clause."""
        clause = self.words[denial].clause
        behind = range(denial + 1, len(self.words))
        return tuple(n for n in behind if self.words[n].carries and self.words[n].clause == clause)[:2]


# Below this share of a statement's content in the source the two speak of different things. On true sentences (the
# rationales of the repository's banks) false alarms fell from 10 to 5 in 235, on flips made by hand 4 of 64 were lost.
_SAME_MATTER = 0.4


def flips(statement: str, source: str, language: str = "en", *, beside: str = "") -> tuple[Flip, ...]:
    """Where a statement turns its source round; `beside` is text that is read with it, such as a stem."""
    found = _read(source, language)
    table = opposites.of(language)
    doubted_beside = bool(beside and _read(beside, language).doubted)
    all_flips: list[Flip] = []
    for start, end in sentences.sentences(statement):
        said = _read(statement[start:end], language)
        if len(said.stems & found.stems) >= _SAME_MATTER * len(said.stems):
            all_flips.extend(_denials(said, found, doubted_beside))
            all_flips.extend(_opposites(said, found, table))
    return tuple(dict.fromkeys(all_flips))


@functools.lru_cache(maxsize=8192)
def _read(text: str, language: str) -> _Reading:
    words = tuple(_words(text, language))
    table = opposites.of(language)
    negative = [n for n, word in enumerate(words) if word.text in table.denials or word.text.endswith("n't")]
    return _Reading(
        text=text,
        words=words,
        denials=tuple(index for index in negative if not _in_turn(words, index, table.turns)),
        doubted=tuple(sorted({*negative, *(n for n, word in enumerate(words) if word.text in table.stand_ins)})),
        stems=frozenset(word.stem for word in words if word.carries),
    )


def _words(text: str, language: str) -> Iterator[_Word]:
    clause, end = 0, 0
    for match in _WORD.finditer(text):
        clause += _STOP.search(text, end, match.start()) is not None
        end = match.end()
        folded, stem, carries = _word(match.group(), language)
        yield _Word(folded, stem, carries, clause, match.start(), end)


@functools.lru_cache(maxsize=32768)
def _word(word: str, language: str) -> tuple[str, str, bool]:
    folded = folding.letters(word).removesuffix("'s")
    return folded, content.stem(folded, language), bool(content.stems(folded, language))


def _in_turn(words: tuple[_Word, ...], index: int, turns: frozenset[str]) -> bool:
    """Whether a word belongs to a turn in which it does not mean what it means alone, such as `not only`."""
    pairs = zip(words[max(0, index - 1) : index + 1], words[max(0, index - 1) + 1 : index + 2], strict=False)
    return any(f"{first.text} {second.text}" in turns for first, second in pairs)


def _denials(said: _Reading, found: _Reading, doubted_beside: bool) -> Iterator[Flip]:
    """What one side denies and the other says plainly."""
    for denial in said.denials:
        match = next(_plainly(said, denial, found), None)
        if match is not None:
            denied, plain = match
            where = found.words[plain]
            yield Flip(_between(said, denial, denied), found.text[where.start : where.end], where.start)
    if said.doubted or doubted_beside:
        return
    for denial in found.denials:
        match = next((pair for pair in _plainly(found, denial, said) if pair[0] == found.denied(denial)[0]), None)
        if match is not None:
            yield Flip("", _between(found, denial, match[0]), found.words[denial].start)


def _between(reading: _Reading, first: int, last: int) -> str:
    return reading.text[reading.words[first].start : reading.words[last].end]


def _plainly(reading: _Reading, denial: int, other: _Reading) -> Iterator[tuple[int, int]]:
    """What a denial bears on and the other text says without one, by the indexes of the word in each.

    A word that stands twice in a text may be denied once and not the other time, so it shows nothing.
    """
    for denied in reading.denied(denial):
        stem = reading.words[denied].stem
        places = [n for n, word in enumerate(other.words) if word.stem == stem]
        twice = sum(word.stem == stem for word in reading.words) > 1
        if twice or not places or any(_doubted(other, place) for place in places):
            continue
        if reading.near(denied, _CONTEXT) & other.stems:
            yield denied, places[0]


# How many words of content around a shared word are looked at for others that both sides share. Results hardly change
# with it: 2 to 6 for opposites and 6 to 30 for denials gave the same false alarms, and 62 to 66 of 99 flips.
_CONTEXT = 12
_CONTEXT_OF_OPPOSITES = 3

# A denial bears on the rest of its clause and the next few words, and backward on what it follows: “payments were
# refused” (words of content), “they are not”. “Instead of” and “without” do not bear backward.
_FORWARD, _BACKWARD = 3, 4


def _doubted(reading: _Reading, place: int) -> bool:
    """Whether something that may stand for a denial bears on a word."""
    return any(_bears_on(reading, index, place) for index in reading.doubted if index != place)


def _bears_on(reading: _Reading, index: int, place: int) -> bool:
    same_clause = reading.words[index].clause == reading.words[place].clause
    if index < place:
        return same_clause or place - index <= _FORWARD
    if not reading.denied(index):
        return same_clause
    if reading.words[index].carries:
        return index - place <= _BACKWARD
    return index in reading.denials and index - place <= _FORWARD


def _opposites(said: _Reading, found: _Reading, table: opposites.Opposites) -> Iterator[Flip]:
    """Words of the statement whose opposite stands in the source beside the same words."""
    theirs = _on_axes(found, table)
    said_stems = {word.stem for word in said.words}
    found_stems = {found.words[index].stem for index, _ in theirs}
    for index, sides in _on_axes(said, table) if theirs else ():
        if said.words[index].stem in found_stems or _just_behind_denial(said, index):
            continue
        shared = said.near(index, _CONTEXT_OF_OPPOSITES) & found.stems
        beside = [(n, others) for n, others in theirs if found.near(n, _CONTEXT_OF_OPPOSITES) & shared]
        if any(others.get(axis) == side for axis, side in sides.items() for _, others in beside):
            continue  # another word of the same side stands there
        for place, others in beside:
            opposed = any(others.get(axis, side) != side for axis, side in sides.items())
            word = found.words[place]
            if opposed and word.stem not in said_stems and not _just_behind_denial(found, place):
                yield Flip(said.words[index].text, found.text[word.start : word.end], word.start)
                break


def _on_axes(reading: _Reading, table: opposites.Opposites) -> list[tuple[int, dict[int, int]]]:
    """The words that have an opposite, by index, but for those in turns such as `at least`."""
    return [
        (index, sides)
        for index, word in enumerate(reading.words)
        if (sides := table.sides(word.text, word.stem)) and not _in_turn(reading.words, index, table.turns)
    ]


def _just_behind_denial(reading: _Reading, index: int) -> bool:
    return any(index - _FORWARD <= n < index for n in reading.doubted)
