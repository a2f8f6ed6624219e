"""Every file, by what a reader's own programs find in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen import wording
from tests.exporters.pdf.reading import about, pages
from tests.exporters.pdf.samples import NAMES, QUIZZES, Built

MM = 72 / 25.4
"""A millimetre in points, the unit of PDF."""


def test_there_are_files_to_look_at(built: Built) -> None:
    assert all(built[name] for name in NAMES)
    assert sorted(built) == sorted(NAMES)
    assert len(NAMES) == 26


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sound(name: str, built: Built, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in about("qpdf", built[name], tmp_path, "--check")


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded(name: str, built: Built, tmp_path: Path) -> None:
    _, _, *lines = about("pdffonts", built[name], tmp_path).splitlines()
    assert len(lines) >= 2
    for line in lines:
        embedded, subset, searchable = line.split()[-5:-2]
        assert (embedded, subset, searchable) == ("yes", "yes", "yes"), line


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_which_it_is_of_how_many_and_of_which_form(name: str, built: Built, tmp_path: Path) -> None:
    found = pages(built[name], tmp_path)
    template = (wording.ES if "islas" in name else wording.EN).page_of
    _, _, letter = name.removesuffix(".pdf").rpartition("-")
    letter = letter if len(letter) == 1 else QUIZZES[name.split("/")[1]].forms[-1].letter
    assert found
    for number, page in enumerate(found, 1):
        assert f"{letter} · {template.format(page=number, pages=len(found))}" in page


@pytest.mark.parametrize("name", NAMES)
def test_no_word_leaves_the_type_area(name: str, built: Built, tmp_path: Path) -> None:
    bounds = about("pdftotext", built[name], tmp_path, "-bbox", after=("-",))
    width, height = (595.28, 841.89) if name.startswith("a4") else (612, 792)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', bounds)
    words = [tuple(map(float, word)) for word in found]
    assert len(words) > 20
    assert min(left for left, _, _, _ in words) >= 20 * MM - 0.1
    assert max(right for _, _, right, _ in words) <= width - 20 * MM + 0.1
    assert min(top for _, top, _, _ in words) >= 9 * MM
    assert max(bottom for _, _, _, bottom in words) <= height - 9 * MM
    outside = {(top, bottom) for _, top, _, bottom in words if top < 20 * MM - 1 or bottom > height - 20 * MM + 1}
    assert len(outside) == (2 if bounds.count("<page ") > 1 else 1)  # the lines of the running header and the footer
