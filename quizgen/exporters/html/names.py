"""Short names for what our scripts declare, so that pages are lighter and sources stay as they read best.

A name gets the same short one wherever it stands, whatever it is there: so nothing can come to mean another thing.
What belongs to others stays: properties and keys, what is never declared, words in texts. Names that are declared at
the top of a script begin with `$`, for whoever looks into a page.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_letters

from quizgen.exporters.html.compact import PATTERN

_TOKEN = re.compile(
    rf'(?P<text>"(?:\\.|[^"\\])*"|\'[^\'\n]*\'|{PATTERN})|(?P<template>`(?:\\.|[^`\\])*`)|(?P<name>[A-Za-z_$][\w$]*)'
    r"|(?P<figure>\d[\w.]*)|(?P<sign>\.\.\.|=>|\S)|(?P<space>\s+)"
)
_FILLED = re.compile(r"\$\{(.*?)\}")
_RESERVED = frozenset("""
await async break case catch const continue delete do else false finally for function if in instanceof let new null of
return static switch this throw true try typeof undefined void while
""".split())  # fmt: skip  # noqa: SIM905  # a list of words reads better so


@dataclass(slots=True)
class _Token:
    """A piece of a script. `role` of a name: `free`, `key` of an object or property, or `both` in short for `a: a`."""

    sort: str
    text: str
    role: str = ""


def shortened(script: str, names: Mapping[str, str]) -> str:
    """A script with these names in place of its own."""
    return "".join(_renamed(token, names) for token in _tokens(script))


def _renamed(token: _Token, names: Mapping[str, str]) -> str:
    if token.sort == "template":
        return _FILLED.sub(lambda filled: f"${{{shortened(filled[1], names)}}}", token.text)
    if token.role == "both" and token.text in names:
        return f"{token.text}:{names[token.text]}"
    return names.get(token.text, token.text) if token.role == "free" else token.text


def short_names(script: str) -> dict[str, str]:
    """A short name for each that the script declares and that would be longer."""
    tokens = _tokens(script)
    top, inner = _declared(tokens)
    uses = Counter(token.text for token in _with_filled(tokens) if token.role == "free")
    both = Counter(token.text for token in tokens if token.role == "both")
    kept = {token.text for token in _with_filled(tokens)} | _RESERVED
    names: dict[str, str] = {}
    for prefix, declared in (("$", top), ("", inner - top)):
        worth = (name for name in declared if uses[name] * (len(name) - 2) > both[name] * 3)
        often = sorted(worth, key=lambda name: (-uses[name], name))
        names |= dict(zip(often, (prefix + short for short in _letters() if prefix + short not in kept), strict=False))
    return names


def _letters() -> Iterator[str]:
    """`a` to `Z`, then `aa` and so on."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(ascii_letters, repeat=length))


def _tokens(script: str) -> list[_Token]:
    """The pieces of a script, and of each name which role it has, by what stands beside and around it."""
    every = [_Token(str(match.lastgroup), match[0]) for match in _TOKEN.finditer(script)]
    tokens = [token for token in every if token.sort != "space"]
    partner, around = _brackets(tokens)
    for place, token in enumerate(tokens):
        if token.sort == "name" and token.text not in _RESERVED:
            token.role = _role(tokens, place, around[place], partner)
    return every


def _role(tokens: Sequence[_Token], place: int, around: str, partner: Mapping[int, int]) -> str:
    before = _text_at(tokens, place - 1)
    after = _text_at(tokens, place + 1)
    if before == ".":
        return "key"
    if around != "{" or before not in ("{", ","):
        return "free"
    if after == ":" or _is_method(tokens, place, partner):
        return "key"
    return "both" if after in (",", "}", "=") else "free"


def _is_method(tokens: Sequence[_Token], place: int, partner: Mapping[int, int]) -> bool:
    """Whether a name has parameters and a body."""
    return _text_at(tokens, place + 1) == "(" and _text_at(tokens, partner[place + 1] + 1) == "{"


def _text_at(tokens: Sequence[_Token], place: int) -> str:
    return tokens[place].text if 0 <= place < len(tokens) else ""


def _brackets(tokens: Sequence[_Token]) -> tuple[dict[int, int], list[str]]:
    """Where each bracket that opens is closed and the other way round, and which one stands open around each place."""
    partner, around, still_open = dict[int, int](), list[str](), list[int]()
    for place, token in enumerate(tokens):
        around.append(tokens[still_open[-1]].text if still_open else "")
        if token.sort == "sign" and token.text in "([{":
            still_open.append(place)
        elif token.sort == "sign" and token.text in ")]}":
            start = still_open.pop()
            partner |= {start: place, place: start}
    return partner, around


def _with_filled(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens, and those in what templates are filled with."""
    for token in tokens:
        yield token
        if token.sort == "template":
            for filled in _FILLED.finditer(token.text):
                yield from _tokens(filled[1])


def _declared(every: Sequence[_Token]) -> tuple[set[str], set[str]]:
    """The names that a script declares at its top, and those that it declares within functions."""
    tokens = [token for token in every if token.sort != "space"]
    partner, _ = _brackets(tokens)
    top, inner = set[str](), set[str]()
    depth = 0
    for place, token in enumerate(tokens):
        if token.sort == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
        for start, end, within in _declarations(tokens, place, partner):
            names = {tokens[at].text for at in range(start, end + 1) if _is_declared(tokens, at, alone=start == end)}
            (inner if within or depth else top).update(names)
    return top, inner


def _is_declared(tokens: Sequence[_Token], place: int, *, alone: bool) -> bool:
    """Whether a name in a declaration is what is declared, and no part of what it is if nothing is given."""
    in_default = _text_at(tokens, place - 1) == "=" or _text_at(tokens, place + 1) in (".", "(")
    return tokens[place].role in ("free", "both") and (alone or not in_default)


def _declarations(tokens: Sequence[_Token], place: int, partner: Mapping[int, int]) -> Iterator[tuple[int, int, bool]]:
    """Where the names stand that a token declares, from place to place, and whether they are parameters."""
    token = tokens[place]
    if token.text in ("const", "let") and token.sort == "name":
        yield place + 1, partner.get(place + 1, place + 1), False
    elif token.text == "function":
        yield place + 1, place + 1, False
        yield place + 2, partner[place + 2], True
    elif token.text == "catch" and _text_at(tokens, place + 1) == "(":
        yield place + 1, partner[place + 1], True
    elif token.text == "=>":
        yield partner.get(place - 1, place - 1), place - 1, True
    elif token.role == "key" and _is_method(tokens, place, partner):
        yield place + 1, partner[place + 1], True
