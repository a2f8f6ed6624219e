"""What a sheet says of itself to a machine."""

from __future__ import annotations

import pytest

from quizgen.exporters.pdf.answer_sheet import codes, markers
from tests.exporters.pdf.answer_sheet.scanner import OPENCV


def test_the_checksum_is_the_one_it_says() -> None:
    assert codes.checksum(b"123456789") == 0xF4  # the check value of CRC-8/SMBUS in the catalogue of CRCs


def test_the_bits_hold_form_page_and_mark() -> None:
    bits = codes.bits("C", 2, "abc")  # whose SHA-256, in FIPS 180-2, begins with ba7816
    assert bits[:32] == "00010" + "010" + "101110100111100000010110"
    assert int(bits[32:], 2) == codes.checksum(bytes.fromhex("12ba7816"))
    every = {codes.bits(form, page, mark) for form in "AZ" for page in (1, 4) for mark in ("bcdfghj", "bcdfghk")}
    assert len(every) == 8
    assert {len(bits) for bits in every} == {codes.BITS}
    assert not every & {"0" * codes.BITS, "1" * codes.BITS}


@pytest.mark.parametrize("bit", range(codes.BITS))
def test_a_box_that_is_misread_is_noticed(bit: int) -> None:
    sound = int(codes.bits("B", 1, "bcd2345"), 2)
    read = sound ^ 1 << bit
    assert codes.checksum((read >> 8).to_bytes(4, "big")) != read & 0xFF


def test_the_qr_code_has_coarse_squares() -> None:
    text = codes.payload("midterm", "A", 1, "bcd2345")
    assert text == "QUIZGEN 1 MIDTERM A 1 BCD2345"
    assert len(codes.qr(text)) == 25
    assert len(codes.qr(codes.payload("x" * 80, "Z", 4, "zzzzzzz"))) <= 37  # of the longest id that there can be


def test_the_markers_are_those_of_opencv() -> None:
    assert len(markers.PATTERNS) == 4
    for id, (first, second) in enumerate(OPENCV):
        assert markers.PATTERNS[id] == f"{first:08b}{second:08b}"
        cells = set(markers.white(id))
        assert len(cells) == markers.PATTERNS[id].count("1")
        assert all(1 <= column <= 4 and 1 <= row <= 4 for column, row in cells)
