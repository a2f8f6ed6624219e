"""What Moodle makes of a file in GIFT, by its own rules: each gotcha of its importer is a test."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quizgen.exporters import gift
from quizgen.exporters.gift.answers import typed
from quizgen.exporters.gift.text import is_misread
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
    Step,
    Words,
)
from quizgen.presenting.fragments import html, literal
from quizgen.presenting.neighbours import is_statement
from tests.exporters.anki.poisoned import EVIL, poisoned
from tests.exporters.canvas.importing import words as words_in
from tests.exporters.course_sites import QUIZZES, Site, does_nothing, drawing, several, visible
from tests.exporters.gift import importing
from tests.exporters.moodle.importing import Imported
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, every_shape, question

SIGNS = ("\\", "#", "=", "~", "{", "}", ":", "//", "####", "->", "\\:", "\\\\", "[html]", "[x]", "%50%", "::", "&&058;")
"""What means something in GIFT, or looks as if it did."""
SITE = Site("gift", importing.questions)
data, imported, with_answer = SITE.data, SITE.imported, SITE.with_answer
ARRIVED = imported(every_shape())


def test_every_shape_is_asked_by_a_type_of_its_own_or_its_neighbours() -> None:
    assert {id: one.type for id, one in ARRIVED.items()} == {
        "why-a-fund": "multichoice",
        "years-of-storms": "multichoice",
        "what-it-pays": "multichoice",
        "fund-is-loan": "truefalse",
        "who-governs": "shortanswer",
        "storm-fund": "shortanswer",
        "share-saved": "numerical",
        "gaps-in-text": "matching",
        "who-said-what": "matching",
        "before-or-after": "matching",
        "order-of-work": "matching",
        "argue-for-it": "essay",
    }
    assert set(ARRIVED) == set(ANSWERS)


@pytest.mark.parametrize("id", ANSWERS)
def test_an_item_keeps_its_id_and_tags_in_a_comment_and_all_are_told_why(id: str) -> None:
    one = ARRIVED[id]
    assert (one.idnumber, one.tags) == (id, ("fact", "easy", "remember", "funds"))
    assert one.category == ("Islands", "Saving before the Storm")
    assert "The brief says so of the <em>fund</em>, and 3 &lt; 4 &amp; 5 &gt; 4." in one.general
    assert f"</strong> {QUOTE}<br><em>Restated from paragraph 1" in one.general


# what means something


@pytest.mark.parametrize("where", ["{}", "{} a", "a {}", "a {} b"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_means_something_is_text_wherever_it_stands(sign: str, where: str) -> None:
    text = where.format(sign)
    options = Choices((Option(text, True, HERE, text), Option("no", False, HERE, text)))
    one = with_answer(options, stem=text, rationale=text)
    shown = " ".join(plain(text).split())
    assert words_in(one.text).strip() == shown
    assert {words_in(answer.text).strip(): answer.fraction for answer in one.answers} == {shown: 1, "no": 0}
    assert {words_in(answer.feedback).strip() for answer in one.answers} == {shown}
    assert f"Why:  {shown}" in words_in(one.general)
    pair = Pairs((Left(text, 0, HERE), Left("other", 1, HERE)), (f"{text} ", "b", "c"))
    found = with_answer(pair)
    assert {words_in(left).strip(): words_in(right).strip() for left, right in found.pairs if left}[shown] == shown


@pytest.mark.parametrize("sign", "\\#=~{}:")
def test_each_sign_with_a_meaning_stands_behind_a_backslash(sign: str) -> None:
    item = replace(question("who-governs"), stem=f"a{sign}b", rationale=f"c{sign}d", answer=Words((f"e{sign}f",)))
    text = data(every_shape(questions=(item,))).decode()
    assert all(f"{before}\\{sign}{behind}" in text for before, behind in ("ab", "cd", "ef"))


@pytest.mark.parametrize("where", ["{}", "{} a", "a {}", "a {} b"])
@pytest.mark.parametrize("sign", [sign for sign in SIGNS if not is_misread(sign)])
def test_what_is_typed_is_plain_text_with_the_same_signs(sign: str, where: str) -> None:
    text = where.format(sign)
    one = with_answer(Words((text, "other")))
    assert one.type == "shortanswer"
    assert one.takes(text)
    assert [answer.fraction for answer in one.answers] == [1, 1]
    assert not one.takes("anything")


@pytest.mark.parametrize("text", ["a -> b", "x&&058;y", "&&010;"])
@pytest.mark.parametrize("asked", [lambda text: Words((text,)), lambda text: Gaps(("a ", Blank((text,))))])
def test_what_cannot_be_escaped_in_plain_text_leaves_the_item_out_and_is_a_fault(text: str, asked: object) -> None:
    item = replace(question("who-governs"), answer=asked(text))  # type: ignore[operator]  # either of two
    quiz = every_shape(questions=(item, question("storm-fund")))
    assert set(imported(quiz)) == {"storm-fund"}
    assert b"// who-governs: left out" in data(quiz)
    (fault,) = (remark for remark in gift.limits([quiz]) if remark.severity is None)
    assert (fault.item, fault.where) == ("who-governs", HERE)


def test_no_line_begins_as_a_comment_but_comments_and_no_item_has_a_blank_line() -> None:
    quiz = poisoned("//\n\n// x")
    text = data(quiz).decode()
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        assert all(line.strip() for line in lines)
        assert [line for line in lines if line.startswith("//")] == lines[:1] or not lines[0].startswith("//")
        assert not any(line.strip().startswith("//") for line in lines[1:])
    assert len(imported(quiz)) == len(quiz.questions)


def test_a_category_is_not_escaped_since_moodle_does_not_read_its_signs_back() -> None:
    brief = replace(BRIEF, title="Aid: why = how? {or} a/b \\: c")
    (category,) = {one.category for one in imported(replace(every_shape(), briefs=(brief,))).values()}
    assert category == ("Islands", "Aid: why = how? {or} a/b \\: c")


def test_an_asterisk_in_an_accepted_answer_stands_for_itself_alone() -> None:
    one = with_answer(Words(("A*",)))
    assert (one.takes("a*"), one.takes("About")) == (True, False)


# answers


@pytest.mark.parametrize("wrong", range(1, 5))
@pytest.mark.parametrize("right", range(1, 13))
def test_of_several_right_options_each_has_a_weight_and_none_an_equals_sign(right: int, wrong: int) -> None:
    one = with_answer(several(right, wrong))
    assert one.settings["single"] == "false"
    keys = [answer.text for answer in one.answers if answer.fraction > 0]
    assert len(keys) == right
    assert one.earns(*keys) == pytest.approx(1, abs=1e-5)
    assert one.earns(*(answer.text for answer in one.answers)) == pytest.approx(0, abs=1e-5)


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("whys", [(None, None), ("a", None), (None, "b"), ("a", "b")])
def test_what_is_said_to_those_who_are_wrong_comes_before_the_rest(truth: bool, whys: tuple[str, str]) -> None:
    options = Option("True", truth, HERE, whys[0]), Option("False", not truth, HERE, whys[1])
    one = with_answer(Choices(options, pinned=True))
    assert one.type == "truefalse"
    assert [answer.fraction for answer in one.answers] == [float(truth), float(not truth)]
    assert [answer.feedback for answer in one.answers] == [why or "" for why in whys]
    assert QUOTE in one.general


def test_a_figure_has_its_margin_and_its_unit_stands_beside_it() -> None:
    one = ARRIVED["share-saved"]
    assert [(answer.text, answer.tolerance) for answer in one.answers] == [("2.5", 0.1)]
    assert "____ percent" in one.text
    exact = with_answer(Number(Decimal("-1.5E+3"), "-1,500"))
    assert [(answer.text, answer.tolerance) for answer in exact.answers] == [("-1500", 0)]


def test_one_blank_is_written_and_several_are_matched_with_their_answers() -> None:
    one = with_answer(Gaps(("In ", Blank(("1999", "99"), "a year"), " it began.")), stem="")
    assert one.type == "shortanswer"
    assert one.text.startswith("In _____ <em>(a year)</em> it began.")
    assert one.takes("1999")
    assert one.takes("99")
    several_blanks = ARRIVED["gaps-in-text"]
    assert several_blanks.text.startswith("The fund was set up in (1) _____ by the (2) _____ <em>(not the mayor)</em>")
    assert dict(pair for pair in several_blanks.pairs if pair[0]) == {"(1)": "1999", "(2)": "council"}
    assert set(several_blanks.choices) == {"1999", "council"}
    assert len(several_blanks.pairs) == 3
    marked = with_answer(Gaps((Blank(("a*b*",)), " ", Blank(("_c_",)))), stem="")
    assert set(marked.choices) == {"a*b*", "_c_"}


def test_steps_are_matched_with_numbers_and_what_matches_nothing_has_no_entry() -> None:
    steps = {"Clear the roads": "1", "Mend the roofs": "2", "Open the school": "3"}
    assert dict(ARRIVED["order-of-work"].pairs) == steps
    assert [left for left, _ in ARRIVED["order-of-work"].pairs] != list(steps)
    assert ("", "A lottery") in ARRIVED["who-said-what"].pairs
    assert set(ARRIVED["before-or-after"].choices) == {"Before", "After"}
    assert "<strong>Saving:</strong> Saving is done early." in ARRIVED["before-or-after"].general


def test_an_essay_has_no_answer_but_its_model_in_the_feedback() -> None:
    general = ARRIVED["argue-for-it"].general
    assert "waiting for loans costs more" in general
    assert "Weighs it (1 pt)" in general


def test_what_a_blueprint_draws_from_has_a_category_and_instructions_are_a_text() -> None:
    found = importing.questions(data(drawing()))
    assert [(one.category[-1], one.type) for one in found][:3] == [
        ("Choose", "description"),
        ("Choose", "shortanswer"),
        ("Choose (1): draw 1 of 3", "multichoice"),
    ]
    assert found[0].text == "One of <em>these</em>."
    assert [remark.severity for remark in gift.limits([drawing()]) if not remark.item] == [Severity.NOTE] * 2


# hostile and real text


@pytest.mark.parametrize("evil", [*EVIL, "\x00\x0b\ud800", "]]>", "}", "{=x}", "####", "&lt;b&gt;", "\\", "$CATEGORY:"])
def test_hostile_text_is_shown_and_does_nothing(evil: str) -> None:
    quiz = poisoned(evil)
    arrived = imported(quiz)
    left_out = {"words", "term"} if is_misread(evil) else set()
    assert set(arrived) | left_out == {item.id for item in quiz.questions}
    shown = visible(" ".join(evil.split()))
    for one in arrived.values():
        fields = one.text, one.general, *(answer.feedback for answer in one.answers), *one.choices
        assert all(map(does_nothing, fields))
        assert shown in words_in(one.general)
    assert plain(shown) in words_in(arrived["choice"].text)


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
def test_every_text_of_the_real_quizzes_arrives(quiz: Quiz) -> None:
    arrived = importing.questions(data(quiz))
    questions = {one.name: one for one in arrived if one.type != "description"}
    assert set(questions) == {item.id for item in quiz.offered}
    assert len(arrived) - len(questions) == sum(bool(section.instructions) for section in quiz.sections)
    for item in quiz.offered:
        _arrives(item, questions[item.id])


def _arrives(item: Question, one: Imported) -> None:
    assert html(item.stem) in one.text
    assert html(item.rationale) in one.general
    assert one.idnumber == item.id
    assert item.evidence
    texts = {answer.text: answer for answer in one.answers}
    match item.answer:
        case Choices(options=options) as choices if is_statement(choices):
            answers = texts["true"], texts["false"]
            assert [answer.fraction == 1 for answer in answers] == [option.correct for option in options]
            assert [answer.feedback for answer in answers] == [html(option.why or "") for option in options]
        case Choices(options=options):
            for option in options:
                assert (texts[html(option.text)].fraction > 0) == option.correct
                assert texts[html(option.text)].feedback == html(option.why or "")
        case Words() | Gaps(blanks=(_,)):
            assert typed(item.answer)
            assert all(map(one.takes, typed(item.answer)))
        case Number(value=value, tolerance=tolerance):
            assert [(Decimal(answer.text), answer.tolerance) for answer in one.answers] == [(value, float(tolerance))]
        case Gaps(blanks=blanks):
            rights = [right for left, right in one.pairs if left]
            assert rights == [literal(blank.accepted[0]) for blank in blanks]
        case Pairs(lefts=lefts, rights=sides):
            assert {left: right for left, right in one.pairs if left} == {
                html(left.text): literal(plain(sides[left.right])) for left in lefts
            }
            assert set(one.choices) == {literal(plain(right)) for right in sides}
        case Sequence(steps=steps):
            assert dict(one.pairs) == {html(step.text): str(place) for place, step in enumerate(steps, 1)}
        case Essay() as essay:
            assert html(essay.model_answer) in one.general


def test_an_order_of_two_is_matched_too() -> None:
    one = with_answer(Sequence((Step("a", HERE), Step("b", HERE)), (1, 0)))
    assert {pair for pair in one.pairs if pair[0]} == {("a", "1"), ("b", "2")}
    assert set(one.choices) == {"1", "2"}
