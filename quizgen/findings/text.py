"""A report for reading: each finding with the line it speaks of and, where it has one, the line of its passage."""

from __future__ import annotations

import itertools
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.findings.values import Finding, Location, Report, Severity

Paint = Callable[[str, str], str]
"""Colours a text in a role (`error`, `warning`, `note`, `place`, `mark`); off a terminal it returns it as it is."""

_NOTHING_KNOWN: dict[Location, Location] = {}


def unpainted(text: str, role: str) -> str:
    """The text without colour."""
    return text


def as_text(
    report: Report,
    sources: Mapping[str, str],
    paint: Paint = unpainted,
    ends: Mapping[Location, Location] = _NOTHING_KNOWN,
) -> str:
    """A report for reading, a blank line between files, then the notes and how many findings there are of each kind.

    `ends` says of places where what stands there ends, so that all of it is underlined.
    """
    weighty = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    shown = {where.path for finding in weighty for where in (finding.where, finding.see) if where}
    lines = {path: sources[path].split("\n") for path in shown if path in sources}
    files = [
        "\n".join(_shown(finding, lines, paint, ends.get(finding.where)) for finding in group)
        for _, group in itertools.groupby(weighty, key=lambda finding: finding.where.path)
    ]
    return "\n\n".join([*files, *_notes(report, paint), summary(report)])


_MEASURE = 100
"""As many columns of a terminal a list of items takes."""


def _notes(report: Report, paint: Paint) -> Iterator[str]:
    """What the notes say, each thing once, with all the items it is said of."""
    for alike in _alike(report):
        first = alike[0]
        of = {finding.item for finding in alike if finding.item}
        counted = f"{len(of)} items: " if len(of) > _FEW else ""
        named = counted + ", ".join(map(_named, alike))
        listed = textwrap.fill(named, _MEASURE, break_long_words=False, break_on_hyphens=False)
        said = replace(first, here=None).said
        yield f"{paint('note', 'note')}: {said} [{first.rule}]\n{textwrap.indent(listed, '  ')}"


def _alike(report: Report) -> Iterable[Sequence[Finding]]:
    """The notes, those together that say the same."""
    told: dict[tuple[str, str, str | None], list[Finding]] = {}
    for finding in report.findings:
        if finding.severity is Severity.NOTE:
            told.setdefault((finding.rule, finding.message, finding.suggestion), []).append(finding)
    return told.values()


def _named(finding: Finding) -> str:
    """An item, or the place where there is none, with what is of it alone; a space that does not break joins them."""
    name = finding.item or str(finding.where)
    return f"{name}\u00a0({finding.here})" if finding.here else name


_FEW = 3


def summary(report: Report, *, one_by_one: bool = False) -> str:
    """One line that says how much was found in how much, and what quizgen can mend by itself.

    `one_by_one` says that notes were printed for each item apart, and not those together that say the same.
    """
    seen = _count(report.briefs, "brief")
    if report.items:
        seen = f"{_count(report.items, 'item')} on {seen}"
    if not report.findings:
        return f"No findings: {seen}."
    errors, warnings = _counted(report, Severity.ERROR), _counted(report, Severity.WARNING)
    mends = f" `quizgen check --fix` mends {report.mendable} of them." if report.mendable else ""
    unread = f" {_count(report.unread, 'item')} could not be read at all." if report.unread else ""
    notes = _count(report.notes, "note") if one_by_one else _counted_notes(report)
    noted = f", {notes}" if report.notes else ""
    return f"{errors}, {warnings}{noted}: {seen}.{unread}{mends}"


def _counted_notes(report: Report) -> str:
    """How many notes there are, what says the same counted once, and on how many items."""
    of = {finding.item for finding in report.findings if finding.severity is Severity.NOTE and finding.item}
    notes = _count(len(list(_alike(report))), "note")
    return f"{notes} on {_count(len(of), 'item')}" if of else notes


def _counted(report: Report, severity: Severity) -> str:
    """How many findings weigh so much; where there are more than a few findings, which rules gave most of them."""
    rules = Counter(finding.rule for finding in report.findings if finding.severity is severity)
    said = _count(rules.total(), severity.value)
    if report.errors + report.warnings <= _FEW or not rules:
        return said
    most = sorted(rules.items(), key=lambda entry: (-entry[1], entry[0]))
    named = len(most) if len(most) == _FEW + 1 else _FEW  # to name one rule more is as short as to count it
    shown = ", ".join(f"{number} {rule}" for rule, number in most[:named])
    others = sum(number for _, number in most[named:])
    return f"{said} ({shown}, {others} of other rules)" if others else f"{said} ({shown})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


_LONG_SUGGESTION = 80


def _shown(finding: Finding, sources: Mapping[str, Sequence[str]], paint: Paint, end: Location | None) -> str:
    suggestion = finding.suggestion or ""
    apart = len(suggestion) > _LONG_SUGGESTION or "\n" in suggestion
    said = finding.message if apart else finding.said
    role = finding.severity.value
    quoted = re.findall("“([^”]+)”", finding.message)
    lines = [
        f"{paint(str(finding.where), 'place')}: {paint(role, role)}: {said} [{finding.rule}]",
        *_excerpt(finding.where, end, quoted, sources, paint),
    ]
    if apart:
        lines.append(f"  did you mean: {suggestion}")
    if finding.see is not None:
        lines.append(f"  see {paint(str(finding.see), 'place')}")
        lines.extend(_excerpt(finding.see, None, [suggestion, *quoted], sources, paint))
    return "\n".join(lines)


def _excerpt(
    where: Location, end: Location | None, words: Sequence[str], sources: Mapping[str, Sequence[str]], paint: Paint
) -> Iterator[str]:
    """The source line of a place with the words in question underlined; nothing where the file could not be read."""
    lines = sources.get(where.path, ())
    if not 1 <= where.line <= len(lines) or not lines[where.line - 1].strip():
        return
    number, column, length = _underlined(where, end, words, lines)
    line, column = _window(lines[number - 1], column, length)
    line = _printable(line)  # after it is cut, since a line may be as long as a file
    before, under = line[: column - 1], line[column - 1 : column - 1 + length]
    yield f"{number:>5} | {line}"
    yield f"{' ' * 5} | {' ' * _width(before)}{paint('^' * max(1, _width(under)), 'mark')}"


def _underlined(
    where: Location, end: Location | None, words: Sequence[str], lines: Sequence[str]
) -> tuple[int, int, int]:
    """The line, column and length of the first of these words in the value at a place, else of its first line."""
    last = end.line if end is not None else where.line
    for text in filter(None, words):
        pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        for number in range(where.line, last + 1):
            line = lines[number - 1]
            stop = end.column - 1 if end is not None and number == last else len(line)
            if found := pattern.search(line, where.column - 1 if number == where.line else 0, stop):
                return number, found.start() + 1, len(text)
            if number < last and (broken := _broken(text, line, lines[number])):
                return number, len(line.rstrip()) - broken + 1, broken
    if end is None:
        return where.line, where.column, 1
    stop = end.column - 1 if last == where.line else len(lines[where.line - 1].rstrip())
    return where.line, where.column, max(1, stop - where.column + 1)


def _broken(text: str, line: str, following: str) -> int:
    """How much of some words ends a line, where the next line goes on with the rest of them; 0 where it does not."""
    words = text.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        ends = re.search(rf"(?<!\w){re.escape(head)}\s*$", line)
        if ends and re.match(rf"\s*{re.escape(tail)}(?!\w)", following):
            return len(head)
    return 0


_WIDEST = 100


def _window(line: str, column: int, length: int) -> tuple[str, int]:
    """A long line cut so that what is underlined stays in view, and the column at which that begins then."""
    start = 0
    if column + length > _WIDEST:
        start = max(0, min(column - 1 - _WIDEST // 3, len(line) - _WIDEST))
    shown = line[start : start + _WIDEST]
    if start:
        shown = f"…{shown[1:]}"
    if start + _WIDEST < len(line):
        shown = f"{shown[:-1]}…"
    return shown, column - start


def _printable(line: str) -> str:
    """The line with each tab and each other sign that would move or turn what follows as one space."""
    return "".join(
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") or sign in _TURNING else sign for sign in line
    )


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes a terminal write from right to left, so that a line would not show what stands in it."""


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: none for a combining mark, two for a wide sign."""
    return sum(_sign_width(sign) for sign in text)


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
