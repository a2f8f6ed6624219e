"""The lock files of `questions/`, as values: read from their text and written back, one sorted line an entry.

Each entry is a line of its own, so that two people's reviews merge; where both kept a line of one item, either counts.
Of two lines on one item's release, the later counts.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, get_args

from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.releases import EARLIEST, LATEST, Content, Entry, Released
from quizgen.studying import Way
from quizgen.text import folding, sentences
from quizgen.validation import is_slug

REVIEWED = "questions/reviewed.lock"
RELEASED = "questions/released.lock"

Reviewed: TypeAlias = Mapping[str, frozenset[str]]
"""For the id of each item, the marks of the sentences that it was reviewed with."""

_HEAD = """\
# The sentences that each item was last reviewed with: its id, and the first 16 hex digits of a sentence's SHA-256.
# Written by `quizgen review`, read by the rule `passage-changed`; commit it.
"""
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_UNFINISHED_MERGE = (
    "a merge was left unfinished here: delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
)
_MARK = re.compile(r"[0-9a-f]{16}")


def read_reviewed(text: str) -> tuple[Reviewed, tuple[Finding, ...]]:
    """What a `reviewed.lock` says in the lines that can be read, and a finding for each line that cannot."""
    marks: dict[str, set[str]] = {}
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if _says_nothing(line):
            continue
        if len(words) == 2 and is_slug(words[0]) and _MARK.fullmatch(words[1]):
            marks.setdefault(words[0], set()).add(words[1])
        else:
            findings.append(stamp(Remark(Location(REVIEWED, number), _complaint(line)), "lock-line"))
    return {item: frozenset(kept) for item, kept in marks.items()}, tuple(findings)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _complaint(line: str) -> str:
    if _CONFLICT.match(line):
        return _UNFINISHED_MERGE
    return "a line is the id of an item and 16 hex digits: delete this one, and run `quizgen review` for its item"


def write_reviewed(reviewed: Reviewed) -> str:
    """The text of a `reviewed.lock`."""
    lines = sorted(f"{item} {mark}\n" for item, marks in reviewed.items() for mark in marks)
    return _HEAD + "".join(lines)


def mark(quote: str, text: str) -> str | None:
    """What is kept of the sentence (or sentences) of a text that carry a quote; None where it has no such sentence.

    Typography has no part in it, nor has the place: a passage may move, and the rest of it change.
    """
    sentence = sentences.carrying(quote, text)
    return _digest(sentence) if sentence else None


@functools.lru_cache(maxsize=16384)  # many items share a sentence
def _digest(sentence: str) -> str:
    return hashlib.sha256(folding.typography(sentence).encode()).hexdigest()[:16]


_RELEASED_HEAD = """\
# What students last got of each item: its id, how it is studied, 16 hex digits of the SHA-256 of what it says, the
# release that it was first in, and the one from which it counts as modified; a retired item's line stays for ever.
# Written by `quizgen release`, read by `quizgen build`; commit it.
"""
# No item can have this for its id.
_NOTE_TYPE = "(note-type)"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ENTRY = re.compile(
    rf"(?P<name>\S+) (?P<way>{'|'.join(get_args(Way))}) (?P<mark>[0-9a-f]{{16}}) "
    r"(?P<since>[\dTZ:-]+) (?P<changed>[\dTZ:-]+)(?: retired (?P<retired>[\dTZ:-]+))?"
)


def read_released(text: str) -> tuple[Released, tuple[Finding, ...]]:
    """What a `released.lock` says in the lines that can be read, and a finding for each line that cannot."""
    items: dict[str, Entry] = {}
    note_types: dict[str, Entry] = {}
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        if _says_nothing(line):
            continue
        where = Location(RELEASED, number)
        read = _released_line(" ".join(line.split()), where)
        if isinstance(read, str):
            findings.append(stamp(Remark(where, read), "lock-line"))
            continue
        name, entry = read
        kept, key = (note_types, entry.content.way) if name == _NOTE_TYPE else (items, name)
        kept[key] = _later(kept[key], entry) if key in kept else entry
    return Released(items, note_types), tuple(findings)


def _released_line(line: str, where: Location) -> tuple[str, Entry] | str:
    """The name and the entry in a line, or what is wrong with it."""
    if _CONFLICT.match(line):
        return _UNFINISHED_MERGE
    found = _ENTRY.fullmatch(line)
    if found is None or not (is_slug(found["name"]) or found["name"] == _NOTE_TYPE):
        return "this is not as `quizgen release` writes it: take the line from the last commit that had it right"
    moments = {name: _moment(found[name]) for name in ("since", "changed", "retired") if found[name]}
    for name, moment in moments.items():
        if moment is None:
            return (
                f"`{found[name]}` is no time from 1980 to 2100, such as 2026-03-17T09:30:00Z: take the former line back"
            )
    since, changed = moments["since"] or 0, moments["changed"] or 0
    return found["name"], Entry(Content(found["way"], found["mark"]), since, changed, moments.get("retired"), where)


@functools.lru_cache(maxsize=1024)  # a release stamps all of its entries alike
def _moment(text: str) -> int | None:
    """The seconds since 1970 at which it was this time, UTC; None where that is no moment that can be stamped."""
    try:
        read = datetime.datetime.strptime(text, _MOMENT).replace(tzinfo=datetime.timezone.utc)
    except ValueError:
        return None
    moment = int(read.timestamp())
    return moment if EARLIEST <= moment <= LATEST else None


def _later(one: Entry, other: Entry) -> Entry:
    """What counts of two lines on one item, which a merge has kept: the later, and that it was first in the earlier."""
    later = max(one, other, key=lambda entry: (entry.latest, entry.content.mark))
    return replace(later, since=min(one.since, other.since))


def write_released(released: Released) -> str:
    """The text of a `released.lock`."""
    note_types = (_entry(_NOTE_TYPE, entry) for entry in released.note_types.values())
    items = (_entry(id, entry) for id, entry in released.items.items())
    return _RELEASED_HEAD + "".join(sorted([*note_types, *items]))


def _entry(name: str, entry: Entry) -> str:
    retired = "" if entry.retired is None else f" retired {said(entry.retired)}"
    times = f"{said(entry.since)} {said(entry.changed)}{retired}"
    return f"{name} {entry.content.way} {entry.content.mark} {times}\n"


@functools.lru_cache(maxsize=1024)
def said(moment: int) -> str:
    """A moment as the lock has it: `2026-03-17T09:30:00Z`."""
    return datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).strftime(_MOMENT)


def in_future(released: Released, now: int) -> Iterator[Finding]:
    """A finding where a release is later than now."""
    late = [entry for entry in released.entries if entry.latest > now]
    if not late:
        return
    latest = max(late, key=lambda entry: entry.latest)
    others = {1: "", 2: " (nor is another over)"}.get(len(late), f" (nor are {len(late) - 1} others over)")
    message = (
        f"this release, {said(latest.latest)}, is not over by now, {said(now)}{others}: take the lock from the last "
        "commit that had it right, and look at the clock and at SOURCE_DATE_EPOCH"
    )
    yield stamp(Remark(latest.where, message), "lock-line")
