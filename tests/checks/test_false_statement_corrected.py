from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.checks.false_statement_corrected import check
from quizgen.course import Course, load
from quizgen.findings import Location, Severity
from quizgen.model import Question
from tests.conftest import REPOSITORY
from tests.examples import of_rule

Write = Callable[[str], Path]
STEM = "A storm fund, as the brief uses the term, is a loan that is agreed before a storm."
SOUND = "A storm fund is money that is set aside before a storm."


def true_false(stem: str, correction: str | None, quote: str, passage: str = "p2") -> str:
    said = f"correction: '{correction}'\n" if correction else ""
    evidence = f"evidence: [{{passage: {passage}, quote: '{quote}'}}]\n"
    return of_rule(f"type: true-false\nstem: '{stem}'\nanswer: false\n{said}{evidence}")


def messages(course: Path) -> list[str]:
    return [remark.message for remark in check(load(course))]


FUND = "a storm fund, money that is set aside before a storm"


def test_a_false_statement_without_correction_is_an_error_at_the_statement(bank_of: Write) -> None:
    (found,) = check(load(bank_of(true_false(STEM, None, FUND))))
    assert found.message == "the statement is false, and nothing says what is true: add `correction:`"
    assert (found.where, found.severity) == (Location("questions/storm-savings.yaml", 6, 11), None)


@pytest.mark.parametrize("same", [STEM, STEM.replace("a loan", "the loan").replace(".", "")])
def test_a_correction_that_says_the_same_is_an_error(bank_of: Write, same: str) -> None:
    (said,) = messages(bank_of(true_false(STEM, same, FUND)))
    assert said.startswith("the correction says the same as the statement")


def test_a_statement_that_changed_places_with_its_correction_is_a_warning(bank_of: Write) -> None:
    (found,) = check(load(bank_of(true_false(SOUND, STEM, FUND))))
    assert found.message.startswith("the quotes carry what the statement says, not what the correction says")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("stem", "correction", "quote", "passage"),
    [
        # the correction in other words than the brief's
        ("The island waited a year for a loan.", "The island waited almost three months for a loan.",
         "In 2007 the island waited eleven weeks for a loan", "p3"),
        # who did what: the same words in another order
        ("Ibarra answers Rey that saving is better.", "Rey answers Ibarra that saving is better.",
         "Ibarra answers that an insurer, too, takes weeks to pay", "p4"),
        # the sentence has both sides of a contrast
        ("With a fund repairs begin after waiting for a lender.", "With a fund repairs begin at once.",
         "repairs can begin the next morning instead of waiting for a lender", "p3"),
        ("The fund pays for public and private roofs.", "The fund pays for public roofs.",
         "The fund pays for public roofs, the ferry pier and the coast road", "p2"),
        # a correction that goes beyond the statement
        ("The fund is for a school.", "The fund pays for public roofs and the coast road.",
         "The fund pays for public roofs, the ferry pier and the coast road", "p2"),
    ],
)  # fmt: skip
def test_sound_corrections_pass(bank_of: Write, stem: str, correction: str, quote: str, passage: str) -> None:
    assert messages(bank_of(true_false(stem, correction, quote, passage))) == []


def test_an_identifier_may_be_said_without_its_number(bank_of: Write) -> None:
    quote = "COVID-19 closed the pier and the school"
    stem, correction = "COVID-19 closed the pier but left the school.", "COVID closed both pier and school."
    course = bank_of(true_false(stem, correction, quote))
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8").replace("The fund pays", f"{quote}. The fund pays")
    brief.write_text(text, encoding="utf-8")
    assert messages(course) == []


def test_true_statements_and_options_are_not_asked_for_a_correction(bank_of: Write) -> None:
    assert messages(bank_of(of_rule("type: true-false\nstem: 'It is so.'\nanswer: true"))) == []
    assert messages(bank_of(of_rule("difficulty: easy"))) == []


def swapped(course: Course) -> Iterator[Course]:
    """The course with one false statement at a time in its correction's place."""
    for bank in course.banks:
        for question in bank.questions:
            if question.falsehoods and question.falsehoods[0].where == question.at("stem"):
                yield replace(course, banks=(replace(bank, questions=(_swapped(question),)),))


def _swapped(question: Question) -> Question:
    (statement,), (correction,) = question.falsehoods, question.claims
    return replace(
        question,
        claims=(replace(statement, where=correction.where),),
        falsehoods=(replace(correction, where=statement.where),),
    )


def test_a_third_of_swapped_statements_of_the_repository_is_noticed_and_no_sound_one() -> None:
    course = load(REPOSITORY)
    assert list(check(course)) == []
    noticed = [bool(list(check(each))) for each in swapped(course)]
    assert len(noticed) >= 20
    assert sum(noticed) >= len(noticed) / 3
