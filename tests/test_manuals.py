from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checks, items, manuals
from tests.conftest import REPOSITORY
from tests.examples import section

PAGE = REPOSITORY / "questions" / "RULES.md"


def test_the_page_of_rules_is_current(golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, manuals.page())


def test_every_rule_is_in_one_group() -> None:
    listed = [name for names in manuals.GROUPS.values() for name in names]
    assert sorted(listed) == sorted(checks.rule_names())
    assert [rule.name for rule in manuals.rules()] == listed


@pytest.mark.parametrize("name", checks.rule_names())
def test_the_page_holds_the_whole_manual_with_its_examples_as_yaml(name: str) -> None:
    page = manuals.page()
    found = re.search(rf"^### {name}\n\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found
    for heading in ("Bad", "Good"):
        if example := section(checks.manual(name), heading):
            headed = rf"{heading}(?:, \w+ of each)?:\n\n```(?:yaml|markdown)\n{re.escape(example)}```"
            assert re.search(headed, found.group(1))
    severity = manuals.rule(name).severity
    assert f"| [{name}](#{name}) | {severity.value if severity else 'off'} |" in page
    assert not re.search(r"^    ", re.sub(r"```.*?```", "", found.group(1), flags=re.DOTALL), re.MULTILINE)


def test_explain_says_how_much_a_rule_weighs() -> None:
    assert (manuals.one("unused-allow") or "").startswith("unused-allow · warning\n\nAn `allow` lets")
    assert (manuals.one("cloze") or "").startswith("cloze · item type\n\nFill")
    assert manuals.one("clozes") is None


def test_a_rule_that_is_off_says_how_to_switch_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.BY_NAME["has-evidence"], "SEVERITY", None)
    said = manuals.one("has-evidence") or ""
    assert said.startswith("has-evidence · off; ")
    assert "--select" in said.split("\n")[0]
    assert re.search(r"^  has-evidence +off ", manuals.index(), re.MULTILINE)
    assert "| off |" in manuals.page()


def test_what_no_rule_decides_is_said_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manuals, "UNDECIDED", {"convergence": "Read 2 of 12\n    right."})
    assert "## What no rule decides" in manuals.page()
    assert "**convergence**: Read 2 of 12" in manuals.page()


def test_the_index_names_every_type_and_rule() -> None:
    listed = manuals.index()
    for name in [*items.BY_NAME, *checks.rule_names()]:
        assert f"\n  {name} " in listed
