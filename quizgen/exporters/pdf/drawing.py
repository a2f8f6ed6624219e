"""A PDF file in the making: what is drawn on its pages, each text tagged with what it is, and all else as decoration.

It writes the operators of a page itself, as few as there can be, into a reportlab canvas, which brings the typefaces
and the file. All measures are in points, from the lower left corner of the paper.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from quizgen.exporters.pdf import fonts
from quizgen.exporters.pdf.encoding import Encoding
from quizgen.exporters.pdf.faces import SERIF
from quizgen.exporters.pdf.file import Outline, Structure, written
from quizgen.exporters.pdf.setting import Line, Piece, widths
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag

rl_config.useA85 = 0  # page contents as they are: a fifth smaller than as letters

THIN = 0.7
"""The weight of lines: thinner ones may not outlast a photocopier."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, of its radius."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file tells of itself; `time` is in seconds since 1970, UTC."""

    title: str
    author: str
    subject: str
    language: str
    time: int


class Drawing:
    """The pages of a file, drawn one after the other. Without `tagged` it has no structure."""

    def __init__(self, properties: Properties, size: tuple[float, float], *, tagged: bool = True) -> None:
        self.canvas = _canvas(properties, size)
        self.size = size
        self.structure = Structure()
        self.outline = Outline()
        self._tagged = tagged
        self._in_text = False
        self._left = self._baseline = 0.0
        self._tag: Tag | None = None
        self._said: dict[Tag, bool] = {}  # the parts that have a text, and whether it goes on within a word
        self._encoding = Encoding(self.canvas)
        self._forget()

    def _forget(self) -> None:
        """Take nothing for set, as at the start of a page and where something else was drawn in between."""
        self._face, self._size, self._leading, self._weight = "", 0.0, 0.0, 0.0

    def text(
        self,
        left: float,
        baseline: float,
        lines: Sequence[Line],
        style: Style,
        width: float = 0,
        tag: Tag | None = None,
    ) -> None:
        """Draw lines from the first one's baseline down, in a column `width` wide; without a tag, as decoration."""
        if not lines:
            return
        self._begin_text()
        self._begin_content(tag)
        if self._tagged and tag:
            if self._said.get(tag) is False:
                self._space_before(lines[0].pieces[0], left, baseline)
            self._said[tag] = lines[-1].broken
        self._lines(lines, left, baseline, style, width)
        self._end_content()
        for index, line in enumerate(lines):
            if any(piece.blank for piece in line.pieces):
                self._blanks(line, left, baseline - index * style.leading)

    def _begin_content(self, tag: Tag | None, instead: str = "") -> None:
        """Begin a text that belongs to a part; `instead` is what is read and copied in its place."""
        self._tag = tag
        if self._tagged and tag:
            told = f"/ActualText ({instead})" if instead else ""
            self._add(f"/{tag.role} <</MCID {self.structure.content(tag)}{told}>> BDC")
        elif self._tagged:
            self._add("/Artifact BMC")

    def _end_content(self) -> None:
        if self._tagged:
            self._add("EMC")

    def _space_before(self, piece: Piece, left: float, baseline: float) -> None:
        """Keep a text from the one before it in its part: to those who listen or copy they would run together."""
        self._move(left - widths(piece.face)[" "] * piece.size, baseline)
        self._letters(piece, " ")

    def _lines(self, lines: Sequence[Line], left: float, baseline: float, style: Style, width: float) -> None:
        """Show lines one below the other, with a space behind each that does not end within a word."""
        last = len(lines) - 1
        for index, line in enumerate(lines):
            if style.align != "left":
                self._move(left + (width - line.width) / (2 if style.align == "centre" else 1), baseline)
            elif not index:
                self._move(left, baseline)
            else:
                self._down(style.leading)
            baseline -= style.leading
            ends = len(line.pieces) - 1
            for place, piece in enumerate(line.pieces):
                behind = " " if place == ends and index < last and not line.broken else ""
                if piece.blank:
                    self._gap(piece)
                text = behind if piece.blank else piece.text + behind
                if text:
                    self._letters(piece, text)

    def _move(self, left: float, baseline: float) -> None:
        left, baseline = round(left, 2), round(baseline, 2)
        self._add(f"{left - self._left:.2f} {baseline - self._baseline:.2f} Td")
        self._left, self._baseline = left, baseline

    def _down(self, leading: float) -> None:
        if leading != self._leading:
            self._add(f"{_figure(leading)} TL")
            self._leading = leading
        self._add("T*")
        self._baseline -= leading

    def _letters(self, piece: Piece, text: str) -> None:
        for name, letters in self._encoding.parts(piece.face, text):
            self._set(name, piece.size)
            self._add(f"({letters}) Tj")

    def _set(self, name: str, size: float) -> None:
        """Switch to a face and size, where these are not set."""
        if name != self._face or size != self._size:
            self._add(f"{name} {_figure(size)} Tf")
            self._face, self._size = name, size

    def _gap(self, piece: Piece) -> None:
        """Leave room for a blank, and say that there is one to those who listen or copy."""
        self._set(self._encoding.name(piece.face), piece.size)
        beyond = (piece.width / piece.size - widths(piece.face)[" "]) * 1000
        tag = self._tag
        self._end_content()
        self._begin_content(Tag("Span", tag) if tag else None, piece.text)
        self._add(f"[( ) {-beyond:.0f}] TJ")
        self._end_content()
        self._begin_content(tag)

    def _blanks(self, line: Line, left: float, baseline: float) -> None:
        for piece in line.pieces:
            if piece.blank:
                self.rule(left, left + piece.width, baseline - 2)
            left += piece.width

    def _begin_text(self) -> None:
        if not self._in_text:
            self._add("BT")
            self._in_text, self._left, self._baseline = True, 0.0, 0.0

    def _end_text(self) -> None:
        if self._in_text:
            self._add("ET")
            self._in_text = False

    def rule(self, left: float, right: float, height: float, weight: float = THIN) -> None:
        """Draw a level line."""
        self.line(left, height, right, height, weight)

    def line(self, left: float, start: float, right: float, end: float, weight: float) -> None:
        """Draw a line from one point to another."""
        self.decorate(f"{_figure(left)} {_figure(start)} m {_figure(right)} {_figure(end)} l S", weight)

    def rectangle(
        self, left: float, bottom: float, width: float, height: float, weight: float = THIN, *, filled: bool = False
    ) -> None:
        """Draw a frame, or a black surface."""
        sides = " ".join(map(_figure, (left, bottom, width, height)))
        self.decorate(f"{sides} re {'B' if filled else 'S'}", weight)

    def ring(self, middle: float, height: float, radius: float, weight: float = THIN, *, filled: bool = False) -> None:
        """Draw a circle round a point."""
        place, ink = f"{_figure(middle)} {_figure(height)}", "B" if filled else "S"
        self.decorate(f"q 1 0 0 1 {place} cm {_circle(radius)} {ink} Q", weight)

    def decorate(self, operators: str, weight: float) -> None:
        """Draw lines `weight` thick that say nothing to those who listen."""
        self._end_text()
        if weight != self._weight:
            operators = f"{_figure(weight)} w {operators}"
            self._weight = weight
        self._add(f"/Artifact BMC {operators} EMC" if self._tagged else operators)

    @contextlib.contextmanager
    def freely(self) -> Iterator[Canvas]:
        """Draw with the canvas itself what says nothing to those who listen, such as a code of squares."""
        self._end_text()
        self._add("/Artifact BMC q" if self._tagged else "q")
        yield self.canvas
        self._add("Q EMC" if self._tagged else "Q")

    @contextlib.contextmanager
    def in_white(self) -> Iterator[None]:
        """Set texts in white, on what was filled with black."""
        self._add("1 g")
        yield
        self._add("0 g")

    def bookmark(self, title: str, height: float, level: int = 0) -> None:
        """Make a place of this page one that readers can jump to."""
        self.outline.add(title, self.canvas.getPageNumber(), height, level)

    def end_page(self) -> None:
        """Go on to the next page."""
        self._end_text()
        self.canvas.showPage()
        self.structure.end_page()
        self._forget()

    @property
    def pages(self) -> int:
        """As many pages as are done."""
        return int(self.canvas.getPageNumber()) - 1

    @contextlib.contextmanager
    def reopened(self, number: int) -> Iterator[None]:
        """Draw on a page that is done, on top of what is there; what is drawn is decoration."""
        kept, self.canvas._code = self.canvas._code, []
        self._forget()
        yield
        self._end_text()
        self.canvas._doc.idToObject[f"Page{number}"].stream += "\n".join((*self.canvas._code, ""))
        self.canvas._code = kept
        self._forget()

    def data(self) -> bytes:
        """The file."""
        return written(self.canvas, self.structure if self._tagged else None, self.outline)

    def _add(self, operators: str) -> None:
        self.canvas._code.append(operators)


def _canvas(properties: Properties, size: tuple[float, float]) -> Canvas:
    canvas = Canvas(
        io.BytesIO(),
        pagesize=size,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 5),
        initialFontName=fonts.font(SERIF.regular).fontName,  # its own is Helvetica, which would not be embedded
        lang=properties.language,
    )
    moment = time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(properties.time))
    canvas.setDateFormatter(lambda *_: moment)
    # it starts from SOURCE_DATE_EPOCH, and the file's identifier should come from what is in the file
    canvas._doc.signature = hashlib.md5(f"{properties.title} {moment}".encode(), usedforsecurity=False)
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setCreator("quizgen")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _figure(value: float) -> str:
    """A number as PDF writes it, to the hundredth of a point."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if text != "-0.00" else "0"


@functools.cache
def _circle(radius: float) -> str:
    """The path of a circle round the origin."""
    r, h = radius, radius * _ROUND
    quarters = ((r, h, h, r, 0, r), (-h, r, -r, h, -r, 0), (-r, -h, -h, -r, 0, -r), (h, -r, r, -h, r, 0))
    return " ".join((f"{_figure(r)} 0 m", *(" ".join(map(_figure, quarter)) + " c" for quarter in quarters), "h"))
