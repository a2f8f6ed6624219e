"""The tables of items that quizgen writes as CSV, read back: lettered options, numbered entries, keys of both."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping

from quizgen import wording
from quizgen.importing import answers, told, values
from quizgen.importing.answers import Answered, Weighed
from quizgen.importing.blanks import gaps
from quizgen.importing.told import Explained
from quizgen.importing.values import Draft, UnreadableError, option
from quizgen.model import Choices, Left, Pairs, letters

COLUMNS = frozenset(("id", "stem", "options", "key", "type", "rationale"))
"""The columns by which such a table is known."""

Row = Mapping[str, str]


def draft(row: Row, place: str) -> Draft:
    """The item of a row; raises UnreadableError where its cells do not go together."""
    row = {name: _bare(cell.strip()) for name, cell in row.items()}
    shape = _SHAPES.get(row["type"])
    if shape is None:
        raise UnreadableError(f"there is no type `{row['type'][:40]}`")
    if not row["key"]:
        raise UnreadableError("a row without a key")
    answered = shape(row)
    worth, note = answers.points(row.get("points") or "1")
    levels = [row[name] for name in ("kind", "difficulty", "thinking") if row.get(name)]
    labels, tags = told.labelled([*levels, *filter(None, row.get("tags", "").split(", "))])
    return Draft(
        place=place,
        stem=answered.stem,
        asked=answered.asked,
        id=row["id"],
        rationale=row["rationale"],
        points=worth,
        tags=tags,
        labels=labels,
        told=" … ".join(row.get("quote", "").split("\n")),
        correction=_named(row.get("whys", "")).get("A", "") if row["type"] == "true-false" else "",
        notes=(*answered.notes, *note, *_beside(row)),
    )


_FORMULA = re.compile(r"'[\s\0]*[=+\-@＝＋－＠]")


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if _FORMULA.match(cell) else cell


def _beside(row: Row) -> Iterator[str]:
    """What a row says of an item that holds for it as it stood in its bank."""
    for name in ("exam_only", "allow", "source"):
        if row.get(name):
            yield f"{name} in the file: {row[name]}"


def _entries(cell: str, names: Iterator[str]) -> dict[str, str]:
    """The lines of a cell by the letter or number that each begins with; one without the next belongs to the last."""
    found: dict[str, str] = {}
    wanted, last = next(names), ""
    for line in filter(None, cell.split("\n")):
        if line.startswith(f"{wanted}. "):
            last, wanted = wanted, next(names)
            found[last] = line[len(last) + 2 :]
        elif last:
            found[last] += f"\n{line}"
    return found


def _named(cell: str) -> dict[str, str]:
    """The lines of a cell by what each begins with, in whatever order; a line that names nothing goes on."""
    found: dict[str, str] = {}
    last = ""
    for line in filter(None, cell.split("\n")):
        name = re.match(r"([A-Z]{1,2}|\d{1,3})\. ", line)
        if name:
            last = name[1]
            said = line[name.end() :]
            found[last] = f"{found[last]}\n{said}" if last in found else said
        elif last:
            found[last] += f"\n{line}"
    return found


def _letters() -> Iterator[str]:
    return letters(700)


def _numbers() -> Iterator[str]:
    return map(str, itertools.count(1))


def _choices(row: Row) -> Answered:
    options, whys, right = _entries(row["options"], _letters()), _named(row.get("whys", "")), _named(row["key"])
    if not options or not right.keys() <= options.keys():
        raise UnreadableError("the key names none of the options")
    found = tuple(option(text, name in right, whys.get(name, "")) for name, text in options.items())
    return Answered(row["stem"], Choices(found, multiple=row["type"] == "select"))


def _statement(row: Row) -> Answered:
    options, right = _entries(row["options"], _letters()), _named(row["key"])
    if len(options) != 2 or len(right) != 1:
        raise UnreadableError("true or false with other options")
    return answers.judged(row["stem"], "A" in right, "", "")


def _words(row: Row) -> Answered:
    accepted = (row["key"], *filter(None, row.get("also_right", "").split("\n")))
    return answers.words(row["stem"], [_exactly(text) for text in accepted], reverse=row["type"] == "term")


def _exactly(text: str) -> Weighed:
    return Weighed(text.replace("*", r"\*"), 100)


_WITHIN = re.compile(
    "|".join(re.escape(words.tolerance).replace(r"\{tolerance\}", r"([\d.]+)") for words in wording.ALL)
)


def _number(row: Row) -> Answered:
    figure, _, unit = row["key"].replace("\u00a0", " ").partition(" ")
    within = next(filter(None, map(_WITHIN.fullmatch, row.get("marking", "").split("\n"))), None)
    tolerance = answers.decimal(next(filter(None, within.groups()))) if within else answers.decimal("0")
    return answers.number(row["stem"], [answers.Figure(answers.decimal(figure), tolerance)], unit)


_BLANK, _NUMBERED = re.compile(r"(____)"), re.compile(r"(\(\d+\) ____)")


def _gaps(row: Row) -> Answered:
    """A text whose blanks are numbered where there are several, each hint in brackets behind its blank."""
    several = len(_entries(row["key"], _numbers())) > 1
    first = list(_entries(row["key"], _numbers()).values()) if several else [row["key"]]
    also = _named(row.get("also_right", "")) if several else {"1": row.get("also_right", "")}
    right = [(text, *filter(None, also.get(str(n), "").split("\n"))) for n, text in enumerate(first, 1)]
    stem = re.sub(r"(____) \(([^()\n]+)\)", r"\1 *(\2)*", row["stem"])
    return Answered("", gaps(stem, right, _NUMBERED if several else _BLANK))


def _pairs(row: Row) -> Answered:
    """Entries by their numbers and partners by their letters; the key joins them."""
    shown = _named(row["options"])
    entries = {name: text for name, text in shown.items() if name.isdecimal()}
    partners = {name: text for name, text in shown.items() if not name.isdecimal()}
    whys = _named(row.get("whys", ""))
    matched = []
    for name, text in entries.items():
        partner = next((n for n, said in partners.items() if f"{name}. {text} → {n}. {said}" in row["key"]), None)
        if partner is None:
            raise UnreadableError(f"the key joins entry {name} with none of the partners")
        matched.append((text, partners[partner], whys.get(name, "")))
    used = {partner for _, partner, _ in matched}
    found = values.pairs(
        [(one, other) for one, other, _ in matched], [text for text in partners.values() if text not in used]
    )
    lefts = tuple(
        Left(left.text, left.right, left.where, why or None)
        for left, (_, _, why) in zip(found.lefts, matched, strict=True)
    )
    return Answered(row["stem"], Pairs(lefts, found.rights, headings=row["type"] == "sort"))


def _steps(row: Row) -> Answered:
    return Answered(row["stem"], values.sequence(list(_entries(row["key"], _numbers()).values())))


def _essay(row: Row) -> Answered:
    rubric = told.criteria(line for line in row.get("marking", "").split("\n") if told.is_worth(line))
    return answers.essay(row["stem"], Explained("", "", row["key"], tuple(rubric)))


_SHAPES: dict[str, Callable[[Row], Answered]] = {
    "choice": _choices,
    "select": _choices,
    "true-false": _statement,
    "short": _words,
    "term": _words,
    "numeric": _number,
    "cloze": _gaps,
    "match": _pairs,
    "sort": _pairs,
    "order": _steps,
    "essay": _essay,
}
