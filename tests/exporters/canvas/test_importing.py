"""What the importer of Canvas makes of a package: each of its rules that has cost someone a quiz."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen.exporters import canvas
from quizgen.findings import Severity
from quizgen.model import Blank, Choices, Gaps, Left, Number, Option, Pairs, Question, Scoring, Sequence, Step, Words
from tests.exporters.canvas.importing import assessment, files, imported, question_of, questions, root, words
from tests.quizzes import ANSWERS, HERE, every_shape, question

SHAPES = questions(every_shape())
TYPES = {
    "why-a-fund": "multiple_choice_question",
    "years-of-storms": "multiple_choice_question",
    "what-it-pays": "multiple_answers_question",
    "fund-is-loan": "true_false_question",
    "who-governs": "short_answer_question",
    "storm-fund": "short_answer_question",
    "share-saved": "numerical_question",
    "gaps-in-text": "fill_in_multiple_blanks_question",
    "who-said-what": "matching_question",
    "before-or-after": "matching_question",
    "order-of-work": "matching_question",
    "argue-for-it": "essay_question",
}


def choice(*texts: str, multiple: bool = False, right: int = 1, id: str = "an-item") -> Question:
    options = tuple(Option(text, place < right, HERE, f"Why {place}.") for place, text in enumerate(texts))
    return replace(question("why-a-fund"), id=id, answer=Choices(options, multiple))


def notes(*items: Question, language: str = "en", scoring: Scoring = "each") -> list[str]:
    """What is said of these items, but for what is lost of all."""
    scored = tuple(replace(item, scoring=scoring) for item in items)
    remarks = list(canvas.limits([every_shape(1, language, scored)]))
    assert remarks[0].where.path == "questions/course.yaml"
    return [remark.message for remark in remarks[1:]]


def test_every_shape_becomes_a_type_that_canvas_has() -> None:
    assert {id: one.type for id, one in SHAPES.items()} == TYPES
    assert set(TYPES) == set(ANSWERS)


def test_names_hold_no_word_by_which_feedback_is_sent_astray() -> None:
    """An option that is named `correct` would have its reason shown to all who are right."""
    bad = re.compile("wrong|incorrect|correct|solution|_all|[^A-Za-z0-9_-]", re.IGNORECASE)
    names = [
        value
        for node in assessment(
            every_shape(1, questions=(choice("incorrect_C", "wrong", id="the-correct-solution"),))
        ).iter()
        for name, value in node.attrib.items()
        if name in ("ident", "linkrefid", "respident") and value not in ("general_fb",)
    ]
    assert len(names) > 10
    assert not [name for name in names if bad.search(name)]


def test_answers_are_numbers_that_stay_when_texts_change_and_differ_within_an_item() -> None:
    before, after = question_of(choice("A", "B", "C")), question_of(choice("A, reworded", "B", "C"))
    assert before.answer("A").id == after.answer("A, reworded").id
    assert len({answer.id for answer in before.answers}) == 3
    for shape in SHAPES.values():
        numbers = [answer.id for answer in shape.answers] + list(shape.matches)
        assert len(set(numbers)) == len(numbers)


def test_feedback_goes_to_whom_it_is_for() -> None:
    one = SHAPES["why-a-fund"]
    assert "The brief says so of the <em>fund</em>, and 3 &lt; 4 &amp; 5 &gt; 4." in one.neutral
    assert one.answer("So that the ferry can be sold").comments == '<p dir="auto">The ferry is never for sale.</p>'
    assert one.answer("So that repairs need not wait for loans").comments == ""
    assert "Saving is done early." in SHAPES["before-or-after"].answer("Saving").comments
    assert "A storm fund is money set aside." in SHAPES["fund-is-loan"].answer("True").comments


def test_evidence_is_cited_and_a_restated_passage_is_no_quotation() -> None:
    said = words(SHAPES["why-a-fund"].neutral)
    assert "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”" in said
    assert "“a storm fund" not in said
    assert "a storm fund is money set aside before a storm" in said
    assert 'href="https://example.org/storms?a=1&amp;b=2"' in SHAPES["why-a-fund"].neutral


def test_markup_is_escaped_once() -> None:
    assert "Why, for <em>Ibarra</em>, does Isla Clara keep a fund?" in SHAPES["why-a-fund"].text
    assert SHAPES["why-a-fund"].answer("So that taxes &amp; fees can be &lt;cut&gt;").weight == 0
    (data,) = (data for name, data in files(every_shape()).items() if name.count("/") and b"questestinterop" in data)
    assert b"taxes &amp;amp; fees can be &amp;lt;cut&amp;gt;" in data
    assert b"&amp;amp;amp;" not in data


def test_quotation_marks_are_no_codes_which_canvas_would_show() -> None:
    one = question_of(choice("Don't", 'Say "so"'))
    assert {answer.text for answer in one.answers} == {"Don't", 'Say "so"'}


def test_one_choice_has_one_key() -> None:
    one = SHAPES["why-a-fund"]
    assert [answer.text for answer in one.answers if answer.weight] == ["So that repairs need not wait for loans"]


def test_of_several_the_right_ones_are_taken_and_the_wrong_ones_are_not() -> None:
    assert {answer.text: answer.weight for answer in SHAPES["what-it-pays"].answers} == {
        "Roofs": 100,
        "Piers": 100,
        "Salaries": 0,
    }
    both = assessment(every_shape(1, questions=(question("what-it-pays"),))).find(".//conditionvar/and")
    assert both is not None
    assert sorted(child.tag for child in both) == ["not", "varequal", "varequal"]


def test_true_and_false_are_a_type_of_their_own_in_english_alone() -> None:
    assert [answer.text for answer in SHAPES["fund-is-loan"].answers] == ["True", "False"]
    spanish = replace(
        question("fund-is-loan"),
        answer=Choices((Option("Verdadero", False, HERE), Option("Falso", True, HERE)), pinned=True),
    )
    taken = question_of(spanish, "es")
    assert taken.type == "multiple_choice_question"
    assert [answer.text for answer in taken.answers if answer.weight] == ["Falso"]
    assert notes(spanish, language="es") == [
        "Canvas has true-false questions in English alone: the item is a choice between two options there"
    ]


def test_an_option_without_visible_text_is_said_before_it_becomes_something_else() -> None:
    (wrong,) = notes(choice("\u200b", "B"))
    assert "No answer text provided." in wrong
    (remark,) = (one for one in canvas.limits([every_shape(1, questions=(choice("\u200b", "B"),))]) if one.item)
    assert remark.severity is None


def test_options_that_are_equal_but_for_case_stay_two() -> None:
    assert sorted(answer.text for answer in question_of(choice("Budget", "budget")).answers) == ["Budget", "budget"]
    typed = question_of(replace(question("who-governs"), answer=Words(("Budget", "budget", "BUDGET"))))
    assert [answer.text for answer in typed.answers] == ["Budget"]


def test_colons_stand_in_texts_and_in_no_name() -> None:
    one = question_of(replace(choice("a: b", "c::d"), stem="Why: so?"))
    assert {answer.text for answer in one.answers} == {"a: b", "c::d"}
    assert ":" not in one.migration_id


def test_points_are_the_items() -> None:
    assert SHAPES["argue-for-it"].points == 3
    assert question_of(replace(choice("A", "B"), points=0.5)).points == 0.5


@pytest.mark.parametrize(
    ("value", "tolerance", "read"),
    [
        ("2.5", "0.1", ("exact", "2.5", "2.4", "2.6")),
        ("1000", "0", ("exact", "1000")),
        ("-3", "0.25", ("exact", "-3", "-3.25", "-2.75")),
        ("0.5", "0.5", ("range", "0", "1")),
        ("2", "0.5", ("range", "1.5", "2.5")),
        ("1.25", "0.005", ("range", "1.245", "1.255")),
        ("1E+3", "2E+2", ("exact", "1000", "800", "1200")),
    ],
)
def test_a_figure_is_read_with_its_margin_and_never_by_the_places_that_count(
    value: str, tolerance: str, read: tuple[str, ...]
) -> None:
    number = Number(Decimal(value), value, None, Decimal(tolerance))
    assert question_of(replace(question("share-saved"), answer=number)).numeric == read


def test_a_figure_too_small_is_said_beforehand() -> None:
    small = replace(question("share-saved"), answer=Number(Decimal("0.00002"), "0.00002"))
    assert ["takes figures below 0.0001 for nought" in message for message in notes(small)] == [True]
    assert notes(replace(small, answer=Number(Decimal(0), "0"))) == []


def test_the_unit_of_a_figure_is_shown() -> None:
    assert "____ percent" in SHAPES["share-saved"].text
    assert ["takes no unit" in message for message in notes(question("share-saved"))] == [True]


def test_words_may_be_typed_without_accents_and_with_a_keyboards_marks() -> None:
    assert [answer.text for answer in SHAPES["who-governs"].answers] == ["Señora Ibarra", "Senora Ibarra", "Ibarra"]
    curly = question_of(replace(question("who-governs"), answer=Words(("El Salvador’s debt–equity",))))
    assert [answer.text for answer in curly.answers] == ["El Salvador’s debt–equity", "El Salvador's debt-equity"]


def test_blanks_stand_by_name_in_the_text_with_their_hints() -> None:
    gaps = SHAPES["gaps-in-text"]
    assert "set up in [blank1] by the [blank2] <em>(not the mayor)</em> of {the} island." in gaps.text
    assert [(answer.blank, answer.text) for answer in gaps.answers] == [
        ("blank1", "1999"),
        ("blank1", "99"),
        ("blank2", "council"),
    ]


def test_a_text_that_has_the_name_of_a_blank_in_brackets_is_left_alone() -> None:
    gaps = Gaps(("They wrote [blank1] and ", Blank(("this",)), "."))
    taken = question_of(replace(question("gaps-in-text"), answer=gaps))
    (answer,) = taken.answers
    assert taken.text.count(f"[{answer.blank}]") == 1
    assert "wrote [blank1] and" in taken.text


def test_neither_is_a_hint_that_has_it() -> None:
    gaps = Gaps(("They wrote ", Blank(("this",), hint="see [blank2]"), " and ", Blank(("that",)), "."))
    taken = question_of(replace(question("gaps-in-text"), answer=gaps))
    names = [answer.blank for answer in taken.answers]
    assert len(set(names)) == 2
    assert [taken.text.count(f"[{name}]") for name in names] == [1, 1]
    assert "(see [blank2])" in taken.text


def test_pairs_are_matched_and_what_is_left_over_distracts() -> None:
    pairs = SHAPES["who-said-what"]
    assert {answer.text: pairs.matches[answer.match or 0] for answer in pairs.answers} == {
        "Ibarra": "A storm fund",
        "The council": "A harbor fee",
    }
    assert set(pairs.matches.values()) == {"A storm fund", "A harbor fee", "A lottery"}


def test_partners_do_not_stand_beside_each_other() -> None:
    lefts = tuple(Left(f"Left {place}", place, HERE) for place in range(4))
    pairs = Pairs(lefts, tuple(f"Right {place}" for place in range(4)))
    orders = {
        tuple(question_of(replace(question("who-said-what"), id=f"pairs-{number}", answer=pairs)).matches.values())
        for number in range(12)
    }
    assert len(orders) > 6


def test_headings_keep_their_order_and_are_shared() -> None:
    groups = SHAPES["before-or-after"]
    assert list(groups.matches.values()) == ["Before", "After"]
    assert {answer.text: groups.matches[answer.match or 0] for answer in groups.answers} == {
        "Saving": "Before",
        "Repairing": "After",
        "Drilling": "Before",
    }


def test_the_right_side_is_plain_text_and_what_that_takes_away_is_said() -> None:
    pairs = Pairs((Left("*L*", 0, HERE),), ("An *open* A & B <c>", "2 * 3"))
    item = replace(question("who-said-what"), answer=pairs)
    taken = question_of(item)
    assert set(taken.matches.values()) == {"An open A & B <c>", "2 * 3"}
    assert taken.answers[0].text == "<em>L</em>"
    assert notes(item) == ["Canvas shows the right side of pairs as plain text, without emphasis"]
    code = replace(item, answer=Pairs((Left("L", 0, HERE),), ("AT&amp;T",)))
    assert ["for a code of HTML" in message for message in notes(code)] == [True]


def test_an_order_is_matched_with_numbers_and_never_shown_as_it_is() -> None:
    for number in range(20):
        steps = tuple(Step(text, HERE) for text in ("One", "Two", "Three"))
        item = replace(question("order-of-work"), id=f"order-{number}", answer=Sequence(steps, (0, 1, 2)))
        taken = question_of(item)
        shown = [answer.text for answer in taken.answers]
        assert {answer.text: taken.matches[answer.match or 0] for answer in taken.answers} == {
            "One": "1",
            "Two": "2",
            "Three": "3",
        }
        assert shown != ["One", "Two", "Three"]
        assert "Number them: 1 comes first." in taken.text


def test_an_essay_has_its_model_answer_and_rubric_in_the_general_feedback() -> None:
    said = words(SHAPES["argue-for-it"].neutral)
    assert said.index("Ibarra argues that waiting") < said.index("States the claim (2 pts)") < said.index("Why:")


def test_a_term_is_asked_by_its_definition() -> None:
    assert "Which term has this definition?" in words(SHAPES["storm-fund"].text)


def test_points_for_all_or_nothing_are_a_loss_where_canvas_gives_shares() -> None:
    lost = "Canvas gives a share of the points for each part that is right, where the item gives all or none"
    for id in ANSWERS:
        expected = id in ("what-it-pays", "gaps-in-text", "who-said-what", "before-or-after", "order-of-work")
        assert (lost in notes(question(id), scoring="all")) == expected
        assert lost not in notes(question(id), scoring="each")


def test_a_pinned_order_holds_for_the_whole_quiz_and_true_and_false_pin_nothing() -> None:
    def shuffled(*items: Question) -> str | None:
        (data,) = (data for name, data in files(every_shape(1, questions=items)).items() if "meta" in name)
        return root(data).findtext("shuffle_answers")

    pinned, free = question("years-of-storms"), question("why-a-fund")
    assert shuffled(free, pinned) == "false"
    assert shuffled(free, question("fund-is-loan")) == "true"
    assert [answer.text for answer in SHAPES["years-of-storms"].answers] == ["1998", "2007", "2017"]
    assert ["shuffles none" in message for message in notes(free, pinned)] == [True]


def test_every_loss_is_a_note_that_names_its_item() -> None:
    remarks = list(canvas.limits([every_shape()]))
    assert len(remarks) >= 6
    assert {remark.severity for remark in remarks} == {Severity.NOTE}
    assert all(remark.item in ANSWERS for remark in remarks[1:])


def test_there_is_one_group_of_all_where_nothing_is_drawn() -> None:
    (group,) = imported(every_shape())
    assert [one.name for one in group.questions] == list(ANSWERS)
