"""Words with a capital that name nobody: titles, days and months, what is left to do, money, a word's language."""

from __future__ import annotations

import functools
import re

_TITLE_WORDS = """
    ambassador archbishop attorney bishop captain chair chairman chairwoman chancellor chief colonel commissioner
    congressman congresswoman councilman councilor councillor councilwoman deputy director doctor dr envoy father
    general gov governor hon judge justice king lieutenant lord madam major mayor minister miss mister mr mrs ms officer
    pope premier president prime prince princess prof professor queen rabbi rep representative rev reverend saint sec
    secretary sen senator sergeant sheriff sir sister spokesman spokeswoman st vice defense state treasury
    alcalde alcaldesa canciller comandante diputada diputado don dona dra embajador embajadora gobernador gobernadora
    jefa jefe ministra ministro papa presidenta presidente primer primera profesor profesora secretaria secretario
    senador senadora sr sra
"""
_TIME_WORDS = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
"""
_STRESSED_WORDS = "NOT NO ALL AND ANY BEST BOTH LEAST LESS MORE MOST MUST NEVER NONE ONLY OR except"
_LEFT_TO_DO = "todo tbd fixme xxx TODO TBD FIXME XXX"
_ARTICLE_WORDS = "the el la las los"
_TITLES = frozenset(_TITLE_WORDS.split())
NO_NAMES = frozenset(f"{_TIME_WORDS} {_STRESSED_WORDS} {_LEFT_TO_DO} {_ARTICLE_WORDS}".split())
_NUMERAL = re.compile(r"[IVXLC]+$")
_LANGUAGE_WORDS = """
    Arabic Chinese Creole Dutch English French Garifuna German Italian Latin Nahuatl Portuguese Quechua Spanish
"""
_LANGUAGES = frozenset(_LANGUAGE_WORDS.split())
_SAID = re.compile(r"[\s-](?:abbreviation|acronym|expression|initials|language|name|phrase|term|title|word)s?\b")
_SAID_IN = re.compile(r"\bin \w+$")
_SAID_SO = re.compile(r"\s*(?:$|[.,;:?!)]|(?:and|as|for|is|means|or|to)\b)")
_MONEY = re.compile(r"\s?(?:\$|dollars?\b|dólares\b)")


@functools.lru_cache(maxsize=32768)
def may_name(word: str) -> bool:
    """Whether a folded word that stands alone may be a name: it is no title, day, month, numeral or single letter."""
    return not (len(word) < 2 or word in NO_NAMES or is_title(word) or is_numeral(word))


def is_title(word: str) -> bool:
    """Whether a folded word is a title, or several of them: `president`, `senators`."""
    return word in _TITLES or word.removesuffix("s") in _TITLES


def is_numeral(word: str) -> bool:
    """Whether a word is a Roman numeral."""
    return _NUMERAL.match(word) is not None


def is_unit_or_language(text: str, start: int, end: int) -> bool:
    """Whether what stands there is of an amount (`US$`, `US dollars`), or a word's language (`the Spanish term`)."""
    if _MONEY.match(text, end):
        return True
    if text[start:end] not in _LANGUAGES:
        return False
    return bool(_SAID.match(text, end) or (_SAID_SO.match(text, end) and _SAID_IN.search(text, 0, end)))
