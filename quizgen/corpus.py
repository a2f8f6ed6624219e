"""The briefs of `corpus/`: front matter and passages, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from quizgen import marked_yaml
from quizgen.documents import Document
from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.model import Brief, Passage
from quizgen.validation import Date, Strict, Text, validated


class FrontMatter(Strict):
    """What stands between the two `---` lines of a brief."""

    title: Text
    authors: list[Text] = Field(min_length=1)
    publisher: Text
    language: Literal["en", "es"]
    text: Literal["full", "restated"]
    published: Date | None = None
    url: Text | None = Field(default=None, pattern=r"^https?://[^\s<>\"]+$")
    note: Text | None = None
    aliases: dict[str, list[Text]] = Field(default_factory=dict)
    no_items: dict[str, Text] = Field(default_factory=dict)
    allow: dict[str, dict[str, Text]] = Field(default_factory=dict)


def read_brief(text: str, id: str, path: str) -> tuple[Brief | None, tuple[Finding, ...]]:
    """The brief in a file's text, or None, with everything that is wrong with it."""
    lines = text.split("\n")
    end = _end_of_front_matter(lines)
    if end is None:
        message = "a brief begins with front matter between two lines of `---`: see `quizgen explain brief-layout`"
        return None, (stamp(Remark(Location(path), message), "brief-layout"),)
    document, findings = marked_yaml.read("\n".join(lines[1:end]), path, first_line=1)
    passages, more = _passages(lines, end + 1, path)
    findings = (*findings, *more)
    if document is None:
        return None, findings
    front, more = validated(FrontMatter, document.data, document)
    findings = (*findings, *more)
    if front is None or not passages:
        return None, findings
    return _brief(front, id, passages, document), findings


def _brief(front: FrontMatter, id: str, passages: tuple[Passage, ...], document: Document) -> Brief:
    return Brief(
        id=id,
        title=front.title,
        authors=tuple(front.authors),
        publisher=front.publisher,
        language=front.language,
        restated=front.text == "restated",
        passages=passages,
        where=Location(document.path),
        published=front.published,
        url=front.url,
        note=front.note,
        aliases={name: tuple(others) for name, others in front.aliases.items()},
        no_items=front.no_items,
        allow=front.allow,
        no_items_where={passage: document.key_at("no_items", passage) for passage in front.no_items},
        allow_where={rule: document.key_at("allow", rule) for rule in front.allow},
    )


def _end_of_front_matter(lines: list[str]) -> int | None:
    """The index of the line that ends the front matter."""
    if lines[0].rstrip() != "---":
        return None
    return next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that stand together, with the index of the first."""

    first: int
    lines: tuple[str, ...]


_LIST_MARK = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")


def _passages(lines: list[str], start: int, path: str) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """The paragraphs and list entries of a brief, numbered in order."""
    passages: list[Passage] = []
    findings = []
    for block in _blocks(lines, start):
        first = block.lines[0]
        where = Location(path, block.first + 1, len(first) - len(first.lstrip()) + 1)
        if re.match(r"\s*(#{1,6}\s|-{3,}\s*$|```|\|)", first):
            message = "a brief holds paragraphs and list entries alone: no headings, rules, tables or code"
            findings.append(stamp(Remark(where, message), "brief-layout"))
            continue
        text, places = _joined(block, path)
        passages.append(Passage(f"p{len(passages) + 1}", text, where, places))
    if not passages:
        message = "the brief has no passage: write its paragraphs below the front matter, parted by blank lines"
        findings.append(stamp(Remark(Location(path, start), message), "brief-layout"))
    return tuple(passages), tuple(findings)


def _joined(block: _Block, path: str) -> tuple[str, tuple[tuple[int, Location], ...]]:
    """The lines of a passage as one, without the mark of a list entry, and where each of them begins in it."""
    text = ""
    places = []
    for index, line in enumerate(block.lines):
        written = line.strip()
        if index == 0:
            written = _LIST_MARK.sub("", written)
        text += " " if text else ""
        column = line.index(written) + 1
        places.append((len(text), Location(path, block.first + index + 1, column)))
        text += " ".join(written.split())
    return text, tuple(places)


def _blocks(lines: list[str], start: int) -> Iterator[_Block]:
    """Runs of lines without a blank one; in a list each entry is a run of its own."""
    first = start
    run: list[str] = []
    for index, line in enumerate([*lines[start:], ""], start):
        in_list = bool(run) and _LIST_MARK.match(run[0].lstrip()) is not None
        begins_entry = in_list and _LIST_MARK.match(line.lstrip()) is not None
        if run and (not line.strip() or begins_entry):
            yield _Block(first, tuple(run))
            run = []
        if line.strip():
            if not run:
                first = index
            run.append(line)
