"""A text with blanks in the language that Moodle has for them: `{1:SHORTANSWER:=1999~=99}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Blank, Gaps
from quizgen.presenting.fragments import html, literal
from quizgen.presenting.question_bank import pattern
from quizgen.text.spellings import spellings

_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
"""Whatever may mean something between the braces: all of ASCII but letters, digits and spaces."""


def embedded(gaps: Gaps, points: float) -> str:
    """The text in HTML with its blanks, each with its hint behind it.

    A brace in the text is written as a code, since one that looks like a blank would be taken for one.
    """
    return "".join(_pieces(gaps, blank_points(gaps, points)))


def blank_points(gaps: Gaps, points: float) -> int:
    """What each blank is worth: whole points alone, of which the item is worth the sum; 1 where its own do not part."""
    each = points / len(gaps.blanks)
    return int(each) if each >= 1 and each.is_integer() else 1


def _pieces(gaps: Gaps, points: int) -> Iterator[str]:
    for part in gaps.parts:
        match part:
            case Blank(accepted=accepted, hint=hint):
                answers = "~".join(f"={_coded(pattern(answer))}" for answer in spellings(accepted))
                yield f"{{{points}:SHORTANSWER:{answers}}}"
                if hint:
                    yield f" <em>({_unbraced(literal(hint))})</em>"
            case _:
                yield _unbraced(html(part))


def _unbraced(html: str) -> str:
    return html.replace("{", "&#123;").replace("}", "&#125;")


def _coded(answer: str) -> str:
    """An answer with a code for each sign that could end it or mean something; Moodle reads the codes back.

    Codes by number alone: an answer that ends in `&amp;` would swallow the one behind it.
    """
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign.group())};", answer)
