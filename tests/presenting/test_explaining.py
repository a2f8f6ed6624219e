from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen import wording
from quizgen.markup import Span
from quizgen.model import Essay, Number, Question
from quizgen.presenting.explaining import explanation, marking, task
from quizgen.wording import EN
from tests.quizzes import ANSWERS, BRIEF, every_shape, question


@pytest.mark.parametrize("words", wording.ALL, ids=lambda words: words.code)
def test_what_to_do_is_said_of_every_shape_but_one_choice(words: wording.Wording) -> None:
    said = {id: task(answer, words) for id, (_, _, answer) in ANSWERS.items()}
    assert {id for id, what in said.items() if what is None} == {"why-a-fund", "years-of-storms", "fund-is-loan"}
    assert len(set(said.values())) == 10


def test_the_rationale_comes_before_the_passages_and_one_label_is_enough() -> None:
    quiz = every_shape()
    rationale, evidence = explanation(question("why-a-fund"), quiz, EN)
    assert (rationale.label, evidence.label) == (EN.rationale, EN.evidence)
    assert Span("fund", emphasis=True) in rationale.runs
    assert evidence.url == "https://example.org/storms?a=1&b=2"
    (only,) = explanation(replace(question("why-a-fund"), rationale=""), quiz, EN)
    assert only == evidence


def said(question: Question) -> list[tuple[str, str]]:
    return [(one.label, "".join(run.text for run in one.runs)) for one in explanation(question, every_shape(), EN)]


def test_how_a_figure_is_computed_comes_first() -> None:
    number = Number(Decimal(24), "24", "millions", derived="1.25 percent * 4 billion / 2 - (1 - 0)")
    first, *others = said(replace(question("share-saved"), answer=number))
    assert first == (EN.answer, "24\u00a0millions = 1.25 percent × 4 billion ÷ 2 − (1 − 0)")
    assert others == said(question("share-saved"))


def test_all_are_told_what_is_true_where_a_statement_is_false() -> None:
    first, *others = said(question("fund-is-loan"))
    assert first == (EN.correction, "A storm fund is money set aside.")
    assert [label for label, _ in others] == [EN.rationale, EN.evidence]


def test_the_brief_in_its_own_words_is_quoted() -> None:
    quiz = replace(every_shape(), briefs=(replace(BRIEF, restated=False),))
    (_, evidence) = explanation(question("why-a-fund"), quiz, EN)
    assert evidence.runs[0].text == "“a storm fund is money set aside before a storm”"


def test_an_essay_is_marked_by_its_model_answer_and_rubric() -> None:
    answer = ANSWERS["argue-for-it"][2]
    assert isinstance(answer, Essay)
    told = [(one.label, "".join(run.text for run in one.runs)) for one in marking(answer, EN)]
    assert told[1:] == [("Rubric", "States the claim (2 pts)"), ("", "Weighs it (1 pt)")]
    assert told[0][0] == "Model answer"
