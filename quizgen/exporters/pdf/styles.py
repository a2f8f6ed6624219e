"""How paper looks, as a value: faces, sizes of type and distances, all in points. Ragged right, no hyphenation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from quizgen.exporters.pdf.faces import LEGIBLE, SANS, SERIF, Family

Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """What a text is set in: from one baseline to the next are `leading` points."""

    family: Family
    size: float
    leading: float
    strong: bool = False
    emphasis: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which paper looks: its styles and its distances."""

    name: str
    title: Style
    course: Style
    part: Style
    text: Style
    item_number: Style
    wide: Style
    """For a text with blanks to write in."""
    instruction: Style
    small: Style
    small_strong: Style
    guide: Style
    """For what guides the eye: labels, fields, what an item is worth."""
    guide_strong: Style
    guide_right: Style
    box_word: Style
    """In the box of the form's letter, which is of one size in all looks."""
    box_letter: Style
    fine: Style
    fine_centred: Style
    fine_right: Style
    number: float
    """The column that the numbers of items hang in."""
    letter: float
    """From the letter of an option, or the number of an entry, to its text."""
    continued: float
    """The height of the row that says that an item goes on from the page before."""
    between_items: float
    before_part: float
    writing: float
    """From one ruled line to the next: room for a hand."""


def _look(name: str, family: Family, signposts: Family, size: float, leading: float, small: float) -> Look:
    """A look by its families, for what is read and for what is found at a glance, and by the sizes of its type."""
    tight = round(small * 1.36, 1)
    fine = min(round(small * 0.9, 1), 13)
    guide = Style(signposts, small, tight)
    foot = Style(signposts, fine, round(fine * 1.3, 1))
    return Look(
        name=name,
        title=Style(signposts, size + 11, round((size + 11) * 1.2, 1), strong=True),
        course=Style(signposts, size, leading),
        part=Style(signposts, round(size * 1.27, 1), round(size * 1.64), strong=True),
        text=Style(family, size, leading),
        item_number=Style(signposts, size, leading, strong=True),
        wide=Style(family, size, max(25.0, round(size * 2.1))),
        instruction=Style(family, small, tight, emphasis=family.italic != family.bold),
        small=Style(family, small, tight),
        small_strong=Style(family, small, tight, strong=True),
        guide=guide,
        guide_strong=replace(guide, strong=True),
        guide_right=replace(guide, align="right"),
        box_word=replace(guide, size=min(small, 12.0)),
        box_letter=Style(signposts, 34, 40, strong=True),
        fine=foot,
        fine_centred=replace(foot, align="centre"),
        fine_right=replace(foot, align="right"),
        number=round(size * 2.45),
        letter=round(size * 1.55),
        continued=round(leading * 1.35),
        between_items=round(leading * 1.35),
        before_part=round(leading * 2.1),
        writing=max(24.0, round(size * 1.7)),
    )


_UPRIGHT = replace(LEGIBLE, italic=LEGIBLE.bold, bold_italic=LEGIBLE.bold)
"""Without italics, which are harder to read for many: bold stands for them."""

STANDARD = _look("standard", SERIF, SANS, size=11, leading=15, small=9.5)
LARGE_PRINT = _look("large-print", SERIF, SANS, size=18, leading=24, small=18)
READABLE = _look("readable", _UPRIGHT, LEGIBLE, size=13, leading=19.5, small=12)
VARIANTS = {look.name: look for look in (LARGE_PRINT, READABLE)}
"""The looks that a paper can be had in besides the standard one."""
