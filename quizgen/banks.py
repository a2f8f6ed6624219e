"""The banks of `questions/`: each item's data goes to its type, which reads it into an answer shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from quizgen import items, marked_yaml, markup
from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.items.fields import EvidenceFields, ItemFields, Source
from quizgen.marked_yaml import Data, Document
from quizgen.model import Bank, Evidence, Question, Statement
from quizgen.validation import Slug, Strict, Text, nearest_name, validated


class BankFields(Strict):
    """The keys of a bank; its items are read one by one, each by its type."""

    brief: Slug | None = None
    title: Text
    items: list[Any] = Field(min_length=1)


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
    for index, data in enumerate(written):
        question, more = _item(data, index, document, id, brief, language)
        found.extend(more)
        if question is not None:
            questions.append(question)
    return Bank(id, title, brief, tuple(questions), Location(path), document.at("brief")), tuple(found)


def _text(data: dict[str, Data], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) else None


def _item(
    data: Data, index: int, document: Document, bank: str, brief: str | None, language: str
) -> tuple[Question | None, tuple[Finding, ...]]:
    at = ("items", index)
    if not isinstance(data, dict):
        return None, (stamp(Remark(document.at(*at), "an item must be keys and values (`id: …`)"), "wrong-value"),)
    name = _text(data, "id")
    item_type, finding = _type(data, document, at, name)
    if item_type is None:
        return None, (finding,) if finding else ()
    fields, findings = validated(item_type.Fields, data, document, at, name)
    if fields is None:
        # read what can be read, so that the checks find in this pass too what is wrong with the rest of the item
        fields, _ = validated(item_type.Fields, _mended(data, findings, document, at), document, at, name)
    if fields is None:
        return None, findings
    return _question(fields, document.within(*at), bank, brief, language), findings


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


def _mended(
    data: dict[str, Data], findings: tuple[Finding, ...], document: Document, at: tuple[str, int]
) -> dict[str, Data]:
    """The item with its misspelt keys as they were meant, and with stand-ins for what is wrong or missing otherwise."""
    wrong = {finding.where: finding for finding in findings}
    mended: dict[str, Data] = {}
    for key, value in data.items():
        misspelt = wrong.get(document.key_at(*at, key))
        if misspelt is not None and misspelt.rule == "unknown-key":
            if misspelt.suggestion is not None:
                mended.setdefault(misspelt.suggestion, value)
        elif key in _STAND_INS and document.at(*at, key) in wrong:
            mended[key] = _STAND_INS[key]
        else:
            mended[key] = value
    needed = ("kind", "difficulty", "thinking", "rationale")
    return {**{key: _STAND_INS[key] for key in needed}, **mended}


def _type(
    data: dict[str, Data], document: Document, at: tuple[str, int], name: str | None
) -> tuple[items.ItemType | None, Finding | None]:
    if "type" not in data:
        return None, stamp(Remark(document.at(*at), "`type` is missing", item=name), "missing-field")
    written = data["type"]
    if isinstance(written, str) and written in items.BY_NAME:
        return items.BY_NAME[written], None
    message = f"there is no type `{written}`; it can be {', '.join(items.BY_NAME)}"
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
