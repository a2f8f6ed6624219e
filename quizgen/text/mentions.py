"""Whether a text mentions a name, in the words that the brief's register takes to be the same."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.text import content, demonyms
from quizgen.text.names import Name
from quizgen.text.register import Form, Register, singular, tokens


@dataclass(frozen=True, eq=False, slots=True)
class _Index:
    """Where each word of a text stands, counted in words; whatever parts names counts as many."""

    places: Mapping[str, Sequence[int]]


_APART = {"and": 3, "or": 3, "y": 3, "e": 3, "o": 3}
_MARK = 12


@functools.lru_cache(maxsize=16384)
def _index(text: str, register: Register) -> _Index:
    places: dict[str, list[int]] = {}
    words: list[str] = []
    at: list[int] = []
    place = 0
    for token in tokens(text):
        if token[0].isalnum():
            places.setdefault(token, []).append(place)
            words.append(token)
            at.append(place)
            place += _APART.get(token, 1)
        else:
            place += _MARK
    for index, word in enumerate(words):
        forms = register.equals.get(singular(word))
        if forms:
            for other, offset in _others(words, index, forms):
                places.setdefault(other, []).append(at[index] + offset)
    return _Index(places)


def _others(
    words: Sequence[str], index: int, forms: Iterable[tuple[Form, tuple[Form, ...]]]
) -> Iterator[tuple[str, int]]:
    """The words of the other forms of each name that stands here, with their places within it."""
    for form, others in forms:
        here = words[index : index + len(form)]
        if len(here) == len(form) and all(singular(one) == singular(two) for one, two in zip(here, form, strict=True)):
            for other in others:
                yield from ((word, offset) for offset, word in enumerate(other))


def mentions(text: str, name: Name, register: Register) -> bool:
    """Whether the text has the name, or what is the same."""
    index = _index(text, register)
    if _near([index.places.get(word, ()) for word in name.words]):
        return True
    if _near([_places(word, index, register) for word in name.words]):
        return True
    return _is_person(name, register) and any(_places(word, index, register) for word in name.words[1:])


def _near(places: Sequence[Sequence[int]]) -> bool:
    """Whether there is a place of each word that is near one of each other, in any order."""
    first, *rest = places
    if not first or not all(rest):
        return False
    width = len(places) + 2
    for place in first:
        near = [min(others, key=lambda other: abs(other - place)) for others in rest]
        if max(place, *near, place) - min(place, *near, place) < width:
            return True
    return False


def _places(word: str, index: _Index, register: Register) -> Sequence[int]:
    """Where a word of a name stands as it is, as its people, as an acronym, in another form, in an identifier."""
    if any(character.isdigit() for character in word):
        return index.places.get(word) or _places_of_identifier(word, index)
    same = _same(word, index, register) or _alike(word, index, register)
    return [place for other in same for place in index.places[other]]


def _same(word: str, index: _Index, register: Register) -> list[str]:
    """The words of a text that are this one or its acronym, or name the same place."""
    turned = word.lower() if word.isupper() else word.upper()
    same = [other for other in index.places if other == word or demonyms.same(word, other)]
    if turned in index.places and (word.islower() or not register.is_ordinary(turned)):
        same.append(turned)
    return same


def _alike(word: str, index: _Index, register: Register) -> list[str]:
    """The words of a text that are another form of an ordinary word, or an identifier that begins with this one."""
    if register.is_ordinary(word):
        stem = content.stem(word, register.language)
        return [other for other in index.places if content.stem(other, register.language) == stem]
    if len(word) < 3:
        return []
    return [other for other in index.places if other.startswith(word.lower()) and other[len(word) :].isdigit()]


def _places_of_identifier(word: str, index: _Index) -> Sequence[int]:
    """Where the letters of an identifier stand without its number: COVID for COVID-19."""
    letters = word.rstrip("0123456789")
    if len(letters) <= 3:
        return ()
    return index.places.get(letters) or index.places.get(letters.upper()) or ()


def _is_person(name: Name, register: Register) -> bool:
    """Whether the brief has the whole name somewhere and it is none of ordinary words: then a surname is enough."""
    if len(name.words) < 2 or any(word.isupper() or register.is_ordinary(word) for word in name.words):
        return False
    known = (_index(text, register).places for text in register.texts)
    return any(_near([places.get(word, ()) for word in name.words]) for places in known)


def missing(text: str, sources: Iterable[str], register: Register) -> tuple[Name, ...]:
    """The names of a text that none of the sources mentions."""
    held = tuple(sources)
    return tuple(
        name for name in register.names(text) if not any(mentions(source, name, register) for source in held)
    )
