from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import figures_in_evidence
from quizgen.course import load
from quizgen.findings import Remark, Severity
from tests.examples import HEAD, SOUND

Write = Callable[[str], Path]

FEES = "evidence: [{passage: p2, quote: sets aside 2.5 percent of its harbor fees}]"
LOAN = "evidence: [{passage: p3, quote: the island waited eleven weeks for a loan}]"
WAITED = "evidence: [{passage: p3, quote: since the fund was still too small}]"


def item(type: str, *lines: str) -> str:
    names = ("kind", "rationale", "evidence", "difficulty", "thinking")
    written = {line.partition(":")[0] for line in lines}
    common = [f"{name}: {SOUND[name]}" for name in names if name not in written]
    return HEAD + "  - id: example\n" + "".join(f"    {line}\n" for line in (f"type: {type}", *common, *lines))


def remarks(course: Path) -> list[Remark]:
    return list(figures_in_evidence.check(load(course)))


def short(answer: str, *lines: str) -> str:
    return item("short", "stem: How long was it?", f"answer: {answer}", *lines)


@pytest.mark.parametrize("answer", ["Eleven weeks", "11 weeks", "eleven", "about 11 weeks", "roughly eleven weeks"])
def test_a_figure_in_the_quote_is_carried(answer: str, bank_of: Write) -> None:
    assert remarks(bank_of(short(answer, LOAN))) == []


@pytest.mark.parametrize("answer", ["Seven weeks", "Eleven days", "11 percent", "$11", "111 weeks", "Eleven thousand"])
def test_a_figure_that_the_brief_does_not_have_is_an_error(answer: str, bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short(answer, LOAN)))
    assert remark.severity is None
    assert answer.split()[0].strip("$").casefold() in remark.message.casefold()
    assert remark.item == "example"


def test_an_error_stands_at_the_answer_and_shows_what_the_passage_says(bank_of: Write) -> None:
    course = bank_of(short("Seven weeks", LOAN))
    (remark,) = remarks(course)
    loaded = load(course)
    (question,) = loaded.questions
    assert remark.where == question.at("answer")
    assert "passage p3 says “eleven weeks”" in remark.message
    assert remark.suggestion == "eleven weeks"
    assert remark.see is not None
    line = loaded.sources[remark.see.path].splitlines()[remark.see.line - 1]
    assert line[remark.see.column - 1 :].startswith("eleven weeks")


def test_a_figure_outside_the_quote_is_a_warning(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("Eleven weeks", WAITED)))
    assert remark.severity is Severity.WARNING
    assert "widen the quote" in remark.message


def test_a_quote_that_is_not_in_its_passage_is_for_another_rule(bank_of: Write) -> None:
    drifted = "evidence: [{passage: p3, quote: the island waited seven weeks for a loan}]"
    assert remarks(bank_of(short("Eleven weeks", drifted))) == []


def test_a_figure_in_another_passage_is_an_error_that_names_it(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("Eleven weeks", FEES)))
    assert remark.severity is None
    assert "passage p3" in remark.message
    assert "evidence" in remark.message


def test_the_day_a_brief_was_published_counts_for_every_passage(bank_of: Write) -> None:
    assert remarks(bank_of(short("By March 2024", LOAN))) == []
    assert len(remarks(bank_of(short("By April 2024", LOAN)))) == 1


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("stem: In 2007 it waited eleven weeks.", "answer: true"), 1),  # 2007 is outside the quote
        (("stem: It waited seven weeks.", "answer: false", "correction: It waited eleven weeks."), 0),
        (("stem: It waited eleven weeks.", "answer: false", "correction: It waited seven weeks."), 1),
        (("stem: It waited seven weeks.", "answer: false", "correction: It never waited seven weeks."), 1),
    ],
)
def test_true_false(lines: tuple[str, ...], count: int, bank_of: Write) -> None:
    assert len(remarks(bank_of(item("true-false", *lines, LOAN)))) == count


def test_a_figure_that_the_stem_gives_need_not_be_quoted(bank_of: Write) -> None:
    lines = ("stem: What came of the storm in 2007?", "answer: The loan of 2007 came late", LOAN)
    assert remarks(bank_of(item("short", *lines))) == []


def test_in_a_cloze_the_blanks_must_be_quoted_and_the_rest_in_the_passage(bank_of: Write) -> None:
    def found(text: str) -> list[Severity | None]:
        return [remark.severity for remark in remarks(bank_of(item("cloze", f"text: {text}", LOAN)))]

    assert found("In 2007 it waited {{eleven}} weeks.") == []
    assert found("In {{2007}} it waited eleven weeks.") == [Severity.WARNING]
    assert found("In 2008 it waited {{eleven}} weeks.") == [None]


def test_in_an_essay_the_passages_are_enough(bank_of: Write) -> None:
    def found(answer: str) -> list[Severity | None]:
        lines = ("stem: Why?", f"model_answer: {answer}", "rubric: [{criterion: All, points: 1}]", WAITED)
        return [remark.severity for remark in remarks(bank_of(item("essay", *lines)))]

    assert found("In 2007 it took eleven weeks; all five reasons are good, the first and the second.") == []
    assert found("In 2009 it took twelve weeks.") == [None, None]


def test_a_negative_stem_claims_its_distractors(bank_of: Write) -> None:
    lines = ("stem: Which of these is *not* so?", "answer: It waited two days")
    distractors = (
        "distractors: [{text: It waited eleven weeks, why: So it says.}, {text: It waited 12 weeks, why: Yes.}]"
    )
    (remark,) = remarks(bank_of(item("choice", *lines, distractors, LOAN)))
    assert "12 weeks" in remark.message


def test_distractors_may_hold_any_figure(bank_of: Write) -> None:
    distractors = "distractors: [{text: 7 weeks, why: Not 7 weeks but 11 weeks.}, {text: 900 weeks, why: No.}]"
    assert remarks(bank_of(item("choice", "stem: How long?", "answer: 11 weeks", distractors, LOAN))) == []


@pytest.mark.parametrize(
    "rationale",
    [
        "Name three sources; the first of two halves is half of it; one of them took twelve.",
        "From 1999 to 2007 it is eight years.",
        "The rest, 97.5 percent of the fees, is spent.",
        "Written in March 2024 on 3,100 people; the storm of 1998; in the 1990s.",
        "MS-13, COP 27 and Title 42 are no figures.",
        "The wait of eleven weeks is the answer.",
    ],
)
def test_context_that_is_sound(rationale: str, bank_of: Write) -> None:
    assert remarks(bank_of(short("Eleven weeks", LOAN, f"rationale: {rationale}"))) == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("type: short", "stem: W?", "answer: Eleven weeks", "accept: [11 weeks, 11, eleven, 77 days]"), 0),
        (("type: short", "stem: W?", "answer: Eleven weeks", "accept: [12 weeks, eleven months]"), 2),
        (("type: cloze", "text: The island waited {{eleven|11}} weeks for a loan."), 0),
        (("type: cloze", "text: The island waited {{eleven|eleven|12::so many}} weeks for a loan."), 1),
        (("type: cloze", "text: It waited in the {{2000s|2001's|2,001}}, for {{eleven}} weeks."), 2),
        (("type: short", "stem: W?", "answer: A decade", "accept: [ten years, 11 years]"), 1),
        (("type: short", "stem: When?", "answer: In 2007", "accept: [in the 2000s, March 2007]"), 0),
        (("type: cloze", "text: It waited in the {{2000s|two thousands|21st century}}, for {{eleven}} weeks."), 0),
    ],
)
def test_an_accepted_form_says_the_answers_figure(lines: tuple[str, ...], wrong: int, bank_of: Write) -> None:
    type, *rest = lines
    waited = "evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]"
    found = remarks(bank_of(item(type.removeprefix("type: "), *rest, waited)))
    assert len([remark for remark in found if "is accepted, but" in remark.message]) == wrong


def test_a_figure_of_a_rubric_is_held_against_the_brief(bank_of: Write) -> None:
    def essay(criterion: str) -> str:
        rubric = f"rubric: [{{criterion: {criterion}, points: 1}}]"
        return item("essay", "stem: How long did it wait?", "model_answer: It waited eleven weeks.", rubric, LOAN)

    assert remarks(bank_of(essay("Names the wait of 2007"))) == []
    (remark,) = remarks(bank_of(essay("Names the wait of 1957")))
    assert (remark.severity, remark.message[:6]) == (Severity.WARNING, "“1957”")


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("rationale", "rationale: The wait of 2009 was long."),
        ("rationale", "rationale: It waited 13 weeks."),
        ("stem", "stem: How long did the 4,100 people wait?"),
    ],
)
def test_context_that_is_not(field: str, line: str, bank_of: Write) -> None:
    stem = () if field == "stem" else ("stem: How long?",)
    course = bank_of(item("short", *stem, "answer: Eleven weeks", LOAN, line))
    (remark,) = remarks(course)
    assert remark.severity is Severity.WARNING
    assert remark.where == next(load(course).questions).at(field)


def test_the_reason_of_an_option_is_held_against_the_brief(bank_of: Write) -> None:
    distractors = "distractors: [{text: A week, why: The brief says 15 weeks.}]"
    (remark,) = remarks(bank_of(item("choice", "stem: How long?", "answer: 11 weeks", distractors, LOAN)))
    assert remark.severity is Severity.WARNING
    assert "15 weeks" in remark.message


def test_a_stem_that_supposes_may_invent_figures(bank_of: Write) -> None:
    stem = "stem: Suppose that an island of 9,000 people lost $20 million. What would it do?"
    lines = ("answer: Wait", "rationale: Of the $20 million nothing is there.")
    assert remarks(bank_of(item("short", stem, *lines, LOAN))) == []
    assert len(remarks(bank_of(item("short", stem.replace("Suppose that a", "A"), *lines, LOAN)))) == 3


def numeric(derived: str, answer: str, unit: str, *lines: str) -> str:
    return item("numeric", "stem: How much?", f"answer: {answer}", f"unit: {unit}", f"derived: {derived}", *lines)


@pytest.mark.parametrize(
    ("derived", "answer", "unit", "lines"),
    [
        ("2.5 percent * 100", "2.5", "people", (FEES,)),
        ("100% - 2.5 percent", "97.5", "percent", (FEES,)),
        ("eleven weeks + 11 weeks", "22", "weeks", (LOAN,)),
        ("2.5 percent / 3", "0.83", "percent", (FEES, "tolerance: 0.01")),
    ],
)
def test_a_sum_that_comes_out(derived: str, answer: str, unit: str, lines: tuple[str, ...], bank_of: Write) -> None:
    found = remarks(bank_of(numeric(derived, answer, unit, *lines)))
    assert [remark.message for remark in found if "comes to" in remark.message] == []
    assert len(found) == ("/ 3" in derived)  # no passage says 3


def test_a_sum_may_reckon_from_the_day_the_brief_was_published(bank_of: Write) -> None:
    waited = "evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]"
    assert remarks(bank_of(numeric("2024 - 2007", '"17"', "years", waited))) == []
    assert len(remarks(bank_of(numeric("2025 - 2007", '"18"', "years", waited)))) == 1


def test_a_sum_that_does_not_come_out_says_what_it_comes_to(bank_of: Write) -> None:
    course = bank_of(numeric("2.5% * 100", '"3"', "people", FEES))
    (remark,) = remarks(course)
    assert "comes to 2.5 people, not 3" in remark.message
    assert remark.where == next(load(course).questions).at("derived")
    (remark,) = remarks(bank_of(numeric("11 weeks / (11 weeks - 11 weeks)", '"3"', "weeks", LOAN)))
    assert "divides by zero" in remark.message


def test_the_figures_of_a_sum_must_be_in_the_evidence(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(numeric("3.5% * 100", '"3.5"', "people", FEES)))
    assert "3.5%" in remark.message
    assert remark.severity is None


def test_millions_count_in_the_unit_of_the_answer(bank_of: Write) -> None:
    stem = "stem: Suppose that the fees are $4 billion a year. How much is set aside?"
    lines = ('answer: "100"', "unit: million dollars", "derived: 2.5% * 4 billion", FEES)
    assert remarks(bank_of(item("numeric", stem, *lines))) == []


def test_a_suggestion_can_be_pasted_and_comes_only_where_one_figure_can_be_meant(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("It waited for seven weeks", LOAN)))
    assert remark.suggestion == "It waited for eleven weeks"
    two = (
        "evidence: [{passage: p3, quote: the island waited eleven weeks for a loan}, {passage: p4, quote: takes weeks}]"
    )
    assert remarks(bank_of(short("seven percent", two)))[0].suggestion is None
    (remark,) = remarks(bank_of(item("numeric", "stem: How long?", 'answer: "7"', "unit: weeks", LOAN)))
    assert remark.suggestion is None  # the value is the figure without its unit


def brief_of(*passages: str, front: str = "") -> dict[str, str]:
    """A brief of these passages in the place of the sample's."""
    head = f"---\ntitle: Saving\nauthors: [Ana Reyes]\npublisher: P\nlanguage: en\ntext: full\n{front}---\n"
    return {"corpus/storm-savings.md": head + "\n\n".join(passages) + "\n"}


Lay = Callable[[dict[str, str]], Path]


def said_of(course_of: Lay, passages: list[str], bank: str, front: str = "") -> str:
    """What the rule says of a bank on a brief of these passages."""
    found = remarks(course_of({**brief_of(*passages, front=front), "questions/storm-savings.yaml": bank}))
    return "; ".join(f"{(remark.severity or Severity.ERROR).value}: {remark.message}" for remark in found)


def quoting(*quotes: str) -> str:
    return "evidence: [" + ", ".join(f"{{passage: p1, quote: '{quote}'}}" for quote in quotes) + "]"


HEDGED = (
    "The pier cost close to $300,000 in all. The road took more than 12 weeks. The roof cost $80,000 alone. Families"
    " under the new roof saved 34 percent in the year. The sum is not to exceed 500 loans. A ceiling was set of 90"
    " loans. It kept the losses to within 40 boats."
)


@pytest.mark.parametrize(
    ("quote", "answer", "expected"),
    [
        ("The pier cost close to $300,000 in all", "More than $300,000", "error: “More than $300,000” stands nowhere"),
        ("The pier cost close to $300,000 in all", "Nearly $300,000", ""),
        ("The road took more than 12 weeks", "12 weeks", ""),
        (
            "The roof cost $80,000 alone",
            "More than $80,000",
            "warning: the quote says “$80,000”, not “More than $80,000”",
        ),
        ("The roof cost $80,000 alone", "About $80,000", ""),
        (
            "The road took more than 12 weeks. The roof cost $80,000",
            "More than $80,000",
            "warning: the quote says “$80,000”",
        ),
        ("Families under the new roof saved 34 percent", "Up to 34 percent", "warning: the quote says “34 percent”"),
        ("Families under the new roof saved 34 percent", "Nearly 34 percent", "warning: the quote says “34 percent”"),
        ("The sum is not to exceed 500 loans", "Up to 500 loans", ""),
        ("A ceiling was set of 90 loans", "At most 90 loans", ""),
        ("It kept the losses to within 40 boats", "Fewer than 40 boats", ""),
    ],
)
def test_a_hedge_that_is_added(quote: str, answer: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [HEDGED], short(answer, quoting(quote)))
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


SHARES = "Less than 4 percent of the 900 people asked for help, in three districts, by the first report of May 2018."
SHARED = quoting("Less than 4 percent of the 900 people asked for help")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("stem: How many percent asked for help?", "answer: Less than 4"), ""),
        (("stem: Who asked for help?", "answer: Less than 4 percent"), ""),
        (("stem: Could they?", "answer: Less than 4 could"), "“Less than 4” is “Less than 4 percent”"),
        (
            ("stem: Did they ask?", "answer: Less than 4 did"),
            "nowhere in the evidence; passage p1 says “Less than 4 percent”",
        ),
        (("stem: Who asked for help?", "answer: Less than 4 per thousand"), "stands nowhere in the evidence"),
        (
            ("stem: Who?", "answer: Of 900 people less than 4 could, not 40 percent"),
            "“less than 4” is “Less than 4 percent”",
        ),
        (("stem: Where?", "answer: In four districts"), "counts what the evidence counts as “three”"),
        (("stem: Where?", "answer: In three districts"), ""),
        (("stem: By what?", "answer: By the second report"), "counts what the evidence counts as “first”"),
        (
            ("stem: When?", "answer: In May 2019"),
            "“May 2019” stands nowhere in the evidence; passage p1 says “May 2018”",
        ),
    ],
)
def test_what_words_around_a_figure_say(lines: tuple[str, ...], expected: str, course_of: Lay) -> None:
    passages = [SHARES, "A second count came in 2019."]
    said = said_of(course_of, passages, item("short", *lines, SHARED))
    assert expected in said
    assert bool(said) == bool(expected)


FELL = (
    "The storm killed 138 people, and 70 more were beaten. Of the boats 20 percent sank; 30 and 40 percent of the nets"
    " and ropes went. The work began in the second half of 2020 and ended in the fourth quarter of 2021."
)


@pytest.mark.parametrize(
    ("answer", "quote", "expected"),
    [
        ("70 were beaten", "70 more were beaten", ""),
        (
            "70 percent were beaten",
            "70 more were beaten",
            "error: “70 percent” is “70” in the quote",
        ),
        ("It was 20 percent", "Of the boats 20 percent sank", ""),
        ("Of the nets 30 percent went", "30 and 40 percent of the nets and ropes went", ""),
        ("The second half of 2020", "in the second half of 2020", ""),
        ("The latter half of 2020", "in the second half of 2020", ""),
        ("The second quarter of 2020", "in the second half of 2020", "error: “second quarter”"),
        ("The first half of 2020", "in the second half of 2020", "error: “first half”"),
        ("The second half", "in the second half of 2020", ""),
        ("The second quarter", "in the second half of 2020", "error: “second quarter”"),
        ("In the third quarter", "ended in the fourth quarter of 2021", "error: “third quarter”"),
        ("In the last quarter", "ended in the fourth quarter of 2021", ""),
    ],
)
def test_a_share_of_a_count_and_a_part_of_a_year(answer: str, quote: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [FELL], short(answer, quoting(quote)))
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


DATED = "The pier was built in 1998. It fell last November and was mended within a decade of its first storm."


@pytest.mark.parametrize(
    ("answer", "quote", "expected"),
    [
        ("In November 2018", "It fell last November", ""),
        ("In November 2017", "It fell last November", "error: “November 2017”"),
        ("It took ten years", "mended within a decade of its first storm", ""),
        ("By May 2019 it stood", "It fell last November", ""),
        ("In 2019", "The pier was built in 1998", "warning: “2019” is when the brief was published, while the quotes"),
        ("In 1998, said in 2019", "The pier was built in 1998", ""),
        ("By late May 2019 it stood", "It fell last November", ""),
        ("By mid-May 2019 it stood", "It fell last November", ""),
        ("By the middle of 2019 it stood", "It fell last November", ""),
        ("By the start of May 2019 it stood", "It fell last November", "error: “start of May 2019” stands nowhere"),
        ("By late 2019 it stood", "It fell last November", "error: “late 2019” stands nowhere"),
        ("In May 2019", "It fell last November", "warning: “May 2019” is when the brief was published, while the"),
    ],
)
def test_dates_by_the_day_of_the_brief(answer: str, quote: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [DATED], short(answer, quoting(quote)), "published: 2019-05-20\n")
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


SOLD = "Boats were sold for 40 percent less than before, and 30 nets more; ropes cost 10 percent more, or less."


@pytest.mark.parametrize(
    ("answer", "quote", "expected"),
    [
        ("For 40 percent less", "Boats were sold for 40 percent less than before", ""),
        ("For 40 percent of it", "Boats were sold for 40 percent less than before", ""),
        (
            "For 40 percent more",
            "Boats were sold for 40 percent less",
            "warning: “40 percent more” is “40 percent",
        ),
        ("They were 40 percent higher", "Boats were sold for 40 percent less", "warning: “40 percent higher” is “40"),
        ("30 nets fewer", "and 30 nets more", ""),
    ],
)
def test_more_or_less_by_a_figure(answer: str, quote: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [SOLD], short(answer, quoting(quote)))
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


LENT = "The fund lent $4 billion to the islands and 90 million euros to the rest, of which 3 million dollars came back."


@pytest.mark.parametrize(
    ("stem", "answer", "quote", "expected"),
    [
        ("What was lent?", "$4 billion", "The fund lent $4 billion", ""),
        (
            "What was lent?",
            "4 billion",
            "The fund lent $4 billion",
            "warning: “4 billion” is “$4 billion” in",
        ),
        ("How many dollars were lent?", "4 billion", "The fund lent $4 billion", ""),
        ("What was lent, in US$?", "4 billion", "The fund lent $4 billion", ""),
        ("What was lent?", "4 billion in dollars", "The fund lent $4 billion", ""),
        ("What was lent?", "90 million", "90 million euros to the rest", "warning: “90 million” is “90 million euros”"),
        ("What was lent?", "4 billion people", "The fund lent $4 billion", "error"),
    ],
)
def test_an_amount_without_its_currency(stem: str, answer: str, quote: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [LENT], item("short", f"stem: {stem}", f"answer: {answer}", quoting(quote)))
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


LASTED = (
    "Almost a decade went by before the court ruled; the loan may wait up to two years. They ate once a day, and help"
    " came one year on. The land had been ploughed for decades."
)


@pytest.mark.parametrize(
    ("lines", "quote", "expected"),
    [
        (("answer: Almost a decade",), "Almost a decade went by", ""),
        (("answer: Over a decade",), "Almost a decade went by", "error: “Over a decade”"),
        (("answer: After ten years",), "Almost a decade went by", ""),
        (("answer: Almost a century",), "Almost a decade went by", "error: “Almost a century” stands nowhere"),
        (("answer: It took more than a decade",), "Almost a decade went by", "error: “more than a decade”"),
        (("answer: It may wait for up to a decade",), "the loan may wait up to two years", "warning: “up to a decade”"),
        (("answer: For a year",), "the loan may wait up to two years", "warning: “a year”"),
        (("answer: Only once a week",), "They ate once a day", "error: “a week”"),
        (("answer: Daily, or once a day",), "They ate once a day", ""),
        (("answer: A month after it had asked",), "help came one year on", "error: “A month”"),
        (("answer: A year after it had asked",), "help came one year on", ""),
        (("answer: It was ploughed for centuries",), "The land had been ploughed for decades", "error: “centuries”"),
        (("answer: It was ploughed for many years",), "The land had been ploughed for decades", ""),
        (("answer: It was ploughed for decades",), "The land had been ploughed for decades", ""),
        (("answer: A century later the day of a harvest was the talk of a week",), "They ate once a day", ""),
        (("answer: In a week of rain",), "They ate once a day", ""),
        (("answer: For a week",), "help came", "error: “a week”"),
    ],
)
def test_a_length_of_time_without_a_number(lines: tuple[str, ...], quote: str, expected: str, course_of: Lay) -> None:
    said = said_of(course_of, [LASTED], item("short", "stem: How was it?", *lines, quoting(quote)))
    assert said.startswith(expected)
    assert bool(said) == bool(expected)


def test_a_length_of_time_is_not_asked_for_where_the_source_tells_none(course_of: Lay) -> None:
    said = said_of(course_of, ["The pier stood."], short("It stood for a month", quoting("The pier stood")))
    assert said == ""


SPENT = "Of the fees 38 percent went to the pier, some 40 to 45 percent to roads, from the 1870s to the 1980s."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("answer: 62", "unit: percent", "derived: 100 - 38"), ""),
        (("answer: 62", "unit: percent", "derived: 100% - 38%"), ""),
        (("answer: 0.38", "derived: 38 / 100"), ""),
        (("answer: 38", "unit: percent", "derived: 38 / 100 * 100"), ""),
        (("answer: 63", "unit: percent", "derived: 100 - 38"), "the sum comes to 62 percent, not 63"),
        (("answer: 110", "unit: years", "derived: 1980 - 1870"), ""),
        (("answer: 109", "unit: years", "derived: 1980 - 1871"), "“1871” stands nowhere"),
        (("answer: 38", "unit: percent", "tolerance: 1"), ""),
    ],
)
def test_sums_in_percent_and_over_decades(lines: tuple[str, ...], expected: str, course_of: Lay) -> None:
    quote = quoting("Of the fees 38 percent went to the pier", "from the 1870s to the 1980s")
    said = said_of(course_of, [SPENT], item("numeric", "stem: How much?", *lines, quote))
    assert expected in said
    assert bool(said) == bool(expected)


FUND = "Of 2 million voters 60 percent came. The fund of $4 billion takes a fee of 1.25 percent, or $50 a head."
FEE = "derived: 1.25 percent * 4 billion"
VOTES = "derived: 60 percent * 2 million"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("answer: 50", "unit: million US dollars", FEE), ""),
        (("answer: 50", "unit: million dollars", f"{FEE} dollars"), ""),
        (("answer: 50", "unit: million", FEE), ""),
        (("answer: 50", "unit: million euros", FEE), "the sum comes to dollars, not to “50 million euros”"),
        (("answer: 50", "unit: million euros", f"{FEE} dollars"), "comes to dollars, not to “50 million euros”"),
        (("answer: 50", "unit: million Fijian dollars", FEE), "comes to dollars, not to “50 million Fijian dollars”"),
        (("answer: 50", "unit: million people", FEE), "comes to dollars, not to “50 million people”"),
        (("answer: 80", "unit: million heads", "derived: $4 billion / $50"), ""),
        (("answer: 80", "unit: million dollars", "derived: $4 billion / $50"), "no money, not to “80 million dollars”"),
        (("answer: 1200000", "unit: people", VOTES), ""),
        (("answer: 1.2", "unit: million", VOTES), ""),
        (("answer: 1200000", "unit: dollars", VOTES), "the sum comes to no money, not to “1,200,000 dollars”"),
        (("answer: 1200000", "unit: percent", VOTES), "the sum comes to 120,000,000 percent, not 1,200,000"),
        (("answer: 40", "unit: percent", "derived: (1 - 60%) * 100"), ""),
    ],
)
def test_the_unit_of_what_a_sum_comes_to(lines: tuple[str, ...], expected: str, course_of: Lay) -> None:
    quote = quoting("Of 2 million voters 60 percent came", "fund of $4 billion takes a fee of 1.25 percent, or $50")
    said = said_of(course_of, [FUND], item("numeric", "stem: How much?", *lines, quote))
    assert expected in said
    assert bool(said) == bool(expected)


def test_a_tolerance_that_lets_another_figure_of_the_quote_pass(course_of: Lay) -> None:
    passages = ["The pier took 45 weeks and the road 50 weeks."]
    quote = quoting("The pier took 45 weeks and the road 50 weeks")

    def said(tolerance: str) -> str:
        lines = ("stem: How long did the pier take?", "answer: 45", "unit: weeks", f"tolerance: {tolerance}", quote)
        return said_of(course_of, passages, item("numeric", *lines))

    assert said("4") == ""
    assert said("5").startswith("warning: the tolerance lets “50 weeks” pass")
    assert said("20%").startswith("warning")


def test_the_unit_of_a_numeric_answer_may_be_said_as_in_a_table(course_of: Lay) -> None:
    passages = ["The road cost $4.5 million."]
    for unit in ("in millions of dollars", "millions of dollars", "$ million", "million US dollars"):
        bank = item("numeric", "stem: How much?", "answer: 4.5", f"unit: {unit}", quoting("The road cost $4.5 million"))
        assert said_of(course_of, passages, bank) == ""


def test_what_follows_from_the_quotes_is_a_warning_without_a_suggestion(course_of: Lay) -> None:
    files = brief_of("Of the fees 40 percent went to the pier.")
    bank = short("60 percent", quoting("40 percent went to the pier"))
    (remark,) = remarks(course_of({**files, "questions/storm-savings.yaml": bank}))
    assert remark.severity is Severity.WARNING
    assert remark.suggestion is None
    assert "`derived`" in remark.message
    assert "`allow`" in remark.message


def test_a_figure_of_another_passage_may_be_a_slip(course_of: Lay) -> None:
    passages = ["The pier cost $30,000.", "The road was long.", "The road cost $70,000.", "A roof cost $70,000."]
    said = said_of(course_of, passages, short("$70,000", quoting("The pier cost $30,000")))
    assert "stands in passage p3, which the item does not name, while the quote says “$30,000”: mend" in said
    said = said_of(course_of, passages, short("$70,000", "evidence: [{passage: p2, quote: The road was long}]"))
    assert said.endswith("stands in passage p3, which the item does not name: add it as evidence")


def test_nothing_is_shown_beside_a_figure_that_nothing_is_like(bank_of: Write) -> None:
    (remark,) = remarks(bank_of(short("€7", LOAN)))
    assert remark.see is None
    assert remark.message == "“€7” stands nowhere in the evidence"


def test_in_an_essay_a_passage_may_say_the_figure_of_something_else(course_of: Lay) -> None:
    passages = ["Some 80 people fled the flood. The ferry carries 800 cars."]

    def said(answer: str) -> str:
        lines = ("stem: What did the flood do?", f"model_answer: {answer}")
        rubric = "rubric: [{criterion: All, points: 1}]"
        return said_of(course_of, passages, item("essay", *lines, rubric, quoting("Some 80 people fled the flood")))

    assert said("It made 80 people flee.") == ""
    assert said("It made people flee, and the ferry carries 800 cars.") == ""
    assert said("It made 800 people flee.").startswith("warning: “800” stands in passage p1 but outside the quote")


def test_an_essay_may_not_count_what_its_passages_count_otherwise(course_of: Lay) -> None:
    def said(answer: str) -> str:
        lines = ("stem: Why?", f"model_answer: {answer}", "rubric: [{criterion: All, points: 1}]")
        return said_of(course_of, ["It gives six reasons."], item("essay", *lines, quoting("It gives six reasons")))

    assert said("There are six reasons and seven islands.") == ""
    assert "stands nowhere" in said("There are seven reasons.")


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("If a council of 9,000 people lost $20 million, what would it do?", 0),
        ("A council of 9,000 people lost $20 million. What would it do?", 2),
    ],
)
def test_if_a_council_supposes(stem: str, count: int, bank_of: Write) -> None:
    found = remarks(bank_of(short("Wait", LOAN).replace("How long was it?", stem)))
    assert len(found) == count
    assert all("begin with “Suppose”" in remark.message for remark in found)


def test_a_reason_may_reckon_from_the_items_own_options(bank_of: Write) -> None:
    def found(why: str) -> list[Remark]:
        distractors = f"distractors: [{{text: 'In 2006', why: {why}}}]"
        return remarks(bank_of(item("choice", "stem: When?", "answer: In 2007", distractors, BUILT)))

    assert found("That is one year before.") == []
    assert found("That is 22 years before.") != []


BUILT = "evidence: [{passage: p3, quote: In 2007 the island waited eleven weeks for a loan}]"


def test_the_rationale_of_a_computed_answer_may_go_through_its_steps(course_of: Lay) -> None:
    passages = ["The bank takes 1.25 percent of a loan of $4 billion."]
    quote = quoting("The bank takes 1.25 percent of a loan of $4 billion")

    def said(rationale: str) -> str:
        lines = ("answer: 50", "unit: million dollars", "derived: 1.25 percent * $4 billion")
        return said_of(course_of, passages, item("numeric", "stem: W?", *lines, f"rationale: {rationale}", quote))

    assert said("One percent is $40 million, and a quarter of a percent adds $10 million.") == ""
    assert said("One percent is $45 million.") != ""
