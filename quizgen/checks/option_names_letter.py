"""No stem, option or explanation names an option by its letter or its place: “option B”, “the last answer”.

Options are shuffled on every form and at every new start, so B is another option each time and the explanation wrong.
Say what the option says. A letter is told behind “option”, “answer”, “choice” and the like, or where it “is correct”;
“vitamin C” and “Plan B” are none, nor is “the first option that Congress had”.

An item that keeps its order with `shuffle: false` may name places, but its letters are still not those of each format.

Source: Haladyna, Downing and Rodriguez (2002), guideline 20 (vary the place of the key), which shuffling does.

Bad:

    rationale: Option B is a loan, and a loan comes after the storm.

Good:

    rationale: A loan comes after the storm, and a fund before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.options import Offer, offers

NAME = "option-names-letter"
SEVERITY = Severity.WARNING

_ORDINAL = r"(?:first|second|third|fourth|fifth|last|previous|preceding)"
_NOUN = r"(?:options?|answers?|choices?|alternatives?|distractors?|responses?)"
_VERDICT = r"(?:correct|incorrect|right|wrong|true|false|the (?:correct|right|best|wrong) (?:answer|option|choice))"
_SAYS = (
    r"(?:is|are|was) (?:not )?(?:correct|incorrect|right|wrong|true|false|too|only|a distractor)|"
    r"confuses?|repeats?|reverses?|swaps?|describes?|mentions?|names?|overstates?|understates?|mixes|says|above|below"
)
_LETTERS = r"\(?[B-H]\b\)?|\(?A\b\)?(?! [a-z]+(?:ed|ing)\b)"

_PATTERNS = {
    "en": re.compile(
        rf"\b(?i:{_NOUN}) (?:{_LETTERS})(?!['’.]?[\w&])|"
        rf"(?<![\w-])(?<![Pp]lan )(?<![Vv]itamin )(?<![Gg]roup )(?<![Tt]ype )(?<![Cc]ase )\(?[A-H]\)?(?: (?:and|or) \(?[A-H]\)?)? "
        rf"(?:is|are) (?:not )?{_VERDICT}\b|"
        rf"\b(?i:the {_ORDINAL}(?: two| three)? {_NOUN})(?=[.,;:)]|\s+(?:{_SAYS})\b|$)|"
        rf"\b(?i:(?:{_NOUN}|statements?) (?:above|below))\b|\b(?i:the (?:above|following) {_NOUN})\b"
    ),
    "es": re.compile(
        r"\b(?i:opci[oó]n|opciones|respuestas?|alternativas?|inciso|literal) (?:\(?[B-H]\b\)?|\(?A\b\)?|\(?[a-h]\))|"
        r"(?<![\w-])\(?[A-H]\)? (?:es|son) (?:correct|incorrect|fals|verdader)[oa]s?\b|"
        r"\b(?i:la (?:primera|segunda|tercera|cuarta|última) (?:opción|respuesta|alternativa))"
        r"(?=[.,;:)]|\s+(?:es|era|confunde|repite|dice|describe|menciona|nombra)\b|$)|"
        r"\b(?i:(?:opción|opciones|respuestas?|alternativas?) (?:anterior|anteriores|de arriba|de abajo))\b"
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each text of an item with options that names one of them so."""
    pattern = _PATTERNS[course.settings.language]
    for offer in offers(course):
        for text, where in _texts(offer):
            if found := pattern.search(text):
                message = f"“{found.group()}” names an option by its letter or place, and options are shuffled: say what it says"
                yield Remark(where, message, item=offer.question.id)


def _texts(offer: Offer) -> Iterator[tuple[str, Location]]:
    """What students read of an item."""
    question = offer.question
    yield question.stem, question.at("stem")
    for option in offer.options:
        yield option.text, option.where
        if option.why:
            yield option.why, option.where
    yield question.rationale, question.at("rationale")
