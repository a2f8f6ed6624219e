"""The blueprints of `questions/quizzes/`: which items a quiz takes, in which sections, for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from quizgen import items, marked_yaml, stand_ins
from quizgen.documents import Data, Document
from quizgen.findings import Finding, Location
from quizgen.items.fields import Points, Tag
from quizgen.model import Audience, Difficulty, Kind, Question, Thinking
from quizgen.stand_ins import Change, Drop, Path, Put, Rename
from quizgen.validation import Fault, Slug, Strict, Text, faults, nearest_name, validated

FOLDER = "questions/quizzes"


def _listed(value: object) -> object:
    """One value stands for a list of it: `kind: fact`."""
    return [value] if isinstance(value, str) else value


def _known_type(name: str) -> str:
    if name not in items.BY_NAME:
        near = nearest_name(name, items.BY_NAME)
        meant = f". Did you mean {near}?" if near else ""
        raise ValueError(f"is `{name}`; it can be {', '.join(items.BY_NAME)}{meant}")
    return name


_OneOrMore = BeforeValidator(_listed)

# How many sections a quiz may have, and entries a section: far more than anyone prints.
_MOST = 25


class TakeFields(Strict):
    """What a section takes: items by name, or so many of those that a filter leaves, all of them where none is said."""

    count: Annotated[int, Field(ge=1, le=1000)] | None = None
    items: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    banks: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    kind: Annotated[list[Kind], _OneOrMore] = Field(default_factory=list)
    type: Annotated[list[Annotated[str, AfterValidator(_known_type)]], _OneOrMore] = Field(default_factory=list)
    difficulty: Annotated[list[Difficulty], _OneOrMore] = Field(default_factory=list)
    thinking: Annotated[list[Thinking], _OneOrMore] = Field(default_factory=list)
    tag: Annotated[list[Tag], _OneOrMore] = Field(default_factory=list)
    points: Points | None = None

    @model_validator(mode="after")
    def _named_or_drawn(self) -> TakeFields:
        if self.items and self.model_fields_set - {"items", "points"}:
            raise ValueError("takes the `items` it names, so it cannot have a count or a filter too: use two entries")
        return self


class SectionFields(Strict):
    """A part of a quiz, with a heading of its own or none."""

    title: Text | None = None
    instructions: Text | None = None
    take: list[TakeFields] = Field(min_length=1, max_length=_MOST)


class BlueprintFields(Strict):
    """The keys of a blueprint; its `banks` are those of every entry that names none."""

    title: Text
    audience: Audience = "study"
    banks: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    minutes: Annotated[int, Field(ge=1, le=1000)] | None = None
    forms: Annotated[int, Field(ge=1, le=26)] | None = None
    not_in: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    sections: list[SectionFields] = Field(min_length=1, max_length=_MOST)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items to take: of these kinds, types and so on (any where none is named), at most `sample` of them."""

    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sample: int | None = None
    thinking: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return any((*self._asked(), self.sample is not None))

    def takes(self, question: Question) -> bool:
        """Whether an item is of the kinds, types, difficulties and so on that are asked for."""
        has = ((question.kind,), (question.type,), (question.difficulty,), question.tags, (question.thinking,))
        return all(not asked or any(one in asked for one in own) for asked, own in zip(self._asked(), has, strict=True))

    def parts(self) -> tuple[str, ...]:
        """What it asks for, in words that can stand in a file's name."""
        sample = (f"{self.sample}-items",) if self.sample is not None else ()
        return (*(one for asked in self._asked() for one in asked), *sample)

    def _asked(self) -> tuple[tuple[str, ...], ...]:
        return self.kinds, self.types, self.difficulties, self.tags, self.thinking


@dataclass(frozen=True, slots=True)
class Name:
    """A bank, an item or a quiz that a blueprint names, and where it does."""

    id: str
    where: Location


@dataclass(frozen=True, slots=True)
class Take:
    """What a section takes: the `items` named, or what a filter draws from banks (of all, where none is named).

    `points` are what each is worth there, None for its own.
    """

    where: Location
    items: tuple[Name, ...] = ()
    banks: tuple[Name, ...] = ()
    wanted: Filter = Filter()
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a quiz, with its heading and instructions where it has them, and what it takes."""

    takes: tuple[Take, ...]
    title: str | None = None
    instructions: str | None = None


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Which items a quiz takes; `not_in` names quizzes whose items it leaves alone, `forms` is None for the usual.

    One that is `partial` could not be read as a whole: its entries ask for no more than the curator wrote, or for less.
    """

    id: str
    title: str
    audience: Audience
    sections: tuple[Section, ...]
    where: Location
    not_in: tuple[Name, ...] = ()
    minutes: int | None = None
    forms: int | None = None
    partial: bool = False

    @property
    def takes(self) -> tuple[Take, ...]:
        """What all of its sections take, in order."""
        return tuple(take for section in self.sections for take in section.takes)


def read_blueprint(text: str, id: str, path: str) -> tuple[Blueprint | None, tuple[Finding, ...]]:
    """The blueprint in a file's text, with everything that is wrong with it; None where nothing of it can be read."""
    document, findings = marked_yaml.read(text, path)
    if document is None:
        return None, findings
    fields, more = validated(BlueprintFields, document.data, document)
    partial = fields is None
    if fields is None:
        fields, document = _mended(document)
    if fields is None:
        return None, (*findings, *more)
    banks = _names(fields.banks, lambda *steps: document.at("banks", *steps))
    sections = tuple(_section(section, document, index, banks) for index, section in enumerate(fields.sections))
    return Blueprint(
        id=id,
        title=fields.title,
        audience=fields.audience,
        sections=sections,
        where=Location(path),
        not_in=_names(fields.not_in, lambda *steps: document.at("not_in", *steps)),
        minutes=fields.minutes,
        forms=fields.forms,
        partial=partial,
    ), (*findings, *more)


_STAND_INS: dict[str, Data] = {"title": "-", "audience": "exam", "sections": [{"take": [{}]}]}


def _mended(document: Document) -> tuple[BlueprintFields | None, Document]:
    """A blueprint that asks for all it can be read to ask for, and lets pass what cannot be read."""
    if not isinstance(document.data, dict):
        return None, document
    for whole in (False, False, True, True):  # to mend a key may uncover that its value is wrong
        found = faults(BlueprintFields, document.data)
        if not found:
            break
        changes = dict(_change(fault, whole=whole) for fault in found)
        for fault in found:
            if "banks" in fault.path:
                changes |= _uncounted(fault.path, document.data)
        document = stand_ins.changed(document, changes)
    return validated(BlueprintFields, document.data, document)[0], document


def _uncounted(path: Path, data: Data) -> dict[Path, Change]:
    """Let the entries that draw from banks in part unread ask for no number, since there may be more to draw from."""
    if "take" in path:
        return {(*path[: path.index("take") + 2], "count"): Drop()}
    sections = data["sections"] if isinstance(data.get("sections"), list) else []
    return {
        ("sections", number, "take", index, "count"): Drop()
        for number, section in enumerate(sections)
        if isinstance(section, dict) and isinstance(section.get("take"), list)
        for index in range(len(section["take"]))
    }


def _change(fault: Fault, *, whole: bool) -> tuple[Path, Change]:
    """What to do about a fault, and where: a filter that cannot be read is let pass, a name is left out of its list."""
    path = fault.path
    if fault.unknown:
        # a filter that was perhaps meant is let pass too
        sure = "take" not in path or fault.meant in ("items", "banks", "count")
        return path, Rename(fault.meant) if fault.meant and sure else Drop()
    field = str(path[0]) if path else ""
    if field in _STAND_INS and (whole or len(path) == 1):
        return (field,), Put(_STAND_INS[field])
    if "take" not in path:
        return path, Drop()
    entry = path[path.index("take") + 1 :]
    if len(entry) == 1:  # what is named and what is drawn in one entry, or no keys at all
        return path, Put({})
    if not entry:
        return path, Put([{}])
    return path if entry[1] in ("items", "banks") else path[: path.index("take") + 3], Drop()


def _section(fields: SectionFields, document: Document, index: int, banks: tuple[Name, ...]) -> Section:
    takes = tuple(
        _take(take, document.within("sections", index, "take", number), banks)
        for number, take in enumerate(fields.take)
    )
    return Section(takes, fields.title, fields.instructions)


def _take(fields: TakeFields, written: Document, banks: tuple[Name, ...]) -> Take:
    return Take(
        where=written.at("count") if fields.count is not None else written.at(),
        items=_names(fields.items, lambda *steps: written.at("items", *steps)),
        banks=_names(fields.banks, lambda *steps: written.at("banks", *steps)) or (() if fields.items else banks),
        wanted=Filter(
            kinds=tuple(fields.kind),
            types=tuple(fields.type),
            difficulties=tuple(fields.difficulty),
            tags=tuple(fields.tag),
            sample=fields.count,
            thinking=tuple(fields.thinking),
        ),
        points=fields.points,
    )


def _names(ids: list[str], at: Callable[..., Any]) -> tuple[Name, ...]:
    return tuple(Name(id, at(index)) for index, id in enumerate(ids))
