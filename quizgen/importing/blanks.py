"""Texts in which something stands for each blank, as the parts of a text with its blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.importing.values import UnreadableError
from quizgen.model import Blank, Gaps

_HINT = re.compile(r" ?\*\(([^()*\n]{1,80})\)\*")


def gaps(prose: str, right: Sequence[tuple[str, ...]], signs: re.Pattern[str]) -> Gaps:
    """The parts of a text in which signs stand for blanks, given what is right in each.

    What is in brackets and italics behind one is its hint. The pattern is one group. Raises UnreadableError where there
    are more signs than blanks, or fewer.
    """
    pieces = signs.split(prose)
    if len(pieces) != 2 * len(right) + 1:
        raise UnreadableError("the blanks in the text are not those that have answers")
    return Gaps(tuple(_parts(pieces[::2], right)))


def _parts(texts: Sequence[str], right: Sequence[tuple[str, ...]]) -> Iterator[str | Blank]:
    for place, text in enumerate(texts):
        if place:
            hint = _HINT.match(text)
            yield Blank(right[place - 1], hint[1] if hint else None)
            text = text[hint.end() :] if hint else text
        if text:
            yield text
