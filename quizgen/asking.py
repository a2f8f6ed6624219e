"""What a command line asks for, as values; what is wrong with it, in words that name what would be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizgen.releases import EARLIEST, LATEST

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.blueprints import Filter
    from quizgen.building import Request
    from quizgen.course import Course
    from quizgen.importing.bank import Into
    from quizgen.model import Printing
    from quizgen.selecting import Selection


class WrongUsageError(Exception):
    """A command line asks for something that there is not; the message says what there is."""


def request(formats: Collection[str], asked: Mapping[str, Any], time: int | None) -> Request:
    """What `build` is asked for."""
    from quizgen.building import Request
    from quizgen.validation import SLUG_ADVICE, is_slug

    name = asked["name"]
    if name is not None and not is_slug(name):
        raise WrongUsageError(f"--name {name}: {SLUG_ADVICE}")
    if asked["quizzes"] and (name is not None or wanted(asked)):
        raise WrongUsageError("--quiz builds a quiz as its blueprint has it: leave out the filters, --items and --name")
    return Request(
        formats=tuple(dict.fromkeys(formats)),
        time=time,
        banks=asked["banks"] or None,
        quizzes=asked["quizzes"] or None,
        wanted=wanted(asked),
        name=name,
        forms=asked["forms"],
        seed=asked["seed"],
        paper=asked["paper"],
        printing=printing(formats, asked),
    )


def no_sources_there(output: Path, course: Course) -> None:
    """Complain of an output folder within those of the course, where files would be taken for its own."""
    for name in ("corpus", "questions"):
        if output.resolve().is_relative_to((course.root / name).resolve()):
            raise WrongUsageError(f"--output {output}: that is within `{name}`, which is read: name another folder")


_OF_ONE_FORMAT = (
    ("variants", "--variant is of papers", "pdf"),
    ("copies", "--copies are of papers", "pdf"),
    ("answer_sheet", "--answer-sheet goes with the papers", "pdf"),
    ("flip", "--flip is of cards", "cards"),
)
"""Options that mean something to one format alone: what they are of, and the format."""


def printing(formats: Collection[str], asked: Mapping[str, Any]) -> Printing:
    """What is to be printed besides a paper of each form."""
    from quizgen.model import Printing

    for name, of, alone in _OF_ONE_FORMAT:
        if asked[name] and alone not in formats:
            raise WrongUsageError(f"{of}: name `{alone}` among the formats")
    return Printing(
        variants=tuple(dict.fromkeys(asked["variants"])),
        copies=asked["copies"] or 0,
        flip=asked["flip"] or "long-edge",
        answer_sheet=asked["answer_sheet"],
    )


def wanted(asked: Mapping[str, Any]) -> Filter:
    """Which items are asked for."""
    from quizgen import items
    from quizgen.blueprints import Filter

    for name in asked["types"]:
        if name not in items.BY_NAME:
            raise WrongUsageError(f"--type {name}: there is no such type; it can be {', '.join(items.BY_NAME)}")
    return Filter(asked["kinds"], asked["types"], asked["difficulties"], asked["tags"], asked.get("sample"))


def moment(source_date_epoch: str | None) -> int | None:
    """The moment that `SOURCE_DATE_EPOCH` takes for now; None where it is not set."""
    if source_date_epoch is None:
        return None
    if not source_date_epoch.isdecimal() or not EARLIEST <= int(source_date_epoch) <= LATEST:
        message = f"SOURCE_DATE_EPOCH is `{source_date_epoch}`: it must be seconds since 1970, from 1980 to 2100"
        raise WrongUsageError(message)
    return int(source_date_epoch)


def known_banks(ids: Collection[str], course: Course) -> None:
    """Refuse a bank that the course does not have."""
    for id in ids:
        if id not in course.bank_ids:
            raise WrongUsageError(f"--bank {id}: there is no bank of that id{meant(id, course.bank_ids)}")


def known_quizzes(ids: Collection[str], course: Course) -> None:
    """Refuse a quiz that the course does not have."""
    for id in ids:
        if id in course.bank_ids:
            raise WrongUsageError(f"--quiz {id}: that is a bank: --bank {id}")
        if id not in course.quiz_ids:
            raise WrongUsageError(f"--quiz {id}: there is no quiz of that id{meant(id, course.quiz_ids)}")


def known_items(ids: Collection[str], course: Course) -> None:
    """Refuse an item that the course does not have, or no longer asks."""
    current = [question.id for question in course.current]
    for id in ids:
        if id not in current:
            raise WrongUsageError(f"there is no item `{id}` that is asked{meant(id, current)}")


def free_name(asked: Request, course: Course) -> None:
    """Refuse a name under which a filtered quiz would pass for a whole bank, a quiz, or for the course."""
    from quizgen.building import quiz_name
    from quizgen.files import RESERVED

    if not asked.filtered:
        return
    name = quiz_name(course, asked)
    if name in RESERVED:
        raise WrongUsageError(f"--name {name}: files about the whole course are called that; choose another")
    if name in (*course.bank_ids, *course.quiz_ids):
        raise WrongUsageError(f"--name {name}: a bank or a quiz has that id; give what you pick another name")


def new_bank(name: str | None, file: str, course: Course) -> str:
    """The id of a bank that is to be made; refuse one that cannot be, or that is taken."""
    from quizgen.files import is_free_name
    from quizgen.validation import SLUG_ADVICE, as_slug

    id = as_slug(file.partition(".")[0]) if name is None else name
    if not is_free_name(id):
        given = "the name of the file makes no id" if name is None else f"--name {name}"
        raise WrongUsageError(f"{given}: {SLUG_ADVICE}{'' if name else '; give one by --name'}")
    if id in (*course.bank_ids, *course.quiz_ids) or (course.root / "questions" / f"{id}.yaml").exists():
        raise WrongUsageError(f"there is a bank or a quiz `{id}` already, and nothing is written over: --name another")
    return id


def into(id: str, brief: str | None, course: Course) -> Into:
    """Where questions that are imported go: into a bank on one brief, or on any of the course's."""
    from quizgen.importing.bank import Into

    if brief is not None and course.brief(brief) is None:
        raise WrongUsageError(f"--brief {brief}: there is no brief of that id{meant(brief, course.brief_ids)}")
    briefs = tuple(each for each in course.briefs if brief in (None, each.id))
    taken = frozenset((*course.ids, *course.released.items))
    return Into(id.replace("-", " ").capitalize(), briefs, taken, course.settings.language)


def selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Which rules `check` is asked to speak of; names may be parted by commas."""
    from quizgen import checks
    from quizgen.selecting import Selection

    only, without = (tuple(dict.fromkeys(_names(given))) for given in (select, ignore))
    known = checks.rule_names()
    for option, names in (("--select", only), ("--ignore", without)):
        for name in names:
            if name not in known:
                raise WrongUsageError(f"{option} {name}: there is no such rule{meant(name, known)}")
            if option == "--ignore" and name not in checks.SWITCHABLE:
                raise WrongUsageError(f"--ignore {name}: what cannot be read cannot be checked; mend it first")
    return Selection(only, without)


def _names(given: Iterable[str]) -> Iterator[str]:
    for names in given:
        yield from filter(None, (name.strip() for name in names.split(",")))


def meant(name: str, names: Iterable[str]) -> str:
    """The end of a complaint that suggests the name that was meant; empty where none is near."""
    from quizgen.validation import nearest_name

    near = nearest_name(name, names)
    return f"; did you mean `{near}`?" if near else ""
