"""Whether a text mentions a name, in the words that the brief's register takes to be the same."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.text import content, demonyms
from quizgen.text.names import Name
from quizgen.text.register import MARKS, Form, Register, singular, tokens


@dataclass(frozen=True, eq=False, slots=True)
class _Index:
    """Where each word of a text stands, counted in words; a mark that parts names counts as many words."""

    places: Mapping[str, Sequence[int]]


# What stands on two sides of “and” is seldom one name; a particle within a name is no word between.
_APART = {
    **dict.fromkeys(("and", "or", "y", "e", "o", "u"), 3),
    **dict.fromkeys(("de", "del", "la", "las", "los", "el", "al", "da", "do", "du", "van", "von", "bin"), 0),
}
_MARK = 12
_PLURALS = (("ies", "y"), ("es", ""), ("e", ""), ("s", ""))


@functools.lru_cache(maxsize=16384)
def _index(text: str, register: Register) -> _Index:
    places: dict[str, list[int]] = {}
    words: list[str] = []
    counts: list[int] = []
    place = 0
    for token in tokens(text):
        if token in MARKS:
            place += _MARK
        else:
            places.setdefault(token, []).append(place)
            words.append(token)
            counts.append(place)
            place += _APART.get(token, 1)
    for first in register.firsts.intersection(places):
        for index in (index for index, word in enumerate(words) if word == first):
            for other, offset in _others(words, index, register.equals[singular(first)]):
                places.setdefault(other, []).append(counts[index] + offset)
    return _Index(places)


@functools.lru_cache(maxsize=4096)
def _proper(index: _Index, register: Register) -> tuple[str, ...]:
    """The words of a text that are no ordinary ones."""
    return tuple([word for word in index.places if _may_be_proper(word, register)])


def _may_be_proper(word: str, register: Register) -> bool:
    """Whether a word may be of a place; Spanish writes its peoples with a small letter."""
    return register.language != "en" or not register.is_ordinary(word) or demonyms.is_irregular(word)


def _others(
    words: Sequence[str], index: int, forms: Iterable[tuple[Form, tuple[Form, ...]]]
) -> Iterator[tuple[str, int]]:
    """The words of the other forms of each name that stands here, with their places within it."""
    for form, others in forms:
        here = words[index : index + len(form)]
        if len(here) == len(form) and all(singular(one) == singular(two) for one, two in zip(here, form, strict=True)):
            if not others:  # a longer name, of which what follows in the table is but the beginning
                return
            for other in others:
                yield from ((word, offset) for offset, word in enumerate(other))


def mentions(text: str, name: Name, register: Register) -> bool:
    """Whether the text has the name, or what is the same."""
    return is_written(name, text) or _mentions(text, name.words, register)


def is_written(name: Name, text: str) -> bool:
    """Whether the text has the name to the letter: nearly always, and much quicker than to look for its equals."""
    start = text.find(name.text)
    end = start + len(name.text)
    return start >= 0 and not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


@functools.lru_cache(maxsize=65536)
def _mentions(text: str, words: tuple[str, ...], register: Register) -> bool:
    index = _index(text, register)
    proper = not any(register.is_ordinary(word) for word in words)
    gaps = 1 if proper else 2
    if _near([index.places.get(word, ()) for word in words], gaps):
        return True
    if _near([_places(word, index, register) for word in words], gaps):
        return True
    return proper and _is_known(words, register) and any(_places(word, index, register) for word in words[1:])


def _near(places: Sequence[Sequence[int]], gaps: int) -> bool:
    """Whether there is a place of each word such that together they leave out no more words than this, in any order."""
    first, *rest = places
    if not first or not all(rest):
        return False
    for place in first:
        near = [place, *(min(others, key=lambda other: abs(other - place)) for others in rest)]
        if max(near) - min(near) < len(places) + gaps:
            return True
    return False


def _places(word: str, index: _Index, register: Register) -> Sequence[int]:
    """Where a word of a name stands as it is, as its people, as an acronym, in another form, in an identifier."""
    if word[-1].isdigit():
        return index.places.get(word) or _places_of_letters(word, index, register)
    same = _same(word, index, register) or _alike(word, index, register)
    return [place for other in same for place in index.places[other]]


def _same(word: str, index: _Index, register: Register) -> list[str]:
    """The words of a text that are this one or its acronym, or name the same place."""
    same = [other for other in _proper(index, register) if other != word and demonyms.same(word, other)]
    same += [other for other in _family(word) if other in index.places and other not in same]
    turned = word.lower() if word.isupper() else word.upper()
    for other in (word, turned):
        if other in index.places and (other == word or word.islower() or not register.is_ordinary(turned)):
            same.append(other)
    if word.isupper() and word[-1] == "S" and word[:-1] in index.places:  # SDRS, of SDRs
        same.append(word[:-1])
    return same


def _family(word: str) -> tuple[str, ...]:
    """The Joads are all whose name is Joad."""
    if len(word) < 4 or not word.islower():
        return ()
    return (f"{word}s", word[:-1]) if word[-1] == "s" else (f"{word}s",)


def _alike(word: str, index: _Index, register: Register) -> Sequence[str]:
    """The words of a text that are another form of an ordinary word, or an identifier that begins with this one."""
    if register.is_ordinary(word):
        of_stem = _by_stem(index, register.language).get(content.stem(word, register.language), ())
        return [other for other in of_stem if _is_number_of(word, other)]
    if len(word) < 3:
        return ()
    letters = word.lower()
    return [other for other in index.places if other[-1].isdigit() and other.rstrip("0123456789") == letters]


def _is_number_of(word: str, other: str) -> bool:
    """Whether two words of one stem are singular and plural; `developing` and `developed` are two."""
    return _singular(word) == _singular(other)


def _singular(word: str) -> str:
    return next((word[: -len(end)] + put for end, put in _PLURALS if len(word) > 3 and word.endswith(end)), word)


@functools.lru_cache(maxsize=4096)
def _by_stem(index: _Index, language: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in index.places:
        words.setdefault(content.stem(word, language), []).append(word)
    return words


def _places_of_letters(identifier: str, index: _Index, register: Register) -> Sequence[int]:
    """Where the letters of an identifier stand without its number: COVID for COVID-19, but not for a COVID-18."""
    letters = identifier.rstrip("0123456789")
    if len(letters) <= 3 or register.has_other_numbers(identifier):
        return ()
    return index.places.get(letters) or index.places.get(letters.upper()) or ()


@functools.lru_cache(maxsize=65536)
def _is_known(words: tuple[str, ...], register: Register) -> bool:
    """Whether the brief has a name of several words somewhere in full: then the surname is enough elsewhere."""
    if len(words) < 2 or any(word.isupper() for word in words):
        return False
    if " ".join(words) in register.spellings:
        return True
    known = (_index(text, register).places for text in register.texts)
    return any(_near([places.get(word, ()) for word in words], 1) for places in known)


def missing(text: str, sources: Iterable[str], register: Register) -> tuple[Name, ...]:
    """The names of a text that none of the sources mentions."""
    held = tuple(sources)
    return tuple(name for name in register.names(text) if not any(mentions(source, name, register) for source in held))
