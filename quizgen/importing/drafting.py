"""Drafts as items of a bank: the type for each answer shape, the fields in the order of the guide, TODO for the rest.

What `check` must name is written `TODO`: the evidence always; kind, difficulty and thinking unless the file says them;
and each text that an item needs and the file does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from typing_extensions import assert_never

from quizgen import wording
from quizgen.importing.values import Draft, Judged, UnreadableError, option
from quizgen.markup import plain
from quizgen.model import TO_DO, Blank, Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from quizgen.text import folding
from quizgen.yaml_writing import Bare, Value

TODO = TO_DO

Fields = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Typed:
    """An item's type, what it asks and its answer; `about` are fields that come behind all others."""

    type: str
    fields: Fields
    about: Fields = field(default_factory=dict)


def item(draft: Draft, id: str, evidence: Value) -> Fields:
    """An item of a bank; raises UnreadableError where a draft cannot be one."""
    typed = _typed(draft)
    fields: Fields = {
        "id": id,
        "kind": draft.labels.get("kind", TODO),
        "type": typed.type,
        **typed.fields,
        "rationale": _rationale(draft) or TODO,
        "evidence": evidence,
        "difficulty": draft.labels.get("difficulty", TODO),
        "thinking": draft.labels.get("thinking", TODO),
    }
    if draft.tags:
        fields["tags"] = draft.tags
    if "points" not in typed.about and draft.points != "1":
        fields["points"] = Bare(draft.points)
    return {**fields, **typed.about}


def _rationale(draft: Draft) -> str:
    """The rationale, with a correction where the item has no field for one."""
    has_field = isinstance(draft.asked, Judged) and not draft.asked.true
    return draft.rationale if has_field else "\n".join(filter(None, (draft.correction, draft.rationale)))


def _typed(draft: Draft) -> Typed:
    asked = draft.asked
    if not draft.stem.strip() and not isinstance(asked, Gaps):
        raise UnreadableError("it asks nothing: its text is empty")
    stem: Fields = {"stem": draft.stem}
    match asked:
        case Choices(multiple=True) as choices:
            return Typed("select", {**stem, **_several(choices)}, _order(choices))
        case Choices() as choices:
            return Typed("choice", {**stem, **_one(choices)}, _order(choices))
        case Judged() as judged:
            return Typed("true-false", {**stem, **_judged(judged, draft.correction)})
        case Words(accepted=accepted, reverse=True):
            return Typed("term", {"term": accepted[0], "definition": draft.stem, **_accept(accepted)})
        case Words(accepted=accepted):
            return Typed("short", {**stem, "answer": accepted[0], **_accept(accepted)})
        case Number() as number:
            return Typed("numeric", {**stem, **_number(number)})
        case Gaps() as gaps:
            return Typed("cloze", {"text": cloze(gaps)})
        case Pairs(headings=True) as pairs:
            return Typed("sort", {**stem, **_groups(pairs)})
        case Pairs() as pairs:
            return Typed("match", {**stem, **_pairs(pairs)})
        case Sequence(steps=steps):
            return Typed("order", {**stem, "steps": [step.text for step in steps]})
        case Essay() as essay:
            return _essay(essay, stem, draft.points)
        case _:
            assert_never(asked)


def _one(choices: Choices) -> Fields:
    key = next((option.text for option in choices.options if option.correct), TODO)
    return {"answer": key, "distractors": _explained(choices, False)}


def _several(choices: Choices) -> Fields:
    return {"answers": _explained(choices, True), "distractors": _explained(choices, False)}


def _explained(choices: Choices, correct: bool) -> list[Value]:
    """The right or the wrong options, each with its reason; where there is none, one to be written."""
    options = [one for one in choices.options if one.correct is correct] or [option(TODO, correct)]
    return [{"text": one.text, "why": one.why or TODO} for one in options]


def _order(choices: Choices) -> Fields:
    """Where the order of the options is a part of the item: that, and the place of the key."""
    if not choices.pinned:
        return {}
    place = next((place for place, option in enumerate(choices.options, 1) if option.correct), 1)
    kept: Fields = {"shuffle": Bare("false")}
    return kept if choices.multiple or place == 1 else {**kept, "position": Bare(str(place))}


def _judged(judged: Judged, correction: str) -> Fields:
    """A false statement needs its correction; what is said to those who took it for true may hold it."""
    if judged.true:
        return {"answer": Bare("true")}
    if correction:
        return {"answer": Bare("false"), "correction": correction}
    return {"answer": Bare("false"), "correction": f"{TODO}: {judged.wrong}" if judged.wrong else TODO}


def _accept(accepted: tuple[str, ...]) -> Fields:
    others = folding.distinct(accepted)[1:]
    return {"accept": list(others)} if others else {}


def _number(number: Number) -> Fields:
    fields: Fields = {"answer": number.text}
    if number.unit:
        fields["unit"] = number.unit
    return {**fields, "tolerance": Bare(wording.decimal(number.tolerance))}


def cloze(gaps: Gaps) -> str:
    """A text with its blanks in double braces; raises UnreadableError for an answer that cannot stand in them."""
    return "".join(part.replace("{{", r"\{{") if isinstance(part, str) else _blank(part) for part in gaps.parts)


def _blank(blank: Blank) -> str:
    for text in (*blank.accepted, blank.hint or ""):
        found = re.search(r"\||::|\{\{|\}\}|^:|:$|\}$", text)
        if found:
            raise UnreadableError(f"a blank's answer “{text}”, in which `{found.group()}` cannot stand")
    hint = f"::{blank.hint}" if blank.hint else ""
    return f"{{{{{'|'.join(folding.distinct(blank.accepted))}{hint}}}}}"


def _pairs(pairs: Pairs) -> Fields:
    matched: list[Value] = [{"left": left.text, "right": pairs.rights[left.right]} for left in pairs.lefts]
    return {"pairs": matched, **({"extra": list(pairs.extras)} if pairs.extras else {})}


def _groups(pairs: Pairs) -> Fields:
    return {"groups": list(_headed(pairs))}


def _headed(pairs: Pairs) -> Iterator[Mapping[str, Value]]:
    for place, heading in enumerate(pairs.rights):
        own = [left for left in pairs.lefts if left.right == place]
        if not own:
            raise UnreadableError(f"the heading “{heading}”, under which nothing belongs")
        yield {"heading": heading, "entries": [_entry(left.text, left.why) for left in own]}


def _entry(text: str, why: str | None) -> Fields:
    return {"text": text, **({"why": why} if why else {})}


def _essay(essay: Essay, stem: Fields, points: str) -> Typed:
    """An essay with what it is marked by; its rubric adds up to its points."""
    worth = float(sum(criterion.points for criterion in essay.rubric))
    if points == "1" and worth:
        points = wording.amount(worth)  # a format without points
    fits = essay.rubric and wording.amount(worth) == points
    rubric: list[Value] = [
        {"criterion": criterion.text, "points": Bare(wording.amount(criterion.points))} for criterion in essay.rubric
    ]
    kept = f"{TODO}: {'; '.join(plain(each.text) for each in essay.rubric)}" if essay.rubric else TODO
    open_rubric: list[Value] = [{"criterion": kept, "points": Bare(points)}]
    about: Fields = {"points": Bare(points)} if points != "1" else {}
    fields: Fields = {
        **stem,
        "model_answer": essay.model_answer or TODO,
        "rubric": rubric if fits else open_rubric,
    }
    return Typed("essay", fields, {**about, "lines": Bare(str(essay.lines))})
