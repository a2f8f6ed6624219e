"""Which files there are, and that each is the same whatever is made with it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click
import pytest

from quizgen.cli import cli
from quizgen.exporters import pdf
from quizgen.exporters.pdf.key import key
from quizgen.exporters.pdf.sheet import sheet
from quizgen.exporters.pdf.styles import STANDARD, VARIANTS
from quizgen.model import Printing, Quiz, Variant
from quizgen.presenting.visible import mark
from tests.exporters.pdf.reading import about, pages, whole
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import EXAM, LONG, SHAPES, SPANISH, Built
from tests.quizzes import ANSWERS, SETTINGS


def test_each_form_has_a_paper_and_a_key_and_an_exams_paper_stays_with_the_keys(built: Built) -> None:
    made = {output.name: output.data for output in pdf.export([SHAPES, EXAM], SETTINGS)}
    assert list(made) == [
        "students/pdf/storms/quiz-A.pdf",
        "instructor/pdf/storms/key-A.pdf",
        "students/pdf/storms/quiz-B.pdf",
        "instructor/pdf/storms/key-B.pdf",
        "instructor/pdf/storms/keys.pdf",
        "instructor/pdf/midterm/quiz-A.pdf",
        "instructor/pdf/midterm/key-A.pdf",
        "instructor/pdf/midterm/keys.pdf",
    ]
    for name, data in made.items():
        _, _, rest = name.split("/", 2)
        assert data == built[f"letter/{rest}"], name  # which was made by itself


def test_paper_and_key_carry_the_mark_of_what_students_see(built: Built, tmp_path: Path) -> None:
    *outputs, keys = pdf.export([SHAPES], SETTINGS)
    assert len(outputs) == 4
    (page,) = pages(keys.data, tmp_path)
    assert keys.about == {"marks": {form.letter: mark(SHAPES, form) for form in SHAPES.forms}}
    assert all(page.count(mark(SHAPES, form)) == 1 for form in SHAPES.forms)
    for output in outputs:
        letter = output.name[-5]
        (form,) = (form for form in SHAPES.forms if form.letter == letter)
        assert output.about == {"form": letter, "mark": mark(SHAPES, form)}
        for page in pages(output.data, tmp_path):
            assert page.count(mark(SHAPES, form)) == 1


@pytest.mark.parametrize("quiz", [LONG, SHAPES, SPANISH, EXAM], ids=lambda quiz: quiz.id)
def test_what_students_get_tells_nothing_of_the_key(quiz: Quiz) -> None:
    other = with_another_key(quiz)
    for form, changed in zip(quiz.forms, other.forms, strict=True):
        assert sheet(quiz, form, SETTINGS) == sheet(other, changed, SETTINGS)
        assert key(quiz, form, SETTINGS) != key(other, changed, SETTINGS)


def test_a_variant_stands_beside_its_paper_and_shares_its_key_and_its_mark() -> None:
    variants: tuple[Variant, ...] = ("large-print", "readable")
    usual = {output.name: output for output in pdf.export([SHAPES, EXAM], SETTINGS)}
    made = {
        output.name: output
        for output in pdf.export([SHAPES, EXAM], replace(SETTINGS, printing=Printing(variants=variants)))
    }
    added = {name: made[name] for name in made.keys() - usual.keys()}
    assert {name: made[name] for name in usual} == usual
    assert set(added) == {
        *(f"students/pdf/storms/quiz-{letter}-{variant}.pdf" for letter in "AB" for variant in variants),
        *(f"instructor/pdf/midterm/quiz-A-{variant}.pdf" for variant in variants),
    }
    assert len({output.data for output in made.values()}) == len(made)
    for name, output in added.items():
        beside = made[name.replace("-large-print", "").replace("-readable", "")]
        assert {**beside.about, "variant": name.partition("quiz-")[2][2:-4]} == output.about


def test_the_variants_are_the_same_everywhere() -> None:
    (option,) = (option for option in cli.commands["build"].params if option.name == "variants")
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == get_args(Variant) == tuple(VARIANTS)
    assert {look.text.size for look in VARIANTS.values()} == {18, 13}


def test_the_readable_variant_has_no_italics_and_none_has_another_order(tmp_path: Path) -> None:
    looks = {look.name: sheet(SHAPES, SHAPES.forms[0], SETTINGS, look) for look in (STANDARD, *VARIANTS.values())}
    assert "Italic" in about("pdffonts", looks["standard"], tmp_path)
    assert "Italic" not in about("pdffonts", looks["readable"], tmp_path)
    orders = {name: re.findall(r"\b(\d+)\. [A-Z]\w+", whole(data, tmp_path)) for name, data in looks.items()}
    assert len(orders["standard"]) >= len(ANSWERS)
    assert orders["standard"] == orders["large-print"] == orders["readable"]
