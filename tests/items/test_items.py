from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from quizgen import banks, items
from quizgen.items.choice import is_negative
from quizgen.model import Bank, Blank, Choices, Essay, Gaps, Number, Pairs, Question, Sequence, Words
from quizgen.text.quantities import quantities
from tests.conftest import STARTER
from tests.examples import HEAD, SOUND, of_type

SHAPES = {
    "choice": Choices,
    "select": Choices,
    "true-false": Choices,
    "short": Words,
    "term": Words,
    "numeric": Number,
    "cloze": Gaps,
    "match": Pairs,
    "sort": Pairs,
    "order": Sequence,
    "essay": Essay,
}


def read(text: str, language: str = "en") -> Bank:
    bank, findings = banks.read_bank(text, "storm-savings", "questions/storm-savings.yaml", language)
    assert not findings
    assert bank is not None
    return bank


def one(fields: str, language: str = "en") -> Question:
    return read(HEAD + fields, language).questions[0]


def item(type: str, *lines: str) -> str:
    common = [f"{name}: {SOUND[name]}" for name in ("kind", "rationale", "difficulty", "thinking")]
    return "  - id: example\n" + "".join(f"    {line}\n" for line in (f"type: {type}", *common, *lines))


def test_all_eleven_types_are_listed_under_their_file_names() -> None:
    assert set(SHAPES) <= set(items.BY_NAME)
    files = {path.stem.replace("_", "-") for path in Path(str(items.__file__)).parent.glob("*.py")}
    assert files - {"--init--", "fields"} == set(items.BY_NAME)


@pytest.mark.parametrize("item_type", items.ALL, ids=lambda item_type: item_type.NAME)
def test_the_example_in_the_manual_reads_into_its_shape(item_type: items.ItemType) -> None:
    (question,) = read(of_type(item_type)).questions
    assert question.type == item_type.NAME
    assert isinstance(question.answer, SHAPES.get(item_type.NAME, object))
    assert question.claims
    assert all(statement.where.line > 3 for statement in (*question.claims, *question.falsehoods))


def test_the_starter_bank_is_made_of_the_examples() -> None:
    bank = (STARTER / "questions" / "storm-savings.yaml").read_text(encoding="utf-8")
    examples = [of_type(item_type).removeprefix(HEAD) for item_type in items.ALL]
    assert bank.partition("items:\n")[2] == "".join(examples)


def test_choice_places_the_key_and_pins() -> None:
    distractors = "distractors: [{text: Two, why: No.}, {text: Three, why: No.}]"
    free = one(item("choice", "stem: Which?", "answer: One", distractors)).answer
    pinned = one(item("choice", "stem: Which?", "answer: One", distractors, "shuffle: false", "position: 2")).answer
    assert isinstance(free, Choices)
    assert isinstance(pinned, Choices)
    assert ([option.text for option in free.options], free.pinned) == (["One", "Two", "Three"], False)
    assert ([option.text for option in pinned.options], pinned.pinned) == (["Two", "One", "Three"], True)


def test_options_that_are_figures_stand_in_order() -> None:
    distractors = "distractors: [{text: 1964, why: No.}, {text: 2023, why: No.}]"
    answer = one(item("choice", "stem: When?", "answer: 2016", distractors)).answer
    assert isinstance(answer, Choices)
    assert answer.pinned
    assert [(option.text, option.correct) for option in answer.options] == [
        ("1964", False),
        ("2016", True),
        ("2023", False),
    ]


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("Which of these is *not* a fund?", True),
        ("Which of these is NOT a fund?", True),
        ("All pay *except* which?", True),
        ("Why is the council not *able* to pay?", False),
        ("Why does the council *not* pay?", False),
        ("Which of the Least Developed Countries has a fund?", False),
        ("The mayor did *not* agree. What did she say?", False),
    ],
)
def test_a_negative_stem_turns_claims_round(stem: str, negative: bool) -> None:
    question = one(item("choice", f"stem: {stem}", "answer: One", "distractors: [{text: Two, why: No.}]"))
    claims = [statement.text for statement in question.claims]
    assert claims == (["Two"] if negative else ["One"])


@pytest.mark.parametrize(("language", "texts"), [("en", ["True", "False"]), ("es", ["Verdadero", "Falso"])])
def test_true_false_speaks_the_courses_language_and_claims_its_correction(language: str, texts: list[str]) -> None:
    lines = ("stem: A fund is a loan.", "answer: false", "correction: A fund is money.")
    question = one(item("true-false", *lines), language)
    assert isinstance(question.answer, Choices)
    assert [option.text for option in question.answer.options] == texts
    assert [option.correct for option in question.answer.options] == [False, True]
    assert question.answer.pinned
    assert [statement.text for statement in question.claims] == ["A fund is money."]
    assert [statement.text for statement in question.falsehoods] == ["A fund is a loan."]


@pytest.mark.parametrize(
    ("answer", "tolerance", "expected"),
    [("2.5", "0.1", ("2.5", Decimal("0.1"))), ("40", "5%", ("40", Decimal(2))), ('"1,250,000"', "0", ("1,250,000", 0))],
)
def test_numeric(answer: str, tolerance: str, expected: tuple[str, Decimal]) -> None:
    number = one(item("numeric", "stem: How many?", f"answer: {answer}", f"tolerance: {tolerance}")).answer
    assert isinstance(number, Number)
    assert (number.text, number.tolerance) == expected


@pytest.mark.parametrize(
    ("answer", "en", "es"),
    [
        ("2.50", "2.50", "2,50"), ("1500", "1500", "1500"), ('"12,500"', "12,500", "12.500"),
        ('"1,234,567.25"', "1,234,567.25", "1.234.567,25"), ('"-0.125"', "-0.125", "-0,125"),
    ],
)  # fmt: skip
def test_a_figure_is_shown_and_claimed_as_the_courses_language_writes_it(answer: str, en: str, es: str) -> None:
    for language, shown in (("en", en), ("es", es)):
        question = one(item("numeric", "stem: How many?", f"answer: {answer}", "unit: km"), language)
        assert isinstance(question.answer, Number)
        assert question.answer.text == shown
        assert [claim.text for claim in question.claims] == [f"{shown} km"]
        (read,) = quantities(f"{shown} km", language)
        assert read.low == Fraction(question.answer.value)


def test_a_sort_can_keep_the_order_of_its_entries() -> None:
    groups = "groups: [{heading: a, entries: [{text: b}]}, {heading: c, entries: [{text: d}]}]"
    for line, pinned in (("tags: [x]", False), ("shuffle: false", True)):
        answer = one(item("sort", "stem: Sort.", groups, line)).answer
        assert isinstance(answer, Pairs)
        assert answer.pinned == pinned


def test_cloze_parts() -> None:
    answer = one(item("cloze", r"text: 'In {{2007|07::a year}} {{eleven}} weeks; set \{{x}} apart.'")).answer
    assert isinstance(answer, Gaps)
    assert answer.parts == (
        "In ",
        Blank(("2007", "07"), "a year"),
        " ",
        Blank(("eleven",)),
        " weeks; set {{x}} apart.",
    )


@pytest.mark.parametrize(
    ("type", "lines"),
    [
        ("short", ("stem: Where?", "answer: Darién Gap", "accept: [Darien Gap, the gap, DARIÉN GAP, The Gap]")),
        ("term", ("definition: A place", "term: Darién Gap", "accept: [Darien Gap, the gap, The Gap]")),
        ("cloze", ("text: Through the {{Darién Gap|Darien Gap|the gap}}.",)),
    ],
)
def test_an_answer_that_differs_in_case_or_accents_alone_is_not_shown_twice(type: str, lines: tuple[str, ...]) -> None:
    answer = one(item(type, *lines)).answer
    assert isinstance(answer, Words | Gaps)
    accepted = answer.accepted if isinstance(answer, Words) else answer.blanks[0].accepted
    assert accepted == ("Darién Gap", "the gap")


def test_match_shares_a_partner_and_keeps_extras() -> None:
    pairs = "pairs: [{left: a, right: X}, {left: b, right: Y}, {left: c, right: X}]"
    answer = one(item("match", "stem: Match.", pairs, "extra: [Z]")).answer
    assert isinstance(answer, Pairs)
    assert (answer.rights, [left.right for left in answer.lefts], answer.extras) == (("X", "Y", "Z"), [0, 1, 0], ("Z",))


@pytest.mark.parametrize(
    ("type", "lines", "complaint"),
    [
        ("choice", ("stem: W?", "answer: a", "distractors: []"), "needs at least 1"),
        ("choice", ("stem: W?", "answer: a", "distractors: [{text: b, why: c}]", "position: 2"), "`shuffle: false`"),
        ("choice", ("stem: W?", "answer: a", "distractors: [{text: b}]"), "`why` is missing"),
        (
            "choice",
            ("stem: W?", "answer: a", "distractors: [{text: b, why: c}]", "shuffle: false", "position: 3"),
            "there are 2 options",
        ),
        ("choice", ("stem: W?", "answer: ' '", "distractors: [{text: b, why: c}]"), "is empty"),
        ("true-false", ("stem: So.", "answer: maybe"), "must be true or false"),
        ("true-false", ("stem: So.", "answer: true", "correction: No."), "corrects a statement that is true"),
        ("numeric", ("stem: W?", "answer: about 5"), "must be a figure"),
        ("numeric", ("stem: W?", "answer: 1e999999"), "must be a figure"),
        ("numeric", ("stem: W?", "answer: nan"), "must be a figure"),
        ("numeric", ("stem: W?", "answer: 5", "tolerance: some"), "must be a figure"),
        ("numeric", ("stem: W?", "answer: 5", "derived: 5 * (4"), "`derived` has a `(` without its `)`"),
        ("numeric", ("stem: W?", "answer: 5", "derived: 5 * some of it"), "has `some of it` where a figure"),
        ("cloze", ("text: No blank.",), "has no blank"),
        ("cloze", ("text: An {{}} empty one.",), "without an answer"),
        ("cloze", ("text: An {{open one.",), "without its `}}`"),
        ("cloze", ("text: In {{2007::a year the island waited {{eleven}} weeks.",), "without its `}}`"),
        ("cloze", ("text: In {{2007::a year} the island waited {{eleven}} weeks.",), "without its `}}`"),
        ("cloze", ("text: In {2007::a year}} the island waited {{eleven}} weeks.",), "without its `{{`"),
        ("cloze", ("text: A {{b}}.", "stem: W?"), "no key `stem`"),
        ("match", ("stem: M.", "pairs: [{left: a, right: b}, {left: c, right: d}]", "extra: [b]"), "is a partner"),
        ("match", ("stem: M.", "pairs: [{left: a, right: b}, {left: c, right: d}]", "extra: [e, e]"), "`e` twice"),
        ("order", ("stem: W?", "steps: [a, b]"), "needs at least 3"),
        ("order", ("stem: W?", "steps: [a, b, c]", "shuffle: false"), "always shuffled"),
        (
            "match",
            ("stem: W?", "pairs: [{left: a, right: b}, {left: c, right: d}]", "shuffle: false"),
            "always shuffled",
        ),
        ("short", ("stem: W?", "answer: a", "position: 2"), "no key `position`"),
        ("sort", ("stem: W?", "groups: [{heading: a, entries: [{text: b}]}]"), "needs at least 2"),
        ("match", ("stem: W?", "pairs: [{left: a, right: b}]"), "needs at least 2"),
        ("essay", ("stem: W?", "model_answer: a", "rubric: [{criterion: b, points: 2}]"), "adds up to 2"),
        ("essay", ("stem: W?", "model_answer: a", "rubric: [{criterion: b, points: -1}]"), "more than 0"),
        ("short", ("stem: W?", "answer: [a, b]"), "must be text, not a list"),
        ("short", ("stem: W?", "answer: a", "accept: b"), "must be a list"),
        (
            "short",
            ("stem: W?", "answer: a", "retired: 2026-02-30"),
            "must be a date such as 2026-03-17, not `2026-02-30`",
        ),
        ("short", ("stem: W?", "answer: a", "retired: 2026"), "must be a date such as 2026-03-17, not `2026`"),
    ],
)
def test_what_cannot_be_read_is_said(type: str, lines: tuple[str, ...], complaint: str) -> None:
    _, findings = banks.read_bank(HEAD + item(type, *lines), "storm-savings", "x.yaml", "en")
    assert len(findings) == 1
    assert complaint in str(findings[0])


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("Which of these does the fund *not* pay for?", True),
        ("Which does the fund NOT pay for?", True),
        ("All of these are paid for EXCEPT:", True),
        ("Which is LEAST likely?", True),
        ("¿Cuál NO paga el fondo?", True),
        ("Todos, SALVO uno: ¿cuál?", True),
        ("All of these are paid for by the fund, *except* one. Which?", True),
        ("Which of these is *not* paid for? Choose one.", True),
        ("Which of these is *not* paid for? (One answer only.)", True),
        ("¿Cuál de estos *no* paga el fondo? Elige una respuesta.", True),
        ("Three are so. Choose the one that is *not* so.", True),
        ("The fund is *not* a loan. Choose what it is.", False),
        ("The fund did *not* pay. Who did?", False),
        ("Which does the fund not pay for?", False),
        ("The fund is *not* a loan. What is it?", False),
        ("Why is the fund *not* a loan?", False),
        ("What does the NORTH pay for?", False),
    ],
)
def test_a_stem_is_negative_where_it_asks_with_emphasis_for_what_is_not_so(stem: str, negative: bool) -> None:
    assert is_negative(stem) is negative
