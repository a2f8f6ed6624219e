"""What `list` and `show` say, as text: banks, items, a brief with what rests on it, an item."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from typing_extensions import assert_never

from quizgen import forms, markup, picking, wording
from quizgen.blueprints import Blueprint
from quizgen.course import Course
from quizgen.model import (
    Answer,
    Bank,
    Brief,
    Choices,
    Essay,
    Gaps,
    Number,
    Pairs,
    Question,
    Quiz,
    Sequence,
    Words,
    letters,
)
from quizgen.presenting import citation
from quizgen.wording import Wording

_WIDTH = 100


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows in columns as wide as their widest cell; the last column is as long as it is."""
    rows = list(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def banks(course: Course) -> str:
    """A line for each bank: its id, how many items of which kinds, its title."""
    rows: list[tuple[str, ...]] = [("bank", "items", "fact", "definition", "argument", "title")]
    for bank in course.banks:
        kinds = [question.kind for question in bank.current]
        counts = (str(kinds.count(kind)) for kind in ("fact", "definition", "argument"))
        rows.append((bank.id, str(len(kinds)), *counts, bank.title))
    return table(rows)


def quizzes(course: Course) -> str:
    """A line for each quiz that is drawn from banks: its id, for whom it is, how many items, its title."""
    rows: list[tuple[str, ...]] = [("quiz", "items", "for", "title")]
    drawn = picking.picked(course, course.settings.defaults.seed)
    for blueprint in course.blueprints:
        rows.append((blueprint.id, str(len(drawn[blueprint.id].questions)), blueprint.audience, blueprint.title))
    return table(rows)


def quiz(found: Blueprint, course: Course) -> str:
    """A quiz with the items that each of its sections takes."""
    drawn = picking.picked(course, course.settings.defaults.seed)[found.id]
    items, points = len(drawn.questions), sum(question.points for question in drawn.questions)
    facts = [
        _count(items, "item"),
        _count(points, "point"),
        *([_count(found.minutes, "minute")] if found.minutes else []),
    ]
    lines = [found.title, f"For {found.audience}: {', '.join(facts)}"]
    for section, taken in zip(found.sections, drawn.sections, strict=True):
        lines += ["", *([section.title] if section.title else []), questions(taken)]
    return "\n".join(lines)


def _count(number: float, noun: str) -> str:
    return f"{wording.amount(number)} {noun}" + ("" if number == 1 else "s")


def questions(found: Iterable[Question]) -> str:
    """A line for each item: its id, kind, type, difficulty and the beginning of what it asks."""
    rows = [("item", "kind", "type", "difficulty", "asks")]
    rows += [(q.id, q.kind, q.type, q.difficulty, _shortened(_asks(q), 60)) for q in found]
    return table(rows)


def _asks(question: Question) -> str:
    if isinstance(question.answer, Gaps):
        return "".join(part if isinstance(part, str) else "____" for part in question.answer.parts)
    return markup.plain(question.stem)


def _shortened(text: str, width: int) -> str:
    return textwrap.shorten(text, width, placeholder=" …")


def anything(id: str, course: Course, *, key: bool) -> str | None:
    """The brief, the bank, the quiz or the item of that id, as `show` shows it; None where there is none.

    A bank may have the id of its brief, which is shown then: `list --bank` shows the bank.
    """
    if (found := course.brief(id)) is not None:
        return brief(found, course)
    if (blueprint := course.blueprint(id)) is not None:
        return quiz(blueprint, course)
    for one in course.banks:
        if one.id == id:
            return bank(one)
    asked = next((one for one in course.questions if one.id == id), None)
    return question(asked, course, key=key) if asked is not None else None


def brief(found: Brief, course: Course) -> str:
    """A brief with the number of each passage and the items that rest on it."""
    words = wording.for_language(course.settings.language)
    lines = [found.title, citation.reference(found, words)]
    if found.restated:
        lines.append("Restated: these are not the authors' words.")
    for passage in found.passages:
        resting = [
            question.id
            for question in course.questions
            if any(e.brief == found.id and e.passage == passage.id for e in question.evidence)
        ]
        lines += ["", *_wrapped(passage.text, f"{passage.id:>4}  ", " " * 6)]
        lines += _wrapped(", ".join(resting) or "no item", "      → ", " " * 8)
    return "\n".join(lines)


def bank(found: Bank) -> str:
    """A bank with its items."""
    return "\n".join([found.title, "", questions(found.questions)])


def question(found: Question, course: Course, *, key: bool) -> str:
    """An item as students see it; with `key` also its answer, rationale and evidence."""
    words = wording.for_language(course.settings.language)
    seed = course.settings.defaults.seed
    shown = forms.placed_on(found, 1, seed, found.bank, "A").question.answer
    lines = [*_wrapped(_asks(found)), *_task(shown, words)]
    if found.exam_only or found.retired:
        lines.append("Kept for exams." if found.retired is None else f"Retired since {found.retired}.")
    if key:
        lines += [
            "",
            *_wrapped(f"{words.answer}: {_key(shown, words)}"),
            *_whys(shown),
            *_rubric(shown, words),
            *_wrapped(f"{words.rationale}: {found.rationale}"),
        ]
        lines += [line for source in _sources(found, course, words) for line in source]
    return "\n".join(lines)


def _wrapped(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(markup.plain(text), _WIDTH, initial_indent=first, subsequent_indent=then) or [first.rstrip()]


def _task(answer: Answer, words: Wording) -> Iterator[str]:
    """What there is to pick from or to write on, below a stem."""
    match answer:
        case Choices(options=options, multiple=multiple):
            yield words.choose_all if multiple else words.choose_one
            yield from _lettered(option.text for option in options)
        case Words(reverse=reverse):
            yield words.give_term if reverse else words.write_words
        case Number(unit=unit):
            yield f"{words.write_number} ____ {unit or ''}".rstrip()
        case Gaps():
            yield words.fill_blanks
        case Pairs(lefts=lefts, rights=rights, headings=headings):
            yield words.sort_entries if headings else words.match_pairs
            yield from (f"  {number}. ____ {markup.plain(left.text)}" for number, left in enumerate(lefts, 1))
            yield from _lettered(rights)
        case Sequence(steps=steps, shown=shown):
            yield words.put_in_order
            yield from (f"  ____ {markup.plain(steps[index].text)}" for index in shown)
        case Essay():
            yield words.argue
        case _:
            assert_never(answer)


def _lettered(texts: Iterable[str]) -> Iterator[str]:
    texts = list(texts)
    for letter, text in zip(letters(len(texts)), texts, strict=True):
        yield f"  {letter}. {markup.plain(text)}"


def _key(answer: Answer, words: Wording) -> str:
    match answer:
        case Choices(options=options):
            named = zip(letters(len(options)), options, strict=True)
            return "; ".join(f"{letter}. {option.text}" for letter, option in named if option.correct)
        case Words(accepted=accepted):
            return " / ".join(accepted)
        case Number(tolerance=tolerance):
            return answer.shown + wording.within(tolerance, words)
        case Gaps(blanks=blanks):
            return "; ".join(" / ".join(blank.accepted) for blank in blanks)
        case Pairs(lefts=lefts, rights=rights):
            return "; ".join(f"{left.text} → {rights[left.right]}" for left in lefts)
        case Sequence(steps=steps):
            return " → ".join(step.text for step in steps)
        case Essay(model_answer=model_answer):
            return model_answer
        case _:
            assert_never(answer)


def _rubric(answer: Answer, words: Wording) -> Iterator[str]:
    """What an essay earns points for."""
    for criterion in answer.rubric if isinstance(answer, Essay) else ():
        yield from _wrapped(criterion.text, f"{wording.worth(criterion.points, words):>4}  ", " " * 6)


def _whys(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Choices):
        for letter, option in zip(letters(len(answer.options)), answer.options, strict=True):
            if option.why:
                yield from _wrapped(option.why, f"  {letter}. ", "     ")


def _sources(found: Question, course: Course, words: Wording) -> Iterator[list[str]]:
    quiz = Quiz("", "", course.settings.id, course.settings.title, words.code, 0, (found,), (), course.briefs)
    for source in citation.sources(found, quiz, words):
        yield ["", *_wrapped(source.text, "  ", "  "), *_wrapped(source.reference, "  ", "  ")]
