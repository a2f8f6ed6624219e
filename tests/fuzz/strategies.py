"""What might be written into a file of a course, or stand in one to import: good files spoilt, and files made up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quizgen import items, locks, marked_yaml, releasing
from quizgen.course import load
from quizgen.documents import Data
from tests.conftest import STARTER
from tests.examples import HEAD, of_type
from tests.importing.ours import FILES

ODD = (
    "", " ", "\n", "\n\n", "\t", "\r\n", "\0", "\ufeff", "\x85", "\u2028", "\u202e", "\u200d", "\u0301", "\ud7ff",
    "\uffff", "- ", ": ", ":", "#", " #", "---\n", "...\n", "&a ", "*a", "!!python/object:os.system ", "!x ", "<<: ",
    "? ", "| ", ">-\n", "[", "]", "{", "}", "{{", "}}", "{{a::b}}", "\\", "\\{{", '"', "'", "`", "%", "@", "~", "null",
    "true", "no", "1e999", "-0", "NaN", "0x1F", "1,250", "1.25 percent", "9" * 40, "id: x\n", "  - id: x\n", "items:\n",
    "type: choice\n", "type: cloze\n", "evidence: []\n", "brief: x\n", "passage: p99\n", "take: [{count: 1}]\n",
    "../../etc/passwd", "con", "a" * 300, "word " * 300, "<script>alert(1)</script>", "&amp;", "&#0;", "]]>", "<!--",
    "=1+1", "@SUM(A1)", "::t:: ", "{=a ~b}", "{T}", "{#1:2}", "//", "$CATEGORY: ", "*so*", "**so**", "*_*_*_", "$x^2$",
    "你好", "😀", "ß", "İ", "ﬁ", "שלום", "é", "e\u0301", "…", "“", "”", "—", "½",
)  # fmt: skip
"""What has broken a program before, or means something to YAML, to a format or to a terminal."""

SIGNS = st.characters(exclude_categories=["Cs"])
PIECES = st.one_of(st.sampled_from(ODD), st.text(SIGNS, max_size=12))
TEXTS = st.lists(PIECES, max_size=6).map("".join)
PROSE = st.lists(st.sampled_from(tuple("abc de. fund 7, not?") + ODD), min_size=1, max_size=12).map("".join)


def spoilt(text: str) -> SearchStrategy[str]:
    """A text with a few parts of it cut out, and odd things put in their places."""
    cut = st.one_of(st.just(0), st.integers(0, 60), st.integers(0, 2000))
    edits = st.lists(st.tuples(st.integers(0, len(text)), cut, PIECES), min_size=1, max_size=5)
    return edits.map(lambda chosen: _edited(text, chosen))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for at, cut, put in sorted(edits, reverse=True):
        text = text[:at] + put + text[at + cut :]
    return text


def spoilt_bytes(data: bytes) -> SearchStrategy[bytes]:
    """The bytes of a file with a few of them others."""
    edit = st.tuples(st.integers(0, len(data)), st.integers(0, 9), st.binary(max_size=4))

    def edited(chosen: list[tuple[int, int, bytes]]) -> bytes:
        made = data
        for at, cut, put in sorted(chosen, reverse=True):
            made = made[:at] + put + made[at + cut :]
        return made

    return st.lists(edit, min_size=1, max_size=5).map(edited)


def _values() -> SearchStrategy[Data]:
    return st.recursive(
        st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats(), st.dates()),
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
        max_leaves=8,
    )


VALUES = _values()
"""Whatever YAML can say."""

EXAMPLES: tuple[dict[str, Data], ...] = tuple(
    marked_yaml.read(of_type(each), "x.yaml")[0].data["items"][0]  # type: ignore[union-attr]  # examples can be read
    for each in items.ALL
)
"""A good item of each type."""
_SAID = (
    "stem",
    "text",
    "why",
    "rationale",
    "correction",
    "left",
    "right",
    "heading",
    "steps",
    "criterion",
    "model_answer",
)


def _leaves(data: Data, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of each value in data, of those in the middle too."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in entries:
        yield (*path, step)
        yield from _leaves(value, (*path, step))


def _with(data: Data, path: tuple[Any, ...], value: Data) -> Data:
    if not path:
        return value
    step, *rest = path
    if isinstance(data, dict) and step in data:
        return {**data, step: _with(data[step], tuple(rest), value)}
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return [*data[:step], _with(data[step], tuple(rest), value), *data[step + 1 :]]
    return data


@st.composite
def reworded(draw: st.DrawFn) -> str:
    """A bank of a few good items in which some texts say something else, so that it may well be built."""
    written = []
    for number, item in enumerate(draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3))):
        data: Data = {**item, "id": f"item-{number}"}
        said = [path for path in _leaves(data) if path[-1] in _SAID or (path[0] == "steps" and len(path) == 2)]
        texts = [path for path in said if isinstance(_at(data, path), str)]
        for path in draw(st.lists(st.sampled_from(texts), max_size=4)) if texts else ():
            data = _with(data, path, draw(PROSE))
        written.append(data)
    return _bank(written)


@st.composite
def misused(draw: st.DrawFn) -> str:
    """A bank of a few items in which some values are of another kind, missing, or under another key."""
    written = []
    for item in draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3)):
        data: Data = item
        for path in draw(st.lists(st.sampled_from(sorted(_leaves(item), key=str)), max_size=3)):
            data = _with(data, path, draw(VALUES))
        dropped = draw(st.sets(st.sampled_from(sorted(item)), max_size=2))
        extra = draw(
            st.dictionaries(st.sampled_from([*item, "answer", "pairs", "points", "allow"]), VALUES, max_size=2)
        )
        written.append({**{key: value for key, value in data.items() if key not in dropped}, **extra})
    return _bank(written)


def _at(data: Data, path: tuple[Any, ...]) -> Data:
    for step in path:
        data = data[step]
    return data


def _bank(written: list[Data]) -> str:
    return HEAD.removesuffix("items:\n") + dumped({"items": written})


def dumped(data: Data) -> str:
    """Data as YAML."""
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return text


KEYS = {
    "blueprint": (
        "title audience banks minutes forms not_in sections take items count kind type difficulty thinking tag points "
        "instructions"
    ),
    "settings": "id title language defaults paper forms seed rules",
    "front": "title authors publisher language text published url note aliases no_items allow",
}


def made_up(name: str) -> SearchStrategy[str]:
    """A file with the keys of a course's files, and whatever behind them."""
    keys = st.sampled_from(KEYS[name].split())
    inner = st.one_of(VALUES, st.dictionaries(keys, VALUES, max_size=4))
    nested = st.one_of(inner, st.lists(st.dictionaries(keys, inner, max_size=4), max_size=3))
    return st.dictionaries(keys, nested, max_size=7).map(dumped)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


BANK = _read(STARTER / "questions" / "storm-savings.yaml")
BRIEF = _read(STARTER / "corpus" / "storm-savings.md")
SETTINGS = _read(STARTER / "questions" / "course.yaml")
BLUEPRINT = """\
title: Midterm
audience: exam
minutes: 50
forms: 2
not_in: []
sections:
  - title: Choose
    instructions: One of *these*.
    take:
      - {count: 1, banks: [storm-savings], kind: [fact, definition], difficulty: [easy], points: 2}
  - take: [{items: [why-a-storm-fund]}]
"""
REVIEWED = "why-a-storm-fund 0123456789abcdef\nwhat-the-storm-fund-pays 0123456789abcdef\n"
RELEASED = locks.write_released(releasing.release(load(STARTER), 1_700_000_000))
MANIFEST = json.dumps(
    {
        "files": {"students/csv/a.csv": {"format": "csv", "quiz": "a", "sha256": "0" * 64, "inputs": "0"}},
        "quizzes": {"a": {"items": ["b"], "audience": "study", "earlier": {"csv": {"items": ["c"]}}}},
        "sound": ["a"],
    }
)

STRATEGIES: dict[str, SearchStrategy[bytes]] = {
    "bank": st.one_of(spoilt(BANK), misused(), reworded()).map(lambda text: text.encode()),
    "another-bank": st.one_of(spoilt(BANK), TEXTS, VALUES.map(dumped)).map(lambda text: text.encode()),
    "brief": st.one_of(spoilt(BRIEF), TEXTS, made_up("front").map(lambda text: f"---\n{text}---\nA passage.\n")).map(
        lambda text: text.encode()
    ),
    "blueprint": st.one_of(spoilt(BLUEPRINT), made_up("blueprint")).map(lambda text: text.encode()),
    "settings": st.one_of(spoilt(SETTINGS), made_up("settings")).map(lambda text: text.encode()),
    "reviewed": st.one_of(spoilt(REVIEWED), TEXTS).map(lambda text: text.encode()),
    "released": st.one_of(spoilt(RELEASED), TEXTS).map(lambda text: text.encode()),
    "every-format": reworded().map(lambda text: text.encode()),
    "manifest": st.one_of(spoilt(MANIFEST), TEXTS).map(lambda text: text.encode()),
    "gift": st.one_of(
        spoilt(FILES["ours.gift.txt"].decode()).map(lambda text: text.encode()), TEXTS.map(lambda text: text.encode())
    ),
    "xml": st.one_of(*(spoilt_bytes(FILES[name]) for name in ("ours.xml", "canvas.xml"))),
    "csv": spoilt(FILES["ours.csv"].decode()).map(lambda text: text.encode()),
}
