"""A quiz as QTI 1.2 in the dialect of Canvas: its items, the headings of its sections, and the groups that draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from quizgen import wording
from quizgen.exporters.canvas import conditions
from quizgen.exporters.canvas.answers import Posed, posed
from quizgen.exporters.canvas.text import fields, html_material
from quizgen.markup import plain
from quizgen.model import Essay, Pool, Question, Quiz, Section
from quizgen.model import Sequence as Steps
from quizgen.presenting.elements import element
from quizgen.presenting.explaining import explanation, marking, task
from quizgen.presenting.fragments import html, paragraph, told
from quizgen.stable import identifier
from quizgen.wording import Wording

_SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"


def assessment(quiz: Quiz, ident: str) -> Element:
    """The root of the file that holds a quiz."""
    words = wording.for_language(quiz.language)
    sections = quiz.sections or (Section(quiz.questions),)
    entries = (entry for place, section in enumerate(sections, 1) for entry in _section(section, place, quiz, words))
    about = [("cc_maxattempts", "1" if quiz.audience == "exam" else "unlimited")]
    if quiz.minutes is not None:
        about.append(("qmd_timelimit", str(quiz.minutes)))
    root = element("section", {"ident": "root_section"}, entries)
    return element(
        "questestinterop",
        {"xmlns": _SCHEMA},
        element("assessment", {"ident": ident, "title": plain(quiz.title)}, fields(about), root),
    )


def _section(section: Section, place: int, quiz: Quiz, words: Wording) -> Iterator[Element]:
    """What a section asks of all, then its groups; a heading or instructions stand before both, as a text."""
    pools = [pool for pool in section.pools if is_even(pool)]
    pooled = {question.id for pool in pools for question in pool.questions}
    if section.title or section.instructions:
        yield _heading(section, place, quiz)
    for question in section.questions:
        if question.id not in pooled:
            yield _item(question, quiz, words)
    for number, pool in enumerate(pools, 1):
        title = f"{plain(section.title or words.section + f' {place}')} ({number})"
        yield _group(pool, title, f"{place}/{number}", quiz, words)


def is_even(pool: Pool) -> bool:
    """Whether Canvas can draw from a pool: all items of a group are worth the same there."""
    return len({question.points for question in pool.questions}) == 1


def _group(pool: Pool, title: str, place: str, quiz: Quiz, words: Wording) -> Element:
    worth = wording.amount(pool.questions[0].points)
    drawn = element(
        "selection",
        None,
        element("selection_number", None, str(pool.count)),
        element("selection_extension", None, element("points_per_item", None, worth)),
    )
    return element(
        "section",
        {"ident": identifier("group", quiz.course, quiz.id, place), "title": title},
        element("selection_ordering", None, drawn),
        (_item(question, quiz, words) for question in pool.questions),
    )


def _heading(section: Section, place: int, quiz: Quiz) -> Element:
    """A text between the items: the heading of a section, with its instructions."""
    said = f"<h3>{html(section.title)}</h3>" if section.title else ""
    said += paragraph(html(section.instructions)) if section.instructions else ""
    own = identifier("heading", quiz.course, quiz.id, str(place))
    about = [("question_type", "text_only_question"), ("points_possible", "0"), ("original_answer_ids", "")]
    return element(
        "item",
        {"ident": own, "title": plain(section.title or section.instructions or "")},
        element("itemmetadata", None, fields([*about, ("assessment_question_identifierref", identifier("item", own))])),
        element("presentation", None, html_material(said)),
    )


def _item(question: Question, quiz: Quiz, words: Wording) -> Element:
    """An item, named in its quiz and in the course, so that it is the same item when it is imported again."""
    asked = posed(question, quiz.course)
    about = [
        ("question_type", asked.type),
        ("points_possible", wording.amount(question.points)),
        ("original_answer_ids", ",".join(map(str, asked.answers))),
        ("assessment_question_identifierref", identifier("item", quiz.course, question.id)),
    ]
    what = words.put_in_order if isinstance(question.answer, Steps) else task(question.answer, words)
    said = asked.asked + (paragraph(f"<em>{html(what)}</em>") if what else "")
    return element(
        "item",
        {"ident": identifier("asked", quiz.course, quiz.id, question.id), "title": question.id},
        element("itemmetadata", None, fields(about)),
        element("presentation", None, html_material(said), asked.responses),
        _processing(asked),
        _feedback(conditions.GENERAL, _general(question, quiz, words)),
        (_feedback(conditions.feedback(number), why) for number, why in asked.reasons.items()),
    )


_SCORE = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
_ALWAYS = element("outcomes", None, element("decvar", _SCORE)), conditions.shows(conditions.GENERAL)
"""What the marking of every item begins with."""


def _processing(asked: Posed) -> Element:
    return element("resprocessing", None, _ALWAYS, asked.marking)


def _general(question: Question, quiz: Quiz, words: Wording) -> str:
    """What everyone is told who has answered: how an essay is marked, why the answer is right, and the passages."""
    answer = question.answer
    by = list(marking(answer, words)) if isinstance(answer, Essay) else []
    return told([*by, *explanation(question, quiz, words)])


def _feedback(name: str, said: str | Iterable[str]) -> Element:
    return element("itemfeedback", {"ident": name}, element("flow_mat", None, html_material("".join(said))))
