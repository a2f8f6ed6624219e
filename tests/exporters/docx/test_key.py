"""The key as a document: the answers of its own paper, with reasons and sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import wording
from quizgen.markup import plain
from quizgen.model import Choices, Quiz, Words
from quizgen.presenting.keys import said, short
from tests.exporters.docx.reading import items, paper_and_key, paragraphs
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.samples import LONG, SHAPES
from tests.quizzes import QUOTE, question


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("quiz", [SHAPES, LONG, replace(SHAPES, language="es")], ids=["shapes", "long", "spanish"])
def test_the_grid_and_the_options_name_the_letters_of_the_paper(quiz: Quiz, letter: str) -> None:
    paper, key = paper_and_key(quiz, letter)
    form = quiz.forms["AB".index(letter)]
    grid = {read.label: read.text for read in paragraphs(key) if read.style == "KeyGrid"}
    words = wording.for_language(quiz.language)
    assert grid == {f"{one.number}": said(short(one.question.answer, words)) for one in form.placed}
    seen = 0
    for placed, on_paper, in_key in zip(form.placed, items(paper), items(key), strict=True):
        assert on_paper[0].label == in_key[0].label
        if not isinstance(placed.question.answer, Choices):
            continue
        seen += 1
        options = {read.label[2:]: read.text for read in on_paper[1:]}
        told = [read for read in in_key if read.style == "KeyOption"]
        right = [read.label for read in told if read.paragraph.runs[0].bold]
        # the mark of a paragraph dresses its number
        assert right == [read.label for read in told if read.paragraph._p.xpath("./w:pPr/w:rPr/w:b")]
        assert ", ".join(right) == grid[f"{placed.number}"]
        assert all(read.text.startswith(options[read.label]) for read in told)
        assert len(told) == len(options)
    assert seen >= 4


def test_a_key_gives_answers_reasons_rubric_and_sources() -> None:
    _, key = paper_and_key(SHAPES)
    read = paragraphs(key)
    text = "\n".join(one.text for one in read)
    assert any(one.style == "Facts" and wording.EN.key_note in one.text for one in read)
    for placed in SHAPES.forms[0].placed:
        assert placed.question.id in text
    assert text.count(plain(SHAPES.questions[0].rationale)) == len(SHAPES.questions)
    assert (
        text.count(QUOTE) == text.count("Restated from paragraph 1 of Ibarra and Ray (2024)") == len(SHAPES.questions)
    )
    for told in (
        "Taxes are not what the fund is for.", "Señora Ibarra (Also right: Ibarra)", "2.5\u00a0percent (within 0.1)",
        "1999 (Also right: 99)", "A lottery – matches nothing", "Saving is done early.",
        "Ibarra argues that waiting for loans", "States the claim (2\u00a0pts)",
    ):  # fmt: skip
        assert told in text


def test_what_is_numbered_is_numbered_by_word_and_an_extra_keeps_its_letter() -> None:
    _, key = paper_and_key(quiz_of(question("who-said-what"), question("gaps-in-text"), question("order-of-work")))
    entries = [
        [(read.style, read.label) for read in item if read.style.startswith("Key") and read.label]
        for item in items(key)
    ]
    assert entries == [
        [("KeyEntry", "1."), ("KeyEntry", "2.")],
        [("KeyBlank", "(1)"), ("KeyBlank", "(2)")],
        [("KeyEntry", "1."), ("KeyEntry", "2."), ("KeyEntry", "3.")],
    ]
    (loose,) = (read for read in paragraphs(key) if read.style == "KeyLoose")
    assert loose.text.startswith("C\tA lottery")


@pytest.mark.parametrize(
    ("answer", "columns"),
    [("B", 5), ("a dozen letters", 4), ("a transcontinental", 3), ("x" * 30, 2), ("x" * 60, 1)],
)
def test_the_grid_stands_in_as_many_columns_as_its_words_allow(answer: str, columns: int) -> None:
    words = replace(question("who-governs"), answer=Words((answer,)))
    _, key = paper_and_key(quiz_of(*[words] * 12))
    assert len(key.sections) == 3
    counts = [section._sectPr.xpath("./w:cols/@w:num") for section in key.sections]
    assert counts[1] == [str(columns)]
    assert counts[0] in ([], ["1"])
    assert counts[2] in ([], ["1"])
    assert [section.different_first_page_header_footer for section in key.sections] == [True, False, False]


def test_an_answer_stays_with_its_item() -> None:
    _, key = paper_and_key(SHAPES)
    for stem, *rest in items(key):
        assert stem.keeps
        reasons = next(place for place, read in enumerate(rest) if read.text.startswith("Why:"))
        assert not rest[reasons - 1].keeps or reasons == 0
