"""What is really on the page: where the letters, numbers and lines stand, and that all of it can be read."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import numpy as np
import pytest

from quizgen import wording
from quizgen.exporters.pdf.answer_sheet import layout
from quizgen.exporters.pdf.answer_sheet.drawing import ranges
from quizgen.markup import plain
from quizgen.model import Paper
from tests.exporters.pdf.answer_sheet.scanner import OPENCV, markers
from tests.exporters.pdf.answer_sheet.sheets import (
    DPI,
    EVERY,
    MM,
    QUIZZES,
    Word,
    picture,
    printed,
    words,
)
from tests.exporters.pdf.reading import about, folded, whole

each_sheet = pytest.mark.parametrize(("name", "paper", "form"), EVERY)


@each_sheet
def test_each_bubble_stands_round_its_letter_after_its_number(name: str, paper: Paper, form: int) -> None:
    seen = 0
    for page, found in zip(printed(name, paper, form).pages, words(name, paper, form), strict=True):
        rows: dict[str, float] = {}
        for bubble in page["bubbles"]:
            (letter,) = (word for word in found if math.dist(word.centre, (bubble["x"], bubble["y"])) < 1)
            assert letter.text == bubble["letter"]
            first = rows.setdefault(bubble["item"], bubble["y"])
            if bubble["y"] == first and bubble["letter"] == "A":
                assert before(found, bubble["x"], bubble["y"]).text == str(bubble["number"])
            seen += 1
        for spot in page["id_digits"]:
            (digit,) = (word for word in found if math.dist(word.centre, (spot["x"], spot["y"])) < 1)
            assert digit.text == str(spot["digit"])
    assert seen >= 12


def before(found: tuple[Word, ...], x: float, y: float) -> Word:
    """The word that ends next before a place."""
    left = [word for word in found if word.right < x and abs(word.centre[1] - y) < 1.5]
    return max(left, key=lambda word: word.right)


@pytest.mark.parametrize("name", ["hundred", "wide", "storms"])
def test_a_bubble_has_a_line_round_it_and_is_white_within(name: str) -> None:
    sheet = np.asarray(picture(name, "letter", 0, 1))
    scale = DPI / MM
    (page,) = printed(name, "letter", 0).pages
    for spot in (*page["bubbles"], *page["id_digits"]):
        x, y, radius = spot["x"] * scale, spot["y"] * scale, spot["radius"] * scale
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            line = [sheet[round(y + dy * (radius + off)), round(x + dx * (radius + off))] for off in (-1, 0, 1)]
            assert min(line) < 160, spot
        within = sheet[round(y - radius / 2) : round(y + radius / 2), round(x - radius / 2) : round(x + radius / 2)]
        assert np.mean(within < 128) < 0.3


def test_items_with_several_answers_have_squares_for_bubbles() -> None:
    sheet = np.asarray(picture("hundred", "letter", 0, 1))
    scale = DPI / MM
    (page,) = printed("hundred", "letter", 0).pages
    found: dict[bool, int] = {True: 0, False: 0}
    for bubble in page["bubbles"]:
        # a square has a line beside its corner, where a ring has long bent away
        x, y = (bubble["x"] + bubble["radius"]) * scale, (bubble["y"] + 0.7 * bubble["radius"]) * scale
        line = sheet[round(y), round(x) - 1 : round(x) + 2].min() < 160
        assert line == (bubble["item"] in page["several"]), bubble
        found[bool(line)] += 1
    assert min(found.values()) > 40


@each_sheet
def test_the_markers_stand_where_the_manifest_says(name: str, paper: Paper, form: int) -> None:
    for number, page in enumerate(printed(name, paper, form).pages, 1):
        found = markers(np.asarray(picture(name, paper, form, number)))
        assert len(found) == len(OPENCV)
        for marker in page["markers"]:
            place = tuple((at + 0.5) / DPI * MM for at in found[marker["id"]])
            assert math.dist(place, (marker["x"], marker["y"])) < 0.2


@each_sheet
def test_words_stay_in_the_block_and_clear_of_each_other(name: str, paper: Paper, form: int) -> None:
    width, height = layout.SIZES[paper]
    left = layout.left(paper)
    for found in words(name, paper, form):
        assert len(found) > 100
        for word in found:
            assert word.left >= left - 2  # the number of an item from 1000 on reaches out a little
            assert word.right <= width - left + 0.1
            assert word.top >= layout.EDGE - 1
            assert word.bottom <= height - layout.EDGE
        for one, other in itertools.combinations(found, 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            assert across < 0.05 or one.core[0] > other.core[1] or one.core[1] < other.core[0], (one, other)


@each_sheet
def test_words_stay_clear_of_markers_and_codes(name: str, paper: Paper, form: int) -> None:
    for page, found in zip(printed(name, paper, form).pages, words(name, paper, form), strict=True):
        taken = [(marker, marker["side"] / 2 + 1) for marker in page["markers"]]
        taken += [(box, box["side"] / 2 + 0.3) for box in page["code_boxes"]]
        assert len(taken) == 44
        for word, (spot, reach) in itertools.product(found, taken):
            x, y = spot["x"], spot["y"]
            assert not (
                word.left < x + reach and word.right > x - reach and word.top < y + reach and word.bottom > y - reach
            ), (word, spot)


@each_sheet
def test_a_file_is_sound_and_its_fonts_are_embedded(name: str, paper: Paper, form: int, tmp_path: Path) -> None:
    data = printed(name, paper, form).data
    assert "No syntax or stream encoding errors found" in about("qpdf", data, tmp_path, "--check")
    _, _, *fonts = about("pdffonts", data, tmp_path).splitlines()
    assert len(fonts) >= 2
    for line in fonts:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
    size = "letter" if paper == "letter" else "A4"
    assert size in about("pdfinfo", data, tmp_path)


@pytest.mark.parametrize("name", QUIZZES)
def test_each_item_is_read_aloud_as_its_number_and_its_letters(name: str, tmp_path: Path) -> None:
    told = folded(about("pdfinfo", printed(name, "letter", 0).data, tmp_path, "-struct-text"))
    assert 'H1 (block) "' in told
    read = re.findall(r'Lbl \(block\) "(\d+)" LBody \(block\) ((?:" ?[A-Z] ?" ?)+)', told)
    marked: dict[str, str] = {}
    for page in printed(name, "letter", 0).pages:
        for bubble in page["bubbles"]:
            number = str(bubble["number"])
            marked[number] = f"{marked.get(number, '')} {bubble['letter']}".strip()
    assert {number: " ".join(re.findall(r"[A-Z]", letters)) for number, letters in read} == marked
    assert len(read) >= 4


@pytest.mark.parametrize("name", QUIZZES)
def test_a_sheet_says_what_it_is_and_how_to_fill_it(name: str, tmp_path: Path) -> None:
    quiz = QUIZZES[name]
    said = wording.for_language(quiz.language)
    text = whole(printed(name, "letter", 1).data, tmp_path)
    for told in (
        *(said.answer_sheet, said.id_number, said.id_how, said.name, said.section, said.date, said.sheet_fill),
        *(said.sheet_not, said.sheet_change, said.sheet_keep_clean),
        f"{said.form} B · {said.page_of.format(page=1, pages=len(printed(name, 'letter', 1).pages))}",
    ):
        assert folded(told) in text
    several = any(page["several"] for page in printed(name, "letter", 1).pages)
    assert (said.sheet_several in text) == several == (name != "mixed-m")
    assert text.startswith(f"{said.answer_sheet} · {said.page_of.format(page=1, pages=2)} · ") == (name == "mixed-m")
    if name == "hostile":
        assert "<b>So long</b> & so on ¿" in text
        assert text.count("…") == 2
    else:
        assert plain(quiz.title) in text
        assert quiz.course_title in text


def test_what_is_written_on_the_paper_is_named(tmp_path: Path) -> None:
    assert "Answered on the paper itself: 5–12" in whole(printed("storms", "letter", 0).data, tmp_path)
    text = whole(printed("mixed-m", "letter", 0).data, tmp_path)
    assert "Answered on the paper itself: 2, 4, 6, 8, 10, 12, 14," in text
    assert "236, 238, 240" in text
    assert wording.EN.sheet_written.partition("{")[0].strip() not in whole(printed("wide", "a4", 0).data, tmp_path)


@pytest.mark.parametrize(
    ("numbers", "said"), [((), ""), ((3,), "3"), ((1, 2, 3, 5, 7, 8), "1–3, 5, 7–8"), ((9, 11), "9, 11")]
)
def test_numbers_in_a_row_are_said_as_a_range(numbers: tuple[int, ...], said: str) -> None:
    assert ranges(numbers) == said
