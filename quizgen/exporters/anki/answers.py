"""The answer shapes as Anki asks them: for each, a note type and the fields that are its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen import wording
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.text import (
    box,
    entry,
    folded,
    heading,
    in_blank,
    letter,
    literal,
    on_keys,
    ordered,
    paragraph,
    prose,
    row,
    rows,
    section,
    sign,
    unordered,
)
from quizgen.model import Blank, Choices, Essay, Gaps, Left, Number, Option, Pairs, Question, Words, letters
from quizgen.model import Sequence as Steps
from quizgen.presenting.explaining import computation
from quizgen.stable import out_of_order, scattered
from quizgen.wording import Wording

_TYPEABLE = 30
"""The longest answer, in letters, that Anki compares on one line of a phone: longer ones are not typed."""

_ALSO = 90
"""How many letters of what else is right stand open on a card; about two lines of a phone."""

_LONG = 180
"""From how many letters on a stem is a paragraph, and not set as a heading."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How an item is asked: its note type, and the fields that are the answer shape's own, by name."""

    note_type: NoteType
    fields: dict[str, str]


def asked(question: Question, words: Wording) -> Asked:
    """How Anki asks an item."""
    stem, id = _stem(question.stem), question.id
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


def _stem(text: str) -> str:
    return f'<span class="long">{prose(text)}</span>' if len(text) > _LONG else prose(text)


def _choices(choices: Choices, id: str, words: Wording) -> dict[str, str]:
    shown = choices.options
    if not choices.pinned:
        shown = tuple(shown[index] for index in scattered([option.text for option in shown], id))
    verdict = tuple(option.text for option in shown) == (words.true, words.false)  # words that need no letters
    marks = [""] * len(shown) if verdict else [letter(name) for name in letters(len(shown))]
    kind = "options" + " several" * choices.multiple + " verdict" * verdict
    options = [row(mark, prose(option.text)) for mark, option in zip(marks, shown, strict=True)]
    key = [_marked(mark, option, words) for mark, option in zip(marks, shown, strict=True)]
    return {
        "Instructions": words.choose_all if choices.multiple else words.choose_one,
        "Options": rows(options, kind, shuffled=not choices.pinned),
        "Key": rows(key, kind, shuffled=not choices.pinned) + (_correction if verdict else _whys)(shown, words),
    }


def _marked(mark: str, option: Option, words: Wording) -> str:
    if option.correct:
        return row(mark, prose(option.text), "right", sign("✓", words.right))
    return row(mark, prose(option.text), "wrong", sign("✗", words.wrong))


def _correction(options: Sequence[Option], words: Wording) -> str:
    """What is true where a statement is false."""
    said = "".join(paragraph(prose(option.why), "text") for option in options if option.why)
    return section(heading(words.correction) + said, "correction") if said else ""


def _whys(options: Sequence[Option], words: Wording) -> str:
    """Why options are right or wrong, by letter and below them all, so that no option is pushed from its place."""
    lettered = zip(letters(len(options)), options, strict=True)
    said = [
        row(letter(name, follows=True), prose(option.why), "right" if option.correct else "wrong")
        for name, option in lettered
        if option.why
    ]
    return rows(said, "whys") if said else ""


def _why(why: str | None) -> str:
    return paragraph(prose(why), "why") if why else ""


def _words(words_accepted: Words, words: Wording) -> dict[str, str]:
    answer = words_accepted.accepted[0]
    return {
        "Instructions": words.write_words,
        "Typed": literal(on_keys(answer)) if len(answer) <= _TYPEABLE else "",
        "Answer": heading(words.answer) + paragraph(literal(answer), "answer") + _also_right(words_accepted, words),
    }


def _also_right(accepted: Words, words: Wording) -> str:
    """What else is right; folded where it is so much that it would push the reason away."""
    others = accepted.accepted[1:]
    if len("".join(others)) > _ALSO:
        label = f"{words.also_right} ({len(others)})"
        return folded(label, f'<p class="also">{_listed(others)}</p>', "also-right")
    return f'<p class="also">{words.also_right}: {_listed(others)}</p>' if others else ""


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"<bdi>{literal(text)}</bdi>" for text in texts)


def _term(term: Words, words: Wording) -> dict[str, str]:
    return {
        "Term": literal(term.accepted[0]),
        "Ask term": words.give_term,
        "Ask definition": words.give_definition,
        "Also right": _also_right(term, words),
    }


def _number(number: Number, words: Wording) -> dict[str, str]:
    margin = f'<span class="margin">{wording.within(number.tolerance, words)}</span>' if number.tolerance else ""
    derived = paragraph(f"= {literal(computation(number.derived))}", "derived") if number.derived else ""
    return {
        "Instructions": words.write_number,
        "Typed": literal(on_keys(number.text)),
        "Unit": (literal(number.unit or "") + margin),
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
    entries = (entry(f"<b>{literal(blank.accepted[0])}</b>: {_listed(blank.accepted[1:])}") for blank in varied)
    told = unordered(entries, "also")
    if sum(len("".join(blank.accepted[1:])) for blank in varied) > _ALSO:
        return folded(words.also_right, told, "also-right")
    return heading(words.also_right) + told if varied else ""


def _pairs(pairs: Pairs, id: str, words: Wording) -> dict[str, str]:
    order = scattered(pairs.rights, id)
    names = dict(zip(order, letters(len(order)), strict=True))
    rights = rows((row(letter(names[index]), prose(pairs.rights[index])) for index in order), "options", shuffled=True)
    empty = rows((row(box(), prose(left.text)) for left in pairs.lefts), "asked")
    filled = rows((row(box(names[left.right], follows=True), prose(left.text)) for left in pairs.lefts), "asked")
    partners = [_pair(left, pairs.rights[left.right]) for left in pairs.lefts]
    extras = [
        entry(f'<span class="extra">{prose(extra)} <bdi>({words.matches_nothing})</bdi></span>')
        for extra in pairs.extras
    ]
    told = heading(words.answer) + unordered([*partners, *extras], "pairs")
    return {
        "Instructions": words.match_pairs,
        "Entries": f'<div class="columns">{empty}{rights}</div>',
        "Answer": f'<div class="columns">{filled}{rights}</div>' + section(told, "told"),
    }


def _pair(left: Left, right: str) -> str:
    partners = f'<span class="left">{prose(left.text)}</span> <span class="partner">{prose(right)}</span>'
    return entry(partners, after=_why(left.why))


def _groups(groups: Pairs, id: str, words: Wording) -> dict[str, str]:
    order = range(len(groups.lefts)) if groups.pinned else scattered([left.text for left in groups.lefts], id)
    lefts = [groups.lefts[index] for index in order]
    names = list(letters(len(groups.rights)))
    headings = (row(letter(name), prose(text)) for name, text in zip(names, groups.rights, strict=True))
    empty = (row(box(), prose(left.text)) for left in lefts)
    filled = (row(box(names[left.right]), prose(left.text)) for left in lefts)
    told = heading(words.answer) + "".join(_group(groups, index) for index in range(len(groups.rights)))
    above, shuffled = rows(headings, "headings"), not groups.pinned
    return {
        "Instructions": words.sort_entries,
        "Entries": above + rows(empty, "asked", shuffled=shuffled),
        "Answer": above + rows(filled, "asked", shuffled=shuffled) + section(told, "told"),
    }


def _group(groups: Pairs, right: int) -> str:
    entries = (entry(prose(left.text), after=_why(left.why)) for left in groups.lefts if left.right == right)
    return f'<h3 dir="auto">{prose(groups.rights[right])}</h3>' + unordered(entries, "group")


def _sequence(sequence: Steps, id: str, words: Wording) -> dict[str, str]:
    order = out_of_order(scattered([step.text for step in sequence.steps], id))
    right = [order.index(place) for place in range(len(order))]
    empty = (row(box(), prose(sequence.steps[index].text)) for index in order)
    filled = (row(box(str(index + 1)), prose(sequence.steps[index].text)) for index in order)
    told = heading(words.right_order) + ordered((entry(prose(step.text)) for step in sequence.steps), "steps")
    return {
        "Instructions": words.put_in_order,
        "Steps": rows(empty, "asked", shuffled=True, never=right),
        "Answer": rows(filled, "asked", shuffled=True, never=right) + section(told, "told"),
    }


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
