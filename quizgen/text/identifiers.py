"""Identifiers in a text: names that hold figures (`MS-13`, `COP 27`, `H2-B`, `Title 42`) and count nothing.

Whoever reads figures passes over them; whoever reads names takes them as names.
"""

from __future__ import annotations

import functools
import re

_HYPHEN = "[-‐‑‒–−]"
_SPACES = " \u00a0\u202f"
_SPACE = f"[{_SPACES}]"
_JOINTS = "-‐‑‒–−/§"
# A number behind one of these is its name, whatever follows.
_NUMBERED = (
    r"COP|CP|SDG|Covid|COVID|Agenda|Title|Título|[Ss]ections?|[Ss]ec\.|[Ss]ección|[Aa]rticles?|[Aa]rtículos?|[Aa]rt\.|[Cc]hapters?"
    r"|[Cc]apítulos?|Annex|Anexo|Appendix|[Ff]igure|[Tt]able|[Tt]abla|[Pp]ages?|[Pp]áginas?|[Pp]aragraphs?|[Pp]árrafos?"
    r"|[Pp]assages?|[Ff]ootnote|Proposition|Resolution|Resolución|Decree|Decreto|Convention|Convenio|Protocol|Goal"
    r"|Route|Highway|Interstate|Ruta|Phase|Fase|Tier|Level|Nivel|Form|Act|Law|Ley|Case|Clause|Group of|Grupo de los"
    r"|Gang of|Nos?\.|Núm\."
)
_PATTERNS = (
    # 9/11 and 24/7, before anything reads them as fractions
    r"(?<![\d/])(?:9/11|24/7|11-S)(?![\d/])",
    # MS-13, M-18, COVID-19, PHQ-9, I-589; not mid-1980s, pre-2016
    rf"\b(?!(?:[Mm]id|[Pp]re|[Pp]ost|[Ll]ate|[Ee]arly|[Nn]on|[Ss]ub|[Cc]irca){_HYPHEN})"
    rf"(?:[A-Z]{{1,6}}{_HYPHEN}\d+|[A-Z][a-z]{{1,9}}{_HYPHEN}\d{{1,3}}(?![\d.,]\d|\d)|covid{_HYPHEN}19)[A-Za-z]?\b",
    # G20, p4, H2-B, H2B, H 2B, COP27
    rf"\b(?:[A-Z]{{1,6}}|[a-z])\d{{1,4}}(?:{_HYPHEN}?[A-Z])?\b",
    rf"\b[A-Z]{_SPACE}\d[A-Z]\b",
    # COP 27, Title 42, Section 7, Group of Seven
    rf"\b(?:{_NUMBERED}){_SPACE}(?:\d{{1,4}}(?![\d%]|[.,]\d)[a-z]?|Seven|Eight|Twenty|Siete|Veinte)\b",
    # any acronym with a number behind it that counts nothing: no word, percent sign or further figure follows
    rf"\b[A-Z]{{2,6}}{_SPACE}\d{{1,3}}\b(?!{_SPACE}?(?:[a-z%]|US)|[.,]?\d|{_HYPHEN}\d)",
    rf"§{_SPACE}?\d[\d.]*",
    rf"\b(?:World{_SPACE}War|WORLD{_SPACE}WAR){_SPACE}(?:II?|One|Two|ONE|TWO|[12])\b",
)
_IDENTIFIER = re.compile("|".join(_PATTERNS))
_FIGURE = re.compile(r"[0-9][0-9]*")  # a set first: what begins with one is sought much more quickly
_NUMBERED_WORD = re.compile(rf"(?:^|(?<![^\W_]))(?:{_NUMBERED}|[A-Z]+){_SPACE}$")
_WIDEST = 14
_GROUPS = ("Group of", "Gang of", "Grupo de", "World War", "WORLD WAR")


@functools.lru_cache(maxsize=16384)
def identifiers(text: str) -> tuple[tuple[int, int], ...]:
    """Where each identifier of a text begins and ends."""
    figures = _FIGURE.finditer(text) if any(digit in text for digit in "0123456789") else ()
    likely = [figure.start() for figure in figures if _may_belong(text, figure.start())]
    likely.extend(match.start() for words in _GROUPS if words in text for match in re.finditer(words, text))
    spans: list[tuple[int, int]] = []
    end = 0
    for place in sorted(likely):  # to search about a place is much quicker than to search all the text
        begin = max(end, text.rfind(" ", 0, max(0, place - _WIDEST)) + 1)
        match = _IDENTIFIER.search(text, begin) if place >= end else None
        if match and match.start() <= place:
            spans.append(match.span())
            end = match.end()
    return tuple(spans)


def _may_belong(text: str, start: int) -> bool:
    """Whether a figure may be part of an identifier, by what stands before it."""
    before = text[start - 1 : start]
    if before in _SPACES:
        return _NUMBERED_WORD.search(text, max(0, start - _WIDEST), start) is not None
    return before.isalpha() or before in _JOINTS
