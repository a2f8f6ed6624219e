"""The keys of all forms on one page: right for the papers as they are printed, and no more than a page."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from quizgen import building
from quizgen.building import Request
from quizgen.course import load
from quizgen.exporters.pdf.key import key
from quizgen.exporters.pdf.keys import keys
from quizgen.exporters.pdf.sheet import sheet
from quizgen.forms import forms
from quizgen.model import Choices, Essay, Form, Option, Pairs, Quiz, Section, Words
from quizgen.model import Sequence as Steps
from quizgen.presenting.visible import mark
from tests.conftest import REPOSITORY
from tests.exporters.pdf.marking import asked, expected, item_of, table
from tests.exporters.pdf.reading import pages, whole
from tests.exporters.pdf.samples import LONG, PAPERS, SHAPES, numbered_item
from tests.quizzes import HERE, SETTINGS, every_shape, question

COURSE = load(REPOSITORY)
LOOKED_AT = {*(bank.id for bank in COURSE.banks), "midterm", "final"}
QUIZZES = {
    quiz.id: quiz
    for quiz in building.quizzes(COURSE, Request(formats=("pdf",), time=0, forms=2))
    if quiz.id in LOOKED_AT
}
BANKED = {question.id: question for question in COURSE.questions}


def of_forms(count: int, items: int = 40, **changes: object) -> Quiz:
    questions = tuple(numbered_item(number) for number in range(items))
    return replace(LONG, questions=questions, forms=forms([Section(questions)], 1, "long", count), **changes)  # type: ignore[arg-type] # as of Quiz


def without_points(said: str) -> str:
    """An answer without the points in brackets that stand behind an unusual one."""
    return re.sub(r" \([\d.]+\)$", "", said)


def same(said: str, right: str) -> bool:
    """Whether an answer in the grid is the right one: whole, in letters alone, or cut where it is no letters."""
    letters = re.sub(r"\b\d+ (?=[A-Z]\b)|,", "", right)
    numbers = re.sub(r"\b[A-Z]+ (?=\d)|,", "", right)
    lettered = re.fullmatch(r"[A-Z\d, ]+", right)
    cut = not lettered and said.endswith("…") and right.startswith(said[:-1].rstrip())
    return said in (right, letters, numbers, letters.replace(" ", ""), numbers.replace(" ", "")) or cut


def test_there_are_quizzes_to_look_at() -> None:
    assert QUIZZES.keys() == LOOKED_AT
    assert len(QUIZZES) > 12


@pytest.mark.parametrize("id", QUIZZES)
def test_the_keys_of_both_forms_are_right_for_what_is_printed(id: str, tmp_path: Path) -> None:
    quiz = QUIZZES[id]
    grid = table(keys(quiz, SETTINGS), tmp_path)
    assert list(grid) == ["A", "B"]
    for form in quiz.forms:
        paper = asked(sheet(quiz, form, SETTINGS), tmp_path)
        assert list(paper) == list(range(1, len(quiz.questions) + 1))
        annotated = whole(key(quiz, form, SETTINGS), tmp_path)
        told = annotated[annotated.index("1 ") : annotated.index(" 1. ")]
        for (number, text), said in zip(paper.items(), grid[form.letter], strict=True):
            item = item_of(text, (BANKED[question.id] for question in quiz.questions))
            right = expected(item, text)
            assert same(without_points(said), right), (number, said, right)
            assert f"{number} {right}" in told, (number, right, told)
    assert len(grid["A"]) == len(grid["B"]) == len(quiz.questions)
    assert grid["A"] != grid["B"]


def test_the_keys_of_four_forms_fit_on_a_page(tmp_path: Path) -> None:
    quizzes = building.quizzes(COURSE, Request(formats=("pdf",), time=0, forms=4))
    for quiz, settings in zip(quizzes, itertools.cycle(PAPERS.values()), strict=False):
        (page,) = pages(keys(quiz, settings), tmp_path)
        assert "A–D" in page


@pytest.mark.parametrize(("count", "items", "most"), [(1, 33, 1), (2, 100, 1), (4, 60, 1), (26, 12, 1), (13, 40, 2)])
def test_letters_are_whole_however_many_forms_and_items_there_are(
    count: int, items: int, most: int, tmp_path: Path
) -> None:
    quiz = of_forms(count, items)
    data = keys(quiz, SETTINGS)
    assert len(pages(data, tmp_path)) <= most
    grid = table(data, tmp_path)
    assert len(grid) == count
    for form in quiz.forms:
        right = ["ABCD"[[o.correct for o in p.question.answer.options].index(True)] for p in form.placed]  # type: ignore[union-attr] # all are choices
        assert grid[form.letter] == right


def test_several_letters_are_whole_on_many_forms(tmp_path: Path) -> None:
    options = tuple(Option(f"option {index}", index % 2 == 0, HERE) for index in range(6))
    several = tuple(
        replace(question("what-it-pays"), id=f"s{index}", answer=Choices(options, multiple=True)) for index in range(5)
    )
    made = forms([Section(several)], 1, "several", 26)
    grid = table(keys(replace(SHAPES, questions=several, forms=made), SETTINGS), tmp_path)
    for form in made:
        for said, placed in zip(grid[form.letter], form.placed, strict=True):
            right = [name for name, index in zip("ABCDEF", placed.order, strict=True) if options[index].correct]
            assert said in ("".join(right), ", ".join(right))


def test_what_is_long_is_cut_or_said_in_letters_alone_where_columns_are_narrow(tmp_path: Path) -> None:
    long = replace(question("who-governs"), answer=Words(("the transcontinental railroad company of the island",)))
    questions = (*every_shape(1).questions, replace(long, id="long"))
    wide = table(
        keys(replace(SHAPES, questions=questions, forms=forms([Section(questions)], 1, "q", 1)), SETTINGS), tmp_path
    )
    narrow = table(
        keys(replace(SHAPES, questions=questions, forms=forms([Section(questions)], 1, "q", 11)), SETTINGS), tmp_path
    )
    assert "the transcontinental railroad company of the island" in wide["A"]
    assert not any(answer.endswith("…") for answer in wide["A"])
    assert any(answer.startswith("the ") and answer.endswith("…") for answer in narrow["A"])
    assert any(re.fullmatch(r"\d ?\d ?\d", answer) for answer in narrow["A"])  # the steps
    assert sum(isinstance(q.answer, Pairs | Steps) for q in questions) == 3


def test_points_stand_in_brackets_where_they_are_unusual(tmp_path: Path) -> None:
    questions = tuple(replace(q, points=2) if q.id == "why-a-fund" else q for q in every_shape(1).questions)
    quiz = replace(SHAPES, questions=questions, forms=forms([Section(questions)], 1, "q", 2))
    data = keys(quiz, SETTINGS)
    grid = table(data, tmp_path)
    for column in grid.values():
        assert sum(answer.endswith("(2)") for answer in column) == 1
    assert "1 pt each, unless brackets say otherwise" in whole(data, tmp_path)
    assert "brackets" not in whole(keys(of_forms(2), SETTINGS), tmp_path)
    assert any(isinstance(q.answer, Essay) for q in questions)


def test_parts_are_ruled_off_and_words_are_those_of_the_language(tmp_path: Path) -> None:
    spanish = replace(SHAPES, language="es")
    text = whole(keys(spanish, SETTINGS), tmp_path)
    for said in ("Clave", "Formas A a B", "Para quien enseña", "salvo que un paréntesis diga otra cosa"):
        assert said in text


@pytest.mark.parametrize("count", [1, 3])
def test_forms_are_walked_and_marked_as_often_however_many_items_there_are(
    count: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is asked of a whole form for each of its items takes four times as long for twice as many of them."""
    calls: Counter[str] = Counter()

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*parts: object) -> Any:
            calls[name] += 1
            return function(*parts)

        return call

    monkeypatch.setattr(Form, "placed", property(counted("placed", Form.placed.fget)))  # type: ignore[attr-defined] # it is a property
    for place in ("exporters.pdf.keys.mark", "presenting.visible.mark"):
        monkeypatch.setattr(f"quizgen.{place}", counted("mark", mark))
    walked, length = [], []
    for items in (40, 400):
        calls.clear()
        data = keys(of_forms(count, items), SETTINGS)
        walked.append(dict(calls))
        length.append(len(pages(data, tmp_path)))
    assert walked[0] == walked[1]
    assert walked[0]["mark"] == count
    assert length[0] == 1 < length[1]


@pytest.mark.parametrize("quiz", [SHAPES, replace(SHAPES, language="es"), of_forms(3, 200)], ids=["en", "es", "long"])
def test_every_row_of_a_table_has_a_cell_for_each_column_and_headers_say_what_they_are_of(quiz: Quiz) -> None:
    root: Any = PdfReader(io.BytesIO(keys(quiz, SETTINGS))).root_object
    tables = list(parts(root["/StructTreeRoot"]["/K"], "/Table"))
    assert len(tables) >= 1
    for one in tables:
        head, *body = parts(one, "/TR")
        assert scopes(head) == ["/Column"] * (1 + len(quiz.forms))
        assert len(body) >= 1
        assert all(scopes(row) == ["/Row", *[None] * len(quiz.forms)] for row in body)


def parts(element: Any, role: str) -> Iterator[Any]:
    """The parts of a role within an element of the structure, in order."""
    for kid in element.get("/K", []):
        if isinstance(one := kid.get_object(), dict):
            yield from [one] if one.get("/S") == role else parts(one, role)


def scopes(row: Any) -> list[str | None]:
    """What each header of a row is of; None for a cell that is no header."""
    cells = [kid.get_object() for kid in row["/K"]]
    assert all((cell["/S"] == "/TH") == ("/A" in cell) for cell in cells)
    assert all(cell["/A"]["/O"] == "/Table" for cell in cells if "/A" in cell)
    return [cell["/A"]["/Scope"] if "/A" in cell else None for cell in cells]
