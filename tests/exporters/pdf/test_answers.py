"""What the key says of each shape."""

from __future__ import annotations

import re
from pathlib import Path

from tests.exporters.pdf.reading import whole
from tests.exporters.pdf.samples import Built


def found(pattern: str, text: str) -> str:
    """The one thing that a pattern finds in a text, wherever it is."""
    matches = set(re.findall(pattern, text))
    assert len(matches) == 1, (pattern, matches)
    return str(matches.pop())


def test_the_key_names_letters_and_numbers_of_pairs_and_sequences(built: Built, tmp_path: Path) -> None:
    for letter in "AB":
        paper, key = (whole(built[f"letter/storms/{which}-{letter}.pdf"], tmp_path) for which in ("quiz", "key"))
        fund = found(r"([A-C]) A storm fund", paper)
        council = found(r"([A-C]) A harbor fee", paper)
        assert f"1. Ibarra → {fund} A storm fund 2. The council → {council} A harbor fee" in key
        assert f"{found(r'([A-C]) A lottery', paper)} A lottery – matches nothing" in key
        assert re.search(rf"\b1 {fund}, 2 {council}\b", key)
        for entry, heading in (("Saving", "A Before"), ("Repairing", "B After"), ("Drilling", "A Before")):
            number = found(rf"(\d)\. {entry}", paper)
            assert f"{number}. {entry} → {heading}" in key
        steps = ["Clear the roads", "Mend the roofs", "Open the school"]
        named = {step: found(rf"([A-C]) {step}", paper) for step in steps}
        assert " ".join(f"{n}. {named[step]} {step}" for n, step in enumerate(steps, 1)) in key
        places = sorted((named[step], n) for n, step in enumerate(steps, 1))
        assert ", ".join(f"{name} {place}" for name, place in places) in key
