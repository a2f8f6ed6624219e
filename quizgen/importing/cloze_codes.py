"""The codes that Moodle has for blanks in a text: `{1:SHORTANSWER:=1999~%50%99#Nearly}`."""

from __future__ import annotations

import html
import re

from quizgen.importing import answers, blanks, told
from quizgen.importing.answers import Answered
from quizgen.importing.prose import Texts
from quizgen.importing.values import UnreadableError
from quizgen.markup import plain

_KINDS = (
    "SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM"
    "|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS|MULTICHOICE_HS|MCHS"
)
_CODE = re.compile(rf"\{{(\d*):({_KINDS}):((?:\\.|[^\\}}])*)\}}", re.DOTALL)
_ANY_CODE = re.compile(r"\{\d*:([A-Z_]+):")
_SIGNS = r"&#?\w{1,8};|\\.|[^\\~#]"  # a code of HTML is one sign, and the `#` in it begins no feedback
_ANSWER = re.compile(rf"(?:^|~)\s*(=|%(-?[\d.]+)%)?((?:{_SIGNS})*)(?:#((?:\\.|[^\\~])*))?", re.DOTALL)


def read(text: str, form: str, texts: Texts) -> Answered:
    """A text with its blanks; raises UnreadableError where it has none, or one that cannot be read."""
    found = list(_CODE.finditer(text))
    for odd in _ANY_CODE.finditer(_CODE.sub("", text)):
        raise UnreadableError(f"a blank of the type {odd[1]}, or one that is not closed")
    if not 0 < len(found) <= _MOST_BLANKS:
        raise UnreadableError(f"a text with {len(found) or 'no'} blanks")
    notes: list[str] = []
    right = [_blank(code[2], code[3], notes) for code in found]
    signs = iter(map(_sign, range(len(found))))
    prose, _ = told.without_task(texts.prose(_CODE.sub(lambda _: next(signs), text), form))
    return Answered("", blanks.gaps(prose, right, _SIGN), notes=tuple(notes))


_SIGN = re.compile("([\ue100-\uf800])")
"""A sign for private use that stands for a blank while the text round it is read."""


def _sign(place: int) -> str:
    return chr(0xE100 + place)


def _blank(kind: str, said: str, notes: list[str]) -> tuple[str, ...]:
    """What is right in a blank; what else its code says is noted."""
    accepted = []
    for sign, share, text, why in _ANSWER.findall(said):
        answer = _decoded(text)
        if kind.startswith("N") and ":" in answer:
            answer, _, tolerance = answer.partition(":")
            if tolerance.strip() not in ("", "0"):
                notes.append(f"a blank: {answer} within {tolerance}")
        worth = 100.0 if sign == "=" else float(answers.decimal(share)) if share else 0.0
        if not answer:
            continue
        if worth >= answers.WHOLE and not re.search(r"(?<!\\)\*", answer):
            accepted.append(answer.replace(r"\*", "*"))
        else:
            notes.append(f"a blank: the answer “{answer}” was worth {worth:g}%")
        if why.strip():
            notes.append(f"a blank, to those who answer “{answer}”: {plain(_decoded(why))}")
    if not accepted:
        raise UnreadableError("a blank without a right answer")
    return tuple(accepted)


def _decoded(text: str) -> str:
    said = re.sub(r"\\([~#}\"/=:\\])", r"\1", text)
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,200}>", "", said)).split())


_MOST_BLANKS = 200
