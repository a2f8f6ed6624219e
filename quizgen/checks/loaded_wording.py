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
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.model import Question
from quizgen.prose import Written, texts
from quizgen.text import quotations

NAME = "loaded-wording"
SEVERITY = Severity.WARNING

# Where each group of words is found, and what is wrong with it. A pattern is tried where one of the keys stands.
Row = tuple[tuple[str, ...], tuple[str, ...], str]

_ASSENT = "it tells students what to think: leave it out"
_SIDES = "it takes sides: say what happened, and leave the judgment to the brief's authors"
_PEOPLE = "it demeans the people that it names"
_NEUTRAL = "a word without judgment is at hand"
_BEGINS = r"(?:^|[.!?;]\s+)"

_ENGLISH: tuple[Row, ...] = (
    (
        ("obviously", "needless to say", "of course", "everyone", "everybody", "as we all know", "doubt"),
        (
            r"\b(?:obviously|needless to say|as we all know|undoubtedly|without (?:a|any) doubt)\b",
            r"(?:^|[.!?,;(—–]\s*)of course\b(?! (?:of|in|on)\b)",
            r"\b(?:everyone|everybody) (?:knows|agrees)\b",
        ),
        _ASSENT,
    ),
    (("clearly,", "naturally,"), (rf"{_BEGINS}(?:clearly|naturally),",), _ASSENT),
    (
        ("don't", "don’t", "wouldn't", "wouldn’t", "isn't", "isn’t"),
        (
            r"\b(?:don|wouldn)['’]t you (?:agree|think|say|find)\b",
            r"\bisn['’]t it (?:true|obvious|clear|time)\b",
        ),
        _ASSENT,
    ),
    (
        ("how foolish", "how absurd", "how naive", "how wrong", "how outrageous", "how shameful", "how stupid"),
        (
            rf"{_BEGINS}how (?:foolish|absurd|naive|wrong|outrageous|shameful|stupid) (?:is|are|was|were|it|of|to|that)\b",
        ),
        _SIDES,
    ),
    (
        ("fortunately", "sadly", "regrettably", "shockingly", "disgracefully", "thankfully", "luckily", "shamefully"),
        (
            rf"{_BEGINS}(?:but |and )?(?:(?:un)?fortunately|sadly|regrettably|shockingly|disgracefully|thankfully"
            r"|(?:un)?luckily|shamefully)\b(?! for\b)",
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
            r"\banchor bab(?:y|ies)\b|\bwetbacks?\b|\bex-cons?\b|\bjunkies?\b|\b(?:mentally )?retarded\b",
            r"\bcripple[sd]?\b(?! by)|\bthe handicapped\b|\bnegro(?:es)?\b|\bgypsies\b|\bsavages\b",
        ),
        f"{_PEOPLE}: name them as they name themselves",
    ),
    (
        ("wheelchair",),
        (r"\bwheelchair-bound\b|\bconfined to a wheelchair\b",),
        f"{_PEOPLE}: write “who uses a wheelchair”",
    ),
    (("mankind",), (r"\bmankind\b",), f"{_NEUTRAL}: write “humankind” or “people”"),
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
            rf"{_BEGINS}(?:pero |y )?(?:lamentablemente|desgraciadamente|(?:des)?afortunadamente|por desgracia|por suerte)\b",
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
    language: tuple((keys, re.compile("|".join(patterns)), advice) for keys, patterns, advice in table)
    for language, table in (("en", _ENGLISH), ("es", _SPANISH))
}
_AROUND = " .!?,;(—–\n"
_KEYS = {language: tuple(key for keys, _, _ in rows for key in keys) for language, rows in _ROWS.items()}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each loaded word that is neither quoted nor the brief's."""
    language = course.settings.language
    briefs = {brief.id: "\n".join(passage.text for passage in brief.passages).lower() for brief in course.briefs}
    for question in course.current:
        written = list(texts(question))
        together = "\n".join(text for _, text, _ in written).lower()
        if any(key in together for key in _KEYS[language]):
            sources = [briefs[evidence.brief] for evidence in question.evidence if evidence.brief in briefs]
            for entry in written:
                yield from _loaded(question, entry, sources, language)


def _loaded(question: Question, written: Written, sources: list[str], language: str) -> Iterator[Remark]:
    text = quotations.outside(written.text).lower()
    for keys, pattern, advice in _ROWS[language]:
        if not any(key in text for key in keys):
            continue
        for match in pattern.finditer(text):
            phrase = match.group().strip(_AROUND)
            if not any(phrase in source for source in sources):
                yield Remark(written.where, f"{written.part} says “{phrase}”, and {advice}", item=question.id)
