from __future__ import annotations

import pytest

from quizgen.text.meaning import Flip, flips

SOURCE = "In 1999 the council agreed to set aside a small share of its harbor fees before a storm."


@pytest.mark.parametrize(
    ("statement", "source", "said", "found"),
    [
        (
            "The council did not agree in 1999 to set aside harbor fees",
            SOURCE,
            "not agree",
            "1999 the council agreed to set aside",
        ),
        ("The council agreed to set aside harbor fees after a storm", SOURCE, "after", "before"),
        ("The council set aside a large share of its harbor fees", SOURCE, "large", "small"),
        ("Prices for the ferry fell in 2007", "In 2007 prices for the ferry rose.", "fell", "rose"),
        ("The council can sign for loans", "The council cannot sign for loans.", "", "cannot sign"),
        ("The council signs for loans", "The council doesn’t sign for loans.", "", "doesn’t sign"),
        ("Private roofs are paid for", "Public roofs are paid for first.", "private", "Public"),
        ("The fund was illegal", "The fund was legal.", "illegal", "legal"),
        ("The least common storms take the pier", "The most common storms take the pier.", "least", "most"),
        (
            "The council did not deny the loan",
            "The council denied the loan.",
            "not deny",
            "The council denied the loan",
        ),
        ("Repairs begin until a loan is there", "Repairs cannot begin until a loan is there.", "", "cannot begin"),
        (
            "Repairs did not begin before a storm",
            "Repairs began before a storm.",
            "not begin before a storm",
            "began before a storm",
        ),
        (
            "The pier was not unsafe for ferries",
            "The pier was unsafe for ferries.",
            "not unsafe",
            "The pier was unsafe for ferries",
        ),
        (
            "The storm of 1998 was not the largest",
            "The storm of 1998 was the largest.",
            "not the largest",
            "1998 was the largest",
        ),
    ],
)
def test_denials_and_opposites_beside_the_same_words(statement: str, source: str, said: str, found: str) -> None:
    (flip,) = flips(statement, source)
    assert (flip.said, flip.source) == (said, found)
    assert source[flip.at :].startswith(found)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Repairs can begin without waiting for a lender", "Repairs can begin instead of waiting for a lender."),
        ("The council does not sign for loans", "The council refuses to sign for loans."),
        ("The council signs for no loans", "Loans the council signs for there are not."),
        ("The fund, not the loan, pays for the pier", "The fund pays for the pier, unlike the loan."),
        ("The ferry did not sink", "The ferry did not sink."),
        ("Storms are not only strong but frequent", "Storms are strong and frequent."),
        ("The fund pays for at least two roofs", "The fund pays for most roofs."),
        ("Prices did not fall", "Prices rose."),
        ("More storms took the pier after 1998", "Fewer ferries came, but more storms took the pier after 1998."),
        ("The tax is high", "Low roofs are safe."),
        ("The mayor was not ill when the new school council met abroad", "The mayor was ill in spring."),
        ("Prices for the ferry fell in 2007", "Prices for the ferry declined in 2007 after they rose."),
        ("Important roofs are paid for", "Exports of roofs are paid for."),
        ("The completed roof holds", "Part of the roof holds."),
    ],
)
def test_what_says_the_same_or_speaks_of_something_else(statement: str, source: str) -> None:
    assert flips(statement, source) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Officials did not deny that the pier was weak", "Officials admitted that the pier was weak."),
        ("No storm was as large as that of 1998", "The storm of 1998 was the largest storm."),
        ("No storm took more piers than that of 1998", "The storm of 1998 took the most piers."),
        ("Loans for the pier last a year or more", "Less than a year is too short for loans for the pier."),
        ("Prices for the ferry did not rise in 2007", "Prices for the ferry fell in 2007."),
        ("Repairs cannot begin until the loan is agreed", "Repairs begin once the loan is agreed."),
        ("The pier is not mended unless the council agrees", "The pier is mended if the council agrees."),
        ("Unless the council agrees, the pier closes", "If the council does not agree, the pier closes."),
        ("Repairs did not begin before 2007", "Repairs began after 2007."),
        ("The fund was not sufficient for the pier", "The fund was insufficient for the pier."),
        ("The workers were not counted by the council", "The workers were uncounted by the council."),
        (
            "The work was done without strong mayors",
            "No U.S. mayor had the will to lead strongly there.",
        ),
        ("The government does without storm funds", "The government declined to set up storm funds."),
        ("There was no drop in the prices of the ferry", "The surge in the prices of the ferry went on."),
        (
            "The lenders will hardly do so unless sanctions threaten",
            "The mayor is unlikely to bring lenders to mend it, which would cost them, unless she threatens sanctions.",
        ),
        ("The mayor cuts spending of low priority", "The mayor cuts spending that is no priority."),
        ("Its loans failed to mend the pier", "Its failure to mend the pier by loans was seen."),
        ("The council should not depend on lenders", "To grow dependent on lenders for good is not the way."),
        ("Without the chief lender the council might save", "The lender was the chief one of the council."),
        ("The mayor seems indispensable for a fund", "The mayor whom a fund cannot do without seems ill."),
        (
            "The council never agreed to borrow for a pier",
            "The council agreed on a fund and never borrowed for a pier.",
        ),
    ],
)
def test_a_denial_that_the_other_side_words_otherwise(one: str, other: str) -> None:
    assert flips(one, other) == ()
    assert flips(other, one) == ()


def test_a_stem_that_denies_excuses_a_key_that_does_not() -> None:
    source = "The council cannot sign for loans."
    assert flips("Loans that the council signs", source)
    assert flips("Loans that the council signs", source, beside="What is not allowed?") == ()


def test_each_sentence_of_a_long_answer_is_read_by_itself() -> None:
    answer = "The mayor likes the ferry. The council set aside harbor fees after a storm. Nobody else did."
    assert flips(answer, SOURCE) == (Flip("after", "before", SOURCE.index("before")),)


def test_what_another_sentence_of_the_answer_says_plainly_is_not_denied_by_it() -> None:
    assert flips("The fund mends the pier. In bad years it cannot mend the pier.", "The fund mends the pier.") == ()


def test_a_long_answer_may_deny_a_word_that_the_source_has_beside_others() -> None:
    source = "The harbor of the island bears a close likeness to that of the mainland."
    assert flips("It is so. In that year the council could not close its harbor.", source) == ()
    assert flips("It is so. The harbor of the island bears no likeness to that of the mainland.", source)


def test_a_sentence_of_a_long_answer_is_held_against_the_quote_that_speaks_of_the_same() -> None:
    answer = "It is so. A storm that took the pier does not show that the fund failed in a year of calm."
    assert flips(answer, "Loans, as the price shows, grow.\nA storm that took the pier failed in a year of calm.") == ()


def test_more_of_an_adverb_is_no_more() -> None:
    assert flips("The council now gets its roofs far more cheaply", "The council pays less for roofs.") == ()
    assert flips("The council mends roofs more quickly", "The council mends roofs less quickly.")


def test_spanish_has_tables_of_its_own() -> None:
    source = "El consejo aparta dinero antes de una tormenta."
    assert [flip.said for flip in flips("Dinero que el consejo aparta después de una tormenta", source, "es")] == [
        "despues"
    ]
    assert [flip.said for flip in flips("El consejo no aparta dinero", source, "es")] == ["no aparta"]
    assert flips("El consejo no solo aparta dinero", source, "es") == ()
