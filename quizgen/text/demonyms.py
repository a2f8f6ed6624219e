"""Places and what is of them: `Guatemala`, `Guatemalan` and `Guatemalans` name the same.

Most go by rule: the ending of a place gives way to the ending of its people. Those that do not are a table.
"""

from __future__ import annotations

import functools

_OF_PLACES = ("", "a", "e", "i", "o", "y", "as", "os", "es", "us", "ia")
_OF_PEOPLE = ("an", "ian", "ean", "ine", "ese", "i", "er", "ish", "teco", "eno", "ense", "ano", "ino")
_OF_WOMEN = ("teca", "ena", "ana", "ina")  # in Spanish
_PEOPLE = (*_OF_PEOPLE, *_OF_WOMEN, *(f"{ending}s" for ending in (*_OF_PEOPLE, *_OF_WOMEN)), "enses")
_SHORTEST = 3

_IRREGULAR_PEOPLE = """
    afghan:afghanistan american:US angeleno:angeles bajan:barbados british:britain briton:britain congolese:congo
    congressional:congress congressman:congress congressmen:congress congresswoman:congress costarricense:rica
    cypriot:cyprus danish:denmark democratic:democrat dutch:netherlands english:england espanol:espana
    estadounidense:US filipino:philippines finnish:finland frances:francia french:france german:germany greek:greece
    irish:ireland islamic:islam islamist:islam jamaiquino:jamaica kittitian:kitts lebanese:lebanon norwegian:norway
    panamanian:panama peruvian:peru philippine:philippines polish:poland portuguese:portugal puertorriqueno:rico
    scot:scotland scottish:scotland spaniard:spain spanish:spain swedish:sweden swiss:switzerland thai:thailand
    turkish:turkey venezolano:venezuela vincentian:vincent welsh:wales
"""
_IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR_PEOPLE.split())
_COUNTED = ("an", "crat", "ese", "ie", "ist", "ite", "o")


@functools.lru_cache(maxsize=32768)
def same(name: str, other: str) -> bool:
    """Whether two folded words name the same place, its people, or what is of it."""
    singular = name.removesuffix("s")
    if singular == other.removesuffix("s") and singular.endswith(_COUNTED):
        return True
    places, people = _places(name), _people(name)
    return not (
        people.isdisjoint(_places(other)) and places.isdisjoint(_people(other)) and people.isdisjoint(_people(other))
    )


def is_people(word: str) -> bool:
    """Whether the folded word ends as a people does, or what is of it: `salvadoran`, `french`; some names do so too."""
    return bool(_people(word))


def is_irregular(word: str) -> bool:
    """Whether the folded word is of a place by no rule, and so may be an ordinary word too: `congressional`."""
    return word in _IRREGULAR


@functools.lru_cache(maxsize=16384)
def _places(word: str) -> frozenset[str]:
    """What is left of a place without its ending."""
    return _without(word, _OF_PLACES)


@functools.lru_cache(maxsize=16384)
def _people(word: str) -> frozenset[str]:
    """What is left of a people, or of its adjective, without its ending; empty for a word that has no such ending."""
    place = _IRREGULAR.get(word) or _IRREGULAR.get(word.removesuffix("s"))
    regular = _without(word, _PEOPLE)
    return regular | _places(place) if place else regular


def _without(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    stems = (word[: len(word) - len(ending)] for ending in endings if word.endswith(ending))
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST or stem == "US")
