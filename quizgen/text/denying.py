"""A text in words, read for what denies in it and what has an opposite."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass

from quizgen.text import content, folding, opposites

WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")
# The full stops of “U.S.” end nothing.
_WORD_OR_END_OF_CLAUSE = re.compile(rf"({WORD.pattern})|[,;:!?()\[\]—–]|(?<!\b[A-Z])\.(?!\w)")

_AROUND = 3
_ADVERB = ("ly", "mente")
_CONDITIONS = frozenset(("unless", "if"))
"""Behind these stands what a denial depends on, and not what it denies: “hardly repaired unless there is a loan”."""
_TO, _IS = ("to",), ("is", "was", "be", "will", "would", "does")


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is wherever it stands: folded, its stem, whether it carries content, denies, or has an opposite."""

    text: str
    stem: str
    carries: bool
    denies: bool
    stands_in: bool
    sides: dict[int, int] | None

    def stands(self, other: Word, *, opposed: bool) -> bool:
        """Whether two words stand on one axis, opposed or on the same side."""
        sides, others = self.sides or {}, other.sides or {}
        return any(axis in others and (others[axis] != side) is opposed for axis, side in sides.items())


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in words, with the clause of each; the indexes of those that may turn it round; its content.

    `doubted` has the denials and all that may stand for one.
    """

    text: str
    words: tuple[Word, ...]
    clauses: tuple[int, ...]
    denials: tuple[int, ...]
    doubted: tuple[int, ...]
    opposed: tuple[int, ...]
    stems: frozenset[str]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends."""
        return tuple(found.span() for found in WORD.finditer(self.text))

    def near(self, index: int, reach: int) -> frozenset[str]:
        """The stems of so many words of content on either side of a word."""
        before = (word.stem for word in reversed(self.words[:index]) if word.carries)
        behind = (word.stem for word in self.words[index + 1 :] if word.carries)
        return frozenset((*itertools.islice(before, reach), *itertools.islice(behind, reach)))

    def behind(self, index: int) -> tuple[int, ...]:
        """The words behind another in its clause."""
        clause = self.clauses[index]
        return tuple(n for n in range(index + 1, len(self.words)) if self.clauses[n] == clause)

    def denied(self, denial: int, reach: int = 2) -> tuple[int, ...]:
        """The first words of content that a denial bears on, in its clause.

        A word that says no itself takes the denial to itself: “they did not deny that the pier was weak”.
        """
        end = next((n for n in self.behind(denial) if self.words[n].text in _CONDITIONS), len(self.words))
        borne_on = tuple(n for n in self.behind(denial) if self.words[n].carries and n < end)
        alone = bool(borne_on) and (self.words[borne_on[0]].stands_in or self.words[borne_on[0]].denies)
        return borne_on[: 1 if alone else reach]

    def denies_its_subject(self, denial: int) -> bool:
        """Whether all before a denial is denied: “to depend on lenders is not the way”."""
        clause = self.clauses.index(self.clauses[denial])
        return self.words[clause].text in _TO and self.words[denial - 1].text in _IS

    def stem_qualified(self, index: int) -> frozenset[str]:
        """The stem of an adverb right behind a word, which it belongs to: “more cheaply” is no “more”."""
        behind = self.words[index + 1 : index + 2]
        return frozenset(word.stem for word in behind if word.text.endswith(_ADVERB))

    def around(self, index: int) -> tuple[int, int]:
        """The first and the last of the few words around one, in its clause."""
        near = range(max(0, index - _AROUND), min(len(self.words), index + _AROUND + 1))
        clause = [n for n in near if self.clauses[n] == self.clauses[index]]
        return clause[0], clause[-1]

    def between(self, first: int, last: int) -> str:
        """The text from one word to another."""
        spans = self.spans
        return self.text[spans[first][0] : spans[last][1]]


@functools.lru_cache(maxsize=8192)
def read(text: str, language: str) -> Reading:
    """A text in words, each with its clause."""
    words, clauses = [], []
    clause = 0
    for word in _WORD_OR_END_OF_CLAUSE.findall(text):
        if word:
            words.append(word_of(word, language))
            clauses.append(clause)
        else:
            clause += 1
    table = opposites.of(language)
    turns = table.turns
    return Reading(
        text=text,
        words=tuple(words),
        clauses=tuple(clauses),
        denials=tuple(
            n for n, word in enumerate(words) if word.denies and not (_in_turn(words, n, turns) or _is_undone(words, n))
        ),
        doubted=tuple(
            n
            for n, word in enumerate(words)
            if word.denies or word.stands_in or _pair(words, n) in table.stand_ins_before
        ),
        opposed=tuple(n for n, word in enumerate(words) if word.sides and not _in_turn(words, n, turns)),
        stems=frozenset(word.stem for word in words if word.carries),
    )


@functools.lru_cache(maxsize=32768)
def word_of(word: str, language: str) -> Word:
    """What a word is, as it is written."""
    table = opposites.of(language)
    folded = folding.letters(word).removesuffix("'s")
    stem = content.stem(folded, language)
    return Word(
        text=folded,
        stem=stem,
        carries=content.content_stem(word, language) != "",
        denies=folded in table.denials or folded.endswith("n't"),
        stands_in=folded in table.stand_ins,
        sides=table.sides(folded, stem),
    )


def _pair(words: list[Word], index: int) -> str:
    """A word with the next one."""
    return " ".join(word.text for word in words[index : index + 2])


_WITHOUT = ("without", "sin")


def _is_undone(words: list[Word], index: int) -> bool:
    """Whether two denials stand so near that they undo each other: “cannot do without”."""
    if words[index].text in _WITHOUT:
        return any(word.denies for word in words[max(0, index - 3) : index])
    return any(word.text in _WITHOUT for word in words[index + 1 : index + 4])


def _in_turn(words: list[Word], index: int, turns: frozenset[str]) -> bool:
    """Whether a word belongs to a turn in which it does not mean what it means alone, such as `not only`."""
    around = words[max(0, index - 1) : index + 2]
    return any(f"{first.text} {second.text}" in turns for first, second in itertools.pairwise(around))
