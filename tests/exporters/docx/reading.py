"""Documents read back: paragraphs in order, each with the number or letter that Word would give it."""

from __future__ import annotations

import io
import string
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from quizgen.exporters import docx as exporter
from quizgen.model import Quiz, Settings
from tests.quizzes import SETTINGS


@dataclass(frozen=True)
class Read:
    """A paragraph: the id of its style, its letters, its number as shown, whether it stays with the next."""

    style: str
    text: str
    label: str
    keeps: bool
    paragraph: Paragraph


def files(quiz: Quiz, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {output.name: output.data for output in exporter.export([quiz], settings)}


def paper_and_key(quiz: Quiz, letter: str = "A", settings: Settings = SETTINGS) -> tuple[Word, Word]:
    """The documents of a form."""
    made = {name.rpartition("/")[2]: data for name, data in files(quiz, settings).items()}
    return opened(made[f"quiz-{letter}.docx"]), opened(made[f"key-{letter}.docx"])


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Word) -> list[Read]:
    """All paragraphs, those of tables too, as Word counts them."""
    counters: dict[tuple[int, int], int] = {}
    return [_read(paragraph, document, counters) for paragraph in _all(document)]


def _all(document: Word) -> Iterator[Paragraph]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield block


def _read(paragraph: Paragraph, document: Word, counters: dict[tuple[int, int], int]) -> Read:
    style = paragraph.style
    assert isinstance(style, ParagraphStyle)
    keeps = paragraph.paragraph_format.keep_with_next
    inherited = next((one for s in _chain(style) if (one := s.paragraph_format.keep_with_next) is not None), False)
    label = _label(style, document, counters)
    return Read(style.style_id, paragraph.text, label, inherited if keeps is None else keeps, paragraph)


def _chain(style: ParagraphStyle) -> Iterator[ParagraphStyle]:
    """A style and those it is based on."""
    based: ParagraphStyle | None = style
    while based is not None:
        yield based
        base = based.base_style
        assert base is None or isinstance(base, ParagraphStyle)
        based = base


def _label(style: ParagraphStyle, document: Word, counters: dict[tuple[int, int], int]) -> str:
    """Count on, and begin anew what stands below this level."""
    for one in _chain(style):
        for place in one.element.xpath("./w:pPr/w:numPr"):
            number = int(place.find(qn("w:numId")).get(qn("w:val")))
            level = int(place.find(qn("w:ilvl")).get(qn("w:val")))
            counters[number, level] = counters.get((number, level), 0) + 1
            for key in list(counters):
                if key[0] == number and key[1] > level:
                    del counters[key]
            return _shown(document, number, level, counters[number, level])
    return ""


def _shown(document: Word, number: int, level: int, count: int) -> str:
    numbering = document.part.numbering_part.element
    (abstract,) = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    (found,) = numbering.xpath(f"./w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']")
    form, text = (found.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("numFmt", "lvlText"))
    letter = string.ascii_uppercase[(count - 1) % 26] * ((count - 1) // 26 + 1)
    said = {"decimal": f"{count}", "upperLetter": letter}[form]
    return str(text).replace(f"%{level + 1}", said)


def items(document: Word) -> list[list[Read]]:
    """The items of a document, each with its stem first."""
    found: list[list[Read]] = []
    for read in paragraphs(document):
        if read.style in ("Question", "Cloze"):
            found.append([])
        elif read.style in ("Heading1", "Instructions"):
            continue
        if found:
            found[-1].append(read)
    return found
