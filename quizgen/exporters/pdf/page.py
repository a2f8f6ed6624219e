"""The document: paper, margins, running header, footer and properties; blocks fill its pages from the top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.units import mm

from quizgen import markup
from quizgen.exporters.pdf.block import Block, Cell, Row
from quizgen.exporters.pdf.drawing import Drawing, Properties
from quizgen.exporters.pdf.frame import Frame
from quizgen.exporters.pdf.paginating import paginate
from quizgen.exporters.pdf.setting import width_in_one_line
from quizgen.exporters.pdf.styles import STANDARD, Look, Style
from quizgen.exporters.pdf.text import Text, literal
from quizgen.model import Form, Paper, Quiz, Settings
from quizgen.presenting import visible
from quizgen.wording import Wording

MARGIN = 20 * mm
"""On all sides: the holes of a punch reach 17 mm in at most, on either side of a sheet, whichever way it is turned."""
_HEADER = 10 * mm
"""From the paper's upper edge to the top of the running header."""
_FOOTER = 11 * mm
"""From the paper's lower edge to the bottom of the footer."""
_SIZES = {"letter": pagesizes.LETTER, "a4": pagesizes.A4}


@dataclass(frozen=True, slots=True)
class Document:
    """What is the same on every page of a file: `name` is the quiz's title, with the word for a key before it.

    `mark` is what the footer ends in, so that a page can be told from that of another printing; empty for none. A key
    has that of the paper it belongs to. `on_sheet` says that there is an answer sheet to mark on.
    """

    name: str
    form: str
    author: str
    subject: str
    language: str
    paper: Paper
    time: int
    words: Wording
    look: Look = STANDARD
    mark: str = ""
    tagged: bool = True
    on_sheet: bool = False

    @classmethod
    def of(
        cls,
        quiz: Quiz,
        form: Form,
        words: Wording,
        settings: Settings,
        look: Look = STANDARD,
        *,
        key: bool = False,
        mark: str | None = None,
    ) -> Document:
        """The student's paper of a form, or with `key` its key; its mark is made of the form where none is given."""
        title = markup.plain(quiz.title)
        return cls(
            name=f"{words.key} · {title}" if key else title,
            form=f"{words.form} {form.letter}",
            author=markup.plain(quiz.course_title),
            subject="; ".join(dict.fromkeys(author for brief in quiz.briefs for author in brief.authors)),
            language=quiz.language,
            paper=settings.paper,
            time=settings.time,
            words=words,
            look=look,
            mark=visible.mark(quiz, form) if mark is None else mark,
            on_sheet=settings.printing.answer_sheet and not key,
        )

    @property
    def width(self) -> float:
        """The width of the type area."""
        return type_width(self.paper)

    @property
    def height(self) -> float:
        """The height of the type area."""
        return float(_SIZES[self.paper][1] - 2 * MARGIN)

    def frame(self, form: Form) -> Frame:
        """What the blocks of a form are made for."""
        return Frame.of(self.look, self.words, self.width, form, on_sheet=self.on_sheet)

    def pdf(self, blocks: Iterable[Block]) -> bytes:
        """The blocks as a PDF file."""
        drawing = self.drawing()
        self.draw(drawing, blocks)
        return drawing.data()

    def drawing(self) -> Drawing:
        """The file without its pages."""
        properties = Properties(f"{self.name} ({self.form})", self.author, self.subject, self.language, self.time)
        return Drawing(properties, _SIZES[self.paper], tagged=self.tagged)

    def draw(self, drawing: Drawing, blocks: Iterable[Block]) -> int:
        """Draw the blocks on pages of their own, counted by themselves; how many there are."""
        before, count = drawing.pages, 0
        for count, page in enumerate(paginate(blocks, self.height), 1):  # drawn as they are filled: there may be many
            self._draw(drawing, page)
            if count > 1:
                self._draw_header(drawing)
            drawing.end_page()
        for number in range(1, count + 1):
            with drawing.reopened(before + number):
                self._draw_footer(drawing, number, count)
        return count

    def _draw(self, drawing: Drawing, blocks: Sequence[Block]) -> None:
        top = drawing.size[1] - MARGIN
        for index, block in enumerate(blocks):
            top -= block.above if index else 0
            block.draw(drawing, MARGIN, top)
            top -= block.height

    def _draw_header(self, drawing: Drawing) -> None:
        """The title at the left, the form at the right, over a hairline."""
        top, width = drawing.size[1] - _HEADER, self.width
        form = literal(self.form)
        room = width - width_in_one_line(form, self.look.fine) - 12
        row = Row.of(
            Cell.of(0, room + 6, clipped(self.name, self.look.fine, room), self.look.fine),
            Cell.of(room, width - room, form, self.look.fine_right),
        )
        row.draw(drawing, MARGIN, top)
        drawing.rule(MARGIN, MARGIN + width, top - row.height - 2)

    def _draw_footer(self, drawing: Drawing, number: int, count: int) -> None:
        place = self.words.page_of.format(page=number, pages=count)
        rest = literal(" · ".join(("", self.form, place, *([self.mark] if self.mark else []))))
        width = self.width
        name = clipped(self.name, self.look.fine, width - width_in_one_line(rest, self.look.fine) - 6)
        row = Row.of(Cell.of(0, width, name + rest, self.look.fine_centred))
        row.draw(drawing, MARGIN, _FOOTER + row.height)


def type_width(paper: Paper) -> float:
    """The width of the type area on a paper."""
    return float(_SIZES[paper][0] - 2 * MARGIN)


def clipped(text: str, style: Style, room: float) -> Text:
    """As much of a text as one line holds, with … where something is left out."""
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
