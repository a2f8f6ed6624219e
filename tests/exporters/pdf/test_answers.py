"""What the key says of each shape."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.exporters.pdf.answers import scoring, short, shorter
from quizgen.exporters.pdf.text import said
from quizgen.model import Blank, Gaps, Scoring
from tests.exporters.pdf.reading import whole
from tests.exporters.pdf.samples import Built
from tests.quizzes import ANSWERS, question

EACH = {
    "what-it-pays": "1.5 pts for each right option; each wrong tick takes as much away, down to 0.",
    "gaps-in-text": "1.5 pts for each that is right.",
    "who-said-what": "1.5 pts for each that is right.",
    "before-or-after": "1 pt for each that is right.",
    "order-of-work": "1 pt for each that is right.",
}
"""How three points are earned, for the items that can be right in part."""


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


@pytest.mark.parametrize("id", ANSWERS)
def test_how_points_are_counted_is_said_where_an_answer_can_be_right_in_part(id: str) -> None:
    ways: tuple[tuple[Scoring, str | None], ...] = (
        ("each", EACH.get(id)),
        ("all", "All or nothing." if id in EACH else None),
    )
    for way, told in ways:
        one = replace(question(id), points=3, scoring=way)
        lines = list(scoring(one, wording.EN))
        assert [(line.label, said(line.text)) for line in lines] == ([("Scoring", told)] if told else [])


def test_a_text_with_one_blank_is_right_or_wrong() -> None:
    one = replace(question("gaps-in-text"), answer=Gaps(("The fund is of ", Blank(("1999",)))), scoring="each")
    assert list(scoring(one, wording.EN)) == []


def test_a_share_is_rounded_to_the_hundredth() -> None:
    one = replace(question("order-of-work"), points=1, scoring="each")
    (line,) = scoring(one, wording.ES)
    assert said(line.text) == "0.33 ptos. por cada acierto."


@pytest.mark.parametrize("id", ANSWERS)
def test_what_is_shorter_says_the_same(id: str) -> None:
    answer = ANSWERS[id][2]
    first, *others = (said(text) for text in shorter(answer, wording.EN))
    assert first == said(short(answer, wording.EN))
    assert [len(others)] == (
        [2] if id in {"what-it-pays", "who-said-what", "before-or-after", "order-of-work"} else [0]
    )
    for other in others:
        names = other.replace(" ", "")
        assert len(other) < len(first)
        assert set(names) <= set(first)
        assert len(names) == len(re.findall(r"[A-Z]", first))
