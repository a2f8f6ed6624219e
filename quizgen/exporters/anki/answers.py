"""The answer shapes as Anki asks them: for each, a note type and the fields that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import wording
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.text import (
    entry,
    folded,
    heading,
    in_blank,
    literal,
    ordered,
    paragraph,
    prose,
    sign,
    unordered,
)
from quizgen.model import Blank, Choices, Essay, Gaps, Left, Number, Option, Pairs, Question, Words
from quizgen.model import Sequence as Steps
from quizgen.stable import scattered
from quizgen.wording import Wording

# Anki compares what is typed letter by letter, which is of no use for more than a few words.
_TYPEABLE = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """How an item is asked: its note type, and the fields that are the answer shape's own, by name."""

    note_type: NoteType
    fields: dict[str, str]


def asked(question: Question, words: Wording) -> Asked:
    """How Anki asks an item."""
    stem, id = prose(question.stem), question.id
    match question.answer:
        case Choices() as choices:
            return Asked(note_types.CHOICE, {"Stem": stem, **_choices(choices, id, words)})
        case Words(reverse=True) as accepted:
            return Asked(note_types.TERM, {"Definition": stem, **_term(accepted, words)})
        case Words() as accepted:
            return Asked(note_types.TYPED, {"Stem": stem, **_words(accepted, words)})
        case Number() as number:
            return Asked(note_types.TYPED, {"Stem": stem, **_number(number, words)})
        case Gaps() as gaps:
            return Asked(note_types.CLOZE, _gaps(gaps, words))
        case Pairs(headings=True) as groups:
            return Asked(note_types.PAIRS, {"Stem": stem, **_groups(groups, id, words)})
        case Pairs() as pairs:
            return Asked(note_types.PAIRS, {"Stem": stem, **_pairs(pairs, id, words)})
        case Steps() as steps:
            return Asked(note_types.SEQUENCE, {"Stem": stem, **_sequence(steps, id, words)})
        case Essay() as essay:
            return Asked(note_types.ESSAY, {"Stem": stem, **_essay(essay, words)})
        case _:
            assert_never(question.answer)


def _choices(choices: Choices, id: str, words: Wording) -> dict[str, str]:
    shown = choices.options
    if not choices.pinned:
        shown = tuple(shown[index] for index in scattered([option.text for option in shown], id))
    options, key = (entry(prose(option.text)) for option in shown), (_marked(option, words) for option in shown)
    shuffled = not choices.pinned
    return {
        "Instructions": words.choose_all if choices.multiple else words.choose_one,
        "Options": ordered(options, "options", lettered=True, shuffled=shuffled),
        "Key": ordered(key, "options", lettered=True, shuffled=shuffled),
    }


def _marked(option: Option, words: Wording) -> str:
    mark, label = ("✓", words.right) if option.correct else ("✗", words.wrong)
    return entry(sign(mark, label) + prose(option.text), "right" if option.correct else "wrong", _why(option.why))


def _why(why: str | None) -> str:
    return paragraph(prose(why), "why") if why else ""


def _words(words_accepted: Words, words: Wording) -> dict[str, str]:
    answer = words_accepted.accepted[0]
    return {
        "Instructions": words.write_words,
        "Typed": literal(answer) if len(answer) <= _TYPEABLE else "",
        "Answer": heading(words.answer) + paragraph(literal(answer), "answer") + _also_right(words_accepted, words),
    }


def _also_right(accepted: Words | Blank, words: Wording) -> str:
    variants = ", ".join(f"<bdi>{literal(variant)}</bdi>" for variant in accepted.accepted[1:])
    return f'<p class="also">{words.also_right}: {variants}</p>' if variants else ""


def _term(term: Words, words: Wording) -> dict[str, str]:
    return {
        "Term": literal(term.accepted[0]),
        "Ask term": words.give_term,
        "Ask definition": words.give_definition,
        "Also right": _also_right(term, words),
    }


def _number(number: Number, words: Wording) -> dict[str, str]:
    margin = f'<span class="margin">{wording.within(number.tolerance, words)}</span>' if number.tolerance else ""
    derived = paragraph(f"= {literal(number.derived)}", "derived") if number.derived else ""
    return {
        "Instructions": words.write_number,
        "Typed": literal(number.text),
        "Unit": literal(number.unit or ""),
        "Answer": heading(words.answer) + paragraph(literal(number.shown) + margin, "answer") + derived,
    }


def _gaps(gaps: Gaps, words: Wording) -> dict[str, str]:
    return {
        "Text": "".join(_cloze(gaps)),
        "Instructions": words.fill_blank,  # each blank is a card of its own
        "Also right": _variants(gaps, words),
    }


def _cloze(gaps: Gaps) -> Iterator[str]:
    """The text with its blanks as Anki writes them, each of them a card."""
    number = 0
    for part in gaps.parts:
        if isinstance(part, Blank):
            number += 1
            hint = f"::{in_blank(part.hint)}" if part.hint else ""
            yield f"{{{{c{number}::{in_blank(part.accepted[0])}{hint}}}}}"
        else:
            yield prose(part)


def _variants(gaps: Gaps, words: Wording) -> str:
    """What else is right in each blank; nothing where no blank has more than one answer."""
    varied = [blank for blank in gaps.blanks if len(blank.accepted) > 1]
    entries = (
        entry(f"<b>{literal(blank.accepted[0])}</b>: {', '.join(map(literal, blank.accepted[1:]))}") for blank in varied
    )
    return heading(words.also_right) + unordered(entries, "also") if varied else ""


def _pairs(pairs: Pairs, id: str, words: Wording) -> dict[str, str]:
    order = scattered(pairs.rights, id)
    lefts = ordered((entry(prose(left.text)) for left in pairs.lefts), "entries")
    rights = ordered((entry(prose(pairs.rights[index])) for index in order), "options", lettered=True, shuffled=True)
    partners = [_pair(left, pairs.rights[left.right]) for left in pairs.lefts]
    extras = [entry(f"{prose(extra)} <i>({words.matches_nothing})</i>", "extra") for extra in pairs.extras]
    return {
        "Instructions": words.match_pairs,
        "Entries": f'<div class="columns">{lefts}{rights}</div>',
        "Answer": heading(words.answer) + unordered([*partners, *extras], "pairs"),
    }


def _pair(left: Left, right: str) -> str:
    asked_of = f'<span class="left"><bdi>{prose(left.text)}</bdi></span>'
    partner = f'<span class="partner"><bdi>{prose(right)}</bdi></span>'
    return entry(f"{asked_of} {partner}", after=_why(left.why))


def _groups(groups: Pairs, id: str, words: Wording) -> dict[str, str]:
    order = range(len(groups.lefts)) if groups.pinned else scattered([left.text for left in groups.lefts], id)
    headings = unordered((entry(prose(text)) for text in groups.rights), "headings")
    entries = ordered(
        (entry(prose(groups.lefts[index].text)) for index in order), "entries", shuffled=not groups.pinned
    )
    return {
        "Instructions": words.sort_entries,
        "Entries": headings + entries,
        "Answer": heading(words.answer) + "".join(_group(groups, index) for index in range(len(groups.rights))),
    }


def _group(groups: Pairs, right: int) -> str:
    entries = (entry(prose(left.text), after=_why(left.why)) for left in groups.lefts if left.right == right)
    return f'<h3 dir="auto">{prose(groups.rights[right])}</h3>' + unordered(entries, "group")


def _sequence(sequence: Steps, id: str, words: Wording) -> dict[str, str]:
    order = scattered([step.text for step in sequence.steps], id)
    if order == sorted(order):  # shown in the right order, it would ask nothing
        order = [*order[1:], order[0]]
    shown = unordered((entry(prose(sequence.steps[index].text)) for index in order), "steps")
    right = ordered((entry(prose(step.text)) for step in sequence.steps), "entries")
    return {"Instructions": words.put_in_order, "Steps": shown, "Answer": heading(words.right_order) + right}


def _essay(essay: Essay, words: Wording) -> dict[str, str]:
    rubric = unordered(
        (
            entry(f'{prose(criterion.text)} <span class="points">{wording.points(criterion.points, words)}</span>')
            for criterion in essay.rubric
        ),
        "rubric",
    )
    return {
        "Instructions": words.argue,
        "Model answer": folded(words.model_answer, paragraph(prose(essay.model_answer), "model"), "model-answer"),
        "Rubric": folded(words.rubric, rubric, "rubric") if essay.rubric else "",
    }
