"""No ellipsis leaves out the “not” of what it goes on with.

Where a passage says that money which is saved cannot mend the road, “money that is saved … mend the coast road” has
every word of it and says the contrary; whoever reviews the item against its quote sees nothing amiss. Named is a quote
whose left-out words hold “not”, “no”, “never” or “without” in the clause that it goes on with. What is left out as a
whole, a sentence or an aside between commas, may deny what it likes.

Bad:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
      - passage: p4
        quote: "Saving has its price: money that is saved … mend the coast road in a calm year"

Good:

    evidence:
      - passage: p2
        quote: a storm fund, money that is set aside before a storm
      - passage: p4
        quote: money that is saved cannot mend the coast road in a calm year
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import passages_by_key
from quizgen.model import Passage
from quizgen.text import locate

NAME = "quote-keeps-negation"
SEVERITY = Severity.WARNING

_END_OF_CLAUSE = re.compile(r"[,;:.!?()—–]")
_NEGATION = {
    "en": re.compile(
        r"\b(?:not|no|never|none|nor|neither|cannot|without|hardly)\b(?!\s+only\b)|n['’]t\b", re.IGNORECASE
    ),
    "es": re.compile(r"\b(?:no|nunca|jamás|ningún|ninguna|ninguno|tampoco|ni|sin)\b(?!\s+s[oó]lo\b)", re.IGNORECASE),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each quote that leaves out what denies the words behind its ellipsis."""
    languages = {brief.id: brief.language for brief in course.briefs}
    passages = passages_by_key(course)
    for question in course.current:
        for evidence in question.evidence:
            passage = passages.get((evidence.brief, evidence.passage))
            if passage is None or len(locate.parts(evidence.quote)) < 2:
                continue
            for word, see in _left_out(evidence.quote, passage, languages[evidence.brief]):
                message = f"the quote leaves out “{word}”, which turns round what follows: quote that word too"
                yield Remark(evidence.quote_where, message, item=question.id, see=see)


def _left_out(quote: str, passage: Passage, language: str) -> Iterator[tuple[str, Location]]:
    """The words that deny in the clauses that begin in what is left out and go on in what is quoted."""
    found = locate.located(quote, passage.text)
    for (_, start), (end, _) in itertools.pairwise(found.spans if found else ()):
        ends = list(_END_OF_CLAUSE.finditer(passage.text, start, end))
        clause = ends[-1].end() if ends else start
        if denial := _NEGATION[language].search(passage.text, clause, end):
            yield denial.group(), passage.at(denial.start())
