"""What Anki makes of a package: its import, and its cards as the real renderer shows them."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

if TYPE_CHECKING:
    from anki.cards import CardId  # imported before anki.collection, it runs into a circle


@dataclass(frozen=True)
class Rendered:
    """One card as Anki shows it; `style` and body together are what a client puts on its page.

    `compared` is what Anki puts in the place of the box where what was typed is right, wrong or nothing.
    """

    item: str
    note_type: str
    order: int
    front: str
    back: str
    style: str
    compared: dict[str, str]
    deck: str
    due: int


def import_into(collection: Collection, data: bytes, folder: Path) -> Any:
    path = folder / "import.apkg"
    path.write_bytes(data)
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(request).log


def query(collection: Collection, sql: str, *values: int) -> list[Any]:
    assert collection.db is not None
    return collection.db.all(sql, *values)


def rendered(data: bytes, folder: Path) -> list[Rendered]:
    """Every card of a package, by a fresh collection that is sound afterwards."""
    collection = Collection(str(folder / "rendered.anki2"))
    try:
        log = import_into(collection, data, folder)
        assert len(log.new) == log.found_notes
        assert query(collection, "select flds from notes where id not in (select nid from cards)") == []
        cards = [_card(collection, id) for id in sorted(collection.find_cards(""))]
        assert list(collection.get_empty_cards().notes) == []
        assert collection.fix_integrity()[1]
        return cards
    finally:
        collection.close()


def _card(collection: Collection, id: CardId) -> Rendered:
    card = collection.get_card(id)
    output = card.render_output()
    return Rendered(
        item=card.note()["ID"],
        note_type=card.note_type()["name"],
        order=card.ord,
        front=output.question_text,
        back=output.answer_text,
        style=output.css,
        compared=_compared(collection, dict(card.note().items()).get("Typed", "")),
        deck=collection.decks.name(card.did),
        due=card.due,
    )


def _compared(collection: Collection, typed: str) -> dict[str, str]:
    shown = unescape(typed)
    provided = {"right": shown, "wrong": f"{shown[1:]}x", "nothing": ""}
    return {how: collection.compare_answer(typed, given) for how, given in provided.items()}


def card_of(cards: list[Rendered], item: str, order: int = 0) -> Rendered:
    return next(card for card in cards if (card.item, card.order) == (item, order))
