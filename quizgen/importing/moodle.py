"""Moodle XML: the questions of a question bank, with their points, tags, ID numbers and feedback.

A category is no question: its name becomes the title of the bank. Types that an item cannot be, such as `calculated`,
are listed with their name and their line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizgen.importing import answers, cloze_codes, told
from quizgen.importing.answers import Answered, Figure, Weighed
from quizgen.importing.prose import Texts, cleaned
from quizgen.importing.told import Explained
from quizgen.importing.values import Draft, Reading, Unread, UnreadableError, bounded, sequence
from quizgen.importing.xml import Node

_FORMS = {"html": "html", "moodle_auto_format": "auto", "plain_text": "plain", "markdown": "markdown"}


def read(root: Node) -> Reading:
    """Every question of a file, given its root, which is called `quiz`."""
    drafts: list[Draft] = []
    unread: list[Unread] = []
    title = ""
    for number, node in enumerate(bounded(root.all("question")), 1):
        if node.get("type") == "category":
            title = title or _category(node)
            continue
        place = f"question {number} (line {node.line})"
        try:
            drafts.append(_question(node, place))
        except UnreadableError as error:
            name = cleaned(node.text("name", "text"))[:60]
            unread.append(Unread(place, f"“{name}”: {error}" if name else str(error)))
    return Reading(tuple(drafts), tuple(unread), title)


def _category(node: Node) -> str:
    path = node.text("category", "text").replace("//", "\0")
    name = Texts().plain(path.rpartition("/")[2].replace("\0", "/"))
    return "" if name.startswith("$") or name.lower() in ("top", "default") else name


def _question(node: Node, place: str) -> Draft:
    type = node.get("type") or "multichoice"
    if type not in _TYPES:
        raise UnreadableError(_other(type))
    texts = Texts()
    stem, task = told.without_task(prose(node.first("questiontext"), texts))
    explained = told.parted(prose(node.first("generalfeedback"), texts))
    answered = _TYPES[type](_Asked(node, texts, explained, task), stem)
    points, worth_note = answers.points(node.text("defaultgrade") or "1")
    labels, tags = told.labelled([tag.text("text") for tag in (node.first("tags") or node).all("tag")])
    return Draft(
        place=place,
        stem=answered.stem,
        asked=answered.asked,
        id=cleaned(node.text("idnumber")),
        title=texts.plain(node.text("name", "text"), "plain"),
        rationale="\n".join(dict.fromkeys(filter(None, (explained.rationale, answered.why)))),
        points=points,
        tags=tags,
        labels=labels,
        told=explained.evidence,
        correction=explained.correction,
        notes=(*answered.notes, *worth_note, *_beside(node, texts)),
        lost=(*texts.lost, *_files(node, texts.lost)),
    )


def _other(type: str) -> str:
    if type == "description":
        return "a description, which is no question"
    return f"a question of the type `{cleaned(type)[:40]}`, which no item can be"


class _Asked:
    """A question as its type reads it: its node, where its texts are read, and what is said of it."""

    def __init__(self, node: Node, texts: Texts, explained: Explained, task: str) -> None:
        self.node, self.texts, self.explained, self.task = node, texts, explained, task

    def weighed(self, *, plain: bool = False) -> list[Weighed]:
        """Its answers, each with its share and its feedback."""
        return [
            Weighed(
                self.texts.plain(answer.text("text"), form(answer)) if plain else prose(answer, self.texts),
                share(answer.get("fraction")),
                prose(answer.first("feedback"), self.texts),
            )
            for answer in self.node.all("answer")
        ]


def form(node: Node) -> str:
    """How the text of a field is written."""
    return _FORMS.get(node.get("format"), "auto" if not node.get("format") else "html")


def prose(node: Node | None, texts: Texts) -> str:
    """The text of a field; empty where there is no such field."""
    return texts.prose(node.text("text") if node.first("text") else node.text(), form(node)) if node is not None else ""


def share(said: str) -> float:
    """What an answer is worth, in percent."""
    try:
        return float(answers.decimal(said or "0"))
    except UnreadableError:
        raise UnreadableError(f"an answer that is worth “{said[:20]}”") from None


def _beside(node: Node, texts: Texts) -> Iterator[str]:
    """Hints and what is said of an answer as a whole: kept as notes, unless it is Moodle's own wording."""
    for hint in node.all("hint"):
        if said := prose(hint, texts):
            yield f"hint: {said}"
    for name, label in _VERDICTS.items():
        said = prose(node.first(name), texts)
        if said and not _USUAL.fullmatch(said):
            yield f"{label}: {said}"


_VERDICTS = {
    "correctfeedback": "to those who are right",
    "partiallycorrectfeedback": "to those who are partly right",
    "incorrectfeedback": "to those who are wrong",
}
_USUAL = re.compile(
    r"(?:(?:your answer is|respuesta|tu respuesta es) )?(?:partially |partly |parcialmente |en parte )?"
    r"(?:correct|incorrect|right|wrong|correcta|incorrecta|bien|mal|correcto|incorrecto)[.!]?",
    re.IGNORECASE,
)


def _files(node: Node, named: list[str]) -> Iterator[str]:
    """The files that come along and that no text has named yet."""
    for file in node.within("file"):
        name = file.get("name")
        if not any(name in one for one in named):
            yield f"the file {cleaned(name)[:60]}"


def _multichoice(asked: _Asked, stem: str) -> Answered:
    multiple = asked.node.text("single").lower() in ("false", "0")
    pinned = asked.node.text("shuffleanswers").lower() in ("false", "0")
    return answers.choices(stem, asked.weighed(), multiple=multiple, pinned=pinned)


def _truefalse(asked: _Asked, stem: str) -> Answered:
    """True and false go by these words; where others stand, the first is taken for true, as Moodle does."""
    found = asked.weighed(plain=True)
    if len(found) != 2:
        raise UnreadableError(f"true or false with {len(found)} answers")
    if found[0].text.lower() == "false":
        found.reverse()
    true, false = found
    is_true = true.worth > false.worth
    key, other = (true, false) if is_true else (false, true)
    return answers.judged(stem, is_true, key.why, other.why)


def _shortanswer(asked: _Asked, stem: str) -> Answered:
    return answers.words(stem, asked.weighed(plain=True), reverse=asked.task == "give_term")


def _numerical(asked: _Asked, stem: str) -> Answered:
    found = [_figure(answer, asked.texts) for answer in asked.node.all("answer") if answer.text("text") != "*"]
    units = [(cleaned(unit.text("unit_name")), unit.text("multiplier")) for unit in asked.node.within("unit")]
    own = next((name for name, multiplier in units if _is_one(multiplier)), "")
    answered = answers.number(stem, found, own)
    notes = [f"unit in the file: {name} × {multiplier}" for name, multiplier in units if name != own]
    others = (answer for answer in asked.node.all("answer") if answer.text("text") == "*")
    anything = [f"any other figure: {prose(answer.first('feedback'), asked.texts)}" for answer in others]
    return Answered(answered.stem, answered.asked, answered.why, (*answered.notes, *notes, *anything))


def _is_one(multiplier: str) -> bool:
    return not multiplier or re.fullmatch(r"1(\.0*)?", multiplier) is not None


def _figure(answer: Node, texts: Texts) -> Figure:
    tolerance = abs(answers.decimal(answer.text("tolerance") or "0"))
    value = answers.decimal(answer.text("text"))
    return Figure(value, tolerance, share(answer.get("fraction") or "100"), prose(answer.first("feedback"), texts))


def _matching(asked: _Asked, stem: str) -> Answered:
    """Entries and partners; a partner without an entry matches nothing."""
    matched, extras = [], []
    for node in asked.node.all("subquestion"):
        entry, partner = prose(node, asked.texts), asked.texts.prose(node.text("answer", "text"))
        if entry:
            matched.append((entry, partner, ""))
        else:
            extras.append(partner)
    return answers.pairs(stem, matched, extras, asked.task)


def _ordering(asked: _Asked, stem: str) -> Answered:
    """Steps in the order that their fractions give, or where these are no numbers of places, in that of the file."""
    found = asked.weighed()
    if len({one.worth for one in found}) == len(found):
        found.sort(key=lambda one: one.worth)
    return Answered(stem, sequence([one.text for one in found]))


def _essay(asked: _Asked, stem: str) -> Answered:
    marked = told.parted(prose(asked.node.first("graderinfo"), asked.texts))
    model = marked.model_answer or asked.explained.model_answer or marked.rationale
    lines = asked.node.text("responsefieldlines")
    shown = min(int(lines), 120) if lines.isdecimal() and int(lines) > 0 else 15
    explained = Explained("", "", model, marked.rubric or asked.explained.rubric)
    template = prose(asked.node.first("responsetemplate"), asked.texts)
    answered = answers.essay(stem, explained, shown)
    return Answered(stem, answered.asked, notes=(f"template for answers: {template}",) if template else ())


def _cloze(asked: _Asked, stem: str) -> Answered:
    """The text is read again with its blanks taken out, since their codes would be taken for text."""
    node = asked.node.first("questiontext")
    assert node is not None, "a type is read behind its text"
    asked.texts.lost.clear()
    return cloze_codes.read(node.text("text"), form(node), asked.texts)


_TYPES: dict[str, Callable[[_Asked, str], Answered]] = {
    "multichoice": _multichoice,
    "multichoiceset": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "cloze": _cloze,
    "multianswer": _cloze,
}
