"""What each answer shape scores and shows, by the rules that its file carries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen import building
from quizgen.building import Request
from quizgen.course import load
from quizgen.exporters import qti
from quizgen.findings import Severity
from quizgen.model import Choices, Left, Number, Option, Pairs, Question, Quiz, Scoring, Words
from tests.conftest import REPOSITORY
from tests.exporters.qti.delivering import Item, item_of, items, one_in
from tests.quizzes import ANSWERS, HERE, every_shape, question

QUIZZES = building.quizzes(load(REPOSITORY), Request(("qti",), 0))


def scored(id: str, scoring: Scoring = "each", points: float = 3) -> Item:
    return item_of(replace(question(id), scoring=scoring, points=points))


def score(item: Item, *response: str, **responses: str) -> float:
    return item.answered(*response, **responses)[0]


def test_a_choice_gives_all_or_nothing_and_says_why_to_those_who_chose() -> None:
    item = scored("why-a-fund")
    right = item.named("So that repairs need not wait for loans")
    points, shown = item.answered(right)
    assert points == 3
    assert len(shown) == 1
    assert "The brief says so of the fund, and 3 < 4 & 5 > 4." in shown[0]
    points, shown = item.answered(item.named("So that the ferry can be sold"))
    assert points == 0
    assert shown[1:] == ["The ferry is never for sale."]


def test_several_give_shares_and_a_wrong_one_takes_one_away() -> None:
    item = scored("what-it-pays")
    roofs, piers, salaries = map(item.named, ("Roofs", "Piers", "Salaries"))
    assert score(item, roofs, piers) == 3
    assert score(item, roofs) == 1.5
    assert score(item, roofs, salaries) == 0
    assert score(item, salaries) == 0
    assert item.answered(roofs, salaries)[1][1:] == ["Roofs come first.", "Salaries are paid from taxes."]


def test_several_for_all_or_nothing() -> None:
    item = scored("what-it-pays", "all")
    roofs, piers, salaries = map(item.named, ("Roofs", "Piers", "Salaries"))
    assert [score(item, *chosen) for chosen in ((roofs, piers), (roofs,), (roofs, piers, salaries))] == [3, 0, 0]


@pytest.mark.parametrize("count", range(2, 12))
def test_shares_add_up_to_all_the_points(count: int) -> None:
    options = tuple(Option(f"Option {number}", True, HERE) for number in range(count))
    item = item_of(replace(question("what-it-pays"), answer=Choices(options, multiple=True), scoring="each", points=1))
    assert score(item, *item.right()) == pytest.approx(1, abs=1e-12)


def test_true_and_false_are_in_the_quizs_language_and_never_shuffled() -> None:
    item = item_of(question("fund-is-loan"))
    (interaction,) = item.body.iter("choiceInteraction")
    assert interaction.attrib["shuffle"] == "false"
    assert score(item, item.named("False")) == 1
    assert item.answered(item.named("True"))[1][1:] == ["A storm fund is money set aside."]


def test_words_count_in_any_case_without_accents_and_in_any_of_their_forms() -> None:
    item = scored("who-governs")
    assert [score(item, typed) for typed in ("Señora Ibarra", "senora ibarra", "IBARRA", "Ray")] == [3, 3, 3, 0]
    assert "Which term has this definition?" in scored("storm-fund").words


@pytest.mark.parametrize(("typed", "points"), [("2.5", 3), ("2.4", 3), ("2.6", 3), ("2.61", 0), ("2.39", 0), ("25", 0)])
def test_a_figure_counts_within_its_tolerance(typed: str, points: float) -> None:
    item = scored("share-saved")
    assert item.declaration().attrib["baseType"] == "float"
    assert score(item, typed) == points
    assert "percent" in item.words


def test_a_figure_without_tolerance_must_be_exact() -> None:
    item = item_of(replace(question("share-saved"), answer=Number(Decimal("1E+3"), "1,000")))
    assert item.right() == ["1000"]
    assert [score(item, typed) for typed in ("1000", "1000.5")] == [1, 0]


def test_blanks_give_shares_or_all_or_nothing_and_show_their_hints() -> None:
    each, all_ = scored("gaps-in-text"), scored("gaps-in-text", "all")
    for item, half in ((each, 1.5), (all_, 0)):
        assert score(item, RESPONSE_1="99", RESPONSE_2="Council") == 3
        assert score(item, RESPONSE_1="1999", RESPONSE_2="mayor") == half
        assert score(item, RESPONSE_1="", RESPONSE_2="mayor") == 0
        assert "The fund was set up in  by the  (not the mayor) of {the} island." in item.words


def test_pairs_give_shares_and_say_why_where_one_is_wrong() -> None:
    item = scored("before-or-after")
    before, after = item.named("Before"), item.named("After")
    saving, repairing, drilling = map(item.named, ("Saving", "Repairing", "Drilling"))
    right = (f"{saving} {before}", f"{repairing} {after}", f"{drilling} {before}")
    assert sorted(item.right()) == sorted(right)
    assert score(item, *right) == 3
    assert len(item.answered(*right)[1]) == 1
    points, shown = item.answered(f"{saving} {after}", *right[1:])
    assert (points, shown[1:]) == (2, ["Saving is done early."])
    assert score(scored("before-or-after", "all"), *right[:2]) == 0


def test_headings_stay_and_take_many_while_partners_move() -> None:
    headings, partners = scored("before-or-after").body, scored("who-said-what").body
    for body, most, fixed in ((headings, "0", "true"), (partners, "1", "false")):
        _, rights = body.iter("simpleMatchSet")
        assert {(entry.attrib["matchMax"], entry.attrib["fixed"]) for entry in rights} == {(most, fixed)}
    _, rights = partners.iter("simpleMatchSet")
    assert {"".join(entry.itertext()) for entry in rights} == {"A harbor fee", "A storm fund", "A lottery"}


def test_a_partner_that_is_shared_can_be_taken_by_all_it_belongs_to_and_no_entry_tells_which_it_is() -> None:
    lefts = tuple(Left(text, right, HERE) for text, right in (("Ibarra", 1), ("The council", 0), ("Ray", 1)))
    shared = replace(question("who-said-what"), answer=Pairs(lefts, ("A harbor fee", "A storm fund", "A lottery")))
    item = item_of(shared)
    _, rights = item.body.iter("simpleMatchSet")
    assert [entry.attrib["matchMax"] for entry in rights] == ["0", "0", "0"]


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_the_right_answer_to_every_match_of_the_course_can_be_given(quiz: Quiz) -> None:
    for item in items(quiz).values():
        most = {
            entry.attrib["identifier"]: int(entry.attrib["matchMax"]) or len(item.right())
            for entry in item.body.iter("simpleAssociableChoice")
        }
        if most:
            taken = Counter(name for pair in item.right() for name in pair.split())
            assert all(taken[name] <= most[name] for name in taken)


def test_an_order_gives_a_share_for_each_step_in_its_place() -> None:
    item = scored("order-of-work")
    one, two, three = map(item.named, ("Clear the roads", "Mend the roofs", "Open the school"))
    assert score(item, one, two, three) == 3
    assert score(item, one, three, two) == 1
    assert score(item, three, one, two) == 0
    assert [score(scored("order-of-work", "all"), *given) for given in ((one, two, three), (one, three, two))] == [3, 0]


def test_steps_are_never_shown_in_their_right_order() -> None:
    shown = set()
    for number in range(30):
        item = item_of(replace(question("order-of-work"), id=f"order-{number}"))
        shown.add(tuple(item.right().index(choice.attrib["identifier"]) for choice in item.body.iter("simpleChoice")))
    assert (0, 1, 2) not in shown
    assert len(shown) > 2


def test_an_essay_is_scored_by_hand_with_its_model_answer_and_rubric_at_hand() -> None:
    item = scored("argue-for-it")
    (block,) = item.body.iter("rubricBlock")
    assert block.attrib["view"] == "scorer"
    said = "".join(block.itertext())
    assert "Ibarra argues that waiting" in said
    assert "States the claim (2 pts)" in said
    assert "Ibarra argues that waiting" not in item.words
    (interaction,) = item.body.iter("extendedTextInteraction")
    assert interaction.attrib["expectedLines"] == "12"
    assert score(item, "An argument.") == 0


def test_feedback_cites_and_a_restated_passage_is_no_quotation() -> None:
    for id in ANSWERS:
        general = scored(id).feedback("general")
        assert "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”" in general
        assert "a storm fund is money set aside before a storm" in general
        assert "“a storm fund" not in general


def test_names_tell_nothing_of_the_key() -> None:
    firsts = 0
    for number in range(60):
        item = item_of(replace(question("why-a-fund"), id=f"item-{number}"))
        shown = [choice.attrib["identifier"] for choice in item.body.iter("simpleChoice")]
        firsts += sorted(shown)[0] == item.right()[0]
        assert all(name.startswith("c") and name[1:].isdigit() for name in shown)
    assert 5 < firsts < 30


def test_a_pinned_order_stays() -> None:
    (interaction,) = item_of(question("years-of-storms")).body.iter("choiceInteraction")
    assert interaction.attrib["shuffle"] == "false"
    assert ["".join(choice.itertext()) for choice in interaction] == ["1998", "2007", "2017"]
    (free,) = item_of(question("why-a-fund")).body.iter("choiceInteraction")
    assert free.attrib["shuffle"] == "true"


def test_what_is_lost_is_a_note_that_names_its_item() -> None:
    remarks = list(qti.limits([every_shape()]))
    assert [remark.item for remark in remarks] == ["storm-fund", "share-saved"]
    assert {remark.severity for remark in remarks} == {Severity.NOTE}


def one_word(text: str) -> Question:
    return replace(question("who-governs"), answer=Words((text,)))


def test_how_much_room_a_word_gets_tells_little_of_it() -> None:
    lengths = {
        text: one_in(item_of(one_word(text)).body, ".//textEntryInteraction").attrib["expectedLength"]
        for text in ("a", "abcdefgh", "abcdefghijkl")
    }
    assert list(lengths.values()) == ["10", "10", "20"]
