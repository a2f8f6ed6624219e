"""Letters as a file writes them."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

from quizgen.exporters.pdf.drawing import Drawing, Properties
from quizgen.exporters.pdf.faces import SERIF
from quizgen.exporters.pdf.setting import lines
from quizgen.exporters.pdf.styles import STANDARD
from quizgen.exporters.pdf.text import literal
from tests.exporters.pdf.reading import whole


def test_more_letters_than_one_set_of_a_face_holds_come_out_as_they_went_in(tmp_path: Path) -> None:
    letters = "".join(
        chr(point) for point in sorted(SERIF.points) if category(chr(point)) in ("Lu", "Ll") and point > 127
    )
    texts = [letters[start : start + 20] for start in range(0, len(letters), 20)]
    assert len(letters) > 300
    drawing = Drawing(Properties("Letters", "", "", "en", 0), (600, 900))
    for _ in range(2):  # what is written once is written so again
        for number, text in enumerate(texts):
            drawing.text(20, 880 - 15 * number, lines(literal(f"({text})"), STANDARD.text, 500), STANDARD.text)
        drawing.end_page()
    said = whole(drawing.data(), tmp_path)
    assert said == " ".join(f"({text})" for text in texts * 2)
