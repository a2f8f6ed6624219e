"""A stem is not much harder to read than the brief that it asks about.

What is tested is the brief, not how well students unpick a sentence. The level is the years of school that a text asks
for by the length of its sentences and words (Flesch and Kincaid; in Spanish by Fernández Huerta, put on the same scale,
with syllables estimated). A stem of 25 words and more is held against its whole brief, and only a stem that lies more
than six years above it is named: stems of sound banks lie up to five years above, since they often are one sentence.
Words in quotation marks do not count. Long names raise the level, too; where it is they, an `allow` says so.

Source: Haladyna, Downing & Rodriguez 2002, guideline 8, simple vocabulary; the formula is that of Kincaid, Fishburne,
Rogers & Chissom 1975.

Bad:

    stem: >-
      Considering the comparative administrative advantages that characterize precautionary accumulation of financial
      resources over retrospective indebtedness, which institutional arrangement does the publication denominate a storm
      fund?

Good:

    stem: >-
      The brief compares two ways of paying for repairs, one that begins before a storm and one that begins after it.
      What does it call a storm fund?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.text import quotations, reading

NAME = "reading-level"
SEVERITY = Severity.WARNING

_FEWEST_WORDS = 25
_SHORT = 120
"""A stem of so few characters has fewer words, or needs no counting."""
_MARGIN = 6


def check(course: Course) -> Iterator[Remark]:
    """Complain of each stem that asks for many more years of school than its brief."""
    language = course.settings.language
    levels = {
        brief.id: reading.grade("\n".join(passage.text for passage in brief.passages), language)
        for brief in course.briefs
        if brief.language == language
    }
    for question in course.current:
        if len(question.stem) < _SHORT:
            continue
        own = [levels[evidence.brief] for evidence in question.evidence if evidence.brief in levels]
        stem = markup.plain(quotations.outside(question.stem))
        if not own or len(stem.split()) < _FEWEST_WORDS:
            continue
        level = reading.grade(stem, language)
        if level > max(own) + _MARGIN:
            message = (
                f"the stem reads like grade {level:.0f}, the brief like grade {max(own):.0f}: "
                "use shorter sentences and plainer words"
            )
            yield Remark(question.at("stem"), message, item=question.id)
