"""Spreadsheets saved as CSV: a row a question, its columns known by the names at their head, in English or Spanish.

Enough are `question` and `answer`; with `distractors` (parted by `|`, by `;` or by lines, or a column each: `wrong 1`,
`distractor 2`) it is a choice. A sheet with columns of its own for options, `A` to `F`, names the right one by its
letter. The columns of our own files are known by the names of an item's fields.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from quizgen import wording
from quizgen.importing import answers, item_rows, told
from quizgen.importing.answers import Answered, Weighed
from quizgen.importing.prose import Texts
from quizgen.importing.told import Explained
from quizgen.importing.values import Draft, Judged, Reading, Unread, UnreadableError, bounded, option, sequence
from quizgen.model import Blank, Choices, Gaps, Left, Pairs
from quizgen.text import folding

_COLUMNS = {
    "id": "id idnumber identifier",
    "type": "type tipo question-type",
    "kind": "kind clase",
    "stem": "stem question text prompt pregunta enunciado statement definition question-text front",
    "answer": (
        "answer key correct correct-answer correct-answers right respuesta correcta correct-option answers term back"
    ),
    "distractors": "distractors wrong incorrect wrong-answers incorrect-answers distractores incorrectas",
    "accept": "accept accepted also-right accepted-answers",
    "rationale": "rationale explanation feedback why explicacion justificacion",
    "whys": "reasons whys",
    "difficulty": "difficulty dificultad",
    "thinking": "thinking bloom",
    "tags": "tags tag etiquetas",
    "points": "points point puntos marks",
    "unit": "unit unidad",
    "tolerance": "tolerance tolerancia margin",
    "correction": "correction correccion",
    "quote": "quote evidence cita",
}
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names.split()}
_OPTION = re.compile(r"(?:option|choice|answer|opcion)?-?([a-h]|[1-8])")
_WRONG = re.compile(r"(?:wrong|distractor|incorrect|incorrect-answer|wrong-answer)-?\d+")
_WHY_OF = re.compile(r"(?:why|feedback)-(?:(?:wrong|distractor|incorrect)-?)?(\d+)")


def read(text: str) -> Reading:
    """Every row of a sheet; raises UnreadableError where its head names no question."""
    below = _rows(text)
    line, head = next(below, (1, []))
    if not head:
        raise UnreadableError("the sheet is empty")
    rows = list(bounded(below))
    ours = [name.strip() for name in head]
    if set(ours) >= item_rows.COLUMNS:
        return _table(ours, rows)
    names = [_column(name) for name in head]
    if "stem" not in names:
        said = ", ".join(filter(None, head))[:80]
        raise UnreadableError(f"line {line}: the head of the sheet names no column `question`: it says {said}")
    unknown = [name.strip() for name, column in zip(head, names, strict=True) if not column and name.strip()]
    drafts: list[Draft] = []
    unread = [Unread(f"line {line}", f"the column `{name[:40]}` is not read") for name in unknown]
    for number, cells in rows:
        try:
            if len([cell for cell in cells[len(names) :] if cell.strip()]):
                raise UnreadableError("the row has more cells than the head has names")
            drafts.append(_row(dict(_cells(names, cells)), f"line {number}"))
        except UnreadableError as error:
            unread.append(Unread(f"line {number}", str(error)))
    return Reading(tuple(drafts), tuple(unread))


def _table(names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Reading:
    """A table that quizgen wrote."""
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for number, cells in rows:
        row = {**dict.fromkeys(item_rows.COLUMNS, ""), **dict(zip(names, cells, strict=False))}
        try:
            drafts.append(item_rows.draft(row, f"line {number}"))
        except UnreadableError as error:
            unread.append(Unread(f"line {number}", str(error)))
    return Reading(tuple(drafts), tuple(unread))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, each with the line it begins in; parted by what parts the head."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(f"line {line}: this is no CSV: {error}") from error


def _column(name: str) -> str:
    """The field that a name at the head stands for: an option's by its number, a wrong one's as it is counted."""
    plain = re.sub(r"[^a-z0-9]+", "-", folding.letters(name)).strip("-")
    if plain in _NAMES:
        return _NAMES[plain]
    if _WRONG.fullmatch(plain):
        return f"wrong-{re.findall(r'[0-9]+', plain)[0]}"
    if why := _WHY_OF.fullmatch(plain):
        return f"why-{why[1]}"
    if letter := _OPTION.fullmatch(plain):
        place = letter[1]
        return f"option-{place if place.isdecimal() else 'abcdefgh'.index(place) + 1}"
    return ""


def _cells(names: Sequence[str], cells: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, cell.strip()) for name, cell in zip(names, cells, strict=False) if name and cell.strip()]


def _row(cells: Mapping[str, str], place: str) -> Draft:
    texts = Texts()
    stem = texts.prose(cells.get("stem", ""), "markdown")
    answered = _answered(cells, stem, texts)
    worth, note = answers.points(cells.get("points", "1"))
    said = [
        *_parted(cells.get("tags", ""), ",;|\n"),
        cells.get("kind", ""),
        cells.get("difficulty", ""),
        cells.get("thinking", ""),
    ]
    labels, tags = told.labelled([tag for tag in said if tag])
    return Draft(
        place=place,
        stem=answered.stem,
        asked=answered.asked,
        id=cells.get("id", ""),
        rationale=texts.prose(cells.get("rationale", ""), "markdown"),
        points=worth,
        tags=tags,
        labels=labels,
        told=cells.get("quote", ""),
        notes=(*answered.notes, *note),
        lost=tuple(texts.lost),
    )


def _parted(said: str, signs: str) -> list[str]:
    """What a cell lists, parted by the first of these signs that it has."""
    sign = next((sign for sign in signs if sign in said), None)
    return [part.strip() for part in said.split(sign) if part.strip()] if said and sign else [said] if said else []


_LISTED = "\n|;"


def _answered(cells: Mapping[str, str], stem: str, texts: Texts) -> Answered:
    """The answer by the type that the row says, else by what cells it fills."""
    type = re.sub(r"[^a-z]+", "-", cells.get("type", "").lower()).strip("-")
    options = {name: texts.prose(cell, "markdown") for name, cell in cells.items() if name.startswith("option-")}
    wrong = [
        *_parted(cells.get("distractors", ""), _LISTED),
        *(cells[name] for name in cells if name.startswith("wrong-")),
    ]
    answer = cells.get("answer", "")
    if type == "essay" or (not type and not answer and not options):
        return answers.essay(stem, Explained("", "", answer))
    if not answer:
        raise UnreadableError("a row without an answer")
    if options:
        return _lettered(stem, options, answer)
    if type in _SHAPES:
        return _SHAPES[type](cells, stem, answer)
    if type and type not in ("choice", "select", "short", "multiple-choice", "short-answer", "mc"):
        raise UnreadableError(f"the type `{type}` is not read from a sheet")
    if wrong:
        return _choice(stem, answer, wrong, cells, texts, several=type == "select")
    if not type and _truth(answer) is not None:
        return _judged(cells, stem, answer)
    accepted = [answer, *_parted(cells.get("accept", ""), _LISTED)]
    return answers.words(stem, [Weighed(texts.plain(one, "plain").replace("*", r"\*"), 100) for one in accepted])


def _lettered(stem: str, options: Mapping[str, str], answer: str) -> Answered:
    """Options in columns of their own, the right ones named by letter, by number, or by their text."""
    names = {name.removeprefix("option-"): text for name, text in options.items()}
    right = set()
    for part in _parted(answer, ",;|") or [answer]:
        place = str("abcdefgh".index(part.lower()) + 1) if re.fullmatch("[a-hA-H]", part) else part
        same = [name for name, text in names.items() if name == place or folding.words(text) == folding.words(part)]
        if not same:
            raise UnreadableError(f"the answer “{part[:40]}” is none of the options")
        right.add(same[0])
    found = [Weighed(text, 100 if name in right else 0) for name, text in names.items()]
    return answers.choices(stem, found, multiple=len(right) > 1)


def _choice(
    stem: str, answer: str, wrong: Sequence[str], cells: Mapping[str, str], texts: Texts, *, several: bool
) -> Answered:
    right = _parted(answer, _LISTED) if several else [answer]
    listed = _parted(cells.get("whys", ""), _LISTED)
    whys = [
        cells.get(f"why-{place}", listed[place - 1] if place <= len(listed) else "")
        for place in range(1, len(wrong) + 1)
    ]
    prose = [
        (texts.prose(text, "markdown"), texts.prose(why, "markdown")) for text, why in zip(wrong, whys, strict=True)
    ]
    options = [
        *(option(texts.prose(text, "markdown"), True) for text in right),
        *(option(text, False, why) for text, why in prose),
    ]
    return Answered(stem, Choices(tuple(options), multiple=several))


def _truth(said: str) -> bool | None:
    for words in wording.ALL:
        if said.casefold() in (words.true.casefold(), words.false.casefold()):
            return said.casefold() == words.true.casefold()
    return {"t": True, "f": False, "v": True}.get(said.casefold())


def _judged(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    truth = _truth(answer)
    if truth is None:
        raise UnreadableError(f"“{answer[:40]}” is neither true nor false")
    return Answered(stem, Judged(truth, wrong=cells.get("correction", "")))


def _numeric(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    figure = answers.figure(answer)
    tolerance = answers.decimal(cells["tolerance"]) if "tolerance" in cells else figure.tolerance
    return answers.number(stem, [answers.Figure(figure.value, abs(tolerance))], cells.get("unit", ""))


def _cloze(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    """A text with its blanks in double braces, as in a bank."""
    pieces = re.split(r"\{\{([^{}]+)\}\}", stem)
    if len(pieces) < 3:
        raise UnreadableError("a cloze without a blank in double braces")
    parts: list[str | Blank] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            said, _, hint = piece.partition("::")
            parts.append(Blank(tuple(one.strip() for one in said.split("|")), hint.strip() or None))
        elif piece:
            parts.append(piece)
    return Answered("", Gaps(tuple(parts)))


_ARROW = re.compile(r"\s*(?:->|→|=)\s*")


def _match(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    matched = [_ARROW.split(pair, maxsplit=1) for pair in _parted(answer, _LISTED)]
    if any(len(pair) != 2 for pair in matched):
        raise UnreadableError("a pair without `->` between its sides")
    return answers.pairs(
        stem, [(left, right, "") for left, right in matched], _parted(cells.get("distractors", ""), _LISTED)
    )


def _sort(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    found = _match(cells, stem, answer).asked
    assert isinstance(found, Pairs)
    lefts = tuple(Left(left.text, left.right, left.where) for left in found.lefts)
    return Answered(stem, Pairs(lefts, found.rights, headings=True))


def _order(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    return Answered(stem, sequence([re.sub(r"^\d+[.)]\s+", "", step) for step in _parted(answer, _LISTED)]))


def _term(cells: Mapping[str, str], stem: str, answer: str) -> Answered:
    accepted = [answer, *_parted(cells.get("accept", ""), _LISTED)]
    return answers.words(stem, [Weighed(one, 100) for one in accepted], reverse=True)


_SHAPES = {
    "true-false": _judged,
    "numeric": _numeric,
    "numerical": _numeric,
    "cloze": _cloze,
    "match": _match,
    "matching": _match,
    "sort": _sort,
    "order": _order,
    "ordering": _order,
    "term": _term,
}
