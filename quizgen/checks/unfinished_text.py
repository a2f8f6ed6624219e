"""Nothing is left to be written.

`TODO`, `FIXME`, `TBD`, “lorem ipsum”, “???” and templates such as `[insert a reason]` in a text or a quote mean that a
curator, or the program that imported the item, left something open. Write it, or retire the item. Capitals are meant:
a to-do list may be asked about. `XXX` counts alone or before a colon, and `TBD` there
and at the end of a text, since they may be figures and names.

Source: Haladyna, Downing & Rodriguez 2002, guideline 11, edit and proof.

Bad:

    rationale: "A lender would first ask for ???"

Good:

    rationale: The money is there before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding.prose import holding
from quizgen.model import Question

NAME = "unfinished-text"
SEVERITY = Severity.ERROR

_REST = (
    r"\bFIXME\b|^\s*XXX(?=\s*:|\s*$)|\bTBD(?=\s*:|\W*$)|\bX{4,}\b|(?i:\blorem ipsum\b)|\?{3,}"
    r"|(?i:[\[<](?:insert|add|write|your|fill in|escriba|inserte)\b[^\]>\n]{0,60}[\]>])"
)
# Spanish has the word TODO, “all”, so there it counts alone or before a colon.
_OPEN = {
    "en": re.compile(rf"\bTODO\b(?!\s+(?:list|LIST)\b)|{_REST}"),
    "es": re.compile(rf"^\s*TODO(?=\s*:|\s*$)|\bPOR HACER\b|{_REST}"),
}
_IN_A_QUOTE = ("TODO", "FIXME", "TBD", "XXX", "orem", "OREM", "???", "[", "<", "POR HACER")
_SIGNS = ("todo", "fixme", "tbd", "xxx", "lorem", "???", "[", "<", "por hacer")


def check(course: Course) -> Iterator[Remark]:
    """Complain of each text that still has to be written."""
    pattern = _OPEN[course.settings.language]
    for question, written in holding(course, _SIGNS):
        for part, text, where in written:
            yield from _open(question, part, text, where, pattern)
    quoted = "\n".join(evidence.quote for question in course.current for evidence in question.evidence)
    signs = [sign for sign in _IN_A_QUOTE if sign in quoted]
    for question in course.current if signs else ():
        for evidence in question.evidence:
            if not evidence.open and any(sign in evidence.quote for sign in signs):
                yield from _open(question, "the quote", evidence.quote, evidence.quote_where, pattern)


def _open(question: Question, part: str, text: str, where: Location, pattern: re.Pattern[str]) -> Iterator[Remark]:
    found = pattern.search(text)
    if found:
        yield Remark(where, f"{part} says “{found.group().strip()}”: write what belongs there", item=question.id)
