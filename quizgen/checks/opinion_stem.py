"""A stem that asks what is best, or what should be done, says in whose view.

“How should an island pay for storms?” asks for an opinion, and an opinion has no key. What the authors hold can be
known: “according to Ibarra”. The rule is off until a course asks for it: among public policy questions it was right
nearly always, among technical ones, where “how should” is settled practice, seldom. Items of kind `argument` have a
rule of their own.

Source: Haladyna, Downing & Rodriguez 2002, guideline 6, avoid opinion-based items.

Bad:

    stem: How should Isla Clara pay for repairs after a storm?

Good:

    stem: How should Isla Clara pay for repairs after a storm, according to Ibarra?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Choices, Essay, Number, Words
from quizgen.text import quotations, sentences

NAME = "opinion-stem"
SEVERITY: Severity | None = None

_OPINION = {
    "en": re.compile(
        r"^(?:how|what|whom?|which \w+|where|when|why)?\s*\bshould (?!you\b|i\b|it\b|this\b|that\b|one\b)"
        r"|\b(?:what|which|who)\b[^,?]*?\b(?:is|are|was|were)\b[^,?]{0,30}?\bthe "
        r"(?:(?:most|least) (?:important|effective|significant|serious|convincing|persuasive|useful|desirable)"
        r"|(?:best|worst)(?!-| selling)|greatest (?:threat|problem|challenge|danger|success|failure))\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"^¿?(?:cómo|qué|a quién|cuál \w+|dónde|cuándo|por qué)?\s*\b(?:debería|deberían|se debe|hay que)\b"
        r"|\b(?:cuál|cuáles|qué|quién)\b[^,?]*?\b(?:es|son|fue|fueron)\b[^,?]{0,30}?\b(?:el|la|los|las|lo) "
        r"(?:\w+ )?(?:más (?:importante|eficaz|grave|convincente|útil)|mejor|peor)(?:es)?\b",
        re.IGNORECASE,
    ),
}
_ATTRIBUTED = {
    "en": re.compile(
        r"\b(?:according|argu\w+|authors?|views?|briefs?|accounts?|claim\w*|held|holds?|descri\w+|says?|said|writes?"
        r"|wrote|expect\w*|readings?|framework|theor\w+|propos\w+|recommend\w*|suggest\w*|advi[sc]e\w*|reasoning"
        r"|considers?|terms|by the|under the)\b|\bfor [A-Z]|[’']s? \w+(?: \w+)? (?:of|for|on)\b",
    ),
    "es": re.compile(
        r"\b(?:según|autor\w*|informe|texto|sostien\w+|argument\w+|propon\w+|afirma\w*|recomiend\w+|opini\w+|a juicio"
        r"|para [A-ZÁÉÍÓÚ])",
    ),
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each question for an opinion that is nobody's."""
    opinion, attributed = _OPINION[course.settings.language], _ATTRIBUTED[course.settings.language]
    for question in course.current:
        if question.kind == "argument" or not isinstance(question.answer, Choices | Words | Number | Essay):
            continue
        if is_statement(question) or "?" not in question.stem:
            continue
        match = opinion.search(sentences.last(quotations.outside(question.stem)))
        if match and not attributed.search(question.stem):
            message = f"“{match.group().strip()}” asks for an opinion: say whose (“according to …”), or ask for a fact"
            yield Remark(question.at("stem"), message, item=question.id)
