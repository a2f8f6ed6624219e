"""A report as SARIF 2.1.0, the format in which code scanning services and editors take what checkers find.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from quizgen.findings.values import Change, Finding, Location, Report, Rule, Severity

Properties: TypeAlias = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def as_sarif(
    report: Report,
    rules: Sequence[Rule],
    version: str,
    changes: Mapping[Finding, Sequence[Change]],
    folder: str = "",
) -> str:
    """A report as SARIF, with the manual of every rule and, for findings with an edit, the change to make.

    `folder` is where the course lies in the repository, with `/` at its end.
    """
    files = sorted({where.path for finding in report.findings for where in (finding.where, finding.see) if where})
    artifacts = {path: _artifact(folder + path, index) for index, path in enumerate(files)}
    indices = {rule.name: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "quizgen", "version": version, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the repository."}}},
        "artifacts": [{"location": location, "encoding": "UTF-8"} for location in artifacts.values()],
        "results": [_result(finding, indices, artifacts, changes.get(finding, ())) for finding in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _artifact(path: str, index: int) -> Properties:
    return {"uri": quote(path), "uriBaseId": _ROOT, "index": index}


def _rule(rule: Rule) -> Properties:
    manual = inspect.cleandoc(rule.manual)
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.first_line},
        "fullDescription": {"text": manual.split("\n\nBad:")[0]},
        "help": {"text": manual},
        "defaultConfiguration": {
            "enabled": rule.severity is not None,
            "level": (rule.severity or Severity.WARNING).value,
        },
    }


def _result(
    finding: Finding, indices: Mapping[str, int], artifacts: Mapping[str, Properties], changes: Sequence[Change]
) -> Properties:
    result: Properties = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": finding.said},
        "locations": [_location(finding.where, artifacts)],
    }
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    if finding.item is not None:
        result["locations"][0]["logicalLocations"] = [{"name": finding.item, "kind": "item"}]
    if finding.see is not None:
        see = {"id": 1, "message": {"text": "what the finding is held against"}, **_location(finding.see, artifacts)}
        result["relatedLocations"] = [see]
    if changes:
        result["fixes"] = [_fix(changes, artifacts)]
    return result


def _location(where: Location, artifacts: Mapping[str, Properties]) -> Properties:
    region = {"startLine": where.line, "startColumn": where.column}
    return {"physicalLocation": {"artifactLocation": artifacts[where.path], "region": region}}


def _fix(changes: Sequence[Change], artifacts: Mapping[str, Properties]) -> Properties:
    """What `quizgen check --fix` would do; all changes of an edit are in one file."""
    replacements = [
        {
            "deletedRegion": {
                "startLine": change.start.line,
                "startColumn": change.start.column,
                "endLine": change.end.line,
                "endColumn": change.end.column,
            },
            "insertedContent": {"text": change.text},
        }
        for change in changes
    ]
    location = artifacts[changes[0].start.path]
    return {
        "description": {"text": "What `quizgen check --fix` does."},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
    }
