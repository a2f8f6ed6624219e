"""Sheets that are printed, filled in, scanned badly and read back by what the manifest says of them."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from typing import Any

import pytest
import zxingcpp

from quizgen.exporters.pdf.answer_sheet import codes
from quizgen.model import Paper
from quizgen.presenting import visible
from tests.exporters.pdf.answer_sheet.scanner import SCANS, Place, fill, read
from tests.exporters.pdf.answer_sheet.sheets import PAGES, QUIZZES, picture, printed, words

READ = [
    *(("hundred", paper, 1, 1, scan) for paper in ("letter", "a4") for scan in SCANS),
    *(("twenty", "letter", 0, 1, scan) for scan in SCANS),
    *(("mixed-m", "a4", 1, page, scan) for page in (1, 2) for scan in ("a little askew", "a photograph")),
    *((name, "letter", 0, 1, "turned left and coarse") for name in ("wide", "hostile", "storms")),
]


def answered(page: Mapping[str, Any], seed: str) -> set[tuple[str, int]]:
    """An answer to most items, several to some of those that take several."""
    rng = random.Random(seed)
    picked = set()
    for id in dict.fromkeys(bubble["item"] for bubble in page["bubbles"]):
        options = [bubble["option"] for bubble in page["bubbles"] if bubble["item"] == id]
        count = rng.randint(0, len(options)) if id in page["several"] else rng.choice((0, 1, 1, 1, 1))
        picked |= {(id, option) for option in rng.sample(options, count)}
    return picked


def letter_near(name: str, paper: Paper, form: int, page: int, spot: Mapping[str, Any]) -> Place:
    """Where the letter or digit of a bubble really is printed."""
    x, y = min(
        (word.centre for word in words(name, paper, form)[page - 1]),
        key=lambda place: (place[0] - spot["x"]) ** 2 + (place[1] - spot["y"]) ** 2,
    )
    return x, y


@pytest.mark.parametrize(("name", "paper", "form", "page", "scan"), READ)
def test_what_is_filled_is_read_and_nothing_else(name: str, paper: Paper, form: int, page: int, scan: str) -> None:
    told = printed(name, paper, form).pages[page - 1]
    picked = answered(told, f"{name} {paper} {scan}")
    number = "".join(random.Random(scan).choices("0123456789", k=8))
    spots = [bubble for bubble in told["bubbles"] if (bubble["item"], bubble["option"]) in picked]
    spots += [spot for spot in told["id_digits"] if number[spot["place"]] == str(spot["digit"])]
    places = [letter_near(name, paper, form, page, spot) for spot in spots]
    assert len(places) >= 8 + bool(picked)
    scanned = SCANS[scan].of(fill(picture(name, paper, form, page), places))
    found = read(scanned, told)
    assert found.filled == picked
    assert found.number == number
    assert found.code == told["code"]
    assert found.qr == told["qr"]
    letter = "AB"[form]
    mark = printed(name, paper, form).told["mark"]
    assert decoded(found.code) == (letter, page, hashlib.sha256(mark.encode()).hexdigest()[:6])
    assert found.qr.lower().split() == ["quizgen", "1", QUIZZES[name].id, letter.lower(), str(page), mark]
    assert mark == visible.mark(QUIZZES[name], QUIZZES[name].forms[form])


def decoded(code: str) -> tuple[str, int, str]:
    """What the boxes say: the form, the page, and the beginning of the hash of the mark."""
    held = int(code[:32], 2)
    assert codes.checksum(held.to_bytes(4, "big")) == int(code[32:], 2)
    return chr(ord("A") + (held >> 27)), held >> 24 & 7, f"{held & 0xFFFFFF:06x}"


@pytest.mark.parametrize("name", QUIZZES)
def test_the_qr_code_bears_a_seventh_of_it_spoilt(name: str) -> None:
    (code,) = zxingcpp.read_barcodes(picture(name, "letter", 0, 1))
    assert (code.text, code.ec_level) == (printed(name, "letter", 0).pages[0]["qr"], "M")


@pytest.mark.parametrize("scan", SCANS)
def test_an_empty_sheet_reads_as_empty(scan: str) -> None:
    for name in ("hundred", "wide"):
        found = read(SCANS[scan].of(picture(name, "letter", 0, 1)), printed(name, "letter", 0).pages[0])
        assert (found.filled, found.number) == (frozenset(), "")


def test_there_are_pages_to_read() -> None:
    assert {name: len(printed(name, "letter", 0).pages) for name in QUIZZES} == PAGES
    assert len(SCANS) >= 6
