"""A student's Anki over several releases, run by whatever Python has an Anki: it reads a plan, and prints what became.

It knows nothing of quizgen, so that a version of Anki can be asked that lives in an environment of its own:

    python tests/exporters/anki/student.py < plan.json

The plan names the `packages` in the order of their import; how the cards of items are answered after the first
(`answer`); which items are then tagged (`tag`) and suspended (`suspend`); and what is chosen for updates of notes
(`update`).
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

OWN_TAG = "mine"
_UPDATES = {"if newer": 0, "always": 1, "never": 2}
_CARDS = """
    select n.flds, c.ord, c.id, c.nid, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags, c.data
    from cards c join notes n on n.id = c.nid
"""


def study(plan: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """What the collection holds after the first package was studied, and after each of those that follow."""
    collection = Collection(str(folder / "collection.anki2"))
    try:
        first, *later = plan["packages"]
        _import(collection, first, plan["update"])
        for item, eases in plan["answer"].items():
            _answer(collection, item, eases)
        for item in plan["tag"]:
            for id in collection.find_notes(f"ID:{item}"):
                note = collection.get_note(id)
                note.add_tag(OWN_TAG)
                collection.update_note(note)
        for item in plan["suspend"]:
            collection.sched.suspend_cards(collection.find_cards(f"ID:{item}"))
        states = [_state(collection, {})]
        for package in later:
            log = _import(collection, package, plan["update"])
            states.append(_state(collection, log))
        # only now: it takes what a test stamps in the future for modified now, and a later update would tell
        sound = collection.fix_integrity()[1]
        return [{**state, "sound": sound} for state in states]
    finally:
        collection.close()


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
    notes = database.all("select flds, mod, tags from notes")
    return {
        "log": log,
        "cards": {f"{flds.split(chr(31))[0]} {number}": values for flds, number, *values in database.all(_CARDS)},
        "reviews": database.all("select id, cid, ease, ivl, lastIvl, factor from revlog order by id"),
        "notes": {flds.split(chr(31))[0]: [flds, mod, tags.split()] for flds, mod, tags in notes},
        "count": len(notes),
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
