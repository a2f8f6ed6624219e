"""What reading and checking have to say: places, remarks, findings and the report that collects them.

Reading and the checks yield remarks; whoever runs them stamps each with rule and severity, which makes it a finding.
Nothing here raises, prints or exits: a curator's mistake is a value, and all of them come in one pass.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias


class Severity(enum.Enum):
    """How much a finding weighs: an error stops a build, a warning stops it under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: path from the course's folder with `/`, line and column in code points from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An edit that would mend a finding: the value that stands at a place becomes another text."""

    where: Location
    text: str


@dataclass(frozen=True, slots=True)
class Reorder:
    """An edit that would mend a finding: the entries of a list, each given by its place, come in this order."""

    entries: tuple[Location, ...]


Edit: TypeAlias = Rewrite | Reorder


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader or a check complains of, before it carries a rule's name.

    `suggestion` is text that can be pasted in its place; `see` is another place that matters, such as the passage;
    `severity` is given only where it differs from the rule's own.
    """

    where: Location
    message: str
    suggestion: str | None = None
    item: str | None = None
    see: Location | None = None
    severity: Severity | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with its rule and severity."""

    where: Location
    rule: str
    severity: Severity
    message: str
    suggestion: str | None = None
    item: str | None = None
    see: Location | None = None
    edit: Edit | None = None

    def __str__(self) -> str:
        suggestion = f"; did you mean “{self.suggestion}”?" if self.suggestion else ""
        return f"{self.where}: {self.severity.value}: {self.message}{suggestion} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about a course, in the order of their places, with how much was looked at."""

    findings: tuple[Finding, ...] = ()
    items: int = 0
    briefs: int = 0

    @property
    def errors(self) -> int:
        """How many findings stop a build."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings stop a build only under `--strict`."""
        return len(self.findings) - self.errors

    def passes(self, *, strict: bool = False) -> bool:
        """Whether a build may go on."""
        return not (self.findings if strict else self.errors)

    def with_findings(self, more: Iterable[Finding]) -> Report:
        """The same report with more findings in it."""
        return replace(self, findings=in_order([*self.findings, *more]))


def stamp(remark: Remark, rule: str, severity: Severity = Severity.ERROR) -> Finding:
    """The finding that a remark becomes under a rule."""
    return Finding(
        where=remark.where,
        rule=rule,
        severity=remark.severity or severity,
        message=remark.message,
        suggestion=remark.suggestion,
        item=remark.item,
        see=remark.see,
        edit=remark.edit,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and column, each said once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.where, finding.rule, finding.message)))


Paint = Callable[[str, str], str]
"""Colours a text in a role (`error`, `warning`, `place`, `mark`); off a terminal it returns the text as it is."""


def unpainted(text: str, role: str) -> str:
    """The text without colour."""
    return text


def as_text(report: Report, sources: Mapping[str, str], paint: Paint = unpainted) -> str:
    """A report for reading: each finding with the line it speaks of and a caret, then how many there are of each."""
    pieces = [_shown(finding, sources, paint) for finding in report.findings]
    return "\n".join([*pieces, summary(report)])


def summary(report: Report) -> str:
    """One line that says how much was found in how much."""
    seen = f"{_count(report.items, 'item')} on {_count(report.briefs, 'brief')}"
    if not report.findings:
        return f"No findings: {seen}."
    return f"{_count(report.errors, 'error')}, {_count(report.warnings, 'warning')}: {seen}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shown(finding: Finding, sources: Mapping[str, str], paint: Paint) -> str:
    role = finding.severity.value
    head = str(finding)
    place, rest = str(finding.where), head[len(str(finding.where)) + 2 :]
    lines = [
        f"{paint(place, 'place')}: {paint(role, role)}{rest[len(role) :]}",
        *_excerpt(finding.where, sources, paint),
    ]
    if finding.see is not None:
        lines.append(f"  see {paint(str(finding.see), 'place')}")
        lines.extend(_excerpt(finding.see, sources, paint))
    return "\n".join(lines)


_WIDEST = 100


def _excerpt(where: Location, sources: Mapping[str, str], paint: Paint) -> list[str]:
    """The source line of a place with a caret under its column; nothing where the file could not be read."""
    lines = sources.get(where.path, "").split("\n")
    if not 1 <= where.line <= len(lines) or not lines[where.line - 1].strip():
        return []
    line, column = lines[where.line - 1].replace("\t", " "), where.column
    if column > _WIDEST * 2 // 3:  # a long line is cut so that the place stays in view
        cut = column - _WIDEST // 2
        line, column = f"…{line[cut:]}", column - cut + 1
    line = line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
    gutter = f"{where.line:>5} | "
    return [f"{gutter}{line}", f"{' ' * 5} | {' ' * (column - 1)}{paint('^', 'mark')}"]


def as_json(report: Report) -> str:
    """A report for programs: `findings` in order, and a `summary`."""
    findings = [
        {
            "path": finding.where.path,
            "line": finding.where.line,
            "column": finding.where.column,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "suggestion": finding.suggestion,
            "item": finding.item,
            "see": _place(finding.see),
        }
        for finding in report.findings
    ]
    counts = {"errors": report.errors, "warnings": report.warnings, "items": report.items, "briefs": report.briefs}
    return json.dumps({"findings": findings, "summary": counts}, ensure_ascii=False, indent=2)


def _place(where: Location | None) -> dict[str, str | int] | None:
    return {"path": where.path, "line": where.line, "column": where.column} if where else None
