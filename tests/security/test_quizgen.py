"""What quizgen itself never does, whatever a course or an output folder holds."""

from __future__ import annotations

import ast
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from quizgen import importing
from quizgen.course import load
from quizgen.text.decoding import MOST_BYTES
from quizgen.writing import CannotWriteError, finish, write
from tests.conftest import STARTER
from tests.security.conftest import Built
from tests.security.watching import FORBIDDEN, watched
from tests.test_layers import imports, modules
from tests.test_writing import build

REACHING = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "webbrowser", "subprocess", "pickle",
    "shelve", "marshal", "ctypes", "code", "runpy", "xml.sax", "xml.dom",
}  # fmt: skip
EVALUATING = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load"}

WRONG = """
import socket, subprocess, sys
from pathlib import Path
Path("../beside.txt").write_text("x")
Path("../beside.txt").rename("../renamed.txt")
subprocess.run([sys.executable, "-c", "pass"])
try: socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError: pass
"""


def test_a_build_reaches_for_no_network_starts_no_program_and_writes_to_its_output_alone(built: Built) -> None:
    assert built.elsewhere == ""


def test_to_check_and_to_look_writes_nothing_at_all(tmp_path: Path) -> None:
    course = Path(shutil.copytree(STARTER, tmp_path / "course"))
    for command in (["check"], ["list"], ["show", "storm-savings"], ["explain"]):
        assert watched(command, course, tmp_path / "nowhere") == ""


def test_what_is_forbidden_is_seen(tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    told = watched([], tmp_path / "course", tmp_path / "output", WRONG)
    for event in ("open", "os.rename", "subprocess.Popen", "socket.connect"):
        assert f"{FORBIDDEN}{event} " in told


def test_no_module_imports_what_reaches_out_or_evaluates_what_it_reads() -> None:
    seen = 0
    for name, tree in modules():
        for imported in imports(tree):
            seen += 1
            reached = {one for one in REACHING if imported == one or imported.startswith(f"{one}.")}
            assert not reached, f"{name} imports {imported}"
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in EVALUATING, f"{name} calls {ast.unparse(node.func)}"
    assert seen > 1_000


def test_what_is_too_large_or_too_deep_is_a_finding(tmp_path: Path) -> None:
    course = Path(shutil.copytree(STARTER, tmp_path / "course"))
    (course / "questions" / "large.yaml").write_bytes(b"x" * (MOST_BYTES + 1))
    (course / "questions" / "deep.yaml").write_text("title: " + "[" * 30 + "]" * 30)
    deep, large = (finding.message for finding in load(course).findings)
    assert "nested more than 24 deep" in deep
    assert "larger than 20,000,000 bytes" in large
    (unread,) = importing.read(b"x" * (MOST_BYTES + 1), "other.csv").unread
    assert "larger than 20,000,000 bytes" in unread.reason


@pytest.mark.parametrize("link", ["students", "instructor", "students/html", ".quizgen-build", ".quizgen-lock"])
def test_a_link_in_the_output_folder_is_not_followed_out_of_it(link: str, tmp_path: Path) -> None:
    outside, output = tmp_path / "outside", tmp_path / "output"
    outside.mkdir()
    (output / link).parent.mkdir(parents=True)
    (output / link).symlink_to(outside, target_is_directory=True)
    with pytest.raises(CannotWriteError, match="leads out of the output folder"):
        write(build(html={"students/html/storms.html": "a"}), output)
    assert list(outside.iterdir()) == []


def test_an_output_folder_that_is_a_link_itself_is_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "shared", target_is_directory=True)
    write(build(html={"storms.html": "a"}), tmp_path / "output")
    assert (tmp_path / "shared" / "storms.html").read_text() == "a"


@pytest.mark.parametrize(
    "plan",
    [
        {"write": [], "remove": ["../mine.txt"]},
        {"write": ["../mine.txt"], "remove": []},
        {"write": [], "remove": ["OUTSIDE/mine.txt"]},
        {"write": [5], "remove": []},
        {"write": []},
        [],
        "{",
    ],
    ids=str,
)
def test_a_plan_that_no_build_has_left_is_not_carried_out(plan: object, tmp_path: Path) -> None:
    output = tmp_path / "output"
    stage = output / ".quizgen-build"
    (stage / "files").mkdir(parents=True)
    (stage / "mine.txt").write_text("theirs")  # where `files/../mine.txt` is
    (tmp_path / "mine.txt").write_text("mine")
    text = plan if isinstance(plan, str) else json.dumps(plan)
    (stage / "plan.json").write_text(text.replace("OUTSIDE", str(tmp_path)))
    finish(output)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not stage.exists()


def test_a_link_among_the_files_for_students_is_not_handed_out(tmp_path: Path) -> None:
    course = Path(shutil.copytree(STARTER, tmp_path / "course"))
    page = course / "output" / "students" / "html" / "storm-savings.html"
    assert watched(["build", "html", "--zip"], course, course / "output") == ""
    assert "html/storm-savings.html" in handed_out(course)
    page.unlink()
    page.symlink_to(tmp_path / "secret.txt")
    (tmp_path / "secret.txt").write_text("secret")
    assert watched(["build", "flashcards", "--zip"], course, course / "output") == ""
    assert "html/storm-savings.html" not in handed_out(course)
    assert "flashcards/storm-savings.txt" in handed_out(course)


def handed_out(course: Path) -> list[str]:
    with zipfile.ZipFile(course / "output" / "students.zip") as archive:
        return archive.namelist()
