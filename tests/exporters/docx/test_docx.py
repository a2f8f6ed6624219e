"""The files of the format: their names, their parts, what they say of themselves, the same each time."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from pypdf import PdfReader

from quizgen.exporters import docx
from quizgen.findings import Severity
from quizgen.model import Choices, Option, Quiz, Settings
from quizgen.presenting.visible import mark
from tests.conftest import REPOSITORY
from tests.exporters.docx.reading import files, opened, paper_and_key, paragraphs
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.samples import A4, EXAM, LONG, SHAPES
from tests.quizzes import HERE, SETTINGS, question

PARTS = {
    "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml",
    "word/numbering.xml", "word/settings.xml", "word/_rels/document.xml.rels", "word/header1.xml", "word/header2.xml",
    "word/footer1.xml", "word/footer2.xml",
}  # fmt: skip


def test_papers_of_study_quizzes_are_for_students_and_all_else_is_not() -> None:
    assert list(files(SHAPES)) == [
        "students/docx/storms/quiz-A.docx", "instructor/docx/storms/key-A.docx",
        "students/docx/storms/quiz-B.docx", "instructor/docx/storms/key-B.docx",
    ]  # fmt: skip
    assert list(files(EXAM)) == ["instructor/docx/midterm/quiz-A.docx", "instructor/docx/midterm/key-A.docx"]


def test_paper_and_key_carry_the_mark_of_the_pdf() -> None:
    for output in docx.export([SHAPES], SETTINGS):
        form = SHAPES.forms["AB".index(str(output.about["form"]))]
        assert output.about["mark"] == mark(SHAPES, form)
        section = opened(output.data).sections[0]
        for footer in (section.footer, section.first_page_footer):
            shown = "".join(node.text or "" for node in footer._element.iter(qn("w:t")))
            key = "Key · " if "key" in output.name else ""
            assert shown == f"{key}Storms <& funds> · Form {form.letter} · Page 1 of 1 · {mark(SHAPES, form)}"


def test_header_and_footer_are_fields() -> None:
    for document in paper_and_key(replace(SHAPES, language="es")):
        section = document.sections[0]
        fields = [
            [field.get(qn("w:instr")).strip() for field in part._element.iter(qn("w:fldSimple"))]
            for part in (section.header, section.first_page_header, section.footer, section.first_page_footer)
        ]
        footer = ["TITLE", "SUBJECT", "PAGE", "NUMPAGES"]
        assert fields == [["TITLE", "SUBJECT"], [], footer, footer]
        assert document.core_properties.subject == "Forma A"
        assert document.core_properties.title.endswith("Storms <& funds>")


@pytest.mark.parametrize(("settings", "size"), [(SETTINGS, (Mm(215.9), Mm(279.4))), (A4, (Mm(210), Mm(297)))])
def test_both_papers(settings: Settings, size: tuple[int, int]) -> None:
    for document in paper_and_key(SHAPES, settings=settings):
        for section in document.sections:
            assert section.page_width is not None
            assert section.page_height is not None
            # in twentieths of a point, which is what Word keeps
            assert abs(section.page_width - size[0]) <= 635
            assert abs(section.page_height - size[1]) <= 635
            for margin in (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin):
                assert margin is not None
                assert abs(margin - Mm(20)) <= 635


@pytest.mark.parametrize(("language", "word"), [("en", "en-US"), ("es", "es-MX")])
def test_both_languages(language: str, word: str) -> None:
    for document in paper_and_key(replace(SHAPES, language=language)):
        (usual,) = document.styles.element.xpath("./w:docDefaults//w:lang/@w:val")
        (theme,) = document.settings.element.xpath("./w:themeFontLang/@w:val")
        assert usual == theme == document.core_properties.language == word


def test_every_style_that_is_there_is_used_and_every_one_that_is_used_is_there() -> None:
    documents = paper_and_key(SHAPES)
    headed = paper_and_key(quiz_of_parts())
    used = {read.style for document in (*documents, *headed) for read in paragraphs(document)}
    letters = {str(style) for document in documents for style in document.element.xpath("//w:rStyle/@w:val")}
    for document in documents:
        defined = {style.style_id: style for style in document.styles}
        assert used | letters <= set(defined)
        assert set(defined) - used - letters == {
            "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer",
        }  # fmt: skip
        names = {style.name for style in document.styles}
        assert {"Title", "Subtitle", "Heading 1", "Question", "Option"} <= names


def quiz_of_parts() -> Quiz:
    (form,) = SHAPES.forms[:1]
    return replace(SHAPES, forms=(replace(form, parts=tuple(replace(part, title="Part") for part in form.parts)),))


def test_there_is_nothing_in_it_of_another_document_and_no_hour_but_that_of_the_build() -> None:
    moment = datetime.datetime.fromtimestamp(SETTINGS.time, datetime.timezone.utc)
    for data in files(SHAPES).values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert set(archive.namelist()) == PARTS
            assert archive.namelist()[0] == "[Content_Types].xml"
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"python-docx" not in b"".join(archive.read(name) for name in archive.namelist())
        properties = opened(data).core_properties
        assert properties.created == properties.modified == moment
        assert (properties.author, properties.last_modified_by, properties.revision) == ("Islands", "Islands", 1)


SCRIPT = """
import hashlib
from quizgen.exporters import docx
from tests.exporters.pdf.samples import A4, SHAPES
print(*(hashlib.sha256(output.data).hexdigest() for output in docx.export([SHAPES], A4)))
"""


def test_the_same_bytes_whatever_the_zone_and_the_seed() -> None:
    said = set()
    for zone, seed in (("UTC", "1"), ("Asia/Kathmandu", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        said.add(done.stdout)
    (digests,) = said
    assert len(set(digests.split())) == 4


def test_long_titles_are_cut_where_word_holds_no_more() -> None:
    quiz = quiz_of(question("who-governs"), title="Storms " * 100)
    paper, _ = paper_and_key(quiz)
    assert len(paper.core_properties.title) == 255
    assert any(read.style == "Title" and len(read.text) > 600 for read in paragraphs(paper))


@pytest.mark.parametrize(("count", "lost"), [(27, 0), (28, 1)])
def test_letters_beyond_those_that_are_the_same_everywhere_are_said(count: int, lost: int) -> None:
    options = tuple(Option(f"Option {number}", not number, HERE) for number in range(count))
    quiz = quiz_of(replace(question("why-a-fund"), answer=Choices(options)))
    remarks = list(docx.limits([quiz, quiz]))
    assert [(remark.item, remark.severity) for remark in remarks] == [("why-a-fund", Severity.NOTE)] * lost
    paper, _ = paper_and_key(quiz)
    assert paragraphs(paper)[-1].label == ("○ AA" if count == 27 else "○ BB")


def test_no_item_of_the_samples_loses_anything() -> None:
    assert list(docx.limits([SHAPES, LONG, EXAM])) == []


def test_libreoffice_sets_it_with_the_same_numbers(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name, data in files(SHAPES, A4).items():
        (tmp_path / name.rpartition("/")[2]).write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    papers = sorted(map(str, tmp_path.glob("*.docx")))
    assert len(papers) == 4
    arguments = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *papers]
    subprocess.run(arguments, check=True, capture_output=True, timeout=240)
    for paper in papers:
        pages = PdfReader(Path(paper).with_suffix(".pdf")).pages
        width, height = (float(length) for length in pages[0].mediabox[2:])
        assert (round(width), round(height)) == (595, 842)
        text = "".join("".join(page.extract_text().split()) for page in pages)
        place = 0
        for read in paragraphs(opened(Path(paper).read_bytes())):
            if read.style in ("Question", "Option", "OptionOfSeveral", "Group", "Lettered", "KeyOption"):
                told = "".join(f"{read.label}{read.text}".split())
                place = text.find(told)
                assert place >= 0, told
        assert place
