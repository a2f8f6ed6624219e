from __future__ import annotations

from pathlib import Path

from quizgen.course import load
from quizgen.options import offers


def test_items_offer_what_their_curators_wrote(starter: Path) -> None:
    found = {offer.question.id: offer for offer in offers(load(starter))}
    assert set(found) == {"why-a-storm-fund", "what-the-storm-fund-pays"}  # and the true-false offers nothing
    select = found["what-the-storm-fund-pays"]
    assert select.multiple
    assert [option.text for option in select.keys] == ["The school's roof", "The ferry pier"]
    assert [option.text for option in select.distractors] == ["Private boats"]


def test_a_retired_item_offers_nothing(starter: Path) -> None:
    bank = starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8").replace(
        "    kind: argument\n", "    kind: argument\n    retired: 2024-03-01\n", 1
    )
    bank.write_text(text, encoding="utf-8")
    assert [offer.question.id for offer in offers(load(starter))] == ["what-the-storm-fund-pays"]
