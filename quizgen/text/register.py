"""The names that a brief knows, how it writes them, and which of them are the same."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from quizgen.text import content, folding
from quizgen.text.acronyms import expansions
from quizgen.text.identifiers import identifiers
from quizgen.text.names import DOTTED, Name, compact, fold, names
from quizgen.text.ordinary import is_ordinary
from quizgen.text.runs import Runs

Form = tuple[str, ...]
"""One way to write a name: its words, folded, particles and all."""


@dataclass(frozen=True, eq=False, slots=True)
class Register:
    """What there is to know of the names of a brief.

    `known` has its names in one word or two, `common` its words with a small letter; `equals` has by the first word of
    a form that form and the others of the same name, `firsts` these words in singular and plural; `spellings` says how
    the brief writes each name; `numbered` has the letters of its identifiers: `covid`, of COVID-19.
    """

    language: str
    texts: tuple[str, ...]
    known: frozenset[str]
    common: frozenset[str]
    equals: Mapping[str, tuple[tuple[Form, tuple[Form, ...]], ...]]
    spellings: Mapping[str, str]
    firsts: frozenset[str]
    numbered: frozenset[str]

    def names(self, text: str) -> tuple[Name, ...]:
        """The names of a text, as someone reads them who has read the brief."""
        return names(text, self.language, self.known, self.common)

    def has(self, name: Name) -> bool:
        """Whether the brief has the name in the same words, or the government that is called by its seat."""
        words = " ".join(name.words)
        return words in self.spellings or any(words == seat and of in self.spellings for seat, of in _SEATS)

    def has_other_numbers(self, identifier: str) -> bool:
        """Whether the brief has the letters of an identifier with other numbers, and with this one nowhere."""
        return identifier not in self.spellings and identifier.rstrip(_DIGITS) in self.numbered

    def is_ordinary(self, word: str) -> bool:
        """Whether a folded word is also a word, and not a name alone."""
        return word in self.common or (word not in self.known and self.language == "en" and is_ordinary(word))


# What everyone takes for the same without being told.
_EVERYWHERE = (
    (
        *("US", "USA", "United States", "United States of America"),
        *("Estados Unidos", "Estados Unidos de América", "EE UU", "EEUU"),
    ),
    *((f"Washington {other}",) for other in ("Consensus", "Office", "Post", "State", "Times")),
    ("UK", "United Kingdom", "Reino Unido"),
    ("UN", "United Nations", "ONU", "Naciones Unidas"),
    ("EU", "European Union", "UE", "Unión Europea"),
    ("World War I", "WWI", "WW1", "First World War", "Primera Guerra Mundial"),
    ("World War II", "WWII", "WW2", "Second World War", "Segunda Guerra Mundial"),
)


@functools.lru_cache(maxsize=1024)
def register(texts: tuple[str, ...], aliases: tuple[tuple[str, ...], ...] = (), language: str = "en") -> Register:
    """The register of a brief's texts, passages and front matter; each group of `aliases` is one name."""
    common = frozenset(itertools.chain.from_iterable(words for text in texts for words in _SMALL_WORDS.of(text)))
    first = [name for text in texts for name in names(text, language, common=common)]
    known = frozenset(
        (*_known(first, common, language), *(" ".join(words) for group in aliases for words in map(form, group)))
    )
    found = [name for text in texts for name in names(text, language, known, common)]
    told = (pair for text in texts for pair in (*expansions(text, language), *_relatives(text)))
    groups = [*_EVERYWHERE, *aliases, *told]
    spelt = {" ".join(name.words): name.text for name in found}
    spelt.update({folding.letters(form): form for group in aliases for form in group})
    equals = _equals(groups)
    firsts = frozenset((*equals, *(f"{word}s" for word in equals if len(word) > 2)))
    numbered = frozenset(words.rstrip(_DIGITS) for words in spelt if words[-1:].isdigit() and " " not in words)
    return Register(language, texts, known, common, equals, spelt, firsts, numbered)


_DIGITS = "0123456789"


_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-ZÀ-ÖØ-Þ][^\W_]*(?:['’][^\W_]+)*")


def _small_words_of_run(run: str) -> tuple[str, ...]:
    return tuple([folding.letters(word) for word in _SMALL.findall(run)])


_SMALL_WORDS = Runs(_small_words_of_run)


def _known(found: Iterable[Name], common: frozenset[str], language: str) -> Iterator[str]:
    """Each two words that stand together in a name; single names and surnames that are no words of the brief's own."""
    stems = {content.stem(word, language) for word in common}
    for name in found:
        first, last = name.words[0], name.words[-1]
        yield from (" ".join(pair) for pair in zip(name.words, name.words[1:], strict=False))
        if len(name.words) == 1 and not is_ordinary(first):
            yield first
        elif len(name.words) == 2 and not is_ordinary(first) and content.stem(last, language) not in stems:
            yield last


_KIN = "brother|sister|son|daughter|wife|husband|father|mother|cousin|nephew|niece"
_IS_KIN = re.compile(rf"\b(?:{_KIN}),? [A-Z]")
_RELATIVE = re.compile(rf"(([^\W\d_]+)['’]s? (?:[a-z]+ )?(?:{_KIN}),? ([A-Z][^\W\d_]+))(?! [A-Z])")


def _relatives(text: str) -> Iterator[tuple[str, str]]:
    """What a relative who is named by a first name is called in full: `Karim Mora` is “Mora’s brother, Karim”."""
    if _IS_KIN.search(text):
        yield from ((told, f"{first} {surname}") for told, surname, first in _RELATIVE.findall(text))


_SEATS = (("washington", "united states"), ("washington", "US"))
"""Where a government sits, and whose it is. Whoever says the first means the other."""


def _equals(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[Form, tuple[Form, ...]], ...]]:
    by_first: dict[str, dict[Form, tuple[Form, ...]]] = {}
    for group in _joined([tuple(dict.fromkeys(form(text) for text in group)) for group in groups]):
        for one in group:
            others = tuple(other for other in group if other != one)
            by_first.setdefault(singular(one[0]), {})[one] = others
    for seat, government in ((form(seat), form(government)) for seat, government in _SEATS):
        by_first.setdefault(seat[0], {})[seat] = (*by_first.get(seat[0], {}).get(seat, ()), government)
    longest_first = {
        first: tuple(sorted(forms.items(), key=lambda entry: -len(entry[0]))) for first, forms in by_first.items()
    }
    return longest_first


def _joined(groups: list[tuple[Form, ...]]) -> list[tuple[Form, ...]]:
    """Groups that share a form, made one."""
    joined: list[tuple[Form, ...]] = []
    for group in groups:
        apart = [other for other in joined if not set(other) & set(group)]
        touching = [form for other in joined if set(other) & set(group) for form in other]
        joined = [*apart, tuple(dict.fromkeys([*touching, *group]))]
    return joined


MARKS = frozenset(".,;:()[]…!?—")
"""The tokens that are no words."""

_TOKEN = re.compile(rf"{DOTTED}|[^\W_]+(?:['’][^\W_]+)*|[{re.escape(''.join(sorted(MARKS)))}]")
_BEHIND_IDENTIFIER = re.compile(r"[^\W_]*(?:['’][^\W_]+)*")


def tokens(text: str) -> list[str]:
    """The words of a text, folded as names are; identifiers whole; marks that part one name from the next."""
    found: list[str] = []
    done = 0
    for start, end in identifiers(text):
        found += itertools.chain.from_iterable(_TOKENS.of(text[done:start]))
        found.append(compact(text[start:end]))
        behind = _BEHIND_IDENTIFIER.match(text, end)
        done = behind.end() if behind else end
    found += itertools.chain.from_iterable(_TOKENS.of(text[done:]))
    return found


def _tokens_of_run(run: str) -> tuple[str, ...]:
    return tuple([fold(token) or token for token in _TOKEN.findall(run)])


_TOKENS = Runs(_tokens_of_run)


def form(text: str) -> Form:
    """A name as `tokens` reads it in a text."""
    return tuple(token for token in tokens(text) if token not in MARKS)


def singular(word: str) -> str:
    """A word without the `s` of a plural."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word


_NEAR = 75


def nearest(name: Name, register: Register) -> str | None:
    """The name of the brief that is most like this one, as the brief writes it; None where none is near."""
    found = process.extractOne(" ".join(name.words), list(register.spellings), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return register.spellings[found[0]] if found else None


def are_alike(one: str, other: str) -> bool:
    """Whether two names are so near in their letters that one may be another spelling of the other."""
    return fuzz.ratio(folding.letters(one), folding.letters(other)) >= _NEAR


_SHORTEST_SLIP = 5


@functools.lru_cache(maxsize=32768)
def slip_for(word: str, register: Register) -> str | None:
    """The name of the brief that differs from a word in one letter, or in two that changed places."""
    folded = folding.letters(word)
    if len(folded) < _SHORTEST_SLIP or content.stem(folded, register.language) in _stems(register):
        return None
    proper = {name for words in register.spellings for name in words.split() if not register.is_ordinary(name)}
    if folded in proper or singular(folded) in proper:
        return None
    found = process.extractOne(folded, sorted(proper), scorer=OSA.distance, score_cutoff=1)
    return found[0].capitalize() if found else None


def akin(text: str, register: Register) -> str | None:
    """A name of several words of the brief that shares one of them with the text, as the brief writes it."""
    ours = content.stem_set(text, register.language)
    for words, spelt in register.spellings.items():
        if " " in words and ours & content.stem_set(words, register.language):
            return spelt
    return None


@functools.lru_cache(maxsize=1024)
def _stems(register: Register) -> frozenset[str]:
    return frozenset(content.stem(word, register.language) for word in register.common)
