"""GIFT: the text format of Moodle, read by the rules of its importer, and of those who write it by hand.

A blank line ends a question. `//` begins a comment, in which `[id:…]` and `[tag:…]` are kept; `$CATEGORY:` a category;
`::…::` a name; `[html]`, `[markdown]`, `[plain]` or `[moodle]` says how a text is written. The answers stand between
the first braces; text behind them makes what stands between a word that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.importing import gift_answers, told
from quizgen.importing.gift_answers import Parts
from quizgen.importing.gift_text import decoded, formatted, hidden
from quizgen.importing.prose import Texts
from quizgen.importing.values import Draft, Reading, Unread, UnreadableError, bounded


@dataclass(slots=True)
class _Block:
    """The lines of a question: its first line, its text and the comments on it, each sign with a backslash hidden."""

    line: int
    text: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"line {self.line}"


def read(text: str) -> Reading:
    """Every question of a file."""
    drafts: list[Draft] = []
    unread: list[Unread] = []
    title = ""
    for block in bounded(_blocks(text)):
        said = "\n".join(block.text).strip()
        try:
            if said.startswith("$CATEGORY:"):
                title = title or _last_name(said)
            else:
                drafts.append(_question(hidden(said), block))
        except UnreadableError as error:
            unread.append(Unread(block.place, str(error)))
    return Reading(tuple(drafts), tuple(unread), title)


def _blocks(text: str) -> Iterator[_Block]:
    """What stands between blank lines; a category is a line of its own even where none is blank behind it."""
    block = _Block(0)
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        ended = not stripped or (block.text and block.text[0].startswith("$CATEGORY:"))
        if ended and block.text:
            yield block
            block = _Block(0)
        if stripped.startswith("//"):
            block.comments.append(stripped)
        elif stripped:
            block.line = block.line or number
            block.text.append(line.rstrip())
    if block.text:
        yield block


def _last_name(said: str) -> str:
    path = said.removeprefix("$CATEGORY:").strip().replace("//", "\0")
    name = Texts().plain(path.rpartition("/")[2].replace("\0", "/"))
    return "" if name.startswith("$") or name.lower() in ("top", "default") else name


_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_TAG = re.compile(r"\[tag:([^\]<>`]+)\]")
_ID = re.compile(r"\[id:([^\]]+)\]")


def _question(said: str, block: _Block) -> Draft:
    name = _NAME.match(said)
    texts = Texts()
    title = texts.plain(decoded(name[1]), "plain") if name else ""
    body = said[name.end() :] if name else said
    before, between, behind = _parted(body)
    form = formatted(before)[1]
    answers, mark, general = between.rpartition("####")
    parts = Parts(answers.strip() if mark else between.strip(), form, texts)
    general_text, general_form = formatted(general if mark else "", form)
    stem_before = texts.prose(*formatted(before))
    stem_behind = texts.prose(decoded(behind).strip(), form) if behind.strip() else ""
    explained = told.parted(texts.prose(general_text, general_form))
    answered = gift_answers.read(parts, stem_before, stem_behind, explained)
    rationale = "\n".join(dict.fromkeys(filter(None, (explained.rationale, answered.why))))
    comments = "\n".join(block.comments)
    labels, tags = told.labelled(_TAG.findall(comments))
    own = _ID.search(comments)
    return Draft(
        place=block.place,
        stem=answered.stem,
        asked=answered.asked,
        id=own[1].strip() if own else "",
        title=title,
        rationale=rationale,
        tags=tags,
        labels=labels,
        told=explained.evidence,
        correction=explained.correction,
        notes=(*_remarks(block.comments), *answered.notes),
        lost=tuple(texts.lost),
    )


def _remarks(comments: list[str]) -> Iterator[str]:
    """What comments say besides ids and tags."""
    for comment in comments:
        said = _ID.sub("", _TAG.sub("", comment)).strip("/ \t")
        if said:
            yield said


def _parted(body: str) -> tuple[str, str, str]:
    """The text of a question before its braces, what stands between them, and behind them."""
    start, end = body.find("{"), body.find("}")
    if start == end == -1:
        raise UnreadableError(f"“{_short(body)}” is a text without an answer, and no question")
    if start == -1 or end < start:
        raise UnreadableError("a brace is missing: the answers stand between `{` and `}`; one meant as text is `\\{`")
    if re.search(r"[{}]", body[end + 1 :]) or "{" in body[start + 1 : end]:
        raise UnreadableError("there are more braces than one pair: a question has one; one meant as text is `\\{`")
    return body[:start], body[start + 1 : end], body[end + 1 :]


def _short(body: str) -> str:
    text = " ".join(decoded(body).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
