"""How fast Anki packages are made, beside the floor, the same rows inserted by SQLite alone, and genanki used plainly.

`package` is the file from notes that are there already, as the floor has its rows and genanki the same fields; `export`
is the whole way from items, and its memory that of a process that does nothing else.
"""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable
from functools import partial

from benchmarks import copies
from benchmarks.floors import inserted, tables_of
from benchmarks.measuring import Measured, here, in_turns, module, tell
from benchmarks.sizes import PATIENCE, seconds
from benchmarks.telling import Plan, Section, Table, alone
from quizgen.exporters import anki
from quizgen.exporters.anki.decks import course_deck
from quizgen.exporters.anki.note_types import model
from quizgen.exporters.anki.notes import Note, notes
from quizgen.exporters.anki.package import apkg
from quizgen.model import Quiz
from quizgen.releases import BEFORE_ANY, Released

ABOUT = (
    "`rows alone` are the rows of the package inserted by SQLite, and zipped; `genanki, plainly` are notes with the "
    "same fields in its own decks, written by its own packages; `package` is ours from the same notes, and `export` "
    "the whole way from items. `times` is of the rows alone, by the processor."
)


def rows_alone(quiz: Quiz) -> Callable[[], bytes]:
    """The floor: what no package can be made without."""
    return partial(inserted, tables_of(_package(list(notes(quiz)), quiz)))


def by_genanki(quiz: Quiz) -> Callable[[], bytes]:
    """The same notes as genanki's manual makes a package of them."""
    made = list(notes(quiz))
    return lambda: _by_genanki(made)


def _by_genanki(made: list[Note]) -> bytes:
    import genanki

    models = {note.note_type.id: model(note.note_type) for note in made}
    decks = {note.deck.id: genanki.Deck(note.deck.id, note.deck.name, note.deck.description) for note in made}
    for note in made:
        fields, tags = list(note.fields), list(note.tags)
        own = genanki.Note(model=models[note.note_type.id], fields=fields, guid=note.guid, tags=tags)
        decks[note.deck.id].add_note(own)
    file = io.BytesIO()
    genanki.Package(list(decks.values())).write_to_file(file)
    return file.getvalue()


def package(quiz: Quiz) -> Callable[[], bytes]:
    """Our package from notes that are there."""
    return partial(_package, list(notes(quiz)), quiz)


def _package(made: list[Note], quiz: Quiz) -> bytes:
    return apkg(made, course_deck(quiz), BEFORE_ANY, Released())


def export(quiz: Quiz) -> Callable[[], bytes]:
    """The whole way from items."""
    return lambda: b"".join(output.data for output in anki.export([quiz], copies.SETTINGS))


MAKERS = {"rows alone": rows_alone, "genanki, plainly": by_genanki, "package": package, "export": export}


def measure(plan: Plan) -> Section:
    """Each way of making the same package, at each size of a thousand and more."""
    rows, left_out, last = list[tuple[str, ...]](), tuple[str, ...](), dict[str, Measured]()
    for size in sorted({plan.compared, *(size for size in plan.sizes if size > plan.compared)}):
        if last and sum(one.clock for one in last.values()) * 10 > PATIENCE:
            left_out = (f"{size:,} items and more (that would take more than {PATIENCE / 60:.0f} minutes)",)
            break
        runs = {name: partial(module, "benchmarks.decks", name, size) for name in MAKERS}
        last = in_turns(runs, plan.rounds if size == plan.compared else 1)
        rows += [_row(name, size, one, last["rows alone"]) for name, one in last.items()]
    heads = ("made by", "notes", "clock, s", "processor, s", "times", "µs/note", "memory, MiB", "MB")
    return Section("Decks", ABOUT, (Table(heads, tuple(rows)),), left_out)


def _row(name: str, size: int, one: Measured, least: Measured) -> tuple[str, ...]:
    times, each = f"{one.processor / least.processor:.2f}", f"{one.processor / size * 1e6:,.0f}"
    figures = (seconds(one.clock), seconds(one.processor), times, each, f"{one.memory:,.0f}", f"{one.size / 1e6:,.1f}")
    return (name, f"{size:,}", *figures)


def main() -> None:
    """Measure one way of making a package here; what it imports is there before the time is taken."""
    gc.set_threshold(100_000)  # as the command line has it
    make = MAKERS[sys.argv[1]]
    make(copies.quiz(2))()
    tell(here(make(copies.quiz(int(sys.argv[2])))))


if __name__ == "__main__":
    main() if sys.argv[1:2] and sys.argv[1] in MAKERS else alone(measure)
