"""The measures of the page: sizes of type and distances, all in points. Ragged right, no hyphenation."""

from __future__ import annotations

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from quizgen.exporters.pdf import fonts

NUMBER = 27.0
"""The column that the numbers of items hang in."""
WORTH = 54.0
"""The column at the right that tells what items are worth; texts of an item stay out of it."""
LETTER = 17.0
"""From the letter of an option, or the number of an entry, to its text."""
CONTINUED = 20.0
"""The height of the row that says that an item goes on from the page before."""
HAIRLINE = 0.5


def _style(size: float, leading: float, face: str = fonts.BODY, alignment: int = 0) -> ParagraphStyle:
    # every face is named: where one is left out, reportlab sets Helvetica and does not embed it
    return ParagraphStyle(
        f"{face}-{size}-{leading}-{alignment}",
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        leading=leading,
        alignment=alignment,
    )


TITLE = _style(22, 26, fonts.BOLD)
COURSE = _style(11, 15, fonts.ITALIC)
PART = _style(14, 18, fonts.BOLD)
TEXT = _style(11, 15)
ITEM_NUMBER = _style(11, 15, fonts.BOLD)
WIDE = _style(11, 25)
"""For a text with blanks to write in."""
INSTRUCTION = _style(9.5, 13, fonts.ITALIC)
SMALL = _style(9.5, 13)
SMALL_BOLD = _style(9.5, 13, fonts.BOLD)
SMALL_RIGHT = _style(9.5, 13, alignment=TA_RIGHT)
LABEL = _style(9, 13, fonts.ITALIC)
FINE = _style(8.5, 11)
FINE_CENTRED = _style(8.5, 11, alignment=TA_CENTER)
FINE_RIGHT = _style(8.5, 11, alignment=TA_RIGHT)
