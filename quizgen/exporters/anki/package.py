"""An .apkg file: a collection in SQLite with its notes, cards, decks and note types, in a zip.

The schema and the note types are genanki's. The rest is here, since its packages carry the clock: zip entries the time
of a scratch file (which it leaves behind), decks and the collection fixed moments of their own. Notes come one by one
and go to a scratch file, so that a deck of very many needs no more memory than one of few; it is gone when the package
is made.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.archive import zipped
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.decks import Deck
from quizgen.exporters.anki.notes import Note
from quizgen.releases import Released

# The same pages from every build of SQLite. Nobody has a use for what a crash leaves, so none is prepared for.
_PRAGMAS = ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = none", "journal_mode = off", "synchronous = off")

# id, guid, note type, modified, tags, fields, the one that the browser sorts by; Anki counts checksums when it imports
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
# id, note, deck, which of the note's, modified, place among the new
_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"

_AT_ONCE = 256
"""So many notes are held in memory."""


def apkg(notes: Iterable[Note], course: Deck, time: int, released: Released) -> bytes:
    """The package of these notes, new and due in this order, made at `time` (seconds since 1970, UTC).

    Notes and note types count as modified since they were released so, else since then. Ids count from that moment, and
    an id of 0 breaks a collection: the first second of 1970 counts as the next. Raise OSError where there is no room
    for a scratch file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        try:
            _write(path, notes, course, max(time, 1), released)
        except sqlite3.OperationalError as error:  # a full disk is no fault of the notes
            raise OSError(None, str(error), str(path)) from error
        with path.open("rb") as collection:
            return zipped({path.name: collection, "media": io.BytesIO(b"{}")})


def _write(path: Path, notes: Iterable[Note], course: Deck, moment: int, released: Released) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.executescript(f"BEGIN; {APKG_SCHEMA} {APKG_COL}")
        _write_about(cursor, _write_notes(cursor, notes, moment, released), course, moment, released)
        cursor.execute("COMMIT")


def _write_notes(
    cursor: sqlite3.Cursor, notes: Iterable[Note], moment: int, released: Released
) -> tuple[set[Deck], set[str]]:
    """Write notes and cards; the decks and the names of the note types that they have need of."""
    decks, types = set[Deck](), set[str]()
    note_ids, card_ids = itertools.count(moment * 1000), itertools.count(moment * 1000)
    numbered = enumerate(notes, 1)
    while batch := list(itertools.islice(numbered, _AT_ONCE)):
        rows, cards = [], list[tuple[int, ...]]()
        for due, note in batch:
            id, modified = next(note_ids), released.item(note.item, note.content, moment)
            decks.add(note.deck)
            types.add(note.note_type.name)
            rows.append(_row(id, note, modified))
            cards += ((next(card_ids), id, note.deck.id, order, modified, due) for order in range(note.cards))
        cursor.executemany(_NOTE, rows)
        cursor.executemany(_CARD, cards)
    return decks, types


def _row(id: int, note: Note, modified: int) -> tuple[int | str, ...]:
    tags, fields = f" {' '.join(note.tags)} ", "\x1f".join(note.fields)
    return id, note.guid, note.note_type.id, modified, tags, fields, note.fields[note_types.SORTED_BY]


def _write_about(
    cursor: sqlite3.Cursor, used: tuple[set[Deck], set[str]], course: Deck, moment: int, released: Released
) -> None:
    """What the collection says of itself: its times, note types and decks."""
    decks, names = used
    models = {}
    for each in note_types.ALL:
        if each.name in names:
            since = released.note_type(note_types.look(each), moment)
            models[str(each.id)] = note_types.model(each).to_json(since, None)
    (default,) = cursor.execute("SELECT decks FROM col").fetchone()
    filed = json.loads(default) | dict(_filed({course, *decks}, moment))
    cursor.execute(
        "UPDATE col SET crt = ?, mod = ?, scm = ?, models = ?, decks = ?",
        (moment, moment * 1000, moment * 1000, json.dumps(models), json.dumps(filed)),
    )


def _filed(decks: Iterable[Deck], moment: int) -> Iterator[tuple[str, dict[str, object]]]:
    for deck in sorted(decks, key=lambda deck: deck.id):
        written: dict[str, object] = genanki.Deck(deck.id, deck.name, deck.description).to_json()
        yield str(deck.id), written | {"mod": moment}
