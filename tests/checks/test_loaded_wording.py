from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "loaded-wording"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Obviously the pier came first.", "Obviously"),
        ("The pier, of course, came first.", "of course"),
        ("Of course the pier came first.", "Of course"),
        ("The fund was small. Unfortunately, a storm came.", "Unfortunately"),
        ("Everyone knows that lenders are slow.", "Everyone knows"),
        ("Don't you agree that saving is wise?", "Don't you agree"),
        ("Illegals came by the ferry.", "Illegals"),
        ("The ferry carried illegal immigrants.", "illegal immigrants"),
        ("A flood of refugees came.", "flood of refugees"),
        ("It is of use to mankind.", "mankind"),
    ],
)
def test_loaded_words(bank_of: Write, text: str, phrase: str) -> None:
    (remark,) = remarks(RULE, bank_of, f'rationale: "{text}"')
    assert f"the rationale says “{phrase}”" in remark.message
    assert remark.where.line == 5


@pytest.mark.parametrize(
    "text",
    [
        "The mayor explained it clearly.",
        "In the course of the year the pier was mended.",
        "It is a part of course work.",
        "Fortunately for Rey, the pier was insured.",
        "Almost everyone knows of the storm.",
        "Illegal fishing harms the harbor.",
        "Rey called the lenders “obviously slow”.",
        "The Education of Mankind is a book.",
        "The regime called them terrorists, a so-called threat.",
        "The flood of 1998 took the pier.",
    ],
)
def test_plain_words(bank_of: Write, text: str) -> None:
    assert message(RULE, bank_of, f'rationale: "{text}"') == ""


def test_every_text_of_an_item_is_read(bank_of: Write) -> None:
    fields = (
        "stem: Of course it is a fund. What is it?\nanswer: Obviously a fund\n"
        "distractors: [{text: Obviously a loan, why: 'Obviously, it is not.'}]"
    )
    said = [remark.message.partition(" says")[0] for remark in remarks(RULE, bank_of, fields)]
    assert sorted(said) == ["a reason", "an option", "an option", "the stem"]


def test_words_of_the_brief_are_its_authors(bank_of: Write) -> None:
    course = bank_of("")
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8").replace("Saving has its price", "Obviously, saving has its price")
    brief.write_text(text, encoding="utf-8")
    assert message(RULE, bank_of, "rationale: Obviously, saving costs money.") == ""
    assert message(RULE, bank_of, "rationale: Undoubtedly, saving costs money.")


@pytest.mark.parametrize("text", ["Obviamente, el fondo es pequeño.", "¿No cree que el fondo es pequeño?"])
def test_spanish(bank_of: Write, text: str) -> None:
    assert message(RULE, bank_of, f"rationale: {text}", "es")
