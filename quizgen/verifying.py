"""Restated briefs held against their originals, passage by passage: figures, names, order, and words taken over.

Whoever holds the originals has them in a folder of the same form as `corpus/`. Nothing of them is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.findings import Finding, Remark, Report, Severity, in_order, stamp
from quizgen.grounding import register_of
from quizgen.model import Brief, Passage
from quizgen.reading_rules import VERIFYING
from quizgen.text import content, figures, folding, mentions
from quizgen.text.names import Name
from quizgen.text.register import Register, tokens

LONGEST_RUN = 11
"""As many words in a row may be the original's; one more is a sentence taken over."""


def verify(briefs: Sequence[Brief], originals: Mapping[str, Brief], unread: Sequence[Finding] = ()) -> Report:
    """Everything in which briefs and their originals differ as they should not; `unread` is what reading them found."""
    findings = list(unread)
    for brief in briefs:
        original = originals.get(brief.id)
        if original is None:
            message = f"there is no original `{brief.id}.md` in the folder to hold this brief against"
            findings.append(stamp(Remark(brief.where, message), "restated-passages", Severity.WARNING))
        else:
            findings.extend(_after_allowing(brief, tuple(_compared(brief, original))))
    return Report(in_order(findings), briefs=len(briefs))


@dataclass(frozen=True, slots=True)
class _Difference:
    """What is wrong by a rule with a passage."""

    rule: str
    passage: str
    remark: Remark


def _after_allowing(brief: Brief, differences: tuple[_Difference, ...]) -> Iterator[Finding]:
    """The differences that the brief's `allow` does not let stand, and each `allow` that lets nothing stand."""
    for difference in differences:
        if difference.passage not in brief.allow.get(difference.rule, {}):
            yield stamp(difference.remark, difference.rule)
    found = {(difference.rule, difference.passage) for difference in differences}
    for rule in VERIFYING:
        for passage in brief.allow.get(rule, {}):
            if (rule, passage) not in found:
                message = f"`{rule}` finds nothing in {passage}: delete this `allow`"
                where = brief.allow_where.get(rule, brief.where)
                yield stamp(Remark(where, message), "unused-allow", Severity.WARNING)


def _compared(brief: Brief, original: Brief) -> Iterator[_Difference]:
    partners = paired(brief.passages, original.passages, brief.language)
    yield from _out_of_step(brief, original, partners)
    # what either says of a name, that it is short for another, holds for both
    known = register_of(replace(brief, passages=(*brief.passages, *original.passages)))
    for passage in brief.passages:
        partner = partners.get(passage.id)
        if partner is None:
            continue
        if not brief.restated:
            yield from _not_the_same(passage, partner)
            continue
        yield from _figures(passage, partner, brief.language)
        yield from _names(passage, partner, brief.authors, known)
        yield from _taken_over(passage, original)


def _not_the_same(passage: Passage, partner: Passage) -> Iterator[_Difference]:
    if folding.typography(passage.text) != folding.typography(partner.text):
        message = f"the brief says `text: full`, but {passage.id} is not word for word the original's {partner.id}"
        yield _Difference("restated-passages", passage.id, Remark(passage.where, message, see=partner.where))


def _figures(passage: Passage, partner: Passage, language: str) -> Iterator[_Difference]:
    for lost in figures.missing(partner.text, [passage.text], language):
        message = f"the original's {partner.id} has “{lost.text}”, which {passage.id} has not: restate it"
        yield _Difference("restated-figures", passage.id, Remark(passage.where, message, see=partner.at(lost.start)))
    for added in figures.missing(passage.text, [partner.text], language):
        message = f"“{added.text}” is not in the original's {partner.id}: delete it, or mend it"
        yield _Difference("restated-figures", passage.id, Remark(passage.at(added.start), message, see=partner.where))


def _names(passage: Passage, partner: Passage, authors: Sequence[str], known: Register) -> Iterator[_Difference]:
    for lost in _missing(partner.text, passage.text, known):
        message = f"the original's {partner.id} names “{lost.text}”, which {passage.id} does not: restate it"
        yield _Difference("restated-names", passage.id, Remark(passage.where, message, see=partner.at(lost.start)))
    for added in _missing(passage.text, partner.text, known):
        if mentions.mentions(", ".join(authors), added, known):
            continue  # where the original says “I”, who else should be named
        message = f"“{added.text}” is not named in the original's {partner.id}: delete it, or mend it"
        yield _Difference("restated-names", passage.id, Remark(passage.at(added.start), message, see=partner.where))


def _missing(text: str, source: str, known: Register) -> Iterator[Name]:
    """The names of a text that the source has neither whole nor in all their words, wherever these stand.

    A long name, such as that of a conference or an envoy with the office, is told in other order when it is restated.
    """
    told = set(tokens(source))
    return (name for name in mentions.missing(text, [source], known) if not told.issuperset(name.words))


# Which passage answers to which.


def paired(passages: Sequence[Passage], originals: Sequence[Passage], language: str) -> dict[str, Passage]:
    """For each passage the one of the original that it restates, both in order; some may have none.

    With as many of each they go one to one; else the alignment with the most shared content is taken.
    """
    if len(passages) == len(originals):
        return {passage.id: original for passage, original in zip(passages, originals, strict=True)}
    alike = [[_alike(passage, original, language) for original in originals] for passage in passages]
    best = [[0.0] * (len(originals) + 1) for _ in range(len(passages) + 1)]
    for row in range(len(passages) - 1, -1, -1):
        for column in range(len(originals) - 1, -1, -1):
            together = alike[row][column] + best[row + 1][column + 1]
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs: dict[str, Passage] = {}
    row = column = 0
    while row < len(passages) and column < len(originals):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs[passages[row].id] = originals[column]
            row, column = row + 1, column + 1
    return pairs


def _alike(passage: Passage, original: Passage, language: str) -> float:
    """How much content two passages share, from 0 to 1 (Jaccard's measure over stems)."""
    ours, theirs = set(content.stems(passage.text, language)), set(content.stems(original.text, language))
    return len(ours & theirs) / (len(ours | theirs) or 1)


_SWAPPED = 0.15
"""As much more alike another passage must be before a pair is called out of step."""


def _out_of_step(brief: Brief, original: Brief, partners: Mapping[str, Passage]) -> Iterator[_Difference]:
    if len(brief.passages) != len(original.passages):
        message = f"the brief has {len(brief.passages)} passages, the original {len(original.passages)}"
        unmatched = [passage.id for passage in brief.passages if passage.id not in partners]
        restated = {partner.id for partner in partners.values()}
        lost = [passage.id for passage in original.passages if passage.id not in restated]
        if unmatched:
            message += f"; {', '.join(unmatched)} of the brief restates none"
        if lost:
            message += f"; {', '.join(lost)} of the original is not restated"
        yield _Difference("restated-passages", "", Remark(brief.where, message))
    for passage in brief.passages:
        partner = partners.get(passage.id)
        if partner is None:
            continue
        nearest = max(original.passages, key=lambda other: _alike(passage, other, brief.language))
        gain = _alike(passage, nearest, brief.language) - _alike(passage, partner, brief.language)
        if gain > _SWAPPED:
            message = f"{passage.id} reads as the original's {nearest.id}, not its {partner.id}: restore the order"
            yield _Difference("restated-passages", passage.id, Remark(passage.where, message, see=nearest.where))


# Words taken over.

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int


def _words(text: str) -> list[_Word]:
    found = _WORD.finditer(text)
    return [_Word(unicodedata.normalize("NFKC", match.group()).casefold(), match.start()) for match in found]


def _taken_over(passage: Passage, original: Brief) -> Iterator[_Difference]:
    """Each run of words in a passage that is longer than may be and stands in the original; its title may."""
    run = LONGEST_RUN + 1
    theirs = {window for text in original.passages for window in _windows([word.folded for word in _words(text.text)])}
    title = " ".join(word.folded for word in _words(original.title))
    words = _words(passage.text)
    windows = _windows([word.folded for word in words])
    start = 0
    while start < len(windows):
        if windows[start] not in theirs or " ".join(windows[start]) in title:
            start += 1
            continue
        end = start
        while end < len(windows) and windows[end] in theirs:
            end += 1
        first, last = words[start], words[end + run - 2]
        said = passage.text[first.start : last.start + len(last.folded)]
        message = f"{end - start + run - 1} words in a row are the original's: “{said}”; say them in other words"
        yield _Difference("own-words", passage.id, Remark(passage.at(first.start), message))
        start = end


def _windows(words: list[str]) -> list[tuple[str, ...]]:
    run = LONGEST_RUN + 1
    return [tuple(words[start : start + run]) for start in range(len(words) - run + 1)]
