"""The table of items: what it says of every answer shape, and that nothing a bank says is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import building, wording
from quizgen.building import Request
from quizgen.course import load
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Quiz, Sequence, Words
from quizgen.presenting.item_table import COLUMNS, rows
from tests.conftest import REPOSITORY
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import ANSWERS, QUOTE, every_shape, question

SAID: dict[str, dict[str, str]] = {
    "why-a-fund": {
        "key": "A. So that repairs need not wait for loans",
        "whys": (
            "B. Taxes are not what the fund is for.\nC. The ferry is never for sale.\n"
            "D. The fund repairs; it builds nothing new."
        ),
    },
    "years-of-storms": {"options": "A. 1998\nB. 2007\nC. 2017", "key": "B. 2007"},
    "what-it-pays": {"key": "A. Roofs\nB. Piers", "marking": "All or nothing."},
    "fund-is-loan": {"options": "A. True\nB. False", "key": "B. False", "whys": "A. A storm fund is money set aside."},
    "who-governs": {"options": "", "key": "Señora Ibarra", "also_right": "Ibarra", "marking": ""},
    "storm-fund": {"stem": "Money set aside before a storm", "key": "storm fund", "also_right": "fund for storms"},
    "share-saved": {"key": "2.5\u00a0percent", "marking": "within 0.1"},
    "gaps-in-text": {
        "stem": "The fund was set up in (1) ____ by the (2) ____ (not the mayor) of {the} island.",
        "key": "1. 1999\n2. council",
        "also_right": "1. 99",
    },
    "who-said-what": {
        "options": "1. Ibarra\n2. The council\nA. A harbor fee\nB. A storm fund\nC. A lottery",
        "key": "1. Ibarra → B. A storm fund\n2. The council → A. A harbor fee",
    },
    "before-or-after": {
        "key": "1. Saving → A. Before\n2. Repairing → B. After\n3. Drilling → A. Before",
        "whys": "1. Saving is done early.",
    },
    "order-of-work": {"options": "", "key": "1. Clear the roads\n2. Mend the roofs\n3. Open the school"},
    "argue-for-it": {"marking": "States the claim (2 pts)\nWeighs it (1 pt)"},
}


@pytest.mark.parametrize("id", ANSWERS)
def test_what_is_said_of_each_shape(id: str) -> None:
    (row,) = rows(quiz_of(question(id)))
    assert tuple(row) == COLUMNS
    assert {name: row[name] for name in SAID[id]} == SAID[id]
    assert (row["id"], row["number"], row["quote"], row["passage"]) == (id, 1, QUOTE, "p1")
    assert row["source"] == "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”"
    assert str(row["passage_text"]).startswith(f"p1: On Isla Clara, {QUOTE}")


def test_the_samples_are_of_every_shape() -> None:
    assert set(SAID) == set(ANSWERS)
    shapes = {type(answer) for _, _, answer in ANSWERS.values()}
    assert shapes == {Choices, Words, Number, Gaps, Pairs, Sequence, Essay}


def test_what_is_rare_is_said_too() -> None:
    asked = replace(question("who-governs"), exam_only=True, allow={"long-stem": "It must be."})
    (row,) = rows(quiz_of(asked))
    assert (row["exam_only"], row["allow"], row["tags"]) == ("yes", "long-stem: It must be.", "funds")


def test_every_language_names_every_column() -> None:
    for words in wording.ALL:
        assert tuple(name for name in words.columns if name not in ("verdict", "comment")) == COLUMNS
        assert {"verdict", "comment"} < set(words.columns)
        assert len(set(words.columns.values())) == len(words.columns)
        assert len(words.verdicts) == 3
        assert len(words.items) <= 31


def test_the_real_quizzes_have_a_row_an_item_with_a_key_and_evidence() -> None:
    quizzes = building.quizzes(load(REPOSITORY), Request(("csv",), 0, forms=0))
    seen = 0
    for quiz in quizzes:
        found = list(rows(quiz))
        assert [row["id"] for row in found] == [one.id for one in quiz.questions]
        for row in found:
            seen += 1
            assert all(row[name] for name in ("stem", "key", "rationale", "quote", "passage_text", "source"))
    assert seen > 500


def test_two_quotes_of_one_passage_stand_on_two_lines() -> None:
    asked = question("who-governs")
    quiz: Quiz = replace(every_shape(), questions=(replace(asked, evidence=asked.evidence * 2),))
    (row,) = rows(quiz)
    assert (row["passage"], row["quote"]) == ("p1\np1", f"{QUOTE}\n{QUOTE}")
    assert str(row["passage_text"]).count("p1: ") == 1
