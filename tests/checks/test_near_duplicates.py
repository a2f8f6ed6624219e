from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.checks import near_duplicates
from quizgen.course import Course, load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]


def short(stem: str, answer: str, more: str = "") -> str:
    return f"- type: short\n  stem: {stem}\n  answer: {answer}\n{more}"


def choice(stem: str, answer: str, *wrong: str) -> str:
    distractors = "".join(f"\n    - {{text: {text}, why: The brief says otherwise.}}" for text in wrong)
    return f"- stem: {stem}\n  answer: {answer}\n  distractors:{distractors}\n"


def remarks(write: Write, *items: str) -> list[Remark]:
    return list(near_duplicates.check(load(write(of_rule("".join(items))))))


def test_the_later_item_is_named_at_its_stem_and_points_at_the_first(bank_of: Write) -> None:
    first = short("Who first proposed the storm fund?", "Ibarra")
    (remark,) = remarks(bank_of, first, short("By whom was the storm fund first proposed?", "Ibarra"))
    assert (remark.item, remark.where.line) == ("example-2", 15)
    assert remark.see is not None
    assert remark.see.line == 6
    assert "`example-1`" in remark.message


def test_a_choice_repeats_a_written_answer(bank_of: Write) -> None:
    stem = "Who first proposed the storm fund?"
    assert remarks(bank_of, short(stem, "Ibarra"), choice(stem, "Ibarra", "Rey", "the council"))


def test_any_accepted_answer_counts(bank_of: Write) -> None:
    first = short("Who first proposed the storm fund?", "Lucía Ibarra", "  accept: [Ibarra]\n")
    assert remarks(bank_of, first, short("By whom was the storm fund first proposed?", "ibarra."))


def test_a_template_is_no_duplicate(bank_of: Write) -> None:
    assert not remarks(
        bank_of,
        short("What does the fund of the island pay for the roof of the school?", "its repair"),
        short("What does the fund of the island pay for the road of the school?", "its repair"),
    )


def test_one_stem_with_other_options_asks_for_something_else(bank_of: Write) -> None:
    stem = "Which of these is true of the storm fund?"
    assert not remarks(
        bank_of,
        choice(stem, "It was proposed by Ibarra", "It was proposed by Rey"),
        choice(stem, "It pays for the pier", "It pays for boats"),
    )


def test_one_stem_with_the_same_options_and_another_key_contradicts_itself(bank_of: Write) -> None:
    stem = "Who first proposed the storm fund?"
    (remark,) = remarks(bank_of, choice(stem, "Ibarra", "Rey"), choice(stem, "Rey", "Ibarra"))
    assert "another answer" in remark.message


def test_a_statement_that_is_true_here_and_false_there_contradicts_itself(bank_of: Write) -> None:
    statement = "- type: true-false\n  stem: The council agreed to the storm fund in 1999.\n  answer: "
    (remark,) = remarks(bank_of, f"{statement}true\n", f"{statement}false\n")
    assert "another answer" in remark.message


def test_statements_that_differ_in_one_word_or_in_truth_are_different_items(bank_of: Write) -> None:
    pays = "- type: true-false\n  stem: The storm fund pays for the {} of the island.\n  answer: true\n"
    turned = "- type: true-false\n  stem: The storm fund does not pay for the roofs of the island.\n  answer: false\n"
    assert not remarks(bank_of, pays.format("roofs"), pays.format("roads"), turned)


def test_other_blanks_in_one_text_are_other_items(bank_of: Write) -> None:
    texts = ("In {{2007}} the island waited eleven weeks", "In 2007 the island waited {{eleven}} weeks")
    assert not remarks(bank_of, *(f"- type: cloze\n  text: {text}\n" for text in texts))
    assert remarks(bank_of, *(f"- type: cloze\n  text: {texts[0]}\n" for _ in range(2)))


def test_one_text_with_other_answers_in_its_blanks_contradicts_itself(bank_of: Write) -> None:
    cloze = "- type: cloze\n  text: In 2007 the island waited {{%s}} weeks\n"
    (remark,) = remarks(bank_of, cloze % "eleven", cloze % "seven")
    assert "another answer" in remark.message


def test_a_retired_item_may_be_repeated(bank_of: Write) -> None:
    stem = "Who first proposed the storm fund?"
    assert not remarks(bank_of, short(stem, "Ibarra", "  retired: 2026-01-01\n"), short(stem, "Ibarra"))


def many(course: Course, count: int, stem: str) -> Course:
    """The course with its first item so many times, the stem made anew from its number each time."""
    (bank,) = course.banks
    first = bank.questions[0]
    questions = tuple(replace(first, id=f"q{n}", stem=stem.format(n)) for n in range(count))
    return replace(course, banks=(replace(bank, questions=questions),))


@pytest.mark.parametrize(
    ("stem", "found"), [("Who first proposed the storm fund?", 1999), ("Who proposed fund {}?", 0)]
)
def test_a_bank_of_copies_says_one_thing_a_copy(stem: str, found: int, bank_of: Write) -> None:
    course = load(bank_of(of_rule(short("Who?", "Ibarra"))))
    assert len(list(near_duplicates.check(many(course, 2000, stem)))) == found


def test_copies_across_banks_are_found(bank_of: Write) -> None:
    course = load(bank_of(of_rule(short("Who first proposed the storm fund?", "Ibarra"))))
    (bank,) = course.banks
    again = replace(bank, id="again", questions=tuple(replace(q, id="again") for q in bank.questions))
    (remark,) = near_duplicates.check(replace(course, banks=(bank, again)))
    assert remark.item == "again"
