"""No text of an item takes sides by its wording, or names people in a way that demeans them.

Words that tell readers what to think (“obviously”, “Unfortunately, …”, “Don't you agree …”) ask for assent, not for
knowledge; words such as “illegals” carry a judgment that the item does not argue. The list is short on purpose: words
that are loaded in one place and plain in another, such as “regime”, “terrorist” or “so-called”, are not on it. Words
that the brief itself uses, and words in quotation marks, are the authors' and may stand.

Source: the SAQUET rubric and Haladyna, Downing & Rodriguez 2002, guidelines 6 and 7, no opinion and no tricks.

Bad:

    rationale: Obviously the money must be there before it is needed, as saving takes years.

Good:

    rationale: The money must be there before it is needed, as saving takes years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding.prose import Written, holding
from quizgen.model import Question
from quizgen.text import quotations

NAME = "loaded-wording"
SEVERITY = Severity.WARNING

# Where each group of words is found, and what is wrong with it. A pattern is tried where one of the keys stands.
Row: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], str]
Compiled: TypeAlias = tuple[tuple[str, ...], re.Pattern[str], str]

_ASSENT = "it tells students what to think: leave it out"
_SIDES = "it takes sides: say what happened, and leave the judgment to the brief's authors"
_PEOPLE = "it demeans the people that it names"
_NEUTRAL = "a word without judgment is at hand"
_BEGINS = r"(?:^|[.!?;]\s+)"

_ENGLISH: tuple[Row, ...] = (
    (
        (
            "obviously",
            "needless to",
            "of course",
            "body knows",
            "one knows",
            "one agrees",
            "we all know",
            "undoubt",
            "y doubt",
            "a doubt",
        ),
        (
            r"\b(?:obviously|needless to say|as we all know|undoubtedly|without (?:a|any) doubt)\b",
            r"(?:^|[.!?,;(—–]\s*)of course\b(?! (?:of|in|on)\b)",
            r"(?<!almost )\b(?:everyone (?:knows|agrees)|everybody knows)\b(?! (?:of|about)\b)",
        ),
        _ASSENT,
    ),
    (("clearly,", "naturally,"), (rf"{_BEGINS}(?:clearly|naturally),",), _ASSENT),
    (
        ("you agree", "you think", "isn't it", "isn’t it"),
        (
            r"\b(?:don|wouldn)['’]t you (?:agree|think)\b",
            r"\bisn['’]t it (?:true|obvious|clear|time)\b",
        ),
        _ASSENT,
    ),
    (
        ("fortunately", "sadly", "regrettably", "shockingly", "disgracefully", "thankfully", "luckily"),
        (
            rf"{_BEGINS}(?:but |and )?(?:(?:un)?fortunately|sadly|regrettably|shockingly|disgracefully|thankfully"
            r"|(?:un)?luckily)\b(?! for\b)",
        ),
        _SIDES,
    ),
    (
        ("illegal",),
        (r"\billegal (?:aliens?|immigrants?|migrants?|refugees?)\b", r"\billegals\b"),
        f"{_PEOPLE}: write “without papers”, “undocumented” or “who entered without permission”",
    ),
    (
        ("horde", "swarm", "flood", "invasion"),
        (
            r"\b(?:hordes?|swarms?|floods?|invasions?) of (?:\w+ )?"
            r"(?:migrants|immigrants|refugees|asylum.seekers|foreigners)\b",
        ),
        f"{_PEOPLE}: write how many there were",
    ),
    (
        (
            "anchor bab",
            "wetback",
            "ex-con",
            "junkie",
            "retarded",
            "cripple",
            "handicapped",
            "negro",
            "gypsies",
            "savages",
        ),
        (
            r"\banchor bab(?:y|ies)\b|\bwetbacks?\b|\bjunkies?\b|\b(?:mentally )?retarded\b",
            r"\bcripple[sd]?\b(?! by)|\bthe handicapped\b|\bnegro(?:es)?\b|\bgypsies\b|\bsavages\b",
        ),
        f"{_PEOPLE}: name them as they name themselves",
    ),
    (
        ("wheelchair",),
        (r"\bwheelchair-bound\b|\bconfined to a wheelchair\b",),
        f"{_PEOPLE}: write “who uses a wheelchair”",
    ),
    (("mankind",), (r"(?-i:\bmankind\b)",), f"{_NEUTRAL}: write “humankind” or “people”"),
    (
        ("third world", "third-world", "primitive"),
        (
            r"\bthird.world (?:countr(?:y|ies)|nations?)\b",
            r"\bprimitive (?:people|peoples|tribes?|cultures?|societ(?:y|ies))\b",
        ),
        f"{_NEUTRAL}: name the countries or people, or write “poorer”",
    ),
)
_SPANISH: tuple[Row, ...] = (
    (
        ("obviamente", "por supuesto", "desde luego", "como todos sabe", "sin duda alguna", "evidentemente"),
        (r"\b(?:obviamente|por supuesto|desde luego|como todos sabe(?:mos|n)|sin duda alguna|evidentemente)\b",),
        _ASSENT,
    ),
    (("no cree", "no es "), (r"¿(?:acaso )?no (?:cree[sn]?|es (?:verdad|cierto|obvio)) que\b",), _ASSENT),
    (
        ("lamentablemente", "desgraciadamente", "afortunadamente", "por desgracia", "por suerte"),
        (
            rf"{_BEGINS}(?:pero |y )?(?:lamentablemente|desgraciadamente|(?:des)?afortunadamente)\b",
            rf"{_BEGINS}por (?:desgracia|suerte)\b",
        ),
        _SIDES,
    ),
    (
        ("ilegal",),
        (r"\b(?:inmigrantes?|migrantes?|extranjer[oa]s?) ilegal(?:es)?\b|\blos ilegales\b",),
        f"{_PEOPLE}: write “sin papeles” or “en situación irregular”",
    ),
    (
        ("subnormal", "minusválid", "retrasad"),
        (r"\bsubnormal(?:es)?\b|\bminusválid[oa]s?\b|\bretrasad[oa]s? mental(?:es)?\b",),
        f"{_PEOPLE}: write “personas con discapacidad”",
    ),
)
_ROWS = {
    language: tuple((keys, re.compile("|".join(patterns), re.IGNORECASE), advice) for keys, patterns, advice in table)
    for language, table in (("en", _ENGLISH), ("es", _SPANISH))
}
_AROUND = " .!?,;(—–\n"
_KEYS = {language: tuple(key for keys, _, _ in rows for key in keys) for language, rows in _ROWS.items()}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each loaded word that is neither quoted nor the brief's."""
    language = course.settings.language
    briefs = {brief.id: "\n".join(passage.text for passage in brief.passages).lower() for brief in course.briefs}
    for question, written in holding(course, _KEYS[language]):
        sources = [briefs[evidence.brief] for evidence in question.evidence if evidence.brief in briefs]
        rows = _rows("\n".join([entry.text for entry in written]), _ROWS[language])
        for entry in written:
            yield from _loaded(question, entry, sources, rows)


def _rows(text: str, rows: Iterable[Compiled]) -> tuple[Compiled, ...]:
    """The rows of which a key stands in a text."""
    folded = text.lower()
    return tuple(row for row in rows if any(key in folded for key in row[0]))


def _loaded(question: Question, written: Written, sources: list[str], rows: tuple[Compiled, ...]) -> Iterator[Remark]:
    found = _rows(written.text, rows)
    text = quotations.outside(written.text) if found else ""
    for _, pattern, advice in found:
        for match in pattern.finditer(text):
            phrase = match.group().strip(_AROUND)
            if not any(phrase.lower() in source for source in sources):
                yield Remark(written.where, f"{written.part} says “{phrase}”, and {advice}", item=question.id)
