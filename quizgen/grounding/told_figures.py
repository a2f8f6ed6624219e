"""The figures that an item's sources tell: its quotes, the passages it rests on, the whole of their briefs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.findings import Location
from quizgen.grounding import Ground, carriers
from quizgen.model import Brief, Passage
from quizgen.text import content, figures, hedges, lengths, sentences
from quizgen.text.amounts import Quantity
from quizgen.text.quantities import of_each, quantities
from quizgen.text.told import told


class Place(NamedTuple):
    """A figure in a passage."""

    passage: Passage
    figure: Quantity

    @property
    def where(self) -> Location:
        """Where the figure begins."""
        return self.passage.at(self.figure.start)


@dataclass(frozen=True, slots=True)
class Told:
    """Figures that are told, and how they are written: most that are looked for are written just so."""

    figures: tuple[Quantity, ...]
    written: frozenset[str]

    def say(self, wanted: Quantity) -> bool:
        """Whether one of the figures says what is wanted, or it need not be said."""
        return wanted.text in self.written or figures.stands_in(wanted, self.figures)


def of_brief(brief: Brief) -> Told:
    """Every figure of a brief, its front matter included."""
    in_passages = [figure for passage in brief.passages for figure in of_passage(passage, brief)]
    found = (*of_title(brief), *of_day(brief), *in_passages)
    return Told(found, frozenset(figure.text for figure in found))


def of_title(brief: Brief) -> tuple[Quantity, ...]:
    """The figures of a brief's title, which hold for every passage."""
    return quantities(brief.title, brief.language)


def of_day(brief: Brief) -> tuple[Quantity, ...]:
    """The day, the month and the year in which a brief was published."""
    return quantities(brief.published.isoformat()) if brief.published else ()


def is_of_title(wanted: Quantity, ground: Ground) -> bool:
    """Whether the title of a brief says a figure."""
    return any(figures.same(wanted, one) for brief in ground.briefs for one in of_title(brief))


def is_of_day(wanted: Quantity, ground: Ground) -> bool:
    """Whether a figure is the day, the month or the year in which a brief was published, or the part of these."""
    return any(_is_of(wanted, brief) for brief in ground.briefs)


def _is_of(wanted: Quantity, brief: Brief) -> bool:
    day = brief.published
    if day is None or not any(figures.same(wanted, one) for one in of_day(brief)):
        return False
    gone_by = {"year": (day.month - 1 + day.day / 31) / 12, "month": day.day / 31}
    return wanted.unit not in gone_by or hedges.lies_in(wanted.hedge, gone_by[wanted.unit])


_UNTIL = re.compile(r"\b(?:by|as of|until|up to|through|hasta|para)(?: \w+){0,2} $", re.IGNORECASE)
_OF_DAY = re.compile(
    r"\b(?:publi(?:sh|ca)\w*|written|wrote|appeared|dated|at the time|today|current(?:ly)?|escribi\w*|escrito|hoy"
    r"|actual(?:mente)?)\b",
    re.IGNORECASE,
)


def speaks_of_day(text: str, before: str) -> bool:
    """Whether a text tells when its brief was written, or by what stands before a figure what had come to pass then."""
    return _UNTIL.search(before) is not None or _OF_DAY.search(text) is not None


def of_passage(passage: Passage, brief: Brief) -> tuple[Quantity, ...]:
    """The figures of a passage; what it reckons from its own day is read by the day of its brief."""
    return told(passage.text, brief.language, brief.published)


def of_quotes(ground: Ground) -> list[Quantity]:
    """The figures of an item's quotes."""
    briefs = {brief.id: brief for brief in ground.briefs}
    found: list[Quantity] = []
    for evidence in ground.question.evidence:
        brief = briefs[evidence.brief]
        found.extend(told(evidence.quote, brief.language, brief.published))
    return found


def of_passages(ground: Ground) -> list[Quantity]:
    """The figures of the passages that an item rests on."""
    return [place.figure for place in places(ground.passages, ground)]


def places(passages: Iterable[Passage], ground: Ground) -> list[Place]:
    """The figures of passages, each with its passage."""
    briefs = {brief.where.path: brief for brief in ground.briefs}
    return [
        Place(passage, figure) for passage in passages for figure in of_passage(passage, briefs[passage.where.path])
    ]


def claimed(ground: Ground, language: str) -> list[tuple[int, Quantity]]:
    """The figures of an item's claims, each with the index of its claim.

    `A decade` and `once a day` are among them where the passages say how long anything took.
    """
    texts = [claim.text for claim in ground.question.claims]
    found = [*of_each(texts, language)]
    lone = [(index, figure) for index, text in enumerate(texts) for figure in lengths.lengths(text, language)]
    if lone and lengths.tell(of_passages(ground)):
        return sorted([*found, *lone], key=lambda one: (one[0], one[1].start))
    return found


def in_evidence(wanted: Quantity, ground: Ground) -> Place | None:
    """Where the passages that an item rests on say a figure first."""
    return next(_saying(places(ground.passages, ground), lambda found: figures.same(wanted, found)), None)


def elsewhere(wanted: Quantity, ground: Ground) -> Place | None:
    """Where the briefs say a figure nearest to the passages that an item rests on."""
    passages = [passage for brief in ground.briefs for passage in brief.passages]
    at = {passage.where: index for index, passage in enumerate(passages)}
    rests_on = [at[passage.where] for passage in ground.passages]
    saying = _saying(places(passages, ground), lambda found: figures.same(wanted, found))
    return min(saying, key=lambda place: min(abs(at[place.passage.where] - one) for one in rests_on), default=None)


def meant(wanted: Quantity, ground: Ground) -> Place | None:
    """The figure of the evidence that was most likely meant, with its passage."""
    found = places(ground.passages, ground)
    figure = figures.nearest(wanted, (place.figure for place in found))
    return next((place for place in found if place.figure is figure), None)


def speak_of_the_same(wanted: Quantity, text: str, ground: Ground, language: str) -> bool:
    """Whether a sentence of the evidence that says a figure shares a word with the sentence of the text that does."""
    own = set(content.stems(sentences.around(text, wanted.start, wanted.end), language))
    for passage, figure in _saying(places(ground.passages, ground), lambda found: figures.same(wanted, found)):
        told = content.stems(sentences.around(passage.text, figure.start, figure.end), language)
        if any(word in own and not word[0].isdigit() for word in told):
            return True
    return False


def are_stretched(wanted: Quantity, ground: Ground, language: str) -> bool:
    """Whether the passages say a figure without its hedge, and no word near it may be one."""
    if not figures.is_stretched(wanted, of_passages(ground)):
        return False
    return not any(
        hedges.hints_at(wanted.hedge, text, figure.start, figure.end, language)
        for text, figure in carried(wanted, ground, language)
    )


def say_percent(wanted: Quantity, ground: Ground, language: str) -> bool:
    """Whether a sentence that carries the item and says a figure says anything of percent."""
    return any(
        PERCENT.search(sentences.around(text, figure.start, figure.end))
        for text, figure in carried(wanted, ground, language)
    )


PERCENT = re.compile(r"%|percent|per cent|\bpct\b|hundred|por ?ciento|porcentaje|\bcien", re.IGNORECASE)


def carried(wanted: Quantity, ground: Ground, language: str) -> Iterator[tuple[str, Quantity]]:
    """The sentences that carry an item, each with a figure in it that says what is wanted."""
    for carrier in carriers(ground):
        for figure in quantities(carrier.text, language):
            if figures.same(wanted, figure):
                yield carrier.text, figure


def _saying(found: Iterable[Place], says: Callable[[Quantity], bool]) -> Iterator[Place]:
    return (place for place in found if says(place.figure))
