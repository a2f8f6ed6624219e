"""The quizzes whose answer sheets are looked at, and the sheets as pictures and as the words on them."""

from __future__ import annotations

import functools
import html
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from quizgen.exporters.pdf.answer_sheet import AnswerSheet, answer_sheet
from quizgen.model import Choices, Option, Paper, Question, Quiz
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.reading import about, run
from tests.exporters.pdf.samples import SHAPES, WHY_A_FUND, shuffled_forms
from tests.quizzes import HERE, SETTINGS, question

DPI = 150
MM = 25.4
Picture = NDArray[np.uint8]


def item(number: int, options: int = 4, *, multiple: bool = False) -> Question:
    """An item of so many options, each with a text of its own."""
    offered = tuple(Option(f"option {number}.{index}", not index, HERE, None) for index in range(options))
    return replace(
        WHY_A_FUND,
        id=f"item-{number}",
        stem=f"Item {number}: what of the storms?",
        answer=Choices(offered, multiple=multiple, pinned=options == 2),
    )


def of_all_sizes(count: int) -> list[Question]:
    """Items of two to six options, every seventh with several answers."""
    return [item(number, 2 + number % 5, multiple=number % 7 == 3) for number in range(1, count + 1)]


def written(number: int) -> Question:
    """An item that has no bubbles."""
    return replace(question("who-governs"), id=f"written-{number}")


HUNDRED = shuffled_forms(quiz_of(*of_all_sizes(100), id="hundred"))
TWENTY = shuffled_forms(quiz_of(*of_all_sizes(20), id="twenty", language="es", title="Isla Clara: ¿por qué ahorrar?"))
WIDE = shuffled_forms(quiz_of(*[item(n, n + 1, multiple=n % 2 == 0) for n in range(1, 26)], id="wide"))
MIXED = shuffled_forms(
    quiz_of(*(item(n) if n % 2 else written(n) for n in range(1, 242)), id="-".join(["mixed"] * 13) + "ab")
)
HOSTILE = replace(
    shuffled_forms(quiz_of(*of_all_sizes(60), id="hostile", language="es")),
    title="<b>So *long*</b> & so on ¿" * 20,
    course_title="Pneumonoultramicroscopicsilicovolcanoconiosis" * 9,
)
QUIZZES: dict[str, Quiz] = {
    quiz.id[:7]: quiz for quiz in (HUNDRED, TWENTY, WIDE, MIXED, HOSTILE, replace(SHAPES, id="storms"))
}
PAPERS: tuple[Paper, ...] = ("letter", "a4")
PAGES = {"hundred": 1, "twenty": 1, "wide": 1, "mixed-m": 2, "hostile": 1, "storms": 1}
EVERY = [(name, paper, form) for name in QUIZZES for paper in PAPERS for form in (0, 1)]


@dataclass(frozen=True)
class Word:
    """A word on a page with its frame, in mm from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def core(self) -> tuple[float, float]:
        """From the top of the capitals to the baseline: lines are set closer than a face's frame is high."""
        height = self.bottom - self.top
        return self.top + 0.27 * height, self.bottom - 0.23 * height


@dataclass(frozen=True)
class Printed:
    """A sheet with its file."""

    sheet: AnswerSheet
    data: bytes

    @property
    def pages(self) -> Sequence[Mapping[str, Any]]:
        """What the manifest says of each page."""
        return list(self.told["answer_sheet"]["pages"])

    @property
    def told(self) -> Mapping[str, Any]:
        """What the manifest says of the sheet."""
        return dict(self.sheet.about())


@functools.cache
def printed(name: str, paper: Paper, form: int) -> Printed:
    """The sheet of a form of one of the quizzes."""
    quiz = QUIZZES[name]
    sheet = answer_sheet(quiz, quiz.forms[form], replace(SETTINGS, paper=paper))
    return Printed(sheet, sheet.pdf())


@functools.cache
def picture(name: str, paper: Paper, form: int, page: int) -> Image.Image:
    """A page as a scanner sees it at best: grey, at 150 dpi."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        path.write_bytes(printed(name, paper, form).data)
        run(
            "pdftoppm",
            "-r",
            str(DPI),
            "-gray",
            "-f",
            str(page),
            "-l",
            str(page),
            "-singlefile",
            str(path),
            folder + "/p",
        )
        with Image.open(Path(folder) / "p.pgm") as image:
            return image.convert("L")


@functools.cache
def words(name: str, paper: Paper, form: int) -> tuple[tuple[Word, ...], ...]:
    """The words of each page."""
    with tempfile.TemporaryDirectory() as folder:
        said = about("pdftotext", printed(name, paper, form).data, Path(folder), "-bbox", after=("-",))
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return tuple(
        tuple(
            Word(html.unescape(text), *(float(edge) / 72 * MM for edge in edges))
            for *edges, text in re.findall(pattern, page)
        )
        for page in said.split("<page ")[1:]
    )
