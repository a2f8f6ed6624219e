"""Self-tests for a class that may have the briefs' own words: they alone show them, and say what they do not have."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import cli, originals, wording
from quizgen.findings import Location
from quizgen.model import Brief, Passage
from tests.exporters.html.conftest import page_of
from tests.quizzes import BRIEF, QUOTE, every_shape

OWN = "The words that Ibarra wrote herself, “set aside” and all."
ORIGINAL = replace(BRIEF, restated=False, passages=(Passage("p1", OWN, Location("originals/storms.md", 9)),))
QUIZ = every_shape()


def shown(original: Brief = ORIGINAL) -> str:
    return page_of(QUIZ, originals=originals.shown([QUIZ], {original.id: original}))


def test_the_original_stands_in_place_of_our_words_as_a_quotation() -> None:
    page = shown()
    assert OWN in page
    assert QUOTE not in page
    assert "Restated from" not in page
    assert "data-at" not in page
    assert '<div id="b1p1" class="quoted">' in page
    assert "Ibarra and Ray (2024), “Saving before the Storm”, paragraph 1" in page
    assert wording.EN.for_this_class in page
    assert wording.EN.for_this_class not in page_of(QUIZ)


def test_a_brief_in_its_own_words_already_needs_no_original() -> None:
    full = replace(QUIZ, briefs=(replace(BRIEF, restated=False),))
    assert originals.shown([full], {"storms": ORIGINAL}) == {}
    assert list(originals.missing([full], {})) == []


def test_what_the_folder_does_not_have_is_found() -> None:
    (finding,) = originals.missing([QUIZ, QUIZ], {})
    assert finding.rule == "restated-passages"
    assert "there is no original `storms.md`" in finding.message
    assert list(originals.missing([QUIZ], {"storms": ORIGINAL})) == []
    (finding,) = originals.missing([QUIZ], {"storms": replace(ORIGINAL, passages=())})
    assert "no passage for p1" in finding.message


@pytest.fixture
def build(starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Build the sample course, its brief restated, with an original beside it; what is said of it."""
    brief = starter / "corpus" / "storm-savings.md"
    held = starter.parent / "originals"
    held.mkdir()
    (held / brief.name).write_text(brief.read_text(encoding="utf-8").replace("lives by its ferry", "LIVES BY IT"))
    brief.write_text(brief.read_text(encoding="utf-8").replace("text: full", "text: restated"))
    monkeypatch.chdir(starter)

    def call(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["quizgen", "build", *arguments])
        with pytest.raises(SystemExit):
            cli.main()
        captured = capsys.readouterr()
        return captured.out + captured.err

    return call


def test_only_self_tests_have_the_originals(build: Callable[..., str], starter: Path) -> None:
    assert build("--originals", "../originals").startswith("Built ")
    files = {path.relative_to(starter): path.read_bytes() for path in starter.rglob("*") if path.is_file()}
    having = {path.as_posix() for path, data in files.items() if b"LIVES BY IT" in data}
    assert having == {"output/students/html/storm-savings.html"}
    assert b'"originals": true' in files[Path("output/instructor/manifest.json")]
    build()
    assert b"LIVES BY IT" not in (starter / "output/students/html/storm-savings.html").read_bytes()


def test_a_folder_without_the_brief_or_a_build_without_pages_is_told(build: Callable[..., str], starter: Path) -> None:
    (starter.parent / "originals" / "storm-savings.md").unlink()
    said = build("html", "--originals", "../originals")
    assert "there is no original `storm-savings.md` in the folder" in said
    assert "Built " in said
    assert "Nothing was built" in build("html", "--strict", "--originals", "../originals")
    assert "--originals is for self-tests alone" in build("pdf", "--originals", "../originals")
