from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages, remarks, select


def test_two_words_of_stem_and_key_alone_are_a_cue() -> None:
    (remark,) = remarks(
        "clue-words", choice("Savings for repairing", "A loan", "A gift", stem="Why are savings for repairs good?")
    )
    assert remark.message.startswith("“Savings”, “repairing” stand in the question and in the key alone")
    assert remark.see is not None
    assert remark.see.line == 7


@pytest.mark.parametrize("distractor", ["A loan for repairs", "Saving for boats", "To save boats"])
def test_a_distractor_that_echoes_one_of_them_undoes_it(distractor: str) -> None:
    fields = choice("Saving for repairing", distractor, "A gift", stem="Why is saving for repairs good?")
    assert not messages("clue-words", fields)


def test_one_word_may_be_the_term_that_is_asked_for() -> None:
    assert not messages("clue-words", choice("A fund for repairs", "A loan", "A gift", stem="What pays for repairs?"))


def test_only_the_question_counts_not_what_leads_up_to_it() -> None:
    stem = "The council puts harbor fees aside. What does the brief call this?"
    assert not messages("clue-words", choice("Council money from harbor dues", "A loan", "A gift", stem=stem))


def test_a_key_that_stands_in_the_stem_is_a_cue() -> None:
    fields = choice("Storm fund", "Storm loan", "Storm gift", stem="What is a storm fund called in the brief?")
    assert messages("clue-words", fields) == [
        "the key “Storm fund” stands in the stem, and no distractor does: who has just read it picks it"
    ]


@pytest.mark.parametrize("key", ["The storm fund", "A storm fund"])
def test_an_article_hides_no_key_that_stands_in_the_stem(key: str) -> None:
    fields = choice(key, "The storm loan", "A gift", stem="Which money does a storm fund hold?")
    assert len(messages("clue-words", fields)) == 1


@pytest.mark.parametrize(
    ("key", "other", "stem"),
    [
        ("The fund", "A loan", "Which pays sooner, a fund or the loan?"),
        ("The fund", "The loan", "Which pays sooner, the fund or the loan?"),
        ("2007", "1999", "Which year came later, 2007 or another?"),
        ("Rent", "Fees", "What does the current council collect?"),
    ],
)
def test_options_named_in_the_stem_figures_and_parts_of_words_are_no_cue(key: str, other: str, stem: str) -> None:
    assert not messages("clue-words", choice(key, other, "Neither is said", stem=stem))


def test_spanish_words_count_by_their_stems() -> None:
    fields = choice(
        "Ahorrar para reparaciones", "Un préstamo", "Un regalo", stem="¿Qué ahorro paga la reparación del muelle?"
    )
    assert messages("clue-words", fields, "es")


def test_an_item_with_several_keys_is_passed_over() -> None:
    fields = select(["Savings for repairing", "Fees"], ["A loan", "A gift"], stem="Why are savings for repairs good?")
    assert not messages("clue-words", fields)
