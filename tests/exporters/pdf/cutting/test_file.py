"""The file of a deck, by what a reader's own programs find in it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from quizgen.markup import plain
from quizgen.model import Flip, Paper, Words
from tests.conftest import REPOSITORY
from tests.exporters.pdf.cutting.decks import FLIPS, PAPERS, deck, file_of, settings
from tests.exporters.pdf.reading import about, folded, whole

DECK = replace(deck(11), title="Storms & *funds*", language="es")

BUILD = """
import hashlib
from tests.exporters.pdf.cutting.decks import deck, file_of
print(hashlib.sha256(file_of(deck(11))).hexdigest())
"""


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_file_is_sound_and_its_fonts_embedded(paper: Paper, flip: Flip, tmp_path: Path) -> None:
    data = file_of(DECK, settings(paper, flip))
    assert "No syntax or stream encoding errors found" in about("qpdf", data, tmp_path, "--check")
    _, _, *fonts = about("pdffonts", data, tmp_path).splitlines()
    assert len(fonts) >= 3
    assert all(font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts)


def test_properties_tell_title_course_authors_language_and_the_settings_time() -> None:
    reader = PdfReader(io.BytesIO(file_of(DECK)))
    properties = reader.metadata
    assert properties is not None
    assert (properties.title, properties.author) == ("Storms & funds (Tarjetas)", "Islands")
    assert properties.subject == "Lucía Ibarra; Tom Ray"
    assert properties.creation_date_raw == properties.modification_date_raw == "D:20260101000000Z"
    assert str(reader.root_object["/Lang"]) == "es"


@pytest.mark.parametrize("flip", FLIPS)
def test_bookmarks_lead_to_each_side_and_a_print_dialogue_begins_with_both(flip: Flip, tmp_path: Path) -> None:
    told = json.loads(about("qpdf", file_of(DECK, settings("a4", flip)), tmp_path, "--json"))
    marks = [(mark["title"].removeprefix("u:"), mark["destpageposfrom1"]) for mark in told["outlines"]]
    sides = ("Anversos, hoja 1 de 2", "Reversos, hoja 1 de 2", "Anversos, hoja 2 de 2", "Reversos, hoja 2 de 2")
    assert marks == [(side, page) for page, side in enumerate(sides, 1)]
    values = [entry.get("value") for entry in told["qpdf"][1].values()]
    (catalog,) = (value for value in values if isinstance(value, dict) and value.get("/Type") == "/Catalog")
    edge = "DuplexFlipLongEdge" if flip == "long-edge" else "DuplexFlipShortEdge"
    preferences = told["qpdf"][1][f"obj:{catalog['/ViewerPreferences']}"]["value"]
    assert (preferences["/Duplex"], preferences["/PrintScaling"]) == (f"/{edge}", "/None")


def test_who_listens_is_told_card_by_card_what_is_asked_and_what_is_right(tmp_path: Path) -> None:
    quiz = deck(10)
    told = about("pdfinfo", file_of(quiz), tmp_path, "-struct-text")
    assert "Tagged:" in about("pdfinfo", file_of(quiz), tmp_path)
    said = folded(" ".join(re.findall(r'"(.*)"', told)))
    assert said.startswith("Storms <& funds> 1 What, of all 1 things")
    for number, question in enumerate(quiz.questions, 1):
        assert isinstance(question.answer, Words)
        stem, answer = plain(question.stem), question.answer.accepted[0]
        prompt = " Which term has this definition?" if question.answer.reverse else ""
        assert f" {number} {stem}{prompt} {answer} " in said
    assert said.count("Storms <& funds>") == 1
    assert "sheet 1 of 2" not in said
    assert [told.count(f"{role} (block)") for role in ("H1", "LI", "Lbl", "LBody")] == [1, 10, 10, 10]


def test_a_long_title_is_cut_and_never_meets_the_number(tmp_path: Path) -> None:
    title = "A title that is far too long for the head of a card, as titles of quizzes often are, and longer still"
    text = whole(file_of(replace(deck(1), title=title)), tmp_path)
    assert "A title that is far too long for" in text
    assert "… 1 What" in text
    assert "longer still" not in text


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
    assert len(said[0]) > 60
    assert said[0] == said[1]
