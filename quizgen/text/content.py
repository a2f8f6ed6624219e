"""The words of a text that carry its content, as stems: `expanding markets` and `the market expands` share both.

Stems are Snowball's; words that only hold a sentence together are left out.
"""

from __future__ import annotations

import functools
import itertools
import re

import Stemmer

from quizgen.text import folding
from quizgen.text.runs import Runs

_WORD = re.compile(r"[^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*")

_ALGORITHMS = {"en": "english", "es": "spanish"}

_FUNCTION_WORDS = {
    "en": """
        a about above after again against all almost already also although always am among an and another any are as at
        away be became because become been before being below between both but by came can cannot could did do does
        doing done down during each either else ever every few for from further get gets given gives go goes got had
        has have having he hence her here hers herself him himself his how however i if in instead into is it its itself
        just less let like made make makes making many may me might mine more most much must my myself neither no nor
        not nothing now of off often on once one only onto or other others our ours ourselves out over own per put
        rather same say says she should since so some something still such take takes than that the their theirs them
        themselves then there these they this those though three through thus to together too toward towards two under
        until up upon us use used uses using very via was we well were what when where whether which while who whom
        whose why will with within without would yet you your yours
    """,
    "es": """
        a al algo alguna algunas alguno algunos ante antes aquel aquella aunque bajo bien cada como con contra cual
        cuales cualquier cuando cuanto de del desde donde dos durante e el ella ellas ellos en entre era eran es esa
        esas ese eso esos esta estaba estado estan estar estas este esto estos fue fueron ha haber habia han hasta hay
        he la las le les lo los mas me mi mientras mucho muchos muy nada ni no nos nosotros o os otra otras otro otros
        para pero poco por porque pues que quien quienes se sea sean segun ser si sido sin sino sobre solo son su sus
        tal tambien tan tanto te tiene tienen toda todas todo todos tras tu un una unas uno unos usted y ya yo
    """,
}
_FUNCTION = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


@functools.lru_cache(maxsize=65536)  # options of a large course are asked for by many rules, one after the other
def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of a text's content words, in reading order; figures stay as they are."""
    return tuple(itertools.chain.from_iterable(_RUNS[language].of(text)))


def _stems_of_run(run: str, language: str) -> tuple[str, ...]:
    return tuple(filter(None, (content_stem(word, language) for word in _WORD.findall(run))))


_RUNS = {language: Runs(functools.partial(_stems_of_run, language=language)) for language in _ALGORITHMS}


@functools.lru_cache(maxsize=16384)
def stem_set(text: str, language: str = "en") -> frozenset[str]:
    """The stems of a text's content words, each once."""
    return frozenset(stems(text, language))


@functools.lru_cache(maxsize=32768)
def content_stem(word: str, language: str = "en") -> str:
    """The stem of one word as it is written; empty for a word that only holds a sentence together."""
    folded = folding.letters(word).removesuffix("'s")
    return "" if folded in _FUNCTION[language] else stem(folded, language)


def is_function_word(word: str, language: str = "en") -> bool:
    """Whether a folded word only holds a sentence together."""
    return word in _FUNCTION[language]


@functools.lru_cache(maxsize=32768)
def stem(word: str, language: str = "en") -> str:
    """The stem of one folded word."""
    return str(_stemmer(language).stemWord(word))


@functools.cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHMS[language])


_FIRST_LETTERS = 4


def says_more(text: str, before: str, words: int, language: str = "en") -> bool:
    """Whether a text plainly has so many content words that were not said before that no stems need be compared.

    A word whose first letters occur nowhere before has another stem than any word there.
    """
    said, function_words = before.casefold(), _FUNCTION[language]
    for word in text.casefold().split():
        if len(word) > _FIRST_LETTERS and word[:_FIRST_LETTERS] not in said and word.isalpha():
            words -= word not in function_words
            if words == 0:
                return True
    return False
