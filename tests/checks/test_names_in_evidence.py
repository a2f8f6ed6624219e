from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import names_in_evidence
from quizgen.course import load
from quizgen.findings import Remark, Severity
from tests.examples import of_rule

Write = Callable[[str], Path]

PROPOSED = "evidence: [{passage: p2, quote: Mayor Lucía Ibarra proposed it}]\n"
ANSWERS = "evidence: [{passage: p4, quote: 'Ibarra answers that an insurer, too, takes weeks to pay'}]\n"


def remarks(course: Path) -> list[Remark]:
    return list(names_in_evidence.check(load(course)))


def short(answer: str, evidence: str = PROPOSED, stem: str = "Who is it?") -> str:
    return of_rule(f"type: short\nstem: {stem}\nanswer: {answer}\n{evidence}")


@pytest.mark.parametrize(
    "answer", ["Lucía Ibarra", "Ibarra", "Mayor Ibarra", "lucía ibarra", "LUCIA IBARRA", "Ibarra’s"]
)
def test_a_name_in_the_quote_is_carried_in_any_form(bank_of: Write, answer: str) -> None:
    assert remarks(bank_of(short(answer))) == []


def test_authors_may_be_named_anywhere(bank_of: Write) -> None:
    assert remarks(bank_of(short("Tomás Rey"))) == []
    assert remarks(bank_of(of_rule("rationale: Rey and Ibarra are the authors.\n"))) == []


def test_a_name_that_is_nowhere_is_an_error_with_the_nearest_to_paste(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("Isla Carla")))
    assert remark.message == "“Isla Carla” stands neither in passage p2 nor elsewhere in the brief"
    assert remark.suggestion == "Isla Clara"
    assert remark.severity is None


def test_within_a_longer_answer_the_nearest_is_only_named(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("The council of Isla Carla")))
    assert remark.message.endswith("nor elsewhere in the brief; the brief has “Isla Clara”")
    assert remark.suggestion is None
    (remark,) = remarks(bank_of(short("The council of Botswana")))
    assert remark.message.endswith("nor elsewhere in the brief")


def test_a_name_of_another_passage_asks_for_that_passage(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("Isla Clara")))
    assert remark.message == "“Isla Clara” stands in passage p1, which the item does not name: add it as evidence"
    assert remark.severity is None
    assert str(remark.see).startswith("corpus/storm-savings.md:")


BRIEF = """---
title: Two harbors
authors: [Ana Sol]
publisher: Isla Clara Institute
language: en
text: full
---
The council of Porto Verde met in May. It heard the mayor of Caleta Honda. Nothing came of it. Later the island of Brava
sent boats. The Cooperation Fund for Harbors (CFH) paid. The Verdan administration fell.

The administration had spent the money of Punta Negra.
"""


def two_harbors(bank_of: Write, item: str) -> Path:
    course = bank_of(item.replace("storm-savings", "harbors"))
    (course / "corpus" / "harbors.md").write_text(BRIEF, encoding="utf-8")
    return course


HEARD = "evidence: [{passage: p1, quote: It heard the mayor of Caleta Honda}]\n"


def test_a_name_outside_the_quote_asks_for_a_wider_one(bank_of: Write) -> None:
    (remark,) = remarks(two_harbors(bank_of, short("Brava", HEARD)))
    assert remark.message == "“Brava” stands in passage p1 but outside the quote: widen the quote"
    assert remark.severity is Severity.WARNING
    assert str(remark.see) == "corpus/harbors.md:8:116"


def test_of_several_quotes_one_is_to_be_widened(bank_of: Write) -> None:
    two = HEARD.replace("]", ", {passage: p1, quote: Nothing came of it}]")
    (remark,) = remarks(two_harbors(bank_of, short("Brava", two)))
    assert remark.message.endswith("but outside every quote: widen the one that carries it")


def test_names_that_want_the_same_are_said_together(bank_of: Write) -> None:
    (remark,) = remarks(two_harbors(bank_of, short("Brava and CFH", HEARD)))
    assert remark.message.startswith("“Brava” and “CFH” stand in passage p1")


def test_what_a_cloze_does_not_ask_may_stand_in_the_sentence_beside(bank_of: Write) -> None:
    def cloze(council: str, mayor: str) -> list[Remark]:
        text = f"type: cloze\ntext: The council of {council} heard the mayor of {mayor}.\n{HEARD}"
        return remarks(two_harbors(bank_of, of_rule(text)))

    assert cloze("Porto Verde", "{{Caleta Honda}}") == []
    (remark,) = cloze("{{Porto Verde}}", "Caleta Honda")
    assert remark.message.startswith("“Porto Verde” stands in passage p1 but outside the quote")
    (remark,) = cloze("Punta Negra", "{{Caleta Honda}}")
    assert "in passage p2, which the item does not name" in remark.message
    assert remark.severity is Severity.WARNING
    (remark,) = cloze("Punta Rosa", "{{Caleta Honda}}")
    assert remark.severity is None


def test_what_the_brief_describes_again_is_carried(bank_of: Write) -> None:
    spent = "evidence: [{passage: p2, quote: had spent the money of Punta Negra}]\n"
    statement = "type: true-false\nstem: The Verdan administration spent the money of Punta Negra.\nanswer: true\n"
    assert remarks(two_harbors(bank_of, of_rule(statement + spent))) == []
    (remark,) = remarks(two_harbors(bank_of, of_rule(statement.replace("Verdan", "Brava") + spent)))
    assert "“Brava” stands in passage p1" in remark.message


def test_a_name_that_the_stem_gives_need_not_be_in_the_quote(bank_of: Write) -> None:
    stem = "Whom did the council of Porto Verde hear?"
    assert remarks(two_harbors(bank_of, short("The mayor who came to Porto Verde", HEARD, stem))) == []
    (remark,) = remarks(two_harbors(bank_of, short("Porto Verde", HEARD, stem)))
    assert "outside the quote" in remark.message


def test_an_essay_may_take_names_from_any_passage_of_its_evidence(bank_of: Write) -> None:
    essay = "type: essay\nmodel_answer: {} met, and {} paid.\nrubric: [{{criterion: Names them, points: 1}}]\n"
    essay += HEARD.replace("{", "{{").replace("}", "}}")
    sound = "stem: Why?\nkind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    assert remarks(two_harbors(bank_of, bank(essay.format("Porto Verde", "CFH") + sound))) == []
    (remark,) = remarks(two_harbors(bank_of, bank(essay.format("Porto Verde", "Punta Negra") + sound)))
    assert "in passage p2" in remark.message


def bank(fields: str) -> str:
    lines = "".join(f"    {line}\n" for line in f"id: example\n{fields}".splitlines())
    return f"brief: storm-savings\ntitle: Examples\nitems:\n  -{lines[3:]}"


def test_headings_are_context_and_entries_are_asked(bank_of: Write) -> None:
    sort = """
type: sort
stem: Where does each belong?
groups:
  - heading: Porto Verde
    entries: [{{text: A council}}]
  - heading: Elsewhere
    entries: [{{text: The mayor of {}}}]
"""
    sound = "kind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    assert remarks(two_harbors(bank_of, bank(sort.format("Caleta Honda") + HEARD + sound))) == []
    (remark,) = remarks(two_harbors(bank_of, bank(sort.format("Brava") + HEARD + sound)))
    assert "“Brava” stands in passage p1 but outside the quote" in remark.message


def test_stem_rationale_and_explanations_are_held_against_the_brief(bank_of: Write) -> None:
    fields = """
stem: What does Isla Carla call a storm fund, in the Ministry’s words of {}?
distractors: [{{text: A loan, why: Only Botswana does so.}}]
rationale: Honduras does not.
"""
    found = remarks(bank_of(of_rule(fields.format("1999"))))
    assert [remark.severity for remark in found] == [Severity.WARNING] * 4
    assert [remark.message.split("”")[0].strip("“") for remark in found] == [
        "Isla Carla",
        "Ministry",
        "Botswana",
        "Honduras",
    ]
    assert found[0].message.endswith("leave it out; the brief has “Isla Clara”")


def test_an_item_in_another_language_than_its_brief_is_passed_over(bank_of: Write) -> None:
    course = bank_of(short("Nicaragua"))
    brief = course / "corpus" / "storm-savings.md"
    assert len(remarks(course)) == 1
    brief.write_text(brief.read_text(encoding="utf-8").replace("language: en", "language: es"), encoding="utf-8")
    assert remarks(course) == []


def test_a_quote_that_is_not_found_leaves_the_passage(bank_of: Write) -> None:
    assert remarks(bank_of(short("Lucía Ibarra", PROPOSED.replace("proposed", "suggested")))) == []


def test_false_statements_and_distractors_may_name_anyone(bank_of: Write) -> None:
    fields = "type: true-false\nstem: A storm fund is of Botswana.\nanswer: false\ncorrection: It is of the island.\n"
    assert remarks(bank_of(of_rule(fields))) == []
    assert remarks(bank_of(of_rule("distractors: [{text: A gift of Botswana, why: No.}]\n"))) == []
