"""What the README shows is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from quizgen import checking, items
from quizgen.blueprints import read_blueprint
from quizgen.cli import cli
from quizgen.course import load
from quizgen.findings import unpainted
from quizgen.reporting import printed
from tests.conftest import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_first_bank_is_a_dozen_lines_and_sound(bank_of: Callable[[str], Path]) -> None:
    bank, _ = blocks("yaml")
    assert len(bank.splitlines()) <= 12
    report = checking.run(load(bank_of(bank)))
    assert (report.findings, report.items) == ((), 1)


def test_the_quiz_can_be_read() -> None:
    _, quiz = blocks("yaml")
    blueprint, findings = read_blueprint(quiz, "midterm", "questions/quizzes/midterm.yaml")
    assert blueprint is not None
    assert findings == ()


def test_the_finding_shown_is_what_a_drifted_quote_gets(starter: Path) -> None:
    bank = starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8")
    drifted = text.replace("waited eleven weeks for a loan", "waited seven weeks for a loan", 1)
    bank.write_text(drifted, encoding="utf-8")
    course = load(starter)
    (shown,) = (block for block in blocks("console") if "quote-in-passage" in block)
    lines = [line for line in shown.splitlines() if not line.startswith("$")]
    real = printed(checking.run(course), course, "text", unpainted, "").splitlines()
    assert lines == real[: len(lines)]


def test_every_command_shown_and_every_type_is_there() -> None:
    shown = set(re.findall(r"\bquizgen ([a-z]+)", "\n".join(blocks("console")) + README))
    assert shown & set(cli.commands) == set(cli.commands)
    for item_type in items.ALL:
        assert f"`{item_type.NAME}`" in README


def test_files_that_the_readme_points_at_are_there() -> None:
    pictures = re.findall(r'src="([^"]+)"', README)
    assert len(pictures) == 3
    for picture in pictures:
        assert (REPOSITORY / picture).stat().st_size < 100_000
