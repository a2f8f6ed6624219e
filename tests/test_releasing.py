"""`quizgen release` and the builds that follow it, as a curator runs them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen import cli as command
from quizgen import locks, writing
from quizgen.course import load
from quizgen.exporters.anki import note_types
from quizgen.locks import RELEASED, said
from tests.exporters.anki.packaging import rows

BANK = "questions/storm-savings.yaml"
ONE, TWO = 1_770_000_000, 1_780_000_000
LOAN = "storm-fund-is-a-loan"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the sample course at a moment: the exit status, and all that is printed."""

    def call(name: str, *arguments: str, now: int | None = ONE) -> tuple[int, str]:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        if now is not None:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(now))
        result = CliRunner().invoke(command.cli, [name, "--course", str(starter), *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return call


def change(file: Path, was: str, now: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now), encoding="utf-8")


def lock(course: Path) -> list[str]:
    lines = (course / RELEASED).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def reword(course: Path) -> None:
    change(course / BANK, "The argument is about time;", "The argument is one of time;")


def retire(course: Path, id: str = LOAN) -> None:
    change(course / BANK, f"  - id: {id}\n", f"  - id: {id}\n    retired: 2026-05-01\n")


# Releasing


def test_the_first_release_stamps_every_item_and_note_type(run: Run, starter: Path) -> None:
    assert run("release") == (0, f"Released as of {said(ONE)}: 11 new, 0 changed, 0 retired items: {RELEASED}\n")
    lines = lock(starter)
    assert len(lines) == 11 + 7
    assert all(line.endswith(f" {said(ONE)} {said(ONE)}") for line in lines)
    assert lines == sorted(lines)
    assert run("release", now=TWO) == (0, "Nothing to release: everything stands as it was released.\n")
    assert lock(starter) == lines


def test_a_release_names_what_is_new_changed_and_retired_and_touches_no_other_line(run: Run, starter: Path) -> None:
    run("release")
    before = lock(starter)
    reword(starter)
    retire(starter)
    change(starter / BANK, "- id: fund-or-loan", "- id: loan-or-fund")
    status, out = run("release", now=TWO)
    assert (status, out.splitlines()) == (0, [
        "new: loan-or-fund", "changed: why-a-storm-fund", "retired: fund-or-loan", f"retired: {LOAN}",
        f"Released as of {said(TWO)}: 1 new, 1 changed, 2 retired items: {RELEASED}",
    ])  # fmt: skip
    touched = {line.split()[0]: line for line in set(lock(starter)) - set(before)}
    assert set(touched) == {"loan-or-fund", "why-a-storm-fund", "fund-or-loan", LOAN}
    assert touched[LOAN].endswith(f" {said(ONE)} {said(ONE)} retired {said(TWO)}")
    assert touched["why-a-storm-fund"].endswith(f" {said(ONE)} {said(TWO)}")
    assert touched["loan-or-fund"].endswith(f" {said(TWO)} {said(TWO)}")


def test_what_is_kept_for_exams_is_in_no_deck_and_so_in_no_release(run: Run, starter: Path) -> None:
    change(starter / BANK, f"  - id: {LOAN}\n", f"  - id: {LOAN}\n    exam_only: true\n")
    run("release")
    assert not [line for line in lock(starter) if line.startswith(LOAN)]


def test_what_is_kept_for_exams_after_a_release_is_not_pointed_out_to_students(run: Run, starter: Path) -> None:
    run("release")
    before = lock(starter)
    change(starter / BANK, f"  - id: {LOAN}\n", f"  - id: {LOAN}\n    exam_only: true\n")
    status, out = run("release", now=TWO)
    assert status == 0
    assert f"`{LOAN}` is kept for exams, but students have it" in out
    assert "Nothing to release" in out
    reword(starter)
    assert "retired: " not in run("release", now=TWO)[1]
    assert [line for line in lock(starter) if line in before] == [line for line in before if "why-a-storm" not in line]
    assert run("build", "anki", "--locked", now=TWO)[0] == 0
    page = (starter / "output" / "students" / "anki" / "CHANGES.md").read_text(encoding="utf-8")
    assert "why-a-storm-fund" in page
    assert LOAN not in page
    assert LOAN not in modified(starter)


@pytest.mark.parametrize("now", [0, 1, 315_532_799, 4_102_444_801])
def test_no_release_is_stamped_with_a_time_that_the_lock_cannot_hold(run: Run, starter: Path, now: int) -> None:
    assert run("release", now=now)[0] != 0
    assert not (starter / RELEASED).exists()


def test_the_clock_says_the_time_where_nothing_else_does(
    run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: TWO + 0.9)
    run("release", now=None)
    assert load(starter).released.last == TWO


def test_nothing_is_released_from_a_course_with_errors(run: Run, starter: Path) -> None:
    change(starter / BANK, "passage: p2", "passage: p9")
    status, out = run("release")
    assert status == 1
    assert "[passage-exists]" in out
    assert out.endswith("Nothing was released.\n")
    assert not (starter / RELEASED).exists()


def test_a_lock_that_cannot_be_read_is_not_written_over_and_stops_every_build(run: Run, starter: Path) -> None:
    run("release")
    text = (starter / RELEASED).read_text(encoding="utf-8").replace(f"{said(ONE)}\n", "1970-01-01T00:00:00Z\n", 1)
    (starter / RELEASED).write_text(text, encoding="utf-8")
    for arguments in (["release"], ["build", "anki"], ["build", "anki", "--bank", "storm-savings"], ["check"]):
        status, out = run(*arguments)
        assert status == 1
        assert f"{RELEASED}:4:1: error: `1970-01-01T00:00:00Z` is no time" in out
    assert (starter / RELEASED).read_text(encoding="utf-8") == text


def test_a_release_in_the_future_is_found(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("release", now=TWO)
    before = lock(starter)
    reword(starter)
    for arguments in (["release"], ["build", "anki"], ["check"]):
        status, out = run(*arguments, now=ONE)
        assert status == 1
        assert f"{said(TWO)}, is not over by now, {said(ONE)}" in out
    assert lock(starter) == before
    monkeypatch.setattr("time.time", lambda: ONE)
    assert run("check", now=None)[0] == run("build", "anki", now=None)[0] == 1  # the clock knows it too
    monkeypatch.setattr("time.time", lambda: TWO + 1)
    assert run("check", now=None)[0] == run("build", "anki", now=None)[0] == 0


def test_the_lock_ends_whole_or_not_at_all(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("release")
    before = lock(starter)
    reword(starter)

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", fail)
    result = CliRunner().invoke(command.cli, ["release", "--course", str(starter)])
    assert isinstance(result.exception, writing.CannotWriteError)
    assert lock(starter) == before


# Building


def modified(course: Path, deck: str = "storm-savings") -> dict[str, int]:
    """From when each note of a deck counts as modified, by its item."""
    data = (course / "output" / "students" / "anki" / f"{deck}.apkg").read_bytes()
    return {fields.split("\x1f")[0]: mod for fields, mod in rows(data, "select flds, mod from notes")}


def test_a_build_takes_times_from_the_lock_and_writes_nothing_there(run: Run, starter: Path) -> None:
    run("release")
    before = {path: path.read_bytes() for path in (starter / "questions").iterdir()}
    reword(starter)
    before[starter / BANK] = (starter / BANK).read_bytes()
    for now, expected in ((TWO, TWO), (None, ONE + 1), (ONE, ONE + 1)):
        assert run("build", "anki", now=now)[0] == 0
        for deck in ("storm-savings", "course"):
            times = modified(starter, deck)
            assert len(times) == 11
            assert times.pop("why-a-storm-fund") == expected
            assert set(times.values()) == {ONE}
    assert {path: path.read_bytes() for path in (starter / "questions").iterdir()} == before


def test_the_build_after_a_release_is_the_one_before_it(run: Run, starter: Path) -> None:
    run("release")
    reword(starter)
    deck = starter / "output" / "students" / "anki" / "storm-savings.apkg"
    run("build", "anki", now=TWO)
    before = deck.read_bytes()
    run("release", now=TWO)
    run("build", "anki", now=None)
    assert deck.read_bytes() == before


def test_without_a_release_every_note_has_the_time_of_the_build(run: Run, starter: Path) -> None:
    for now, expected in ((None, 1_767_225_600), (TWO, TWO)):
        run("build", "anki", now=now)
        assert set(modified(starter).values()) == {expected}


def test_a_retired_item_leaves_the_decks(run: Run, starter: Path) -> None:
    run("release")
    retire(starter)
    run("build", "anki")
    assert LOAN not in modified(starter)


def test_builds_of_a_part_retire_nothing_and_have_the_same_cards(run: Run, starter: Path) -> None:
    run("release")
    before = lock(starter)
    run("build", "anki", now=TWO)
    whole = modified(starter)
    assert run("build", "anki", "--kind", "fact", "--name", "facts", "--locked")[0] == 0
    part = modified(starter, "facts")
    assert 0 < len(part) < len(whole)
    assert part.items() <= whole.items()
    assert lock(starter) == before


def test_locked_builds_nothing_that_is_not_released(run: Run, starter: Path) -> None:
    status, out = run("build", "anki", "--locked")
    assert status == 1
    assert "`why-a-storm-fund` was never released: run `quizgen release` [unreleased]" in out
    assert out.endswith("Nothing was built.\n")
    assert not (starter / "output").exists()
    run("release")
    assert run("build", "anki", "--locked")[0] == 0
    reword(starter)
    status, out = run("build", "anki", "--locked")
    assert status == 1
    (line,) = (line for line in out.splitlines() if "[unreleased]" in line)
    assert line.startswith(f"{BANK}:")
    assert "`why-a-storm-fund` has changed since it was released" in line
    assert run("build", "anki", "--kind", "definition", "--locked")[0] == 0


def test_locked_sees_that_the_cards_look_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("release")
    asset = note_types._asset
    monkeypatch.setattr(note_types, "_asset", lambda name: asset(name) + "/* new */" * (name == "essay.back.html"))
    status, out = run("build", "anki", "--locked")
    assert status == 1
    assert out.count("[unreleased]") == 1
    assert "the look of the note type `essay` is not what was released" in out
    status, out = run("release", now=TWO)
    assert out.splitlines() == [
        f"Released as of {said(TWO)}: 0 new, 0 changed, 0 retired items; 1 note type looks new: {RELEASED}"
    ]


# Renaming


def test_a_bank_that_is_renamed_is_released_as_it_was(run: Run, starter: Path) -> None:
    run("release")
    shutil.move(starter / BANK, starter / "questions" / "other-name.yaml")
    assert run("build", "anki", "--locked")[0] == 0
    assert run("release", now=TWO)[1].startswith("Nothing to release")
    assert len(modified(starter, "other-name")) == 11


def test_a_merge_of_two_releases_is_sorted_by_the_next(run: Run, starter: Path) -> None:
    run("release")
    lines = lock(starter)
    ours = locks.write_released(load(starter).released)
    (starter / RELEASED).write_text(ours + lines[-1] + "\n", encoding="utf-8")
    reword(starter)
    run("release", now=TWO)
    assert len(lock(starter)) == len(lines)
