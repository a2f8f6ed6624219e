"""Carry out the checks: in pieces that go to several processors, with each rule's severity and what items allow."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen import at_once
from quizgen.at_once import Work
from quizgen.checks import ALL as CHECKS
from quizgen.checks import BY_NAME, ELSEWHERE, OF_ITEMS, SWITCHABLE, Check, severity_of, usual_severity
from quizgen.course import Course
from quizgen.files import SETTINGS
from quizgen.findings import Finding, Location, Remark, Report, Severity, in_order, stamp
from quizgen.partly_read import seen
from quizgen.reading_rules import MANUALS, VERIFYING
from quizgen.validation import nearest_name

_MANY = 1_000
"""From so many items on, processes are worth beginning for the checks alone."""

_PIECE = 25
"""As many items are a piece at least."""

Piece: TypeAlias = "tuple[Course, Sequence[Check]]"
Said: TypeAlias = "Mapping[str, tuple[Remark, ...]]"
"""What each of some checks says, by its name."""


@dataclass(frozen=True)
class Looking:
    """A course that is to be looked at, by the checks that are switched on, in pieces of work."""

    course: Course
    on: Mapping[str, Severity]
    work: Work[Piece, Said]
    worth: bool

    def report(self, said: Sequence[Said]) -> Report:
        """Everything that reading has to say of the course, and the checks, with what the pieces came to."""
        course = self.course
        findings = [*course.findings, *_misnamed_rules(course)]
        used: set[tuple[str, str]] = set()
        allowed = {(question.id, rule) for question in course.questions for rule in question.allow}
        for name, severity in self.on.items():
            # what is of a whole bank, each of its parts says
            for remark in dict.fromkeys(remark for part in said for remark in part.get(name, ())):
                if remark.item is not None and (remark.item, name) in allowed:
                    used.add((remark.item, name))
                else:
                    findings.append(stamp(remark, name, severity))
        unused = severity_of("unused-allow", usual_severity("unused-allow"), course)
        if unused is not None:
            idle = (*_unused_allows(course, used), *_misnamed_allows(course))
            findings.extend(stamp(remark, "unused-allow", unused) for remark in idle)
        return Report(in_order(findings), sum(1 for _ in course.questions), len(course.briefs), course.unread)


def looking(course: Course, sound: Collection[str] = ()) -> Looking:
    """What the checks are to look at.

    `sound` has the ids of items of which the checks of items and their sources are known to say nothing.
    """
    weighed = {check.NAME: severity_of(check.NAME, check.SEVERITY, course) for check in CHECKS}
    on = {name: severity for name, severity in weighed.items() if severity is not None}
    of_items = [check for check in OF_ITEMS if check.NAME in on]
    of_all = [check for check in CHECKS if check.NAME in on and check not in OF_ITEMS]
    unknown = course.without(sound) if sound else course
    items = sum(1 for _ in unknown.questions)
    parts = max(1, min(8 * at_once.processors(), items // _PIECE))
    pieces = [(course, of_all), *((part, of_items) for part in unknown.parts(parts))]
    return Looking(course, on, Work(_said, pieces), items >= _MANY)


def run(course: Course, sound: Collection[str] = ()) -> Report:
    """Everything that reading and the checks have to say of a course; `sound` is as in `looking`."""
    one = looking(course, sound)
    return one.report(at_once.each(one.work, worth=one.worth))


def _said(piece: Piece) -> Said:
    course, on = piece
    return {check.NAME: tuple(check.check(seen(course, check.NAME))) for check in on}


def _misnamed_rules(course: Course) -> Iterator[Finding]:
    """The rules that the course's settings name and that do not exist."""
    for name in course.settings.rules:
        if name not in SWITCHABLE:
            where = course.settings_read.at("rules", name) if course.settings_read else Location(SETTINGS)
            yield stamp(
                Remark(where, f"there is no rule `{name}` to switch", nearest_name(name, SWITCHABLE)), "unknown-key"
            )


def _unused_allows(course: Course, used: set[tuple[str, str]]) -> Iterator[Remark]:
    """Each `allow` of an item that lets nothing stand."""
    for question in course.questions:
        for rule in question.allow:
            if question.unread and rule in BY_NAME:
                continue  # not every rule has seen all of it
            off = rule in BY_NAME and severity_of(rule, BY_NAME[rule].SEVERITY, course) is None
            if (question.id, rule) in used or off or rule in ELSEWHERE:
                continue
            suggestion = None
            if rule in BY_NAME:
                message = f"`{rule}` finds nothing here: delete this `allow`"
            elif rule in MANUALS:
                message = f"`{rule}` cannot be allowed, only mended: delete this `allow`"
            else:
                message, suggestion = f"there is no rule `{rule}`", nearest_name(rule, BY_NAME)
            yield Remark(question.at("allow"), message, suggestion, question.id)


def _misnamed_allows(course: Course) -> Iterator[Remark]:
    """Each `allow` of a brief that names no rule of those which hold it against its original."""
    for brief in course.briefs:
        for rule in brief.allow:
            if rule not in VERIFYING:
                message = f"`{rule}` is no rule by which a brief is held against its original"
                yield Remark(brief.allow_where.get(rule, brief.where), message, nearest_name(rule, VERIFYING))
