"""Where cards and cut marks lie."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from quizgen.exporters.pdf.cutting.sheet import HEIGHT, WIDTH, Sheet
from quizgen.model import Flip, Paper
from tests.exporters.pdf.cutting.decks import FLIPS, MM, PAPERS, SIZES, course_deck, file_of, settings
from tests.exporters.pdf.reading import run

DPI = 144
DECK = course_deck()


def test_a_card_is_as_large_as_a_playing_card_on_either_paper() -> None:
    assert (round(WIDTH / MM, 3), round(HEIGHT / MM, 3)) == (88, 63)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("flip", FLIPS)
def test_the_front_of_a_card_and_its_back_are_one_place_of_the_sheet(paper: Paper, flip: Flip) -> None:
    sheet = Sheet(paper, flip)
    width, height = SIZES[paper]
    for index in range(8):
        front, back = sheet.front(index), sheet.back(index)
        if flip == "long-edge":
            assert (width - back.left - WIDTH, back.top) == pytest.approx((front.left, front.top), abs=0.01)
        else:
            assert (back.left, height - back.top + HEIGHT) == pytest.approx((front.left, front.top), abs=0.01)
    for places in ([sheet.front(index) for index in range(8)], [sheet.back(index) for index in range(8)]):
        assert len({(place.left, place.top) for place in places}) == 8


@pytest.mark.parametrize("paper", PAPERS)
def test_every_cut_has_a_mark_at_both_ends_outside_the_cards(paper: Paper) -> None:
    width, height = SIZES[paper]
    marks = list(Sheet(paper, "long-edge").cut_marks())
    upright = sorted((x1, min(y1, y2), max(y1, y2)) for x1, y1, x2, y2 in marks if x1 == x2)
    level = sorted((y1, min(x1, x2), max(x1, x2)) for x1, y1, x2, y2 in marks if y1 == y2)
    assert (len(upright), len(level)) == (6, 10)
    assert {round((x - width / 2) / MM) for x, _, _ in upright} == {-88, 0, 88}
    assert {round((y - height / 2) / MM, 1) for y, _, _ in level} == {-126, -63, 0, 63, 126}
    for at, ends, half in ((upright, height, 126), (level, width, 88)):
        for _, start, end in at:
            assert start + 0.01 >= 8 * MM
            assert end <= ends - 8 * MM + 0.01
            assert end - start >= 3 * MM
            assert end <= ends / 2 - (half + 1) * MM or start >= ends / 2 + (half + 1) * MM


def ink(data: bytes, folder: Path) -> list[Image.Image]:
    """Each page as it is printed, ink white on black."""
    (folder / "deck.pdf").write_bytes(data)
    run("pdftoppm", "-gray", "-r", str(DPI), str(folder / "deck.pdf"), str(folder / "page"))
    files = sorted(folder.glob("page-*.pgm"))
    return [ImageOps.invert(Image.open(io.BytesIO(file.read_bytes()))) for file in files]


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_at_the_papers_edges_nor_along_a_cut(paper: Paper, tmp_path: Path) -> None:
    pages = ink(file_of(DECK, settings(paper, "long-edge")), tmp_path)
    scale = DPI / 25.4
    assert len(pages) >= 8
    for page in pages:
        box = page.getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert min(left, top, page.width - right, page.height - bottom) >= 8 * scale - 2
        for column in (-1, 0, 1):
            x = page.width / 2 + column * 88 * scale
            left, right = (1 if column == -1 else 4), (1 if column == 1 else 4)  # marks lie outside
            along = (x - left * scale, page.height / 2 - 125 * scale, x + right * scale, page.height / 2 + 125 * scale)
            assert page.crop(along).getbbox() is None
        for row in (-2, -1, 0, 1, 2):
            y = page.height / 2 + row * 63 * scale
            along = (page.width / 2 - 87 * scale, y - 1.2 * scale, page.width / 2 + 87 * scale, y + 1.2 * scale)
            assert page.crop(along).getbbox() is None
