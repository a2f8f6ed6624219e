"""Hostile input that cannot lie in a repository: too large, or not a file that every system can hold."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

Lay = Callable[[Path], object]
"""Does something to a course."""

HEAD = "brief: storm-savings\ntitle: Hostile\nitems:\n"
FRONT = "---\ntitle: Hostile\nauthors: [A. Author]\npublisher: P\nlanguage: en\ntext: restated\n---\n"
BANK = "questions/hostile.yaml"
BRIEF = "corpus/hostile.md"


def _item(number: int, **fields: str) -> str:
    own = {
        "kind": "fact",
        "type": "true-false",
        "stem": f"Storm fund number {number} pays for the pier.",
        "answer": "true",
        "rationale": "The brief says so.",
        "evidence": '[{passage: p2, quote: "a storm fund, money that is set aside before a storm"}]',
        "difficulty": "easy",
        "thinking": "remember",
    } | fields
    return f"  - id: item-{number}\n" + "".join(f"    {name}: {value}\n" for name, value in own.items())


def _file(name: str, data: Callable[[], str | bytes]) -> Lay:
    def lay(course: Path) -> None:
        made = data()
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))

    return lay


def _link(name: str, to: str) -> Lay:
    def lay(course: Path) -> None:
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    return lay


def _named(name: str, like: str) -> Lay:
    """A file like one of the course's under another name."""
    return lambda course: (course / name).write_bytes((course / like).read_bytes())


def _pipe(course: Path) -> None:
    os.mkfifo(course / BANK)


def _unreadable(course: Path) -> None:
    (course / BANK).mkdir()


def _zip(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def _encrypted() -> bytes:
    data = bytearray(_zip({"a.xml": b"<quiz/>"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + at] |= 1
    return bytes(data)


STARTER = "questions/storm-savings.yaml"

COURSES: dict[str, Lay] = {
    "a-million-items": _file(BANK, lambda: HEAD + "  - {}\n" * 1_000_000),
    "a-million-words": _file(BANK, lambda: HEAD + "  - x\n" * 1_000_000),
    "a-hundred-thousand-ids": _file(BANK, lambda: HEAD + "".join(f"  - id: a{n}\n" for n in range(100_000))),
    "twenty-megabytes-of-items": _file(BANK, lambda: (HEAD + "".join(map(_item, range(60_000))))[:20_000_001]),
    "more-than-can-be-read": _file(BANK, lambda: HEAD + "# " + "x" * 20_000_000 + "\n"),
    "ten-thousand-distractors": _file(
        BANK,
        lambda: (
            HEAD
            + _item(
                1, type="choice", answer="x", distractors="[" + "{text: a, why: b}, " * 10_000 + "{text: c, why: d}]"
            )
        ),
    ),
    "ten-thousand-evidence": _file(
        BANK, lambda: HEAD + _item(1, evidence="[" + "{passage: p2, quote: a storm fund}, " * 10_000 + "]")
    ),
    "ten-thousand-steps": _file(
        BANK,
        lambda: HEAD + _item(1, type="order", answer="", steps="[" + ", ".join(f"s{n}" for n in range(10_000)) + "]"),
    ),
    "ten-thousand-blanks": _file(BANK, lambda: HEAD + _item(1, type="cloze", text="'" + "{{a|b::c}} " * 10_000 + "'")),
    "ten-thousand-unknown-keys": _file(
        BANK, lambda: HEAD + _item(1) + "".join(f"    k{n}: v\n" for n in range(10_000))
    ),
    "ten-thousand-mistakes": _file(BANK, lambda: HEAD + "  - id: [\n" * 10_000),
    "a-stem-of-a-megabyte": _file(BANK, lambda: HEAD + _item(1, stem="word " * 200_000)),
    "a-word-of-a-megabyte": _file(BANK, lambda: HEAD + _item(1, stem="w" * 1_000_000)),
    "a-quote-of-a-megabyte": _file(
        BANK, lambda: HEAD + _item(1, evidence='[{passage: p2, quote: "' + "a storm " * 125_000 + '"}]')
    ),
    "a-line-of-ten-megabytes": _file(BANK, lambda: HEAD + "  - id: " + "a" * 10_000_000 + "\n"),
    "a-key-of-a-megabyte": _file(BANK, lambda: HEAD + "  - " + "k" * 1_000_000 + ": v\n"),
    "half-a-million-lists": _file(BANK, lambda: HEAD + "  - " + "[" * 500_000 + "\n"),
    "a-hundred-thousand-aliases": _file(BANK, lambda: "x: &x a\ny: [" + "*x, " * 100_000 + "]\n" + HEAD + _item(1)),
    "a-passage-of-a-megabyte": _file(BRIEF, lambda: FRONT + "A storm fund pays. " * 55_000 + "\n"),
    "a-passage-of-one-word": _file(BRIEF, lambda: FRONT + "w" * 1_000_000 + "\n"),
    "a-hundred-thousand-passages": _file(BRIEF, lambda: FRONT + "A passage.\n\n" * 100_000),
    "front-matter-of-a-megabyte": _file(BRIEF, lambda: FRONT.replace("Hostile", "t" * 1_000_000) + "A passage.\n"),
    "a-thousand-briefs": lambda course: [
        _file(f"corpus/b{number}.md", lambda: FRONT + "A passage.\n")(course) for number in range(1000)
    ],
    "a-hundred-thousand-sections": _file(
        "questions/quizzes/hostile.yaml", lambda: "title: T\nsections:\n" + "  - take: [{count: 1}]\n" * 100_000
    ),
    "locks-of-a-million-lines": _file("questions/reviewed.lock", lambda: "item 0123456789abcdef\n" * 800_000),
    "link-out-of-the-course": _link(BANK, "/etc/passwd"),
    "link-beside-the-course": _link(BANK, "../../beside.yaml"),
    "link-to-itself": _link(BANK, "hostile.yaml"),
    "link-to-a-device": _link(BANK, "/dev/zero"),
    "link-to-nothing": _link(BANK, "nowhere.yaml"),
    "link-to-another-bank": _link(BANK, "storm-savings.yaml"),
    "link-of-a-brief": _link(BRIEF, "/etc/hostname"),
    "link-of-settings": _link("questions/course.yaml", "/dev/zero"),
    "link-of-a-lock": _link("questions/reviewed.lock", "/etc/passwd"),
    "folder-for-a-bank": _unreadable,
    "pipe-for-a-bank": _pipe,
    "name-of-a-device": _named("questions/con.yaml", STARTER),
    "name-of-a-port": _named("questions/lpt1.yaml", STARTER),
    "name-that-folds-alike": _named("questions/Storm-Savings.yaml", STARTER),
    "name-with-a-space": _named("questions/storm savings.yaml", STARTER),
    "name-with-a-newline": _named("questions/storm\nsavings.yaml", STARTER),
    "name-with-an-escape": _named("questions/storm\x1b[31msavings.yaml", STARTER),
    "name-that-is-no-text": lambda course: _named(os.fsdecode(b"questions/storm\xff.yaml"), STARTER)(course),
    "name-that-is-hidden": _named("questions/.hidden.yaml", STARTER),
    "name-that-is-very-long": _named(f"questions/{'a' * 240}.yaml", STARTER),
    "name-that-is-reserved": _named("questions/index.yaml", STARTER),
    "name-of-a-copy": _named("questions/storm-savings-copy.yaml", STARTER),
    "name-of-a-brief-that-folds-alike": _named("corpus/Storm-Savings.md", "corpus/storm-savings.md"),
    "name-in-two-endings": _named("questions/storm-savings.yml", STARTER),
    "name-of-a-bank-and-a-quiz": _file("questions/quizzes/storm-savings.yaml", lambda: "title: T\nsections: []\n"),
    "no-questions": lambda course: (course / STARTER).unlink(),
    "no-corpus": lambda course: (course / "corpus" / "storm-savings.md").rename(course / "corpus" / "gone.txt"),
    "manifest-of-ten-megabytes": _file(
        "output/instructor/manifest.json", lambda: json.dumps({"files": {f"f{n}": {} for n in range(400_000)}})
    ),
    "manifest-is-a-folder": lambda course: (course / "output/instructor/manifest.json").mkdir(parents=True),
    "output-is-a-file": _file("output", lambda: "mine"),
    "output-has-a-folder-in-the-way": lambda course: (course / "output/students/html/storm-savings.html").mkdir(
        parents=True
    ),
    "output-links-out": _link("output/students", "../../outside"),
    "stage-of-a-stranger": _file(
        "output/.quizgen-build/plan.json", lambda: '{"write": ["../../beside.txt"], "remove": []}'
    ),
    "stage-that-removes": _file(
        "output/.quizgen-build/plan.json", lambda: '{"write": [], "remove": ["../questions/course.yaml"]}'
    ),
    "stage-that-links-out": _link("output/.quizgen-build", "../../outside"),
    "lock-that-links-out": _link("output/.quizgen-lock", "../questions/course.yaml"),
    "manifest-that-links-out": _link("output/instructor/manifest.json", "../../questions/course.yaml"),
    "stage-that-is-no-plan": _file("output/.quizgen-build/plan.json", lambda: "{"),
    "stage-that-is-a-file": _file("output/.quizgen-build", lambda: "mine"),
}
"""What is done to a good course, by name; it is then checked and built."""

IMPORTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip-bomb": ("bomb.zip", lambda: _zip({"a.xml": b"<quiz>" + b" " * 300_000_000 + b"</quiz>"})),
    "zip-of-many-files": ("many.zip", lambda: _zip({f"f{n}.xml": b"<quiz/>" for n in range(20_000)})),
    "zip-slip": ("slip.zip", lambda: _zip({"../../beside.xml": b"<quiz/>", "/etc/x.xml": b"<quiz/>"})),
    "zip-in-a-zip": ("nested.zip", lambda: _zip({"a.zip": _zip({"a.zip": _zip({"a.xml": b"<quiz/>"})})})),
    "zip-encrypted": ("locked.zip", _encrypted),
    "zip-cut-short": ("short.zip", lambda: _zip({"a.xml": b"<quiz/>" * 1000})[:-40]),
    "zip-empty": ("empty.zip", lambda: _zip({})),
    "gift-of-ten-megabytes": ("big.gift.txt", lambda: b"::t:: What {=a ~b}\n\n" * 500_000),
    "gift-of-one-line": ("line.gift.txt", lambda: b"What " * 2_000_000 + b"{=a}"),
    "gift-of-backslashes": ("slashes.gift.txt", lambda: b"\\" * 5_000_000),
    "moodle-of-many-questions": (
        "many.xml",
        lambda: (
            b"<quiz>"
            + b'<question type="essay"><questiontext><text>W?</text></questiontext></question>' * 100_000
            + b"</quiz>"
        ),
    ),
    "moodle-of-deep-html": (
        "deep.xml",
        lambda: (
            b'<quiz><question type="essay"><questiontext><text><![CDATA['
            + b"<b>" * 100_000
            + b"]]></text></questiontext></question></quiz>"
        ),
    ),
    "csv-of-many-rows": ("rows.csv", lambda: b"type,stem,answer,distractors\n" + b"choice,What?,a,b\n" * 300_000),
    "csv-of-one-cell": ("cell.csv", lambda: b'type,stem\nchoice,"' + b"a" * 15_000_000 + b'"\n'),
    "more-than-can-be-read": ("large.csv", lambda: b"type,stem\n" + b"a" * 20_000_001),
}
"""Files to import, by name: what each is called, and what it holds."""
