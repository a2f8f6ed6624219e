"""The rules by which Moodle takes questions in, stated again from its public source, and what it makes of a file.

From question/format.php (categories, grades, ID numbers), question/format/xml/format.php, and of question/type:
multianswer/questiontype.php (blanks in a text), shortanswer/question.php (how answers are compared),
multichoice/questiontype.php and match/questiontype.php (what they complain of), ordering/questiontype.php.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, fromstring

GRADES = (
    1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571,
    0.125, 0.1111111, 0.1, 0.05, 0,
)  # fmt: skip
"""The fractions that Moodle knows; of each also the negative."""


@dataclass(frozen=True)
class Answer:
    text: str
    fraction: float
    feedback: str = ""
    tolerance: float = 0


@dataclass(frozen=True)
class Imported:
    """A question as it lies in the question bank; `settings` are those of its type."""

    type: str
    name: str
    category: tuple[str, ...]
    text: str
    general: str = ""
    mark: float = 1
    idnumber: str | None = None
    tags: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    hints: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    blanks: tuple[tuple[Answer, ...], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen on the right side of pairs: what is equal stands once."""
        return tuple(dict.fromkeys(right for _, right in self.pairs))

    def earns(self, *ticked: str) -> float:
        """What share of the mark those earn who tick these options."""
        return min(1, max(0, sum(answer.fraction for answer in self.answers if answer.text in ticked)))

    def takes(self, typed: str) -> bool:
        """Whether what is typed is right."""
        return any(answer.fraction == 1 and is_same(typed, answer.text) for answer in self.answers)


def is_same(typed: str, pattern: str) -> bool:
    """Whether an answer fits a pattern, in which a bare asterisk stands for anything; accents count, case does not."""
    typed, pattern = (unicodedata.normalize("NFC", text) for text in (typed, pattern))
    parts = [re.escape(part.replace("\\*", "*")) for part in re.split(r"(?<!\\)\*+", pattern)]
    return re.fullmatch(".*".join(parts), typed.strip(), re.IGNORECASE | re.DOTALL) is not None


def grade(percent: str) -> float:
    """A fraction, as the list of Moodle has it; what is not in it is an error."""
    fraction = float(percent) / 100
    for known in (*GRADES, *(-known for known in GRADES)):
        if abs(fraction - known) < 0.00001:
            return known
    raise ValueError(f"invalid grade {percent}")


def category(path: str) -> tuple[str, ...]:
    """The names in a path of a category, from the course down: a slash of their own is doubled there."""
    names = [cleaned(name.replace("//", "/").strip()) for name in re.split(r"(?<!/)/(?!/)", path)]
    assert names[0] == "$course$"
    assert all(names)
    assert all(len(name) <= 255 for name in names)
    return tuple(names[1:])


def cleaned(name: str) -> str:
    """A name without anything that looks like a tag."""
    return re.sub(r"<[^\s\d][^>]*>?", "", name).strip()


def quizzes(data: bytes) -> list[Imported]:
    """Every question of a file; raises ValueError where Moodle would stop."""
    found: list[Imported] = []
    here: tuple[str, ...] = ()
    for node in fromstring(data).findall("question"):
        if node.attrib["type"] == "category":
            here = category(node.findtext("category/text", "").strip())
            continue
        one = _question(node, here)
        assert one.idnumber not in [other.idnumber for other in found if other.category == here and other.idnumber]
        found.append(one)
    return found


def field_of(node: Element, name: str) -> str:
    """The text of a field, which lies in an element of its own."""
    part = node.find(name)
    if part is None:
        return ""
    assert part.attrib.get("format", "html") in ("html", "moodle_auto_format", "plain_text", "markdown")
    return (part.findtext("text") or "").strip()


def _question(node: Element, here: tuple[str, ...]) -> Imported:
    kind = node.attrib["type"]
    if kind not in READERS:
        raise ValueError(f"question type {kind} is not supported")
    name = cleaned(node.findtext("name/text") or "")
    assert 0 < len(name) <= 255
    idnumber = node.findtext("idnumber") or None
    assert idnumber is None or len(idnumber) <= 100
    common = Imported(
        type=kind,
        name=name,
        category=here,
        text=field_of(node, "questiontext"),
        general=field_of(node, "generalfeedback"),
        mark=float(node.findtext("defaultgrade") or 1),
        idnumber=idnumber,
        tags=tuple(tag.findtext("text", "") for tag in node.findall("tags/tag")),
        hints=tuple((hint.findtext("text") or "").strip() for hint in node.findall("hint")),
    )
    return Imported(**{**common.__dict__, **READERS[kind](node, common)})


Fields = dict[str, object]


def _answers(node: Element) -> Iterator[Answer]:
    for answer in node.findall("answer"):
        text = (answer.findtext("text") or "").strip()
        tolerance = float(answer.findtext("tolerance") or 0)
        yield Answer(text, grade(answer.attrib["fraction"]), field_of(answer, "feedback"), tolerance)


def _settings(node: Element, **defaults: str) -> dict[str, str]:
    found = {name: (node.findtext(name) or default).strip() for name, default in defaults.items()}
    combined = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    return {**found, **{name: field_of(node, name) for name in combined}}


def _multichoice(node: Element, common: Imported) -> Fields:
    answers = tuple(answer for answer in _answers(node) if answer.text)
    settings = _settings(
        node, single="true", shuffleanswers="false", answernumbering="abc", showstandardinstruction="1"
    )
    if len(answers) < 2:
        raise ValueError("not enough answers")
    if settings["single"] != "false" and max(answer.fraction for answer in answers) != 1:
        raise ValueError("one of the choices should be 100%")
    if settings["single"] == "false" and round(sum(max(0, answer.fraction) for answer in answers), 2) != 1:
        raise ValueError("the positive grades do not add up to 100%")
    return {"answers": answers, "settings": settings}


def _truefalse(node: Element, common: Imported) -> Fields:
    answers = tuple(_answers(node))
    if {answer.text for answer in answers} != {"true", "false"}:
        raise ValueError("not true and false: their order is taken for granted")
    assert sorted(answer.fraction for answer in answers) == [0, 1]
    return {"answers": answers}


def _shortanswer(node: Element, common: Imported) -> Fields:
    answers = tuple(_answers(node))
    assert all(answer.text for answer in answers)
    if max(answer.fraction for answer in answers) != 1:
        raise ValueError("one of the answers should be 100%")
    return {"answers": answers, "settings": _settings(node, usecase="0")}


def _numerical(node: Element, common: Imported) -> Fields:
    answers = tuple(_answers(node))
    for answer in answers:
        float(answer.text)
    units = [unit.findtext("unit_name", "") for unit in node.findall("units/unit")]
    assert all(len(unit) <= 50 for unit in units)
    settings = {**_settings(node, showunits="0" if units else "3", unitgradingtype="0"), "units": ",".join(units)}
    return {"answers": answers, "settings": settings}


def _matching(node: Element, common: Imported) -> Fields:
    pairs = []
    for sub in node.findall("subquestion"):
        left, right = (sub.findtext("text") or "").strip(), (sub.findtext("answer/text") or "").strip()
        if left and not right:
            raise ValueError("an entry has no answer")
        if left or right:
            pairs.append((left, right))
    return {"pairs": tuple(pairs), "settings": _settings(node, shuffleanswers="1")}


_ANSWER = r"(?P<answer>.+?)(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$)"
_FEEDBACK = r"(?:#(?P<feedback>.*?)(?<!\\)(?=[~}]|$))?"
ALTERNATIVE = re.compile(rf"~?(?P<worth>=|%-?\d+%)?{_ANSWER}{_FEEDBACK}", re.DOTALL)
_SAME = re.sub(r"\?P<\w+>", "?:", ALTERNATIVE.pattern).removeprefix("~?")
_KINDS = "SHORTANSWER|SA|MW|NUMERICAL|NM|MULTICHOICE|MC"
BLANK = re.compile(rf"{{(\d*):(?:{_KINDS})\w*:({_SAME}(?:~{_SAME})*)}}", re.DOTALL)


def _cloze(node: Element, common: Imported) -> Fields:
    """Blanks take the place of what looks like one; the mark is the sum of theirs, whatever else is said."""
    blanks, mark = [], 0
    for worth, alternatives in BLANK.findall(common.text):
        mark += int(worth or 1)
        found = [
            Answer(_decoded(one["answer"]), 1 if one["worth"] == "=" else 0)
            for one in ALTERNATIVE.finditer(alternatives)
        ]
        assert any(answer.fraction == 1 and answer.text.strip() for answer in found)
        blanks.append(tuple(found))
    if not blanks:
        raise ValueError("no questions in the text")
    numbers = iter(range(1, len(blanks) + 1))
    rest = BLANK.sub(lambda blank: f"{{#{next(numbers)}}}", common.text)
    assert len(re.findall(r"\{#[^\s}]*\}", rest)) == len(blanks), "what is no blank is shown as one"
    return {"blanks": tuple(blanks), "mark": mark, "text": rest}


def _decoded(answer: str) -> str:
    plain = re.sub(r"&#?\w+;", lambda code: html.unescape(code.group()), answer)
    return plain.replace("\\}", "}").replace("\\#", "#")


def _essay(node: Element, common: Imported) -> Fields:
    lines = _settings(node, responsefieldlines="15", responseformat="editor", responserequired="1")
    return {"settings": {**lines, "graderinfo": field_of(node, "graderinfo")}}


def _ordering(node: Element, common: Imported) -> Fields:
    texts = [(answer.findtext("text") or "").strip() for answer in node.findall("answer")]
    if len([text for text in texts if text]) < 2:
        raise ValueError("not enough answers")
    settings = _settings(node, layouttype="VERTICAL", selecttype="RANDOM", selectcount="6", gradingtype="RELATIVE")
    return {"answers": tuple(Answer(text, 1) for text in texts), "settings": settings}


def _description(node: Element, common: Imported) -> Fields:
    return {"mark": 0}


READERS = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "cloze": _cloze,
    "essay": _essay,
    "ordering": _ordering,
    "description": _description,
}
