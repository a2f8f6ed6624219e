"""SECURITY.md and the tests that hold what it claims."""

from __future__ import annotations

import re

from quizgen import importing, marked_yaml
from quizgen.importing import package, xml
from quizgen.text.decoding import MOST_BYTES
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(test_\w+)`", PAGE))


def defined(folder: str) -> set[str]:
    """The names of the tests in a folder."""
    paths = (REPOSITORY / folder).rglob("test_*.py")
    return {name for path in paths for name in re.findall(r"(?m)^def (test_\w+)", path.read_text(encoding="utf-8"))}


def test_every_test_that_the_page_names_is_there() -> None:
    assert len(NAMED) > 30
    assert NAMED - defined("tests") == set()


def test_every_claim_that_is_tested_is_on_the_page() -> None:
    own = set(
        re.findall(r"(?m)^def (test_\w+)", (REPOSITORY / "tests/security/test_policy.py").read_text(encoding="utf-8"))
    )
    assert len(own) == 3
    assert defined("tests/security") - own - NAMED == set()


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    assert importing.MOST_BYTES == MOST_BYTES == package._MOST_BYTES
    for said in (
        f"{MOST_BYTES:,} bytes at most, and YAML is nested {marked_yaml._DEEPEST} deep",
        f"{package._MOST_FILES:,} files at most",
        f"all to {package._MOST_TOGETHER:,}",
        f"XML is nested {xml._DEEPEST} deep",
    ):
        assert said in " ".join(PAGE.split())
