"""A report for programs: as JSON, and as the annotations that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

import json

from quizgen.findings.text import summary
from quizgen.findings.values import Finding, Location, Report, Severity


def as_json(report: Report) -> str:
    """A report for programs: `findings` in order, and a `summary`."""
    findings = [
        {
            "path": finding.where.path,
            "line": finding.where.line,
            "column": finding.where.column,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.whole,
            "suggestion": finding.suggestion,
            "item": finding.item,
            "see": _place(finding.see),
        }
        for finding in report.findings
    ]
    counts = {"errors": report.errors, "warnings": report.warnings, "notes": report.notes}
    counts |= {"items": report.items, "briefs": report.briefs}
    return json.dumps({"findings": findings, "summary": counts}, ensure_ascii=False, indent=2)


def _place(where: Location | None) -> dict[str, str | int] | None:
    return {"path": where.path, "line": where.line, "column": where.column} if where else None


def as_github(report: Report, folder: str = "") -> str:
    """A report as GitHub's workflow commands, a line a finding, and the summary for who reads the log.

    `folder` is where the course lies in the repository, with `/` at its end.
    """
    annotations = [_annotation(finding, folder) for finding in report.findings]
    return "\n".join([*annotations, summary(report, one_by_one=True)])


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _annotation(finding: Finding, folder: str) -> str:
    properties = {
        "file": folder + finding.where.path,
        "line": finding.where.line,
        "col": finding.where.column,
        "title": finding.rule,
    }
    said = finding.said if finding.see is None else f"{finding.said}\nsee {folder}{finding.see}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(said)}"


def _data(text: str) -> str:
    """A text as GitHub's runner reads it back from the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as GitHub's runner reads it back from a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
