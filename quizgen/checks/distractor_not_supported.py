"""No distractor says what the quoted sentence says.

A distractor is named where all its words of content, three or more and not all of them names, stand in the sentence of
a quote in the same order, and neither a denial nor an opposite differs: whoever picks it can point at the brief. In
`select` it is named too where it stands in a quote that carries every answer in the same way, as one more entry of a
list, however short it is.

To take distractors from elsewhere in the brief is good craft and never named. So is the other side of a contrast (“X
works for profit, while Y …”): in a sentence with one, a distractor counts only in the part that also carries an answer.
A `choice` that rests on several sentences may ask what they have in common or which of them comes first; what only one
of them says is then a fair distractor, and it is not named. False statements are for `false-statement-corrected`.

What is said in other words is not seen: of 26 answers of real `select` items that were turned into distractors 16 were
named, and none of the 133 real distractors.

Bad:

    distractors:
      - text: Money with which repairs can begin at once
        why: The brief speaks of what is set aside.
      - text: A gift that the mainland sends
        why: The fund is the island's own.

Good:

    distractors:
      - text: Money that is borrowed so that repairs can begin at once
        why: Nobody lends it; it is set aside.
      - text: A gift that the mainland sends
        why: The fund is the island's own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import Carrier, Ground, carriers, grounds
from quizgen.model import Choices, Statement
from quizgen.text import content, meaning

NAME = "distractor-not-supported"
SEVERITY = Severity.WARNING

_FEWEST_WORDS = 3
_CONTRASTS = {
    language: re.compile(rf"\b(?:{words})\b|;", re.IGNORECASE)
    for language, words in {
        "en": "although|but|contrast|except|however|instead|neither|no|none|nor|not|nothing|rather|than|though|unlike|"
        "whereas|while|without|yet",
        "es": "aunque|contrario|excepto|mientras|nada|ni|no|pero|salvo|sin|sino",
    }.items()
}


def check(course: Course) -> Iterator[Remark]:
    """Complain of each option held to be false that the quoted sentence bears out."""
    language = course.settings.language
    for ground in grounds(course):
        answer = ground.question.answer
        if not isinstance(answer, Choices) or any(brief.language != language for brief in ground.briefs):
            continue
        places = {option.where for option in answer.options}
        answers = tuple(claim.text for claim in ground.question.claims)
        for falsehood in ground.question.falsehoods:
            if falsehood.where in places:
                yield from _borne_out(falsehood, answers, ground, answer.multiple, language)


def _borne_out(
    falsehood: Statement, answers: tuple[str, ...], ground: Ground, multiple: bool, language: str
) -> Iterator[Remark]:
    words = content.stems(falsehood.text, language)
    if not words or not any(set(words) <= content.stem_set(passage.text, language) for passage in ground.passages):
        return  # nearly always, and quick
    carrying = carriers(ground)
    said = multiple or len(carrying) == 1
    for carrier in carrying:
        if (said and _says(carrier, falsehood.text, words, answers, language)) or (
            multiple and _lists(ground.quotes, words, answers, language)
        ):
            message = (
                "this is held to be false, but the sentence that is quoted says it too: a student who picks it may be "
                "right; make it say something else, or count it among the answers"
            )
            yield Remark(falsehood.where, message, item=ground.question.id, see=carrier.passage.at(carrier.start))
            return


def _says(carrier: Carrier, text: str, words: tuple[str, ...], answers: tuple[str, ...], language: str) -> bool:
    """Whether a sentence has the words in their order, in a part with an answer where it contrasts, and denies none."""
    if len(words) < _FEWEST_WORDS or not _says_of_names(text, language):
        return False
    parts = _parts(carrier.text, language)
    holding = [part for part in parts if _in_order(words, content.stems(part, language))]
    if len(parts) > 1:
        holding = [part for part in holding if any(_mostly_in(answer, part, language) for answer in answers)]
    return bool(holding) and not meaning.flips(text, carrier.text, language)


def _says_of_names(text: str, language: str) -> bool:
    """Whether a text has words of content besides names: these alone stand in every sentence about them."""
    return any(content.content_stem(word, language) for word in text.split() if word[:1].islower())


def _lists(quotes: tuple[str, ...], words: tuple[str, ...], answers: tuple[str, ...], language: str) -> bool:
    """Whether a quote has the words as it has every answer."""
    return any(
        any(_in_order(words, content.stems(part, language)) for part in _parts(quote, language))
        and all(_in_order(content.stems(answer, language), content.stems(quote, language)) for answer in answers)
        for quote in quotes
    )


@functools.lru_cache(maxsize=4096)
def _parts(text: str, language: str) -> tuple[str, ...]:
    """A sentence cut where it contrasts one thing with another."""
    return tuple(_CONTRASTS[language].split(text))


def _in_order(words: Iterable[str], among: Iterable[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


def _mostly_in(answer: str, part: str, language: str) -> bool:
    stems = content.stem_set(answer, language)
    return 2 * len(stems & content.stem_set(part, language)) >= len(stems)
