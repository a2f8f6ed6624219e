"""What holds of a whole document: its size, its running titles, its properties and its bytes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from quizgen.presenting.visible import mark
from tests.conftest import REPOSITORY
from tests.exporters.pdf.printing import Make, key_of, paper_of, quiz_of
from tests.exporters.pdf.reading import about, pages
from tests.exporters.pdf.samples import LONG, Built
from tests.quizzes import SETTINGS, every_shape, question

BUILD = """
import hashlib
from quizgen.exporters import pdf
from tests.quizzes import SETTINGS, every_shape
for output in pdf.export([every_shape()], SETTINGS):
    print(output.name, hashlib.sha256(output.data).hexdigest())
"""


@pytest.mark.parametrize(("paper", "size"), [("letter", "612 x 792 pts (letter)"), ("a4", "595.276 x 841.89 pts (A4)")])
def test_paper_has_the_size_that_was_asked_for(paper: str, size: str, built: Built, tmp_path: Path) -> None:
    for which in ("quiz", "key"):
        told = about("pdfinfo", built[f"{paper}/storms/{which}-A.pdf"], tmp_path, "-l", "-1")
        sizes = re.findall(r"Page +\d+ size: +(.*)", told)
        assert len(sizes) > 1
        assert set(sizes) == {size}


def test_properties_tell_title_form_course_language_and_the_settings_time() -> None:
    quiz = replace(every_shape(1, "es"), title="Storms & *funds*")
    for data, title in (
        (paper_of(quiz), "Storms & funds (Forma A)"),
        (key_of(quiz), "Clave · Storms & funds (Forma A)"),
    ):
        reader = PdfReader(io.BytesIO(data))
        properties = reader.metadata
        assert properties is not None
        assert (properties.title, properties.author, properties.creator) == (title, "Islands", "quizgen")
        assert properties.creation_date_raw == properties.modification_date_raw == "D:20260101000000Z"
        assert str(reader.root_object["/Lang"]) == "es"


def test_later_pages_say_what_they_belong_to(tmp_path: Path) -> None:
    title = (
        "A title that is far too long for one line of a running header, as titles of courses often are"
        + ", and longer" * 5
    )
    quiz = replace(LONG, title=title)
    found = pages(paper_of(quiz), tmp_path)
    assert len(found) > 5
    for number, page in enumerate(found[1:], 2):
        header, footer = page.split("A title that is far too long")[1:]
        assert footer.strip().endswith(f"… · Form A · Page {number} of {len(found)} · {mark(quiz, quiz.forms[0])}")
        assert header.strip().endswith("… Form A")


def test_the_same_bytes_in_every_time_zone_under_every_hash_seed() -> None:
    places: list[dict[str, str]] = [
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1000000000"},
    ]
    said = [
        subprocess.run(
            [sys.executable, "-c", BUILD],
            cwd=REPOSITORY,
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for place in places
    ]
    assert said[0].count("\n") == 5
    assert said[0] == said[1]


def test_files_tell_the_settings_time_and_differ_by_it() -> None:
    quiz = quiz_of(question("who-governs"))
    now, later = (paper_of(quiz, replace(SETTINGS, time=SETTINGS.time + more)) for more in (0, 86_400))
    assert b"D:20260101000000Z" in now
    assert b"D:20260102000000Z" in later
    assert now != later


@pytest.mark.parametrize("make", [paper_of, key_of])
def test_an_empty_quiz_makes_a_page(make: Make, tmp_path: Path) -> None:
    assert len(pages(make(quiz_of()), tmp_path)) == 1
