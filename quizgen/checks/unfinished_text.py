"""Nothing is left to be written.

`TODO`, `FIXME`, `TBD`, “lorem ipsum”, “???” and templates such as `[insert a reason]` in a text or a quote mean that a
curator, or the program that imported the item, left something open. Write it, or retire the item. Capitals are meant:
a to-do list may be asked about. `XXX` counts where it stands alone or before a colon, since it is the number 30, too.

Source: Haladyna, Downing & Rodriguez 2002, guideline 11, edit and proof.

Bad:

    rationale: "TODO: say why."

Good:

    rationale: The money is there before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Question
from quizgen.prose import Written, texts

NAME = "unfinished-text"
SEVERITY = Severity.ERROR

_REST = (
    r"\b(?:FIXME|TBD|TBC)\b|^\s*XXX(?=\s*:|\s*$)|\bX{4,}\b|(?i:\blorem ipsum\b)|\?{3,}"
    r"|(?i:[\[<](?:insert|add|write|your|fill in|escriba|inserte)\b[^\]>\n]{0,60}[\]>])"
)
# Spanish has the word TODO, “all”, so there it counts alone or before a colon.
_OPEN = {
    "en": re.compile(rf"\bTODO\b(?!\s+(?:list|LIST)\b)|{_REST}"),
    "es": re.compile(rf"^\s*TODO(?=\s*:|\s*$)|\bPOR HACER\b|{_REST}"),
}
_SIGNS = ("TODO", "FIXME", "TBD", "TBC", "XXX", "psum", "PSUM", "???", "[", "<", "POR HACER")


def check(course: Course) -> Iterator[Remark]:
    """Complain of each text that still has to be written."""
    pattern = _OPEN[course.settings.language]
    for question in course.current:
        written = [*texts(question), *_quotes(question)]
        together = "\n".join(text for _, text, _ in written)
        if not any(sign in together for sign in _SIGNS):
            continue
        for part, text, where in written:
            found = pattern.search(text)
            if found:
                message = f"{part} says “{found.group().strip()}”: write what belongs there"
                yield Remark(where, message, item=question.id)


def _quotes(question: Question) -> Iterator[Written]:
    return (Written("the quote", evidence.quote, evidence.quote_where) for evidence in question.evidence)
