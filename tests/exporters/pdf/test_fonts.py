"""Text on paper: as it was written, in faces that have its signs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.exporters import pdf
from quizgen.exporters.pdf import text
from quizgen.exporters.pdf.text import Run
from quizgen.markup import plain
from quizgen.model import Choices, Option, Words
from tests.exporters.pdf.printing import key_of, paper_of, quiz_of
from tests.exporters.pdf.reading import about, whole
from tests.exporters.pdf.samples import WHY_A_FUND
from tests.quizzes import HERE, question

EVIL = (
    "<b>bold</b> &amp; &#65; <img src=https://example.org/x.png> </para> <para> <a href=x>y</a> <font size=80>z</font>",
    "{{answer}} \\ %s {0} $x$ -- <!-- no --> <![CDATA[x]]> <?xml?> <onDraw name=x/>",
    "efficient findings, affluent office: fi fl ffi ffl",
    "– — … “ ” ‘ ’ « » ¿ ¡ ñ Ñ ü ½ ° € × ☐ ✓ → ≥ ≤ ₂ Łódź ž Ж λ",
)


@pytest.mark.parametrize("evil", EVIL)
def test_what_a_curator_writes_is_text(evil: str, tmp_path: Path) -> None:
    options = (Option(evil, True, HERE, evil), Option("x" * 300, False, HERE, evil))
    mean = replace(WHY_A_FUND, stem=evil, answer=Choices(options), rationale=evil)
    typed = replace(question("who-governs"), stem=evil, answer=Words((evil, evil)), id="typed")
    quiz = quiz_of(mean, typed, title=evil, course_title=evil)
    written = plain(evil)
    made = paper_of(quiz), key_of(quiz)
    paper, key = (whole(data, tmp_path) for data in made)
    assert paper.count(written) >= 4
    assert key.count(written) >= 5
    assert "x" * 300 in paper.replace(" ", "")
    for data in made:
        assert not re.search(rb"/URI|/Annots|/JavaScript|/Subtype */Image", data)
    assert list(pdf.limits([quiz])) == []


def test_emphasis_is_set_in_italic_and_bold_and_accepted_answers_stay_as_typed(tmp_path: Path) -> None:
    stem = "*so* **and**\n***both***"
    quiz = quiz_of(replace(question("who-governs"), stem=stem, answer=Words(("*as typed*",))))
    paper = paper_of(quiz)
    assert "so and both" in whole(paper, tmp_path)
    assert "*as typed*" in whole(key_of(quiz), tmp_path)
    assert text.prose(stem) == (
        Run("so", emphasis=True),
        Run(" "),
        Run("and", strong=True),
        Run("\n"),
        Run("both", strong=True, emphasis=True),
    )
    assert "BoldItalic" in about("pdffonts", paper, tmp_path)
