"""What a sheet says of itself to a machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.exporters.pdf.answer_sheet import codes, markers
from quizgen.model import Choices, Form, Part
from tests.exporters.pdf.answer_sheet.scanner import OPENCV
from tests.exporters.pdf.answer_sheet.sheets import HUNDRED
from tests.exporters.pdf.printing import one_form
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import SHAPES


def test_the_checksum_is_the_one_it_says() -> None:
    assert codes.checksum(b"123456789") == 0xF4  # the check value of CRC-8/SMBUS in the catalogue of CRCs


def test_the_bits_hold_form_page_and_mark() -> None:
    bits = codes.bits("C", 2, "3f9a2c71")
    assert bits[:32] == "00010" + "010" + "001111111001101000101100"
    assert int(bits[32:], 2) == codes.checksum(bytes.fromhex("123f9a2c"))
    every = {codes.bits(form, page, mark) for form in "AZ" for page in (1, 4) for mark in ("00000000", "ffffffff")}
    assert len(every) == 8
    assert {len(bits) for bits in every} == {codes.BITS}
    assert not every & {"0" * codes.BITS, "1" * codes.BITS}


@pytest.mark.parametrize("bit", range(codes.BITS))
def test_a_box_that_is_misread_is_noticed(bit: int) -> None:
    sound = int(codes.bits("B", 1, "3f9a2c71"), 2)
    read = sound ^ 1 << bit
    assert codes.checksum((read >> 8).to_bytes(4, "big")) != read & 0xFF


def test_the_mark_is_of_what_a_form_asks_and_not_of_its_key() -> None:
    rekeyed = with_another_key(SHAPES)
    for form, other in zip(SHAPES.forms, rekeyed.forms, strict=True):
        assert codes.content_mark(SHAPES, form) == codes.content_mark(rekeyed, other)


def test_the_mark_tells_forms_quizzes_and_whatever_is_asked_apart() -> None:
    quiz = one_form(HUNDRED, "A")
    (form,) = quiz.forms
    first, second, *rest = form.placed
    answer = first.question.answer
    assert isinstance(answer, Choices)
    reworded = replace(first, question=replace(first.question, stem="Something else?"))
    turned = replace(first, question=replace(first.question, answer=replace(answer, options=answer.options[::-1])))
    several = replace(first, question=replace(first.question, answer=replace(answer, multiple=True)))
    changed = [
        *(Form("A", (Part((one, second, *rest)),)) for one in (reworded, turned, several)),
        Form("A", (Part((second, first, *rest)),)),
        Form("A", (Part((first, second)),)),
        Form("B", form.parts),
        HUNDRED.forms[1],
    ]
    marks = {codes.content_mark(quiz, one) for one in (form, *changed)}
    marks.add(codes.content_mark(replace(quiz, id="another"), form))
    assert len(marks) == 9


def test_the_qr_code_has_coarse_squares() -> None:
    text = codes.payload("midterm", "A", 1, "3f9a2c71")
    assert text == "QUIZGEN 1 MIDTERM A 1 3F9A2C71"
    assert len(codes.qr(text)) == 25
    assert len(codes.qr(codes.payload("x" * 80, "Z", 4, "ffffffff"))) <= 37  # of the longest id that there can be


def test_the_markers_are_those_of_opencv() -> None:
    assert len(markers.PATTERNS) == 4
    for id, (first, second) in enumerate(OPENCV):
        assert markers.PATTERNS[id] == f"{first:08b}{second:08b}"
        cells = set(markers.white(id))
        assert len(cells) == markers.PATTERNS[id].count("1")
        assert all(1 <= column <= 4 and 1 <= row <= 4 for column, row in cells)
