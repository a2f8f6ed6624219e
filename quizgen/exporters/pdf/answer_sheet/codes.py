"""What an answer sheet says of itself to a machine, in plain boxes and in a QR code.

It says which form of which quiz it is for, which page it is, and the mark of the paper that it goes with. The boxes
hold forty bits, the highest first: five for the form (0 is A), three for the page (from 1), twenty-four for the mark
(the first of its SHA-256), eight for a checksum of the thirty-two before (CRC-8 with the polynomial 07, as SMBus has
it). Neither all black nor all white is a code: there is no page 0, and no form 31.
"""

from __future__ import annotations

import hashlib
import string

from reportlab.graphics.barcode.qr import QrCodeWidget

BITS = 40
VERSION = 1
"""Of the layout and the codes: a reader asks for it before it trusts what it knows."""


def bits(form: str, page: int, mark: str) -> str:
    """The code in the boxes, as noughts and ones."""
    digest = int.from_bytes(hashlib.sha256(mark.encode()).digest()[:3], "big")
    held = string.ascii_uppercase.index(form) << 27 | page << 24 | digest
    return f"{held:032b}{checksum(held.to_bytes(4, 'big')):08b}"


def checksum(data: bytes) -> int:
    """CRC-8 with the polynomial 07, from 0."""
    register = 0
    for byte in data:
        register ^= byte
        for _ in range(8):
            register = (register << 1 ^ 0x07 if register & 0x80 else register << 1) & 0xFF
    return register


def payload(quiz: str, form: str, page: int, mark: str) -> str:
    """What the QR code says. It is in capitals, since a code of capitals and figures alone has coarser squares."""
    return f"QUIZGEN {VERSION} {quiz} {form} {page} {mark}".upper()


def qr(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of the QR code, row by row, True for black; it still reads where a seventh of it is spoilt."""
    widget = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    return tuple(tuple(map(bool, row)) for row in widget.qr.modules)
