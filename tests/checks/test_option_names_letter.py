from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages, remarks


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Option B confuses the two.", "Option B"),
        ("As answer C says, a loan is slow.", "answer C"),
        ("Options (a) and (c) are loans.", "Options (a)"),
        ("Response d comes close.", "Response d"),
        ("Choice 2 is a loan.", "Choice 2"),
        ("B is correct, since a fund comes first.", "B is correct"),
        ("A and C are wrong.", "A and C are wrong"),
        ("The last option repeats the stem.", "The last option"),
        ("Students take the second answer.", "the second answer"),
        ("See the choice below.", "choice below"),
        ("The third option is about boats.", "The third option"),
    ],
)
def test_letters_and_places(text: str, named: str) -> None:
    assert messages("option-names-letter", f"rationale: {text}\n") == [
        f"“{named}” names an option by its letter or place, and options are shuffled: say what it says"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin C is wrong here, and Plan B is right.",
        "The first option that Congress had was a loan.",
        "The first option for the council is to wait.",
        "The answer a council gives matters.",
        "An answer, B being a lender, takes weeks.",
        "The brief gives (a) time and (b) money.",
        "Lender B is slow; type B is too.",
        "The other options are loans.",
        "Option pricing is not its subject.",
        "A choice delayed is a choice lost.",
        "The answer: A fund comes before the storm.",
        "Hepatitis B is correctly named.",
        "Which of the choices below is a fund?",
        "The last option is about to run out.",
    ],
)
def test_sound_texts(text: str) -> None:
    assert not messages("option-names-letter", choice("A fund", "A loan", "A gift", rationale=text))


def test_letters_of_a_riddle_in_the_stem_are_its_own() -> None:
    stem = "A, B and C lend money, and C is wrong. What does the brief call a fund?"
    assert not messages("option-names-letter", choice("A fund", "A loan", "A gift", stem=stem))


def test_stem_options_and_whys_are_read_too() -> None:
    places = {
        remark.where.line
        for fields in (
            choice("A fund", "A loan", "A gift", stem="Why is option B wrong?"),
            choice("What option B says", "A loan", "A gift"),
            "answer: A fund\ndistractors:\n  - text: A loan\n    why: Option B is one.\n  - {text: A gift, why: No.}\n",
        )
        for remark in remarks("option-names-letter", fields)
    }
    assert places == {5, 7, 8}


def test_a_why_is_named_as_one() -> None:
    fields = "answer: A fund\ndistractors:\n  - {text: A loan, why: Option B is one.}\n  - {text: A gift, why: No.}\n"
    (found,) = messages("option-names-letter", fields)
    assert found.startswith("“Option B” in the `why` of this option names")


@pytest.mark.parametrize(
    "text",
    [
        "La opción B es falsa.",
        "Como dice la respuesta C.",
        "La última opción.",
        "B es correcta.",
        "A y B son verdaderas.",
    ],
)
def test_spanish_letters(text: str) -> None:
    assert messages("option-names-letter", choice("Un fondo", "Un préstamo", "Un regalo", rationale=text), "es")


@pytest.mark.parametrize(
    "text", ["La opción a tomar es otra.", "La respuesta y la opción e incluso más.", "La primera opción que hubo."]
)
def test_sound_spanish_texts(text: str) -> None:
    assert not messages("option-names-letter", choice("Un fondo", "Un préstamo", "Un regalo", rationale=text), "es")
