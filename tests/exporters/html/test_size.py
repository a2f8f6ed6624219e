"""What a page weighs, over this repository's own banks: the shell, an item, and no text twice."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest

from quizgen import assemble
from quizgen.assemble import Plan
from quizgen.course import load
from quizgen.model import Question, Quiz
from tests.conftest import REPOSITORY
from tests.exporters.html.conftest import page_of

SHELL = 35_000
"""Bytes of a page without its items, its passages and the citations at its head: style, script, words."""
ITEM = 1_550
"""Bytes of an item, its text included, on average; and of its markup alone, which is all that we can spare."""
MARKUP = 850


@cache
def banks() -> tuple[Quiz, ...]:
    return assemble.of_banks(load(REPOSITORY), Plan(forms=1, seed=1))


@cache
def parts(quiz: str) -> dict[str, str]:
    """A page in its parts: items, passages, and the rest."""
    page = page_of(next(bank for bank in banks() if bank.id == quiz))
    cut = re.compile(r'(<div id="questions">\n.*?\n)</div>\n<section id="result"', re.DOTALL)
    items = cut.findall(page)
    passages = re.findall(r'<section id="passages".*?</section>', page, re.DOTALL)
    assert len(items) == len(passages) == 1
    return {
        "page": re.sub(r"<header.*?</header>", "", page, flags=re.DOTALL),
        "items": items[0],
        "passages": passages[0],
    }


def weight(text: str) -> int:
    return len(text.encode())


def test_there_are_banks_to_weigh() -> None:
    assert len(banks()) >= 10
    assert sum(len(bank.questions) for bank in banks()) > 300


@pytest.mark.parametrize("bank", [bank.id for bank in banks()])
def test_a_page_is_as_light_as_was_promised(bank: str) -> None:
    page, items, passages = parts(bank).values()
    count = items.count("<form ")
    text = re.sub(r"<[^>]*>", "", items)
    assert weight(page) - weight(items) - weight(passages) <= SHELL
    assert (weight(items) - weight(text)) / count <= MARKUP
    assert weight(passages) <= 1.6 * weight(re.sub(r"<[^>]*>", "", passages))


def test_an_item_weighs_what_it_may() -> None:
    items = "".join(parts(bank.id)["items"] for bank in banks() if len(bank.questions) > 20)
    assert weight(items) / items.count("<form ") <= ITEM


def test_no_text_is_said_twice() -> None:
    """Nor said at all by scripts: keys go by places, evidence by places in its passage."""
    looked_at = 0
    for bank in banks():
        page = unescape(re.sub(r"</?(?:em|strong)>", "", parts(bank.id)["page"]))
        for text in [text for question in bank.questions for text in texts(question)]:
            assert page.count(text) == 1, text
            looked_at += 1
        for brief in bank.briefs:
            assert all(page.count(passage.text) <= 1 for passage in brief.passages)
    assert looked_at > 1000


def texts(question: Question) -> list[str]:
    """The long texts of an item that stand nowhere else."""
    options = getattr(question.answer, "options", ())
    whys = [option.why for option in options if option.why]
    return [
        text for text in (question.stem, question.rationale, *whys) if len(text) > 40 and not re.search(r"[*_\\]", text)
    ]
