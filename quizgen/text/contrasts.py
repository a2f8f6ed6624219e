"""What a text sets aside: behind “not”, “rather than” or “instead of” stands what it does not say."""

from __future__ import annotations

import re

_TO_END_OF_CLAUSE = r"(?:(?!\b(?:{turning})\b)[^,;:.!?()—–])*"
_SET_ASIDE = {
    "en": re.compile(
        r"(?:\b(?:not(?! (?:only|just|merely|simply)\b)|cannot|never|nor|neither|unlike|without|(?:rather|other) than"
        r"|instead of|as opposed to)|n['’]t)\b" + _TO_END_OF_CLAUSE.format(turning="but|yet"),
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:no(?! s[oó]lo\b)|nunca|ni|sin(?! embargo\b)|en vez de|en lugar de|a diferencia de)\b"
        + _TO_END_OF_CLAUSE.format(turning="sino|pero"),
        re.IGNORECASE,
    ),
}


def upheld(text: str, language: str = "en") -> str:
    """The text without what it sets aside, each time to the end of the clause or to a “but”."""
    return _SET_ASIDE[language].sub(" ", text)
