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
    assert remark.message.endswith(
        "nor elsewhere in the brief; if the brief names it otherwise, say so in its `aliases:`"
    )


def test_a_name_of_another_passage_asks_for_that_passage(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("Isla Clara")))
    said = "“Isla Clara” stands in passage p1, which the item does not name: "
    assert remark.message == f"{said}is it the right answer? If so, add that passage as evidence"
    assert remark.severity is None
    assert str(remark.see).startswith("corpus/storm-savings.md:")
    (remark,) = remarks(bank_of(short("A mayor who had a plan for Isla Clara")))
    assert remark.message == f"{said}add it as evidence"


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
    assert remark.message == "“Brava” stands in passage p1 but outside the quote: widen the quote, or add one"
    assert remark.severity is Severity.WARNING
    assert str(remark.see) == "corpus/harbors.md:8:116"


def test_of_several_quotes_one_is_to_be_widened(bank_of: Write) -> None:
    two = HEARD.replace("]", ", {passage: p1, quote: Nothing came of it}]")
    (remark,) = remarks(two_harbors(bank_of, short("Brava", two)))
    assert remark.message.endswith("but outside every quote: widen the one that carries it, or add one")


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


STREETS = """---
title: Aid for Salvora and its neighbors
authors: [Ana Sol]
publisher: Isla Clara Institute
language: en
text: full
---
The Street Guild began in Port Azul. Its founder was Juan Mora. It has spread to Brava. Its dues are high. They say no.

Aid came late. The agency sent four ships to the north.

The Legislative Assembly of Salvora voted in May. Later the assembly of traders met, and the Salvoran guards slept.

It met the Coast Council of Caleta Honda. The Brava Trust paid.
"""


def streets(bank_of: Write, item: str) -> Path:
    course = bank_of(item.replace("storm-savings", "streets"))
    (course / "corpus" / "streets.md").write_text(STREETS, encoding="utf-8")
    return course


DUES = "evidence: [{passage: p1, quote: Its dues are high}]\n"
SHIPS = "evidence: [{passage: p2, quote: The agency sent four ships to the north}]\n"
VOTED = "evidence: [{passage: p3, quote: The Legislative Assembly of Salvora voted in May}]\n"


def test_what_the_brief_is_about_may_be_named_around_the_answer(bank_of: Write) -> None:
    cloze = "type: cloze\ntext: In {} an agency sent {} ships.\n" + SHIPS.replace("{", "{{").replace("}", "}}")
    assert remarks(streets(bank_of, of_rule(cloze.format("Salvora", "{{four}}")))) == []
    (remark,) = remarks(streets(bank_of, of_rule(cloze.format("Brava", "{{four}}"))))
    assert "“Brava”" in remark.message
    (remark,) = remarks(streets(bank_of, of_rule(cloze.format("{{Salvora}}", "four"))))
    assert remark.severity is None
    (remark,) = remarks(streets(bank_of, short("An agency of Salvora", SHIPS)))
    assert remark.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("around", "is_free"),
    [("In Salvora", True), ("Salvora’s agency", True), ("Salvoran traders", True), ("To help Salvora", False)],
)
def test_of_several_names_in_a_title_each_is_a_setting_and_no_more(bank_of: Write, around: str, is_free: bool) -> None:
    cloze = f"type: cloze\ntext: {around} sent {{{{four}}}} ships.\n{SHIPS}"
    course = streets(bank_of, of_rule(cloze))
    assert remarks(course) == []
    brief = course / "corpus" / "streets.md"
    text = brief.read_text(encoding="utf-8").replace("Aid for Salvora and its neighbors", "Aid for Salvora and Brava")
    brief.write_text(text, encoding="utf-8")
    assert [remark.severity for remark in remarks(course)] == ([] if is_free else [Severity.WARNING])


def test_a_heading_may_be_any_name_of_the_title(bank_of: Write) -> None:
    groups = "[{heading: Salvora, entries: [{text: The north}]}, {heading: Elsewhere, entries: [{text: High dues}]}]"
    sound = "kind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    sort = f"type: sort\nstem: Where does each belong?\ngroups: {groups}\n"
    course = streets(bank_of, bank(sort + SHIPS + sound))
    brief = course / "corpus" / "streets.md"
    text = brief.read_text(encoding="utf-8").replace("Aid for Salvora and its neighbors", "Aid for Salvora and Brava")
    brief.write_text(text, encoding="utf-8")
    assert remarks(course) == []


def test_a_people_before_another_name_is_a_name_of_its_own(bank_of: Write) -> None:
    assert remarks(streets(bank_of, short("The Salvoran Legislative Assembly", VOTED))) == []
    (remark,) = remarks(streets(bank_of, short("One of the Salvoran Legislative Council", VOTED)))
    assert "“Salvoran Legislative Council”" in remark.message


def test_a_people_is_given_where_the_stem_names_the_place(bank_of: Write) -> None:
    assert remarks(streets(bank_of, short("The Bravan branch", DUES, "What of the Guild in Brava?"))) == []
    assert remarks(streets(bank_of, short("The branch in Brava", DUES, "What of the Bravan Guild?"))) == []


def test_what_a_passage_begins_with_is_what_it_goes_on_to_speak_of(bank_of: Write) -> None:
    assert remarks(streets(bank_of, short("The dues of the Street Guild", DUES))) == []
    (remark,) = remarks(streets(bank_of, short("The dues of Juan Mora", DUES)))
    assert "outside the quote" in remark.message
    (remark,) = remarks(streets(bank_of, short("Street Guild", DUES)))
    assert "outside the quote" in remark.message


def test_a_reason_may_name_what_an_option_or_answer_names(bank_of: Write) -> None:
    reason = "distractors: [{text: Botswana, why: Botswana {} no coast.}]\n".replace("{} no", "and Angola have no")
    (remark,) = remarks(bank_of(of_rule(reason)))
    assert remark.message.startswith("“Angola”")
    also = "type: short\nstem: Who?\nanswer: Mayor Lucía Ibarra\naccept: [L.I.]\nrationale: L.I. did.\n" + PROPOSED
    assert not [remark for remark in remarks(bank_of(of_rule(also))) if "nowhere" in remark.message]


def test_a_heading_is_said_once_and_apart_from_its_entries(bank_of: Write) -> None:
    sort = """
type: sort
stem: Where does each belong?
groups:
  - heading: Elsewhere
    entries: [{text: Ships}]
  - heading: Atlantis
    entries: [{text: Dues}, {text: High dues}]
"""
    sound = "kind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    course = streets(bank_of, bank(sort + DUES + sound))
    (remark,) = remarks(course)
    assert remark.message.startswith("“Atlantis”")
    line = (course / "questions" / "storm-savings.yaml").read_text(encoding="utf-8").splitlines()[remark.where.line - 1]
    assert line.endswith("heading: Atlantis")


def test_a_step_may_stand_in_any_passage_of_the_brief_at_the_cost_of_a_warning(bank_of: Write) -> None:
    order = "type: order\nstem: In which order?\nsteps: [The guild began, Ships went, Caleta Honda met]\n"
    sound = "kind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    (remark,) = remarks(streets(bank_of, bank(order + DUES + sound)))
    assert remark.severity is Severity.WARNING
    assert "in passage p4" in remark.message


def test_an_essay_that_brings_in_a_name_is_warned(bank_of: Write) -> None:
    essay = "type: essay\nmodel_answer: As in Atlantis, dues rose.\nrubric: [{criterion: Names Atlantis, points: 1}]\n"
    sound = "stem: Why?\nkind: fact\nrationale: Because.\ndifficulty: easy\nthinking: analyze\n"
    found = remarks(streets(bank_of, bank(essay + DUES + sound)))
    assert [remark.severity for remark in found] == [Severity.WARNING]


def test_the_passage_that_is_nearest_is_asked_for(bank_of: Write) -> None:
    (remark,) = remarks(streets(bank_of, short("Those of Brava and others", VOTED)))
    assert "in passage p4" in remark.message


def test_no_place_is_shown_where_the_passage_has_the_name_in_other_letters(bank_of: Write) -> None:
    course = streets(bank_of, short("A town of the CCCH", SHIPS))
    brief = course / "corpus" / "streets.md"
    text = brief.read_text(encoding="utf-8").replace("text: full", "text: full\naliases: {Coast Council: [CCCH]}")
    brief.write_text(text, encoding="utf-8")
    (remark,) = remarks(course)
    assert "in passage p4" in remark.message
    assert remark.see is None


@pytest.mark.parametrize(
    ("answer", "also", "said"),
    [
        ("Juan Mora", "Mora, J.M., Don Juan Mora, Juan Morra", []),
        ("Street Guild", "the Guild, The Street Guild of Port Azul", []),
        ("Juan Mora", "Brava", ["“Brava”, accepted for “Juan Mora”, stands in passage p1"]),
        ("Juan Mora", "Coast Council", ["“Coast Council”, accepted for “Juan Mora”, stands in passage p4"]),
        ("Juan Mora", "Juan Mora of Brava", []),
        ("Street Guild", "La Cofradía, LC, SG", []),
        ("the founder", "the Brava founder", []),
        ("the founder", "the Brava traders", ["“Brava”, accepted for “the founder”, stands in passage p1"]),
        ("OAS", "CIA", ["“CIA”, accepted for “OAS”, stands nowhere in the brief"]),
    ],
)
def test_accepted_answers_name_what_the_answer_names(bank_of: Write, answer: str, also: str, said: list[str]) -> None:
    founded = "evidence: [{passage: p1, quote: The Street Guild began in Port Azul. Its founder was Juan Mora}]\n"
    found = remarks(streets(bank_of, short(f"{answer}\naccept: [{also}]", founded)))
    about = [remark for remark in found if "accepted for" in remark.message]
    assert [remark.message.partition(": if")[0] for remark in about] == said
    assert all(remark.severity is Severity.WARNING for remark in about)


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("Road Guild", "Street Guild"),
        ("Legislative Council", "Legislative Assembly"),
        ("Street Guild", None),
        ("High Dues", None),
        ("Braga", None),
        ("Brave", "Brava"),
        ("Traders", None),
    ],
)
def test_ordinary_words_that_are_written_as_a_name_are_held_against_the_brief(
    bank_of: Write, answer: str, meant: str | None
) -> None:
    found = [remark.message for remark in remarks(streets(bank_of, short(answer))) if "written as" in remark.message]
    assert found == ([f"“{answer}” is written as a name, and the brief has no such; it has “{meant}”"] if meant else [])


def test_a_long_name_with_one_word_changed_is_held_against_the_brief(bank_of: Write) -> None:
    statement = "type: true-false\nstem: The Charter on the Rights of the Poor is of the guild.\nanswer: true\n"
    course = streets(bank_of, of_rule(statement + DUES))
    brief = course / "corpus" / "streets.md"
    charter = "It has a Charter on the Rights of the Young. The Poor have none. Its dues are high."
    text = brief.read_text(encoding="utf-8").replace("Its dues are high.", charter)
    brief.write_text(text, encoding="utf-8")
    (remark,) = [remark for remark in remarks(course) if "written as" in remark.message]
    assert remark.message.startswith("“Charter on the Rights of the Poor” is written as a name")
    assert remark.severity is Severity.WARNING


def test_a_name_beside_a_quote_that_names_another_may_stand_in_its_place(bank_of: Write) -> None:
    statement = "type: true-false\nstem: The {} paid the fund.\nanswer: true\n"
    paid = "evidence: [{passage: p4, quote: The Brava Trust paid}]\n"
    (remark,) = remarks(streets(bank_of, of_rule(statement.format("Coast Council") + paid)))
    assert remark.message == "“Coast Council” stands beside the quote, which names “Brava Trust”: is it the one meant?"
    assert remark.severity is Severity.WARNING
    assert remarks(streets(bank_of, of_rule(statement.format("Brava Trust and the Coast Council") + paid))) == []


@pytest.mark.parametrize("answer", ["Belize", "Chile", "Belize signs a contract", "Kissinger signed"])
def test_a_country_is_no_ordinary_word(bank_of: Write, answer: str) -> None:
    (remark,) = remarks(streets(bank_of, short(answer, DUES)))
    assert "stands neither in passage p1 nor elsewhere" in remark.message
