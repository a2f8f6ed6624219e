from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import writing
from quizgen.manifest import MANIFEST, Build
from quizgen.model import Output
from quizgen.writing import CannotWriteError, write
from tests.quizzes import every_shape

QUIZ = every_shape()
OTHER = replace(QUIZ, id="other")


def build(whole: bool = True, **files: dict[str, str]) -> Build:
    """A build of formats, each with names and texts; the quiz of a file is what its name begins with."""
    made = {
        name: tuple(Output(file, text.encode(), file.partition(".")[0]) for file, text in texts.items())
        for name, texts in files.items()
    }
    used = {output.quiz for outputs in made.values() for output in outputs}
    return Build(made, tuple(quiz for quiz in (QUIZ, OTHER) if quiz.id in used), {}, {}, whole)


def files(folder: Path) -> dict[str, str]:
    ours = ("manifest.json", ".quizgen-lock")
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in ours)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_files_are_written_and_listed(tmp_path: Path) -> None:
    write(build(html={"storms.html": "a"}, pdf={"storms.pdf": "b"}), tmp_path)
    assert files(tmp_path) == {"storms.html": "a", "storms.pdf": "b"}
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    assert set(manifest["files"]) == {"storms.html", "storms.pdf"}
    orders = manifest["quizzes"]["storms"]["forms"]["A"]
    assert [entry["item"] for entry in orders] == [placed.question.id for placed in QUIZ.forms[0].placed]


def test_the_manifest_says_what_an_exporter_says_of_its_file(tmp_path: Path) -> None:
    made = Output("storms.html", b"a", "storms", {"corners": [1, 2], "format": "none"})
    write(Build({"html": (made,)}, (QUIZ,), {}, {}, True), tmp_path)
    entry = json.loads((tmp_path / MANIFEST).read_text())["files"]["storms.html"]
    assert (entry["corners"], entry["format"]) == ([1, 2], "html")


def test_formats_named_are_replaced_and_others_kept(tmp_path: Path) -> None:
    write(build(html={"storms.html": "a", "other.html": "c"}, pdf={"storms.pdf": "b"}), tmp_path)
    written = write(build(html={"storms.html": "new"}), tmp_path)
    assert written.removed == ("other.html",)
    assert files(tmp_path) == {"storms.html": "new", "storms.pdf": "b"}


def test_part_of_a_course_leaves_the_rest(tmp_path: Path) -> None:
    write(build(html={"storms.html": "a", "other.html": "c"}), tmp_path)
    write(build(whole=False, html={"storms.html": "new"}), tmp_path)
    assert files(tmp_path) == {"storms.html": "new", "other.html": "c"}


def test_what_is_not_quizgens_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(build(html={"storms.html": "a"}), tmp_path)
    write(build(html={"other.html": "a"}), tmp_path)
    assert files(tmp_path) == {"notes.txt": "mine", "other.html": "a"}


def test_a_strangers_file_in_the_way_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text("mine")
    with pytest.raises(CannotWriteError, match="not written by quizgen"):
        write(build(html={"storms.html": "a", "other.html": "b"}), tmp_path)
    assert files(tmp_path) == {"other.html": "mine"}


def test_folders_that_a_removed_file_leaves_empty_are_removed(tmp_path: Path) -> None:
    write(build(pdf={"storms.d/deep/quiz.pdf": "a"}), tmp_path)
    write(build(pdf={"storms.pdf": "b"}), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["storms.pdf", "instructor"] or files(tmp_path) == {
        "storms.pdf": "b"
    }
    assert not (tmp_path / "storms.d").exists()


class KilledError(BaseException):
    """Stands for the end of the process at that moment."""


@pytest.mark.parametrize("after", range(8))
def test_a_killed_build_leaves_the_old_output_or_is_finished_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    old = {"storms.html": "old", "other.html": "old"}
    new = {"storms.html": "new", "storms.extra.html": "new"}
    write(build(html=old), tmp_path)
    calls, real_replace = 0, Path.replace

    def dying_replace(self: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise KilledError
        real_replace(self, target)

    monkeypatch.setattr(Path, "replace", dying_replace)
    with suppress(KilledError):
        write(build(html=new), tmp_path)
    monkeypatch.undo()
    writing.finish(tmp_path)
    assert files(tmp_path) == (old if after == 0 else new)
    assert set(json.loads((tmp_path / MANIFEST).read_text())["files"]) == set(files(tmp_path))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWriteError, match="file"):
        write(build(html={"storms.html": "a"}), tmp_path / "file")


def test_a_manifest_that_was_tampered_with_owns_nothing_outside_and_breaks_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(build(html={"storms.html": "a"}), output)
    (tmp_path / "mine.txt").write_text("mine")
    manifest = json.loads((output / MANIFEST).read_text())
    entry = {"format": "html", "quiz": None, "sha256": ""}
    manifest["files"] |= {"../mine.txt": entry, str(tmp_path / "mine.txt"): entry, "odd.html": 5, "odder.html": {}}
    (output / MANIFEST).write_text(json.dumps(manifest))
    write(build(html={"storms.html": "b"}), output)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert files(output) == {"storms.html": "b"}
    assert set(json.loads((output / MANIFEST).read_text())["files"]) == {"storms.html"}


@pytest.mark.parametrize("link", ["students", "students/html", ".quizgen-build"])
def test_nothing_is_written_or_removed_where_a_link_leads(link: str, tmp_path: Path) -> None:
    outside, output = tmp_path / "outside", tmp_path / "output"
    (outside / "files").mkdir(parents=True)
    (outside / "a.html").write_text("mine")
    (output / link).parent.mkdir(parents=True)
    (output / link).symlink_to(outside)
    with pytest.raises(CannotWriteError, match=link):
        write(build(html={"students/html/a.html": "a"}), output)
    assert sorted(path.name for path in outside.iterdir()) == ["a.html", "files"]
    assert (outside / "a.html").read_text() == "mine"


@pytest.mark.parametrize(
    "plan",
    [
        "{",
        "[" * 100_000,
        "[]",
        '{"write": 1}',
        '{"write": ["../mine.txt", 5], "remove": ["../mine.txt", "", "."]}',
        '{"remove": ["/../mine.txt", "a\\u0000b"]}',
    ],
)
def test_a_plan_that_a_stranger_wrote_touches_nothing_outside(plan: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(build(html={"storms.html": "a"}), output)
    (tmp_path / "mine.txt").write_text("mine")
    (output / ".quizgen-build").mkdir()
    (output / ".quizgen-build" / "plan.json").write_text(plan)
    write(build(html={"storms.html": "b"}), output)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert files(output) == {"storms.html": "b"}
    assert not (output / ".quizgen-build").exists()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"quizzes": {"q": []}, "files": {"students/a": {"format": [], "quiz": []}}}']
)
def test_a_manifest_of_another_shape_breaks_nothing(text: str, tmp_path: Path) -> None:
    write(build(html={"storms.html": "a"}), tmp_path)
    (tmp_path / MANIFEST).write_text(text)
    write(build(html={"storms.html": "a"}), tmp_path)
    assert files(tmp_path) == {"storms.html": "a"}


def test_a_broken_manifest_is_no_manifest(tmp_path: Path) -> None:
    write(build(html={"storms.html": "a"}), tmp_path)
    (tmp_path / MANIFEST).write_text("{")
    write(build(html={"storms.html": "a"}), tmp_path)  # the same bytes are taken for our own
    (tmp_path / MANIFEST).write_text("[]")
    with pytest.raises(CannotWriteError):
        write(build(html={"storms.html": "b"}), tmp_path)


SECRET = QUIZ.questions[0].id


@pytest.mark.parametrize("secret", [SECRET, "storms"])
def test_files_with_what_is_for_exams_now_are_taken_away(secret: str, tmp_path: Path) -> None:
    before = build(html={"students/storms.html": "a"}, pdf={"students/storms.pdf": "b", "instructor/key.pdf": "k"})
    made = {
        name: tuple(replace(o, quiz=None if o.name.endswith("key.pdf") else "storms") for o in outputs)
        for name, outputs in before.files.items()
    }
    made["anki"] = (Output("students/course.apkg", b"c", None),)
    write(replace(before, files=made, quizzes=(QUIZ,)), tmp_path)
    later = build(whole=False, html={"other.html": "o"})
    written = write(replace(later, for_exams=frozenset({secret})), tmp_path)
    gone = ["students/storms.html", "students/storms.pdf"]
    if secret == SECRET:
        gone.insert(0, "students/course.apkg")
    assert list(written.withdrawn) == gone
    assert not set(gone) & set(files(tmp_path))
    assert "instructor/key.pdf" in files(tmp_path)


def test_what_stays_is_known_as_it_was_made_whatever_else_is_built(tmp_path: Path) -> None:
    """An item moves to another quiz while decks stay as they are, and is for exams later: the decks held it."""
    decks = (Output("students/course.apkg", b"c", None), Output("students/storms.apkg", b"s", "storms"))
    page = Output("students/storms.html", b"h", "storms")
    write(Build({"anki": decks, "html": (page,)}, (QUIZ,), {}, {"seed": 1}, True), tmp_path)
    without = replace(QUIZ, questions=QUIZ.questions[1:], forms=())
    with_it = replace(OTHER, questions=QUIZ.questions[:1], forms=())
    pages = (replace(page, data=b"i"), Output("students/other.html", b"o", "other"))
    for seed in (2, 3):  # the second has to remember it too
        write(Build({"html": pages}, (without, with_it), {}, {"seed": seed}, True), tmp_path)
        described = json.loads((tmp_path / MANIFEST).read_text())["quizzes"]
        assert (described["storms"]["options"], described["storms"]["forms"]) == ({"seed": seed}, {})
        was = described["storms"]["earlier"]["anki"]
        assert (was["options"], sorted(was["forms"])) == ({"seed": 1}, [form.letter for form in QUIZ.forms])
        assert "html" not in described["storms"]["earlier"]
    later = Build({"html": pages[:1]}, (without,), {}, {}, True, frozenset({SECRET}))
    written = write(later, tmp_path)
    assert list(written.withdrawn) == ["students/course.apkg", "students/other.html", "students/storms.apkg"]
    assert "earlier" not in json.loads((tmp_path / MANIFEST).read_text())["quizzes"]["storms"]


def test_what_an_exam_holds_takes_nothing_of_the_course_away(tmp_path: Path) -> None:
    exam = replace(OTHER, audience="exam")
    study = replace(QUIZ, questions=QUIZ.questions[1:])
    made = {"anki": (Output("students/course.apkg", b"c", None), Output("students/storms.apkg", b"s", "storms"))}
    write(Build(made, (study, exam), {}, {}, True), tmp_path)
    later = replace(build(whole=False, html={"other.html": "o"}), for_exams=frozenset({SECRET, "other"}))
    assert write(later, tmp_path).withdrawn == ()
    assert "students/course.apkg" in files(tmp_path)
