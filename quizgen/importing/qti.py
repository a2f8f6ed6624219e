"""QTI 1.2, as Canvas, Blackboard and others write it: items by what they say of their type, else by their structure.

Sections and groups are read through: a bank holds items, and what a group draws is a blueprint's to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizgen.importing import answers, told
from quizgen.importing.answers import Answered, essay
from quizgen.importing.package import Member
from quizgen.importing.prose import Texts, cleaned
from quizgen.importing.qti_answers import SHAPES, Posed
from quizgen.importing.qti_conditions import feedback_of, material
from quizgen.importing.values import Draft, Reading, Unread, UnreadableError, bounded
from quizgen.importing.xml import Node

_ROOT = "questestinterop"


def read(members: list[Member]) -> Reading:
    """Every item of the files of a package, or of one file."""
    drafts: list[Draft] = []
    unread: list[Unread] = []
    packed = [member for member in members if member.root.tag == _ROOT]
    unread += [Unread(member.name, _what(member.root)) for member in members if member.root.tag != _ROOT]
    for member, node in bounded((each, node) for each in packed for node in each.root.within("item")):
        place = _place(node, member, several=len(members) > 1)
        try:
            drafts.append(_item(node, place))
        except UnreadableError as error:
            title = cleaned(node.get("title"))[:60]
            unread.append(Unread(place, f"“{title}”: {error}" if title else str(error)))
    return Reading(tuple(drafts), tuple(unread), _title(members))


_LATER = ("assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test", "assessmentStimulus")


def _what(root: Node) -> str:
    if root.tag in _LATER:
        return "QTI 2 or 3, which is not read: export as QTI 1.2, or as Moodle XML"
    return f"a file of another sort (`{cleaned(root.tag)[:40]}`), without questions"


def _title(members: list[Member]) -> str:
    named = (node for member in members for node in member.root.within("assessment", "objectbank"))
    return next(filter(None, (cleaned(node.get("title")).strip() for node in named)), "")


def _place(node: Node, member: Member, *, several: bool) -> str:
    ident = cleaned(node.get("ident"))[:60]
    where = f"{member.name}, " if several else ""
    return f"{where}item {ident} (line {node.line})" if ident else f"{where}line {node.line}"


def _item(node: Node, place: str) -> Draft:
    texts = Texts()
    about = dict(_metadata(node))
    presentation = node.first("presentation")
    if presentation is None:
        raise UnreadableError("an item without anything to show")
    stem, task = told.without_task(texts.prose(*_asked(presentation)))
    said = feedback_of(node, texts)
    explained = told.parted("\n".join(said.general))
    posed = Posed(node, presentation, texts, said.by_answer, explained, task)
    answered = _answered(posed, stem, about)
    worth, note = answers.points(about.get("points_possible") or about.get("qmd_weighting") or "1")
    rationale = "\n".join(dict.fromkeys(filter(None, (explained.rationale, answered.why))))
    return Draft(
        place=place,
        stem=answered.stem,
        asked=answered.asked,
        title=cleaned(node.get("title")),
        rationale=rationale,
        points=worth,
        told=explained.evidence,
        correction=explained.correction,
        notes=(*answered.notes, *note, *said.notes),
        lost=tuple(texts.lost),
    )


def _answered(posed: Posed, stem: str, about: Mapping[str, str]) -> Answered:
    type = about.get("question_type") or about.get("cc_profile") or about.get("qmd_itemtype") or ""
    named = _TYPES.get(type)
    if named is None and type.endswith("_question"):
        raise UnreadableError(f"a question of the type `{cleaned(type)[:40]}`, which no item can be")
    if named == "":
        raise UnreadableError("a text between questions, and no question")
    shape = named or posed.shape()
    if shape == "essay":
        return essay(stem, posed.explained)
    return SHAPES[shape](posed, stem)


_TYPES = {
    "multiple_choice_question": "choice",
    "true_false_question": "statement",
    "multiple_answers_question": "select",
    "short_answer_question": "words",
    "numerical_question": "number",
    "fill_in_multiple_blanks_question": "gaps",
    "multiple_dropdowns_question": "gaps",
    "matching_question": "pairs",
    "ordering_question": "order",
    "essay_question": "essay",
    "text_only_question": "",
    "cc.multiple_choice.v0p1": "choice",
    "cc.true_false.v0p1": "statement",
    "cc.multiple_response.v0p1": "select",
    "cc.fib.v0p1": "words",
    "cc.pattern_match.v0p1": "words",
    "cc.essay.v0p1": "essay",
}
"""What items say of their type, in Canvas and in common cartridges; a text that asks nothing has no shape."""


def _metadata(node: Node) -> Iterator[tuple[str, str]]:
    """What an item says of itself, by name."""
    for about in node.all("itemmetadata"):
        for field in about.within("qtimetadatafield"):
            yield field.text("fieldlabel"), field.text("fieldentry")
        for old in about.children:
            if old.tag.startswith("qmd_"):
                yield old.tag, old.text()


def _asked(presentation: Node) -> tuple[str, str]:
    """What an item shows before its answers: its material, the flows that hold some looked into."""
    pieces = list(material(presentation))
    form = "html" if any(form == "html" for _, form in pieces) else "plain"
    if form == "plain":
        return "\n".join(text for text, _ in pieces), "plain"
    return "<br>".join(text for text, _ in pieces), "html"
