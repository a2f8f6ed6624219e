from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import distractor_not_supported
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import HEAD, of_rule

Write = Callable[[str], Path]


def remarks(write: Write, fields: str) -> list[Remark]:
    return list(distractor_not_supported.check(load(write(of_rule(fields)))))


def choice(answer: str, distractor: str, evidence: str) -> str:
    return f"answer: {answer}\ndistractors: [{{text: '{distractor}', why: It is not.}}]\nevidence: [{evidence}]"


def select(answers: str, distractor: str, quote: str) -> str:
    right = ", ".join(f"{{text: {answer}, why: It is.}}" for answer in answers.split("|"))
    return (
        f"{HEAD}  - id: list\n    kind: fact\n    type: select\n    stem: What does the fund pay for?\n"
        f"    answers: [{right}]\n    distractors: [{{text: {distractor}, why: It is not.}}]\n"
        f"    rationale: So it is.\n    evidence: [{{passage: p2, quote: '{quote}'}}]\n"
        "    difficulty: easy\n    thinking: remember\n"
    )


def test_the_distractor_and_the_sentence_are_shown(bank_of: Write) -> None:
    course = load(bank_of(of_rule("distractors: [{text: Money with which repairs can begin at once, why: No.}]")))
    (remark,) = distractor_not_supported.check(course)
    (question,) = course.current
    assert remark.where == question.falsehoods[0].where
    assert remark.item == "example-1"
    assert "the sentence that is quoted says it too" in remark.message
    assert remark.see is not None
    line = course.sources[remark.see.path].split("\n")[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("The island keeps a storm fund")


FIRST = "{passage: p2, quote: 'a storm fund, money that is set aside before a storm'}"
OTHER = "{passage: p3, quote: 'In 2007 the island waited eleven weeks for a loan'}"


@pytest.mark.parametrize(
    ("answer", "distractor", "evidence"),
    [
        ("A fund", "Money set aside after a storm", FIRST),  # an opposite
        ("A fund", "Money that is not set aside before a storm", FIRST),  # a denial
        ("A fund", "Repairs that begin so that money is set aside", FIRST),  # another order: who does what
        ("A fund", "Money set aside before an earthquake", FIRST),  # a word of its own
        ("A fund", "Money aside", FIRST),  # too few words to tell
        ("A fund", "It was so for Mayor Lucía Ibarra", "{passage: p2, quote: Mayor Lucía Ibarra proposed it}"),  # names
        ("A fund", "Repairs of the ferry pier and the coast road", FIRST),  # elsewhere in the passage
        ("It keeps a fund and waited for a loan", "The island waited eleven weeks for a loan", f"{FIRST}, {OTHER}"),
        (
            "The fund starts repairs the next morning",
            "Waiting for a lender",
            "{passage: p3, quote: 'with a full fund'}",
        ),
        ("A fund", "At once", FIRST),  # no word of content
    ],
)
def test_fair_distractors(bank_of: Write, answer: str, distractor: str, evidence: str) -> None:
    assert remarks(bank_of, choice(answer, distractor, evidence)) == []


def test_the_other_side_of_a_contrast_is_a_fair_distractor(bank_of: Write) -> None:
    evidence = "{passage: p2, quote: 'and for nothing private'}"
    course = bank_of(of_rule(choice("Public roofs", "The island pays for the private coast road", evidence)))
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8")
    sentence = (
        "The fund pays for public roofs, while the island pays for the private coast road, and for nothing private."
    )
    cut = text.index("The fund pays for public roofs")
    brief.write_text(f"{text[:cut]}{sentence}{text[text.index('private.', cut) + 8 :]}", encoding="utf-8")
    assert list(distractor_not_supported.check(load(course))) == []
    swapped = course / "questions" / "storm-savings.yaml"
    swapped.write_text(
        of_rule(choice("The coast road", "The island pays for the private coast road", evidence)), "utf-8"
    )
    assert len(list(distractor_not_supported.check(load(course)))) == 1


def test_one_more_entry_of_a_list_in_a_select(bank_of: Write) -> None:
    quote = "pays for public roofs, the ferry pier and the coast road, and for nothing private"
    assert len(list(distractor_not_supported.check(load(bank_of(select("Public roofs", "Ferry pier", quote)))))) == 1
    assert (
        list(distractor_not_supported.check(load(bank_of(select("Schools|Public roofs", "Ferry pier", quote))))) == []
    )
    assert list(distractor_not_supported.check(load(bank_of(select("Public roofs", "Ferry", "the coast road"))))) == []


def test_false_statements_are_left_to_their_own_rule(bank_of: Write) -> None:
    text = f"{HEAD}  - id: statement\n    kind: fact\n    type: true-false\n"
    text += "    stem: The island keeps a storm fund, money that is set aside before a storm.\n    answer: false\n"
    text += "    correction: It keeps none.\n    rationale: So it is.\n"
    text += f"    evidence: [{FIRST}]\n    difficulty: easy\n    thinking: remember\n"
    assert list(distractor_not_supported.check(load(bank_of(text)))) == []
