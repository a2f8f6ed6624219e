"""The faces made known to reportlab, each when it is first asked for, since to read one takes time.

Text is set without shaping: a ligature that is drawn as one glyph could not be searched for, copied or read aloud.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from quizgen.exporters.pdf import faces

_FILES = {face: path for family in faces.FAMILIES for face, path in family.files.items()}
_CUTS = 16
"""As many cuts are kept of a face, some twenty kilobytes each."""


@functools.cache
def font(face: str) -> TTFont:
    """A face by its name."""
    font = TTFont(face, str(_FILES[face]))
    _keep_cuts(font.face)
    pdfmetrics.registerFont(font)
    return font


def _keep_cuts(face: Any) -> None:
    """Let a face be cut down to the letters of a file, and packed, once for all files that have the same ones.

    Nearly all files of a build have, and reportlab would do it for each.
    """
    cut, embed, width = face.makeSubset, face.addSubsetObjects, face.getCharWidth

    @functools.lru_cache(maxsize=_CUTS)
    def kept(letters: tuple[int, ...]) -> bytes:
        made: bytes = cut(letters)
        return made

    def embedded(document: Any, name: str, letters: Sequence[int]) -> Any:
        descriptor = embed(document, name, letters)
        document.idToObject[f"fontFile:{face.filename}({name})"].filters = [packed]
        return descriptor

    packed = _Packed()
    face.makeSubset = lambda letters: kept(tuple(letters))
    face.addSubsetObjects = embedded
    # asked for nothing but lists of widths, so it can be as a file has it
    face.getCharWidth = functools.cache(lambda code: pdfdoc.format(width(code), None))


class _Packed:
    """The filter of a stream that is met again in other files."""

    pdfname = pdfdoc.PDFZCompress.pdfname

    def __init__(self) -> None:
        self.encode = functools.lru_cache(maxsize=_CUTS)(pdfdoc.PDFZCompress.encode)
