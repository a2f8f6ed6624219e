"""An .apkg file, made in memory: a collection in SQLite with its notes, cards, decks and note types, in a zip.

genanki writes the rows. The rest is here, since its packages carry the clock: zip entries the time of a scratch file
(which it leaves behind), decks and the collection fixed moments of their own.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.archive import zipped
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.notes import Deck, Note
from quizgen.releases import Released


def apkg(notes: Sequence[Note], course: Deck, time: int, released: Released) -> bytes:
    """The package of these notes, new and due in this order, made at `time` (seconds since 1970, UTC).

    Notes and note types count as modified since they were released so, else since then. Ids count from that moment, and
    an id of 0 breaks a collection: the first second of 1970 counts as the next.
    """
    moment = max(time, 1)
    return zipped({"collection.anki2": _collection(notes, course, moment, released), "media": b"{}"})


def _collection(notes: Sequence[Note], course: Deck, moment: int, released: Released) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        cursor.executescript(APKG_SCHEMA)
        cursor.executescript(APKG_COL)
        _write_about(cursor, notes, course, moment, released)
        ids = itertools.count(moment * 1000)
        for due, note in enumerate(notes, 1):
            modified = released.item(note.item, note.content, moment)
            _row(note, due).write_to_db(cursor, modified, note.deck.id, ids)
        connection.commit()
        return serialized(connection)
    finally:
        connection.close()


def _write_about(cursor: sqlite3.Cursor, notes: Sequence[Note], course: Deck, moment: int, released: Released) -> None:
    """What the collection says of itself: its times, note types and decks."""
    used = {note.note_type.name for note in notes}
    types = [each for each in note_types.ALL if each.name in used]
    modified = [released.note_type(note_types.look(each), moment) for each in types]
    models = {
        str(each.id): note_types.model(each).to_json(since, None) for each, since in zip(types, modified, strict=True)
    }
    filed = {deck.id: deck for deck in (course, *(note.deck for note in notes))}
    (default,) = cursor.execute("SELECT decks FROM col").fetchone()
    decks = json.loads(default) | {str(id): _deck(filed[id], moment) for id in sorted(filed)}
    cursor.execute(
        "UPDATE col SET crt = ?, mod = ?, scm = ?, models = ?, decks = ?",
        (moment, moment * 1000, moment * 1000, json.dumps(models), json.dumps(decks)),
    )


def _deck(deck: Deck, moment: int) -> dict[str, object]:
    written: dict[str, object] = genanki.Deck(deck.id, deck.name, deck.description).to_json()
    return written | {"mod": moment}


def _row(note: Note, due: int) -> genanki.Note:
    row = genanki.Note(
        model=note_types.model(note.note_type),
        fields=list(note.fields),
        tags=note.tags,
        guid=note.guid,
        due=due,
    )
    row.cards.sort(key=lambda card: card.ord)  # genanki finds the cards of a cloze as a set
    return row


def serialized(connection: sqlite3.Connection) -> bytes:
    """A database as the bytes of its file."""
    if sys.version_info >= (3, 11):
        return connection.serialize()
    return through_a_file(connection)


def through_a_file(connection: sqlite3.Connection) -> bytes:
    """A database as the bytes of its file, for Python 3.10, which can write one only to disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        copy = sqlite3.connect(path)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        return path.read_bytes()
