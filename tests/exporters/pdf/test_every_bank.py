"""The course of this repository on paper: each quiz in one of the ways to print it, which cover all pairs of these."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quizgen import assemble, wording
from quizgen.course import load
from quizgen.exporters.pdf.sheet import sheet
from quizgen.exporters.pdf.styles import STANDARD, VARIANTS
from quizgen.markup import plain
from quizgen.model import Answer, Essay, Form, Gaps, Pairs, Paper, Quiz, Sequence
from tests.conftest import REPOSITORY
from tests.exporters.pdf.reading import about, folded, pages
from tests.exporters.pdf.test_sheet import shown
from tests.quizzes import SETTINGS

MM = 72 / 25.4
LOOKS = {STANDARD.name: STANDARD, **VARIANTS}


@dataclass(frozen=True)
class Way:
    """A way to print a quiz."""

    letter: str
    paper: Paper
    language: str
    look: str


WAYS = (
    Way("A", "letter", "en", "standard"),
    Way("B", "a4", "es", "standard"),
    Way("A", "a4", "en", "large-print"),
    Way("B", "letter", "es", "large-print"),
    Way("A", "letter", "es", "readable"),
    Way("B", "a4", "en", "readable"),
    Way("B", "letter", "en", "standard"),
    Way("A", "a4", "es", "large-print"),
)


@functools.cache
def quizzes() -> dict[str, Quiz]:
    course = load(REPOSITORY)
    plan = assemble.Plan(forms=2, seed=course.settings.defaults.seed)
    drawn = (assemble.of_blueprint(course, plan, one) for one in course.blueprints)
    return {quiz.id: quiz for quiz in (*assemble.of_banks(course, plan), *drawn)}


BANKS = sorted(path.stem for path in (REPOSITORY / "questions").glob("*.yaml") if path.stem != "course")
BLUEPRINTS = ["final", "midterm", "midterm-makeup", "review-root-causes-aid", "review-ms13-not-terrorist"]
PRINTED = dict(zip([*BANKS, *BLUEPRINTS], itertools.cycle(WAYS), strict=False))


@functools.cache
def printed(id: str) -> tuple[Form, bytes]:
    way = PRINTED[id]
    quiz = replace(quizzes()[id], language=way.language)
    (form,) = (form for form in quiz.forms if form.letter == way.letter)
    return form, sheet(quiz, form, replace(SETTINGS, paper=way.paper), LOOKS[way.look])


def test_ways_cover_all_pairs_and_all_are_taken() -> None:
    values = [(way.letter, way.paper, way.language, way.look) for way in WAYS]
    for one, other in itertools.combinations(range(4), 2):
        needed = set(itertools.product({value[one] for value in values}, {value[other] for value in values}))
        assert {(value[one], value[other]) for value in values} == needed
    assert set(PRINTED.values()) == set(WAYS)
    assert len(BANKS) >= 11


def in_lines(text: str) -> str:
    """A pattern of the text as it stands on a page, where a line may end within a word."""
    return re.sub(r"(?<=[-/–—])(?=[^\s\\])|(?<=\w)(?=—)", " ?", re.escape(text).replace(r"\-", "-").replace(r"\ ", " "))


def asked(answer: Answer, stem: str) -> Iterator[str]:
    """The texts of an item as they are printed, its stem first."""
    if isinstance(answer, Gaps):
        yield from (folded(plain(part)) for part in answer.parts if isinstance(part, str) and part.strip(" .,"))
        return
    yield folded(plain(stem))
    if isinstance(answer, Pairs) and answer.headings:  # which stand above what is sorted
        yield from (folded(plain(text)) for text in (*answer.rights, *(left.text for left in answer.lefts)))
        return
    if isinstance(answer, Sequence):
        yield from (folded(plain(answer.steps[index].text)) for index in answer.shown)
        return
    yield from (folded(plain(text)) for text in shown(answer))


@pytest.mark.parametrize("id", PRINTED)
def test_a_paper_is_sound_and_its_faces_are_in_it(id: str, tmp_path: Path) -> None:
    _, data = printed(id)
    assert "No syntax or stream encoding errors found" in about("qpdf", data, tmp_path, "--check")
    _, _, *fonts = about("pdffonts", data, tmp_path).splitlines()
    assert len(fonts) >= 2
    assert [line.split()[-5:-2] for line in fonts] == [["yes", "yes", "yes"]] * len(fonts)


@pytest.mark.parametrize("id", PRINTED)
def test_every_stem_and_option_can_be_read_back_from_one_page(id: str, tmp_path: Path) -> None:
    form, data = printed(id)
    found = pages(data, tmp_path)
    begun, texts = 0, 0
    for placed in form.placed:
        question = placed.question
        parts = list(asked(question.answer, question.stem))
        first = re.compile(in_lines(f"{placed.number}. {parts[0]}"[:60]))
        begun = next(n for n in range(begun, len(found)) if first.search(found[n]))
        (start,) = (match.start() for match in [first.search(found[begun])] if match)
        for part in parts:
            assert re.compile(in_lines(part)).search(found[begun], start), (question.id, part)
            texts += 1
    assert texts >= 3 * len(form.placed) >= 30
    words = wording.for_language(PRINTED[id].language)
    essays = {placed.number for placed in form.placed if isinstance(placed.question.answer, Essay)}
    continued = re.findall(rf"(\d+)\. {re.escape(words.continued)}", " ".join(found))
    assert set(map(int, continued)) <= essays


@pytest.mark.parametrize("id", PRINTED)
def test_nothing_stands_in_the_margins_but_the_running_lines(id: str, tmp_path: Path) -> None:
    _, data = printed(id)
    bounds = about("pdftotext", data, tmp_path, "-bbox", after=("-",))
    width, height = (595.28, 841.89) if PRINTED[id].paper == "a4" else (612, 792)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', bounds)
    words = [tuple(map(float, word)) for word in found]
    assert len(words) > 100
    assert min(left for left, _, _, _ in words) >= 20 * MM - 0.1
    assert max(right for _, _, right, _ in words) <= width - 20 * MM + 0.1
    lines = {(top, bottom) for _, top, _, bottom in words if top < 19 * MM or bottom > height - 19 * MM}
    assert len(lines) <= 4  # words of two faces may stand in a running line
    assert all(top >= 9 * MM and bottom <= height - 9 * MM for top, bottom in lines)


@pytest.mark.parametrize("id", PRINTED)
def test_the_structure_has_everything_in_the_order_in_which_it_is_read(id: str, tmp_path: Path) -> None:
    form, data = printed(id)
    told = about("pdfinfo", data, tmp_path, "-struct-text")
    said = folded("".join(re.findall(r'^ *"(.*)"$', told, re.MULTILINE)))
    place = 0
    for placed in form.placed:
        for part in (f"{placed.number}.", *asked(placed.question.answer, placed.question.stem)):
            assert part in said[place:], part
            place = said.index(part, place)
    roles = re.findall(r"^ *(\w+)(?: |$)", re.sub(r'(?m)^ *".*"$', "", told), re.MULTILINE)
    assert roles[0] == "Document"
    assert roles.count("H1") == 1
    assert roles.count("H2") == sum(bool(part.title) for part in form.parts)
    assert roles.count("LI") == roles.count("Lbl") == roles.count("LBody") >= len(form.placed)
