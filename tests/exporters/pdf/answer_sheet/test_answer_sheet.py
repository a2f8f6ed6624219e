"""The sheet as a file among the others: made on request, where the paper goes, and nothing of the key in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quizgen import building, wording
from quizgen.building import Request
from quizgen.cli import cli
from quizgen.course import load
from quizgen.exporters import pdf
from quizgen.exporters.pdf.answer_sheet import answer_sheet, layout
from quizgen.exporters.pdf.copies import copies
from quizgen.exporters.pdf.drawing import Drawing, Properties
from quizgen.exporters.pdf.setting import lines
from quizgen.exporters.pdf.styles import STANDARD
from quizgen.exporters.pdf.text import literal
from quizgen.model import Printing, Quiz
from tests.exporters.pdf.answer_sheet.sheets import HUNDRED, MIXED, TWENTY, item
from tests.exporters.pdf.printing import files, quiz_of
from tests.exporters.pdf.reading import pages
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import EXAM, SHAPES
from tests.quizzes import SETTINGS

WITH_SHEETS = replace(SETTINGS, printing=Printing(answer_sheet=True))


def sheets(quiz: Quiz) -> dict[str, bytes]:
    return {name: data for name, data in files(quiz, WITH_SHEETS).items() if "answer-sheet" in name}


def test_a_sheet_is_made_on_request_and_lies_with_its_paper() -> None:
    made = [output.name for output in pdf.export([SHAPES, EXAM], WITH_SHEETS)]
    assert made == [
        *(
            "students/pdf/storms/quiz-A.pdf",
            "students/pdf/storms/answer-sheet-A.pdf",
            "instructor/pdf/storms/key-A.pdf",
        ),
        *(
            "students/pdf/storms/quiz-B.pdf",
            "students/pdf/storms/answer-sheet-B.pdf",
            "instructor/pdf/storms/key-B.pdf",
            "instructor/pdf/storms/keys.pdf",
        ),
        "instructor/pdf/midterm/quiz-A.pdf",
        "instructor/pdf/midterm/answer-sheet-A.pdf",
        "instructor/pdf/midterm/key-A.pdf",
        "instructor/pdf/midterm/keys.pdf",
    ]
    assert sheets(SHAPES).keys().isdisjoint(files(SHAPES))


def test_a_sheet_is_the_same_to_the_byte_whatever_the_key() -> None:
    quizzes = (SHAPES, HUNDRED)
    for quiz in quizzes:
        before, after = sheets(quiz), sheets(with_another_key(quiz))
        assert len(before) == 2
        assert before == after


def without_ids(told: Any) -> Any:
    """What the manifest says, without the names of the items."""
    if isinstance(told, Mapping):
        return {key: without_ids(value) for key, value in told.items() if key not in ("item", "several")}
    return [without_ids(value) for value in told] if isinstance(told, list) else told


def test_what_the_manifest_says_of_a_sheet_tells_nothing_of_the_key() -> None:
    rekeyed = with_another_key(SHAPES)
    for form, other in zip(SHAPES.forms, rekeyed.forms, strict=True):
        told = answer_sheet(SHAPES, form, SETTINGS).about()
        assert json.loads(json.dumps(told)) == told
        assert without_ids(told) == without_ids(answer_sheet(rekeyed, other, SETTINGS).about())


def test_a_sheet_is_the_same_bytes_on_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    before = sheets(TWENTY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert sheets(TWENTY) == before
    assert len(before) == 2


def write(drawing: Drawing, text: str) -> None:
    """Add a page with a text."""
    drawing.text(20, 20, lines(literal(text), STANDARD.text, 500), STANDARD.text)
    drawing.end_page()


def test_a_sheet_can_be_drawn_among_other_pages(tmp_path: Path) -> None:
    drawing = Drawing(Properties("title", "author", "subject", "en", 0), layout.points("letter"))
    sheet = answer_sheet(MIXED, MIXED.forms[0], SETTINGS)
    write(drawing, "before")
    sheet.draw(drawing)
    write(drawing, "after")
    first, *between, last = pages(drawing.data(), tmp_path)
    assert (first, last) == ("before", "after")
    assert between == pages(sheet.pdf(), tmp_path)
    assert len(between) == 2


def test_each_copy_for_the_printer_has_its_sheet_behind_it_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    settings = replace(SETTINGS, printing=Printing(answer_sheet=True, copies=3))
    found = pages(copies(TWENTY, settings).data, tmp_path)
    titles = [place for place, text in enumerate(found) if text.startswith(wording.ES.answer_sheet)]
    assert len(titles) == 3
    assert all(place % 2 == 0 and found[place + 1] == wording.ES.left_blank for place in titles)
    assert titles[-1] == len(found) - 2
    for place, letter in zip(titles, "ABA", strict=True):
        assert [found[place]] == pages(sheets(TWENTY)[f"students/pdf/twenty/answer-sheet-{letter}.pdf"], tmp_path)
    assert len(found) - 6 == len(pages(copies(TWENTY, replace(SETTINGS, printing=Printing(copies=3))).data, tmp_path))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_quiz_without_options_has_a_sheet_that_sends_to_the_paper(language: str, tmp_path: Path) -> None:
    quiz = quiz_of(*(one for one in SHAPES.questions if one.type in ("essay", "cloze")), language=language)
    (page,) = pages(sheets(quiz)["students/pdf/storms/answer-sheet-A.pdf"], tmp_path)
    assert wording.for_language(language).sheet_written.format(numbers="1–2") in page


def build(course: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["build", *arguments, "--course", str(course)])
    return done.exit_code, done.output


def test_the_option_makes_sheets_and_the_manifest_has_their_geometry(starter: Path) -> None:
    assert build(starter, "pdf")[0] == 0
    found = sorted(path.name for path in starter.glob("output/*/pdf/*/answer-sheet-*.pdf"))
    assert found == []
    assert build(starter, "pdf", "--answer-sheet", "--paper", "a4", "--forms", "2")[0] == 0
    manifest = json.loads((starter / "output/instructor/manifest.json").read_text(encoding="utf-8"))
    told = {name: entry for name, entry in manifest["files"].items() if "answer_sheet" in entry}
    assert [name.rpartition("/")[2] for name in told] == ["answer-sheet-A.pdf", "answer-sheet-B.pdf"]
    for name, entry in told.items():
        assert name.startswith("students/")
        (page,) = entry["answer_sheet"]["pages"]
        assert (page["width"], page["height"]) == (210, 297)
        assert {bubble["item"] for bubble in page["bubbles"]} <= set(manifest["quizzes"][entry["quiz"]]["items"])
        assert len(page["bubbles"]) >= 8


def test_sheets_without_papers_are_refused(starter: Path) -> None:
    code, said = build(starter, "anki", "--answer-sheet")
    assert code == 2
    assert "--answer-sheet goes with the papers: name `pdf` among the formats" in said


def test_the_limits_of_sheets_count_where_sheets_are_asked_for(starter: Path) -> None:
    course = load(starter)
    quiz = quiz_of(item(1, 30))
    for asked, expected in ((False, []), (True, ["format-limits"])):
        limited = Request(formats=("pdf",), time=0, printing=Printing(answer_sheet=asked)).limited
        assert [finding.rule for finding in building.check(course, (quiz,), limited).findings] == expected


def test_a_title_has_signs_of_other_faces(tmp_path: Path) -> None:
    quiz = quiz_of(item(1), title="Ω → ∑ and Ж", course_title="≥ ✓ ≤")
    assert list(pdf.limits([quiz])) == []
    (page,) = pages(sheets(quiz)["students/pdf/storms/answer-sheet-A.pdf"], tmp_path)
    assert "Ω → ∑ and Ж" in page
    assert "≥ ✓ ≤" in page
