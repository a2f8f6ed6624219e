from __future__ import annotations

import pytest

from tests.checks.choosing import choice, messages

PLAIN = ("A loan that is agreed after a storm", "A gift that the mainland sends")


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("Money (a share of fees) that is set aside", True),
        ("Money (SDRs) that is set aside before a storm", False),
        ("Money that is set aside (1999-2007) by the council", False),
        ("Mayor Lucía (Luz) Ibarra", False),
        ("What cost(s) of a storm the council has to pay", False),
    ],
)
def test_remarks_are_told_from_abbreviations_figures_and_names(key: str, found: bool) -> None:
    assert bool(messages("specific-key", choice(key, *PLAIN))) is found


def test_one_distractor_with_a_remark_is_enough() -> None:
    key = "Money (a share of fees) that is set aside"
    assert not messages("specific-key", choice(key, "A loan (at a low rate) from a bank", "A gift"))
