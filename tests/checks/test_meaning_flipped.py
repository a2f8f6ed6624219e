from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import meaning_flipped
from quizgen.course import load
from quizgen.findings import Remark
from tests.examples import of_rule

Write = Callable[[str], Path]


def remarks(write: Write, fields: str) -> list[Remark]:
    return list(meaning_flipped.check(load(write(of_rule(fields)))))


def test_the_words_are_named_and_shown_in_the_brief(bank_of: Write) -> None:
    course = load(bank_of(of_rule("answer: Money that is set aside after a storm")))
    (remark,) = meaning_flipped.check(course)
    assert remark.message == "the answer says “after” where the evidence says “before”: read the two side by side"
    assert remark.where == next(iter(course.current)).at("answer")
    assert remark.see is not None
    line = course.sources[remark.see.path].split("\n")[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("before")


def test_a_place_in_the_second_of_two_sentences(bank_of: Write) -> None:
    evidence = (
        "[{passage: p1, quote: every few years a storm takes the pier away}, {passage: p3, quote: waited eleven weeks}]"
    )
    fields = f"answer: The island did not wait eleven weeks for a loan\nevidence: {evidence}"
    course = load(bank_of(of_rule(fields)))
    (remark,) = meaning_flipped.check(course)
    assert "“not wait” where the evidence says “2007 the island waited eleven weeks for”" in remark.message
    assert remark.see is not None
    line = course.sources[remark.see.path].split("\n")[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("2007")


def test_what_the_evidence_denies_and_the_answer_does_not(bank_of: Write) -> None:
    evidence = "[{passage: p4, quote: cannot mend the coast road in a calm year}]"
    (remark,) = remarks(bank_of, f"answer: They mend the coast road in a calm year\nevidence: {evidence}")
    assert remark.message.startswith("the evidence says “cannot mend” where the answer denies nothing")


@pytest.mark.parametrize(
    "fields",
    [
        "stem: Which of these is *not* what the brief calls a storm fund?\n"
        "answer: Money that is set aside after a storm\n"
        "distractors: [{text: Money that is set aside before a storm, why: It is.}]",
        "answer: Money set aside before a storm\n"
        "distractors: [{text: Money set aside after a storm, why: It comes before.}]",
        "answer: Money that is set aside after a storm\nevidence: [{passage: p2, quote: words that stand nowhere}]",
        "answer: Money that is set aside after a storm\nevidence: [{passage: p9, quote: a storm fund}]",
    ],
)
def test_false_options_and_items_without_their_evidence_are_not_read(bank_of: Write, fields: str) -> None:
    assert remarks(bank_of, fields) == []


def test_a_brief_in_another_language_is_not_compared(bank_of: Write) -> None:
    course = bank_of(of_rule("answer: Money that is set aside after a storm"))
    brief = course / "corpus" / "storm-savings.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("language: en", "language: es"), encoding="utf-8")
    assert list(meaning_flipped.check(load(course))) == []


def test_a_heading_is_said_of_its_entries_and_of_no_word_in_the_evidence(bank_of: Write) -> None:
    entries = "entries: [{text: A storm fund, why: It is saved.}, {text: A fee, why: It is paid.}]"
    groups = (
        f"[{{heading: Takes no loan, {entries}}}, {{heading: Takes a loan, entries: [{{text: A pier, why: It is.}}]}}]"
    )
    evidence = "[{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]"
    assert remarks(bank_of, f"type: sort\nstem: Sort these.\ngroups: {groups}\nevidence: {evidence}") == []
    denied = groups.replace("A fee", "The island did not wait eleven weeks for a loan")
    assert remarks(bank_of, f"type: sort\nstem: Sort these.\ngroups: {denied}\nevidence: {evidence}")
