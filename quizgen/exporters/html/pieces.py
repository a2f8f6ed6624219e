"""The pieces of a script of ours, as far as it takes to tell names from keys, and what it declares from all else.

It reads sources of one style and no others: no statement begins with a bracket, no text goes over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_PATTERN = r"(?:(?<=[(!\[,=:?&|>])|(?<=[(,=:?&|>] ))/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*"
_TOKEN = re.compile(
    rf'(?P<text>"(?:\\.|[^"\\])*"|\'[^\'\n]*\'|{_PATTERN})|(?P<template>`(?:\\.|[^`\\])*`)|(?P<name>[A-Za-z_$][\w$]*)'
    r"|(?P<figure>\d[\w.]*)|(?P<sign>\.\.\.|=>|\S)|(?P<space>\s+)"
)
FILLED = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
RESERVED = frozenset("""
await async break case catch const continue delete do else false finally for function if in instanceof let new null of
return static switch this throw true try typeof undefined void while
""".split())  # fmt: skip  # noqa: SIM905  # a list of words reads better so


@dataclass(slots=True)
class Token:
    """A piece of a script. `role` of a name: `free`, `key` of an object or property, or `both` in short for `a: a`."""

    sort: str
    text: str
    role: str = ""


def pieces(script: str) -> list[Token]:
    """The pieces of a script, and of each name which role it has, by what stands beside and around it."""
    every = [Token(str(match.lastgroup), match[0]) for match in _TOKEN.finditer(script)]
    tokens = [token for token in every if token.sort != "space"]
    partner, around = brackets(tokens)
    for place, token in enumerate(tokens):
        if token.sort == "name" and token.text not in RESERVED:
            token.role = _role(tokens, place, around[place], partner)
    return every


def _role(tokens: Sequence[Token], place: int, around: str, partner: Mapping[int, int]) -> str:
    before = text_at(tokens, place - 1)
    after = text_at(tokens, place + 1)
    if before == ".":
        return "key"
    if around != "object" or before not in ("{", ","):
        return "free"
    if after == ":" or _is_method(tokens, place, partner):
        return "key"
    return "both" if after in (",", "}", "=") else "free"


def _is_method(tokens: Sequence[Token], place: int, partner: Mapping[int, int]) -> bool:
    """Whether a name has parameters and a body."""
    return text_at(tokens, place + 1) == "(" and text_at(tokens, partner[place + 1] + 1) == "{"


def text_at(tokens: Sequence[Token], place: int) -> str:
    """What stands at a place, if any does."""
    return tokens[place].text if 0 <= place < len(tokens) else ""


def brackets(tokens: Sequence[Token]) -> tuple[dict[int, int], list[str]]:
    """Where each bracket that opens is closed and the other way round, and what stands open around each place."""
    partner, around, still_open = dict[int, int](), list[str](), [(-1, "")]
    for place, token in enumerate(tokens):
        around.append(still_open[-1][1])
        if token.sort == "sign" and token.text in "([{":
            still_open.append((place, _sort_of_bracket(tokens, place)))
        elif token.sort == "sign" and token.text in ")]}":
            start, _ = still_open.pop()
            partner[start], partner[place] = place, start
    return partner, around


_BEFORE_BLOCK = (")", "=>", "else", "try", "catch", "finally", "do", ";", "{", "}", "")


def _sort_of_bracket(tokens: Sequence[Token], place: int) -> str:
    """A bracket by its sign; braces as those of an `object` or pattern, or of a `block`."""
    if tokens[place].text != "{":
        return tokens[place].text
    return "block" if text_at(tokens, place - 1) in _BEFORE_BLOCK else "object"


def with_filled(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, and those in what templates are filled with."""
    for token in tokens:
        yield token
        if token.sort == "template":
            for filled in FILLED.finditer(token.text):
                yield from pieces(filled[1])


def declared(every: Sequence[Token]) -> tuple[set[str], set[str]]:
    """The names that a script declares at its top, and those that it declares within functions."""
    tokens = [token for token in every if token.sort != "space"]
    partner, _ = brackets(tokens)
    top, inner = set[str](), set[str]()
    depth = 0
    for place, token in enumerate(tokens):
        if token.sort == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
        for start, end, within in _declarations(tokens, place, partner):
            names = {tokens[at].text for at in range(start, end + 1) if _is_declared(tokens, at, alone=start == end)}
            (inner if within or depth else top).update(names)
    return top, inner


def _is_declared(tokens: Sequence[Token], place: int, *, alone: bool) -> bool:
    """Whether a name in a declaration is what is declared, and no part of what it is if nothing is given."""
    in_default = text_at(tokens, place - 1) == "=" or text_at(tokens, place + 1) in (".", "(")
    return tokens[place].role in ("free", "both") and (alone or not in_default)


def _declarations(tokens: Sequence[Token], place: int, partner: Mapping[int, int]) -> Iterator[tuple[int, int, bool]]:
    """Where the names stand that a token declares, from place to place, and whether they are parameters."""
    token = tokens[place]
    if token.text in ("const", "let") and token.sort == "name":
        yield place + 1, partner.get(place + 1, place + 1), False
    elif token.text == "function":
        yield place + 1, place + 1, False
        yield place + 2, partner[place + 2], True
    elif token.text == "catch" and text_at(tokens, place + 1) == "(":
        yield place + 1, partner[place + 1], True
    elif token.text == "=>":
        yield partner.get(place - 1, place - 1), place - 1, True
    elif token.role == "key" and _is_method(tokens, place, partner):
        yield place + 1, partner[place + 1], True
