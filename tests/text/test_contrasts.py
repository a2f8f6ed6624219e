from __future__ import annotations

import pytest

from quizgen.text.contrasts import upheld


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They save rather than borrow from a lender, and they mend roofs", "They save , and they mend roofs"),
        ("It is not a loan but a fund", "It is but a fund"),
        ("A gift instead of a loan; a fund", "A gift ; a fund"),
        ("They don’t borrow. They save.", "They do . They save."),
        ("It pays not only for roofs", "It pays not only for roofs"),
        ("The notary knows", "The notary knows"),
    ],
)
def test_what_is_set_aside_is_left_out(text: str, left: str) -> None:
    assert upheld(text).split() == left.split()


def test_spanish() -> None:
    assert upheld("No es un préstamo sino un fondo", "es").split() == ["sino", "un", "fondo"]
    assert upheld("Ahorran en vez de pedir prestado", "es").split() == ["Ahorran"]
