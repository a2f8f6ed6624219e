"""The rules by which Moodle reads GIFT, stated again from its public source: question/format.php and format/gift.

What it makes of a file is a question of its bank, as it is of Moodle XML. A reader of the comments came with version
3.8; before that they were dropped.
"""

from __future__ import annotations

import re

from tests.exporters.moodle.importing import Answer, Imported, category, cleaned, grade

CODES = {":": "&&058;", "#": "&&035;", "=": "&&061;", "{": "&&123;", "}": "&&125;", "~": "&&126;", "\n": "&&010;"}


def coded(text: str) -> str:
    """The text with a code of the importer's own for each escaped sign; what is behind no backslash stays."""
    text = text.replace("\\\\", "&&092;")
    for sign, code in CODES.items():
        text = text.replace("\\n" if sign == "\n" else f"\\{sign}", code)
    return text.replace("&&092;", "\\")


def decoded(text: str) -> str:
    for sign, code in CODES.items():
        text = text.replace(code, sign)
    return text


def formatted(text: str, usual: str = "moodle") -> tuple[str, str]:
    """A text and its format, which it may begin with in brackets."""
    text = text.strip()
    named = re.match(r"\[(moodle|html|plain|markdown)\]", text)
    return (decoded(text[named.end() :]).strip(), named[1]) if named else (decoded(text).strip(), usual)


def questions(data: bytes) -> list[Imported]:
    """Every question of a file: what stands between blank lines; a category holds for those behind it."""
    found: list[Imported] = []
    here: tuple[str, ...] = ()
    for block in re.split(r"\n(?:[ \t]*\n)+", data.decode()):
        lines = [line.strip() for line in block.split("\n")]
        comment = "\n".join(line for line in lines if line.startswith("//"))
        text = coded("\n".join(line for line in lines if not line.startswith("//")).strip())
        if text.startswith("$CATEGORY:"):
            here = category(text.removeprefix("$CATEGORY:").strip())
        elif text:
            found.append(_question(text, comment, here))
    return found


def _question(text: str, comment: str, here: tuple[str, ...]) -> Imported:
    """A question: its name between colons, its text, and between the first braces its answers."""
    name, text = re.fullmatch(r"::(.*?)::(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]  # or it fails
    start, end = text.find("{"), text.find("}")
    assert (start == -1) == (end == -1)
    between = text[start + 1 : end].strip() if start >= 0 else ""
    if start >= 0:
        assert text[end + 1 :].strip() == "", "a text behind the braces is one with a missing word"
    asked, kind = formatted(text[:start] if start >= 0 else text)
    answers, mark, general = between.rpartition("####")
    if not mark:
        answers, general = between, ""
    answers = answers.strip()
    common = {
        "name": cleaned(decoded(name)),
        "category": here,
        "text": asked,
        "general": formatted(general, kind)[0],
        "idnumber": next(iter(re.findall(r"\[id:([^\]]+)\]", comment)), None),
        "tags": tuple(re.findall(r"\[tag:([^\]<>`]+)\]", comment)),
    }
    if start == -1:
        return Imported(type="description", **{**common, "mark": 0})  # type: ignore[arg-type]  # by name
    return Imported(**common, **_answers(answers, kind))  # type: ignore[arg-type]  # by name


def _answers(text: str, kind: str) -> dict[str, object]:
    """The type of a question and its answers, which only the signs between its braces tell."""
    if not text:
        return {"type": "essay"}
    if text.startswith("#"):
        return {"type": "numerical", "answers": tuple(_figure(one) for one in _parted(text[1:], "="))}
    if "~" in text:
        return _choices(text, kind)
    if "=" in text and "->" in text:
        return {"type": "matching", "pairs": tuple(_pair(one, kind) for one in _parted(text, "="))}
    if text.split("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        return _statement(text, kind)
    answers = tuple(_answer(one, 1, kind) for one in _parted(text, "="))
    assert answers
    return {"type": "shortanswer", "answers": answers}


def _parted(text: str, sign: str) -> list[str]:
    first, *others = text.split(sign)
    return [one.strip() for one in ([first] if first.strip() else []) + others]


def _answer(text: str, usual: float, kind: str) -> Answer:
    """An answer with its weight, if it begins with one, and its feedback."""
    weight = re.match(r"%(-*[0-9]{1,2}\.?[0-9]*)%", text)
    said, _, feedback = (text[weight.end() :] if weight else text).partition("#")
    return Answer(formatted(said, kind)[0], grade(weight[1]) if weight else usual, formatted(feedback, kind)[0])


def _figure(text: str) -> Answer:
    value, _, tolerance = text.partition("#")[0].partition(":")
    assert float(value) is not None
    return Answer(value.strip(), 1, tolerance=float(tolerance or 0))


def _choices(text: str, kind: str) -> dict[str, object]:
    """One is right where there is any equals sign; else each has its weight."""
    single = "=" in text
    answers = []
    for one in _parted(text.replace("=", "~="), "~"):
        if one:
            answers.append(_answer(one[1:] if one.startswith("=") else one, 1 if one.startswith("=") else 0, kind))
    assert len(answers) > 1
    return {"type": "multichoice", "answers": tuple(answers), "settings": {"single": str(single).lower()}}


def _pair(text: str, kind: str) -> tuple[str, str]:
    left, arrow, right = text.partition("->")
    assert arrow
    return formatted(left, kind)[0], decoded(right).strip()


def _statement(text: str, kind: str) -> dict[str, object]:
    """True or false, what is said to those who are wrong, and what to those who are right."""
    said, wrong, right = (formatted(part, kind)[0] for part in [*text.split("#", 2), "", ""][:3])
    truth = said in ("T", "TRUE")
    answers = (
        Answer("true", float(truth), right if truth else wrong),
        Answer("false", float(not truth), wrong if truth else right),
    )
    return {"type": "truefalse", "answers": answers}
