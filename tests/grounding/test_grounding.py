from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizgen.course import load
from quizgen.grounding import asking, carriers, grounds, is_statement, whole
from tests.examples import of_rule

TWO = "evidence: [{passage: p2, quote: a storm fund}, {passage: p2, quote: harbor fees}, {passage: p3, quote: a loan}]"


def test_each_passage_is_there_once_and_each_quote(bank_of: Callable[[str], Path]) -> None:
    (ground,) = grounds(load(bank_of(of_rule(TWO))))
    assert ground.quotes == ("a storm fund", "harbor fees", "a loan")
    assert [passage.id for passage in ground.passages] == ["p2", "p3"]
    assert [brief.id for brief in ground.briefs] == ["storm-savings"]


def test_items_that_other_rules_speak_of_are_left_out(bank_of: Callable[[str], Path]) -> None:
    for fields in ("evidence: []", "evidence: [{passage: p9, quote: a}]", "retired: 2026-01-01"):
        assert list(grounds(load(bank_of(of_rule(fields))))) == []


def test_what_is_remembered_is_remembered_of_one_course_alone(starter: Path) -> None:
    course = load(starter)
    assert grounds(course) is grounds(course)
    assert len(grounds(course)) == 11
    assert grounds(course.only(())) == ()
    assert len(grounds(course)) == 11


def test_the_sentences_that_carry_an_item_are_there_once_with_their_places(bank_of: Callable[[str], Path]) -> None:
    quotes = ("pays for public roofs", "for nothing private", "proposed it. In 1999, a year after", "not in the brief")
    evidence = ", ".join(f"{{passage: p2, quote: '{quote}'}}" for quote in quotes)
    (ground,) = grounds(load(bank_of(of_rule(f"evidence: [{evidence}]"))))
    first, second = carriers(ground)
    assert first.text.startswith("The fund pays for public roofs")
    assert first.text.endswith("nothing private.")
    assert second.text.startswith("Mayor Lucía Ibarra proposed it. In 1999")
    for carrier in (first, second):
        assert carrier.passage.text[carrier.start :].startswith(carrier.text)


def test_what_is_asked_is_the_stem_the_definition_or_the_text_with_its_blanks_open(starter: Path) -> None:
    asked = {question.type: asking(question).text for question in load(starter).questions}
    assert asked["cloze"] == "In … the island waited … weeks for a loan."
    assert asked["term"].startswith("Money that is set aside")
    assert asked["short"] == "Who proposed Isla Clara's storm fund?"


def test_it_is_said_where_it_stands(starter: Path) -> None:
    course = load(starter)
    for question in course.questions:
        where = asking(question).where
        line = course.sources[where.path].split("\n")[where.line - 1]
        assert line[: where.column - 1].strip() in ("stem:", "text:", "definition:")


def test_only_true_or_false_items_are_statements(starter: Path) -> None:
    assert [question.type for question in load(starter).questions if is_statement(question)] == ["true-false"]


def test_the_whole_course_is_in_view_only_if_every_item_of_it_could_be_read(starter: Path) -> None:
    assert whole(load(starter))
    (starter / "corpus" / "broken.md").write_text("no front matter", encoding="utf-8")
    (starter / "questions" / "course.yaml").write_text("id: a\ntitle: T\nlanguag: en\n", encoding="utf-8")
    assert whole(load(starter))
    assert not whole(load(starter).only(()))
    (starter / "questions" / "another.yaml").write_text("title: T\nitems:\n  - id: x\n", encoding="utf-8")
    assert not whole(load(starter))
