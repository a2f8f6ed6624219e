"""What has been released, as values: what students last got of each item, and the moment from which it counts.

Anki takes a note from a newer package only where that note counts as modified later than the one it holds. So content
that stays keeps its moment, and content that changes gets a later one. Moments are seconds since 1970, UTC.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from quizgen.findings import Location

BEFORE_ANY = 1_767_225_600
"""Stands for the last release where there was none: 2026-01-01, midnight UTC."""

EARLIEST, LATEST = 315_532_800, 4_102_444_800
"""The moments that can be stamped: from 1980, where zip files begin, to 2100."""


@dataclass(frozen=True, slots=True)
class Content:
    """What students see of an item or a note type: the way it is studied, and a mark that changes with the rest."""

    way: str
    mark: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What students see of every item that is to be released, by id, and of every note type, by its way of studying."""

    items: Mapping[str, Content]
    note_types: Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Entry:
    """What was last released under a name: `since` when, when it last `changed`, and when it was `retired`, if it was.

    `where` is its line in the lock.
    """

    content: Content
    since: int
    changed: int
    retired: int | None = None
    where: Location = field(default=Location(""), compare=False)

    @property
    def latest(self) -> int:
        """The last release that did something about it."""
        return max(self.since, self.changed, self.retired or 0)

    def holds(self, content: Content) -> bool:
        """Whether this is what students have, so that it need not be released."""
        return self.retired is None and self.content == content


@dataclass(frozen=True)
class Released:
    """What the lock of releases says: an entry for each item that ever was in a deck, and one for each note type."""

    items: Mapping[str, Entry] = field(default_factory=dict)
    note_types: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries."""
        yield from self.note_types.values()
        yield from self.items.values()

    @functools.cached_property  # a build asks for each of its notes
    def last(self) -> int:
        """The moment of the last release; 0 where there was none."""
        return max((entry.latest for entry in self.entries), default=0)

    def after(self, moment: int) -> int:
        """A moment that is this one, or just after the last release where that is not over by then."""
        return max(moment, self.last + 1)

    def item(self, id: str, content: Content, moment: int) -> int:
        """From when an item counts as modified in a build of this moment."""
        return self._from(self.items.get(id), content, moment)

    def note_type(self, content: Content, moment: int) -> int:
        """From when a note type counts as modified in a build of this moment."""
        return self._from(self.note_types.get(content.way), content, moment)

    def _from(self, entry: Entry | None, content: Content, moment: int) -> int:
        return entry.changed if entry is not None and entry.holds(content) else self.after(moment)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a release did, by id: items that came, that changed and that went, and the note types that look new."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    retired: tuple[str, ...]
    restyled: tuple[str, ...]


def release(released: Released, contents: Contents, moment: int, withheld: frozenset[str] = frozenset()) -> Released:
    """What has been released once these contents are: what is new or changed is stamped, what is gone is retired.

    All of it carries one moment, so that the lock tells which release was the last and what it did. Items that are
    `withheld` keep the line they have: to retire one would be to tell students which of their cards an exam will ask.
    """
    moment = released.after(moment)
    items = _stamped(released.items, contents.items, moment)
    gone = {
        id: entry if entry.retired is not None or id in withheld else replace(entry, retired=moment)
        for id, entry in released.items.items()
        if id not in items
    }
    return Released({**gone, **items}, _stamped(released.note_types, contents.note_types, moment))


def _stamped(entries: Mapping[str, Entry], contents: Mapping[str, Content], moment: int) -> dict[str, Entry]:
    stamped = {}
    for name, content in contents.items():
        before = entries.get(name)
        if before is None:
            stamped[name] = Entry(content, since=moment, changed=moment)
        elif before.holds(content):
            stamped[name] = before
        else:
            stamped[name] = Entry(content, since=before.since, changed=moment)
    return stamped


def last_changes(released: Released) -> Changes:
    """What the last release did."""
    last, items = released.last, sorted(released.items.items())
    current = [(id, entry) for id, entry in items if entry.retired is None]
    return Changes(
        new=tuple(id for id, entry in current if entry.since == last),
        changed=tuple(id for id, entry in current if entry.since < entry.changed == last),
        retired=tuple(id for id, entry in items if entry.retired == last),
        restyled=tuple(way for way, entry in released.note_types.items() if entry.since < entry.changed == last),
    )
