"""Whether counts over a bank are what chance, or an even hand, would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import NormalDist

_MOST_EXACT = 200


def at_least(count: int, chances: Sequence[float]) -> float:
    """The probability that of independent events with these chances at least `count` come about.

    Exact (the binomial test, where all chances are the same) for up to 200 events; above that the normal approximation
    with a correction for continuity, which agrees to the third place by then.
    """
    if len(chances) > _MOST_EXACT:
        deviation = sqrt(sum(chance * (1 - chance) for chance in chances))
        return 1 - NormalDist(sum(chances), deviation).cdf(count - 0.5)
    exactly = [1.0]  # how likely it is that 0, 1, 2 … of the events so far came about
    for chance in chances:
        came, not_yet = [0.0, *exactly], [*exactly, 0.0]
        exactly = [chance * one + (1 - chance) * other for one, other in zip(came, not_yet, strict=True)]
    return sum(exactly[max(count, 0) :])


_FEWEST_ITEMS = 20
_LOWEST, _HIGHEST = 0.1, 0.8


def lopsided(counts: Mapping[str, int]) -> bool:
    """Whether one sort makes up less than a tenth or more than four fifths; below 20 items nothing is said."""
    total = sum(counts.values())
    if total < _FEWEST_ITEMS:
        return False
    return any(not _LOWEST <= count / total <= _HIGHEST for count in counts.values())


def missing(counts: Mapping[str, int]) -> dict[str, int]:
    """How many more of each sort would make an even bank of these, the rarest first; empty for one that is even."""
    wanted = dict(counts)
    while lopsided(wanted):
        wanted[min(wanted, key=lambda name: wanted[name])] += 1
    more = {name: wanted[name] - count for name, count in counts.items() if wanted[name] > count}
    return dict(sorted(more.items(), key=lambda entry: -entry[1]))


def said(counts: Mapping[str, int]) -> str:
    """The counts for a message: `fact 18, definition 2, argument 0`."""
    return ", ".join(f"{name} {count}" for name, count in counts.items())
