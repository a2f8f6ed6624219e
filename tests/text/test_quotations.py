from __future__ import annotations

import pytest

from quizgen.text import quotations


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("He said “yes” twice", "He said       twice"),
        ('He said "yes" twice', "He said       twice"),
        ("Dijo «sí» dos veces", "Dijo      dos veces"),
        ("He said ‘yes’ twice", "He said       twice"),
        ("He said 'yes' twice", "He said       twice"),
        ("It’s Rey’s and isn't Ibarra's", "It’s Rey’s and isn't Ibarra's"),
        ("An “open one", "An “open one"),
    ],
)
def test_what_is_quoted_is_blanked_out(text: str, outside: str) -> None:
    assert quotations.outside(text) == outside
    assert len(outside) == len(text)
