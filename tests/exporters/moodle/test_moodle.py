"""What Moodle makes of a file, by its own rules: each gotcha of its importer is a test."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen import wording
from quizgen.exporters import moodle
from quizgen.findings import Severity
from quizgen.markup import plain
from quizgen.model import (
    Blank,
    Choices,
    Essay,
    Gaps,
    Left,
    Number,
    Option,
    Pairs,
    Question,
    Quiz,
    Sequence,
    Words,
)
from quizgen.presenting.fragments import html, literal
from quizgen.presenting.neighbours import is_statement
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.canvas.importing import words as words_in
from tests.exporters.course_sites import DRAWN, QUIZZES, Site, does_nothing, drawing, several, visible
from tests.exporters.moodle import importing
from tests.exporters.moodle.importing import Imported
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, every_shape, question

SITE = Site("moodle", importing.quizzes)
data, imported, with_answer = SITE.data, SITE.imported, SITE.with_answer
ARRIVED = imported(every_shape())


def test_every_shape_has_a_type_of_its_own() -> None:
    assert {id: one.type for id, one in ARRIVED.items()} == {
        "why-a-fund": "multichoice",
        "years-of-storms": "multichoice",
        "what-it-pays": "multichoice",
        "fund-is-loan": "truefalse",
        "who-governs": "shortanswer",
        "storm-fund": "shortanswer",
        "share-saved": "numerical",
        "gaps-in-text": "cloze",
        "who-said-what": "matching",
        "before-or-after": "matching",
        "order-of-work": "ordering",
        "argue-for-it": "essay",
    }
    assert set(ARRIVED) == set(ANSWERS)


@pytest.mark.parametrize("id", ANSWERS)
def test_an_item_keeps_its_id_its_points_and_its_tags(id: str) -> None:
    one = ARRIVED[id]
    assert one.idnumber == id
    assert one.tags == ("fact", "easy", "remember", "funds")
    assert one.mark == (2 if id == "gaps-in-text" else question(id).points)
    assert one.category == ("Islands", "Saving before the Storm")


@pytest.mark.parametrize("id", ANSWERS)
def test_all_who_have_answered_are_told_why_and_a_restated_passage_is_no_quotation(id: str) -> None:
    told = ARRIVED[id].general
    assert "The brief says so of the <em>fund</em>, and 3 &lt; 4 &amp; 5 &gt; 4." in told
    assert f"</strong> {QUOTE}<br><em>Restated from paragraph 1 of Ibarra and Ray (2024)" in told
    assert f"“{QUOTE}”" not in told


def test_a_passage_in_the_words_of_its_brief_is_a_quotation() -> None:
    quiz = replace(every_shape(), briefs=(replace(BRIEF, restated=False),))
    assert f"“{QUOTE}”" in imported(quiz)["who-governs"].general


def test_the_hint_says_where_to_read_again_and_nothing_of_the_answer() -> None:
    with_hint = {id for id, one in ARRIVED.items() if one.hints}
    assert set(ANSWERS) - with_hint == {"fund-is-loan", "argue-for-it"}
    for id in with_hint:
        assert ARRIVED[id].hints == ("Read again: Ibarra and Ray (2024), “Saving before the Storm”, paragraph 1.",)
    assert b"<shownumcorrect />" in data(every_shape(questions=(question("what-it-pays"),)))


@pytest.mark.parametrize("language", [words.code for words in wording.ALL])
def test_what_the_file_says_of_itself_is_in_the_language_of_the_quiz(language: str) -> None:
    words = wording.for_language(language)
    one = imported(every_shape(language=language))["what-it-pays"]
    assert one.settings["correctfeedback"] == f"{words.right}."
    assert one.settings["partiallycorrectfeedback"] == f"{words.partly_right}."
    assert one.settings["incorrectfeedback"] == f"{words.wrong}."
    assert words.choose_all in one.text
    assert one.hints[0].startswith(words.read_again.split("{")[0])


# options


def test_one_or_several_and_the_order_are_said_since_moodle_takes_one_and_no_shuffling_for_granted() -> None:
    said = {id: (ARRIVED[id].settings["single"], ARRIVED[id].settings["shuffleanswers"]) for id in _multichoice()}
    assert said == {
        "why-a-fund": ("true", "true"),
        "years-of-storms": ("true", "false"),
        "what-it-pays": ("false", "true"),
    }
    for id in said:
        raw = data(every_shape(questions=(question(id),)))
        assert all(f"<{name}>".encode() in raw for name in ("single", "shuffleanswers", "showstandardinstruction"))


def _multichoice() -> list[str]:
    return [id for id, one in ARRIVED.items() if one.type == "multichoice"]


def test_the_order_of_options_does_not_tell_where_a_site_does_not_shuffle() -> None:
    options = tuple(Option(f"Option {number}", number == 0, HERE) for number in range(4))
    items = tuple(replace(question("why-a-fund"), id=f"item-{n}", answer=Choices(options)) for n in range(20))
    first = [one.answers[0].fraction for one in imported(every_shape(questions=items)).values()]
    assert 1 <= sum(first) <= 12
    pinned = [answer.text for answer in ARRIVED["years-of-storms"].answers]
    assert pinned == ["1998", "2007", "2017"]


def test_each_option_has_its_own_feedback_and_none_where_there_is_nothing_to_say() -> None:
    feedback = {answer.text: answer.feedback for answer in ARRIVED["why-a-fund"].answers}
    assert feedback["So that taxes &amp; fees can be &lt;cut&gt;"] == "Taxes are not what the fund is for."
    assert feedback["So that repairs need not wait for loans"] == ""
    raw = data(every_shape(questions=(question("why-a-fund"),))).decode()
    assert raw.count("<feedback ") == 3


@pytest.mark.parametrize("wrong", range(1, 7))
@pytest.mark.parametrize("right", range(1, 21))
def test_the_shares_of_several_right_options_are_of_moodles_list_and_to_tick_all_earns_nothing(
    right: int, wrong: int
) -> None:
    one = with_answer(several(right, wrong))  # importing has looked each up in the list, and has added them up
    keys = [answer.text for answer in one.answers if answer.fraction > 0]
    assert len(keys) == right
    assert one.earns(*keys) == pytest.approx(1, abs=1e-5)
    assert one.earns(*(answer.text for answer in one.answers)) == pytest.approx(0, abs=1e-5)
    assert one.earns(*keys[:-1]) < 1
    assert min(answer.fraction for answer in one.answers) < 0


def test_more_right_options_than_moodle_has_shares_for_are_a_fault() -> None:
    item = replace(question("what-it-pays"), answer=several(21, 1))
    assert {remark.severity for remark in moodle.limits([every_shape(questions=(item,))])} == {None, Severity.NOTE}


def test_options_equal_but_for_case_stay_two() -> None:
    one = with_answer(Choices((Option("Budget", True, HERE), Option("budget", False, HERE))))
    assert {answer.text: answer.fraction for answer in one.answers} == {"Budget": 1, "budget": 0}


@pytest.mark.parametrize("words", wording.ALL, ids=lambda words: words.code)
@pytest.mark.parametrize("truth", [True, False])
def test_true_and_false_go_by_these_words_in_every_language(words: wording.Wording, truth: bool) -> None:
    options = (
        Option(words.true, truth, HERE, None if truth else "It is not."),
        Option(words.false, not truth, HERE, "It is." if truth else None),
    )
    one = with_answer(Choices(options, pinned=True))
    assert one.type == "truefalse"
    assert {answer.text: answer.fraction == 1 for answer in one.answers} == {"true": truth, "false": not truth}
    wrong = "false" if truth else "true"
    assert {answer.text: answer.feedback for answer in one.answers}[wrong] == ("It is." if truth else "It is not.")


# what is typed


def test_an_asterisk_in_an_accepted_answer_stands_for_itself_alone() -> None:
    one = with_answer(Words(("A*", r"b\*c", "**")))
    assert one.takes("a*")
    assert one.takes(r"b\*c")
    assert one.takes("**")
    assert not any(map(one.takes, ("A", "About", r"b\ c", "anything")))
    text = with_answer(Gaps((Blank(("A*",)),)), stem="")
    assert [importing.is_same(typed, text.blanks[0][0].text) for typed in ("a*", "About")] == [True, False]


def test_what_is_typed_may_lack_accents_and_be_in_any_case() -> None:
    one = ARRIVED["who-governs"]
    assert all(map(one.takes, ("Señora Ibarra", "señora ibarra", "senora ibarra", "Ibarra")))
    assert not one.takes("Señora")


def test_a_figure_has_its_margin_and_its_unit_which_may_be_left_out() -> None:
    one = ARRIVED["share-saved"]
    (answer,) = one.answers
    assert (answer.text, answer.fraction, answer.tolerance) == ("2.5", 1, 0.1)
    assert (one.settings["units"], one.settings["showunits"], one.settings["unitgradingtype"]) == ("percent", "0", "0")
    assert "____ percent" in one.text


def test_a_figure_is_written_out_and_a_unit_too_long_is_only_shown() -> None:
    one = with_answer(Number(Decimal("-1.5E+3"), "-1,500", "u" * 51))
    assert (one.answers[0].text, one.answers[0].tolerance) == ("-1500", 0)
    assert (one.settings["units"], one.settings["showunits"]) == ("", "3")
    assert "u" * 51 in one.text


@pytest.mark.parametrize("answer", ["a}b", "a#b", "a~b", "R&D &", "=x", "%50%x", "a\\", "&amp;", "{1:SA:=x}", "50%"])
def test_blanks_take_answers_with_signs_that_mean_something_there(answer: str) -> None:
    one = with_answer(Gaps(("Here ", Blank((answer, "plain")), ".")), stem="")
    (blank,) = one.blanks
    assert [found.fraction for found in blank] == [1, 1]
    assert [importing.is_same(answer, found.text) for found in blank] == [True, False]
    assert blank[1].text == "plain"


@pytest.mark.parametrize("text", ["{1:SHORTANSWER:=x}", "{#9}", "{:MC:=x~y}", "{the}", "}{"])
def test_what_only_looks_like_a_blank_is_text(text: str) -> None:
    one = with_answer(Gaps((text, Blank(("x",), hint=text), text)), stem="")
    assert len(one.blanks) == 1
    assert words_in(one.text).count(text) == 3


def test_the_points_of_blanks_are_whole_and_add_up_to_the_items_where_they_can() -> None:
    two = Gaps((Blank(("x",)), " ", Blank(("y",))))
    assert {points: with_answer(two, points=points).mark for points in (1, 2, 3, 4.0, 5)} == {
        1: 2,
        2: 2,
        3: 2,
        4.0: 4,
        5: 2,
    }
    quiz = every_shape(questions=(replace(question("gaps-in-text"), points=4, scoring="each"),))
    assert not [remark for remark in moodle.limits([quiz]) if remark.item]
    assert "(not the mayor)" in ARRIVED["gaps-in-text"].text


# pairs, orders, essays


def test_what_matches_nothing_is_there_without_an_entry() -> None:
    one = ARRIVED["who-said-what"]
    assert set(one.pairs) == {("The council", "A harbor fee"), ("Ibarra", "A storm fund"), ("", "A lottery")}
    assert one.settings["shuffleanswers"] == "true"


def test_entries_under_one_heading_share_it_and_their_reasons_are_told_to_all() -> None:
    one = ARRIVED["before-or-after"]
    assert set(one.pairs) == {("Saving", "Before"), ("Repairing", "After"), ("Drilling", "Before")}
    assert set(one.choices) == {"Before", "After"}
    assert "<strong>Saving:</strong> Saving is done early." in one.general


def test_too_few_answers_are_filled_up_with_one_that_is_there_already() -> None:
    one = with_answer(Pairs((Left("a", 0, HERE), Left("b", 1, HERE)), ("x", "y"), headings=True))
    assert len(one.pairs) == 3
    assert one.choices in (("x", "y"), ("y", "x"))


def test_the_right_side_of_pairs_is_text_with_the_signs_of_html_escaped() -> None:
    one = with_answer(Pairs((Left("*a*", 0, HERE), Left("b", 1, HERE)), ("R&D <cut>", "*so*", "&lt;")))
    assert set(one.choices) == {"R&amp;D &lt;cut&gt;", "so", "&amp;lt;"}
    assert dict(one.pairs)["<em>a</em>"] == "R&amp;D &lt;cut&gt;"


@pytest.mark.parametrize(("scoring", "grading"), [("each", "ABSOLUTE_POSITION"), ("all", "ALL_OR_NOTHING")])
def test_an_order_shows_all_steps_and_counts_each_or_all(scoring: str, grading: str) -> None:
    one = with_answer(question("order-of-work").answer, scoring=scoring)
    assert [answer.text for answer in one.answers] == ["Clear the roads", "Mend the roofs", "Open the school"]
    assert (one.settings["selecttype"], one.settings["selectcount"]) == ("ALL", "3")
    assert one.settings["gradingtype"] == grading


def test_graders_have_model_answer_and_rubric_and_students_of_an_exam_do_not() -> None:
    study, exam = (imported(replace(every_shape(), audience=who))["argue-for-it"] for who in ("study", "exam"))
    for one in (study, exam):
        assert "waiting for loans costs more" in one.settings["graderinfo"]
        assert "Weighs it (1 pt)" in one.settings["graderinfo"]
    assert "waiting for loans costs more" in study.general
    assert "waiting for loans costs more" not in exam.general


@pytest.mark.parametrize(("lines", "offered"), [(1, "5"), (12, "15"), (40, "40"), (200, "40")])
def test_an_essay_has_as_many_lines_as_moodle_offers(lines: int, offered: str) -> None:
    assert with_answer(Essay("So.", (), lines)).settings["responsefieldlines"] == offered


# categories


def test_a_slash_in_a_title_makes_no_category_and_titles_are_text() -> None:
    for title in ("Either/or", "/start", "end/", "a // b", "R&D", "Storms <& funds>", "*So*", "a" * 300):
        brief = replace(BRIEF, title=title)
        quiz = replace(every_shape(), course_title=title, title=title, briefs=(brief,))
        names = {one.category for one in imported(quiz).values()}
        (category,) = names
        assert len(category) == 2
        shown = literal(title) if len(title) < 256 else "a" * 254 + "…"
        assert category[1] == shown
        assert category[0] == (shown if title != "*So*" else "So")


def test_items_on_several_briefs_lie_under_the_title_of_their_quiz() -> None:
    other = replace(BRIEF, id="other", title="Other")
    item = question("who-governs")
    both = replace(item, id="both", evidence=(item.evidence[0], replace(item.evidence[0], brief="other")))
    quiz = replace(every_shape(questions=(item, both)), briefs=(BRIEF, other), title="Across")
    assert {id: one.category[1] for id, one in imported(quiz).items()} == {
        "who-governs": "Saving before the Storm",
        "both": "Across",
    }


def test_what_a_blueprint_draws_from_has_a_category_named_for_how_many_to_draw() -> None:
    placed: dict[str, list[str]] = {}
    for one in importing.quizzes(data(drawing())):
        placed.setdefault(one.category[-1], []).append(one.name)
        assert one.category[:-1] == ("Islands", "Quiz")
    assert placed == {
        "Choose": ["Choose", "who-governs"],
        "Choose (1): draw 1 of 3": ["why-a-fund", "what-it-pays", "fund-is-loan"],
        "Section 2": ["argue-for-it"],
    }
    assert b"Random questions to add to the quiz from this category: 1." in data(drawing())
    described = imported(drawing())["Choose"]
    assert (described.type, described.text) == ("description", '<p dir="auto">One of <em>these</em>.</p>')
    unnamed = {one.category for one in importing.quizzes(data(drawing(title=None)))}
    assert unnamed == {("Islands", "Quiz"), ("Islands", "Quiz", "1: draw 1 of 3")}


@pytest.mark.parametrize("points", [1, 2])
def test_how_to_draw_is_said_once_and_what_unlike_points_come_to_where_they_are(points: float) -> None:
    said = [remark for remark in moodle.limits([drawing(points), drawing(points)]) if not remark.item]
    assert len([remark for remark in said if "random questions" in remark.message]) == 1
    assert [remark.where for remark in said if "same mark" in remark.message] == [DRAWN] * (2 if points > 1 else 0)
    assert not [remark for remark in moodle.limits([every_shape()]) if "random questions" in remark.message]


# hostile and real text


@pytest.mark.parametrize(
    "evil", [*EVIL, "\x00\x0b\ud800", "]]>", "{1:SA:=x}", "&lt;b&gt;", "@@PLUGINFILE@@/x", "a * b", "]] > <![CDATA["]
)
def test_hostile_text_is_shown_and_does_nothing(evil: str) -> None:
    quiz = poisoned(evil)
    arrived = imported(quiz)
    assert len(arrived) == len(quiz.questions)
    shown = visible(evil)
    for one in arrived.values():
        fields = [one.text, one.general, *one.hints, *(answer.feedback for answer in one.answers), *one.choices]
        assert all(map(does_nothing, fields))
        assert shown in words_in(one.general)
    assert plain(shown) in words_in(arrived["choice"].text)


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_every_text_of_the_real_quizzes_arrives(quiz: Quiz) -> None:
    arrived = importing.quizzes(data(quiz))
    questions = {one.name: one for one in arrived if one.type != "description"}
    assert set(questions) == {item.id for item in quiz.offered}
    assert len(arrived) - len(questions) == sum(bool(section.instructions) for section in quiz.sections)
    for item in quiz.offered:
        _arrives(item, questions[item.id])


def _arrives(item: Question, one: Imported) -> None:
    assert html(item.stem) in one.text
    assert html(item.rationale) in one.general
    assert set(item.tags) < set(one.tags)
    assert item.evidence
    texts = {answer.text: answer for answer in one.answers}
    match item.answer:
        case Choices(options=options) as choices if is_statement(choices):
            assert [texts[name].fraction == 1 for name in ("true", "false")] == [option.correct for option in options]
            assert [texts[name].feedback for name in ("true", "false")] == [
                html(option.why or "") for option in options
            ]
        case Choices(options=options):
            for option in options:
                answer = texts[html(option.text)]
                assert (answer.fraction > 0) == option.correct
                assert answer.feedback == html(option.why or "")
            assert one.earns(*(html(option.text) for option in options if option.correct)) == pytest.approx(1, abs=1e-4)
        case Words(accepted=accepted):
            assert all(map(one.takes, accepted))
        case Number(value=value, tolerance=tolerance):
            assert [(Decimal(answer.text), answer.tolerance) for answer in one.answers] == [(value, float(tolerance))]
        case Gaps(blanks=blanks):
            assert len(one.blanks) == len(blanks)
            for blank, answers in zip(blanks, one.blanks, strict=True):
                for text in blank.accepted:
                    assert any(importing.is_same(text, answer.text) for answer in answers)
        case Pairs(lefts=lefts, rights=rights):
            assert {left: right for left, right in one.pairs if left} == {
                html(left.text): literal(plain(rights[left.right])) for left in lefts
            }
            assert set(one.choices) == {literal(plain(right)) for right in rights}
            assert all(html(left.why or "") in one.general for left in lefts)
        case Sequence(steps=steps):
            assert [answer.text for answer in one.answers] == [html(step.text) for step in steps]
        case Essay() as essay:
            assert html(essay.model_answer) in one.settings["graderinfo"]
            assert all(html(criterion.text) in one.settings["graderinfo"] for criterion in essay.rubric)
