"""A student's Anki over several releases, run by whatever Python has an Anki: it reads a plan, and prints what became.

It knows nothing of quizgen, so that a version of Anki can be asked that lives in an environment of its own:

    python tests/exporters/anki/student.py < plan.json

The plan names the `packages` in the order of their import; how the cards of items are answered after the first
(`answer`), under FSRS where it says so (`fsrs`); which items are then tagged (`tag`), suspended (`suspend`), flagged
(`flag`) or moved to a deck of the student's (`move`), and which decks get another name (`rename`); and what is chosen
for updates of notes (`update`).
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

OWN_TAG, OWN_DECK = "mine", "My own"
_UPDATES = {"if newer": 0, "always": 1, "never": 2}
_CARDS = """
    select n.flds, c.ord, c.id, c.nid, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags, c.data
    from cards c join notes n on n.id = c.nid
"""


def study(plan: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """What the collection holds after the first package was studied, and after each of those that follow."""
    collection = Collection(str(folder / "collection.anki2"))
    assert collection.db is not None
    collection.db.execute("pragma synchronous = off")  # nobody keeps this collection: why wait for the disk?
    try:
        first, *later = plan["packages"]
        collection.set_config("fsrs", plan.get("fsrs", False))
        _import(collection, first, plan["update"])
        _study(collection, plan)
        collection.fix_integrity()  # many answers in one second leave cards without the time of their last
        states = [_state(collection, {})]
        for package in later:
            log = _import(collection, package, plan["update"])
            states.append(_state(collection, log))
        # only now: it takes what a test stamps in the future for modified now, and a later update would tell
        said, sound = collection.fix_integrity()
        return [{**state, "sound": sound, "problems": said} for state in states]
    finally:
        collection.close()


def _study(collection: Collection, plan: dict[str, Any]) -> None:
    """What a student does with the first release."""
    for item, eases in plan["answer"].items():
        _answer(collection, item, eases)
    for id in _found(collection.find_notes, plan.get("tag", ())):
        note = collection.get_note(id)
        note.add_tag(OWN_TAG)
        collection.update_note(note)
    collection.sched.suspend_cards(_found(collection.find_cards, plan.get("suspend", ())))
    collection.set_user_flag_for_cards(3, _found(collection.find_cards, plan.get("flag", ())))
    own: Any = collection.decks.id(OWN_DECK)
    collection.set_deck(_found(collection.find_cards, plan.get("move", ())), own)
    for was, now in plan.get("rename", {}).items():
        deck = collection.decks.by_name(was)
        assert deck is not None, was
        collection.decks.rename(deck, now)


def _found(find: Any, items: list[str]) -> list[Any]:
    """The ids of the notes or cards of these items."""
    return [id for item in items for id in find(f"ID:{item}")]


def _import(collection: Collection, package: str, update: str) -> dict[str, list[str]]:
    """Import a package, and say which items were new, updated and so on."""
    chosen: Any = _UPDATES[update]
    options = ImportAnkiPackageOptions(update_notes=chosen)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
    kinds = ("new", "updated", "duplicate", "conflicting")
    return {kind: sorted(note.fields[0] for note in getattr(log, kind)) for kind in kinds}


def _answer(collection: Collection, item: str, eases: list[int]) -> None:
    for id in collection.find_cards(f"ID:{item}"):
        for ease in eases:
            card = collection.get_card(id)
            card.start_timer()
            chosen: Any = ease
            collection.sched.answerCard(card, chosen)


def _state(collection: Collection, log: dict[str, list[str]]) -> dict[str, Any]:
    database = collection.db
    assert database is not None
    notes, cards = database.all("select flds, mod, tags from notes"), database.all(_CARDS)
    return {
        "log": log,
        "cards": {f"{flds.split(chr(31))[0]} {number}": values for flds, number, *values in cards},
        "reviews": database.all("select id, cid, ease, ivl, lastIvl, factor from revlog order by id"),
        "notes": {flds.split(chr(31))[0]: [flds, mod, tags.split()] for flds, mod, tags in notes},
        "count": len(notes),
        "guids": database.scalar("select count(distinct guid) from notes"),
        "decks": {
            f"{flds.split(chr(31))[0]} {number}": collection.decks.name(did) for flds, number, _, _, did, *_ in cards
        },
        "styles": sorted(_style(collection, each.id) for each in collection.models.all_names_and_ids()),
    }


def _style(collection: Collection, id: Any) -> str:
    # what is read of note types is remembered beyond an import
    collection.models._clear_cache()
    held = collection.models.get(id)
    assert held is not None
    return f"{held['name']}: {held['css'][-20:]}"


if __name__ == "__main__":
    # an older Anki prints to the output when it has been slow
    with tempfile.TemporaryDirectory() as scratch, contextlib.redirect_stdout(sys.stderr):
        became = study(json.load(sys.stdin), Path(scratch))
    json.dump(became, sys.stdout)
