"""No option joins others: “A and B”, “I and III only”, “both of these”.

Such an item, of type K, is solved by what the combinations have in common rather than by what a student knows, and its
letters mean nothing once the options are shuffled. Ask with `type: select` for all that apply.

Source: Haladyna, Downing and Rodriguez (2002), guideline 9.

Bad:

    distractors:
      - text: A loan that is agreed after a storm
        why: A loan comes after the storm.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
      - text: Both A and B
        why: Only one of them is right.

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

NAME = "combined-options"
SEVERITY = Severity.WARNING

_LABEL = r"\(?(?:[A-F]|[a-f]|[IVX]{1,4}|[ivx]{1,4}|[1-6])[).]?"
_NOUN = {"en": r"(?:(?:statement|option|answer|choice)s? )?", "es": r"(?:(?:afirmaci|opci)ones |respuestas )?"}
_LABELS = {
    "en": re.compile(
        rf"(?:(?P<word>[Oo]nly|[Bb]oth|[Ee]ither|[Nn]either) )?{_NOUN['en']}{_LABEL}(?:, {_LABEL})*,? (?:and|or|nor|&) "
        rf"{_LABEL}(?P<only>,? (?:only|alone|(?:is|are) (?:correct|right|true|wrong)))?\.?"
    ),
    "es": re.compile(
        rf"(?:(?P<word>[Ss]ólo|[Ss]olo|[Ss]olamente|[Aa]mb[ao]s:?|[Tt]anto|[Nn]i) )?{_NOUN['es']}{_LABEL}"
        rf"(?:, {_LABEL})* (?:y|e|o|u|ni|como) {_LABEL}(?P<only> (?:solamente|son (?:correctas|verdaderas)))?\.?"
    ),
}
_PRONOUNS = {
    "en": re.compile(
        r"(?:both|neither|either)(?: (?:of )?(?:the )?(?:above|these|those|them|two|(?:other )?(?:answers|options|"
        r"choices|statements)))?(?: (?:is|are) (?:correct|right|true|wrong|false))?"
    ),
    "es": re.compile(
        r"(?:ambas|ambos|las dos|los dos|ninguna de las dos|ninguno de los dos)"
        r"(?: (?:respuestas|opciones|anteriores|cosas))?"
        r"(?: (?:es|son) (?:correctas?|verdaderas?|falsas?))?"
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each option that is made of others."""
    language = course.settings.language
    for offer in offers(course):
        for option in offer.options:
            if _PRONOUNS[language].fullmatch(folding.words(option.text)) or _joins_labels(option.text, language):
                message = f"“{option.text}” is made of other options: ask with `type: select` for all that apply"
                yield Remark(option.where, message, item=offer.question.id)


def _joins_labels(text: str, language: str) -> bool:
    """Whether a text is labels with “and” between them; bare figures, “2 and 3”, may be an answer."""
    match = _LABELS[language].fullmatch(text)
    return match is not None and bool(match["word"] or match["only"] or not any(map(str.isdigit, text)))
