"""A package read back as the importer of Canvas reads it: its rules, restated from its source.

https://github.com/instructure/canvas-lms, gems/plugins/qti_exporter, and the QTIMigrationTool, which comes before it.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quizgen.exporters import canvas
from quizgen.model import Question, Quiz
from tests.quizzes import SETTINGS, every_shape


@dataclass
class Answer:
    """What can be chosen or typed; `blank` is the hole, `match` the number of the right entry it belongs to."""

    id: int
    text: str
    weight: int = 0
    comments: str = ""
    blank: str = ""
    match: int | None = None


@dataclass
class Imported:
    """A question as Canvas keeps it; texts are HTML."""

    name: str
    type: str
    points: float
    text: str
    answers: list[Answer] = field(default_factory=list)
    matches: dict[int, str] = field(default_factory=dict)
    neutral: str = ""
    numeric: tuple[str, ...] = ()
    migration_id: str = ""

    def answer(self, text: str) -> Answer:
        (found,) = (answer for answer in self.answers if answer.text == text)
        return found


@dataclass
class Group:
    """A group that draws; `pick` is None for what all are asked."""

    title: str
    pick: int | None
    points: float | None
    questions: list[Imported]


def files(quiz: Quiz) -> dict[str, bytes]:
    (output,) = canvas.export([quiz], SETTINGS)
    with zipfile.ZipFile(BytesIO(output.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(data: bytes) -> Element:
    """A document without its namespaces."""
    tree = ElementTree.fromstring(data)
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
    return tree


def assessment(quiz: Quiz) -> Element:
    """The file of the quiz, found through the manifest as Canvas finds it."""
    found = files(quiz)
    manifest = root(found["imsmanifest.xml"])
    (resource,) = manifest.findall(".//resource[@type='imsqti_xmlv1p2']")
    (file,) = resource.findall("file")
    return root(found[file.attrib["href"]])


def imported(quiz: Quiz) -> list[Group]:
    """The questions of a quiz in the groups they come in, in order."""
    section = assessment(quiz).find("assessment/section")
    assert section is not None
    return list(_groups(section))


def questions(quiz: Quiz) -> dict[str, Imported]:
    """The questions of a quiz by their names, which are the ids of the items."""
    return {question.name: question for group in imported(quiz) for question in group.questions}


def question_of(item: Question, language: str = "en") -> Imported:
    """An item alone, as Canvas takes it."""
    return questions(every_shape(1, language, (item,)))[item.id]


def _groups(section: Element) -> Iterator[Group]:
    plain: list[Imported] = []
    for child in section:
        if child.tag == "item":
            plain.append(_question(child))
        elif child.tag == "section":
            if plain:
                yield Group("", None, None, plain)
                plain = []
            pick, points = child.findtext(".//selection_number"), child.findtext(".//points_per_item")
            assert pick is not None
            assert re.fullmatch(r"\d+", pick.strip())
            assert points is not None
            yield Group(child.attrib["title"], int(pick), float(points), [_question(one) for one in child.iter("item")])
    if plain:
        yield Group("", None, None, plain)


def _question(item: Element) -> Imported:
    about = {
        one.findtext("fieldlabel", ""): one.findtext("fieldentry", "")
        for one in item.iterfind("itemmetadata/qtimetadata/qtimetadatafield")
    }
    made = Imported(
        name=item.attrib["title"],
        type=about["question_type"],
        points=max(float(about["points_possible"]), 0),
        text=item.findtext("presentation/material/mattext", ""),
        migration_id=item.attrib["ident"].replace(":", "-"),
    )
    _READERS.get(made.type, _nothing)(made, item)
    _ids(made, about["original_answer_ids"])
    _shares(made, item)
    _feedback(made, item)
    return made


def _nothing(made: Imported, item: Element) -> None:
    """A text or an essay."""


def _ids(made: Imported, original: str) -> None:
    """What Canvas takes for a number: 0 becomes another one at each import."""
    ids = [int(id) if re.fullmatch(r"\d+", id) else 0 for id in original.split(",") if id]
    assert 0 not in ids
    assert ids == [answer.id for answer in made.answers] or made.type in ("short_answer_question", "numerical_question")


def _shares(made: Imported, item: Element) -> None:
    """Shares come to 100 in all, which stands for the points; nothing is given for an essay before it is read."""
    shares = [float(score.text or "") for score in item.iter("setvar")]
    assert abs(sum(shares) - 100) < 0.1 if shares else made.type in ("essay_question", "text_only_question")


def _choices(made: Imported, item: Element) -> None:
    for label in item.iter("response_label"):
        made.answers.append(Answer(int(label.attrib["ident"]), _said(label.findtext("material/mattext", ""))))
    for condition in item.iter("respcondition"):
        if condition.find("setvar") is None:
            continue
        both = condition.find("conditionvar/and")
        for equal in (both if both is not None else condition[0]).findall("varequal"):
            _by_id(made, int(equal.text or "")).weight = 100
    assert any(answer.weight for answer in made.answers), "couldn't determine the correct answers"
    if made.type == "true_false_question":
        first = next((one for one in made.answers if re.search("true", one.text, re.IGNORECASE)), None)
        second = next((one for one in made.answers if re.search("false", one.text, re.IGNORECASE)), None)
        if len(made.answers) != 2 or not first or not second:
            made.type = "multiple_choice_question"


def _by_id(made: Imported, id: int) -> Answer:
    return next(answer for answer in made.answers if answer.id == id)


def _said(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip() or "No answer text provided."


def _typed(made: Imported, item: Element) -> None:
    for place, equal in enumerate(item.iter("varequal"), 1):
        assert equal.attrib["respident"] == "response1"
        made.answers.append(Answer(place, equal.text or "", 100))


def _numeric(made: Imported, item: Element) -> None:
    """Either a figure with a margin, or two bounds; or a number of places that count, which nobody asked for."""
    low, high = item.findtext(".//vargte"), item.findtext(".//varlte")
    bounds = () if low is None or high is None else (low, high)
    exact = item.findtext(".//or/varequal")
    if exact is None:
        made.numeric = ("range", *bounds)
    elif not bounds:
        made.numeric = ("exact", exact)
    else:
        width = f"{float(bounds[1]) - float(bounds[0]):.10f}".strip("0").replace(".", "").strip("0")
        precise = width == "1" and all(re.sub(r"[0.]", "", bound).endswith("5") for bound in bounds)
        made.numeric = ("precision" if precise else "exact", exact, *bounds)


def _blanks(made: Imported, item: Element) -> None:
    for lid in item.iter("response_lid"):
        blank = lid.attrib["ident"].removeprefix("response_")
        assert f"[{blank}]" in made.text
        for label in lid.iter("response_label"):
            text = label.findtext("material/mattext", "")
            made.answers.append(Answer(int(label.attrib["ident"]), text, 100, blank=blank))


def _matching(made: Imported, item: Element) -> None:
    for lid in item.iter("response_lid"):
        made.answers.append(
            Answer(int(lid.attrib["ident"].removeprefix("response_")), lid.findtext("material/mattext", ""))
        )
        entries = {int(one.attrib["ident"]): one.findtext("material/mattext", "") for one in lid.iter("response_label")}
        assert not made.matches or made.matches == entries
        made.matches = entries
        for entry in lid.iterfind(".//response_label/material/mattext"):
            assert entry.attrib["texttype"] == "text/plain"
    for condition in item.iter("respcondition"):
        if condition.find("setvar") is not None:
            (equal,) = condition.iter("varequal")
            answer = _by_id(made, int(equal.attrib["respident"].removeprefix("response_")))
            answer.match, answer.weight = int(equal.text or ""), 100


_READERS = {
    "multiple_choice_question": _choices,
    "true_false_question": _choices,
    "multiple_answers_question": _choices,
    "short_answer_question": _typed,
    "numerical_question": _numeric,
    "fill_in_multiple_blanks_question": _blanks,
    "matching_question": _matching,
}


def _feedback(made: Imported, item: Element) -> None:
    """The importer routes feedback by its name alone, in this order."""
    shown = {display.attrib["linkrefid"] for display in item.iter("displayfeedback")}
    for feedback in item.iterfind("itemfeedback"):
        name, said = feedback.attrib["ident"], feedback.findtext("flow_mat/material/mattext", "")
        assert name in shown
        assert not re.search("wrong|incorrect|_IC$|correct|_C$|solution", name, re.IGNORECASE), name
        if re.search("general_|_all", name):
            made.neutral = said
        elif number := re.fullmatch(r"(\d+)_fb", name):
            _by_id(made, int(number.group(1))).comments = said


def words(text: str) -> str:
    """The words of HTML, as a reader sees them."""
    return html.unescape(re.sub(r"<[^<>]*>", " ", text))
