"""The file around the pages: its structure, its bookmarks, and the table that finds each object."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from quizgen import wording
from quizgen.exporters.pdf.drawing import Drawing, Properties
from quizgen.exporters.pdf.file import Structure
from quizgen.exporters.pdf.setting import lines
from quizgen.exporters.pdf.styles import STANDARD
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import literal
from quizgen.model import Form, Part, Placed
from tests.exporters.pdf.printing import Make, key_of, paper_of
from tests.exporters.pdf.reading import about
from tests.exporters.pdf.samples import NAMES, Built
from tests.quizzes import ANSWERS, every_shape, question

PROPERTIES = Properties("Storms", "Islands", "Ibarra", "en", 0)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return list(found) if isinstance(found, list) else [found]


def contents(element: Any, page: Any = None) -> Iterator[tuple[Any, int]]:
    """The page and number of each text below a part of the structure, in order."""
    page = element.raw_get("/Pg") if "/Pg" in element else page
    for one in kids(element):
        kid: Any = one.get_object() if isinstance(one, IndirectObject) else one
        if isinstance(kid, int):
            yield page.idnum, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.raw_get("/Pg").idnum, kid["/MCID"]
        else:
            yield from contents(kid, page)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_belongs_to_a_part_or_is_decoration(name: str, built: Built) -> None:
    reader = PdfReader(io.BytesIO(built[name]), strict=True)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    tree = root["/StructTreeRoot"]
    listed = list(contents(tree["/K"]))
    drawn: list[tuple[int, int]] = []
    page: Any
    parents = dict(zip(*[iter(tree["/ParentTree"]["/Nums"])] * 2, strict=True))
    for number, page in enumerate(reader.pages):
        assert page["/StructParents"] == number
        data = page.get_contents()
        assert data is not None
        depth, marked = 0, []
        for operands, operator in data.operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
                if operator == b"BDC":
                    marked.append(operands[1]["/MCID"])
            elif operator == b"EMC":
                depth -= 1
            elif operator in (b"Tj", b"TJ", b"S", b"B", b"Do"):
                assert depth == 1, "a text or a line is marked as what it is, once"
        assert marked == list(range(len(marked)))
        assert len(parents[number].get_object()) == len(marked)
        assert page.indirect_reference is not None
        drawn += [(page.indirect_reference.idnum, mark) for mark in marked]
    assert sorted(listed) == sorted(drawn)
    assert len(drawn) > 5


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_that_it_is_tagged_and_nothing_more(name: str, built: Built, tmp_path: Path) -> None:
    told = about("pdfinfo", built[name], tmp_path)
    assert re.search(r"Tagged: +yes", told)
    assert "PDF/UA" not in told


def test_bookmarks_lead_to_items(built: Built) -> None:
    reader = PdfReader(io.BytesIO(built["letter/long/quiz-A.pdf"]))
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    assert [mark.title for mark in marks] == [str(number) for number in range(1, 61)]
    for mark in marks:
        number = reader.get_destination_page_number(mark)
        assert number is not None
        assert f"{mark.title}." in reader.pages[number].extract_text()


def test_bookmarks_of_parts_hold_those_of_their_items() -> None:
    drawing = Drawing(PROPERTIES, (300, 300))
    for title, level in (("0", 1), ("00", 1), ("Choose", 0), ("1", 1), ("2", 1), ("¿Argüir?", 0), ("3", 1)):
        drawing.bookmark(title, 200, level)
    drawing.end_page()
    outline: list[Any] = PdfReader(io.BytesIO(drawing.data()), strict=True).outline
    told = [[one["/Title"] for one in mark] if isinstance(mark, list) else mark["/Title"] for mark in outline]
    assert told == ["0", "00", "Choose", ["1", "2"], "¿Argüir?", ["3"]]


@pytest.mark.parametrize("made_by", [paper_of, key_of])
@pytest.mark.parametrize("instructions", [None, "Argue."])
def test_items_of_a_part_without_a_title_lie_under_no_other_part(made_by: Make, instructions: str | None) -> None:
    first, second, third = (Placed(number, question(id)) for number, id in enumerate(list(ANSWERS)[:3], 1))
    parts = (Part((first,)), Part((second,), "Choose"), Part((third,), None, instructions))
    quiz = replace(every_shape(1), forms=(Form("A", parts),))
    outline: list[Any] = PdfReader(io.BytesIO(made_by(quiz)), strict=True).outline
    told = [[one["/Title"] for one in mark] if isinstance(mark, list) else mark["/Title"] for mark in outline]
    assert told == ["1", "Choose", ["2"], "3"]


def test_what_is_written_in_the_properties_breaks_no_file(tmp_path: Path) -> None:
    evil = Properties("@@TagsRoot 0 R (\\ ) >> endobj @MarksRoot", "@@TagsRoot", "(", "en", 0)
    drawing = Drawing(evil, (300, 300))
    drawing.text(20, 200, lines(literal("@@TagsRoot (a) \\ (b"), STANDARD.text, 200), STANDARD.text, tag=Tag("P"))
    drawing.bookmark("@MarksRoot ) (", 200)
    drawing.end_page()
    data = drawing.data()
    assert "No syntax or stream encoding errors" in about("qpdf", data, tmp_path, "--check")
    reader = PdfReader(io.BytesIO(data), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == evil.title
    (mark,) = reader.outline
    assert isinstance(mark, Destination)
    assert mark.title == "@MarksRoot ) ("
    assert "@@TagsRoot (a) \\ (b" in reader.pages[0].extract_text()


def test_a_file_without_tags_is_sound_too(tmp_path: Path) -> None:
    drawing = Drawing(PROPERTIES, (300, 300), tagged=False)
    drawing.text(20, 200, lines(literal("Storms"), STANDARD.text, 200), STANDARD.text, tag=Tag("P"))
    drawing.rule(20, 100, 150)
    drawing.end_page()
    data = drawing.data()
    assert "No syntax or stream encoding errors" in about("qpdf", data, tmp_path, "--check")
    assert re.search(r"Tagged: +no", about("pdfinfo", data, tmp_path))
    assert "Storms" in PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_a_part_stands_where_its_first_text_does() -> None:
    structure = Structure()
    first, second = Tag("P"), Tag("P")
    assert [structure.content(tag) for tag in (second, first, second)] == [0, 1, 2]
    structure.end_page()
    objects = list(structure.objects(10, [3]))
    assert len(objects) == len(structure) == 2 + 3 + 1
    assert objects[3] == "<</S/P/P 12 0 R/Pg 3 0 R/K[0 2]>>"


def test_words_that_are_read_aloud_are_those_of_the_language(built: Built) -> None:
    for name, words in (("letter/islas/quiz-A.pdf", wording.ES), ("letter/storms/quiz-A.pdf", wording.EN)):
        assert str(PdfReader(io.BytesIO(built[name])).root_object["/Lang"]) == words.code


def said(data: bytes, folder: Path) -> list[str]:
    """The text of each part, one that has several put together."""
    told = about("pdfinfo", data, folder, "-struct-text")
    runs = re.findall(r'(?:^ *".*"\n)+', told, re.MULTILINE)
    return ["".join(re.findall(r'^ *"(.*)"$', run, re.MULTILINE)) for run in runs]


def test_texts_of_one_part_are_kept_apart(built: Built, tmp_path: Path) -> None:
    paper, key, keys = (said(built[f"letter/storms/{name}.pdf"], tmp_path) for name in ("quiz-A", "key-A", "keys"))
    assert "Form A" in paper
    assert "Who governs the island? (Write a word or phrase.) 1 pt" in paper
    assert "Key A" in key
    (choice,) = (text for text in key if "why-a-fund" in text)
    assert re.search(r"\? +why-a-fund 1 pt Answer [A-D] So that .* [A-D] So that .* Why The brief says so", choice)
    assert [text for text in keys if re.fullmatch(r"[AB] [2-9b-z]{7}", text)]


def test_a_word_that_goes_on_in_another_text_of_its_part_is_not_parted(tmp_path: Path) -> None:
    drawing, tag = Drawing(PROPERTIES, (300, 300)), Tag("P")
    made = lines(literal("x" * 40 + " y"), STANDARD.text, 100)
    for index, line in enumerate(made):
        drawing.text(20, 200 - 20 * index, [line], STANDARD.text, tag=tag)
    drawing.end_page()
    assert len(made) > 2
    assert said(drawing.data(), tmp_path) == ["x" * 40 + " y"]
