from __future__ import annotations

import pytest

from tests.checks.one_rule import Write, message, remarks

RULE = "stray-markup"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The <b>fund</b> is old.", "<b>"),
        ("The fund<br/>is old.", "<br/>"),
        ("See <a href='x'>this</a>.", "<a href='x'>"),
        ("Roads &amp; piers.", "&amp;"),
        ("See [the brief](https://example.org/a).", "[the brief](https://example.org/a)"),
        ("![pier](/pier.png)", "![pier](/pier.png)"),
        ("# The fund", "#"),
        ("The `fund` is old.", "`fund`"),
        ("It is $x^2$ large.", "$x^2$"),
        (r"It is \frac{1}{2} of it.", r"\frac"),
        (r"It is \textbf{not} a loan.", r"\textbf{"),
        (r"It is \emph{not} a loan.", r"\emph{"),
        ("The {{c1::fund}} is old.", "{{c1::"),
        ("Itâ€™s old.", "â€™"),
        ("The caf� is old.", "�"),
        ("The fund is old..", ".."),
    ],
)
def test_marks_of_other_programs(bank_of: Write, text: str, mark: str) -> None:
    assert f"“{mark}”" in message(RULE, bank_of, f"rationale: |-\n  {text}")


@pytest.mark.parametrize(
    "text",
    [
        "It is *not* a **loan**.",
        "From $40 to $50 billion, or $45, it said.",
        "5 < 6 and 7 > 2, so a<b.",
        "AT&T and R&D; both.",
        "The fund [of 1999] (the first) is old.",
        "It is old …",
        "It is old... and small.",
        "Issue #1 is old.",
        "Two  spaces.",
        "El pâté de Ãngela.",
        "2 * 3 is snake_case.",
    ],
)
def test_plain_texts(bank_of: Write, text: str) -> None:
    assert message(RULE, bank_of, f"rationale: |-\n  {text}") == ""


def test_accepted_answers_are_typed_as_they_stand(bank_of: Write) -> None:
    (remark,) = remarks(RULE, bank_of, "type: short\nanswer: '*Ibarra*'")
    assert remark.suggestion == "Ibarra"
    assert message(RULE, bank_of, "type: short\nanswer: 2 * 3") == ""
    assert message(RULE, bank_of, "type: cloze\ntext: The {{*fund*}} is old.")


def test_blanks_copied_from_anki(bank_of: Write) -> None:
    assert "write `{{fund}}`" in message(RULE, bank_of, "type: cloze\ntext: The {{c1::fund}} is old.")
    assert message(RULE, bank_of, "type: cloze\ntext: The {{c1}} is old, the {{fund::what}} new.") == ""


def test_the_place_is_that_of_the_text(bank_of: Write) -> None:
    fields = "distractors:\n  - text: A <i>loan</i>\n    why: So.\n  - text: A tax\n    why: So."
    (remark,) = remarks(RULE, bank_of, fields)
    assert (remark.where.line, remark.where.column) == (6, 15)
