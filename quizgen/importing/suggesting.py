"""Which passage most likely carries an item: the one that shares most of the words that few passages have.

This suggests and never accepts: what it finds stands in a comment.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typing_extensions import assert_never

from quizgen.importing.values import Draft, Judged
from quizgen.markup import plain
from quizgen.model import Brief, Choices, Essay, Gaps, Number, Pairs, Passage, Words
from quizgen.model import Sequence as Steps
from quizgen.text import content, locate

_FEWEST_SHARED = 2
"""So many words must be shared before a passage is worth a suggestion."""

_FIRST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that may carry an item."""

    brief: Brief
    passage: Passage

    def said(self, *, names_brief: bool) -> str:
        """The suggestion as a comment: `perhaps p4: first words …`."""
        words = self.passage.text.split()
        more = " …" if len(words) > _FIRST_WORDS else ""
        where = f"{self.brief.id} {self.passage.id}" if names_brief else self.passage.id
        return f"perhaps {where}: {' '.join(words[:_FIRST_WORDS])}{more}"


class Suggesting:
    """The passages of some briefs, with how much each of their words tells."""

    def __init__(self, briefs: Iterable[Brief]) -> None:
        self.passages = [Suggestion(brief, passage) for brief in briefs for passage in brief.passages]
        self.stems = [content.stem_set(each.passage.text, each.brief.language) for each in self.passages]
        counts = Counter(stem for stems in self.stems for stem in stems)
        self.weights = {stem: math.log(1 + len(self.passages) / count) for stem, count in counts.items()}

    def nearest(self, draft: Draft) -> Suggestion | None:
        """The passage that shares most with what a draft asks, its key, and what it tells of its grounds."""
        for told in filter(None, draft.told.split(" … ")):
            held = [each for each in self.passages if locate.find(told, each.passage.text)]
            if len(held) == 1 and len(told.split()) >= locate.FEWEST_WORDS:
                return held[0]
        texts = (plain(draft.stem), *key(draft), *key(draft), draft.told)
        best, most = None, 0.0
        for each, stems in zip(self.passages, self.stems, strict=True):
            score, shared = self._score(texts, stems, each.brief.language)
            if shared >= _FEWEST_SHARED and score > most:
                best, most = each, score
        return best

    def _score(self, texts: Sequence[str], stems: frozenset[str], language: str) -> tuple[float, int]:
        """How much a passage shares with texts, and how many words."""
        shared = [content.stem_set(text, language) & stems for text in texts]
        score = sum(self.weights[stem] for each in shared for stem in each)
        return score / math.sqrt(len(stems) + _FIRST_WORDS), len(frozenset().union(*shared))


def key(draft: Draft) -> tuple[str, ...]:
    """The texts that a draft holds to be right."""
    asked = draft.asked
    match asked:
        case Choices(options=options):
            return tuple(plain(option.text) for option in options if option.correct)
        case Judged(wrong=wrong):
            return (draft.correction or wrong,)
        case Words(accepted=accepted):
            return accepted
        case Number() as number:
            return (number.shown,)
        case Gaps(parts=parts):
            return tuple(part if isinstance(part, str) else part.accepted[0] for part in parts)
        case Pairs() as pairs:
            return (*(plain(left.text) for left in pairs.lefts), *map(plain, pairs.rights))
        case Steps(steps=steps):
            return tuple(plain(step.text) for step in steps)
        case Essay(model_answer=answer):
            return (plain(answer),)
        case _:
            assert_never(asked)
