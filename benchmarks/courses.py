"""Large courses for the benchmarks: this repository's briefs and banks again and again, each copy in words of its own.

Every text of a copy ends in a word that no other copy has, so that nothing is quicker for having been seen before, and
quotes still stand in their passages.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.measuring import REPOSITORY

SETTINGS = REPOSITORY / "questions" / "course.yaml"
BANKS = sorted(
    path
    for path in (REPOSITORY / "questions").glob("*.yaml")
    if (text := path.read_text(encoding="utf-8")).startswith("brief:") and text.count("\n  - id: ") >= 30
)


def spread(folder: Path, items: int) -> Path:
    """A course of about so many items in banks of thirty-odd, each on a brief of its own."""
    _begin(folder)
    made = copy = 0
    while made < items:
        for bank in BANKS:
            entries = _entries(bank)[: items - made]
            if entries:
                head = f"brief: {_copied_brief(folder, _brief_of(bank), copy)}\ntitle: Copy {copy}\nitems:\n"
                text = head + "".join(_varied(entry, copy) for entry in entries)
                (folder / "questions" / f"{bank.stem}-{copy}.yaml").write_text(text, encoding="utf-8")
                made += len(entries)
        copy += 1
    return folder


def in_one_bank(folder: Path, items: int) -> Path:
    """A course of so many items in a single bank across this repository's briefs."""
    _begin(folder)
    for brief in {_brief_of(bank) for bank in BANKS}:
        _copied_brief(folder, brief, None)
    entries = [_across(entry, _brief_of(bank)) for bank in BANKS for entry in _entries(bank)]
    copies = (_varied(entries[number % len(entries)], number // len(entries)) for number in range(items))
    text = "title: All in one\nitems:\n" + "".join(copies)
    (folder / "questions" / "all-in-one.yaml").write_text(text, encoding="utf-8")
    return folder


def in_banks(folder: Path, items: int, each: int = 500) -> Path:
    """A course of so many items in banks of five hundred, or of another size, each on copies of all the briefs."""
    _begin(folder)
    entries = [(_brief_of(bank), entry) for bank in BANKS for entry in _entries(bank)]
    for number, start in enumerate(range(0, items, each)):
        named = {brief: _copied_brief(folder, brief, number) for brief in sorted({brief for brief, _ in entries})}
        taken = (divmod(index, len(entries)) for index in range(start, min(start + each, items)))
        text = "".join(_across(_varied(entries[which][1], copy), named[entries[which][0]]) for copy, which in taken)
        head = f"title: Bank {number}\nitems:\n"
        (folder / "questions" / f"bank-{number}.yaml").write_text(head + text, encoding="utf-8")
    return folder


def _across(entry: str, brief: str) -> str:
    """The item with its brief named where it names a passage, as in banks across briefs."""
    return re.sub(r"(?m)^( +)- passage:", rf"\1- brief: {brief}\n\1  passage:", entry)


def _begin(folder: Path) -> None:
    for name in ("corpus", "questions"):
        (folder / name).mkdir(parents=True)
    (folder / "questions" / "course.yaml").write_text(SETTINGS.read_text(encoding="utf-8"), encoding="utf-8")


def _brief_of(bank: Path) -> str:
    found = re.search(r"(?m)^brief: (\S+)", bank.read_text(encoding="utf-8"))
    assert found is not None, f"{bank} names its brief"
    return found.group(1)


def _entries(bank: Path) -> list[str]:
    """The items of a bank as they are written."""
    body = bank.read_text(encoding="utf-8").partition("items:\n")[2]
    entries = re.split(r"(?m)^(?=  - id: )", body.rstrip("\n") + "\n")[1:]
    assert len(entries) >= 30, f"{bank} has items"
    return entries


_PROSE = "(?:stem|rationale|text|why|answer|correction|definition)"
_ON_ONE_LINE = re.compile(rf"^(?P<text> +(?:- )?{_PROSE}: (?![>\"'\d]|true|false).*?)(?P<end>[.?]?)$", re.MULTILINE)
_QUOTED = re.compile(rf"^(?P<text> +(?:- )?{_PROSE}: [\"']\D.*?)(?P<end>[.?]?[\"'])$", re.MULTILINE)
_FOLDED = re.compile(
    rf"^(?P<text>( +)(?:- )?{_PROSE}: >-(?:\n\2 {{2,}}.*)*\n\2 {{2,}}.*?)(?P<end>[.?]?)$", re.MULTILINE
)


def _varied(entry: str, copy: int) -> str:
    """The item with an id of its own and, at the end of its stem, options and reasons, a word of its own."""
    entry = re.sub(r"(?m)^(  - id: \S+)", rf"\1-{copy}", entry, count=1)
    for prose in (_ON_ONE_LINE, _QUOTED, _FOLDED):
        entry = prose.sub(rf"\g<text> {word(copy)}\g<end>", entry)
    return entry


def _copied_brief(folder: Path, brief: str, copy: int | None) -> str:
    """Write a brief, or a copy of it in which each passage ends in a word of its own; its id."""
    text = (REPOSITORY / "corpus" / f"{brief}.md").read_text(encoding="utf-8")
    name = brief if copy is None else f"{brief}-{copy}"
    if copy is not None:
        _, front, body = text.split("---\n", 2)
        body = re.sub(r"(?<=\S)\n(?=\n|$)", f" {word(copy).capitalize()}.\n", body.rstrip("\n") + "\n")
        front = re.sub(r"(?m)^(title: (?:#.*\n +)?\"?)", rf"\1{word(copy).capitalize()} ", front, count=1)
        text = f"---\n{front}---\n{body}"
    (folder / "corpus" / f"{name}.md").write_text(text, encoding="utf-8")
    return name


_APART = 9_875_321
"""Without a divisor in common with 70, as many as there are syllables: no two numbers get one word."""


def word(number: int) -> str:
    """A word for a number that no language has, and that is like none of another number: `beletalo`, `bisipati` …"""
    consonants, vowels = "bdfgklmnprstvz", "aeiou"
    number = (number + 1) * _APART % (len(consonants) * len(vowels)) ** 4
    word = ""
    for _ in range(4):
        number, place = divmod(number, len(consonants) * len(vowels))
        word += consonants[place // len(vowels)] + vowels[place % len(vowels)]
    return word
