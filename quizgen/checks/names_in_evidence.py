"""Every name in an answer stands in the evidence.

Names are proper names, acronyms and identifiers (MS-13, COP 27). The same are a full name and its surname, with or
without a title; accents, capitals and full stops or none (U.S., US); a place, its people and what is of it (Guatemala,
Guatemalan); an acronym and its expansion, where the brief gives both; and what the brief's `aliases:` say, in the front
matter. The authors may be named anywhere, and a name that the stem gives need not be repeated by the evidence.

A name of the answer that stands in no passage of the evidence is an error, in an `order` a warning; in a passage, but
outside the quote, it is a warning: widen the quote. What is no answer but belongs to the telling (the text of a cloze
outside its blanks, a true statement, a definition, a heading) may also stand in the sentence before or behind, or, but
for a statement, in the brief's title, where a title with several names gives only the setting (in Salvora, Salvora's);
in an essay, in any passage of the evidence; elsewhere in the brief it is a warning. Names in the stem, the rationale
and the explanations of options are held against the whole brief and against what is offered as an answer, as a warning.
So are the names in other accepted answers, and an answer in ordinary words that is written like a name of the brief
(Golden Triangle for Northern Triangle), and, in any claim, a name held together by “of the” and the like with one word
changed (Rights of the Family for Rights of the Child).

The rule cannot see that a name is put in another's place where both stand in the quote, nor that a title is wrong;
where one is only beside a quote that names the other, it asks, as a warning.
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
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import is_statement
from quizgen.grounding.claims import Asked, accepted, asked_spans, claims, how_asked
from quizgen.grounding.naming import Source, sources
from quizgen.grounding.prose import around
from quizgen.model import Essay, Pairs, Passage, Sequence, Statement
from quizgen.text import demonyms, sentences
from quizgen.text.mentions import is_written, mentions
from quizgen.text.names import Name, fold
from quizgen.text.register import nearest

NAME = "names-in-evidence"
SEVERITY = Severity.ERROR


def check(course: Course) -> Iterator[Remark]:
    """Complain of each name that the source does not carry."""
    for source in sources(course):
        yield from _of_claims(source)
        yield from _of_words_like_names(source)
        yield from _of_accepted(source)
        yield from _of_context(source)


# The answer against its evidence


def _of_claims(source: Source) -> Iterator[Remark]:
    for claim in claims(source.ground.question):
        names = source.names(claim.text)
        if names:
            yield from _of_claim(claim, names, source)
            yield from _of_neighbors(claim, names, source)


def _of_claim(claim: Statement, names: tuple[Name, ...], source: Source) -> Iterator[Remark]:
    """What is wrong with the place of each name in the evidence; names that want the same are said together."""
    outside: dict[tuple[Passage, bool], list[Name]] = {}
    for name, asked in _uncarried(claim, names, source):
        passage = source.in_passages(name)
        if passage is not None:
            if not isinstance(source.ground.question.answer, Essay):
                outside.setdefault((passage, False), []).append(name)
            continue
        passage = source.in_brief(name)
        if passage is not None:
            if asked is not Asked.NOT or not _is_described(name, claim, source):
                is_error = _is_error(name, asked, source)
                outside.setdefault((passage, is_error), []).append(name)
        elif asked is not Asked.NOT or not source.in_front(name):
            is_essay = isinstance(source.ground.question.answer, Essay)
            yield _unknown(name, claim.text, claim.at(name.start), source, Severity.WARNING if is_essay else None)
    for (passage, is_error), together in outside.items():
        yield _outside(together, passage, claim, source, is_error)


def _is_error(name: Name, asked: Asked, source: Source) -> bool:
    """Whether it is more than a warning that the name stands in another passage of the brief."""
    if isinstance(source.ground.question.answer, Sequence):  # it is the order that students are asked for
        return False
    return asked is Asked.WHOLE or (asked is Asked.PART and not source.in_title(name))


def _uncarried(claim: Statement, names: tuple[Name, ...], source: Source) -> Iterator[tuple[Name, Asked]]:
    """The names of a claim that do not stand where they should, each with whether students are asked for it."""
    spans = asked_spans(claim, source.ground.question)
    for whole in names:
        asked = how_asked((whole.start, whole.end), spans)
        if not _is_free(whole, claim, asked, source):
            parts = source.told_apart(whole)
            yield from ((name, asked) for name in parts if name is whole or not _is_free(name, claim, asked, source))


def _is_free(name: Name, claim: Statement, asked: Asked, source: Source) -> bool:
    """Whether the name stands where it should, the stem gives it, or around the answer the brief's title does."""
    question = source.ground.question
    if _is_carried(name, source, asked):
        return True
    is_stem = claim.text == question.stem  # what students read first: a true statement, or a definition
    if asked is not Asked.WHOLE and not is_stem and mentions(question.stem, name, source.register):
        return True
    if asked is not Asked.NOT or is_statement(question) or not source.in_title(name):
        return False
    return isinstance(question.answer, Pairs) or source.has_one_subject() or _is_setting(name, claim.text)


_BEFORE_SETTING = re.compile(
    r"\b(?:across|around|for|in|of|throughout|within|de|del|en|para|por)(?: (?:the|el|las?|los))? $", re.IGNORECASE
)
_BEHIND_SETTING = re.compile(r"['’]s\b|['’](?= )")


def _is_setting(name: Name, text: str) -> bool:
    """Whether a text says where something is or whose (`in Salvora`, `Salvora’s`, `Salvoran`), not who does it."""
    if _BEFORE_SETTING.search(text, 0, name.start) or _BEHIND_SETTING.match(text, name.end):
        return True
    return demonyms.is_people(name.words[-1]) or name.words[-1].isupper()


def _is_carried(name: Name, source: Source, asked: Asked) -> bool:
    """Whether the name stands where it should: what is asked for in a quote, the rest in a sentence beside it."""
    if any(is_written(name, quote) for quote in source.ground.quotes) or source.is_author(name):
        return True
    if source.in_quotes(name, sentences.beside if asked is Asked.NOT else _itself) is not None:
        return True
    return asked is not Asked.WHOLE and source.is_subject(name)


def _itself(text: str, start: int, end: int) -> str:
    return text[start:end]


def _of_neighbors(claim: Statement, names: tuple[Name, ...], source: Source) -> Iterator[Remark]:
    """Names around the answer that stand only in a sentence beside the quote, where the quote has another in its place.

    An essay may draw on whole passages. In 343 sound items this spoke once without cause.
    """
    if isinstance(source.ground.question.answer, Essay):
        return
    spans = asked_spans(claim, source.ground.question)
    apart = [
        name
        for name in names
        if how_asked((name.start, name.end), spans) is Asked.NOT and source.is_beside(name, claim.text)
    ]
    instead = source.left_out(claim.text) if apart else ()
    if instead:
        message = f"“{apart[0].text}” stands beside the quote, which names “{instead[0].text}”: is it the one meant?"
        yield Remark(claim.at(apart[0].start), message, item=source.ground.question.id, severity=Severity.WARNING)


def _is_described(name: Name, claim: Statement, source: Source) -> bool:
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


def _of_words_like_names(source: Source) -> Iterator[Remark]:
    """Answers in ordinary words that are written as names: `Golden Triangle` where the brief has the Northern one."""
    question = source.ground.question
    for claim in claims(question):
        for said, meant in source.mistaken(claim.text, asked_spans(claim, question)):
            message = f"“{said}” is written as a name, and the brief has no such; it has “{meant}”"
            yield Remark(claim.where, message, item=question.id, severity=Severity.WARNING)


# The other answers that are taken for right


def _of_accepted(source: Source) -> Iterator[Remark]:
    """Another name that the brief has, or one acronym for another; what it has not may be a translation."""
    for (answer, *others), where in accepted(source.ground.question):
        for name in source.names_of_others(answer, others):
            passage = None if _is_carried(name, source, Asked.WHOLE) else source.in_brief(name)
            if passage is not None:
                yield _accepted_too(name, answer, where, source, passage)
            elif fold(name.text).isupper() and fold(answer).isupper() and not source.knows(name):
                yield _accepted_too(name, answer, where, source, None)


# The rest of the item against the brief


def _of_context(source: Source) -> Iterator[Remark]:
    question = source.ground.question
    judged = [statement.text for statement in (*question.claims, *question.falsehoods)]
    registers = [source.registers[brief.id] for brief in source.ground.briefs]
    offered = [*judged, *(text for texts, _ in accepted(question) for text in texts)]
    for _, text, where in around(question):
        if text in judged:  # a claim was looked at above, and a falsehood may name anyone
            continue
        for name in source.names(text):
            if any(register.has(name) for register in registers):
                continue
            if not source.knows(name) and not _is_offered(name, offered, source):
                yield _unknown(name, text, where, source, Severity.WARNING)


def _is_offered(name: Name, offered: list[str], source: Source) -> bool:
    """Whether an option or answer has the name, of which there is something to say then."""
    return any(mentions(text, name, source.register) for text in offered)


# What is said


def _outside(names: list[Name], passage: Passage, claim: Statement, source: Source, is_error: bool) -> Remark:
    """Names that stand in a passage of the evidence but not near a quote, or in a passage that is no evidence yet."""
    said = " and ".join(f"“{name.text}”" for name in names)
    stand = "stands" if len(names) == 1 else "stand"
    message = f"{said} {stand} in passage {passage.id}"
    if passage not in source.ground.passages:
        message += ", which the item does not name: "
        spans = asked_spans(claim, source.ground.question)
        is_answer = Asked.WHOLE in [how_asked((name.start, name.end), spans) for name in names]
        message += "is it the right answer? If so, add that passage as evidence" if is_answer else "add it as evidence"
    elif len(source.ground.quotes) > 1:
        message += " but outside every quote: widen the one that carries it, or add one"
    else:
        message += " but outside the quote: widen the quote, or add one"
    severity = None if is_error else Severity.WARNING
    item = source.ground.question.id
    see = source.place(names[0], passage)
    return Remark(claim.at(names[0].start), message, item=item, see=see, severity=severity)


def _unknown(name: Name, text: str, where: Location, source: Source, severity: Severity | None = None) -> Remark:
    """A name that no brief of the item has, with the one that was meant, if any is like it."""
    meant = nearest(name, source.register)
    only = ", ".join(passage.id for passage in source.ground.passages)
    suggestion = None
    message = f"“{name.text}” stands nowhere in the brief: correct it, or leave it out"
    if severity is None:
        message = f"“{name.text}” stands neither in passage {only} nor elsewhere in the brief"
    if meant is None:
        message += "; if the brief names it otherwise, say so in its `aliases:`"
    elif name.text == text.strip(" ."):
        suggestion = meant
    else:
        message += f"; the brief has “{meant}”"
    return Remark(where, message, suggestion, source.ground.question.id, severity=severity)


def _accepted_too(name: Name, answer: str, where: Location, source: Source, passage: Passage | None) -> Remark:
    """A name that is accepted for another."""
    stands = f"stands in passage {passage.id}" if passage else "stands nowhere in the brief"
    message = (
        f"“{name.text}”, accepted for “{answer}”, {stands}: if both name the same, say so in the brief's `aliases:`"
    )
    see = source.place(name, passage) if passage else None
    return Remark(where, message, item=source.ground.question.id, see=see, severity=Severity.WARNING)
