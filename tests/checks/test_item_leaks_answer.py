from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.checks import item_leaks_answer
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import THINGS, of_rule

Write = Callable[[str], Path]

ELSEWHERE = "  evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]\n"
YEAR = "- type: numeric\n  stem: In what year did the council of Isla Clara agree to the fund?\n  answer: '1999'\n"


def short(stem: str, answer: str, more: str = "") -> str:
    return f"- type: short\n  stem: {stem}\n  answer: {answer}\n{more}"


WHO = short("Who proposed the storm fund to the council of Isla Clara?", "Lucía Ibarra", "  accept: [Ibarra]\n")
TELLING = "What did the council of Isla Clara do when Ibarra proposed to save?"


def remarks(write: Write, *items: str) -> list[Remark]:
    return list(item_leaks_answer.check(load(write(of_rule("".join(items))))))


def test_the_stem_that_tells_is_named_and_points_at_the_key(bank_of: Write) -> None:
    (remark,) = remarks(bank_of, WHO, short(TELLING, "it agreed"))
    assert (remark.item, remark.see is not None and remark.see.line) == ("example-2", 7)
    assert "`example-1`, “Ibarra”" in remark.message


def test_a_year_is_told(bank_of: Write) -> None:
    assert remarks(bank_of, YEAR, short("Who sat in the council of Isla Clara that agreed in 1999?", "nobody knows"))


def test_a_single_figure_may_stand_anywhere(bank_of: Write) -> None:
    number = "- type: numeric\n  stem: How many ferries serve the pier of Isla Clara?\n  answer: '3'\n"
    assert not remarks(bank_of, number, short("What served the pier of Isla Clara for 3 years?", "a ferry"))


def test_a_blank_is_told_and_another_text_with_its_own_blank_tells_it(bank_of: Write) -> None:
    cloze = "- type: cloze\n  text: The council of Isla Clara agreed in {{1999}} to the fund\n"
    assert remarks(bank_of, cloze, short("Who led the council of Isla Clara in 1999?", "nobody knows"))
    assert not remarks(bank_of, cloze, cloze)


def test_an_item_on_another_passage_may_name_it(bank_of: Write) -> None:
    assert not remarks(bank_of, WHO, short(TELLING, "it agreed", ELSEWHERE))


def test_a_stem_about_something_else_may_name_it(bank_of: Write) -> None:
    assert not remarks(bank_of, WHO, short("What would Ibarra rather mend?", "the school"))


def test_a_stem_that_names_a_distractor_too_tells_nothing(bank_of: Write) -> None:
    which = (
        "- stem: Who proposed the storm fund to the council of Isla Clara?\n  answer: Mayor Ibarra\n"
        "  distractors: [{text: Councilor Rey, why: He answered her.}]\n"
    )
    tells = "Over what did {} differ when the council of Isla Clara heard of the fund?"
    assert remarks(bank_of, which, short(tells.format("Mayor Ibarra and others"), "its size"))
    assert not remarks(bank_of, which, short(tells.format("Mayor Ibarra and Councilor Rey"), "its size"))


def test_a_key_in_the_items_own_stem_is_no_secret(bank_of: Write) -> None:
    own = WHO.replace("Who proposed", "Did Ibarra or Rey, or who else, propose")
    assert not remarks(bank_of, own, short(TELLING, "it agreed"))


def test_a_term_and_the_words_of_the_title_are_what_the_bank_is_about(bank_of: Write) -> None:
    term = (
        "- type: term\n  kind: definition\n  term: Ibarra\n  definition: Who proposed the storm fund to the council\n"
    )
    term += "  rationale: So.\n  difficulty: easy\n  thinking: remember\n"
    term += "  evidence: [{passage: p2, quote: Mayor Lucía Ibarra proposed it}]\n"
    assert not remarks(bank_of, term, short(TELLING, "it agreed"))
    for phrase, secret in (("saving before the storm", False), ("saving before the tempest", True)):
        asks = short("What was proposed to the council of Isla Clara?", phrase)
        tells = short(f"Why did the council of Isla Clara agree when {phrase} was proposed?", "to be quick")
        assert bool(remarks(bank_of, asks, tells)) is secret


@pytest.mark.parametrize(("others", "found"), [(1, 1), (9, 0)])
def test_a_name_that_stands_here_and_there_is_no_secret(others: int, found: int, bank_of: Write) -> None:
    elsewhere = [short(f"What did Ibarra say of {thing}?", "much") for thing in THINGS[:others]]
    assert len(remarks(bank_of, WHO, short(TELLING, "it agreed"), *elsewhere)) == found


@pytest.mark.parametrize(("others", "found"), [(1, 1), (40, 0)])
def test_words_that_stand_all_over_the_bank_set_nothing_apart(others: int, found: int, bank_of: Write) -> None:
    course = load(bank_of(of_rule(WHO + short(TELLING, "it agreed"))))
    (bank,) = course.banks
    who, tells = bank.questions
    questions = (who, *(replace(tells, id=f"q{n}") for n in range(others)))
    again = replace(course, banks=(replace(bank, questions=questions),))
    assert len(list(item_leaks_answer.check(again))) == found
