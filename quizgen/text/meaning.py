"""Where a statement turns its source round: a denial on one side alone, or a word against its opposite.

Words can show that much and no more: neither who does what to whom, nor that one sentence follows from another. What is
found is a reason to read the two side by side. It is found only near words that both share, for a paraphrase may well
deny something else.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.text import content, folding, opposites, sentences
from quizgen.text.runs import Runs

_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
_WORD_OR_END_OF_CLAUSE = re.compile(rf"({_WORD.pattern})|[,;:.!?()\[\]—–]")


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
    """What a word is wherever it stands: folded, its stem, whether it carries content, denies, or has an opposite."""

    text: str
    stem: str
    carries: bool
    denies: bool
    stands_in: bool
    sides: dict[int, int] | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text in words, with the clause of each; the indexes of those that may turn it round; its content.

    `doubted` has the denials and all that may stand for one.
    """

    text: str
    words: tuple[_Word, ...]
    clauses: tuple[int, ...]
    denials: tuple[int, ...]
    doubted: tuple[int, ...]
    opposed: tuple[int, ...]
    stems: frozenset[str]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends."""
        return tuple(found.span() for found in _WORD.finditer(self.text))

    def near(self, index: int, reach: int) -> frozenset[str]:
        """The stems of so many words of content on either side of a word."""
        before = (word.stem for word in reversed(self.words[:index]) if word.carries)
        behind = (word.stem for word in self.words[index + 1 :] if word.carries)
        return frozenset((*itertools.islice(before, reach), *itertools.islice(behind, reach)))

    def denied(self, denial: int) -> tuple[int, ...]:
        """The first two words of content that a denial bears on, in its clause."""
        clause = self.clauses[denial]
        behind = range(denial + 1, len(self.words))
        borne_on = (n for n in behind if self.words[n].carries and self.clauses[n] == clause)
        return tuple(itertools.islice(borne_on, 2))

    def between(self, first: int, last: int) -> str:
        """The text from one word to another."""
        spans = self.spans
        return self.text[spans[first][0] : spans[last][1]]


# Below this share of a statement's content in the source the two speak of different things. On true sentences (the
# rationales of the repository's banks) false alarms fell from 10 to 5 in 235, on flips made by hand 4 of 64 were lost.
_SAME_MATTER = 0.4


def flips(statement: str, source: str, language: str = "en", *, beside: str = "") -> tuple[Flip, ...]:
    """Where a statement turns its source round; `beside` is text that is read with it, such as a stem."""
    poles = _poles(source, language)
    all_flips: list[Flip] = []
    for sentence in _sentences(statement):
        if not _may_turn(_poles(sentence, language), poles):
            continue  # nearly always, and quick
        said, found = _read(sentence, language), _read(source, language)
        if len(said.stems & found.stems) >= _SAME_MATTER * len(said.stems):
            all_flips.extend(_denials(said, found))
            all_flips.extend(_opposites(said, found))
            if found.denials and not said.doubted and not (beside and _read(beside, language).doubted):
                all_flips.extend(_denials_left_out(said, found))
    return tuple(dict.fromkeys(all_flips))


def _sentences(text: str) -> list[str]:
    if ". " not in text:  # nearly always, and much quicker than to look for where sentences end
        return [text]
    return [text[start:end] for start, end in sentences.sentences(text)]


Pole: TypeAlias = tuple[int, int]
"""An axis of opposites and a side of it, where a word stands."""

_DENIAL: Pole = (-1, 0)
"""Where a word stands that denies."""


def _may_turn(poles: frozenset[Pole], others: frozenset[Pole]) -> bool:
    """Whether a text with words at these poles may turn round one with words at the others."""
    if _DENIAL in poles or _DENIAL in others:
        return True
    return any(axis == other and side != opposed for axis, side in poles for other, opposed in others)


@functools.lru_cache(maxsize=8192)
def _poles(text: str, language: str) -> frozenset[Pole]:
    """The poles at which words of a text stand."""
    return frozenset(itertools.chain.from_iterable(_RUNS[language].of(text)))


def _poles_of_run(run: str, language: str) -> tuple[Pole, ...]:
    words = [_word(word, language) for word in _WORD.findall(run)]
    sides = (pole for word in words if word.sides for pole in word.sides.items())
    return (*sides, *(_DENIAL for word in words if word.denies))


_RUNS = {language: Runs(functools.partial(_poles_of_run, language=language)) for language in ("en", "es")}


@functools.lru_cache(maxsize=8192)
def _read(text: str, language: str) -> _Reading:
    words, clauses = [], []
    clause = 0
    for word in _WORD_OR_END_OF_CLAUSE.findall(text):
        if word:
            words.append(_word(word, language))
            clauses.append(clause)
        else:
            clause += 1
    turns = opposites.of(language).turns
    return _Reading(
        text=text,
        words=tuple(words),
        clauses=tuple(clauses),
        denials=tuple(n for n, word in enumerate(words) if word.denies and not _in_turn(words, n, turns)),
        doubted=tuple(n for n, word in enumerate(words) if word.denies or word.stands_in),
        opposed=tuple(n for n, word in enumerate(words) if word.sides and not _in_turn(words, n, turns)),
        stems=frozenset(word.stem for word in words if word.carries),
    )


@functools.lru_cache(maxsize=32768)
def _word(word: str, language: str) -> _Word:
    table = opposites.of(language)
    folded = folding.letters(word).removesuffix("'s")
    stem = content.stem(folded, language)
    return _Word(
        text=folded,
        stem=stem,
        carries=content.content_stem(word, language) != "",
        denies=folded in table.denials or folded.endswith("n't"),
        stands_in=folded in table.stand_ins,
        sides=table.sides(folded, stem),
    )


def _in_turn(words: list[_Word], index: int, turns: frozenset[str]) -> bool:
    """Whether a word belongs to a turn in which it does not mean what it means alone, such as `not only`."""
    around = words[max(0, index - 1) : index + 2]
    return any(f"{first.text} {second.text}" in turns for first, second in itertools.pairwise(around))


def _denials(said: _Reading, found: _Reading) -> Iterator[Flip]:
    """What the statement denies and the source says plainly."""
    for denial in said.denials:
        for denied, plain in _plainly(said, denial, found):
            yield Flip(said.between(denial, denied), found.between(plain, plain), found.spans[plain][0])
            break


def _denials_left_out(said: _Reading, found: _Reading) -> Iterator[Flip]:
    """What the source denies and a statement without any denial says plainly."""
    for denial in found.denials:
        first = found.denied(denial)[:1]
        for denied, _ in _plainly(found, denial, said):
            if denied in first:
                yield Flip("", found.between(denial, denied), found.spans[denial][0])


def _plainly(reading: _Reading, denial: int, other: _Reading) -> Iterator[tuple[int, int]]:
    """What a denial bears on and the other text says without one, by the indexes of the word in each.

    A word that stands twice in a text may be denied once and not the other time, so it shows nothing.
    """
    for denied in reading.denied(denial):
        stem = reading.words[denied].stem
        if stem not in other.stems or sum(word.stem == stem for word in reading.words) > 1:
            continue
        places = [n for n, word in enumerate(other.words) if word.stem == stem]
        doubted = any(_doubted(other, place) for place in places)
        if not doubted and reading.near(denied, _CONTEXT) & other.stems:
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
    same_clause = reading.clauses[index] == reading.clauses[place]
    if index < place:
        return same_clause or place - index <= _FORWARD
    if not reading.denied(index):
        return same_clause
    if reading.words[index].carries:
        return index - place <= _BACKWARD
    return index in reading.denials and index - place <= _FORWARD


def _opposites(said: _Reading, found: _Reading) -> Iterator[Flip]:
    """Words of the statement whose opposite stands in the source beside the same words."""
    said_stems = {said.words[index].stem for index in said.opposed}
    found_stems = {found.words[index].stem for index in found.opposed}
    for index in said.opposed if found.opposed else ():
        word = said.words[index]
        if not any(_stand(word, found.words[n], opposed=True) for n in found.opposed):
            continue  # nearly always, and quick
        if word.stem in found_stems or _just_behind_denial(said, index):
            continue
        shared = said.near(index, _CONTEXT_OF_OPPOSITES) & found.stems
        beside = [n for n in found.opposed if shared & found.near(n, _CONTEXT_OF_OPPOSITES)] if shared else []
        if any(_stand(word, found.words[n], opposed=False) for n in beside):
            continue  # another word of the same side stands there
        for place in beside:
            other = found.words[place]
            plain = other.stem not in said_stems and not _just_behind_denial(found, place)
            if plain and _stand(word, other, opposed=True):
                yield Flip(word.text, found.between(place, place), found.spans[place][0])
                break


def _stand(word: _Word, other: _Word, *, opposed: bool) -> bool:
    """Whether two words stand on one axis, opposed or on the same side."""
    sides, others = word.sides or {}, other.sides or {}
    return any(axis in others and (others[axis] != side) is opposed for axis, side in sides.items())


def _just_behind_denial(reading: _Reading, index: int) -> bool:
    return any(index - _FORWARD <= n < index for n in reading.doubted)
