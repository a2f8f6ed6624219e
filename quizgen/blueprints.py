"""The blueprints of `questions/quizzes/`: which items a quiz takes, in which sections, for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from quizgen import items, marked_yaml
from quizgen.findings import Finding, Location
from quizgen.items.fields import Points, Tag
from quizgen.marked_yaml import Document
from quizgen.model import Audience, Difficulty, Kind, Question, Thinking
from quizgen.validation import Slug, Strict, Text, nearest_name, validated

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
    take: list[TakeFields] = Field(min_length=1)


class BlueprintFields(Strict):
    """The keys of a blueprint; its `banks` are those of every entry that names none."""

    title: Text
    audience: Audience = "study"
    banks: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    minutes: Annotated[int, Field(ge=1, le=1000)] | None = None
    forms: Annotated[int, Field(ge=1, le=26)] | None = None
    not_in: Annotated[list[Slug], _OneOrMore] = Field(default_factory=list)
    sections: list[SectionFields] = Field(min_length=1)


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
    """Which items a quiz takes; `not_in` names quizzes whose items it leaves alone, `forms` is None for the usual."""

    id: str
    title: str
    audience: Audience
    sections: tuple[Section, ...]
    where: Location
    not_in: tuple[Name, ...] = ()
    minutes: int | None = None
    forms: int | None = None

    @property
    def takes(self) -> tuple[Take, ...]:
        """What all of its sections take, in order."""
        return tuple(take for section in self.sections for take in section.takes)


def read_blueprint(text: str, id: str, path: str) -> tuple[Blueprint | None, tuple[Finding, ...]]:
    """The blueprint in a file's text, or None, with everything that is wrong with it."""
    document, findings = marked_yaml.read(text, path)
    if document is None:
        return None, findings
    fields, more = validated(BlueprintFields, document.data, document)
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
    ), findings


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
