from __future__ import annotations

from decimal import Decimal
from html import escape
from pathlib import Path

import pytest

from quizgen import importing
from quizgen.archive import zipped
from quizgen.importing.values import Asked, Draft, Judged, Reading, left, option, sequence
from quizgen.model import Blank, Choices, Essay, Gaps, Number, Pairs, Words


def material(text: str, type: str = "text/html") -> str:
    return f'<material><mattext texttype="{type}">{escape(text)}</mattext></material>'


def labels(*options: tuple[str, str]) -> str:
    return "".join(f'<response_label ident="{name}">{material(text)}</response_label>' for name, text in options)


def lid(options: str, cardinality: str = "Single", ident: str = "response1", asked: str = "") -> str:
    shown = f"<render_choice>{options}</render_choice>"
    return f'<response_lid ident="{ident}" rcardinality="{cardinality}">{asked}{shown}</response_lid>'


FIB = '<response_str ident="response1"><render_fib><response_label ident="a"/></render_fib></response_str>'


def equal(value: str, ident: str = "response1") -> str:
    return f'<varequal respident="{ident}">{value}</varequal>'


def condition(variables: str, score: str = "100", shows: str = "", action: str = "Set") -> str:
    setting = f'<setvar action="{action}" varname="SCORE">{score}</setvar>' if score else ""
    display = f'<displayfeedback feedbacktype="Response" linkrefid="{shows}"/>' if shows else ""
    return f"<respcondition><conditionvar>{variables}</conditionvar>{setting}{display}</respcondition>"


def half(value: str, ident: str) -> str:
    return condition(equal(value, ident), "50", action="Add")


def said(ident: str, text: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{material(text)}</flow_mat></itemfeedback>'


def item(
    type: str, responses: str, conditions: str, *feedback: str, text: str = "<p>Why?</p>", points: str = "2.0"
) -> str:
    fields = {"question_type": type, "points_possible": points} if type else {}
    about = "".join(
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"
        for label, entry in fields.items()
    )
    return (
        f'<item ident="i1" title="Question 1"><itemmetadata><qtimetadata>{about}</qtimetadata></itemmetadata>'
        f"<presentation>{material(text)}{responses}</presentation>"
        f"<resprocessing><outcomes><decvar maxvalue='100' varname='SCORE'/></outcomes>{conditions}</resprocessing>"
        f"{''.join(feedback)}</item>"
    )


def document(*items: str) -> bytes:
    root = '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
    section = f'<section ident="root_section">{"".join(items)}</section>'
    quiz = f'<assessment ident="a" title="Debt &amp; more">{section}</assessment>'
    return f'<?xml version="1.0"?>\n{root}{quiz}</questestinterop>'.encode()


def package(*items: str, **more: bytes) -> bytes:
    """A package as text2qti makes it."""
    files = {
        "imsmanifest.xml": b"<manifest/>",
        "a/a.xml": document(*items),
        "a/assessment_meta.xml": b"<quiz/>",
        "non_cc_assessments/": b"",
    }
    return zipped({**files, **more})


def read(*items: str) -> Reading:
    return importing.read(package(*items), "quiz.zip")


def one(question: str) -> Draft:
    reading = read(question)
    assert reading.unread == ()
    return reading.drafts[0]


AB = labels(("1", "<b>A</b>"), ("2", "B"))
TF = labels(("1", "True"), ("2", "False"))
PLACES = lid(labels(("10", "X"), ("11", "Y"), ("12", "Z")), ident="response_1", asked=material("One")) + lid(
    labels(("10", "X"), ("11", "Y"), ("12", "Z")), ident="response_2", asked=material("Two")
)
BLANKS = lid(labels(("5", "1999"), ("6", "99")), ident="response_year") + lid(
    labels(("7", "council")), ident="response_who"
)
RANGE = (
    '<or><varequal respident="response1">2.5</varequal><and><vargte respident="response1">2.4</vargte>'
    '<varlte respident="response1">2.6</varlte></and></or>'
)
SAMPLES: list[tuple[str, str, str, Asked]] = [
    (
        "multiple_choice_question",
        lid(AB),
        condition(equal("2"), "", "2_fb") + condition(equal("1")),
        Choices((option("**A**", True), option("B", False, "Not B."))),
    ),
    ("true_false_question", lid(TF), condition(equal("2")), Judged(False)),
    (
        "multiple_answers_question",
        lid(labels(("1", "A"), ("2", "B"), ("3", "C")), "Multiple"),
        condition(f"<and>{equal('1')}<not>{equal('2')}</not>{equal('3')}</and>"),
        Choices((option("A", True), option("B", False), option("C", True)), multiple=True),
    ),
    ("short_answer_question", FIB, condition(equal("one &amp; two") + equal("1*2")), Words(("one & two", "1*2"))),
    ("numerical_question", FIB, condition(RANGE), Number(Decimal("2.5"), "2.5", None, Decimal("0.1"))),
    (
        "fill_in_multiple_blanks_question",
        BLANKS,
        half("5", "response_year") + half("7", "response_who"),
        Gaps(("In ", Blank(("1999", "99"), "a year"), " by the ", Blank(("council",)), ".")),
    ),
    (
        "multiple_dropdowns_question",
        BLANKS,
        half("6", "response_year") + half("7", "response_who"),
        Gaps(("In ", Blank(("99",), "a year"), " by the ", Blank(("council",)), ".")),
    ),
    (
        "matching_question",
        PLACES,
        half("11", "response_1") + half("10", "response_2"),
        Pairs((left("One", 0), left("Two", 1)), ("Y", "X", "Z")),
    ),
    ("essay_question", FIB, condition("<other/>", ""), Essay("", (), 15)),
    ("", lid(AB), condition(equal("1"), "1"), Choices((option("**A**", True), option("B", False)))),
    ("", lid(TF), condition(equal("1")), Judged(True)),
    (
        "",
        lid(AB, "Multiple"),
        condition(equal("1")),
        Choices((option("**A**", True), option("B", False)), multiple=True),
    ),
    ("", FIB, condition(equal("one")), Words(("one",))),
    ("", FIB, condition("<other/>", ""), Essay("", (), 15)),
    ("", FIB.replace("<render_fib>", '<render_fib fibtype="Decimal">'), condition(equal("3")), Number(Decimal(3), "3")),
    (
        "",
        PLACES,
        condition(equal("11", "response_1")) + condition(equal("10", "response_2")),
        Pairs((left("One", 0), left("Two", 1)), ("Y", "X", "Z")),
    ),
    (
        "",
        lid(labels(("1", "A"), ("2", "B"), ("3", "C")), "Ordered"),
        condition(equal("2") + equal("1") + equal("3")),
        sequence(["B", "A", "C"]),
    ),
]
GAPPED = "<p>In [year] <em>(a year)</em> by the [who].</p>"


@pytest.mark.parametrize(("type", "responses", "conditions", "wanted"), SAMPLES)
def test_samples(type: str, responses: str, conditions: str, wanted: Asked) -> None:
    text = GAPPED if isinstance(wanted, Gaps) else "<p>Why?</p>"
    draft = one(item(type, responses, conditions, said("2_fb", "Not <i>B</i>.".replace("<i>B</i>", "B")), text=text))
    assert draft.asked == wanted
    assert draft.stem == ("" if isinstance(wanted, Gaps) else "Why?")
    assert draft.points == ("2" if type else "1")


def test_the_samples_are_many() -> None:
    assert len(SAMPLES) >= 17
    assert len({type(wanted) for *_, wanted in SAMPLES}) == 8


def test_a_bare_file_is_read_as_a_package_is() -> None:
    question = item("multiple_choice_question", lid(AB), condition(equal("1")))
    bare = importing.read(document(question), "quiz.xml")
    assert bare == read(question)
    assert bare.title == "Debt & more"
    assert bare.drafts[0].place == "item i1 (line 2)"


def test_feedback_goes_where_its_condition_shows_it() -> None:
    shown = (
        condition("<other/>", "", "general_fb")
        + condition(equal("2"), "", "2_fb")
        + condition(equal("1"), "100", "correct_fb")
        + condition("<other/>", "", "general_incorrect_fb")
    )
    feedback = [
        said("general_fb", "Read it."),
        said("2_fb", "Not B."),
        said("correct_fb", "Well done."),
        said("general_incorrect_fb", "Oh no."),
        said("lost_fb", "Nobody sees this."),
    ]
    draft = one(item("multiple_choice_question", lid(AB), shown, *feedback))
    assert isinstance(draft.asked, Choices)
    assert draft.asked.options[1].why == "Not B."
    assert draft.rationale == "Read it."
    assert draft.notes == (
        "to those who are right: Well done.",
        "to those who are wrong: Oh no.",
        "feedback in the file: Nobody sees this.",
    )


UNREADABLE = [
    ("file_upload_question", FIB, condition(equal("1")), "type `file_upload_question`"),
    ("calculated_question", FIB, condition(equal("1")), "type `calculated_question`"),
    ("text_only_question", "", "", "no question"),
    ("", "", "", "no question"),
    ("multiple_choice_question", "", "", "0 places to answer"),
    ("true_false_question", lid(TF), condition(equal("1"), "0"), "neither true nor false"),
    ("short_answer_question", FIB, "", "no answer to type"),
    (
        "numerical_question",
        FIB,
        condition('<vargte respident="response1">3</vargte>'),
        "without an upper or a lower end",
    ),
    ("matching_question", PLACES, condition(equal("11", "response_1")), "no partner"),
    ("fill_in_multiple_blanks_question", BLANKS, condition(equal("5", "response_year")), "without a right answer"),
    ("", lid(AB, "Ordered"), condition(equal("1")), "each step once"),
]


@pytest.mark.parametrize(("type", "responses", "conditions", "why"), UNREADABLE)
def test_what_cannot_be_read_is_listed_with_its_place(type: str, responses: str, conditions: str, why: str) -> None:
    reading = read(item("true_false_question", lid(TF), condition(equal("1"))), item(type, responses, conditions))
    assert len(reading.drafts) == 1
    (left_out,) = reading.unread
    assert left_out.place == "item i1 (line 2)"
    assert why in left_out.reason
    assert "“Question 1”" in left_out.reason


def test_other_files_of_a_package_are_listed() -> None:
    question = item("true_false_question", lid(TF), condition(equal("1")))
    later = b'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>'
    more = {"images/map.png": b"png", "b/later.xml": later, "b/page.xml": b"<html/>", "b/broken.xml": b"<a>"}
    reading = importing.read(package(question, **more), "quiz.zip")
    assert len(reading.drafts) == 1
    assert [left_out.place for left_out in reading.unread] == [
        "b/later.xml",
        "b/page.xml",
        "b/broken.xml",
        "images/map.png",
    ]
    assert "QTI 2 or 3" in reading.unread[0].reason


T2Q = """\
Quiz title: Debt
Points: 2
1.  Why *so*?
... Read it.
a)  A
... Not A.
*b) B

2.  Which?
[ ] A
[*] B
[*] C

3.  Who?
*   Santa
*   Saint Nick

4.  How much?
=   1.4142 +- 0.0001

5.  Pick.
=   [1, 5]

6.  Write.
____

7.  True?
*a) True
b) False

8.  Upload.
^^^^
"""


def test_a_package_of_another_writer_is_read(tmp_path: Path) -> None:
    text2qti = pytest.importorskip("text2qti.quiz")
    writer = pytest.importorskip("text2qti.qti")
    config = pytest.importorskip("text2qti.config").Config()
    package = tmp_path / "quiz.zip"
    writer.QTI(text2qti.Quiz(T2Q, config=config)).save(package)
    reading = importing.read(package.read_bytes(), "quiz.zip")
    assert [draft.asked for draft in reading.drafts] == [
        Choices((option("A", False, "Not A."), option("B", True))),
        Choices((option("A", False), option("B", True), option("C", True)), multiple=True),
        Words(("Santa", "Saint Nick")),
        Number(Decimal("1.4142"), "1.4142", None, Decimal("0.0001")),
        Number(Decimal(3), "3", None, Decimal(2)),
        Essay("", (), 15),
        Judged(True),
    ]
    first = reading.drafts[0]
    assert (first.stem, first.rationale, first.points) == ("Why *so*?", "Read it.", "2")
    assert [left.reason for left in reading.unread] == [
        "“Question”: a question of the type `file_upload_question`, which no item can be"
    ]
