from __future__ import annotations

from decimal import Decimal
from xml.sax.saxutils import escape

import pytest

from quizgen.importing import moodle, xml
from quizgen.importing.values import Asked, Draft, Judged, Reading, left, option, sequence
from quizgen.model import Blank, Choices, Criterion, Essay, Gaps, Number, Pairs, Words


def read(*questions: str) -> Reading:
    return moodle.read(xml.read(f'<?xml version="1.0"?><quiz>{"".join(questions)}</quiz>'.encode()))


def asked(type: str, fields: str, text: str = "<p>Why?</p>") -> str:
    said = f"<questiontext format='html'><text>{escape(text)}</text></questiontext>"
    return f"<question type='{type}'><name><text>n</text></name>{said}{fields}</question>"


def answer(text: str, fraction: str = "0", more: str = "") -> str:
    return f"<answer fraction='{fraction}' format='html'><text>{escape(text)}</text>{more}</answer>"


def feedback(text: str) -> str:
    return f"<feedback format='html'><text>{escape(text)}</text></feedback>"


def one(question: str) -> Draft:
    reading = read(question)
    assert reading.unread == ()
    return reading.drafts[0]


YES, NO = answer("<p>Yes</p>", "100", feedback("<b>So</b> it is.")), answer("No", "0", feedback("It is."))
THIRDS = "".join(answer(name, "33.33333") for name in "abc")
UNITS = "<units><unit><multiplier>1.0</multiplier><unit_name>kg</unit_name></unit></units>"
SAMPLES: list[tuple[str, Asked]] = [
    (asked("multichoice", YES + NO), Choices((option("Yes", True), option("No", False, "It is.")))),
    (
        asked("multichoice", f"<single>false</single>{answer('a', '50')}{answer('b', '50')}{answer('c', '-100')}"),
        Choices((option("a", True), option("b", True), option("c", False)), multiple=True),
    ),
    (
        asked("multichoice", f"<single>false</single>{THIRDS}{answer('d', '-100')}"),
        Choices((*(option(s, True) for s in "abc"), option("d", False)), multiple=True),
    ),
    (
        asked("multichoice", f"<shuffleanswers>0</shuffleanswers>{NO}{YES}"),
        Choices((option("No", False, "It is."), option("Yes", True)), pinned=True),
    ),
    (asked("truefalse", answer("true", "100") + answer("false", "0", feedback("No."))), Judged(True, "", "No.")),
    (asked("truefalse", answer("false", "100") + answer("true", "0", feedback("No."))), Judged(False, "", "No.")),
    (asked("truefalse", answer("Wahr", "0") + answer("Falsch", "100")), Judged(False)),
    (asked("shortanswer", answer("4 &lt; 5", "100") + answer(r"a\*b", "100")), Words(("4 < 5", "a*b"))),
    (
        asked("numerical", answer("2.50", "100", "<tolerance>0.10</tolerance>"), "How much?<br>____ m"),
        Number(Decimal("2.50"), "2.5", "m", Decimal("0.1")),
    ),
    (
        asked("numerical", f"{answer('7', '100')}{UNITS}"),
        Number(Decimal(7), "7", "kg"),
    ),
    (
        asked(
            "matching",
            "".join(
                f"<subquestion format='html'><text>{one}</text><answer><text>{other}</text></answer></subquestion>"
                for one, other in (("A", "x &amp;amp; y"), ("B", "x &amp;amp; y"), ("", "z"))
            ),
        ),
        Pairs((left("A", 0), left("B", 0)), ("x & y", "z")),
    ),
    (asked("ordering", answer("b", "2") + answer("a", "1") + answer("c", "3")), sequence(["a", "b", "c"])),
    (asked("ordering", answer("b", "0") + answer("a", "0") + answer("c", "0")), sequence(["b", "a", "c"])),
    (
        asked(
            "essay",
            "<responsefieldlines>20</responsefieldlines><graderinfo format='html'><text>"
            + escape("<p><b>Model answer:</b> So.</p><p><b>Rubric:</b> Says so (2 pts)</p><p>Shows it (1 pt)</p>")
            + "</text></graderinfo><defaultgrade>3.0</defaultgrade>",
        ),
        Essay("So.", (Criterion("Says so", 2), Criterion("Shows it", 1)), 20),
    ),
    (asked("essay", "<graderinfo format='html'><text>It depends.</text></graderinfo>"), Essay("It depends.", (), 15)),
    (
        asked(
            "cloze",
            "",
            r"<p>In {1:SHORTANSWER:=19\}99#Good~=&#57;9} <em>(a year)</em> and {2:MC:~no~%100%yes} and"
            " {:NUMERICAL:=3:0.5}.</p>",
        ),
        Gaps(("In ", Blank(("19}99", "99"), "a year"), " and ", Blank(("yes",)), " and ", Blank(("3",)), ".")),
    ),
]


@pytest.mark.parametrize(("question", "wanted"), SAMPLES)
def test_samples(question: str, wanted: Asked) -> None:
    draft = one(question)
    assert draft.asked == wanted
    assert draft.stem == ("" if isinstance(wanted, Gaps) else "How much?" if "How much" in question else "Why?")


def test_the_samples_are_many() -> None:
    assert len(SAMPLES) >= 16
    assert len({type(wanted) for _, wanted in SAMPLES}) == 8


def test_what_a_question_says_of_itself() -> None:
    tags = "".join(f"<tag><text>{tag}</text></tag>" for tag in ("fact", "hard", "debt relief"))
    draft = one(
        asked(
            "multichoice",
            f"{YES}{NO}<idnumber>why-so</idnumber><defaultgrade>2.5</defaultgrade><tags>{tags}</tags>"
            "<generalfeedback format='moodle_auto_format'><text>Read\nit.</text></generalfeedback>"
            "<hint format='html'><text>Look again.</text></hint>"
            "<correctfeedback format='html'><text>Your answer is correct.</text></correctfeedback>"
            "<incorrectfeedback format='html'><text>Read chapter 3.</text></incorrectfeedback>",
        )
    )
    assert (draft.id, draft.points, draft.tags) == ("why-so", "2.5", ("debt-relief",))
    assert draft.labels == {"kind": "fact", "difficulty": "hard"}
    assert draft.rationale == "Read\nit.\n**So** it is."
    assert draft.notes == ("hint: Look again.", "to those who are wrong: Read chapter 3.")
    assert draft.place == "question 1 (line 1)"


@pytest.mark.parametrize(
    ("points", "kept", "notes"), [("0.3333333", "1", 1), ("-1", "1", 1), ("x", "1", 1), ("4", "4", 0)]
)
def test_points_that_no_item_can_have_are_noted(points: str, kept: str, notes: int) -> None:
    draft = one(asked("multichoice", f"{YES}{NO}<defaultgrade>{points}</defaultgrade>"))
    assert (draft.points, len(draft.notes)) == (kept, notes)


def test_pictures_and_files_are_listed() -> None:
    draft = one(
        asked(
            "multichoice",
            f"{YES}{NO}<generalfeedback><text>So.</text><file name='other.pdf'>AAAA</file></generalfeedback>",
            '<p>See <img src="@@PLUGINFILE@@/map%20of%20it.png" alt="A map"/> and why?</p>',
        )
    )
    assert draft.stem == "See [insert the image A map] and why?"
    assert draft.lost == ("the image map of it.png", "the file other.pdf")


def test_a_category_is_the_title() -> None:
    path = "<category><text>$course$/top/Debt//credit &amp;amp; more</text></category>"
    assert (
        read(f"<question type='category'>{path}</question>", asked("multichoice", YES + NO)).title
        == "Debt/credit & more"
    )


UNREADABLE = [
    ("calculated", "", "type `calculated`"),
    ("description", "", "no question"),
    ("gapselect", "", "type `gapselect`"),
    ("multichoice", "", "without any option"),
    ("truefalse", YES, "with 1 answers"),
    ("shortanswer", answer("*", "100"), "no answer to type"),
    ("numerical", answer("many", "100"), "no figure"),
    ("matching", "", "0 pairs"),
    ("ordering", answer("a", "1"), "1 steps"),
    ("cloze", "", "no blanks"),
    ("multichoice", answer("a", "lots"), "worth “lots”"),
]


@pytest.mark.parametrize(("type", "fields", "said"), UNREADABLE)
def test_what_cannot_be_read_is_listed_with_its_place(type: str, fields: str, said: str) -> None:
    reading = read("\n", asked("truefalse", answer("true", "100") + answer("false")), "\n\n", asked(type, fields))
    assert len(reading.drafts) == 1
    (left_out,) = reading.unread
    assert left_out.place == "question 2 (line 4)"
    assert said in left_out.reason
    assert "“n”" in left_out.reason


@pytest.mark.parametrize(
    "text", ["{1:SHORTANSWER:=a", "{1:DRAGDROP:=a}", "{1:SA:~a}", "{1:SA:=a} &#xE100;", "{1:SA:=a}{2:XY:=b}"]
)
def test_blanks_that_cannot_be_told(text: str) -> None:
    assert len(read(asked("cloze", "", text)).unread) == 1
