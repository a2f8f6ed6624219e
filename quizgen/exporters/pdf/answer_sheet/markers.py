"""The square markers in the corners of an answer sheet: a reader finds them, and knows each from the others.

They are the first four of the dictionary DICT_4X4_50 of ArUco, as OpenCV has it in
modules/objdetect/src/aruco/predefined_dictionaries.hpp (the first fifty entries of DICT_4X4_1000_BYTES), so that any
program with OpenCV finds them. A marker is six cells wide: a black frame one cell wide, and sixteen cells within.
"""

from __future__ import annotations

from collections.abc import Iterator

PATTERNS = ("1011010100110010", "0000111110011010", "0011001100101101", "1001100101000110")
"""The inner cells of the markers 0 to 3, row by row from the top left, 1 for white."""
CELLS = 6
"""The cells of a side, the frame included."""
_INNER = 4


def white(id: int) -> Iterator[tuple[int, int]]:
    """The white cells of a marker, as column and row from its top left."""
    for place, cell in enumerate(PATTERNS[id]):
        if cell == "1":
            row, column = divmod(place, _INNER)
            yield column + 1, row + 1
