"""Which article an English word takes: “an hour”, “a union”, “an MS-13 member”."""

from __future__ import annotations

import re

_VOWEL = re.compile(
    r"(?:[AEFHILMNORSX](?=[A-Z\d-]|\b)|8|11\b|18\b|(?:hour|honest|honou?r|heir))|"
    r"(?!(?:unanim|uni(?:[^nm]|[nm]a)|use|usu|uti|uto|eu|ewe|one\b|once\b|ouija|[uU]\.?[A-Z]))[aeiou]"
)


def takes_an(word: str) -> bool:
    """Whether “an” stands before a word, by its sound."""
    start = word.lstrip("“\"'‘*(")
    return _VOWEL.match(start if start[1:2].isupper() or not start[1:2].isalpha() else start.lower()) is not None
