"""What stands between the braces of GIFT: only its signs tell of what type a question is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.importing import answers, told
from quizgen.importing.answers import Answered, Weighed
from quizgen.importing.gift_text import decoded, formatted
from quizgen.importing.prose import Texts
from quizgen.importing.told import Explained
from quizgen.importing.values import UnreadableError


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands between the braces, how its texts are written unless they say otherwise, and where they are read."""

    text: str
    form: str
    texts: Texts

    def prose(self, text: str) -> str:
        """A text of it as a prose field."""
        return self.texts.prose(*formatted(text, self.form))

    def plain(self, text: str) -> str:
        """A text of it as it is typed."""
        return self.texts.plain(*formatted(text, self.form))


_BLANK = "_____"
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


def read(parts: Parts, before: str, behind: str, explained: Explained) -> Answered:
    """The answer of a question that asks with a text before and one behind the braces."""
    stem = f"{before} {_BLANK}{'' if re.match(r'[.,;:!?)]', behind) else ' '}{behind}".strip() if behind else before
    stem, task = told.without_task(stem)
    text = parts.text
    if not text:
        return answers.essay(stem, explained)
    if text.startswith("#"):
        return answers.number(stem, list(_figures(text[1:], parts)))
    if "~" in text:
        return _choices(stem, parts)
    if "->" in text:
        return _pairs(stem, parts, task)
    if text.split("#")[0].strip().upper() in _TRUTH:
        return _judged(stem, parts)
    typed = [_weighed(one, 100, parts, plain=True) for one in _after(text, "=")]
    if behind:
        return answers.missing_word(before, behind, typed)
    if task == "fill_blank":
        return answers.blank(stem, typed)
    return answers.words(stem, typed, reverse=task == "give_term")


def _after(text: str, sign: str) -> Iterator[str]:
    """The answers, each behind a sign; the first may do without."""
    first, *others = text.split(sign)
    if first.strip():
        yield first.strip()
    yield from (one.strip() for one in others if one.strip())


_WEIGHT = re.compile(r"%\s*(-*[0-9]{1,3}(?:\.[0-9]*)?)\s*%")


def _weighed(text: str, usual: float, parts: Parts, *, plain: bool = False) -> Weighed:
    """An answer with its weight, if it begins with one, and its feedback."""
    weight = _WEIGHT.match(text)
    said, _, why = (text[weight.end() :] if weight else text).partition("#")
    worth = float(weight[1]) if weight else usual
    return Weighed(parts.plain(said) if plain else parts.prose(said), worth, parts.prose(why))


def _choices(stem: str, parts: Parts) -> Answered:
    """One is right where any answer has an equals sign or the whole weight; else each has its share."""
    found = []
    for one in re.findall(r"[=~][^=~]*", f"~{parts.text}" if parts.text[0] not in "=~" else parts.text):
        if one[1:].strip():
            found.append(_weighed(one[1:].strip(), 100 if one[0] == "=" else 0, parts))
    single = "=" in parts.text or sum(one.worth >= 100 for one in found) == 1
    return answers.choices(stem, found, multiple=not single)


def _pairs(stem: str, parts: Parts, task: str) -> Answered:
    matched, extras = [], []
    for one in _after(parts.text, "="):
        pair, _, why = one.partition("#")
        one_side, arrow, other = pair.partition("->")
        if not arrow:
            raise UnreadableError(f"the pair “{decoded(one)[:60]}” has no `->`")
        entry = parts.prose(one_side), parts.prose(other), parts.prose(why)
        if entry[0]:
            matched.append(entry)
        else:
            extras.append(entry[1])
    return answers.pairs(stem, matched, extras, task)


def _judged(stem: str, parts: Parts) -> Answered:
    """True or false, then what is said to those who are wrong, then to those who are right."""
    said, wrong, right = [*parts.text.split("#", 2), "", ""][:3]
    return answers.judged(stem, _TRUTH[said.strip().upper()], parts.prose(right), parts.prose(wrong))


def _figures(text: str, parts: Parts) -> Iterator[answers.Figure]:
    """Each figure with how far off it may be, or from where to where it is right."""
    for one in _after(text, "="):
        weight = _WEIGHT.match(one)
        said, _, why = (one[weight.end() :] if weight else one).partition("#")
        worth = float(weight[1]) if weight else 100
        yield answers.figure(decoded(said).strip(), worth, parts.prose(why))
