"""Sums that a curator writes over figures: `1.25% * 4 billion`, `(2007 - 1999) / 2`, `40% of 3,100`.

A sum is figures joined by `+`, `-`, `*` (or `×`, `of`) and `/` (or `÷`), with parentheses.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure of a sum, as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts of a sum and the sign between them."""

    sign: str
    left: Sum
    right: Sum


Sum: TypeAlias = "Operand | Operation"

# A hyphen is a minus sign between spaces, figures and parentheses, not within a word.
_SIGN = re.compile(r"[()+*×/÷]|(?<=[\s\d%)])[-–−](?=[\s\d(])|(?<!\w)(?:of|x|de)(?=\s+[\d($€£])")
_SAME_SIGN = {"×": "*", "x": "*", "of": "*", "de": "*", "÷": "/", "–": "-", "−": "-"}
_RANKS = (("+", "-"), ("*", "/"))
_APPLIED: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
LONGEST = 200


def parse(text: str) -> Sum:
    """The sum that a text is; ValueError with what is wrong where it is none."""
    tokens = list(_tokens(text))
    read, rest = _joined(tokens, 0)
    if rest and rest[0] == ")":
        raise ValueError("has a `)` without its `(`")
    if rest:
        raise ValueError(f"has no sign before `{rest[0]}`")
    return read


def _tokens(text: str) -> Iterator[str]:
    """Signs and what stands between them."""
    end = 0
    for match in _SIGN.finditer(text):
        if between := text[end : match.start()].strip():
            yield between
        yield _SAME_SIGN.get(match.group(), match.group())
        end = match.end()
    if between := text[end:].strip():
        yield between


def _joined(tokens: list[str], rank: int) -> tuple[Sum, list[str]]:
    """The parts that signs of one rank join, from left to right, and the tokens that follow."""
    if rank == len(_RANKS):
        return _part(tokens)
    left, rest = _joined(tokens, rank + 1)
    while rest and rest[0] in _RANKS[rank]:
        right, after = _joined(rest[1:], rank + 1)
        left, rest = Operation(rest[0], left, right), after
    return left, rest


def _part(tokens: list[str]) -> tuple[Sum, list[str]]:
    """A figure, or a sum in parentheses."""
    if not tokens:
        raise ValueError("ends where a figure should stand")
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        inner, after = _joined(rest, 0)
        if not after or after[0] != ")":
            raise ValueError("has a `(` without its `)`")
        return inner, after[1:]
    if first in _APPLIED or first == ")":
        raise ValueError(f"has a `{first}` where a figure should stand")
    return Operand(first), rest


def operands(read: Sum) -> Iterator[Operand]:
    """The figures of a sum, from left to right."""
    if isinstance(read, Operand):
        yield read
    else:
        yield from operands(read.left)
        yield from operands(read.right)


def result(read: Sum, value: Callable[[Operand], Fraction]) -> Fraction:
    """What a sum comes to, where `value` says what each figure is; ZeroDivisionError where it divides by nothing."""
    if isinstance(read, Operand):
        return value(read)
    return _APPLIED[read.sign](result(read.left, value), result(read.right, value))


def money(read: Sum, currency: Callable[[Operand], str]) -> str:
    """The currency that a sum comes to, where `currency` says that of each figure; empty where it comes to no money.

    Money by money is a ratio; by people, it is money for each.
    """
    if isinstance(read, Operand):
        return currency(read)
    left, right = money(read.left, currency), money(read.right, currency)
    if read.sign == "/":
        return "" if left == right else left
    return left or right
