"""The page beside the decks that tells students what the last release did, and what to choose where they import it.

All of it follows from the lock of releases, so that it is the same whatever else is built; but what the decks do not
hold is left out of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from quizgen.releases import Released, last_changes
from quizgen.wording import Wording

# Anki before it kept the times of imported notes takes them as of the import, later than a release already made.
_OLDER_ANKI, _OLDER_ANKIDROID = "25.02", "2.22"


def page(released: Released, held: Collection[str], words: Wording) -> str:
    """What is new, changed and retired in the last release, item by item, as a page in Markdown.

    What is no longer `held` by the decks is not told of as new: it may be kept for exams by now.
    """
    return "\n\n".join(_blocks(released, held, words)) + "\n"


def _blocks(released: Released, held: Collection[str], words: Wording) -> Iterator[str]:
    changes = last_changes(released)
    yield f"# {words.changes}"
    yield words.release_of.format(date=_date(released.last))
    if changes.restyled:
        yield words.restyled
    for title, note, ids in (
        (words.new_items, words.new_items_note, [id for id in changes.new if id in held]),
        (words.changed_items, words.changed_items_note, [id for id in changes.changed if id in held]),
        (words.retired_items, words.retired_items_note, changes.retired),
    ):
        if ids:
            yield f"## {title.format(count=len(ids))}"
            yield note
            yield "\n".join(f"- `{id}`" for id in ids)
    yield f"## {words.how_to_import}"
    yield from (words.import_keep, words.import_choose)
    yield words.import_older.format(anki=_OLDER_ANKI, ankidroid=_OLDER_ANKIDROID)


def _date(moment: int) -> str:
    """The day of a moment, UTC, as every language reads it: `2026-03-17`."""
    return datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).date().isoformat()
