"""What an answer sheet says of itself to a machine: a mark of what its form asks, the code in plain boxes, the QR code.

The boxes hold forty bits, the highest first: five for the form (0 is A), three for the page (from 1), twenty-four for
the first six digits of the mark, eight for a checksum of the thirty-two before (CRC-8 with the polynomial 07, as SMBus
has it). Neither all black nor all white is a code: there is no page 0, and no form 31.
"""

from __future__ import annotations

import hashlib
import json
import string

from reportlab.graphics.barcode.qr import QrCodeWidget

from quizgen.model import Choices, Form, Placed, Quiz

BITS = 40
_MARK_DIGITS = 6
VERSION = 1
"""Of the layout and the codes: a reader asks for it before it trusts what it knows."""


def content_mark(quiz: Quiz, form: Form) -> str:
    """Eight hexadecimal digits that change when a form asks anything else, and not with its key."""
    asked = [quiz.id, form.letter, [_asked(placed) for placed in form.placed]]
    text = json.dumps(asked, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _asked(placed: Placed) -> list[object]:
    match placed.question.answer:
        case Choices(options=options, multiple=multiple):
            return [placed.number, placed.question.stem, [option.text for option in options], multiple]
        case _:
            return [placed.number, placed.question.stem]


def bits(form: str, page: int, mark: str) -> str:
    """The code in the boxes, as noughts and ones."""
    held = string.ascii_uppercase.index(form) << 27 | page << 24 | int(mark[:_MARK_DIGITS], 16)
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
