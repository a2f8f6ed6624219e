from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import answer_supported
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import HEAD, of_rule

Write = Callable[[str], Path]

QUOTED = "Money that is set aside in advance"
LOAN = "A loan that is agreed before a storm"


def remarks(write: Write, fields: str) -> list[Remark]:
    return list(answer_supported.check(load(write(of_rule(fields)))))


def choice(answer: str, *distractors: str, stem: str = "What does the brief call a storm fund?") -> str:
    wrong = ", ".join(f"{{text: '{distractor}', why: It is not.}}" for distractor in distractors)
    return f"stem: '{stem}'\nanswer: '{answer}'\ndistractors: [{wrong}]"


def short(answer: str, thinking: str = "remember") -> str:
    return f"type: short\nanswer: {answer}\nthinking: {thinking}"


def test_a_swapped_key_is_named_with_the_distractor_that_is_quoted(bank_of: Write) -> None:
    course = load(bank_of(of_rule(choice(LOAN, "A gift", QUOTED))))
    (remark,) = answer_supported.check(course)
    assert f"the quotes carry the distractor “{QUOTED}” better than this answer" in remark.message
    assert remark.where == next(iter(course.current)).at("answer")
    assert remark.see is not None
    line = course.sources[remark.see.path].split("\n")[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("The island keeps a storm fund")


@pytest.mark.parametrize(
    "fields",
    [
        choice(QUOTED, LOAN),
        choice("Savings for a disaster", "Credit from a lender", "Gifts from abroad"),  # none of them quoted
        choice("Savings", "Money lent by banks abroad"),  # a distractor with one word of the quote
        choice("Savings", "Money set up by distant banks abroad"),  # and one with less than half of its words there
        choice("A storm fund", QUOTED),  # nothing of its own beside the stem
        choice(QUOTED, LOAN, stem="Which of these is *not* a loan?"),
        choice("At once", "So"),
        choice("Savings", "Money of lenders"),  # one word of the quote, which may stand anywhere
        f"{choice(LOAN, 'A gift', QUOTED)}\nthinking: apply",  # the options speak of a case that no quote has
    ],
)
def test_sound_options(bank_of: Write, fields: str) -> None:
    assert remarks(bank_of, fields) == []


def test_figures_are_left_to_their_own_rule(bank_of: Write) -> None:
    evidence = "evidence: [{passage: p3, quote: the island waited eleven weeks for 3 loans}]"
    assert remarks(bank_of, f"{choice('4 loans', '3 loans', stem='How many?')}\n{evidence}") == []
    assert len(remarks(bank_of, f"{choice('New ferries', '3 loans', stem='How many?')}\n{evidence}")) == 1


IBARRA_ARGUES = (
    "evidence: [{passage: p3, quote: Ibarra argues that with a full fund repairs can begin the next morning instead of "
    "waiting for a lender}]"
)


@pytest.mark.parametrize(
    "fields",
    [
        choice("Work starts at once", "Waiting for a lender", stem="What follows from a full fund?"),
        choice("The council alone", "Lucía Ibarra", stem="Who speaks for a full fund?"),
        choice("Lenders wait till harbor repairs", "The next morning", stem="What follows from a full fund?"),
    ],
    ids=["what the quote sets aside", "an author", "an answer that is well carried itself"],
)
def test_a_distractor_that_the_quote_does_not_bear_out(bank_of: Write, fields: str) -> None:
    assert remarks(bank_of, f"{fields}\n{IBARRA_ARGUES}") == []


def test_in_a_negative_stem_what_is_false_is_held_against_what_is_true(bank_of: Write) -> None:
    (remark,) = remarks(bank_of, choice(QUOTED, LOAN, stem="Which of these is *not* a storm fund in the brief?"))
    assert f"“{QUOTED}”" in remark.message


def test_in_a_select_the_weakest_answer_counts(bank_of: Write) -> None:
    def bank(*answers: str) -> str:
        right = ", ".join(f"{{text: {answer}, why: It is.}}" for answer in answers)
        return (
            f"{HEAD}  - id: list\n    kind: fact\n    type: select\n    stem: Which are paid for?\n"
            f"    answers: [{right}]\n    distractors: [{{text: The ferry pier, why: It is not.}}]\n"
            "    rationale: So it is.\n    evidence: [{passage: p2, quote: 'public roofs, the ferry pier'}]\n"
            "    difficulty: easy\n    thinking: remember\n"
        )

    assert list(answer_supported.check(load(bank_of(bank("Public roofs"))))) == []
    course = load(bank_of(bank("Public roofs", "Private boats")))
    (remark,) = answer_supported.check(course)
    assert remark.where == next(iter(course.current)).claims[1].where


def test_an_answer_of_which_hardly_a_word_stands_in_its_passages(bank_of: Write) -> None:
    (remark,) = remarks(bank_of, short("Parliament of a distant kingdom"))
    assert remark.message.startswith("hardly a word of this answer stands in p2")
    assert remarks(bank_of, short("Kingdom")) == []  # a name alone is for the rule on names
    assert remarks(bank_of, short("Council of a kingdom")) == []
    assert remarks(bank_of, short("Parliament of a distant kingdom", "apply")) == []
    assert remarks(bank_of, short("Lucía Ibarra and Tomás Rey")) == []  # who the authors are stands in no passage
    assert remarks(bank_of, "type: numeric\nanswer: 3\nunit: distant kingdoms\nthinking: remember") == []


def test_a_brief_in_another_language_is_not_compared(bank_of: Write) -> None:
    course = bank_of(of_rule(choice(LOAN, QUOTED)))
    brief = course / "corpus" / "storm-savings.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("language: en", "language: es"), encoding="utf-8")
    assert list(answer_supported.check(load(course))) == []
