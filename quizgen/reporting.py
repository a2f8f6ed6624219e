"""A report about a course in the format that was asked for."""

from __future__ import annotations

from pathlib import Path

from quizgen import __version__, findings, fixing, manuals, yaml_edits
from quizgen.course import Course
from quizgen.findings import Location, Paint, Report

FORMATS = ("text", "json", "github", "sarif")


def printed(report: Report, course: Course, style: str, paint: Paint, folder: str) -> str:
    """The report as text for a reader or for a program; `folder` is where the course lies in its repository."""
    report = report.bounded
    if style == "json":
        return findings.as_json(report)
    if style == "github":
        return findings.as_github(report, folder)
    if style == "sarif":
        changes = fixing.changes(report.findings, course.sources)
        return findings.as_sarif(report, manuals.rules(), __version__, changes, folder)
    return findings.as_text(report, course.sources, paint, _ends(report, course))


def folder_in(checkout: Path, root: Path) -> str:
    """Where a course lies in what a CI job checked out, with `/` at its end; empty where it is all of that."""
    checkout, root = checkout.resolve(), root.resolve()
    return f"{root.relative_to(checkout).as_posix()}/" if checkout in root.parents else ""


def _ends(report: Report, course: Course) -> dict[Location, Location]:
    """Where the texts end that the findings speak of."""
    asked: dict[str, list[Location]] = {}
    for finding in report.findings:
        if finding.where.path.endswith(".yaml"):
            asked.setdefault(finding.where.path, []).append(finding.where)
    known = {}
    for path, places in asked.items():
        known.update(yaml_edits.ends(course.sources.get(path, ""), path, places))
    return known
