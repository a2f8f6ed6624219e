"""Every name in an answer stands in the evidence.

Names are proper names, acronyms and identifiers (MS-13, COP 27). The same are a full name and its surname, with or
without a title; accents, capitals and full stops or none (U.S., US); a place, its people and what is of it (Guatemala,
Guatemalan); an acronym and its expansion, where the brief gives both; and what the brief's `aliases:` say, in the front
matter. The authors may be named anywhere, and a name that the stem gives need not be repeated by the evidence.

A name of the answer that stands in no passage of the evidence is an error; in a passage, but outside the quote, a
warning: widen the quote. What is no answer but belongs to the telling (the text of a cloze outside its
blanks, a true statement, a definition, a heading) may also stand in the sentence before or behind, and in an essay in
any passage of the evidence; if it stands elsewhere in the brief, that is a warning. Names in the stem, the rationale
and the explanations of options are held against the whole brief, as a warning.

The rule cannot see that a name is put in another's place where both stand beside the quote, nor that a title is wrong.
It passes over ordinary words with which a sentence begins, even where they are meant as names; in Spanish a first word
counts only where the brief has it as a name. An item in another language than its brief is not looked at.

Bad:

    type: short
    stem: Who proposed Isla Clara's storm fund?
    answer: Mayor Lucía Ibara
    evidence: [{passage: p2, quote: Mayor Lucía Ibarra proposed it}]

Good:

    type: short
    stem: Who proposed Isla Clara's storm fund?
    answer: Mayor Lucia Ibarra
    evidence: [{passage: p2, quote: Mayor Lucía Ibarra proposed it}]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import Ground, grounds, register_of
from quizgen.model import (
    Choices,
    Essay,
    Evidence,
    Gaps,
    Number,
    Pairs,
    Passage,
    Question,
    Sequence,
    Statement,
    Words,
)
from quizgen.prose import around
from quizgen.text import locate, sentences
from quizgen.text.mentions import is_written, mentions
from quizgen.text.names import Name
from quizgen.text.register import Register, nearest

NAME = "names-in-evidence"
SEVERITY = Severity.ERROR

Span = tuple[int, int]
Widened = Callable[[str, int, int], str]
"""What of a text counts as near to a span of it."""


@dataclass(frozen=True, slots=True)
class _Source:
    """An item's ground with the registers of its briefs; names are read as the first brief has them."""

    ground: Ground
    registers: Mapping[str, Register]

    @property
    def register(self) -> Register:
        return self.registers[self.ground.briefs[0].id]

    def evidence(self) -> Iterator[tuple[Evidence, Passage, Register]]:
        briefs = {brief.id: brief for brief in self.ground.briefs}
        for evidence in self.ground.question.evidence:
            passage = briefs[evidence.brief].passage(evidence.passage)
            if passage is not None:
                yield evidence, passage, self.registers[evidence.brief]

    def in_quotes(self, name: Name, widened: Widened) -> Passage | None:
        """The first passage that has the name in a quote, or near one; anywhere, where the quote is not to be found."""
        for evidence, passage, register in self.evidence():
            span = locate.find(evidence.quote, passage.text)
            if mentions(widened(passage.text, *span) if span else passage.text, name, register):
                return passage
        return None

    def in_passages(self, name: Name) -> Passage | None:
        """The passage of the evidence that has the name; of several, that where it stands nearest to a quote."""
        held = dict.fromkeys(
            passage for _, passage, register in self.evidence() if mentions(passage.text, name, register)
        )
        if len(held) > 1:
            near = self.in_quotes(name, sentences.around) or self.in_quotes(name, sentences.beside)
            return near or next(iter(held))
        return next(iter(held), None)

    def in_brief(self, name: Name) -> Passage | None:
        """The first passage of the briefs that has the name."""
        passages = ((passage, self.registers[brief.id]) for brief in self.ground.briefs for passage in brief.passages)
        return next((passage for passage, register in passages if mentions(passage.text, name, register)), None)

    def in_front(self, name: Name) -> bool:
        """Whether the front matter of a brief has the name."""
        return any(
            mentions(text, name, self.registers[brief.id])
            for brief in self.ground.briefs
            for text in (brief.title, ", ".join(brief.authors), brief.publisher, brief.note or "")
        )

    def is_author(self, name: Name) -> bool:
        """Whether the name is an author's."""
        return any(mentions(", ".join(brief.authors), name, self.registers[brief.id]) for brief in self.ground.briefs)


def check(course: Course) -> Iterator[Remark]:
    """Complain of each name that the source does not carry."""
    language = course.settings.language
    registers = {brief.id: register_of(brief) for brief in course.briefs if brief.language == language}
    for ground in grounds(course):
        if all(brief.id in registers for brief in ground.briefs):
            source = _Source(ground, registers)
            yield from _of_claims(source)
            yield from _of_context(source)


# The answer against its evidence


def _of_claims(source: _Source) -> Iterator[Remark]:
    for claim in source.ground.question.claims:
        names = source.register.names(claim.text)
        if names:
            yield from _of_claim(claim, names, source)


def _of_claim(claim: Statement, names: tuple[Name, ...], source: _Source) -> Iterator[Remark]:
    """What is wrong with the place of each name in the evidence; names that want the same are said together."""
    question = source.ground.question
    given = () if _is_stem(claim, question) else [name.words for name in source.register.names(question.stem)]
    asked = _asked(claim, question)
    outside: dict[tuple[Passage, bool], list[Name]] = {}
    for name in _distinct(names):
        is_asked = any(start < name.end and name.start < end for start, end in asked)
        if (name.words in given and not _is_all(name, claim)) or _is_carried(name, source, is_asked=is_asked):
            continue
        passage = source.in_passages(name)
        if passage is not None:
            if not isinstance(question.answer, Essay):
                outside.setdefault((passage, False), []).append(name)
            continue
        passage = source.in_brief(name)
        if passage is None:
            if is_asked or not source.in_front(name):
                yield _unknown(name, claim.text, claim.at(name.start), source)
        elif is_asked or not _is_described(name, claim, source):
            outside.setdefault((passage, is_asked), []).append(name)
    for (passage, is_error), together in outside.items():
        yield _outside(together, passage, claim, source, is_error)


def _is_all(name: Name, claim: Statement) -> bool:
    """Whether the claim is the name and nothing else."""
    return len(claim.text) - len(name.text) <= len("The .")


def _is_carried(name: Name, source: _Source, *, is_asked: bool) -> bool:
    """Whether the name stands where it should: what is asked for in a quote, the rest in a sentence beside it."""
    if any(is_written(name, quote) for quote in source.ground.quotes):
        return True
    return source.in_quotes(name, _itself if is_asked else sentences.beside) is not None or source.is_author(name)


def _is_stem(claim: Statement, question: Question) -> bool:
    """Whether the claim is what students read first: a true statement, or a definition."""
    return claim.text == question.stem


def _asked(claim: Statement, question: Question) -> tuple[Span, ...]:
    """The parts of a claim that students are asked for; the rest is there to ask for them."""
    whole = (0, len(claim.text))
    match question.answer:
        case Choices(options=options):
            return (whole,) if any(option.where == claim.where for option in options) else ()
        case Words() | Number():
            return () if _is_stem(claim, question) else (whole,)
        case Sequence():
            return (whole,)
        case Pairs(lefts=lefts, rights=rights, headings=headings):
            shown = rights if headings else tuple(left.text for left in lefts)
            start = next((len(text) for text in shown if claim.text.startswith(f"{text}: ")), 0)
            return ((start, len(claim.text)),)
        case Gaps() as gaps:
            return tuple(_blanks(gaps))
        case Essay():
            return ()
        case _:
            assert_never(question.answer)


def _blanks(gaps: Gaps) -> Iterator[Span]:
    """Where the blanks stand in the text that is filled with their answers."""
    end = 0
    for part in gaps.parts:
        start, end = end, end + len(part if isinstance(part, str) else part.accepted[0])
        if not isinstance(part, str):
            yield start, end


def _itself(text: str, start: int, end: int) -> str:
    return text[start:end]


def _is_described(name: Name, claim: Statement, source: _Source) -> bool:
    """Whether the evidence says “the administration” where claim and brief say “the Trump administration”."""
    noun = re.match(r"\s+([^\W\d_]{4,})", claim.text[name.end :])
    if noun is None or not noun.group(1).islower():
        return False
    named = f"{name.text} {noun.group(1)}"
    described = re.compile(
        rf"\b(?:the|this|that|these|those|its|their|el|la|los|las)\s+{noun.group(1)}\b", re.IGNORECASE
    )
    return any(named in text for text in source.register.texts) and any(
        described.search(passage.text) for passage in source.ground.passages
    )


def _outside(names: list[Name], passage: Passage, claim: Statement, source: _Source, is_error: bool) -> Remark:
    """Names that stand in a passage of the evidence but not near a quote, or in a passage that is no evidence yet."""
    said = " and ".join(f"“{name.text}”" for name in names)
    stand = "stands" if len(names) == 1 else "stand"
    if passage in source.ground.passages:
        several = len(source.ground.quotes) > 1
        widen = (
            "outside every quote: widen the one that carries it" if several else "outside the quote: widen the quote"
        )
        message = f"{said} {stand} in passage {passage.id} but {widen}"
    else:
        message = f"{said} {stand} in passage {passage.id}, which the item does not name: add it as evidence"
    severity = None if is_error else Severity.WARNING
    item = source.ground.question.id
    return Remark(claim.at(names[0].start), message, item=item, see=_place(names[0], passage), severity=severity)


# The rest of the item against the brief


def _of_context(source: _Source) -> Iterator[Remark]:
    question = source.ground.question
    judged = {statement.text for statement in (*question.claims, *question.falsehoods)}
    registers = [source.registers[brief.id] for brief in source.ground.briefs]
    for _, text, where in around(question):
        if text in judged:  # a claim was looked at above, and a falsehood may name anyone
            continue
        for name in _distinct(source.register.names(text)):
            if any(register.has(name) for register in registers):
                continue
            if source.in_brief(name) is None and not source.in_front(name):
                yield _unknown(name, text, where, source, Severity.WARNING)


def _unknown(name: Name, text: str, where: Location, source: _Source, severity: Severity | None = None) -> Remark:
    """A name that no brief of the item has, with the one that was meant, if any is like it."""
    meant = nearest(name, source.register)
    only = ", ".join(passage.id for passage in source.ground.passages)
    message = f"“{name.text}” stands nowhere in the brief: correct it, or leave it out"
    if severity is None:
        message = f"“{name.text}” stands neither in passage {only} nor elsewhere in the brief"
    suggestion = None
    if meant is not None and name.text == text.strip(" ."):
        suggestion = meant
    elif meant is not None:
        message += f"; the brief has “{meant}”"
    return Remark(where, message, suggestion, source.ground.question.id, severity=severity)


def _distinct(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Each name once, where it comes first."""
    return tuple({name.words: name for name in reversed(names)}.values())[::-1]


def _place(name: Name, passage: Passage) -> Location:
    """Where a passage has the name, as it is or by its longest word; the passage itself where it says it otherwise."""
    longest = max(re.findall(r"\w+", name.text), key=len, default=name.text)
    found = passage.text.find(name.text) if name.text in passage.text else passage.text.find(longest)
    return passage.at(found) if found >= 0 else passage.where
