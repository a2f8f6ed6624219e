"""One file for the printer: every copy whole, on sheets of its own, and next to nothing more in bytes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.exporters import pdf
from quizgen.exporters.pdf.copies import copies
from quizgen.exporters.pdf.sheet import sheet
from quizgen.forms import forms
from quizgen.model import Printing, Quiz, Section
from quizgen.presenting.visible import mark
from tests.exporters.pdf.printing import one_form, quiz_of
from tests.exporters.pdf.reading import about, pages
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import EXAM, LONG, PAPERS, SHAPES, SPANISH
from tests.quizzes import SETTINGS, question

QUIZZES = (LONG, SHAPES, SPANISH, EXAM, one_form(LONG, "B"), quiz_of(question("why-a-fund"), id="short"))
PRINTED = replace(SETTINGS, printing=Printing(copies=7))


def in_turn(quiz: Quiz, count: int) -> list[str]:
    return [quiz.forms[index % len(quiz.forms)].letter for index in range(count)]


def printed(data: bytes, folder: Path) -> list[str]:
    """The text of each page, without what is there to be read out where a rule is."""
    return [" ".join(page.replace("_____", " ").split()) for page in pages(data, folder)]


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: f"{quiz.id}-{len(quiz.forms)}")
@pytest.mark.parametrize("paper", PAPERS)
def test_each_copy_is_the_paper_of_the_next_form_on_sheets_of_its_own(quiz: Quiz, paper: str, tmp_path: Path) -> None:
    settings = replace(PAPERS[paper], printing=Printing(copies=7))
    papers = {form.letter: printed(sheet(quiz, form, settings), tmp_path) for form in quiz.forms}
    blank = wording.for_language(quiz.language).left_blank
    expected: list[str] = []
    for letter in in_turn(quiz, 7):
        assert len(expected) % 2 == 0  # a front
        expected += papers[letter] + [blank] * (len(papers[letter]) % 2)
    assert printed(copies(quiz, settings).data, tmp_path) == expected


def test_some_papers_end_on_a_front_and_some_on_a_back(tmp_path: Path) -> None:
    counts = {len(pages(sheet(quiz, form, PRINTED), tmp_path)) % 2 for quiz in QUIZZES for form in quiz.forms}
    assert counts == {0, 1}


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: f"{quiz.id}-{len(quiz.forms)}")
def test_the_file_is_sound_and_its_fonts_are_embedded(quiz: Quiz, tmp_path: Path) -> None:
    data = copies(quiz, PRINTED).data
    assert "No syntax or stream encoding errors found" in about("qpdf", data, tmp_path, "--check")
    _, _, *fonts = about("pdffonts", data, tmp_path).splitlines()
    assert len(fonts) >= 2
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    told = about("pdfinfo", data, tmp_path)
    assert re.search(r"Title: .*\(.*7 cop", told)
    assert "Tagged:          no" in told


@pytest.mark.parametrize("quiz", [LONG, SPANISH], ids=lambda quiz: quiz.id)
def test_pages_look_as_those_of_the_papers_do(quiz: Quiz, tmp_path: Path) -> None:
    def looks(data: bytes, first: int, last: int) -> list[str]:
        name = f"{hashlib.sha256(data).hexdigest()[:8]}-{first}"
        pictures = ("-gray", "-r", "40", "-f", str(first), "-l", str(last))
        about("pdftoppm", data, tmp_path, *pictures, after=(str(tmp_path / name),))
        return [hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(tmp_path.glob(f"{name}-*.pgm"))]

    data = copies(quiz, PRINTED).data
    at = 1
    for letter in in_turn(quiz, 3):
        paper = sheet(quiz, one_form(quiz, letter).forms[0], PRINTED)
        count = len(pages(paper, tmp_path))
        assert looks(data, at, at + count - 1) == looks(paper, 1, count)
        at += count + count % 2
    assert at > 6 or quiz is SPANISH


def test_more_copies_take_next_to_no_room(tmp_path: Path) -> None:
    made = [copies(LONG, replace(SETTINGS, printing=Printing(copies=count))).data for count in (2, 102)]
    few, many = map(len, made)
    count = len(pages(made[1], tmp_path))
    papers = sum(len(sheet(LONG, form, SETTINGS)) for form in LONG.forms)
    assert few < papers
    assert count > 1000
    assert many - few < 20 * count


def test_copies_are_made_where_they_are_asked_for_and_an_exams_stay_with_the_keys() -> None:
    made = {output.name: output for output in pdf.export([SPANISH, EXAM], PRINTED)}
    assert {name for name in made if "copies" in name} == {
        "students/pdf/islas/copies.pdf",
        "instructor/pdf/midterm/copies.pdf",
    }
    marks = {"A": mark(EXAM, EXAM.forms[0])}
    assert made["instructor/pdf/midterm/copies.pdf"].about == {"copies": 7, "marks": marks}
    assert not [output.name for output in pdf.export([SPANISH], SETTINGS) if "copies" in output.name]
    assert not list(pdf.export([replace(SPANISH, forms=())], PRINTED))


def test_copies_tell_nothing_of_the_key() -> None:
    for quiz in (SHAPES, EXAM):
        assert copies(quiz, PRINTED) == copies(with_another_key(quiz), PRINTED)


@pytest.mark.parametrize(
    ("count", "title"), [(1, "(Form A, 1 cop"), (2, "(Forms A to B, 2 cop"), (9, "(Forms A to D, 9 cop")]
)
def test_forms_that_no_copy_is_of_are_neither_named_nor_drawn(count: int, title: str, tmp_path: Path) -> None:
    questions = SHAPES.questions
    quiz = replace(SHAPES, forms=forms([Section(questions)], 1, "shapes", 4))
    used = quiz.forms[:count]
    settings = replace(SETTINGS, printing=Printing(copies=count))
    made = copies(quiz, settings)
    assert title in about("pdfinfo", made.data, tmp_path)
    assert made.about["marks"] == {form.letter: mark(quiz, form) for form in used}
    assert made == copies(replace(quiz, forms=used), settings)
