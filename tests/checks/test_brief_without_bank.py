from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from quizgen.checks import brief_without_bank
from quizgen.course import load
from tests.examples import of_rule

Write = Callable[[str], Path]


def with_another_brief(course: Path) -> Path:
    shutil.copy(course / "corpus" / "storm-savings.md", course / "corpus" / "coast-road.md")
    return course


def test_the_brief_is_named_by_its_id_and_file(starter: Path) -> None:
    assert not list(brief_without_bank.check(load(starter)))
    (remark,) = brief_without_bank.check(load(with_another_brief(starter)))
    assert (remark.where.path, "`coast-road`" in remark.message) == ("corpus/coast-road.md", True)


def test_an_item_that_rests_on_it_is_enough_but_not_a_retired_one(bank_of: Write) -> None:
    fields = "evidence: [{brief: coast-road, passage: p2, quote: a storm fund}]\n"
    assert not list(brief_without_bank.check(load(with_another_brief(bank_of(of_rule(fields))))))
    retired = fields + "retired: 2026-01-01\n"
    assert list(brief_without_bank.check(load(with_another_brief(bank_of(of_rule(retired))))))


def test_nothing_is_said_where_a_bank_is_left_out_or_cannot_be_read(starter: Path) -> None:
    course = with_another_brief(starter)
    (course / "questions" / "coast-road.yaml").write_text("title: [", encoding="utf-8")
    assert not list(brief_without_bank.check(load(course)))
    assert not list(brief_without_bank.check(load(course).only(["storm-savings"])))
