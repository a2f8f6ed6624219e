"""`quizgen check`: what is reported, in which form, and what `--fix` does to the files."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen import checks, cli, marked_yaml
from quizgen.checks import options_distinct
from quizgen.course import Course
from quizgen.findings import Remark, Rewrite
from tests.conftest import REPOSITORY
from tests.examples import of_rule
from tests.test_terminal import on_a_terminal

Run = Callable[..., tuple[int, str, str]]

FLAWED = of_rule("evidence: []\nallow: {options-distinct: It was so once.}")


@pytest.fixture
def run(starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `quizgen check` in the sample course: its exit status, output and error output."""
    monkeypatch.chdir(starter)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["quizgen", "check", *arguments])
        with pytest.raises(SystemExit) as exit:
            cli.main()
        captured = capsys.readouterr()
        return int(exit.value.code or 0), captured.out, captured.err

    return call


@pytest.fixture
def mending(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a rule that is off until asked for complain of each rationale, and say what to write."""

    def check(course: Course) -> Iterator[Remark]:
        for question in course.current:
            if "is there" in question.rationale:
                where = question.at("rationale")
                mended = question.rationale.replace("is there", "lies there")
                yield Remark(where, "“is there” is weak", item=question.id, edit=Rewrite(where, mended))

    monkeypatch.setattr(options_distinct, "check", check)
    monkeypatch.setattr(options_distinct, "SEVERITY", None)


def rules(out: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(out)["findings"]]


@pytest.mark.parametrize(
    ("arguments", "status", "expected"),
    [
        ((), 1, ["has-evidence", "unused-allow"]),
        (("--select", "has-evidence"), 1, ["has-evidence"]),
        (("--select", "unused-allow"), 0, ["unused-allow"]),
        (("--select", "unused-allow", "--strict"), 1, ["unused-allow"]),
        (("--select", "has-evidence, unused-allow"), 1, ["has-evidence", "unused-allow"]),
        (("--ignore", "has-evidence"), 0, ["unused-allow"]),
        (("--ignore", "has-evidence,unused-allow", "--strict"), 0, []),
        (("--select", "has-evidence", "--ignore", "has-evidence"), 0, []),
        (("--select", "unique-ids"), 0, []),
    ],
)
def test_what_is_reported_is_what_is_asked_for(
    run: Run, bank_of: Callable[[str], Path], arguments: tuple[str, ...], status: int, expected: list[str]
) -> None:
    bank_of(FLAWED)
    found, out, _ = run("--format", "json", *arguments)
    assert (found, sorted(rules(out))) == (status, expected)


def test_an_allow_is_in_use_although_its_rule_is_not_asked_for(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("evidence: []\nallow: {has-evidence: It is a definition of our own.}"))
    assert run("--strict")[0] == 0
    assert run("--strict", "--ignore", "has-evidence")[0] == 0
    assert run("--strict", "--select", "unused-allow")[0] == 0


def test_what_cannot_be_read_is_said_whatever_is_asked_for(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("dificulty: easy"))
    status, out, _ = run("--select", "unique-ids", "--format", "json")
    assert (status, rules(out)) == (1, ["unknown-key"])
    status, _, err = run("--ignore", "unknown-key")
    assert (status, "mend it first" in err) == (2, True)


@pytest.mark.usefixtures("mending")
def test_select_switches_on_what_is_off(run: Run, bank_of: Callable[[str], Path]) -> None:
    starter = bank_of(of_rule("tags: [a]"))
    assert run("--strict")[0] == 0
    _, out, _ = run("--select", "options-distinct", "--format", "json")
    assert set(rules(out)) == {"options-distinct"}
    settings = starter / "questions" / "course.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "rules: {options-distinct: off}\n", encoding="utf-8")
    assert rules(run("--select", "options-distinct", "--format", "json")[1]) == rules(out)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_there_is_not_is_wrong_usage(run: Run, option: str) -> None:
    status, out, err = run(option, "unique-ids,quote-in-pasage")
    assert (status, out) == (2, "")
    assert f"{option} quote-in-pasage: there is no such rule; did you mean `quote-in-passage`?" in err
    assert "Usage: quizgen check" in err


SPECIAL = "# ours\r\n" + of_rule("rationale: 'The money is there before it is needed.' # why").replace("\n", "\r\n")
LINE = "    rationale: 'The money is there before it is needed.' # why\r\n"


@pytest.fixture
def bank(starter: Path) -> Path:
    file = starter / "questions" / "storm-savings.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SPECIAL.encode())
    file.chmod(0o640)
    return file


@pytest.mark.usefixtures("mending")
def test_fix_mends_shows_the_diff_and_reports_what_is_left(run: Run, bank: Path) -> None:
    status, out, err = run("--fix", "--strict")
    assert (status, err) == (0, "")
    assert out.split("\n")[0] == "--- a/questions/storm-savings.yaml"
    assert "\n-" + LINE.strip("\r\n") in out
    assert "\n+" + LINE.strip("\r\n").replace("is there", "lies there") in out
    assert out.endswith("Mended 1 finding in 1 file.\nNo findings: 1 item on 1 brief.\n")
    assert bank.read_bytes() == b"\xef\xbb\xbf" + SPECIAL.replace("is there", "lies there").encode()
    assert bank.stat().st_mode & 0o777 == 0o640
    assert {file.name for file in bank.parent.iterdir()} == {"course.yaml", "storm-savings.yaml"}
    assert run("--fix")[1] == "There is nothing to mend.\nNo findings: 1 item on 1 brief.\n"


@pytest.mark.usefixtures("mending")
def test_diff_shows_and_writes_nothing(run: Run, bank: Path) -> None:
    for arguments in (["--diff"], ["--diff", "--fix"]):
        status, out, err = run(*arguments)
        assert (status, err) == (0, "--fix would mend 1 finding in 1 file.\n")
        assert out.startswith("--- a/questions")
        assert "No findings" not in out
        assert bank.read_bytes().endswith(SPECIAL.encode())


@pytest.mark.usefixtures("mending")
def test_fix_keeps_to_what_is_asked_for(run: Run, bank: Path) -> None:
    before = bank.read_bytes()
    assert "nothing to mend" in run("--fix", "--ignore", "options-distinct")[1]
    assert "nothing to mend" in run("--fix", "--select", "has-evidence")[1]
    assert bank.read_bytes() == before
    bank.write_bytes(before.replace(b"    rationale", b"    allow: {options-distinct: We say so.}\r\n    rationale"))
    assert "nothing to mend" in run("--fix")[1]


@pytest.mark.usefixtures("mending")
def test_fix_leaves_the_output_of_programs_clean(run: Run, bank: Path) -> None:
    _, out, err = run("--fix", "--format", "json")
    assert rules(out) == []
    assert err.startswith("--- a/questions")


@pytest.mark.usefixtures("mending")
def test_what_fix_leaves_is_said_with_the_reason(run: Run, bank: Path) -> None:
    bank.write_bytes(SPECIAL.replace("needed", "neede\u0301d").encode())
    status, out, err = run("--fix")
    assert (status, out) == (0, "Nothing was mended.\nNo findings: 1 item on 1 brief.\n")
    assert err.startswith("questions/storm-savings.yaml:")
    assert "options-distinct was not mended: the file has accents" in err


@pytest.mark.usefixtures("mending")
def test_a_bank_that_cannot_be_written_is_status_3_and_stays(
    run: Run, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    status, _, err = run("--fix")
    assert (status, "Permission denied" in err) == (3, True)
    assert bank.read_bytes().endswith(SPECIAL.encode())
    assert {file.name for file in bank.parent.iterdir()} == {"course.yaml", "storm-savings.yaml"}


def test_formats_for_programs(run: Run, bank_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    course = bank_of(FLAWED)
    status, out, _ = run("--format", "github")
    assert status == 1
    assert out.startswith("::error file=questions/storm-savings.yaml,line=5,col=15,title=has-evidence::")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(course.parent))
    assert f"file={course.name}/questions/" in run("--format", "github")[1]
    status, out, _ = run("--format", "sarif")
    assert status == 1
    assert {result["ruleId"] for result in json.loads(out)["runs"][0]["results"]} == {"has-evidence", "unused-allow"}


def test_the_end_of_a_value_is_underlined_too(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("evidence: [{passage: p9, quote: a storm fund}] # soon"))
    lines = run("--select", "passage-exists")[1].split("\n")
    assert lines[1].index("p9") == lines[2].index("^^")
    assert lines[2].rstrip().endswith(" ^^")


COLOURED = """
import sys
sys.stdout = sys.stderr
sys.argv[1:] = ["check", "--course", {course!r}]
from quizgen.cli import _run
_run()
"""


def test_colour_on_a_terminal_alone_and_not_where_it_is_not_wanted(
    bank_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    course = bank_of(FLAWED)
    monkeypatch.chdir(REPOSITORY)
    code = COLOURED.format(course=str(course))
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m\x1b[1merror\x1b[0m" in on_a_terminal(code)
    assert "\x1b" not in run("--course", str(course))[1]
    monkeypatch.setenv("NO_COLOR", "1")
    plain = on_a_terminal(code)
    assert "has-evidence" in plain
    assert "\x1b" not in plain


def test_the_hooks_for_pre_commit_run(starter: Path) -> None:
    text = (REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    document, findings = marked_yaml.read(text, ".pre-commit-hooks.yaml")
    assert document is not None
    assert not findings
    assert [hook["id"] for hook in document.data] == ["quizgen-check", "quizgen-fix"]
    for hook in document.data:
        assert set(hook) >= {"id", "name", "entry", "language", "files", "pass_filenames"}
        assert (hook["language"], hook["pass_filenames"]) == ("python", "false")
        for path in ("questions/a.yaml", "questions/course.yaml", "corpus/a.md"):
            assert re.search(hook["files"], path)
        assert not re.search(hook["files"], "output/questions/a.yaml")
        program, *arguments = shlex.split(hook["entry"])
        assert program == "quizgen"
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", *arguments, "--course", str(starter)], cwd=REPOSITORY, check=False
        )
        assert done.returncode == 0


def test_every_rule_can_be_selected(run: Run) -> None:
    assert run("--select", ",".join(checks.rule_names()))[0] == 0
