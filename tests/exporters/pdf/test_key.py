"""The key: its grid, and the reasons and sources under it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.markup import plain
from quizgen.model import Blank, Gaps, Words
from tests.exporters.pdf.printing import key_of, quiz_of
from tests.exporters.pdf.reading import folded, pages, whole
from tests.exporters.pdf.samples import ITEMS, LONG, Built
from tests.quizzes import ANSWERS, BRIEF, QUOTE, every_shape, question


def test_the_grid_and_the_reasons_of_a_key_name_the_letters_of_its_paper(built: Built, tmp_path: Path) -> None:
    for letter, form in zip("AB", LONG.forms, strict=True):
        paper, key = (whole(built[f"letter/long/{which}-{letter}.pdf"], tmp_path) for which in ("quiz", "key"))
        grid = dict(re.findall(r"(?<!\S)(\d+) ([A-D])(?= \d| 1\.)", key[: key.index("Item")]))
        assert len(grid) == ITEMS
        for placed in form.placed:
            right = rf"([A-D]) right {placed.question.id.removeprefix('item-')}\b"
            on_paper = re.findall(right, paper)
            assert on_paper == [grid[str(placed.number)]] == re.findall(right, key), placed.number
    assert len({tuple(option.correct for option in p.question.answer.options) for p in LONG.forms[0].placed}) == 4  # type: ignore[union-attr] # all are choices


def test_the_grid_breaks_no_word(tmp_path: Path) -> None:
    answers = [Words(("B",))] * 30 + [Words(("transcontinental railroad",))]
    (page,) = pages(
        key_of(quiz_of(*(replace(question("who-governs"), answer=answer) for answer in answers))), tmp_path
    )[:1]
    assert "31 transcontinental railroad" in page


def test_a_key_gives_answers_reasons_rubric_and_sources(built: Built, tmp_path: Path) -> None:
    text = whole(built["letter/storms/key-A.pdf"], tmp_path)
    assert "Key A" in text
    assert wording.EN.key_note in text
    for said in (
        "So that the ferry can be sold – The ferry is never for sale.",
        "Señora Ibarra (Also right: Ibarra)",
        "2.5 percent (within 0.1)",
        "(1) 1999 (Also right: 99) (2) council",
        "The brief says so of the fund, and 3 < 4 & 5 > 4.",
        "Ibarra argues that waiting for loans costs more",
        "States the claim (2 pts)",
        "Weighs it (1 pt)",
        "Saving is done early.",
        "argue-for-it",
    ):
        assert said in text, said
    assert text.count("The brief says so") == len(ANSWERS)


def test_a_long_stem_is_whole_in_the_key(tmp_path: Path) -> None:
    stem = " ".join(f"word{number}" for number in range(150)) + "?"
    quiz = quiz_of(replace(question("who-governs"), stem=stem))
    assert f"1. {stem} who-governs" in whole(key_of(quiz), tmp_path)


def test_a_key_says_how_points_are_counted(built: Built, tmp_path: Path) -> None:
    text = whole(built["letter/storms/key-A.pdf"], tmp_path)
    assert text.count("Scoring ") == 5
    assert text.index("Scoring All or nothing.") < text.index("Why The brief says so", text.index("Scoring"))


def test_a_restated_passage_is_no_quotation_and_a_full_one_is(built: Built, tmp_path: Path) -> None:
    restated = whole(built["letter/storms/key-A.pdf"], tmp_path)
    full = whole(key_of(replace(every_shape(1), briefs=(replace(BRIEF, restated=False),))), tmp_path)
    assert f"Evidence {QUOTE} Restated from paragraph 1 of Ibarra and Ray (2024)" in restated
    assert f"“{QUOTE}”" not in restated
    assert f"Evidence “{QUOTE}” Ibarra and Ray (2024)" in full


def found(pattern: str, text: str) -> str:
    """The one thing that a pattern finds in a text, wherever it is."""
    matches = set(re.findall(pattern, text))
    assert len(matches) == 1, (pattern, matches)
    return str(matches.pop())


def test_the_key_names_letters_and_numbers_of_pairs_and_sequences(built: Built, tmp_path: Path) -> None:
    for letter in "AB":
        paper, key = (whole(built[f"letter/storms/{which}-{letter}.pdf"], tmp_path) for which in ("quiz", "key"))
        fund = found(r"([A-C]) A storm fund", paper)
        council = found(r"([A-C]) A harbor fee", paper)
        assert f"1. Ibarra → {fund} A storm fund 2. The council → {council} A harbor fee" in key
        assert f"{found(r'([A-C]) A lottery', paper)} A lottery – matches nothing" in key
        assert re.search(rf"\b1 {fund}, 2 {council}\b", key)
        for entry, heading in (("Saving", "A Before"), ("Repairing", "B After"), ("Drilling", "A Before")):
            number = found(rf"(\d)\. {entry}", paper)
            assert f"{number}. {entry} → {heading}" in key
        steps = ["Clear the roads", "Mend the roofs", "Open the school"]
        named = {step: found(rf"([A-C]) {step}", paper) for step in steps}
        assert " ".join(f"{n}. {named[step]} {step}" for n, step in enumerate(steps, 1)) in key
        places = sorted((named[step], n) for n, step in enumerate(steps, 1))
        assert ", ".join(f"{name} {place}" for name, place in places) in key


@pytest.mark.parametrize(("before", "behind"), [("(", ")"), ("“", "”"), ("*of* ", "*"), ("_", "_"), (" ", " ")])
def test_a_blank_is_told_in_the_key_whatever_stands_beside_it(before: str, behind: str, tmp_path: Path) -> None:
    gaps = Gaps((f"The fund{before}", Blank(("1999",)), f"{behind} and{before}", Blank(("council",)), f"{behind} too."))
    said = whole(key_of(quiz_of(replace(question("gaps-in-text"), answer=gaps))), tmp_path)
    shown = [f"{plain(part)}" if isinstance(part, str) else "____" for part in gaps.parts]
    assert folded("".join(shown)) in said
