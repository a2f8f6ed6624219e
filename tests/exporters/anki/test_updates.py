"""Students who import one release after the other keep their progress, and get what is new and what has changed."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen.cli import cli
from quizgen.exporters.anki import note_types
from tests.conftest import STARTER
from tests.exporters.anki.studying import State, older, studied

NOW, HOUR = int(time.time()), 3_600

CHANGED, GONE, TAGGED, LATER = (
    "why-a-storm-fund", "storm-fund-is-a-loan", "who-proposed-the-storm-fund", "fees-saved-for-storms",
)  # fmt: skip
NEW = """
  - id: {id}
    kind: fact
    type: short
    stem: {stem}
    answer: {answer}
    rationale: The brief says so.
    evidence: [{{passage: p2, quote: 'a storm fund, money that is set aside before a storm'}}]
    difficulty: easy
    thinking: remember
"""
ANSWERED = {CHANGED: [4, 3], GONE: [4], TAGGED: [3, 3, 1], "term-storm-fund": [3], LATER: [4], "fund-or-loan": [4]}


@dataclass(frozen=True)
class Releases:
    """Packages of three releases that a student imports in turn."""

    packages: tuple[Path, Path, Path]


def released(folder: Path, times: Sequence[int]) -> Releases:
    """Three releases of the sample course at these times: items come, change and go, and styles too."""
    course = folder / "course"
    shutil.copytree(STARTER, course)
    bank = course / "questions" / "storm-savings.yaml"

    def change(was: str, now: str) -> None:
        text = bank.read_text(encoding="utf-8")
        assert was in text
        bank.write_text(text.replace(was, now), encoding="utf-8")

    def add(**fields: str) -> None:
        bank.write_text(bank.read_text(encoding="utf-8") + NEW.format(**fields), encoding="utf-8")

    with pytest.MonkeyPatch.context() as patch:
        first = _release(course, times[0], patch, folder / "1.apkg")
        change("The argument is about time;", "The argument is one of time;")
        change(f"- id: {GONE}\n", f"- id: {GONE}\n    retired: 2026-05-01\n")
        add(id="what-is-set-aside", stem="What does the fund set aside before a storm?", answer="money")
        _restyle(patch, "/* second */")
        second = _release(course, times[1], patch, folder / "2.apkg")
        change("The argument is one of time;", "What it argues from is time;")
        change("unit: percent", "unit: per cent")
        add(id="before-what", stem="Before what is the money of the fund set aside?", answer="a storm")
        _restyle(patch, "/* third */")
        third = _release(course, times[2], patch, folder / "3.apkg")
    note_types.model.cache_clear()
    return Releases((first, second, third))


def _release(course: Path, moment: int, patch: pytest.MonkeyPatch, package: Path) -> Path:
    patch.setenv("SOURCE_DATE_EPOCH", str(moment))
    for command in (["release"], ["build", "anki", "--locked"]):
        result = CliRunner().invoke(cli, [*command, "--course", str(course)])
        assert result.exit_code == 0, result.output
    shutil.copy(course / "output" / "students" / "anki" / "course.apkg", package)
    return package


def _restyle(patch: pytest.MonkeyPatch, end: str) -> None:
    asset = note_types._asset
    patch.setattr(note_types, "_asset", lambda name: asset(name) + (end if name == note_types._STYLES[-1] else ""))
    note_types.model.cache_clear()


@pytest.fixture(scope="module")
def in_time(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Each release is stamped after the student has imported and studied the one before."""
    return released(tmp_path_factory.mktemp("in-time"), (NOW - HOUR, NOW + HOUR, NOW + 2 * HOUR))


@pytest.fixture(scope="module")
def all_at_once(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """All releases are stamped before the student imports the first."""
    return released(tmp_path_factory.mktemp("at-once"), (NOW - 3 * HOUR, NOW - 2 * HOUR, NOW - HOUR))


def study(python: str, releases: Releases, update: str = "if newer", tag: Sequence[str] = ()) -> list[State]:
    plan = {"answer": ANSWERED, "tag": tag, "suspend": [LATER, "storms-and-weeks"], "update": update}
    return studied(python, releases.packages, plan)


def text(state: State, item: str) -> str:
    return str(state["notes"][item][0])


def test_three_releases_update_what_changed_and_keep_all_progress(python: str, in_time: Releases) -> None:
    first, second, third = study(python, in_time, tag=(TAGGED,))
    assert first["count"] == 11
    assert len(first["reviews"]) == sum(len(eases) for item, eases in ANSWERED.items() for _ in cards(first, item))
    stages = {tuple(values[3:5]) for values in first["cards"].values()}
    assert stages >= {(0, 0), (2, 2), (0, -1), (2, -1)}  # new, in review, and of each one suspended
    # in learning; shortly before four, when Anki's day ends, what is to come back in minutes comes on the next day
    assert stages & {(1, 1), (1, 3)}

    assert (second["log"]["new"], second["log"]["updated"]) == (["what-is-set-aside"], [CHANGED])
    assert (third["log"]["new"], third["log"]["updated"]) == (["before-what"], sorted([CHANGED, LATER]))
    assert (len(second["log"]["duplicate"]), len(third["log"]["duplicate"])) == (9, 9)
    assert "one of time" in text(second, CHANGED)
    assert "argues from is time" in text(third, CHANGED)
    assert "per cent" in text(third, LATER)

    for state, count, style in ((second, 12, "/* second */"), (third, 13, "/* third */")):
        assert state["log"]["conflicting"] == []
        assert (state["count"], len(state["notes"])) == (count, count)
        assert state["sound"]
        assert state["reviews"] == first["reviews"]
        assert {name: state["cards"][name] for name in first["cards"]} == first["cards"]
        assert state["notes"][GONE] == first["notes"][GONE]
        assert "mine" in state["notes"][TAGGED][2]
        ours = [held for held in state["styles"] if held.startswith("quizgen")]
        assert len(ours) == 7
        assert all(held.endswith(style) for held in ours)


def cards(state: State, item: str) -> list[str]:
    return [name for name in state["cards"] if name.split()[0] == item]


def test_a_changed_item_comes_without_the_students_own_tags(python: str, in_time: Releases) -> None:
    first, second, _ = study(python, in_time, tag=(CHANGED,))
    assert "mine" in first["notes"][CHANGED][2]
    assert "mine" not in second["notes"][CHANGED][2]


def test_an_item_that_was_tagged_since_the_release_stays_as_it_is(python: str, all_at_once: Releases) -> None:
    _, second, third = study(python, all_at_once, tag=(CHANGED,))
    for state in (second, third):
        assert "about time" in text(state, CHANGED)
        assert "mine" in state["notes"][CHANGED][2]


def test_releases_that_were_made_before_the_first_import_update_too(all_at_once: Releases) -> None:
    _, second, third = study(sys.executable, all_at_once)
    assert "one of time" in text(second, CHANGED)
    assert "argues from is time" in text(third, CHANGED)


def test_an_older_anki_needs_always_for_a_release_made_before_it_imported_the_last(all_at_once: Releases) -> None:
    """What `CHANGES.md` warns of: it takes an updated note for as new as its import."""
    _, second, third = study(older(), all_at_once)
    assert "one of time" in text(second, CHANGED)
    assert "one of time" in text(third, CHANGED)
    assert "per cent" in text(third, LATER)
    assert all(held.endswith("/* third */") for held in third["styles"] if held.startswith("quizgen"))
    first, _, third = study(older(), all_at_once, "always")
    assert "argues from is time" in text(third, CHANGED)
    assert {name: third["cards"][name] for name in first["cards"]} == first["cards"]
