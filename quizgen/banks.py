"""The banks of `questions/`: each item's data goes to its type, which reads it into an answer shape."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import Field

from quizgen import items, marked_yaml, markup, stand_ins
from quizgen.documents import Data, Document
from quizgen.findings import Finding, Location, Remark, short, stamp
from quizgen.items.fields import EvidenceFields, ItemFields, Source
from quizgen.model import Bank, Evidence, Question, Statement
from quizgen.stand_ins import Change, Drop, Path, Put, Rename
from quizgen.validation import Fault, Slug, Strict, Text, faults, is_slug, nearest_name, validated

MOST_ITEMS = 5_000
"""As many items a bank may have; those of this course have forty."""


class BankFields(Strict):
    """The keys of a bank; its items are read one by one, each by its type."""

    brief: Slug | None = None
    title: Text
    items: list[Any] = Field(min_length=1, max_length=MOST_ITEMS)


def read_bank(text: str, id: str, path: str, language: str) -> tuple[Bank | None, tuple[Finding, ...]]:
    """The bank in a file's text, with the items that can be read, and everything that is wrong with the others."""
    document, findings = marked_yaml.read(text, path)
    if document is None:
        return None, findings
    top = document.data
    if findings and isinstance(top, dict) and not top.get("items", "-"):
        top = {**top, "items": ["-"]}  # there are some, but YAML could read none of them
    fields, more = validated(BankFields, top, document)
    found = [*findings, *more]
    written = document.data.get("items") if isinstance(document.data, dict) else None
    if not isinstance(written, list):
        return None, tuple(found)
    # what is wrong with the bank's own keys does not keep its items from being looked at
    brief, title = (fields.brief, fields.title) if fields is not None else (_text(document.data, "brief"), id)
    questions = []
    for index, data in enumerate(written[:MOST_ITEMS]):
        question, more = _item(data, index, document, id, brief, language)
        found.extend(more)
        if question is not None:
            questions.append(question)
    unread = len(written) - len(questions) + document.lost
    return Bank(id, title, brief, tuple(questions), Location(path), document.at("brief"), unread), tuple(found)


def _text(data: dict[str, Data], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) else None


def _item(
    data: Data, index: int, document: Document, bank: str, brief: str | None, language: str
) -> tuple[Question | None, tuple[Finding, ...]]:
    at = ("items", index)
    if not isinstance(data, dict):
        return None, (stamp(Remark(document.at(*at), "an item must be keys and values (`id: …`)"), "wrong-value"),)
    written_id = _text(data, "id")
    name = written_id if written_id is None or is_slug(written_id) else short(written_id)
    item_type, finding = _type(data, document, at, name)
    if item_type is None:
        return None, (finding,) if finding else ()
    fields, findings = validated(item_type.Fields, data, document, at, name)
    written, unread = document.within(*at), frozenset[str]()
    if fields is None:
        # read what can be read, so that the checks find in this pass too what is wrong with the rest of the item
        fields, written, unread = _mended(item_type.Fields, written)
    if fields is None:
        return None, findings
    return replace(_question(fields, written, bank, brief, language), unread=unread), findings


_STAND_INS: dict[str, Data] = {
    "kind": "fact",
    "difficulty": "easy",
    "thinking": "remember",
    "rationale": "-",
    "points": "1",
    "tags": [],
    "allow": {},
}
"""What stands for fields that the checks do not read, where a curator's own cannot be."""

_OPTIONAL = ("position", "scoring", "shuffle", "exam_only", "retired", "lines", "tolerance")
"""What is taken out where it cannot be read; no check reads it."""

_ENTRY = {"text": "-", "why": "-"}
_EMPTY: dict[str, Data] = {
    "stem": "-",
    "text": "{{-}}",
    "term": "-",
    "definition": "-",
    "answer": "-",
    "model_answer": "-",
    "evidence": [],
    "accept": [],
    "extra": [],
    "answers": [_ENTRY],
    "distractors": [_ENTRY],
    "pairs": [{"left": "-", "right": "-"}] * 2,
    "groups": [{"heading": "-", "entries": [_ENTRY]}] * 2,
    "steps": ["-"] * 3,
}
"""What stands for fields that the checks read, in an item that is then kept from those which do."""

_ANSWERS = {"true-false": "true", "numeric": "0"}


def _mended(fields: type[ItemFields], document: Document) -> tuple[ItemFields | None, Document, frozenset[str]]:
    """An item with stand-ins for what is wrong with it or missing, and the fields that could not be read as a whole.

    Entries of a list are taken out one by one where the others can be read, else what is in the whole list.
    """
    unread: set[str] = set()
    for whole in (False, False, True, True):  # to mend a key may uncover that its value is wrong
        found = faults(fields, document.data)
        if not found:
            break
        changes: dict[Path, Change] = {}
        for fault in found:
            place, change, hollow = _change(fault, document.data, whole=whole)
            changes[place] = change
            unread.update(hollow)
        document = stand_ins.changed(document, changes)
    read, _ = validated(fields, document.data, document)
    return read, document, frozenset(unread)


def _change(fault: Fault, data: Data, *, whole: bool) -> tuple[Path, Change, tuple[str, ...]]:
    """What to do about a fault, where, and which fields hold less then; `item` is one that checks cannot do without."""
    path, field = fault.path, str(fault.path[0]) if fault.path else ""
    if fault.unknown:
        # under a key that is not known may stand anything that the item otherwise seems to go without
        taken = len(path) == 1 and fault.meant in data
        sure = fault.meant is not None and (not taken or difflib.get_close_matches(field, [fault.meant], cutoff=0.75))
        return (path, Rename(str(fault.meant)), ()) if sure else (path, Drop(), ("item", "evidence"))
    if field in _STAND_INS:
        return (field,), Put(_STAND_INS[field]), ()
    if field in _OPTIONAL:
        return (field,), Drop(), ()
    if path[-1:] == ("why",):
        return path, Put("-"), ()
    entries = [number for number, step in enumerate(path) if isinstance(step, int)]
    if entries and not whole:
        return path[: entries[-1] + 1], Drop(), (field,)
    value = _ANSWERS.get(str(data.get("type")), "-") if field == "answer" else _EMPTY.get(field)
    return (field,), Drop() if value is None else Put(value), ("evidence",) if field == "evidence" else (field, "item")


def _type(
    data: dict[str, Data], document: Document, at: tuple[str, int], name: str | None
) -> tuple[items.ItemType | None, Finding | None]:
    if "type" not in data:
        return None, stamp(Remark(document.at(*at), "`type` is missing", item=name), "missing-field")
    written = data["type"]
    if isinstance(written, str) and written in items.BY_NAME:
        return items.BY_NAME[written], None
    message = f"there is no type `{short(str(written))}`; it can be {', '.join(items.BY_NAME)}"
    suggestion = nearest_name(str(written), items.BY_NAME)
    return None, stamp(Remark(document.at(*at, "type"), message, suggestion, name), "wrong-value")


def _question(fields: ItemFields, written: Document, bank: str, brief: str | None, language: str) -> Question:
    source = Source(written.at, language)
    reading = fields.reading(source)
    return Question(
        id=fields.id,
        bank=bank,
        kind=fields.kind,
        type=fields.type,
        stem=reading.stem,
        answer=reading.answer,
        rationale=fields.rationale,
        evidence=tuple(_evidence(fields.evidence, brief, source)),
        difficulty=fields.difficulty,
        thinking=fields.thinking,
        where=source.at("id"),
        tags=tuple(fields.tags),
        points=fields.points,
        scoring=fields.scoring or fields.scoring_unless_said,
        exam_only=fields.exam_only,
        retired=fields.retired,
        allow=fields.allow,
        claims=_plain(reading.claims),
        falsehoods=_plain(reading.falsehoods),
        fields=written.places(),
    )


def _plain(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without their emphasis, as they are held against the source."""
    return tuple(
        Statement(markup.plain(each.text), each.where) if markup.is_marked(each.text) else each for each in statements
    )


def _evidence(written: list[EvidenceFields], brief: str | None, source: Source) -> Iterator[Evidence]:
    for index, evidence in enumerate(written):
        yield Evidence(
            brief=evidence.brief or brief or "",
            passage=evidence.passage,
            quote=evidence.quote,
            where=source.at("evidence", index, "passage"),
            quote_where=source.at("evidence", index, "quote"),
            brief_where=source.at("evidence", index, "brief") if evidence.brief else None,
        )
