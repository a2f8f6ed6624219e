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
        "|fewer than|under|below|a maximum of|lower than|younger than"
        "|not to exceed|not exceed|not exceeding|never exceed|cannot exceed",
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

_PARTS = {"early": (0.0, 0.4), "mid": (0.25, 0.75), "late": (0.6, 1.0)}


def lies_in(position: str, part: float) -> bool:
    """Whether so much of a year or a month has gone by as `early`, `mid` or `late` says; any part where none says."""
    least, most = _PARTS.get(position, (0.0, 1.0))
    return least <= part <= most


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
        "more": r"more than|or (?:more|over|above|higher|greater)|at least|minimum|no (?:less|fewer)|exceed\w*"
        r"|surpass\w*|topp(?:ed|ing)|tops|outnumber\w*|upwards?",
        "less": r"less than|fewer|or (?:less|under|below)|at most|as (?:much|many|high|long|far) as|up to"
        r"|maximum|max|ceiling|cap(?:ped|s)?|limit\w*|no more than|nearly|almost|short of|down to",
    },
    "es": {
        "more": r"más de|o más|al menos|por lo menos|mínimo|super\w*|encima|exced\w*|sobrepas\w*",
        "less": r"menos de|o menos|hasta|máximo|sumo|debajo|límite|tope|casi|dentro",
    },
}
_CLOSE_HINTS = {
    "en": {"more": "over|above|beyond|past", "less": "under|below|within|until"},
    "es": {"more": "sobre", "less": "bajo"},
}
"""What also says where something is or when, so that it must stand at the figure, but for two words: `to within 40`."""
_HINT = {
    language: {
        kind: re.compile(
            rf"\b(?:{words})\b|\b(?:{_CLOSE_HINTS[language][kind]})(?: [^\s.!?;]+){{0,2}} \Z", re.IGNORECASE
        )
        for kind, words in kinds.items()
    }
    for language, kinds in _HINTS.items()
}
_BEFORE = re.compile(r"(?:[^\s.!?;]+\s+){0,6}$")
_BEHIND = re.compile(r"[^\s.!?;]*(?:\s+[^\s.!?;]+){0,4}")


def hints_at(hedge: str, text: str, start: int, end: int, language: str) -> bool:
    """Whether few words before or behind a figure, in its sentence, are some that may hedge it so."""
    hint = _HINT[language]["less" if hedge == "near" else hedge]
    before, behind = _BEFORE.search(text, 0, start), _BEHIND.match(text, end)
    around = (before.group() if before else "", behind.group() if behind else "")
    return any(hint.search(words) for words in around)
