"""`quizgen review`, as a curator runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen import checking, locks, writing
from quizgen.cli import cli
from quizgen.course import load

BANK, BRIEF = "questions/storm-savings.yaml", "corpus/storm-savings.md"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(starter: Path) -> Run:
    """Review in the sample course: the exit status, and all that is printed."""

    def call(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(cli, ["review", "--course", str(starter), *arguments])
        return result.exit_code, result.output

    return call


def change(file: Path, was: str, now: str, count: int = -1) -> None:
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, count), encoding="utf-8")


def lock(course: Path) -> str:
    return (course / locks.REVIEWED).read_text(encoding="utf-8")


def test_the_first_review_takes_in_every_item(run: Run, starter: Path) -> None:
    status, out = run()
    assert status == 0
    assert out.splitlines()[-1] == "Accepted 11 items: questions/reviewed.lock"
    assert "why-a-storm-fund: p3 Ibarra argues that with a full fund repairs can begin the next morning" in out
    assert checking.run(load(starter)).findings == ()
    assert run() == (0, "Nothing to review: every item stands as it was reviewed.\n")
    assert run("--all") == (0, "Accepted 0 items, 11 items stood as reviewed: questions/reviewed.lock\n")


def test_a_new_item_is_taken_in_by_the_next_review(run: Run, starter: Path) -> None:
    run()
    change(starter / "questions" / "storm-savings.yaml", "id: storm-fund-is-a-loan", "id: storm-fund-is-no-loan")
    status, out = run()
    assert status == 0
    assert out.splitlines()[0].startswith("storm-fund-is-no-loan: p2 ")
    assert "storm-fund-is-no-loan " in lock(starter)


def test_what_changed_is_accepted_with_its_sentence_as_it_is_now(run: Run, starter: Path) -> None:
    run("--all")
    before = lock(starter)
    change(starter / BRIEF, "was still too small", "was too small")
    status, out = run("storms-and-weeks")
    assert status == 0
    shown, summary = out.splitlines()
    assert shown.startswith(
        "storms-and-weeks: p3 In 2007 the island waited eleven weeks for a loan, since the fund was too"
    )
    assert shown.endswith(" …")
    assert summary == "Accepted 1 item: questions/reviewed.lock"
    changed = set(lock(starter).splitlines()) ^ set(before.splitlines())
    assert len(changed) == 2
    assert {line.split()[0] for line in changed} == {"storms-and-weeks"}
    status, out = run()
    assert out.splitlines()[-1] == "Accepted 3 items: questions/reviewed.lock"
    assert checking.run(load(starter)).findings == ()


def test_one_bank_is_reviewed_alone(run: Run, starter: Path) -> None:
    text = (starter / BANK).read_text(encoding="utf-8").replace("- id: ", "- id: other-")
    (starter / "questions" / "other.yaml").write_text(text, encoding="utf-8")
    assert run("--all", "--bank", "other")[0] == 0
    assert all(line.startswith(("#", "other-")) for line in lock(starter).splitlines())
    assert run("--bank", "other") == (0, "Nothing to review: every item stands as it was reviewed.\n")
    assert run("--bank", "storm-savings")[1].splitlines()[-1] == "Accepted 11 items: questions/reviewed.lock"


def test_an_item_whose_quote_is_gone_cannot_be_accepted_and_others_are(run: Run, starter: Path) -> None:
    run("--all")
    kept = [line for line in lock(starter).splitlines() if line.startswith("fees-saved")]
    change(starter / BRIEF, "2.5 percent of its harbor fees", "3 percent of its harbor fees")
    change(starter / BRIEF, "was still too small", "was too small")
    status, out = run("fees-saved-for-storms", "storms-and-weeks")
    assert status == 1
    assert (
        "Not accepted: fees-saved-for-storms: its quote is not in p2 of storm-savings; see `quizgen check`"
        in out.splitlines()
    )
    assert "Accepted 1 item: questions/reviewed.lock" in out
    assert kept == [line for line in lock(starter).splitlines() if line.startswith("fees-saved")]


def test_an_item_without_evidence_cannot_be_accepted(run: Run, starter: Path) -> None:
    evidence = "    evidence:\n      - passage: p2\n        quote: sets aside 2.5 percent of its harbor fees\n"
    change(starter / BANK, evidence, "    evidence: []\n")
    status, out = run("fees-saved-for-storms")
    assert status == 1
    assert out.startswith("Not accepted: fees-saved-for-storms: it rests on no passage")


def test_entries_of_items_that_are_no_more_go_with_the_next_review(run: Run, starter: Path) -> None:
    run("--all")
    change(starter / BANK, "- id: storm-fund-is-a-loan", "- id: storm-fund-is-no-loan")
    _, out = run()
    assert out.splitlines()[-1] == ("Accepted 1 item, let go of 1 item that is no more: questions/reviewed.lock")
    assert "storm-fund-is-a-loan" not in lock(starter)


def test_entries_stay_while_a_bank_cannot_be_read(run: Run, starter: Path) -> None:
    run("--all")
    bank = starter / BANK
    (starter / "questions" / "other.yaml").write_text(
        bank.read_text(encoding="utf-8").replace("- id: ", "- id: other-"), encoding="utf-8"
    )
    bank.write_text("title: [", encoding="utf-8")
    assert run("other-storms-and-weeks")[0] == 0
    assert "\nstorms-and-weeks " in lock(starter)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("storms-and-week",), "there is no item `storms-and-week` that is asked; did you mean `storms-and-weeks`?"),
        (("--bank", "storm-saving"), "did you mean `storm-savings`?"),
        (("storms-and-weeks", "--bank", "storm-savings"), "name items or a bank, not both"),
    ],
)
def test_wrong_usage_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out = run(*arguments)
    assert status == 2
    assert said in out


def test_a_lock_that_cannot_be_read_is_not_written_over(run: Run, starter: Path) -> None:
    run("--all")
    broken = "<<<<<<< HEAD\n" + lock(starter)
    (starter / locks.REVIEWED).write_text(broken, encoding="utf-8")
    status, out = run("--all")
    assert status == 1
    assert "questions/reviewed.lock:1:1: error: a merge was left unfinished here" in out
    assert lock(starter) == broken


def test_the_lock_ends_whole_or_not_at_all(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--all")
    before = lock(starter)
    change(starter / BRIEF, "was still too small", "was too small")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", fail)
    result = CliRunner().invoke(cli, ["review", "--course", str(starter)])
    assert isinstance(result.exception, writing.CannotWriteError)
    assert lock(starter) == before
    assert not list((starter / "questions").glob(".*"))


def test_a_review_keeps_the_permissions_of_the_lock(run: Run, starter: Path) -> None:
    run("--all")
    file = starter / locks.REVIEWED
    file.chmod(0o640)
    change(starter / BRIEF, "was still too small", "was too small")
    run()
    assert file.stat().st_mode & 0o777 == 0o640
