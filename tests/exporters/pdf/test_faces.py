"""The faces that paper is set in: what each family has, and what is set in which of them."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
from reportlab.pdfgen.canvas import Canvas

from quizgen import wording
from quizgen.exporters.pdf import faces, fonts
from quizgen.exporters.pdf.faces import FAMILIES, FOLDER, LEGIBLE, SANS, SERIF, SIGNS, Family
from tests.exporters.pdf.reading import about, whole

FACES = {face: path for family in FAMILIES for face, path in family.files.items()}
ALPHABETS = "aàâáéíóúüñÑ¿¡–—…“”‘’«»½°€×−ŁłŹźŠšçãő\u00a0"


def test_every_file_of_a_face_is_one_of_a_family_and_they_stay_small() -> None:
    assert len(FACES) == 13
    assert set(FOLDER.glob("*.ttf")) == set(FACES.values())
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_500_000
    licences = {"README.txt", "DejaVu-LICENSE.txt", "OFL-Source.txt", "OFL-Atkinson.txt", "coverage.txt"}
    assert {file.name for file in FOLDER.glob("*.txt")} == licences


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_the_table_has_what_the_faces_of_a_family_have(family: Family) -> None:
    assert len(family.points) > 300
    for face, path in family.files.items():
        had = set(TTFont(face, str(path)).face.charToGlyph) - {0xFFFF}  # which ends the file's own table
        assert had == set(family.points), face


@pytest.mark.parametrize("face", FACES)
def test_a_face_may_be_embedded_and_has_no_name_that_is_reserved(face: str) -> None:
    file = TTFontFile(str(FACES[face]))
    names = f"{file.name} {file.familyName} {file.styleName} {file.fullName}".lower()
    assert not any(reserved in names for reserved in ("source", "atkinson", "hyperlegible", "vera"))
    assert b"GSUB" not in file.tables or face == SIGNS.regular


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_a_family_has_two_languages_and_more(family: Family) -> None:
    assert set(map(ord, ALPHABETS)) <= family.points
    printable = {point for point in range(128) if chr(point).isprintable()}
    assert printable <= family.points  # `unprintable` counts on it
    for words in wording.ALL:
        said = " ".join(str(getattr(words, name)) for name in words.__slots__)
        assert faces.unprintable(said) == ()


@pytest.mark.parametrize("face", sorted(set(FACES) - set(LEGIBLE.files)))
def test_figures_are_as_wide_as_each_other(face: str) -> None:
    font = TTFont(face, str(FACES[face]))
    widths = [font.stringWidth(figure, 1000) for figure in "0123456789"]
    assert max(widths) - min(widths) <= 1  # one slants a unit further


def test_whatever_printed_in_one_face_still_prints() -> None:
    for text in ("Ελλάδα", "Україна", "Việt Nam", "CO₂ → ≥ ≤ ✓ ☐", "İstanbul", "₿ 5"):
        assert faces.unprintable(text) == (), text
    assert faces.unprintable("中 and عر") == ("中", "ع", "ر")


@pytest.mark.parametrize(
    ("given", "set_as"),
    [("so\u00adft", "soft"), ("e\u0301", "é"), ("a\u200bb", "ab"), ("中", "\ufffd"), ("a\tb", "a b")],
)
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_what_cannot_be_seen_is_left_out_and_what_is_missing_is_seen_to_be(
    family: Family, given: str, set_as: str
) -> None:
    assert "".join(run for run, _ in faces.runs(given, family)) == set_as


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_every_run_is_in_a_family_that_has_it(family: Family) -> None:
    text = f"{ALPHABETS} Ελλάδα Україна Việt CO₂ → 中"
    found = list(faces.runs(text, family))
    assert len(found) > 3 or family is SIGNS
    for run, able in found:
        assert set(map(ord, run)) <= able.points
        assert able is family or not set(map(ord, run)) & family.points
    assert [able for run, able in faces.runs("plain", family)] == [family]


def test_a_face_without_serifs_falls_back_on_one_without() -> None:
    assert {family: [able for _, able in faces.runs("λ", family)] for family in FAMILIES} == {
        SERIF: [SERIF],
        SANS: [SIGNS],
        LEGIBLE: [SIGNS],
        SIGNS: [SIGNS],
    }
    assert [able for _, able in faces.runs("₿", SANS)] == [SERIF]  # DejaVu Sans is older than the sign


@pytest.mark.parametrize(
    ("family", "strong", "emphasis"), list(itertools.product(FAMILIES, (False, True), (False, True)))
)
def test_words_come_out_whole_in_every_face(family: Family, strong: bool, emphasis: bool, tmp_path: Path) -> None:
    written = "efficient findings, affluent office: fi fl ffi ffl fj"
    face = family.face(strong=strong, emphasis=emphasis)
    canvas = Canvas(str(tmp_path / "page.pdf"), initialFontName=fonts.font(face).fontName)
    canvas.drawString(72, 700, written)
    canvas.save()
    data = (tmp_path / "page.pdf").read_bytes()
    assert whole(data, tmp_path) == written
    assert face in FACES
    embedded = about("pdffonts", data, tmp_path)
    assert "Quizgen" in embedded or "DejaVu" in embedded


def test_reportlab_knows_every_face() -> None:
    for face in FACES:
        assert fonts.font(face).fontName == face
        assert face in getRegisteredFontNames()
    assert SERIF.face(strong=True) == "QuizgenSerif-Bold"
    assert SANS.face(strong=True, emphasis=True) == "QuizgenSans-BoldItalic"


def test_what_can_be_printed_is_known_without_reportlab() -> None:
    code = "import sys; from quizgen.exporters.pdf import faces, limits; print(faces.unprintable('中'), *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("('中',)")
    assert "reportlab" not in done.stdout
