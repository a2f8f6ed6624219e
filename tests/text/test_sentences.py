from __future__ import annotations

import pytest

from quizgen.text import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. House met. It said “no.” Then it left.", ["The U.S. House met.", "It said “no.”", "Then it left."]),
        ("Dr. Rey paid $1.5 million. No. 5 is next.", ["Dr. Rey paid $1.5 million.", "No. 5 is next."]),
        ("He said “come online any day,” and left. (It has since.) End", None),
        ("John F. Kerry spoke.", ["John F. Kerry spoke."]),
        ("Wait ... here it goes on. ¿Quién? Yo.", ["Wait ... here it goes on.", "¿Quién?", "Yo."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str] | None) -> None:
    expected = ["He said “come online any day,” and left.", "(It has since.)", "End"] if parts is None else parts
    assert [text[start:end] for start, end in sentences.sentences(text)] == expected


def test_the_sentence_around_a_span_and_the_last() -> None:
    text = "One is here. Two is there. Three."
    assert sentences.around(text, 14, 16) == "Two is there."
    assert sentences.around(text, 8, 16) == "One is here. Two is there."
    assert sentences.last(text) == "Three."
    assert sentences.last("") == ""
