"""Blocks onto pages: what fits stays whole, what heads others stays with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.exporters.pdf.block import HAIR, START, Block


def paginate(blocks: Iterable[Block], room: float) -> Iterator[tuple[Block, ...]]:
    """The blocks by page, each page `room` points high, as it is filled; there is at least one page.

    A block that fits on a page is not parted, unless headings before it leave too little: those stand with its start.
    """
    page: list[Block] = []
    left = room
    for group in _with_headings(blocks):
        if page and sum(block.above + block.needed(room) for block in group) > left + HAIR:
            yield tuple(page)
            page, left = [], room
        for block in group:
            rest: Block | None = block
            while rest is not None:
                if page and rest.above + min(rest.rows[0].height, START) > left + HAIR:
                    yield tuple(page)
                    page, left = [], room
                first, rest, left = _placed(rest, left, room, on_top=not page)
                page.append(first)
                if rest is not None:
                    yield tuple(page)
                    page, left = [], room
    yield tuple(page)


def _placed(block: Block, left: float, room: float, *, on_top: bool) -> tuple[Block, Block | None, float]:
    """What goes of a block in what is left of a page, the rest of it, and what is left then."""
    above = 0 if on_top else block.above
    height = above + block.height
    if height <= left + HAIR:
        return block, None, left - height
    first, rest = block.split(left - above, room)
    return first, rest, 0


def _with_headings(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Each block with the headings before it, since these must not stand alone at the foot of a page."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.heads:
            yield group
            group = []
    if group:
        yield group
