from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking, checks, locks
from quizgen.course import load
from quizgen.findings import Severity
from quizgen.reading_rules import MANUALS, UNDECIDED, VERIFYING
from quizgen.releases import BEFORE_ANY, Content, Entry, Released
from tests.examples import files_of_rule, of_rule, section

Write = Callable[[str], Path]
Lay = Callable[[dict[str, str]], Path]
# The examples of the rules on restated briefs are briefs: tests/test_verifying.py runs them.
WITH_EXAMPLES = [name for name in checks.rule_names() if name not in VERIFYING and section(checks.manual(name), "Bad")]


def switch_on(name: str, course: Path) -> None:
    settings = course / "questions" / "course.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}rules: {{{name}: on}}\n", encoding="utf-8")


def lay_beside(name: str, course: Path) -> None:
    """What the examples of a rule rest on besides their bank: a review of the sound item, or its release."""
    if name == "passage-changed":
        quote, (brief,) = "a storm fund, money that is set aside before a storm", load(course).briefs
        mark = locks.mark(quote, brief.passages[1].text)
        assert mark is not None
        text = locks.write_reviewed({"example-1": frozenset([mark])})
        (course / locks.REVIEWED).write_text(text, encoding="utf-8")
    if name in ("released-id", "released-exam-only"):
        entry = Entry(Content("choice", "0" * 16), BEFORE_ANY, BEFORE_ANY)
        text = locks.write_released(Released({"example-1": entry}))
        (course / locks.RELEASED).write_text(text, encoding="utf-8")


def test_checks_are_listed_under_their_file_names() -> None:
    files = {path.stem.replace("_", "-") for path in Path(str(checks.__file__)).parent.glob("*.py")}
    assert files - {"--init--"} == set(checks.BY_NAME)
    assert len(checks.ALL) == len(checks.BY_NAME) >= 6


def test_every_check_has_examples() -> None:
    assert set(checks.BY_NAME) <= set(WITH_EXAMPLES)
    assert len(WITH_EXAMPLES) >= 11


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_bad_gives_exactly_its_rule_and_good_nothing(name: str, course_of: Lay) -> None:
    bad, good = (files_of_rule(checks.manual(name), heading) for heading in ("Bad", "Good"))
    if name in checks.BY_NAME and checks.BY_NAME[name].SEVERITY is None:
        switch_on(name, course_of(bad))
    lay_beside(name, course_of(bad))
    assert {finding.rule for finding in checking.run(load(course_of(bad))).findings} == {name}
    assert checking.run(load(course_of(good))).findings == ()


@pytest.mark.parametrize("name", checks.rule_names())
def test_manuals_begin_with_a_sentence(name: str) -> None:
    first, _, rest = checks.manual(name).partition("\n")
    assert first.endswith(".")
    assert rest.strip()


def test_a_rule_can_be_switched_in_the_course(bank_of: Write) -> None:
    course = bank_of(of_rule("evidence: []"))
    settings = course / "questions" / "course.yaml"
    sound = settings.read_text(encoding="utf-8")
    for switch, severities in [("warning", [Severity.WARNING]), ("off", []), ("on", [Severity.ERROR])]:
        settings.write_text(f"{sound}rules: {{has-evidence: {switch}}}\n", encoding="utf-8")
        assert [finding.severity for finding in checking.run(load(course)).findings] == severities


def test_rules_that_no_check_stands_for_can_be_switched_too(bank_of: Write) -> None:
    course = bank_of(of_rule("allow: {has-evidence: For no reason.}"))
    settings = course / "questions" / "course.yaml"
    sound = settings.read_text(encoding="utf-8")
    for switch, severities in [("error", [Severity.ERROR]), ("off", []), ("on", [Severity.WARNING])]:
        settings.write_text(f"{sound}rules: {{unused-allow: {switch}}}\n", encoding="utf-8")
        assert [finding.severity for finding in checking.run(load(course)).findings] == severities


def test_a_misspelt_rule_is_named_with_the_nearest(bank_of: Write) -> None:
    course = bank_of(of_rule("tags: [a]"))
    settings = course / "questions" / "course.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "rules: {has-evidnce: off}\n", encoding="utf-8")
    (finding,) = checking.run(load(course)).findings
    assert (finding.rule, finding.suggestion) == ("unknown-key", "has-evidence")


def test_allow_lets_a_finding_stand_and_is_not_needless_then(bank_of: Write) -> None:
    course = bank_of(of_rule("evidence: []\nallow: {has-evidence: It is a definition of our own.}"))
    assert checking.run(load(course)).findings == ()


def test_allow_never_hides_what_reading_finds(bank_of: Write) -> None:
    course = bank_of(of_rule("dificulty: easy\nallow: {unknown-key: I like it.}"))
    assert {finding.rule for finding in checking.run(load(course)).findings} == {"unknown-key", "unused-allow"}


def test_rules_of_reading_and_of_checks_have_names_of_their_own() -> None:
    assert not set(MANUALS) & set(checks.BY_NAME)


def test_what_no_rule_decides_is_said_with_the_reason() -> None:
    assert len(UNDECIDED) >= 10
    assert not set(UNDECIDED) & set(checks.rule_names())
    assert all(reason[0].isupper() or reason[0] in "“" for reason in UNDECIDED.values())
    assert all(reason.endswith(".") for reason in UNDECIDED.values())
