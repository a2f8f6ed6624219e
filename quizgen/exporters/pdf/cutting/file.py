"""The file of a deck: sheets of cards, the fronts of each on one page and their backs on the next, with cut marks.

To who listens to it, it is a list of cards, each with what it asks and then, from the next page, what is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen import markup, wording
from quizgen.exporters.pdf.cutting.faces import (
    APART,
    BELOW,
    FINE,
    GUIDE,
    MEASURE,
    SIDE,
    TOP,
    Card,
    Face,
    below,
    stacked,
)
from quizgen.exporters.pdf.cutting.setting import CAPITAL, Setting, at_size
from quizgen.exporters.pdf.cutting.sheet import EACH, HEIGHT, PRINTABLE, WIDTH, Place, Sheet
from quizgen.exporters.pdf.drawing import Drawing, Properties
from quizgen.exporters.pdf.page import clipped
from quizgen.exporters.pdf.tags import Tag, entry
from quizgen.exporters.pdf.text import literal, strong
from quizgen.model import Flip, Quiz, Settings
from quizgen.wording import Wording

_HAIRLINE = 0.4
_NUMBER = 30.0
"""What the deck's title leaves to the card's number."""
_DUPLEX: dict[Flip, str] = {"long-edge": "DuplexFlipLongEdge", "short-edge": "DuplexFlipShortEdge"}


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A card with its places in the structure: of its number, and of all else that stands on it."""

    card: Card
    number: Tag
    body: Tag


def pdf(quiz: Quiz, cards: Sequence[Card], settings: Settings) -> bytes:
    """The cards of a quiz as a PDF file."""
    words = wording.for_language(quiz.language)
    deck = _Deck(markup.plain(quiz.title), Sheet(settings.paper, settings.printing.flip), words)
    properties = Properties(
        title=f"{deck.title} ({words.cards})",
        author=markup.plain(quiz.course_title),
        subject="; ".join(dict.fromkeys(author for brief in quiz.briefs for author in brief.authors)),
        language=quiz.language,
        time=settings.time,
    )
    return deck.drawn(cards, Drawing(properties, deck.sheet.size)).data()


@dataclass(frozen=True, slots=True)
class _Deck:
    """What is the same on every page of a file."""

    title: str
    sheet: Sheet
    words: Wording

    def drawn(self, cards: Sequence[Card], drawing: Drawing) -> Drawing:
        """All sheets, front and back; a print dialogue begins with what makes the two lie on one another."""
        drawing.canvas.setViewerPreference("PrintScaling", "None")
        drawing.canvas.setViewerPreference("Duplex", _DUPLEX[self.sheet.flip])
        listed = Tag("L", numbering="Decimal")
        tagged = [_Tagged(card, *entry(listed)) for card in cards]
        sheets = [tagged[first : first + EACH] for first in range(0, len(tagged), EACH)]
        for number, sheet in enumerate(sheets, 1):
            for back, name in enumerate((self.words.card_fronts, self.words.card_backs)):
                self._page(drawing, name.format(number=number, count=len(sheets)), sheet, back=bool(back))
        return drawing

    def _page(self, drawing: Drawing, name: str, sheet: Sequence[_Tagged], *, back: bool) -> None:
        """One side of a sheet, with a bookmark that leads to it."""
        drawing.bookmark(name, self.sheet.size[1])
        self._margin(drawing, name)
        for index, tagged in enumerate(sheet):
            place = self.sheet.back(index) if back else self.sheet.front(index)
            self._head(drawing, tagged, place, back=back)
            _draw(drawing, tagged.card.back if back else tagged.card.front, place, tagged.body)
        drawing.end_page()

    def _margin(self, drawing: Drawing, name: str) -> None:
        """Cut marks, and between them at the foot which side this is and how to print it."""
        marks = (f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S" for x1, y1, x2, y2 in self.sheet.cut_marks())
        drawing.decorate(" ".join(marks), _HAIRLINE)
        left = self.sheet.corner.left
        how = self.words.flip_long_edge if self.sheet.flip == "long-edge" else self.words.flip_short_edge
        for middle, told in ((left + WIDTH / 2, name), (left + WIDTH * 3 / 2, how)):
            at_size(literal(told), GUIDE, FINE, WIDTH).draw(drawing, middle, PRINTABLE + 3 + FINE * CAPITAL)

    def _head(self, drawing: Drawing, tagged: _Tagged, place: Place, *, back: bool) -> None:
        """The deck and the card's number, at the face's upper corners; those who listen are told them once."""
        number = tagged.card.number
        top = place.top - TOP
        room = MEASURE - _NUMBER
        title = at_size(clipped(self.title, replace(GUIDE, size=FINE), room), GUIDE, FINE, room)
        title.draw(drawing, place.left + SIDE + title.width / 2, top, None if back or number > 1 else Tag("H1"))
        figure = at_size(strong(literal(str(number))), GUIDE, FINE, _NUMBER)
        middle = place.left + WIDTH - SIDE - figure.width / 2
        figure.draw(drawing, middle, top, None if back else tagged.number)


def _draw(drawing: Drawing, face: Face, place: Place, tag: Tag) -> None:
    """The texts of a face, those in the middle halfway between the number above and what stands at the foot."""
    centre = place.left + WIDTH / 2
    upper, lower = place.top - below(()), place.top - HEIGHT + below(face.foot)
    _stack(drawing, face.middle, centre, (upper + lower + face.height) / 2, BELOW, tag)
    _stack(drawing, face.foot, centre, place.top - HEIGHT + TOP + stacked(face.foot, APART), APART, tag)


def _stack(drawing: Drawing, settings: Sequence[Setting], centre: float, top: float, apart: float, parent: Tag) -> None:
    for setting in settings:
        setting.draw(drawing, centre, top, Tag("P", parent))
        top -= setting.height + apart
