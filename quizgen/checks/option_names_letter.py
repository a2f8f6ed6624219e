"""No stem, option or explanation names an option by its letter or its place: “option B”, “the last answer”.

Options are shuffled on every form and at every new start, so B is another option each time and the explanation wrong.
Say what the option says. A letter is seen behind “option”, “answer”, “choice” and the like, or where it “is correct”;
“vitamin C” and “Plan B” are not meant, nor is “the first option that Congress had”.

It holds with `shuffle: false` too, since not every format has letters: a card has none.

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
from quizgen.grounding.prose import holding
from quizgen.options import Offer, offer

NAME = "option-names-letter"
SEVERITY = Severity.WARNING

_NOUN = r"(?:options?|answers?|choices?|alternatives?|distractors?|responses?)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|last|previous|preceding)"
_VERDICT = r"(?:correct|incorrect|right|wrong|true|false|the (?:correct|right|best|wrong) (?:answer|option|choice))"
# What may follow “the last option” where an option of the item is meant: the end of a clause, or what is said of it.
_SAYS = (
    rf"(?=[.,;:)]|$|\s+(?:(?:is|are|was) (?:not )?(?:{_VERDICT}|too|only|a distractor|about(?! to))|"
    r"confuses?|repeats?|reverses?|"
    r"swaps?|describes?|mentions?|names?|overstates?|understates?|mixes|says|above|below)\b)"
)
_LETTER = r"(?:\(?[B-Hb-h]\b\)?|\(?(?-i:A)\b\)?(?! (?-i:[a-z]+(?:ed|ing))\b)|\(a\))(?!['’.]?[\w&])"
_OTHER_LETTER = r"(?<![\w-])" + "".join(
    rf"(?<!{word} )" for word in ("plan", "vitamin", "group", "type", "case", "hepatitis", "title")
)

_PATTERNS = {
    "en": re.compile(
        rf"\b{_NOUN} {_LETTER}|\b(?:option|choice|distractor)s? (?:no\. ?|#)?[1-9]\b(?![.,]?\d)|"
        rf"\bthe {_ORDINAL}(?: two| three)? {_NOUN}{_SAYS}|"
        r"\b(?:option|answer|choice|alternative|distractor|response) (?:above|below)\b|"
        rf"\bthe above {_NOUN}\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:opci[oó]n(?:es)?|respuestas?|alternativas?|inciso|literal) (?-i:\(?[A-H]\b\)?|\([a-h]\))|"
        r"\bla (?:primera|segunda|tercera|cuarta|última) (?:opción|respuesta|alternativa)"
        r"(?=[.,;:)]|$|\s+(?:es (?:correcta|falsa|la correcta)|confunde|repite|dice|describe|menciona|nombra)\b)|"
        r"\b(?:opci[oó]n(?:es)?|respuestas?|alternativas?) (?:anterior(?:es)?|de arriba|de abajo)\b",
        re.IGNORECASE,
    ),
}
_VERDICTS = {
    "en": re.compile(
        rf"{_OTHER_LETTER}\(?(?-i:[A-H])\)?(?: (?:and|or) \(?(?-i:[A-H])\)?)? (?:is|are) (?:not )?{_VERDICT}\b",
        re.IGNORECASE,
    ),
    "es": re.compile(r"(?<![\w-])\(?[A-H]\)? (?:es|son) (?:correct|incorrect|fals|verdader)[oa]s?\b"),
}
# One of these stands in whatever the patterns find; to look for them first is much quicker.
_NOUNS = {
    "en": ("option", "answer", "choice", "alternative", "distractor", "response"),
    "es": ("opci", "respuesta", "alternativa", "inciso", "literal"),
}
_IS = {"en": (" is ", " are "), "es": (" es ", " son ")}
_SAID = {"en": ("correct", "right", "wrong", "true", "false"), "es": ("correct", "fals", "verdader")}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each text of an item with options that names one of them so."""
    language = course.settings.language
    for question, _ in holding(course, (*_NOUNS[language], *_SAID[language])):
        offered = offer(question)
        for text, where, of in _texts(offered) if offered else ():
            if found := _named(text, language, in_stem=text is question.stem):
                message = (
                    f"“{found}”{of} names an option by its letter or place, and options are shuffled: say what it says"
                )
                yield Remark(where, message, item=question.id)


def _named(text: str, language: str, *, in_stem: bool) -> str | None:
    """The words of a text that name an option by its letter or its place; “C is wrong” in a stem may be of a riddle."""
    small = text.lower()
    found = None
    if any(noun in small for noun in _NOUNS[language]):
        found = _PATTERNS[language].search(text)
    if found is None and not in_stem and any(word in small for word in _IS[language]):
        found = _VERDICTS[language].search(text)
    return found.group() if found else None


def _texts(offer: Offer) -> Iterator[tuple[str, Location, str]]:
    """What students read of an item, where it stands, and what to say of it where the place alone does not."""
    question = offer.question
    yield question.stem, question.at("stem"), ""
    for option in offer.options:
        yield option.text, option.where, ""
        if option.why:
            yield option.why, option.why_at, " in the `why` of this option"
    yield question.rationale, question.at("rationale"), ""
