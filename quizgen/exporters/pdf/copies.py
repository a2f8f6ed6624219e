"""All papers of a class in one file to print: the forms in turn, each copy whole, each beginning on a fresh sheet.

Printed on both sides, a copy that ends on a front has a blank back, which says that it is left blank. What is printed
on the pages is in the file once for each form, however many copies there are; where answer sheets are asked for, each
copy has its form's behind it. It is for the printer alone, and not tagged for those who listen.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen import wording
from quizgen.exporters.pdf.answer_sheet import answer_sheet
from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.page import MARGIN, Document
from quizgen.exporters.pdf.repeating import repeated
from quizgen.exporters.pdf.setting import lines
from quizgen.exporters.pdf.sheet import blocks
from quizgen.exporters.pdf.text import literal
from quizgen.model import Form, Quiz, Settings


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of a quiz's forms: as a file, and as the manifest tells of it."""

    data: bytes
    about: Mapping[str, object]


def copies(quiz: Quiz, settings: Settings) -> Copies:
    """As many copies as are asked for, of the forms of a quiz in turn, of which it has one at least."""
    count = settings.printing.copies
    used = quiz.forms[:count]  # of the others there is no copy
    documents = {form.letter: _document(quiz, form, settings) for form in used}
    first = documents[used[0].letter]
    whole = replace(first, form=_named(first, used, count))
    drawing = whole.drawing()
    # printed on both sides unless someone asks for another way
    drawing.canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
    pages = {form.letter: _pages(quiz, form, documents[form.letter], settings, drawing) for form in used}
    order = [page for letter in itertools.islice(itertools.cycle(pages), count) for page in pages[letter]]
    marks = {letter: document.mark for letter, document in documents.items()}
    return Copies(repeated(drawing.canvas, order), {"copies": count, "marks": marks})


def _document(quiz: Quiz, form: Form, settings: Settings) -> Document:
    return replace(Document.of(quiz, form, wording.for_language(quiz.language), settings), tagged=False)


def _named(document: Document, forms: Sequence[Form], count: int) -> str:
    """What the file's title says of it: which forms, and how many copies."""
    words = document.words
    several = words.forms.format(first=forms[0].letter, last=forms[-1].letter)
    return f"{several if len(forms) > 1 else document.form}, {words.copies.format(count=count)}"


def _pages(quiz: Quiz, form: Form, document: Document, settings: Settings, drawing: Drawing) -> range:
    """Draw the pages of a copy, the paper and the answer sheet each on sheets of its own; their numbers in the file."""
    first = drawing.pages + 1
    document.draw(drawing, blocks(quiz, form, document.frame(form)))
    _turn_sheet(drawing, document)
    if settings.printing.answer_sheet:
        answer_sheet(quiz, form, settings).draw(drawing)
        _turn_sheet(drawing, document)
    return range(first, drawing.pages + 1)


def _turn_sheet(drawing: Drawing, document: Document) -> None:
    """Begin a fresh sheet; where the last page is a front, its back says that it is left blank."""
    if drawing.pages % 2 == 0:
        return
    style = replace(document.look.guide, align="centre")
    told = lines(literal(document.words.left_blank), style, document.width)
    drawing.text(MARGIN, drawing.size[1] / 2, told, style, document.width)
    drawing.end_page()
