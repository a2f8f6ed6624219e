from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.importing import gift
from quizgen.importing.values import Asked, Draft, Judged, left, option, sequence
from quizgen.model import Blank, Choices, Essay, Gaps, Number, Pairs, Words


def one(text: str) -> Draft:
    reading = gift.read(text)
    assert reading.unread == ()
    (draft,) = reading.drafts
    return draft


def choices(*options: tuple[str, bool, str], multiple: bool = False) -> Choices:
    return Choices(tuple(option(*each) for each in options), multiple)


# The samples are those of Moodle's own page on the format, in their order, then what else its grammar has.
SAMPLES: list[tuple[str, str, Asked]] = [
    (
        "Who's buried in Grant's tomb in New York City? {\n=Grant\n~No one\n#Was true for 12 years\n~Napoleon\n#He was "
        "buried in France\n~Churchill\n}",
        "Who's buried in Grant's tomb in New York City?",
        choices(
            ("Grant", True, ""),
            ("No one", False, "Was true for 12 years"),
            ("Napoleon", False, "He was buried in France"),
            ("Churchill", False, ""),
        ),
    ),
    (
        "::Grant's tomb::Grant is {~buried =entombed ~living} in Grant's tomb.",
        "Grant is _____ in Grant's tomb.",
        choices(("buried", False, ""), ("entombed", True, ""), ("living", False, "")),
    ),
    ("Grant was buried in a tomb in New York City.{T}", "Grant was buried in a tomb in New York City.", Judged(True)),
    (
        "Grant is buried in Grant's tomb.{FALSE#No one is buried in Grant's tomb.#Right.}",
        "Grant is buried in Grant's tomb.",
        Judged(False, "Right.", "No one is buried in Grant's tomb."),
    ),
    (
        "Who's buried in Grant's tomb?{=Grant =Ulysses S. Grant =Ulysses Grant}",
        "Who's buried in Grant's tomb?",
        Words(("Grant", "Ulysses S. Grant", "Ulysses Grant")),
    ),
    ("Two plus two equals {=four =4}", "Two plus two equals", Words(("four", "4"))),
    ("Two plus {=two =2} equals four.", "", Gaps(("Two plus ", Blank(("two", "2")), " equals four."))),
    (
        "Match the following countries with their capitals. {\n=Canada -> Ottawa\n=Italy  -> Rome\n=Japan -> Tokyo\n="
        " -> Oslo\n}",
        "Match the following countries with their capitals.",
        Pairs((left("Canada", 0), left("Italy", 1), left("Japan", 2)), ("Ottawa", "Rome", "Tokyo", "Oslo")),
    ),
    ("When was Grant born? {#1822}", "When was Grant born?", Number(Decimal(1822), "1822")),
    (
        "What is pi (3 places)? {#3.1415:0.0005}",
        "What is pi (3 places)?",
        Number(Decimal("3.1415"), "3.1415", None, Decimal("0.0005")),
    ),
    ("What is pi? {#3.141..3.142}", "What is pi?", Number(Decimal("3.1415"), "3.1415", None, Decimal("0.0005"))),
    ("When was Grant born? {#\n=1822:0\n=%50%1822:2}", "When was Grant born?", Number(Decimal(1822), "1822")),
    ("Less than nought? {#=-1.50e1:.5}", "Less than nought?", Number(Decimal(-15), "-15", None, Decimal("0.5"))),
    ("Write about Dag Hammarskjöld. {}", "Write about Dag Hammarskjöld.", Essay("", (), 15)),
    (
        "What two people are entombed?{\n~%-100%No one\n~%50%Grant#He is\n~%50%Grant's wife\n~%-100%Grant's father\n}",
        "What two people are entombed?",
        choices(
            ("No one", False, ""),
            ("Grant", True, "He is"),
            ("Grant's wife", True, ""),
            ("Grant's father", False, ""),
            multiple=True,
        ),
    ),
    (
        r"Which answer equals 5? {~ \= 2 + 2 = \= 2 + 3 ~ \= 2 + 4 }",
        "Which answer equals 5?",
        choices(("= 2 + 2", False, ""), ("= 2 + 3", True, ""), ("= 2 + 4", False, "")),
    ),
    (
        r"::GIFT Control Characters::Which of \{\}\~\=\#\: \\n is a brace? {=\{ ~\#}",
        "Which of {}~=#: \\n is a brace?",
        choices(("{", True, ""), ("#", False, "")),
    ),
    (r"Two\nlines? {=a}", "Two\nlines?", Words(("a",))),
    ("[html]<p>Is 3 &lt; <b>4</b>?</p>{T}", "Is 3 < **4**?", Judged(True)),
    ("[markdown]Is *this* so?{T}", "Is *this* so?", Judged(True)),
    ("[plain]Is *this* <b>so</b>?{T}", r"Is \*this\* <b>so</b>?", Judged(True)),
    ("[moodle]One\ntwo?{T}", "One\ntwo?", Judged(True)),
    ("Which? {=%100%[plain]<b> ~[html]<i>so</i>}", "Which?", choices(("<b>", True, ""), ("*so*", False, ""))),
    ("Say it.{=%100%yes =%50%well#nearly =ph*}", "Say it.", Words(("yes",))),
    (r"Say it.{=a\=b =a*b\*}", "Say it.", Words(("a=b",))),
]


@pytest.mark.parametrize(("text", "stem", "asked"), SAMPLES)
def test_samples(text: str, stem: str, asked: Asked) -> None:
    draft = one(text)
    assert (draft.stem, draft.asked) == (stem, asked)


def test_the_samples_are_many() -> None:
    assert len(SAMPLES) >= 25
    assert {type(asked) for _, _, asked in SAMPLES} == {Choices, Judged, Words, Gaps, Pairs, Number, Essay}


def test_what_stands_around_a_question() -> None:
    draft = one(
        "// [id:who-governs] [tag:easy] [tag:two words] ask a historian\n::Q 1::Who governs?\n{\n\t=Ibarra#Since 1998."
        "\n\t####<p>She was <b>elected</b>.</p>\n}"
    )
    assert (draft.id, draft.title) == ("who-governs", "Q 1")
    assert (draft.labels, draft.tags) == ({"difficulty": "easy"}, ("two-words",))
    assert draft.rationale == "She was **elected**.\nSince 1998."
    assert draft.notes == ("ask a historian",)


def test_what_has_no_place_in_an_item_is_kept_as_a_note() -> None:
    assert one("Say it.{=yes =%50%well#nearly}").notes == ("the answer “well” was worth 50%: nearly",)
    assert one("Which? {=a =b ~c}").notes == ("any one of the right options was enough",)
    assert one("Which? {~%100%a ~%25%b}").notes == ("“b” was worth 25%",)
    assert one("So? {T#no#yes}").notes == ("to those who are wrong: no",)
    assert one("When? {#=1822 =%50%1800:30#Near}").notes == ("1800 (within 30) was worth 50%: Near",)


def test_a_category_is_the_title_and_no_question() -> None:
    for category, title in [
        ("$course$/Geo // graphy", "Geo / graphy"),
        ("a/B &amp; c", "B & c"),
        ("$course$/top", "other"),
    ]:
        reading = gift.read(f"$CATEGORY: {category}\nIs it so?{{T}}\n\n$CATEGORY: other\n\nAnd this?{{F}}")
        assert (reading.title, len(reading.drafts), reading.unread) == (title, 2, ())


UNREADABLE = [
    ("Just a text.\n", "“Just a text.” is a text without an answer"),
    ("Which? {=a", "a brace is missing"),
    ("Which? =a}", "a brace is missing"),
    ("Which? }=a{", "a brace is missing"),
    ("The {=sun} and the {=moon} shine.", "more braces than one pair"),
    ("Match {=a -> b}", "1 pairs to match"),
    ("Match {=a -> b =c}", "no `->`"),
    ("Match {=a -> b =c -> }", "one side is empty"),
    ("When? {#soon}", "“soon” is no figure"),
    ("When? {#1e999999999}", "of a size that can be asked for"),
    ("When? {#nan}", "is no figure"),
    ("When? {#=%50%3}", "no figure is right"),
    ("Say it. {=%50%a}", "no answer to type is right"),
    ("Say it. {=*}", "no answer to type is right"),
    ("Which? {~}", "a choice without any option"),
]


@pytest.mark.parametrize(("text", "said"), UNREADABLE)
def test_what_cannot_be_read_is_listed_with_its_line(text: str, said: str) -> None:
    reading = gift.read(f"// a comment\nIs it so?{{T}}\n\n{text}\n\nAnd this?{{F}}\n")
    assert len(reading.drafts) == 2
    (left_out,) = reading.unread
    assert left_out.place == "line 4"
    assert said in left_out.reason


def test_steps_are_put_in_order_where_our_own_files_matched_them_with_numbers() -> None:
    task = "[html]In what order?<br><em>Put these in order\\: 1 comes first.</em>"
    draft = one(f"{task} {{\n=c -> 3\n=a -> 1\n=b -> 2\n}}")
    assert (draft.stem, draft.asked) == ("In what order?", sequence(["a", "b", "c"]))
    assert isinstance(one("In what order? {=c -> 3 =a -> 1 =b -> 2}").asked, Pairs)
