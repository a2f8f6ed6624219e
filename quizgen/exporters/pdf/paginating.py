"""Blocks onto pages: what fits stays whole, what heads others stays with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.exporters.pdf.block import HAIR, START, Block


def paginate(blocks: Iterable[Block], room: float) -> tuple[tuple[Block, ...], ...]:
    """The blocks by page, each page `room` points high; there is at least one page.

    A block that fits on a page is not parted, unless headings before it leave too little: those stand with its start.
    """
    pages: list[list[Block]] = [[]]
    left = room
    for group in _with_headings(blocks):
        if pages[-1] and sum(block.above + block.needed(room) for block in group) > left + HAIR:
            pages.append([])
            left = room
        for block in group:
            rest: Block | None = block
            while rest is not None:
                rest, left = _placed(rest, pages, left, room)
    return tuple(map(tuple, pages))


def _placed(block: Block, pages: list[list[Block]], left: float, room: float) -> tuple[Block | None, float]:
    """Put a block, or what goes in of it, on the last page; what is left of it and of the page's room."""
    if pages[-1] and block.above + min(block.rows[0].height, START) > left + HAIR:
        pages.append([])
        left = room
    above = block.above if pages[-1] else 0
    if above + block.height <= left + HAIR:
        pages[-1].append(block)
        return None, left - above - block.height
    first, rest = block.split(left - above, room)
    pages[-1].append(first)
    if rest is None:
        return None, 0
    pages.append([])
    return rest, room


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
