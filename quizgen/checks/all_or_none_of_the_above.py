"""No option is “all of the above”, “none of the above” or the like.

Who sees that two options are right knows that “all of the above” is; who sees that one is wrong knows that it is not.
“None of the above” tests whether a student can see what is false, not whether they know what is true. And “above” means
nothing once the options are shuffled. Ask with `type: select` for all that apply, or write another distractor.

“None” alone is said too, unless the item asks how many: there it is a figure.

Source: Haladyna, Downing and Rodriguez (2002), guidelines 25 and 26.

Bad:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: None of the above
        why: One of them is right.

Good:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: A tax that ferry passengers pay
        why: The money comes from harbor fees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.options import offers
from quizgen.text import folding

NAME = "all-or-none-of-the-above"
SEVERITY = Severity.WARNING

_PATTERNS = {
    "en": re.compile(
        r"(?:.* )?(?:all|none|any|each) of the (?:above|foregoing|preceding)(?: (?!mentioned|named|listed).*)?|"
        r"(?:all|none|any|each) (?:of )?(?:the |these |those )?"
        r"(?:above|following|(?:the|these) others?|these|those|them|"
        r"(?:other )?(?:answers|options|choices|alternatives|responses))"
        r"(?: (?:is|are) (?:correct|right|true|wrong|false|incorrect))?"
    ),
    "es": re.compile(
        r"(?:.* )?(?:todas|todos|ninguna|ninguno|cualquiera) de (?:las|los) anteriores"
        r"(?: (?:es|son|respuestas?|opciones)\b.*)?|"
        r"(?:todas|todos|ninguna|ninguno|cualquiera) (?:de )?(?:(?:las|los|estas|estos) )?"
        r"(?:anteriores|otras|otros|demas|siguientes|ellas|ellos|estas|estos|(?:otras )?(?:respuestas|opciones))"
        r"(?: (?:es|son) (?:correctas?|verdaderas?|falsas?))?"
    ),
}
_ALONE = {"en": {"none", "all"}, "es": {"ninguna", "ninguno", "todas", "todos"}}
_HOW_MANY = {"en": re.compile(r"\bhow (?:many|much)\b", re.I), "es": re.compile(r"\bcu[aá]nt[oa]s?\b", re.I)}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each option that speaks of all the others."""
    language = course.settings.language
    for offer in offers(course):
        for option in offer.options:
            folded = folding.words(option.text)
            alone = folded in _ALONE[language] and not _HOW_MANY[language].search(offer.question.stem)
            if alone or _PATTERNS[language].fullmatch(folded):
                message = (
                    f"“{option.text}” speaks of the other options instead of answering: ask with `type: select` for "
                    "all that apply, or write another option"
                )
                yield Remark(option.where, message, item=offer.question.id)
