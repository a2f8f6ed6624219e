from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen import wording
from quizgen.findings import Location
from quizgen.model import Evidence
from quizgen.presenting import citation
from tests.quizzes import BRIEF, QUOTE, every_shape, question

HERE = Location("x")


def test_a_restated_passage_is_never_a_quotation() -> None:
    (source,) = citation.sources(question("storm-fund"), every_shape(), wording.EN)
    assert source.text == QUOTE
    assert source.reference == "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”"


def test_the_briefs_own_words_are_quoted_in_each_languages_marks() -> None:
    quiz = replace(every_shape(), briefs=(replace(BRIEF, restated=False),))
    english, spanish = (citation.sources(question("storm-fund"), quiz, words)[0] for words in wording.ALL)
    assert (english.text, spanish.text) == (f"“{QUOTE}”", f"«{QUOTE}»")
    assert english.reference == "Ibarra and Ray (2024), “Saving before the Storm”, paragraph 1"


def test_quotes_from_one_passage_stand_together() -> None:
    two = tuple(Evidence("storms", "p1", quote, HERE, HERE) for quote in (QUOTE, "in 1999"))
    (source,) = citation.sources(replace(question("storm-fund"), evidence=two), every_shape(), wording.EN)
    assert source.text == f"{QUOTE} … in 1999"


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        (("in 1999", QUOTE), f"{QUOTE} … in 1999"),
        (("in 1999", "set up in"), "set up in 1999"),
        (("in 1999", "It was set up"), "It was set up in 1999"),
        (("On Isla Clara, a storm … It was set up", QUOTE), f"On Isla Clara, {QUOTE} … It was set up"),
        (("nowhere to be found", QUOTE), f"nowhere to be found … {QUOTE}"),
    ],
)
def test_they_stand_in_the_order_of_the_passage_and_once(quotes: tuple[str, ...], shown: str) -> None:
    evidence = tuple(Evidence("storms", "p1", quote, HERE, HERE) for quote in quotes)
    (source,) = citation.sources(replace(question("storm-fund"), evidence=evidence), every_shape(), wording.EN)
    assert source.text == shown


def test_quotation_marks_in_a_title_are_single_within_others() -> None:
    quiz = replace(every_shape(), briefs=(replace(BRIEF, title="On “safe” Islands"),))
    (source,) = citation.sources(question("storm-fund"), quiz, wording.EN)
    assert source.reference.endswith("“On ‘safe’ Islands”")


def test_reference() -> None:
    assert citation.reference(BRIEF, wording.EN) == (
        "Lucía Ibarra and Tom Ray (2024). Saving before the Storm. Isla Clara Institute."
    )


def test_a_title_that_asks_gets_no_full_stop() -> None:
    asked = replace(BRIEF, title="Will It Hold?")
    assert " (2024). Will It Hold? " in citation.reference(asked, wording.EN)


def test_places_say_where_passages_stand_each_once_and_nothing_of_what_they_say() -> None:
    two = tuple(Evidence("storms", "p1", quote, HERE, HERE) for quote in (QUOTE, "in 1999"))
    item = replace(question("storm-fund"), evidence=two)
    assert citation.places(item, every_shape(), wording.EN) == (
        "Ibarra and Ray (2024), “Saving before the Storm”, paragraph 1",
    )
    assert citation.places(replace(item, evidence=()), every_shape(), wording.EN) == ()
