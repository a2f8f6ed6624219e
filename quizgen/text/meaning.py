"""Where a statement turns its source round: a denial on one side alone, or a word against its opposite.

Words can show that much and no more: neither who does what to whom, nor that one sentence follows from another. What is
found is a reason to read the two side by side. It is found only near words that both share, for a paraphrase may well
deny something else.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.text import excuses, sentences
from quizgen.text.denying import WORD, Reading, read, word_of
from quizgen.text.runs import Runs


@dataclass(frozen=True, slots=True)
class Flip:
    """The words of a statement that turn its source round, the words of the source, and where these begin in it.

    `said` is empty where the source denies what the statement says plainly.
    """

    said: str
    source: str
    at: int


# Below this share of a statement's content in the source the two speak of different things. On true sentences (the
# rationales of the repository's banks) false alarms fell from 10 to 5 in 235, on flips made by hand 4 of 64 were lost.
_SAME_MATTER = 0.4


def flips(statement: str, source: str, language: str = "en", *, beside: str = "") -> tuple[Flip, ...]:
    """Where a statement turns its source round; `beside` is text that is read with it, such as a stem."""
    poles = _poles(source, language)
    all_flips: list[Flip] = []
    said_sentences = _sentences(statement)
    for sentence in said_sentences:
        if not _may_turn(_poles(sentence, language), poles):
            continue  # nearly always, and quick
        said, found = read(sentence, language), read(source, language)
        rest = [read(other, language) for other in said_sentences if other != sentence]
        all_flips.extend(
            flip
            for flip in _flips_of_sentence(said, found, rest, beside, language)
            if not rest or _of_same_matter(said, read(_part(source, flip.at), language))
        )
    return tuple(dict.fromkeys(all_flips))


def _flips_of_sentence(
    said: Reading, found: Reading, rest: list[Reading], beside: str, language: str
) -> Iterator[Flip]:
    """Where one sentence turns the source round; what the rest of the statement says plainly is not denied by it."""
    if _of_same_matter(said, found):
        yield from _denials(said, found, rest)
        yield from _opposites(said, found)
        if found.denials and not (said.doubted or read(beside, language).doubted):
            yield from _denials_left_out(said, found)


def _of_same_matter(said: Reading, found: Reading) -> bool:
    return len(said.stems & found.stems) >= _SAME_MATTER * len(said.stems)


def _part(source: str, place: int) -> str:
    """The line of the source that a place stands in: each holds what carries one quote."""
    return source[source.rfind("\n", 0, place) + 1 :].partition("\n")[0]


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
    words = [word_of(word, language) for word in WORD.findall(run)]
    sides = (pole for word in words if word.sides for pole in word.sides.items())
    return (*sides, *(_DENIAL for word in words if word.denies))


_RUNS = {language: Runs(functools.partial(_poles_of_run, language=language)) for language in ("en", "es")}


def _denials(said: Reading, found: Reading, rest: list[Reading]) -> Iterator[Flip]:
    """What the statement denies and the source says plainly."""
    for denial in said.denials:
        for denied, plain in _plainly(said, denial, found):
            if not rest or _is_meant(said, denied, found, plain, rest):
                first, last = found.around(plain)
                yield Flip(said.between(denial, denied), found.between(first, last), found.spans[first][0])
                break


def _is_meant(said: Reading, denied: int, found: Reading, plain: int, rest: list[Reading]) -> bool:
    """Whether a long answer, which speaks of much, has two more words of the place, and says it plainly nowhere else.

    Of nine essays by other writers in which flips were found before this was asked, none had one.
    """
    beside = said.near(denied, _CONTEXT_OF_LONG) & found.near(plain, _CONTEXT_OF_LONG)
    return len(beside) > 1 and not any(_says_plainly(said.words[denied].stem, other) for other in rest)


def _says_plainly(stem: str, reading: Reading) -> bool:
    places = [n for n, word in enumerate(reading.words) if word.stem == stem]
    return bool(places) and not any(_doubted(reading, place) for place in places)


def _denials_left_out(said: Reading, found: Reading) -> Iterator[Flip]:
    """What the source denies and a statement without any denial says plainly."""
    for denial in found.denials:
        first = found.denied(denial)[:1]
        for denied, _ in _plainly(found, denial, said):
            if denied in first:
                yield Flip("", found.between(denial, denied), found.spans[denial][0])


def _plainly(reading: Reading, denial: int, other: Reading) -> Iterator[tuple[int, int]]:
    """What a denial bears on and the other text says without one, by the indexes of the word in each.

    A word that stands twice in a text may be denied once and not the other time, so it shows nothing.
    """
    for denied in reading.denied(denial):
        stem = reading.words[denied].stem
        if stem not in other.stems or sum(word.stem == stem for word in reading.words) > 1:
            continue
        places = [n for n, word in enumerate(other.words) if word.stem == stem]
        doubted = any(_doubted(other, place) for place in places)
        if doubted or not reading.near(denied, _CONTEXT) & other.stems:
            continue
        if not excuses.is_said_otherwise(reading, denial, other, places[0]):
            yield denied, places[0]


# How many words of content around a shared word are looked at for others that both sides share. Results hardly change
# with it: 2 to 6 for opposites and 6 to 30 for denials gave the same false alarms, and 62 to 66 of 99 flips.
_CONTEXT = 12
_CONTEXT_OF_OPPOSITES = _CONTEXT_OF_LONG = 3

# A denial bears on the rest of its clause and the next few words, and backward on what it follows: “payments were
# refused” (words of content), “they are not”. “Instead of” and “without” do not bear backward.
_FORWARD, _BACKWARD = 3, 4


def _doubted(reading: Reading, place: int) -> bool:
    """Whether something that may stand for a denial bears on a word."""
    return any(_bears_on(reading, index, place) for index in reading.doubted if index != place)


def _bears_on(reading: Reading, index: int, place: int) -> bool:
    same_clause = reading.clauses[index] == reading.clauses[place]
    if index < place:
        return same_clause or place - index <= _FORWARD
    if not reading.denied(index) or (same_clause and reading.denies_its_subject(index)):
        return same_clause
    if reading.words[index].carries:
        return index - place <= _BACKWARD
    return index in reading.denials and index - place <= _FORWARD


def _opposites(said: Reading, found: Reading) -> Iterator[Flip]:
    """Words of the statement whose opposite stands in the source beside the same words."""
    said_stems = {said.words[index].stem for index in said.opposed}
    found_stems = {found.words[index].stem for index in found.opposed}
    for index in said.opposed if found.opposed else ():
        word = said.words[index]
        if not any(word.stands(found.words[n], opposed=True) for n in found.opposed):
            continue  # nearly always, and quick
        if word.stem in found_stems or _just_behind_denial(said, index) or said.stem_qualified(index) - found.stems:
            continue
        shared = said.near(index, _CONTEXT_OF_OPPOSITES) & found.stems
        beside = [n for n in found.opposed if shared & found.near(n, _CONTEXT_OF_OPPOSITES)] if shared else []
        if any(word.stands(found.words[n], opposed=False) for n in beside):
            continue  # another word of the same side stands there
        for place in beside:
            other = found.words[place]
            plain = other.stem not in said_stems and not _just_behind_denial(found, place)
            plain = plain and not found.stem_qualified(place) - said.stems
            if plain and word.stands(other, opposed=True):
                yield Flip(word.text, found.between(place, place), found.spans[place][0])
                break


def _just_behind_denial(reading: Reading, index: int) -> bool:
    return any(index - _FORWARD <= n < index for n in reading.doubted)
