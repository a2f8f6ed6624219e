"""The lock files of `questions/`, as values: read from their text and written back, one sorted line an entry.

Each entry is a line of its own, so that two people's reviews merge; where both kept a line of one item, either counts.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from typing import TypeAlias

from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.text import folding, sentences
from quizgen.validation import is_slug

REVIEWED = "questions/reviewed.lock"

Reviewed: TypeAlias = Mapping[str, frozenset[str]]
"""For the id of each item, the marks of the sentences that it was reviewed with."""

_HEAD = """\
# The sentences that each item was last reviewed with: its id, and the first 16 hex digits of a sentence's SHA-256.
# Written by `quizgen review`, read by the rule `passage-changed`; commit it.
"""
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_MARK = re.compile(r"[0-9a-f]{16}")


def read_reviewed(text: str) -> tuple[Reviewed, tuple[Finding, ...]]:
    """What a `reviewed.lock` says in the lines that can be read, and a finding for each line that cannot."""
    marks: dict[str, set[str]] = {}
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) == 2 and is_slug(words[0]) and _MARK.fullmatch(words[1]):
            marks.setdefault(words[0], set()).add(words[1])
        else:
            findings.append(stamp(Remark(Location(REVIEWED, number), _complaint(line)), "lock-line"))
    return {item: frozenset(kept) for item, kept in marks.items()}, tuple(findings)


def _complaint(line: str) -> str:
    if _CONFLICT.match(line):
        return "a merge was left unfinished here: delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
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
