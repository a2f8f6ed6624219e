"""Inline emphasis, `*so*` and `**so**`, turned into each format's own; everything else that a curator writes is text.

Parsed by markdown-it-py with the CommonMark rules for emphasis and backslash escapes alone, so `2 * 3` and `snake_case`
stay what they are, and neither HTML nor links exist.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    emphasis: bool = False
    strong: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is text in no style, and no line break."""
        return not (self.emphasis or self.strong or self.text == "\n")


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "escape", "newline"])


@functools.lru_cache(maxsize=4096)
def spans(text: str) -> tuple[Span, ...]:
    """The runs of a prose field, in order; a line break is a span of its own."""
    if not is_marked(text):
        return (Span(text),) if text else ()
    return tuple(_runs(_parser().parseInline(text)[0].children or []))


def _runs(tokens: list[Token]) -> Iterator[Span]:
    emphasis = strong = 0
    for token in tokens:
        if token.type in ("em_open", "em_close"):
            emphasis += token.nesting
        elif token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        else:
            text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
            if text:
                yield Span(text, bool(emphasis), bool(strong))


# of emphasis, and what the parser takes for an end of a line or does not let stand
_MARKS = re.compile(r"[*_\\\n\r\t\0]")


def is_marked(text: str) -> bool:
    """Whether a text may have marks of emphasis, or a line break; nearly none has, and to parse it takes long."""
    return _MARKS.search(text) is not None


def plain(text: str) -> str:
    """The text without marks of emphasis."""
    if not is_marked(text):
        return text
    return "".join(span.text for span in spans(text))


def html(text: str) -> str:
    """The text for a web page or an Anki field: escaped, with `<em>`, `<strong>` and `<br>`."""
    if not is_marked(text):
        return escape(text)
    return _tagged(spans(text), escape)


def html_of(runs: Sequence[Span]) -> str:
    """Runs for where HTML is kept and shown as text too: quotation marks stay as they are."""
    if len(runs) == 1 and runs[0].is_plain:
        return escape(runs[0].text, quote=False)
    return _tagged(runs, functools.partial(escape, quote=False))


def _tagged(runs: Iterable[Span], quoted: Callable[[str], str]) -> str:
    pieces = []
    for span in runs:
        piece = "<br>" if span.text == "\n" else quoted(span.text)
        if span.emphasis:
            piece = f"<em>{piece}</em>"
        if span.strong:
            piece = f"<strong>{piece}</strong>"
        pieces.append(piece)
    return "".join(pieces)


def marked(runs: Iterable[Span]) -> str:
    """A prose field that reads as these runs, with as few marks as that takes; the other way round of `spans`."""
    joined = _joined(runs)
    for signs in _ESCAPES:
        candidate = _with_marks(joined, signs)
        if _joined(spans(candidate)) == joined:
            return candidate
    return _escaped("".join(span.text for span in joined), _ESCAPES[-1])


_ESCAPES = ("", "\\", "*", "_", "*\\", "*_", "*_\\")
"""Which signs are written behind a backslash, the fewest first."""


def _escaped(text: str, signs: str) -> str:
    return re.sub(f"[{re.escape(signs)}]", r"\\\g<0>", text) if signs else text


def _with_marks(runs: Iterable[Span], signs: str) -> str:
    pieces = []
    for span in runs:
        mark = "*" * (span.emphasis + 2 * span.strong)
        pieces.append(f"{mark}{_escaped(span.text, signs)}{mark}")
    return "".join(pieces)


def _joined(runs: Iterable[Span]) -> list[Span]:
    """The runs with neighbours of one style as one, and with the blanks at the ends of emphasis outside of it."""
    joined: list[Span] = []
    for span in (piece for run in runs for piece in _without_blank_ends(run)):
        if joined and (joined[-1].emphasis, joined[-1].strong) == (span.emphasis, span.strong):
            joined[-1] = Span(joined[-1].text + span.text, span.emphasis, span.strong)
        else:
            joined.append(span)
    return joined


def _without_blank_ends(span: Span) -> Iterator[Span]:
    inner = span.text.strip()
    before, _, after = span.text.partition(inner) if inner else (span.text, "", "")
    for piece in (Span(before), Span(inner, span.emphasis, span.strong), Span(after)):
        if piece.text:
            yield piece
