"""What the tests share: golden files that `--update-golden` accepts, and small courses on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
STARTER = REPOSITORY / "quizgen" / "starter"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept what the tests see as what they should see")


RATE = "corrupted items caught"
"""The property under which a test tells of the share of corrupted items that the checks catch."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the tests on corrupted items measured, from all workers, behind their results."""
    reports = [*terminalreporter.stats.get("passed", ()), *terminalreporter.stats.get("failed", ())]
    rates = [str(rate) for report in reports for name, rate in report.user_properties if name == RATE]
    if rates:
        terminalreporter.section(RATE)
        terminalreporter.write("\n".join(sorted(rates, key=lambda rate: rate.strip())) + "\n")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what it should be, or write that file with `--update-golden`."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file} is not there: run `make golden` and read what it wrote"
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A course with the sample brief and a bank with an item of every type."""
    folder = tmp_path / "course"
    shutil.copytree(STARTER, folder)
    return folder


@pytest.fixture
def bank_of(starter: Path) -> Callable[[str], Path]:
    """The sample course with another bank in the place of its own."""

    def write(text: str) -> Path:
        (starter / "questions" / "storm-savings.yaml").write_text(text, encoding="utf-8")
        return starter

    return write


@pytest.fixture
def course_of(starter: Path) -> Callable[[dict[str, str]], Path]:
    """The sample course with these files, by their paths, laid over its own."""

    def lay(files: dict[str, str]) -> Path:
        for path, text in files.items():
            (starter / path).parent.mkdir(exist_ok=True)
            (starter / path).write_text(text, encoding="utf-8")
        return starter

    return lay
