"""What was read as the text of a bank: an id of its own for each item, its evidence left open, comments beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from quizgen.importing import told
from quizgen.importing.drafting import TODO, item
from quizgen.importing.suggesting import Suggesting
from quizgen.importing.values import Draft, Reading, Unread, UnreadableError
from quizgen.markup import plain
from quizgen.model import Brief, Gaps, Pairs
from quizgen.text import content, folding
from quizgen.validation import LONGEST_TEXT, as_slug, is_slug
from quizgen.yaml_writing import Commented, Value, written
from quizgen.yaml_writing import plain as data_of


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a bank, how many items it has, and what of the file is not in it; no text where it has no item."""

    text: str
    items: int
    unread: tuple[Unread, ...]

    @property
    def said(self) -> str:
        """How many items it has, and how many remarks there are on what is not in it."""
        items = f"{self.items} {'item' if self.items == 1 else 'items'}"
        things = f"{len(self.unread)} {'thing' if len(self.unread) == 1 else 'things'} not"
        return f"{items}, and {things}" if self.unread else items


@dataclass(frozen=True, slots=True)
class Into:
    """Where a bank is to go: its title where the file has none, its briefs, and the ids that are taken.

    With one brief the bank is keyed to it; with several each item will name its own.
    """

    title: str
    briefs: tuple[Brief, ...]
    taken: frozenset[str]
    language: str = "en"


def bank(reading: Reading, into: Into) -> Imported:
    """The bank of what was read."""
    suggesting = Suggesting(into.briefs)
    unread = list(reading.unread)
    taken = set(into.taken)
    items: list[Value] = []
    for draft in reading.drafts:
        try:
            items.append(_item(draft, taken, suggesting, into))
        except UnreadableError as error:
            unread.append(Unread(draft.place, str(error)))
        else:
            unread.extend(Unread(draft.place, f"the item is there, without {lost}") for lost in draft.lost)
    if not items:
        return Imported("", 0, tuple(unread))
    head: dict[str, Value] = {"brief": into.briefs[0].id} if len(into.briefs) == 1 else {}
    title = " ".join((reading.title or into.title).split())[:200]
    return Imported(written({**head, "title": title, "items": items}), len(items), tuple(unread))


def _with_reasons(draft: Draft) -> Draft:
    """A draft whose entries have the reasons that the feedback for all gives for each."""
    pairs = draft.asked
    if not isinstance(pairs, Pairs) or not pairs.headings:
        return draft
    rationale, found = told.reasons(draft.rationale, [left.text for left in pairs.lefts])
    lefts = tuple(replace(left, why=left.why or found.get(left.text)) for left in pairs.lefts)
    return replace(draft, rationale=rationale, asked=replace(pairs, lefts=lefts))


def _item(draft: Draft, taken: set[str], suggesting: Suggesting, into: Into) -> Commented:
    id = _free(_wanted_id(draft, into.language), taken)
    near = suggesting.nearest(draft)
    comments = [near.said(names_brief=len(into.briefs) != 1)] if near else []
    evidence: list[Value] = [Commented(tuple(comments), {"passage": TODO, "quote": TODO})]
    fields = item(_with_reasons(draft), id, evidence)
    _check_lengths(data_of(fields))
    taken.add(id)
    notes = [*draft.notes]
    if draft.id and draft.id != id:
        notes.insert(0, f"id in the file: {draft.id}")
    return Commented(tuple(notes), fields)


def _check_lengths(value: object) -> None:
    """Raise UnreadableError where a field is longer than a bank can have."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            _check_lengths(part)
    elif isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise UnreadableError(f"a text of {len(value):,} characters, where a field holds {LONGEST_TEXT:,}")


_WORDS_OF_AN_ID = 6


def _wanted_id(draft: Draft, language: str) -> str:
    """The id that a file gives an item, or its title where that is one, or the first words of what it asks."""
    if as_slug(draft.id):
        return as_slug(draft.id)
    if is_slug(draft.title) and sum(word.isalpha() for word in draft.title.split("-")) > 1:
        return draft.title
    return as_slug(" ".join(_telling(draft, language))) or "item"


def _telling(draft: Draft, language: str) -> Iterator[str]:
    """The first words of an item that tell what it asks."""
    parts = draft.asked.parts if isinstance(draft.asked, Gaps) else (draft.stem,)
    text = " ".join(part for part in parts if isinstance(part, str))
    words = folding.words(plain(text)).split()
    telling = [word for word in words if not content.is_function_word(word, language)]
    yield from (telling or words)[:_WORDS_OF_AN_ID]


_LONGEST_ID = 75


def _free(id: str, taken: Collection[str]) -> str:
    """The id, or where it is taken the first that is free with a number behind it."""
    id = id[:_LONGEST_ID].strip("-")
    number, free = 1, id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    return free
