"""The document: paper, margins, running header, footer and properties; blocks fill its pages from the top."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from quizgen import markup
from quizgen.exporters.pdf import fonts
from quizgen.exporters.pdf.block import Block, Cell, Row, paginate, width_in_one_line
from quizgen.exporters.pdf.fonts import literal
from quizgen.exporters.pdf.styles import FINE, FINE_CENTRED, FINE_RIGHT, HAIRLINE
from quizgen.model import Form, Paper, Quiz, Settings
from quizgen.wording import Wording

MARGIN = 20 * mm
_HEADER = 10 * mm
"""From the paper's upper edge to the top of the running header."""
_FOOTER = 11 * mm
"""From the paper's lower edge to the bottom of the footer."""
_SIZES = {"letter": pagesizes.LETTER, "a4": pagesizes.A4}


@dataclass(frozen=True, slots=True)
class Document:
    """What is the same on every page of a file: `name` is the quiz's title, with the word for a key before it."""

    name: str
    form: str
    author: str
    language: str
    paper: Paper
    time: int
    words: Wording

    @classmethod
    def of(cls, quiz: Quiz, form: Form, words: Wording, settings: Settings, *, key: bool = False) -> Document:
        """The student's paper of a form, or with `key` its key."""
        title = markup.plain(quiz.title)
        return cls(
            name=f"{words.key} · {title}" if key else title,
            form=f"{words.form} {form.letter}",
            author=markup.plain(quiz.course_title),
            language=quiz.language,
            paper=settings.paper,
            time=settings.time,
            words=words,
        )

    @property
    def width(self) -> float:
        """The width of the type area."""
        return type_width(self.paper)

    def pdf(self, blocks: Iterable[Block]) -> bytes:
        """The blocks as a PDF file."""
        _, height = _SIZES[self.paper]
        pages = paginate(blocks, height - 2 * MARGIN)
        file = io.BytesIO()
        canvas = self._canvas(file)
        for number, page in enumerate(pages, 1):
            self._draw(canvas, page, number, len(pages))
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _canvas(self, file: io.BytesIO) -> Canvas:
        canvas = Canvas(
            file,
            pagesize=_SIZES[self.paper],
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.BODY,  # its own is Helvetica, which would not be embedded
            lang=self.language,
        )
        moment = time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(self.time))
        canvas.setDateFormatter(lambda *_: moment)
        # it starts from SOURCE_DATE_EPOCH, and the file's identifier should come from what is in the file
        canvas._doc.signature = hashlib.md5(f"{self.name} {self.form} {moment}".encode(), usedforsecurity=False)
        canvas.setTitle(f"{self.name} ({self.form})")
        canvas.setAuthor(self.author)
        canvas.setSubject(self.author)
        canvas.setCreator("quizgen")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    def _draw(self, canvas: Canvas, blocks: Sequence[Block], number: int, count: int) -> None:
        top = _SIZES[self.paper][1] - MARGIN
        for index, block in enumerate(blocks):
            top -= block.above if index else 0
            block.draw(canvas, MARGIN, top)
            top -= block.height
        self._draw_footer(canvas, number, count)
        if number > 1:
            self._draw_header(canvas)

    def _draw_header(self, canvas: Canvas) -> None:
        """The title at the left, the form at the right, over a hairline."""
        top = _SIZES[self.paper][1] - _HEADER
        form = literal(self.form)
        room = self.width - width_in_one_line(form, FINE) - 12
        row = Row.of(
            Cell.of(0, room + 6, clipped(self.name, FINE, room), FINE),
            Cell.of(room, self.width - room, form, FINE_RIGHT),
        )
        row.draw(canvas, MARGIN, top)
        canvas.setLineWidth(HAIRLINE)
        canvas.line(MARGIN, top - row.height - 2, MARGIN + self.width, top - row.height - 2)

    def _draw_footer(self, canvas: Canvas, number: int, count: int) -> None:
        place = self.words.page_of.format(page=number, pages=count)
        rest = literal(f" · {self.form} · {place}")
        name = clipped(self.name, FINE, self.width - width_in_one_line(rest, FINE) - 6)
        row = Row.of(Cell.of(0, self.width, name + rest, FINE_CENTRED))
        row.draw(canvas, MARGIN, _FOOTER + row.height)


def type_width(paper: Paper) -> float:
    """The width of the type area on a paper."""
    return float(_SIZES[paper][0] - 2 * MARGIN)


def clipped(text: str, style: ParagraphStyle, room: float) -> str:
    """As much of a text as one line holds, marked up, with … where something is left out."""
    if width_in_one_line(literal(text), style) <= room:
        return literal(text)
    fits, too_much = 0, len(text)
    while too_much - fits > 1:
        middle = (fits + too_much) // 2
        if width_in_one_line(literal(text[:middle] + "…"), style) <= room:
            fits = middle
        else:
            too_much = middle
    return literal(text[:fits].rstrip() + "…")
