"""What keeps a curator's YAML from being read, said so that it can be mended, at the line that is to blame.

A parser stops where a text cannot go on, which is often a line too late, and speaks of its own rules. Each of the
functions in the table knows one slip by what was written there and above, and says nothing of any other.
"""

from __future__ import annotations

from collections.abc import Callable

from quizgen.yaml_mistakes import indentation, marks
from quizgen.yaml_mistakes.marks import BRACES
from quizgen.yaml_mistakes.stop import Mistake, Stop

__all__ = ["BRACES", "Mistake", "Stop", "mistake"]

_SLIPS: tuple[Callable[[Stop], Mistake | None], ...] = (
    indentation.tab,
    marks.forbidden_sign,
    marks.quote_left_open,
    marks.bracket,
    marks.nothing_between,
    marks.dash,
    marks.no_space,
    indentation.indentation,
    indentation.text_beside,
    marks.trap,
)


def mistake(stop: Stop) -> Mistake:
    """The slip because of which a parser stopped."""
    found = (knows(stop) for knows in _SLIPS)
    return next((one for one in found if one is not None), None) or _unknown(stop)


def _unknown(stop: Stop) -> Mistake:
    if not stop.source.strip():
        message = "YAML ends here in the middle of something: look above for a quotation mark or bracket left open"
    else:
        message = "this line does not fit what stands above it: indent it like its neighbours (two spaces a level)"
    return Mistake(stop.line, stop.column, "yaml-syntax", message)
