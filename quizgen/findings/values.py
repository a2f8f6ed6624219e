"""What reading and checking have to say: places, remarks, findings and the report that collects them.

Reading and the checks yield remarks; whoever runs them stamps each with rule and severity, which makes it a finding.
Nothing here raises, prints or exits: a curator's mistake is a value, and all of them come in one pass.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias


class Severity(enum.Enum):
    """How much a finding weighs: an error stops a build, a warning stops it under `--strict`, a note stops nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
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

_LONGEST_NAMED = 40

_MOST_ALIKE = 500
"""As many findings of one file by one rule are shown: more than anyone mends before looking again."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader or a check complains of, before it carries a rule's name.

    `suggestion` is text that can be pasted in its place; `see` is another place that matters, such as the passage;
    `severity` is given only where it differs from the rule's own; `here` is what is of this place alone, such as a
    figure, where the message is said alike of several.
    """

    where: Location
    message: str
    suggestion: str | None = None
    item: str | None = None
    see: Location | None = None
    severity: Severity | None = None
    edit: Edit | None = None
    here: str | None = None


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
    here: str | None = None
    stands_for: int = 1
    """As many findings are told of by this one."""

    def __str__(self) -> str:
        return f"{self.where}: {self.severity.value}: {self.said} [{self.rule}]"

    @property
    def whole(self) -> str:
        """The message with what is of this place alone."""
        return f"{self.message} (here {self.here})" if self.here else self.message

    @property
    def said(self) -> str:
        """The whole message with the suggestion, where there is one."""
        return f"{self.whole}; did you mean “{self.suggestion}”?" if self.suggestion else self.whole


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about a course, in the order of their places, with how much was looked at.

    `unread` is how many items there are besides, of which nothing could be read.
    """

    findings: tuple[Finding, ...] = ()
    items: int = 0
    briefs: int = 0
    unread: int = 0

    @property
    def errors(self) -> int:
        """How many findings stop a build."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings stop a build only under `--strict`."""
        return self._count(Severity.WARNING)

    @property
    def notes(self) -> int:
        """How many findings tell of something that stops nothing."""
        return self._count(Severity.NOTE)

    def _count(self, severity: Severity) -> int:
        return sum(finding.stands_for for finding in self.findings if finding.severity is severity)

    def passes(self, *, strict: bool = False) -> bool:
        """Whether a build may go on."""
        return not (self.errors or (strict and self.warnings))

    @property
    def bounded(self) -> Report:
        """The same report for those who read it: of very many findings that a file has by one rule the first alone.

        The last of these tells how many there are besides. Notes stay, since each tells of an item of its own.
        """
        alike: Counter[tuple[str, str]] = Counter()
        shown: dict[tuple[str, str], int] = {}
        findings: list[Finding] = []
        for finding in self.findings:
            kind = finding.where.path, finding.rule
            alike[kind] += finding.severity is not Severity.NOTE
            if alike[kind] <= _MOST_ALIKE:
                shown[kind] = len(findings)
                findings.append(finding)
        for kind, index in shown.items():
            besides = alike[kind] - _MOST_ALIKE
            if besides > 0:
                last = findings[index]
                said = f"{last.message} (and {besides:,} more of these in this file)"
                findings[index] = replace(last, message=said, stands_for=1 + besides)
        return replace(self, findings=tuple(findings))

    @property
    def mendable(self) -> int:
        """How many findings `--fix` can mend."""
        return sum(finding.edit is not None for finding in self.findings)

    def with_findings(self, more: Iterable[Finding]) -> Report:
        """The same report with more findings in it."""
        return replace(self, findings=in_order([*self.findings, *more]))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as reports tell of it: its manual, and how much it weighs unless the course says otherwise (None: off)."""

    name: str
    severity: Severity | None
    manual: str

    @property
    def first_line(self) -> str:
        """The sentence that says what holds when all is well."""
        return self.manual.strip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as a change to a file's text: what stands from one place to another becomes this."""

    start: Location
    end: Location
    text: str


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
        here=remark.here,
    )


def short(text: str) -> str:
    """What someone wrote, as a message names it: the beginning of it where it is long."""
    return text if len(text) <= _LONGEST_NAMED else f"{text[: _LONGEST_NAMED - 1]}…"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line and column, each said once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.where, finding.rule, finding.message)))
