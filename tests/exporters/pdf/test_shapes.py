"""How each answer shape is asked."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from quizgen import wording
from quizgen.exporters.pdf import shapes
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.page import type_width
from quizgen.exporters.pdf.sheet import blocks, sheet
from quizgen.exporters.pdf.styles import STANDARD, VARIANTS, Look
from quizgen.exporters.pdf.tags import Tag
from quizgen.model import Choices, Essay, Left, Option, Pairs
from quizgen.presenting.explaining import task_on_paper
from tests.exporters.pdf.printing import paper_of, quiz_of
from tests.exporters.pdf.reading import about, pages, whole
from tests.exporters.pdf.samples import LONG, SHAPES, Built
from tests.quizzes import ANSWERS, HERE, SETTINGS, question

FRAME = Frame(STANDARD, wording.EN, type_width("letter"), 50)
TASKS = {
    "why-a-fund": "Choose one.",
    "years-of-storms": "Choose one.",
    "what-it-pays": "Choose all that apply.",
    "fund-is-loan": "Choose one.",
    "who-governs": "Write a word or phrase.",
    "storm-fund": "Which term has this definition?",
    "share-saved": "Write the figure.",
    "gaps-in-text": "Fill in the blanks.",
    "who-said-what": "Match each entry with its partner.",
    "before-or-after": "Put each entry under its heading.",
    "order-of-work": "Number them: 1 comes first.",
    "argue-for-it": "Answer in a few paragraphs.",
}


def test_a_paper_says_what_to_do_with_each_item(built: Built, tmp_path: Path) -> None:
    text = whole(built["letter/storms/quiz-A.pdf"], tmp_path)
    assert {id: task_on_paper(answer, wording.EN) for id, (_, _, answer) in ANSWERS.items()} == TASKS
    assert {task: text.count(task) for task in TASKS.values()} == Counter(TASKS.values())


def test_rings_are_for_one_option_and_squares_for_several() -> None:
    drawn = {}
    for id in ("what-it-pays", "years-of-storms"):
        (page,) = PdfReader(io.BytesIO(paper_of(quiz_of(question(id))))).pages
        contents = page.get_contents()
        assert contents is not None
        operators = [operator for _, operator in contents.operations]
        drawn[id] = (operators.count(b"re"), operators.count(b"c"))
    # five are the frame of the form's letter and the boxes to fill in; two circles show how to mark
    assert drawn == {"what-it-pays": (5 + 3, 2 * 4), "years-of-storms": (5, 2 * 4 + 3 * 4)}


def test_an_essay_has_as_many_lines_as_it_asks_for_on_however_many_pages() -> None:
    essay = question("argue-for-it")
    assert isinstance(essay.answer, Essay)
    for lines in (3, 90):
        rows = list(shapes.rows(replace(essay.answer, lines=lines), FRAME))
        assert [len(row.marks) for row in rows] == [1] * lines
        long = paper_of(quiz_of(replace(essay, answer=replace(essay.answer, lines=lines))))
        assert len(PdfReader(io.BytesIO(long)).pages) == (1 if lines == 3 else 4)


@pytest.mark.parametrize("look", [STANDARD, *VARIANTS.values()], ids=lambda look: look.name)
def test_what_stands_in_a_row_keeps_to_its_own_column(look: Look) -> None:
    rows = [
        row
        for quiz in (LONG, SHAPES)
        for block in blocks(quiz, quiz.forms[0], Frame.of(look, wording.EN, type_width("letter"), quiz.forms[0]))
        for row in block.rows
        if len(row.cells) > 1
    ]
    assert len(rows) > 100
    for row in rows:
        cells = sorted((cell for cell in row.cells if cell.lines), key=lambda cell: cell.left)
        for cell, beside in itertools.pairwise(cells):
            if cell.style.align == beside.style.align == "left":
                assert cell.left + max(line.width for line in cell.lines) <= beside.left
            assert cell.left + cell.width <= beside.left + 0.01


def test_a_blank_is_read_out_and_copied_as_one(tmp_path: Path) -> None:
    paper = paper_of(quiz_of(question("gaps-in-text")))
    assert "The fund was set up in (1) _____ by the (2) _____ (not the mayor) of {the} island." in whole(
        paper, tmp_path
    )
    told = about("pdfinfo", paper, tmp_path, "-struct-text")
    assert len(re.findall(r"^ *Span", told, re.MULTILINE)) == 2


@pytest.mark.parametrize("look", [STANDARD, *VARIANTS.values()], ids=lambda look: look.name)
def test_the_lines_of_an_essay_go_on_overleaf_and_its_stem_does_not(look: Look, tmp_path: Path) -> None:
    essay = question("argue-for-it")
    assert isinstance(essay.answer, Essay)
    for lines in (20, 60):
        long = replace(essay, stem="And now? " * 30 + "End.", answer=replace(essay.answer, lines=lines))
        for before in range(9):
            quiz = quiz_of(*[question("who-governs")] * before, long)
            found = pages(sheet(quiz, quiz.forms[0], SETTINGS, look), tmp_path)
            (home,) = (number for number, page in enumerate(found) if f"{before + 1}. And now?" in page)
            assert "End." in found[home]
            assert all(f"{before + 1}. (continued)" in page for page in found[home + 1 :])


@pytest.mark.parametrize(
    ("lefts", "rights", "count", "beside"),
    [
        ("Ibarra", "A harbor fee", 3, True),
        ("Ibarra, the mayor of the island when the storm came", "A fee that ships pay in the island's harbor", 3, True),
        ("x" * 90, "A harbor fee", 3, False),
        ("x" * 50, "y" * 35, 9, False),
    ],
)
def test_what_is_matched_stands_side_by_side_unless_words_would_break(
    lefts: str, rights: str, count: int, beside: bool
) -> None:
    answer = question("who-said-what").answer
    assert isinstance(answer, Pairs)
    answer = replace(answer, lefts=tuple(replace(left, text=lefts) for left in answer.lefts), rights=(rights,) * count)
    made = list(shapes.rows(answer, FRAME))
    first = [cell.lines[0].text for cell in made[0].cells]
    assert ("1." in first, "A" in first) == (True, beside)
    assert all(cell.left + cell.width <= FRAME.width + 0.01 for row in made for cell in row.cells)
    assert sum(len(row.cells) for row in made) == 2 * (2 + count)


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (["1998", "2007", "2017", "2020"], 1),
        (["1998", "2007"], 1),
        (["1998", "2007", "2017", "2020", "2021"], 2),
        (["A rather longer option"] * 4, 2),
        (["A rather longer option"] * 3, 3),
        (["An option that is so long that it needs well over half a line"] * 4, 4),
    ],
)
def test_short_options_stand_side_by_side(texts: list[str], rows: int) -> None:
    answer = Choices(tuple(Option(text, False, HERE) for text in texts))
    made = list(shapes.rows(answer, FRAME))
    assert len(made) == rows
    letters = [cell.lines[0].text for row in made for cell in row.cells[::2]]
    assert letters == list("ABCDE"[: len(texts)])


@pytest.mark.parametrize("headings", [True, False])
@pytest.mark.parametrize("look", [STANDARD, *VARIANTS.values()], ids=lambda look: look.name)
def test_no_number_of_an_entry_is_broken_however_many_there_are(look: Look, headings: bool) -> None:
    texts = ["so", "a long way " * 12]
    for text in texts:
        lefts = tuple(Left(f"{text} {number}".strip(), number % 5, HERE) for number in range(1000))
        answer = Pairs(lefts, ("One", "Two", "Three", "Four", "Five"), headings=headings)
        frame = Frame.of(look, wording.EN, type_width("letter"), quiz_of(question("who-said-what")).forms[0])
        cells = [cell for row in shapes.rows(answer, frame, Tag("LBody")) for cell in row.cells]
        numbers = [cell for cell in cells if re.fullmatch(r"\d+\.", "".join(line.text for line in cell.lines))]
        assert len(numbers) == 1000
        assert all(len(cell.lines) == 1 and cell.lines[0].width < cell.width for cell in numbers)
