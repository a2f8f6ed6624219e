"""The faces made known to reportlab, each when it is first asked for, since to read one takes time.

Text is set without shaping: a ligature that is drawn as one glyph could not be searched for, copied or read aloud.
"""

from __future__ import annotations

import functools

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from quizgen.exporters.pdf import faces

_FILES = {face: path for family in faces.FAMILIES for face, path in family.files.items()}


@functools.cache
def font(face: str) -> TTFont:
    """A face by its name."""
    font = TTFont(face, str(_FILES[face]))
    pdfmetrics.registerFont(font)
    return font
