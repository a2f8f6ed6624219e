from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from quizgen import building, handing_out, writing
from quizgen.building import Request
from quizgen.course import load
from quizgen.handing_out import NAME, PAGE, File, bundle
from quizgen.manifest import MANIFEST
from quizgen.wording import ALL, Wording
from quizgen.writing import Written
from tests.compiling import compiled

ALL_FORMATS = ("anki", "pdf", "html", "cards")


def build(course: Path, *formats: str, together: bool = True, banks: tuple[str, ...] | None = None) -> Written:
    loaded = load(course)
    request = Request(formats=formats or ALL_FORMATS, time=1_767_225_600, banks=banks)
    scoped = building.scope(loaded, request)
    quizzes = building.quizzes(scoped, request, loaded)
    exams = building.for_exams(loaded)
    made = compiled(scoped, quizzes, request, exams=exams, together=together)
    return writing.write(made, course / "output")


def held(course: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(course / "output" / NAME) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def students(course: Path) -> dict[str, bytes]:
    root = course / "output" / "students"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def page(files: dict[str, bytes]) -> str:
    return files[PAGE].decode()


def test_the_zip_holds_what_is_for_students_and_a_page_that_leads_to_all_of_it(starter: Path) -> None:
    assert build(starter).zipped
    files = held(starter)
    assert len(files) >= 7
    assert {name: data for name, data in files.items() if name != PAGE} == students(starter)
    links = {unquote(link) for link in re.findall(r'href="([^"]*)"', page(files))}
    assert links == set(students(starter))
    assert not any("key" in name or "manifest" in name for name in files)


def test_two_builds_make_the_same_bytes(starter: Path) -> None:
    build(starter)
    first = (starter / "output" / NAME).read_bytes()
    build(starter, "html")
    assert (starter / "output" / NAME).read_bytes() == first


def test_what_stays_of_earlier_builds_is_in_it_and_strangers_are_not(starter: Path) -> None:
    build(starter, "anki", together=False)
    stranger = starter / "output" / "students" / "notes.txt"
    stranger.write_text("mine")
    build(starter, "html")
    assert set(held(starter)) == {PAGE, *(name for name in students(starter) if name != "notes.txt")}
    assert any(name.startswith("anki/") for name in held(starter))


def test_a_zip_that_is_no_longer_so_is_taken_away(starter: Path) -> None:
    build(starter)
    assert build(starter, "html", together=False).removed == ()  # the same pages
    assert (starter / "output" / NAME).exists()
    bank = starter / "questions" / "storm-savings.yaml"
    bank.write_text(bank.read_text(encoding="utf-8").replace("Who proposed", "Tell who proposed"), encoding="utf-8")
    written = build(starter, "html", together=False)
    assert written.removed == (NAME,)
    assert not (starter / "output" / NAME).exists()


def test_a_zip_with_what_is_for_exams_now_is_withdrawn(starter: Path) -> None:
    build(starter)
    bank = starter / "questions" / "storm-savings.yaml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("id: fund-or-loan\n", "id: fund-or-loan\n    exam_only: true\n"),
        encoding="utf-8",
    )
    assert NAME in build(starter, "moodle", together=False).withdrawn
    build(starter)
    assert all(b"fund-or-loan" not in data for data in held(starter).values())


def test_nothing_for_students_makes_no_zip(starter: Path) -> None:
    assert not build(starter, "canvas").zipped
    assert not (starter / "output" / NAME).exists()


def test_a_strangers_zip_is_in_the_way(starter: Path) -> None:
    (starter / "output").mkdir(exist_ok=True)
    (starter / "output" / NAME).write_bytes(b"mine")
    with pytest.raises(writing.CannotWriteError):
        build(starter, "html")
    assert (starter / "output" / NAME).read_bytes() == b"mine"


def test_the_manifest_lists_it(starter: Path) -> None:
    build(starter, "html")
    entry = json.loads((starter / "output" / MANIFEST).read_text())["files"][NAME]
    assert entry["format"] == "zip"
    assert set(entry["holds"]) == {f"students/{name}" for name in students(starter)}


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.code)
def test_the_page_speaks_the_language_of_the_course_and_of_what_there_is(words: Wording) -> None:
    files = [File("students/html/index.html", b""), File("students/html/a.html", b"", "*Storms* <&> </script>")]
    text = handing_out.start_page(files, "A & <b>", words).decode()
    assert f'<html lang="{words.code}">' in text
    assert words.start_self_tests in text
    assert words.start_anki not in text
    assert "Storms &lt;&amp;&gt; &lt;/script&gt;" in text
    assert "<b>" not in text
    assert "<script" not in text


def test_many_files_are_folded_and_forms_are_told_apart() -> None:
    pdfs = [File(f"students/pdf/{quiz}/quiz-{form}.pdf", b"", quiz) for quiz in "abcd" for form in "AB"]
    text = handing_out.start_page(pdfs, "T", ALL[0]).decode()
    assert "<summary>One by one (8)</summary>" in text
    assert ">a (quiz-A.pdf)<" in text
    one = handing_out.start_page(pdfs[:1], "T", ALL[0]).decode()
    assert "<details" not in one
    assert ">a<" in one


def test_names_lead_where_they_should() -> None:
    output = bundle([File("students/html/a b#ñ.html", b"x", None)], "T", "en")
    assert output is not None
    with zipfile.ZipFile(io.BytesIO(output.data)) as archive:
        assert sorted(archive.namelist()) == [PAGE, "html/a b#ñ.html"]
        assert 'href="html/a%20b%23%C3%B1.html"' in archive.read(PAGE).decode()
