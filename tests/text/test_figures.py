from __future__ import annotations

import pytest

from quizgen.text.figures import ascending


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2016", "1964", "2023"], (1, 0, 2)),
        (["$1 trillion", "$45 billion", "$650 billion"], (1, 2, 0)),
        (["1,000 visas", "800 visas"], (1, 0)),
        (["40 percent", "4.5 percent"], (1, 0)),
        (["40 percent", "4 years"], None),
        (["MS-13", "MS-18"], None),
        (["March 5, 2020", "May 1, 2020"], None),
        (["a fund", "1964"], None),
        ([], None),
    ],
)
def test_ascending(texts: list[str], expected: tuple[int, ...] | None) -> None:
    assert ascending(texts) == expected
