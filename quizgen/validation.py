"""What pydantic finds wrong with a curator's data, said in the curator's words at the line where it stands."""

from __future__ import annotations

import datetime
import functools
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

# plugins of pydantic's are for other programs, and to look for some takes a fiftieth of a second
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails
from rapidfuzz import process

from quizgen.documents import Data, Document, Step
from quizgen.findings import Finding, Remark, short, stamp
from quizgen.text import folding

LONGEST_TEXT = 20_000
"""The longest text of one field, in code points: an essay's model answer has about 1,000."""


class Strict(BaseModel):
    """A mapping that a curator writes: unknown keys are findings, and what was read does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str):
        raise ValueError(f"must be true or false, not `{value}`")
    return value


def _date(value: object) -> object:
    # pydantic would take a bare `2020` for seconds since 1970
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f"must be a date such as 2026-03-17, not {_what(value)}")


# An editor reads `answer: 1964` as a number; here it is text, so the schema lets it.
_SCALAR_SCHEMA = {"type": ["string", "number", "boolean"]}

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT),
    WithJsonSchema(_SCALAR_SCHEMA),
]
Flag = Annotated[bool, BeforeValidator(_flag)]
Date = Annotated[datetime.date, BeforeValidator(_date)]

_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
_LONGEST_SLUG = 80
SLUG_ADVICE = "write small letters a to z, figures and single hyphens, such as `storm-fund`"
Slug = Annotated[str, StringConstraints(strip_whitespace=True, pattern=f"^{_SLUG}$", max_length=_LONGEST_SLUG)]


def is_slug(text: str) -> bool:
    """Whether a text can be an id, and so the name of a file."""
    return len(text) <= _LONGEST_SLUG and re.fullmatch(_SLUG, text) is not None


def as_slug(text: str) -> str:
    """A text made into an id: `Señal de alarma!` becomes `senal-de-alarma`; empty where no letter or figure is left."""
    return re.sub(r"[^a-z0-9]+", "-", folding.letters(text))[:_LONGEST_SLUG].strip("-")


ModelT = TypeVar("ModelT", bound=BaseModel)


def validated(
    model: type[ModelT], data: Data, document: Document, at: tuple[Step, ...] = (), item: str | None = None
) -> tuple[ModelT | None, tuple[Finding, ...]]:
    """The model read from the data at a path of a document, or None and every finding about it in one pass."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
    meant = {_path(detail): _meant(_path(detail), model) for detail in details if detail["type"] == "extra_forbidden"}
    replaced = {(*path[:-1], name) for path, name in meant.items()}
    return None, tuple(
        _finding(detail, meant, document, at, item)
        for detail in details
        # a misspelt key is one mistake, not a key too many and one too few
        if not (detail["type"] == "missing" and _path(detail) in replaced)
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in data at which a model cannot read it; `meant` is the key that an unknown one was to be."""

    path: tuple[Step, ...]
    unknown: bool
    meant: str | None


def faults(model: type[BaseModel], data: Data) -> tuple[Fault, ...]:
    """Every place at which data cannot be read by a model."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return ()
    found = []
    for detail in details:
        path, unknown = _path(detail), detail["type"] == "extra_forbidden"
        found.append(Fault(path, unknown, _meant(path, model) if unknown else None))
    return tuple(found)


def _path(detail: ErrorDetails) -> tuple[Step, ...]:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _meant(path: tuple[Step, ...], model: type[BaseModel]) -> str | None:
    """The key that an unknown one was most likely meant to be."""
    return nearest_name(str(path[-1]), _known_keys(model, path[:-1]))


def _finding(
    detail: ErrorDetails,
    meant: Mapping[tuple[Step, ...], str | None],
    document: Document,
    at: tuple[Step, ...],
    item: str | None,
) -> Finding:
    path = _path(detail)
    name = str(path[-1]) if path else ""
    if detail["type"] == "extra_forbidden":
        suggestion = meant[path]
        message = f"there is no key `{short(name)}` here"
        return stamp(Remark(document.key_at(*at, *path), message, suggestion, item), "unknown-key")
    where = document.at(*at, *path)
    if detail["type"] == "missing":
        return stamp(Remark(where, f"`{name}` is missing", item=item), "missing-field")
    subject = f"`{_field_name(path)}` " if path else ""
    return stamp(Remark(where, subject + _complaint(detail), item=item), "wrong-value")


def _field_name(path: tuple[Step, ...]) -> str:
    """The path of a value as a curator would say it: `distractors 2 text`, counted from 1."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _complaint(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    value = detail["input"]
    if value == "":
        return "is empty: fill it in, or delete the line"
    said = _COMPLAINTS.get(detail["type"])
    if said is None:
        return f"is not right: {detail['msg'].lower()}"
    return said(value, context)


def _what(value: object) -> str:
    if isinstance(value, Mapping):
        return "keys and values"
    return "a list" if isinstance(value, list) else f"`{short(str(value))}`"


def _expected(context: Mapping[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def _one_of(value: object, context: Mapping[str, Any]) -> str:
    names = _expected(context)
    near = nearest_name(str(value), names)
    return f"is {_what(value)}; it can be {', '.join(names)}" + (f". Did you mean {near}?" if near else "")


def _pattern(value: object, context: Mapping[str, Any]) -> str:
    return f"is {_what(value)}: {SLUG_ADVICE}"


_COMPLAINTS: dict[str, Callable[[object, Mapping[str, Any]], str]] = {
    "string_type": lambda value, _: f"must be text, not {_what(value)}",
    "string_too_short": lambda value, _: "is empty: fill it in, or delete the line",
    "string_too_long": lambda value, context: f"is longer than {context['max_length']:,} characters: shorten it",
    "string_pattern_mismatch": _pattern,
    "list_type": lambda value, _: f"must be a list (lines that begin with `- `), not {_what(value)}",
    "tuple_type": lambda value, _: f"must be a list (lines that begin with `- `), not {_what(value)}",
    "dict_type": lambda value, _: f"must be keys and values (`name: text`), not {_what(value)}",
    "model_type": lambda value, _: f"must be keys and values (`name: text`), not {_what(value)}",
    "model_attributes_type": lambda value, _: f"must be keys and values (`name: text`), not {_what(value)}",
    "too_short": lambda value, context: f"needs at least {context['min_length']}",
    "too_long": lambda value, context: f"has more than {context['max_length']:,}",
    "literal_error": _one_of,
    "value_error": lambda value, context: str(context.get("error", "")),
    "int_parsing": lambda value, _: f"must be a whole number, not {_what(value)}",
    "int_type": lambda value, _: f"must be a whole number, not {_what(value)}",
    "float_parsing": lambda value, _: f"must be a number, not {_what(value)}",
    "float_type": lambda value, _: f"must be a number, not {_what(value)}",
    "finite_number": lambda value, _: f"must be a number, not {_what(value)}",
    "greater_than": lambda value, context: f"is {_what(value)}; it must be more than {context['gt']:g}",
    "greater_than_equal": lambda value, context: f"is {_what(value)}; it must be at least {context['ge']:g}",
    "less_than_equal": lambda value, context: f"is {_what(value)}; it must be at most {context['le']:g}",
}


@functools.cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _known_keys(model: type[BaseModel], path: tuple[Step, ...]) -> list[str]:
    """The keys that the mapping at a path of a model may have."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})
    here: dict[str, Any] = schema
    for step in path:
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
        for branch in here.get("anyOf", [here]):
            if "$ref" in branch:
                here = definitions[branch["$ref"].rsplit("/", 1)[-1]]
    return list(here.get("properties", {}))


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """The one of some names that a misspelt one was most likely meant to be, or None."""
    match = process.extractOne(name, list(names), score_cutoff=60)
    return match[0] if match else None
