"""Text as it is to be set: runs of letters, plain, emphasised or strong, made of what curators write."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from quizgen import markup
from quizgen.exporters.pdf import faces


class Run(NamedTuple):
    """Letters in one dress. `scale` is of the size that the text is set in.

    One with a `blank` is a ruled space to write on, so many points wide; its `text` is what is read aloud for it.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    scale: float = 1
    blank: float = 0


Text: TypeAlias = tuple[Run, ...]
"""Runs in order; they can be added up. A run of a line break alone begins a new line."""

BREAK: Text = (Run("\n"),)


@functools.lru_cache(maxsize=4096)
def prose(text: str) -> Text:
    """A curator's prose, with the emphasis that its marks ask for."""
    if not markup.is_marked(text):
        return literal(text)
    return dressed(markup.spans(text))


def dressed(spans: Iterable[markup.Span]) -> Text:
    """Runs of no format, as those of paper."""
    return tuple(_of_span(span) for span in spans)


def _of_span(span: markup.Span) -> Run:
    if span.text == "\n":
        return BREAK[0]
    return Run(faces.settable(span.text), span.strong, span.emphasis)


def literal(text: str) -> Text:
    """A text without emphasis, such as an accepted answer: each sign in it stands for itself."""
    return (Run(faces.settable(text)),) if text else ()


def strong(text: Text) -> Text:
    """The text in bold."""
    return tuple(run._replace(strong=True) for run in text)


def emphasised(text: Text) -> Text:
    """The text in italics, or what stands for them."""
    return tuple(run._replace(emphasis=True) for run in text)


def scaled(text: Text, scale: float) -> Text:
    """The text larger or smaller than what it stands in."""
    return tuple(run._replace(scale=scale) for run in text)


def blank(width: float) -> Text:
    """A ruled space to write on, `width` points wide."""
    return (Run("_____", blank=width),)


def said(text: Text) -> str:
    """The letters alone."""
    return "".join(run.text for run in text)
