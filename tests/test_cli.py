from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking, checks, cli, items
from quizgen.exporters import BY_NAME
from tests.conftest import REPOSITORY
from tests.examples import of_rule

Run = Callable[..., tuple[int, str, str]]
COMMANDS = ("build", "check", "corpus", "explain", "import", "init", "list", "release", "review", "schema", "show")


@pytest.fixture
def run(starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as a shell would, in the sample course: its exit status, output and error output."""
    monkeypatch.chdir(starter)

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["quizgen", *arguments])
        with pytest.raises(SystemExit) as exit:
            cli.main()
        captured = capsys.readouterr()
        return int(exit.value.code or 0), captured.out, captured.err

    return call


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".quizgen-lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_every_command_has_help_with_an_example(run: Run) -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert set(cli.cli.commands) == set(COMMANDS)
    for command in COMMANDS:
        assert f"  {command} " in out
        status, shown, _ = run(command, "--help")
        assert status == 0
        assert re.search(rf"\n    quizgen (.* && quizgen )?{command}\b", shown), command


def test_build_makes_every_format_and_says_what_and_where(run: Run, starter: Path) -> None:
    status, out, err = run("build")
    assert (status, err) == (0, "")
    assert re.fullmatch(r"Built \d+ files \(\d+ anki, \d+ pdf, \d+ html\) from 11 items in 1 quiz: output\n", out)
    made = set(tree(starter / "output"))
    assert made >= {
        "students/anki/storm-savings.apkg",
        "students/anki/course.apkg",
        "students/html/index.html",
        "students/html/storm-savings.html",
        "students/pdf/storm-savings/quiz-A.pdf",
        "instructor/pdf/storm-savings/key-A.pdf",
        "instructor/manifest.json",
    }
    assert set(json.loads((starter / "output" / "instructor" / "manifest.json").read_text())["files"]) == made - {
        "instructor/manifest.json"
    }


def test_build_names_what_filters_pick(run: Run, starter: Path) -> None:
    status, out, _ = run(
        "build", "pdf", "--bank", "storm-savings", "--items", "3", "--kind", "fact", "--name", "warm-up"
    )
    assert status == 0
    assert "from 3 items in 1 quiz" in out
    assert "students/pdf/warm-up/quiz-A.pdf" in tree(starter / "output")
    status, _, _ = run("build", "html", "--difficulty", "easy", "--items", "2")
    assert status == 0
    assert [name for name in tree(starter / "output") if name.endswith(".html")] == [
        "students/html/my-course-easy-2-items.html"
    ]


def test_a_name_made_of_filters_stays_in_the_output_and_takes_no_banks_place(run: Run, starter: Path) -> None:
    assert run("build", "html", "--kind", "fact", "--tag", "storms", "--tag", "../../../Ñandú!")[0] == 2  # no such tags
    bank = starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("thinking: remember", "thinking: remember\n    tags: [x]"), encoding="utf-8")
    assert run("build", "html", "--tag", "x", "--tag", "../../../Ñandú!")[0] == 0
    assert sorted(name for name in tree(starter) if name.endswith(".html")) == [
        "output/students/html/my-course-x-nandu.html"
    ]
    (starter / "questions" / "my-course-x.yaml").write_text("brief: storm-savings\ntitle: T\nitems: []\n")
    status, _, err = run("build", "html", "--tag", "x")
    assert status == 2
    assert "give what you pick another name" in err


@pytest.mark.parametrize("folder", ["questions", "corpus/out", "questions/../questions/quizzes"])
def test_a_build_into_what_is_read_is_refused(run: Run, starter: Path, folder: str) -> None:
    status, _, said = run("build", "html", "--course", str(starter), "--output", str(starter / folder))
    assert status == 2
    assert "which is read: name another folder" in said
    assert not (starter / "corpus" / "out").exists()


def test_build_with_findings_leaves_output_as_it_was(run: Run, bank_of: Callable[[str], Path]) -> None:
    run("build", "html")
    course = bank_of(of_rule("evidence: []"))
    before = tree(course / "output")
    status, out, err = run("build", "html")
    assert (status, out) == (1, "")
    assert "[has-evidence]" in err
    assert err.endswith("Nothing was built.\n")
    assert tree(course / "output") == before


def test_a_colleagues_broken_bank_does_not_block_mine(run: Run, starter: Path) -> None:
    (starter / "questions" / "theirs.yaml").write_text("title: [", encoding="utf-8")
    assert run("build", "html")[0] == 1
    assert run("build", "html", "--bank", "storm-savings")[0] == 0
    assert run("check", "--bank", "storm-savings")[0] == 0
    assert run("build", "html", "--bank", "theirs")[0] == 1


def test_strict_lets_warnings_stop_a_build(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("allow: {has-evidence: For no reason.}"))
    assert run("check")[0] == 0
    assert run("check", "--strict")[0] == 1
    assert run("build", "html")[0] == 0
    assert run("build", "html", "--strict")[0] == 1


@pytest.mark.usefixtures("starter")
def test_check_tells_what_another_format_cannot_hold(run: Run) -> None:
    _, out, err = run("check", "--for", "kahoot")
    assert "Kahoot has no place for rationale" in out
    assert "Left out of kahoot" in err
    assert "ahoot" not in run("check")[1]


def test_check_as_json(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("evidence: []"))
    status, out, _ = run("check", "--format", "json")
    assert status == 1
    assert [finding["rule"] for finding in json.loads(out)["findings"]] == ["has-evidence"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "No such command"),
        (["build", "epub"], "is not one of"),
        (["build", "--bank", "storm-saving"], "did you mean `storm-savings`?"),
        (["build", "--type", "choise"], "no such type"),
        (["build", "--name", "../out"], "--name"),
        (["build", "--name", "storm-savings"], "a bank or a quiz has that id"),
        (["build", "--quiz", "midterm"], "there is no quiz of that id"),
        (["build", "--quiz", "storm-savings"], "that is a bank: --bank storm-savings"),
        (["build", "--quiz", "midterm", "--kind", "fact"], "leave out the filters"),
        (["build", "--name", "index"], "files about the whole course"),
        (["build", "html", "--kind", "fact", "--type", "essay"], "there is no item"),
        (["build", "--items", "0"], "--items"),
        (["build", "--forms", "27"], "--forms"),
        (["show", "storm-saving"], "did you mean `storm-savings`?"),
        (["explain", "quote-in-pasage"], "did you mean `quote-in-passage`?"),
        (["check", "--course", "nowhere"], "there is no course in nowhere"),
        (["init", "corpus"], "not empty"),
        (["build", "html", "--copies", "3"], "name `pdf` among the formats"),
        (["build", "pdf", "--copies", "0"], "--copies"),
        (["build", "html", "--variant", "readable"], "--variant is of papers: name `pdf` among the formats"),
        (["build", "pdf", "--flip", "long-edge"], "--flip is of cards: name `cards` among the formats"),
    ],
)
def test_wrong_usage_is_said_and_is_status_2(run: Run, arguments: list[str], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_outside_a_course(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, _, err = run("build")
    assert status == 2
    assert "quizgen init" in err


def test_what_cannot_be_written_is_status_3(run: Run, starter: Path) -> None:
    (starter / "file").write_text("in the way")
    status, _, err = run("build", "html", "--output", "file")
    assert status == 2  # a file is no folder: click says so
    status, _, err = run("build", "html", "--output", "file/below")
    assert status == 3
    assert err.startswith("Error: ")


def test_interrupted_is_status_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "run", interrupt)
    assert run("check")[0] == 130


def test_source_date_epoch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("build", "html")[0] == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert run("build", "html")[0] == 0


def test_list_and_show(run: Run) -> None:
    assert "storm-savings  11" in run("list")[1]
    listed = run("list", "--kind", "definition")[1]
    assert "term-storm-fund" in listed
    assert "why-a-storm-fund" not in listed
    brief = run("show", "storm-savings")[1]
    assert "  p2  The island keeps a storm fund" in brief
    assert "→ what-the-storm-fund-pays" in brief
    for item_type in items.ALL:
        id = next(line.split()[0] for line in run("list", "--type", item_type.NAME)[1].splitlines()[1:])
        seen, solved = run("show", id)[1], run("show", id, "--key")[1]
        assert solved.startswith(seen.rstrip("\n"))
        assert "Ibarra and Rey (2024)" in solved
        assert "Ibarra and Rey (2024)" not in seen


def test_a_quiz_is_listed_shown_and_built(run: Run, course_of: Callable[[dict[str, str]], Path]) -> None:
    blueprint = "title: Midterm\naudience: exam\nsections:\n  - {title: Choose, take: [{count: 2, type: choice}]}\n"
    course = course_of({"questions/quizzes/midterm.yaml": blueprint.replace("count: 2", "count: 1")})
    assert re.search(r"(?m)^midterm +1 +exam +Midterm$", run("list")[1])
    shown = run("show", "midterm")[1]
    assert shown.startswith("Midterm\nFor exam: 1 item, 1 point\n\nChoose\nitem")
    status, out, _ = run("build", "--quiz", "midterm")
    built, *nothing = out.splitlines()
    assert (status, built) == (0, "Built 3 files (0 anki, 3 pdf, 0 html) from 1 item in 1 quiz: output")
    assert [line.split(":")[0] for line in nothing] == ["Nothing for anki", "Nothing for html"]
    assert set(tree(course / "output")) == {
        "instructor/manifest.json",
        "instructor/pdf/midterm/key-A.pdf",
        "instructor/pdf/midterm/keys.pdf",
        "instructor/pdf/midterm/quiz-A.pdf",
    }
    status, _, _ = run("build", "--quiz", "midterm", "--name", "other")
    assert status == 2


def test_an_item_that_becomes_an_exams_leaves_what_students_are_given(run: Run, starter: Path) -> None:
    bank = starter / "questions" / "storm-savings.yaml"
    secret = "fund-or-loan"
    assert run("build")[0] == 0
    text = bank.read_text(encoding="utf-8").replace(f"id: {secret}\n", f"id: {secret}\n    exam_only: true\n")
    bank.write_text(text, encoding="utf-8")
    status, out, _ = run("build", "html", "--kind", "argument", "--name", "arguments")
    assert status == 0
    assert "Taken away, since they held what is for exams now: students/anki/course.apkg" in out
    students = tree(starter / "output" / "students")
    assert set(students) == {"html/arguments.html"}
    assert all(secret.encode() not in data for data in students.values())


def test_a_broken_bank_stops_the_quizzes_alone_that_take_from_it(
    run: Run, course_of: Callable[[dict[str, str]], Path]
) -> None:
    mine = "title: Mine\nsections:\n  - take: [{count: 1, banks: storm-savings}]\n"
    course_of(
        {
            "questions/quizzes/mine.yaml": mine,
            "questions/quizzes/all.yaml": mine.replace(", banks: storm-savings", ""),
            "questions/colleague.yaml": "items: [",
        }
    )
    assert run("build", "pdf", "--quiz", "mine")[0] == 0
    assert run("build", "html", "--quiz", "mine")[1] == "Built 1 file (1 html) from 1 item in 1 quiz: output\n"
    status, _, err = run("build", "pdf", "--quiz", "all")
    assert status == 1
    assert "questions/colleague.yaml" in err


def test_show_tells_what_an_essay_earns_points_for_and_what_is_kept_for_exams(run: Run, starter: Path) -> None:
    assert "time with the example of 2007" not in run("show", "argue-for-the-fund")[1]
    solved = run("show", "argue-for-the-fund", "--key")[1]
    bank = starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8")
    assert "   2  Gives the argument from time with the example of 2007" in solved
    bank.write_text(text.replace("id: fund-or-loan\n", "id: fund-or-loan\n    exam_only: true\n"), encoding="utf-8")
    assert "Kept for exams." in run("show", "fund-or-loan")[1]


def test_show_says_of_an_item_what_could_not_be_read(run: Run, bank_of: Callable[[str], Path]) -> None:
    bank_of(of_rule("type: numeric\nstem: How much?\nanswer: about two"))
    status, out, err = run("show", "example-1", "--key")
    assert status == 0
    assert "How much?" in out
    assert err == "Not all of the item could be read: `quizgen check` says what is wrong.\n"


def test_explain_has_a_manual_for_everything(run: Run) -> None:
    names = [*items.BY_NAME, *checks.rule_names()]
    assert len(names) >= 29
    listed = run("explain")[1]
    for name in names:
        assert f"  {name} " in listed
        assert len(run("explain", name)[1].splitlines()) >= 3


def test_init_makes_a_course_that_builds(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = run("init", str(tmp_path / "Policy 101"))
    assert status == 0
    assert "quizgen build" in out
    monkeypatch.chdir(tmp_path / "Policy 101")
    assert "id: policy-101" in Path("questions/course.yaml").read_text(encoding="utf-8")
    assert run("check", "--strict")[0] == 0
    assert run("build")[0] == 0
    assert run("init", ".")[0] == 2


def test_schema_is_json(run: Run) -> None:
    assert "$schema" in json.loads(run("schema")[1])
    assert json.loads(run("schema", "quiz")[1])["title"] == "quizgen quiz"


BUILD = "import sys; from quizgen.cli import main; sys.argv[1:] = ['build']; main()"


def test_two_builds_in_other_folders_zones_and_seeds_are_the_same_bytes(starter: Path, tmp_path: Path) -> None:
    made = []
    for number, environment in enumerate(
        [
            {"TZ": "America/Tegucigalpa", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
            {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8"},
        ]
    ):
        folder = tmp_path / f"copy-{number}" / ("deep" * number)
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", f"{starter}/.", folder], check=True)
        subprocess.run([sys.executable, "-c", BUILD], cwd=folder, env={**os.environ, **environment}, check=True)
        made.append(tree(folder / "output"))
    assert len(made[0]) >= 7
    assert made[0] == made[1]


def test_a_second_build_says_what_stands_as_before(run: Run, starter: Path) -> None:
    count = re.search(r"Built (\d+) files", run("build")[1])
    assert count
    before = tree(starter / "output")
    for options in ((), ("--fresh",)):
        out = run("build", *options)[1]
        assert out.startswith(f"Built {count[1]} files")
        assert out.endswith(f"in 1 quiz, {count[1]} of them as before: output\n")
        assert tree(starter / "output") == before


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; import quizgen.cli; print(sorted(set(sys.modules) & set(sys.argv[1:])))"
    heavy = ["reportlab", "genanki", "jinja2", "pydantic", "yaml", "rich", "rapidfuzz"]
    shown = subprocess.run(
        [sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    assert shown.stdout.strip() == "[]"


def test_formats_can_be_asked_for_by_name(run: Run) -> None:
    shown = run("build", "--help")[1]
    assert set(BY_NAME) >= {"anki", "pdf", "html"}
    told = " ".join(shown.split("Formats:")[1].split("Options:")[0].split())
    for name, listed in BY_NAME.items():
        assert listed.about
        assert f"{name} {listed.about}" in told


def test_copies_are_one_more_file_for_the_printer(run: Run, starter: Path) -> None:
    status, out, _ = run("build", "pdf", "--forms", "2", "--copies", "5")
    assert status == 0
    assert "Built 6 files" in out
    manifest = json.loads((starter / "output/instructor/manifest.json").read_text(encoding="utf-8"))
    file = manifest["files"]["students/pdf/storm-savings/copies.pdf"]
    assert (file["copies"], sorted(file["marks"])) == (5, ["A", "B"])
    assert manifest["quizzes"]["storm-savings"]["options"]["printing"]["copies"] == 5
    assert run("build", "pdf")[0] == 0
    assert not (starter / "output/students/pdf/storm-savings/copies.pdf").exists()


GIFT = "Who proposed the storm fund? {=Lucía Ibarra}\n\nWhen? {#1999}\n"


def test_import_makes_a_bank_that_is_still_to_be_grounded(run: Run, starter: Path) -> None:
    (starter / "Old Quiz.gift.txt").write_text(GIFT, encoding="utf-8")
    status, out, err = run("import", "Old Quiz.gift.txt")
    assert (status, err) == (0, "")
    assert out.startswith(f"Read 2 items: {Path('questions/old-quiz.yaml')}\n")
    assert "check --bank old-quiz" in out
    text = (starter / "questions" / "old-quiz.yaml").read_text(encoding="utf-8")
    assert text.startswith("brief: storm-savings\ntitle: Old quiz\n")
    status, out, _ = run("check", "--bank", "old-quiz")
    assert status == 1
    assert out.count("[has-evidence]") == 2
    assert run("build", "html")[0] == 1
    assert run("build", "html", "--bank", "storm-savings")[0] == 0


def test_import_lists_what_it_cannot_read_and_is_status_1(run: Run, starter: Path) -> None:
    (starter / "q.gift").write_text(f"{GIFT}\nJust a text.\n", encoding="utf-8")
    status, out, err = run("import", "q.gift", "--name", "mine", "--brief", "storm-savings")
    assert status == 1
    assert out.startswith("Read 2 items, and 1 thing not: ")
    assert err.startswith("Not read: line 5: “Just a text.”")


def test_import_writes_nothing_where_nothing_can_be_read(run: Run, starter: Path) -> None:
    before = tree(starter)
    for name, data in [("a.gift", b"Just a text."), ("b.xml", b"<quiz>"), ("c.zip", b"PK"), ("d.gift", b"")]:
        (starter / name).write_bytes(data)
        status, out, err = run("import", name)
        assert (status, out) == (1, "")
        assert "Nothing was written" in err
        (starter / name).unlink()
    assert tree(starter) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "storm-savings"], "there is a bank or a quiz `storm-savings` already"),
        (["--name", "course"], "--name course"),
        (["--name", "../x"], "--name ../x"),
        (["--name", "con"], "--name con"),
        (["--brief", "storm-saving"], "did you mean `storm-savings`?"),
    ],
)
def test_import_refuses_names(run: Run, starter: Path, arguments: list[str], said: str) -> None:
    (starter / "q.gift").write_text(GIFT, encoding="utf-8")
    before = tree(starter)
    status, out, err = run("import", "q.gift", *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert tree(starter) == before


def test_import_writes_over_no_file_that_could_not_be_read(run: Run, starter: Path) -> None:
    (starter / "q.gift").write_text(GIFT, encoding="utf-8")
    (starter / "questions" / "q.yaml").write_text("items: [", encoding="utf-8")
    assert run("import", "q.gift")[0] == 2
    assert (starter / "questions" / "q.yaml").read_text(encoding="utf-8") == "items: ["
    (starter / "¿.gift").write_text(GIFT, encoding="utf-8")
    assert "the name of the file makes no id" in run("import", "¿.gift")[2]


def test_build_zip_makes_one_file_for_the_class(run: Run, starter: Path) -> None:
    status, out, _ = run("build", "html", "--zip")
    assert status == 0
    assert f"One file for the class: {Path('output/students.zip')}\n" in out
    bank = starter / "questions" / "storm-savings.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("Who proposed", "Tell who proposed"), encoding="utf-8")
    assert "Taken away, since it held what is no longer so: students.zip" in run("build", "html")[1]
    assert run("build", "canvas", "--zip")[1].count("students.zip") == 1
