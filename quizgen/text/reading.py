"""How hard a text is to read: the years of school it asks for, by the length of its sentences and words.

English by Flesch and Kincaid (Kincaid and others, 1975), Spanish by Fernández Huerta (1959), put on the same scale.
Syllables are estimated from the letters: one text is held against another, and what the estimate misses it misses in
both. Libraries that count them from a dictionary would have to fetch it.
"""

from __future__ import annotations

import functools
import itertools
import re

from quizgen.text import sentences
from quizgen.text.runs import Runs

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = {"en": re.compile(r"[aeiouyáéíóúüàèêëïö]+"), "es": re.compile(r"[íú]|[iuü]?[aeoáéó][iuüy]?|[iuüy]+")}
# A final e, and the e of -ed and -es, are mostly mute: `save`, `saved`, but not `table`, `rated`, `raises`.
_MUTE = re.compile(r"(?:(?<![aeiouy])(?<!l)e|(?<![td])ed|(?<![sxzcgl])(?<!sh)(?<!ch)es)$")


def _syllables(word: str, language: str) -> int:
    groups = len(_VOWELS[language].findall(word))
    if language == "en" and groups > 1 and _MUTE.search(word):
        groups -= 1
    return max(1, groups)


def _in_run(run: str, language: str) -> tuple[int, ...]:
    """The syllables of each word in a run of small letters."""
    return tuple(_syllables(word, language) for word in _WORD.findall(run))


_RUNS = {language: Runs(functools.partial(_in_run, language=language)) for language in _VOWELS}


@functools.lru_cache(maxsize=1024)
def grade(text: str, language: str) -> float:
    """The years of school that a text asks of its readers."""
    syllables = list(itertools.chain.from_iterable(_RUNS[language].of(text.lower())))
    if not syllables:
        return 0.0
    per_sentence = len(syllables) / max(1, len(sentences.sentences(text)))
    per_word = sum(syllables) / len(syllables)
    if language == "es":
        ease = 206.84 - 60 * per_word - 1.02 * per_sentence
        return (100 - ease) / 5
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
