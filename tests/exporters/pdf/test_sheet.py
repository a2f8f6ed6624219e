"""The student's paper: everything to answer, nothing of the key."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from typing_extensions import assert_never

from quizgen import wording
from quizgen.markup import plain
from quizgen.model import Answer, Choices, Essay, Form, Gaps, Number, Pairs, Part, Quiz, Sequence, Words
from quizgen.presenting import explaining
from quizgen.presenting.explaining import task_on_paper
from tests.exporters.pdf.printing import files, paper_of, quiz_of
from tests.exporters.pdf.reading import about, folded, pages, whole
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import ITEMS, LONG, SHAPES, Built
from tests.quizzes import ANSWERS, QUOTE, question


def shown(answer: Answer) -> Iterator[str]:
    """Every text of an answer shape that students must see."""
    match answer:
        case Choices(options=options):
            yield from (option.text for option in options)
        case Words() | Essay():
            pass
        case Number(unit=unit):
            yield unit or ""
        case Gaps(parts=parts):
            yield from (part.strip(" .") if isinstance(part, str) else f"({part.hint or 1})" for part in parts)
        case Pairs(lefts=lefts, rights=rights):
            yield from (*(left.text for left in lefts), *rights)
        case Sequence(steps=steps):
            yield from (step.text for step in steps)
        case _:
            assert_never(answer)


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("quiz", [SHAPES, LONG], ids=["shapes", "long"])
def test_a_paper_gives_back_every_text_in_order_with_what_to_do(
    quiz: Quiz, letter: str, built: Built, tmp_path: Path
) -> None:
    text = whole(built[f"letter/{quiz.id}/quiz-{letter}.pdf"], tmp_path)
    form = quiz.forms["AB".index(letter)]
    assert len(form.placed) == len(quiz.questions) >= 12
    seen = 0
    for placed in form.placed:
        stem = placed.question.stem or "The fund was set up in"
        start = text.index(f"{placed.number}. {folded(plain(stem))}", seen)
        task = task_on_paper(placed.question.answer, wording.EN)
        # where all items have one task, it is said once, above the first
        end = start if quiz is LONG else text.index(f"({task})", start)
        item = text[start : text.find(f" {placed.number + 1}. ", end) % len(text)]
        for part in shown(placed.question.answer):
            assert folded(plain(part)) in item, (placed.question.id, part)
        assert wording.points(placed.question.points, wording.EN) in item
        seen = end
    assert text.count("Choose one.") == (1 if quiz is LONG else 3)


def test_a_parts_title_and_instructions_stand_with_its_first_item(tmp_path: Path) -> None:
    placed = LONG.forms[0].placed
    parts = [
        Part(placed[n : n + 3], title=f"Title {n}.", instructions=f"Instructions {n}.") for n in range(0, ITEMS, 3)
    ]
    text = pages(paper_of(replace(LONG, forms=(Form("A", tuple(parts)),))), tmp_path)
    assert len(text) > 10
    for n in range(0, ITEMS, 3):
        (page,) = (page for page in text if f"Title {n}." in page)
        assert f"Title {n}. Instructions {n}. Choose one. {n + 1}. Item {n} asks" in page


@pytest.mark.parametrize(
    ("title", "instructions", "said"),
    [
        ("Choose", "Choose the one best answer.", "Choose the one best answer. 1."),
        ("Choose one", None, "Choose one 1."),
        ("True or false", None, "True or false Choose one. 1."),
        (None, "Mind the time.", "Mind the time. Choose one. 1."),
        (None, None, "Choose one. 1."),
    ],
)
def test_a_task_is_said_once_for_all_items_that_have_it(
    title: str | None, instructions: str | None, said: str, tmp_path: Path
) -> None:
    part = Part(LONG.forms[0].placed[:3], title=title, instructions=instructions)
    text = whole(paper_of(replace(LONG, forms=(Form("A", (part,)),))), tmp_path)
    assert said in text
    assert "(Choose one.)" not in text


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_an_item_stands_on_one_page(letter: str, paper: str, built: Built, tmp_path: Path) -> None:
    found = pages(built[f"{paper}/long/quiz-{letter}.pdf"], tmp_path)
    assert len(found) > 5
    for number in range(ITEMS):
        texts = (f"Item {number} asks", *(f"{which} {number}" for which in ("right", "first", "second", "third")))
        home = [index for index, page in enumerate(found) if re.search(rf"{texts[0]}\b", page)]
        assert len(home) == 1
        for text in texts:
            assert re.search(rf"\b{text}\b", found[home[0]]), (number, text)
    assert wording.EN.continued not in " ".join(found)


def test_a_spanish_paper_speaks_spanish(built: Built, tmp_path: Path) -> None:
    text = whole(built["letter/islas/quiz-A.pdf"], tmp_path)
    for said in ("¿Por qué ahorrar?", "¿Quién gobierna la isla, señora?", "Elija una.", "Nombre", "Página 1 de 1"):
        assert said in text


def test_a_paper_is_the_same_to_the_byte_whatever_its_key() -> None:
    before, after = files(SHAPES), files(with_another_key(SHAPES))
    assert before.keys() == after.keys()
    assert len(before) == 5
    for name, data in before.items():
        assert (data == after[name]) == name.startswith("students/"), name


SECRETS = (
    "The brief says so",
    QUOTE,
    "Restated",
    "Señora Ibarra",
    "fund for storms",
    "2.5",
    "1999",
    "(2) council",
    "Taxes are",
)


def test_a_paper_says_nothing_of_answers_reasons_and_sources(built: Built, tmp_path: Path) -> None:
    for letter in "AB":
        paper, key = (
            whole(built[name], tmp_path) + str(PdfReader(io.BytesIO(built[name])).metadata)
            for name in (f"letter/storms/quiz-{letter}.pdf", f"letter/storms/key-{letter}.pdf")
        )
        for secret in (*SECRETS, *ANSWERS):
            assert secret in key, secret
            assert secret not in paper, secret


def test_text_that_is_copied_is_the_text_that_was_put_in(tmp_path: Path) -> None:
    words = ("piers", "–", "when", "fund—saved", "pre-", "and", "well-known", "and/or", "—", "x" * 150, "*MS-13*", "→")
    stem = " ".join(random.Random(1).choices(words, k=90))
    said = about("pdfinfo", paper_of(quiz_of(replace(question("who-governs"), stem=stem))), tmp_path, "-struct-text")
    assert plain(stem) in "".join(re.findall(r'^ *"(.*)"$', said, re.MULTILINE))


def test_a_missing_title_or_instruction_says_nothing_of_the_task(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(explaining, "task_on_paper", lambda *_: "None.")
    for part in (Part(LONG.forms[0].placed[:2], title="Choose"), Part(LONG.forms[0].placed[:2], instructions="Choose")):
        assert "Choose None. 1." in whole(paper_of(replace(LONG, forms=(Form("A", (part,)),))), tmp_path)
