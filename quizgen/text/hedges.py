"""The words that say how exact a figure is: more than it, less, near it from below, about it; and which go together."""

from __future__ import annotations

import re
from collections.abc import Mapping

_KINDS_BEFORE = {
    "en": {
        "more": "at least|no fewer than|no less than|not less than|more than|over|above|exceeding|exceed|exceeds"
        "|exceeded|surpassed|topped|in excess of|upwards of|upward of|as few as|as little as|a minimum of|beyond"
        "|greater than|higher than|older than",
        "less": "at most|no more than|not more than|up to|as much as|as many as|as long as|as high as|less than"
        "|fewer than|under|below|a maximum of|lower than|younger than",
        "near": "nearly|almost|just under|not quite|just short of|close to but below|approaching",
        "about": "close to|about|around|roughly|approximately|some|an estimated|approx.|circa|ca.",
        "early": "early|early in|early in the|beginning of|beginning of the|start of|start of the",
        "mid": "mid|middle of|middle of the",
        "late": "late|late in|late in the|end of|end of the",
    },
    "es": {
        "more": "al menos|por lo menos|como mínimo|más de|superior a|superiores a|por encima de|mayor de|mayores de",
        "less": "como máximo|a lo sumo|hasta|menos de|inferior a|inferiores a|por debajo de|menor de|menores de",
        "near": "casi|poco menos de",
        "about": "cerca de|alrededor de|aproximadamente|en torno a|unos|unas|cerca del|alrededor del",
        "early": "principios de|principios de los|comienzos de|comienzos de los|inicios de|inicios de los",
        "mid": "mediados de|mediados de los",
        "late": "finales de|finales de los|fines de|fines de los",
    },
}
_KINDS_AFTER = {
    "en": {
        "more": "or more|or higher|or greater|or older|or over|or above|and more|and over|and up|at least|at a minimum",
        "less": "or less|or fewer|or lower|or younger|or under|or below",
        "about": "or so",
    },
    "es": {"more": "o más", "less": "o menos"},
}


def _inverted(kinds: Mapping[str, str]) -> dict[str, str]:
    return {words: kind for kind, forms in kinds.items() for words in forms.split("|")}


BEFORE = {language: _inverted(kinds) for language, kinds in _KINDS_BEFORE.items()}
AFTER = {language: _inverted(kinds) for language, kinds in _KINDS_AFTER.items()}
"""For the words of a hedge before and behind a figure, by language, what they say."""

_POSITIONS = frozenset({"early", "mid", "late"})
_EXCLUDED = {
    "more": ("less", "near", "about"),
    "less": ("more", "about"),
    "near": ("more",),
    "about": (),
    "": (),
}
"""Which hedge of a source a hedge cannot come from: what is close to 100 may lie below it, so it is not more than 100.

What is more than 100 is, less exactly, about 100.
"""


def go_together(wanted: str, found: str) -> bool:
    """Whether two hedges do not exclude each other; a figure of a source may be hedged less exactly, or not at all."""
    if wanted == found:
        return True
    if wanted in _POSITIONS and found in _POSITIONS:
        return False
    return found != "vague" and found not in _EXCLUDED.get(wanted, ())


_HINTS = {
    "en": {
        "more": r"more than|or (?:more|over|above|higher|greater)|at least|minimum|no (?:less|fewer)|over|above|beyond"
        r"|past|exceed\w*|surpass\w*|topp(?:ed|ing)|tops|outnumber\w*|upwards?",
        "less": r"less than|fewer|or (?:less|under|below)|at most|as (?:much|many|high|long|far) as|up to|under|below"
        r"|maximum|max|ceiling|cap(?:ped|s)?|limit\w*|no more than|within|nearly|almost|short of|down to|until",
    },
    "es": {
        "more": r"más de|o más|al menos|por lo menos|mínimo|super\w*|encima|exced\w*|sobrepas\w*",
        "less": r"menos de|o menos|hasta|máximo|sumo|debajo|límite|tope|casi|dentro",
    },
}
_HINT = {
    language: {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in kinds.items()}
    for language, kinds in _HINTS.items()
}


def hints_at(hedge: str, text: str, language: str) -> bool:
    """Whether a text has, anywhere, words that may hedge a figure so."""
    return _HINT[language]["less" if hedge == "near" else hedge].search(text) is not None
