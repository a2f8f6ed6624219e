from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks.attributed import check
from quizgen.course import load
from quizgen.findings import Location
from tests.examples import of_rule

Write = Callable[[str], Path]
QUOTE = "evidence: [{passage: p4, quote: Rey would rather save half as much and insure the pier}]\n"


def argument(stem: str, evidence: str = QUOTE) -> str:
    return of_rule(f'kind: argument\nstem: "{stem}"\n{evidence}')


def spanish(course: Path) -> Path:
    settings = course / "questions" / "course.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: en", "language: es"), encoding="utf-8")
    return course


@pytest.mark.parametrize(
    "stem",
    [
        "Why, according to the mayor, does saving come first?",
        "Why does Ibarra put saving first?",
        "Why does IBARRA’s plan put saving first?",  # in any case, with any apostrophe
        "What do the authors hold against loans?",
        "What does the brief hold against loans?",
        "What is the author's chief reason for saving?",
        "Why would Tomás Rey rather insure the pier?",
        "In Tomas Rey's view, what should be insured?",  # without the accent
        "Which argument does Councilor Rey make for insurance?",
        "What do critics object to in the fund?",
        "What is the council's case for the fund?",
        "Which case of the council speaks for the fund?",
        "The mayor, of the chief town of the island, argues that saving has its price. Which?",
        "Critics, among them a U.S. envoy to the island, argue that saving has its price. Which?",
    ],
)
def test_an_argument_with_somebody_who_holds_it_passes(bank_of: Write, stem: str) -> None:
    assert list(check(load(bank_of(argument(stem))))) == []


@pytest.mark.parametrize(
    "stem",
    [
        "Why is saving before a storm better than borrowing after it?",
        "Why should Isla Clara save before a storm?",  # a name that holds nothing
        "What does a storm make clear about saving?",
        "Is it right that the island may expect to wait for a loan?",
        "Why does she argue for saving?",
    ],
)
def test_an_argument_that_nobody_holds_is_named_at_its_stem(bank_of: Write, stem: str) -> None:
    (found,) = check(load(bank_of(argument(stem))))
    assert found.message.startswith("this argument is nobody's: say whose it is, such as “according to the authors”")
    assert found.where == Location("questions/storm-savings.yaml", 6, 11)


def test_whoever_the_passage_names_may_hold_it(bank_of: Write) -> None:
    stem = "Why does Isla Clara prefer to save?"
    named = "evidence: [{passage: p1, quote: 'Isla Clara, an island of 3,100 people'}]\n"
    assert list(check(load(bank_of(argument(stem, named))))) == []
    assert len(list(check(load(bank_of(argument(stem)))))) == 1  # the passage speaks of no Isla Clara


def test_facts_and_definitions_need_nobody(bank_of: Write) -> None:
    assert list(check(load(bank_of(of_rule("kind: fact\nstem: Why is saving better than borrowing?"))))) == []


def test_the_text_of_a_cloze_and_the_definition_of_a_term_are_read(bank_of: Write) -> None:
    common = "kind: argument\nrationale: r\ndifficulty: easy\nthinking: remember\n" + QUOTE
    head = "brief: storm-savings\ntitle: T\nitems:\n"

    def bank(fields: str) -> Path:
        lines = ("id: one\n" + fields + common).splitlines()
        return bank_of(head + "".join(f"  {'- ' if n == 0 else '  '}{line}\n" for n, line in enumerate(lines)))

    assert list(check(load(bank("type: cloze\ntext: Rey argues for {{insurance}}.\n")))) == []
    assert list(check(load(bank("type: cloze\ntext: It is best to buy {{insurance}}.\n")))) != []
    assert list(check(load(bank("type: term\nterm: Saving\ndefinition: What Ibarra recommends\n")))) == []
    (found,) = check(load(bank("type: term\nterm: Saving\ndefinition: What is best before a storm\n")))
    assert (found.where.line, found.where.column) == (7, 17)


@pytest.mark.parametrize(
    ("stem", "complaints"),
    [
        ("¿Por qué, según la alcaldesa, conviene ahorrar?", 0),
        ("¿Qué sostiene la autora?", 0),
        ("¿Por qué prefiere Ibarra ahorrar?", 0),
        ("¿Qué critican los expertos? Los expertos sostienen algo.", 0),
        ("¿Por qué conviene ahorrar antes de una tormenta?", 1),
    ],
)
def test_spanish_has_its_own_words(bank_of: Write, stem: str, complaints: int) -> None:
    assert len(list(check(load(spanish(bank_of(argument(stem))))))) == complaints
