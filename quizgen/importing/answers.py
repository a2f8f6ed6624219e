"""Answers as course sites hold them, each with its share of the points and its feedback, as our answer shapes.

What a shape has no place for (a share of the points, a wrong answer that was foreseen) is kept as a note beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quizgen.importing import told, values
from quizgen.importing.blanks import gaps
from quizgen.importing.prose import cleaned
from quizgen.importing.told import Explained
from quizgen.importing.values import Asked, Judged, UnreadableError
from quizgen.markup import plain
from quizgen.model import Blank, Choices, Essay, Gaps, Left, Number, Pairs, Words

WHOLE = 99.5
"""From so many percent on an answer counts as right: thirds do not add up to 100."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a question asks and its answer; `why` is what is said of the right one, `notes` what has no place in it."""

    stem: str
    asked: Asked
    why: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """An answer, what it is worth in percent, and what is said to those who give it."""

    text: str
    worth: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is right, how far off it may be, and what it is worth in percent."""

    value: Decimal
    tolerance: Decimal
    worth: float = 100
    why: str = ""


def choices(stem: str, found: Sequence[Weighed], *, multiple: bool, pinned: bool = False) -> Answered:
    """Options to pick from: of several right ones each has its share, of one it is the whole."""
    found = [one for one in found if one.text]
    if not found:
        raise UnreadableError("a choice without any option")
    notes = []
    right = [one for one in found if one.worth >= WHOLE]
    if not multiple and len(right) > 1:
        multiple = True
        notes.append("any one of the right options was enough")
    key = {id(one) for one in (found if multiple else right) if one.worth > 0}
    if not multiple:
        notes += [f"“{plain(one.text)}” was worth {one.worth:g}%" for one in found if 0 < one.worth < WHOLE]
    options = tuple(
        values.option(one.text, id(one) in key, one.why if multiple or id(one) not in key else "") for one in found
    )
    why = "" if multiple else " ".join(one.why for one in found if id(one) in key and one.why)
    return Answered(stem, Choices(options, multiple=multiple, pinned=pinned), why, tuple(notes))


def judged(stem: str, true: bool, right: str, wrong: str) -> Answered:
    """A statement that is true or false."""
    notes = (f"to those who are wrong: {wrong}",) if true and wrong else ()
    return Answered(stem, Judged(true, right, wrong), right, notes)


def words(stem: str, found: Sequence[Weighed], *, reverse: bool = False) -> Answered:
    """A word or phrase to type."""
    accepted, notes = _typed(found)
    return Answered(stem, Words(accepted, reverse), _whys(found), notes)


_BLANK = re.compile(r"(_____)")
_NUMBERED = re.compile(r"(\(\d+\) _____)")


def blank(stem: str, found: Sequence[Weighed]) -> Answered:
    """A word or phrase to type into a text of ours that had one blank."""
    accepted, notes = _typed(found)
    return Answered("", gaps(stem, [accepted], _BLANK), _whys(found), notes)


def missing_word(before: str, behind: str, found: Sequence[Weighed]) -> Answered:
    """A word or phrase that is missing between two texts."""
    accepted, notes = _typed(found)
    gap = "" if re.match(r"[.,;:!?)]", behind) else " "
    return Answered("", Gaps((f"{before} " if before else "", Blank(accepted), f"{gap}{behind}")), _whys(found), notes)


def _typed(found: Sequence[Weighed]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is right when it is typed, and notes on what is worth less or stands for anything."""
    accepted, notes = [], []
    for one in found:
        literal = re.sub(r"(?<!\\)\*", "\0", one.text).replace(r"\*", "*")
        if one.worth >= WHOLE and "\0" not in literal:
            accepted.append(literal)
        else:
            notes.append(f"the answer “{one.text}” was worth {one.worth:g}%{f': {one.why}' if one.why else ''}")
    if not accepted:
        raise UnreadableError("no answer to type is right as it stands")
    return tuple(accepted), tuple(notes)


def _whys(found: Iterable[Weighed]) -> str:
    return "\n".join(dict.fromkeys(one.why for one in found if one.worth >= WHOLE and one.why))


_RANGE = re.compile(r"(.+?)\.\.(.+)")
_WIDEST = 25
"""So many places of a figure are kept, before and behind its point."""


def figure(said: str, worth: float = 100, why: str = "") -> Figure:
    """A figure as `3.14:0.005` or `1..5`; raises UnreadableError where it is none."""
    between = _RANGE.fullmatch(said.replace(" ", ""))
    if between:
        return within(decimal(between[1]), decimal(between[2]), worth, why)
    value, _, tolerance = said.partition(":")
    return Figure(decimal(value), abs(decimal(tolerance or "0")), worth, why)


def within(low: Decimal, high: Decimal, worth: float = 100, why: str = "") -> Figure:
    """The figure in the middle of a range."""
    if low > high:
        low, high = high, low
    return Figure((low + high) / 2, (high - low) / 2, worth, why)


def decimal(said: str) -> Decimal:
    """A figure; raises UnreadableError where it is none, or has more places than anyone asks for."""
    text = said.strip().replace("\u2212", "-").replace(" ", "").replace("\u202f", "")
    if re.fullmatch(r"[-+]?\d+,\d+", text) and not re.fullmatch(r"[-+]?\d{1,3},\d{3}", text):
        text = text.replace(",", ".")
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise UnreadableError(f"“{said.strip()[:40]}” is no figure") from None
    if not value.is_finite() or (value and abs(value.adjusted()) > _WIDEST) or len(value.as_tuple().digits) > _WIDEST:
        raise UnreadableError(f"“{said.strip()[:40]}” is no figure of a size that can be asked for")
    return value


def points(said: str) -> tuple[str, tuple[str, ...]]:
    """The points of an item as a bank can have them, and a note where the file has others."""
    try:
        worth = decimal(said)
    except UnreadableError:
        worth = Decimal(0)
    if 0 < worth <= 100 and worth % Decimal("0.5") == 0:
        return f"{worth.normalize():f}", ()
    return "1", (f"points in the file: {cleaned(said)[:20]}",)


def number(stem: str, found: Sequence[Figure], unit: str = "") -> Answered:
    """A figure to type; its unit may stand behind a blank in the last line of the stem."""
    right = [one for one in found if one.worth >= WHOLE]
    if not right:
        raise UnreadableError("no figure is right")
    best = right[0]
    before, shown = told.without_unit(stem)
    if shown and unit in ("", shown):
        stem, unit = before, shown
    others = [one for one in found if one is not best]
    notes = tuple(
        f"{one.value:f} (within {one.tolerance:f}) was worth {one.worth:g}%{f': {one.why}' if one.why else ''}"
        for one in others
    )
    text = f"{best.value.normalize():f}"
    return Answered(stem, Number(best.value, text, unit or None, best.tolerance.normalize()), best.why, notes)


def essay(stem: str, explained: Explained, lines: int = 15) -> Answered:
    """A text to write, with what it is marked by where the file has it."""
    return Answered(stem, Essay(explained.model_answer, explained.rubric, lines))


def pairs(stem: str, matched: list[tuple[str, str, str]], extras: list[str], task: str = "") -> Answered:
    """Entries with their partners and the reason for each.

    Where the file is our own, its task tells of headings, or of steps that were given numbers.
    """
    found = values.pairs([(one, other) for one, other, _ in matched], [one for one in extras if one])
    if task == "fill_blanks":  # in a text of ours, whose blanks were numbered
        return Answered("", gaps(stem, [(plain(other),) for _, other, _ in matched], _NUMBERED))
    steps = {plain(other): one for one, other, _ in matched}
    order = [str(place) for place in range(1, len(matched) + 1)]
    if task in ("move_into_order", "put_in_order") and sorted(steps) == sorted(order):
        return Answered(stem, values.sequence([steps[place] for place in order]))
    lefts = tuple(
        Left(left.text, left.right, left.where, why or None)
        for left, (_, _, why) in zip(found.lefts, matched, strict=True)
    )
    if task == "sort_entries" and not found.extras:
        return Answered(stem, Pairs(lefts, found.rights, headings=True))
    notes = tuple(f"{plain(one)} – {plain(other)}: {why}" for one, other, why in matched if why)
    return Answered(stem, found, notes=notes)
