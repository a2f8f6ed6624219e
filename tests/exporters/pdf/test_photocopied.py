"""Paper after a photocopier: each dot of it black or white, at 150 to the inch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from quizgen.exporters.pdf.sheet import sheet
from quizgen.exporters.pdf.styles import STANDARD, VARIANTS, Look
from tests.exporters.pdf.printing import key_of, one_form
from tests.exporters.pdf.reading import about, run
from tests.exporters.pdf.samples import SHAPES
from tests.quizzes import SETTINGS

DOTS = 150
"""To the inch."""
FINER = 4
LOOKS = [STANDARD, *VARIANTS.values()]


def photocopied(data: bytes, folder: Path) -> list[tuple[Image.Image, Image.Image]]:
    """Each page as it is printed, in greys, and as the photocopier gives it."""
    (folder / "paper.pdf").write_bytes(data)
    # a printer's dots are finer, and a program that draws with few makes thin lines thicker than they are
    run("pdftoppm", "-r", str(FINER * DOTS), "-gray", str(folder / "paper.pdf"), str(folder / "page"))
    printed = [Image.open(path).convert("L").reduce(FINER) for path in sorted(folder.glob("page-*.pgm"))]
    return [(page, page.point(lambda grey: 0 if grey < 128 else 255)) for page in printed]


def ink(page: Image.Image) -> float:
    """As many dots as there is black on a page, a grey one counting in part."""
    return sum((255 - grey) / 255 * count for grey, count in enumerate(page.histogram()))


def words(data: bytes, folder: Path) -> list[list[tuple[str, tuple[int, int, int, int]]]]:
    """The words of each page and where they stand, in dots."""
    pages = about("pdftotext", data, folder, "-bbox", after=("-",)).split("<page ")[1:]
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [
        [(word, tuple(round(float(side) * DOTS / 72) for side in sides)) for *sides, word in re.findall(pattern, page)]  # type: ignore[misc] # four sides
        for page in pages
    ]


@pytest.mark.parametrize("look", [*LOOKS, None], ids=lambda look: look.name if look else "key")
def test_every_word_keeps_its_ink(look: Look | None, tmp_path: Path) -> None:
    quiz = one_form(SHAPES, "A")
    data = sheet(quiz, quiz.forms[0], SETTINGS, look) if look else key_of(quiz)
    pages = photocopied(data, tmp_path)
    seen = 0
    for (printed, copied), found in zip(pages, words(data, tmp_path), strict=True):
        for word, sides in found:
            if any(map(str.isalnum, word)):
                before, after = ink(printed.crop(sides)), ink(copied.crop(sides))
                assert 0.7 * before <= after <= 1.4 * before, word
                seen += 1
    assert seen > 100


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_rule_to_write_on_stays_whole(look: Look, tmp_path: Path) -> None:
    quiz = one_form(SHAPES, "A")
    *_, (_, last) = photocopied(sheet(quiz, quiz.forms[0], SETTINGS, look), tmp_path)
    width, height = last.size
    pixels = last.load()
    assert pixels is not None
    left, right = round(width * 0.2), round(width * 0.9)
    whole = [y for y in range(height) if all(pixels[x, y] == 0 for x in range(left, right))]
    rules = [y for y in whole if y - 1 not in whole]
    assert len(rules) >= 6  # of the essay's lines, and of the running header
