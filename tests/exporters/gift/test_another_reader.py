"""Another reader of GIFT takes every file whole: gift-pegjs, a grammar that is stricter than Moodle.

It is a package of npm: `make other-readers` brings it into `build/readers`. One that is installed for all is found too
(`npm install --global`), and `QUIZGEN_GIFT_PEGJS` may name the folder of any other.
"""

from __future__ import annotations

import functools
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quizgen.model import Quiz
from tests.conftest import REPOSITORY
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.course_sites import QUIZZES, drawing
from tests.exporters.gift import importing
from tests.exporters.gift.test_gift import SIGNS, data
from tests.exporters.moodle.importing import Imported
from tests.quizzes import every_shape

NODE = shutil.which("node")
_SCRIPT = """
const { parse } = require(process.argv[1]);
process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map((text) => parse(text))));
"""


@functools.cache
def package() -> str | None:
    """The folder of gift-pegjs, or None where it is not at hand."""
    named = os.environ.get("QUIZGEN_GIFT_PEGJS")
    npm = shutil.which("npm")
    found = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=False) if npm else None
    roots = [REPOSITORY / "build" / "readers" / "node_modules", *([Path(found.stdout.strip())] if found else [])]
    places = [Path(named)] if named else [root / "gift-pegjs" for root in roots]
    return next((str(place.resolve()) for place in places if (place / "package.json").is_file()), None)


needs_the_reader = pytest.mark.skipif(
    not (NODE and package()), reason="needs node and gift-pegjs: `make other-readers`"
)

TYPES = {
    "multichoice": "MC",
    "truefalse": "TF",
    "shortanswer": "Short",
    "numerical": "Numerical",
    "matching": "Matching",
    "essay": "Essay",
    "description": "Description",
}


def read(*quizzes: Quiz) -> list[list[dict[str, Any]]]:
    """What the reader makes of the files of these quizzes."""
    texts = json.dumps([data(quiz).decode() for quiz in quizzes])
    run = subprocess.run(
        [str(NODE), "-e", _SCRIPT, str(package())], input=texts, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    found: list[list[dict[str, Any]]] = json.loads(run.stdout)
    return found


@needs_the_reader
def test_it_reads_of_every_real_quiz_what_moodle_reads() -> None:
    quizzes = (*QUIZZES, every_shape(), drawing())
    questions = 0
    for quiz, found in zip(quizzes, read(*quizzes), strict=True):
        moodle = importing.questions(data(quiz))
        others = [one for one in found if one["type"] != "Category"]
        assert len(others) == len(moodle)
        for one, other in zip(moodle, others, strict=True):
            _agree(one, other)
            questions += 1
    assert questions > 600


@needs_the_reader
@pytest.mark.parametrize("evil", [*EVIL, *SIGNS, "}", "{=x}", "//\n\n//"])
def test_it_reads_hostile_text_as_moodle_does(evil: str) -> None:
    quiz = poisoned(evil)
    (found,) = read(quiz)
    moodle = importing.questions(data(quiz))
    assert len(moodle) > 6
    others = [one for one in found if one["type"] != "Category"]
    for one, other in zip(moodle, others, strict=True):
        _agree(one, other)


def _agree(one: Imported, other: dict[str, Any]) -> None:
    """Both readers have the same question; this one leaves codes on the right side of pairs as they are."""
    assert (other["type"], other["title"]) == (TYPES[one.type], one.name)
    assert _same(other["stem"], one.text)
    if one.type != "description":
        assert (other["id"], tuple(other["tags"])) == (one.idnumber, one.tags)
        assert _same(other["globalFeedback"], one.general)
    if one.type == "multichoice":
        single = one.settings["single"] == "true"
        for choice, answer in zip(other["choices"], one.answers, strict=True):
            assert _same(choice["text"], answer.text)
            assert _same(choice["feedback"], answer.feedback)
            assert choice["isCorrect"] is (single and answer.fraction == 1)
            assert single or abs(choice["weight"] / 100 - answer.fraction) < 1e-5
    elif one.type == "truefalse":
        assert other["isTrue"] is (one.answers[0].fraction == 1)
        said = [answer.feedback for answer in sorted(one.answers, key=lambda answer: answer.fraction)]
        assert [_text(other["trueFeedback"]), _text(other["falseFeedback"])] == said
    elif one.type == "shortanswer":
        assert [choice["text"]["text"] for choice in other["choices"]] == [answer.text for answer in one.answers]
    elif one.type == "numerical":
        (choice,) = other["choices"]
        assert choice["text"]["number"] == float(one.answers[0].text)
        assert choice["text"].get("range", 0) == one.answers[0].tolerance
    elif one.type == "matching":
        pairs = [(pair["subquestion"]["text"], importing.decoded(pair["subanswer"])) for pair in other["matchPairs"]]
        assert [(left, _spaced(right)) for left, right in pairs] == [
            (left, _spaced(right)) for left, right in one.pairs
        ]


def _same(found: dict[str, Any] | None, text: str) -> bool:
    return _text(found) == text


def _text(found: dict[str, Any] | None) -> str:
    return found["text"].strip() if found else ""


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text).replace("&&092;", "\\"))
