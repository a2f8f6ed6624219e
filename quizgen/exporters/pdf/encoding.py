"""Letters as a file writes them: each face embeds those that are used of it, in sets that are named one by one."""

from __future__ import annotations

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from quizgen.exporters.pdf import fonts

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class _Face:
    """A face in a file: the name of its first set, which holds ASCII, and how the letters of that set are written."""

    def __init__(self, face: str, canvas: Canvas) -> None:
        self._canvas = canvas
        self._font = fonts.font(face)
        self._font.splitString(" ", canvas._doc)  # from then on ASCII has its places
        self.name: str = self._name(0)
        self._written = {code: chr(code).translate(_ESCAPES) for code in range(32, 127)}
        self._elsewhere: set[int] = set()

    def _name(self, subset: int) -> Any:
        return self._font.getSubsetInternalName(subset, self._canvas._doc)

    def parts(self, text: str) -> list[tuple[str, str]]:
        letters = set(map(ord, text))
        for code in letters - self._written.keys() - self._elsewhere:
            self._learn(code)
        if letters.isdisjoint(self._elsewhere):
            return [(self.name, text.translate(self._written))]
        parted = self._font.splitString(text, self._canvas._doc)
        return [(self._name(subset), self._canvas._escape(codes)) for subset, codes in parted]

    def _learn(self, code: int) -> None:
        ((subset, codes),) = self._font.splitString(chr(code), self._canvas._doc)
        if subset:
            self._elsewhere.add(code)
        else:
            self._written[code] = self._canvas._escape(codes)


class Encoding:
    """The faces of a file."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._faces: dict[str, _Face] = {}

    def name(self, face: str) -> str:
        """The name of the set of a face that holds ASCII."""
        return self._face(face).name

    def parts(self, face: str, text: str) -> list[tuple[str, str]]:
        """The text in parts that stand in one set, each with the set's name; nearly always there is one."""
        if text.isascii():
            return [(self._face(face).name, text.translate(_ESCAPES))]
        return self._face(face).parts(text)

    def _face(self, face: str) -> _Face:
        known = self._faces.get(face)
        if known is None:
            known = self._faces[face] = _Face(face, self._canvas)
        return known
