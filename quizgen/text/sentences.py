"""The sentences of a text, as spans of code points."""

from __future__ import annotations

import functools
import re

from quizgen.text import locate

# A full stop ends no sentence behind these, nor behind a single letter (an initial, “U.S.”, “D.C.”).
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|sr|sra|jr|st|gen|gov|sen|rep|prof|dra|vs|etc|cf|al|ltd|inc|e\.g|i\.e|p\.ej)|\b[^\W\d_])$",
    re.IGNORECASE,
)
_LONGEST = 5  # code points of an abbreviation, with what stands before it: to search all of a text takes long
_END = re.compile(r"(?P<stop>[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_])(?=[\"'“‘«(\[]*(?P<following>.))", re.DOTALL)


@functools.lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends, without the space between them."""
    spans = []
    start = 0
    for end in _END.finditer(text):
        if end["stop"] == "." and _goes_on(text, end):
            continue
        spans.append((start, start + len(text[start : end.end()].rstrip())))
        start = end.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return tuple(spans)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, or what follows cannot begin a sentence."""
    following, stop = end["following"], end.start()
    if following.islower() or (following.isdigit() and text.endswith("No", 0, stop)):
        return True
    return _ABBREVIATED.search(text, max(0, stop - _LONGEST), stop) is not None


def around(text: str, start: int, end: int) -> str:
    """The sentence, or the run of sentences, that a span of the text stands in."""
    touched = [span for span in sentences(text) if span[0] < end and start < span[1]]
    return text[touched[0][0] : touched[-1][1]] if touched else ""


def carrying(quote: str, text: str) -> str:
    """The sentence, or the run of sentences, that a quote of the text stands in; empty where it stands nowhere."""
    span = locate.find(quote, text)
    return around(text, *span) if span else ""


def beside(text: str, start: int, end: int) -> str:
    """What `around` gives, with the sentences before and behind it, which may say what “it” and “the region” are."""
    spans = sentences(text)
    touched = [index for index, span in enumerate(spans) if span[0] < end and start < span[1]]
    if not touched:
        return ""
    return text[spans[max(0, touched[0] - 1)][0] : spans[min(len(spans) - 1, touched[-1] + 1)][1]]


def last(text: str) -> str:
    """The last sentence of a text; empty where it has none."""
    spans = sentences(text)
    return text[spans[-1][0] : spans[-1][1]] if spans else ""
