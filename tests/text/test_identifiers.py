from __future__ import annotations

import pytest

from quizgen.text.identifiers import identifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MS-13, M‑18 and the 18th Street gang", ["MS-13", "M‑18"]),
        ("the COVID-19 pandemic, COVID 19, Covid-19, covid‑19", ["COVID-19", "COVID 19", "Covid-19", "covid‑19"]),
        ("at COP 27 to tax; at COP27; COP\u00a027.", ["COP 27", "COP27", "COP\u00a027"]),
        ("H2-B, H-2B, H2B, H 2B and H2‑B visas", ["H2-B", "H-2B", "H2B", "H 2B", "H2‑B"]),
        ("the PHQ-9, the G20, I-589, see p4", ["PHQ-9", "G20", "I-589", "p4"]),
        ("Title 42 expulsions; section 7; Article 3(1); Route 66", ["Title 42", "section 7", "Article 3", "Route 66"]),
        ("after 9/11, 24/7; the Group of Seven", ["9/11", "24/7", "Group of Seven"]),
        ("the DC-8, the RTX 40, and Resolution 1325.", ["DC-8", "RTX 40", "Resolution 1325"]),
        ("In the mid-1980s, Mid-1990s, Pre-2016 and post-2008 years", []),
        ("the IMF 5 percent; the UN 138 people; GDP 4% and US 3.5; IMF 1,200", []),
        ("US$4bn, BZ$3, $1 trillion, 2,000 and 5-7", []),
        ("In 2021 Mottley urged; June 22-23, 2023", []),
        ("no figure in it", []),
    ],
)
def test_identifiers(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in identifiers(text)] == expected
