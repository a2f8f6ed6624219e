"""Short names for what our sources declare, so that pages are lighter and sources stay as they read best.

In a script a name gets the same short one wherever it stands in a statement, whatever it is there: so nothing can come
to mean another thing. What belongs to others stays: properties and keys, what is never declared, words in texts. Names
that are declared at the top have one short name in all of it, with a capital, for whoever looks into a page.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_letters, ascii_lowercase, ascii_uppercase

from quizgen.exporters.html.compact import PATTERN

_TOKEN = re.compile(
    rf'(?P<text>"(?:\\.|[^"\\])*"|\'[^\'\n]*\'|{PATTERN})|(?P<template>`(?:\\.|[^`\\])*`)|(?P<name>[A-Za-z_$][\w$]*)'
    r"|(?P<figure>\d[\w.]*)|(?P<sign>\.\.\.|=>|\S)|(?P<space>\s+)"
)
_FILLED = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
_RESERVED = frozenset("""
await async break case catch const continue delete do else false finally for function if in instanceof let new null of
return static switch this throw true try typeof undefined void while
""".split())  # fmt: skip  # noqa: SIM905  # a list of words reads better so

OUR_KEYS = (
    "accepted", "answered", "answers", "atOnce", "earned", "near", "notice", "parts", "possible", "prepare", "read",
    "rubric", "share", "show", "unit", "write",
)  # fmt: skip
"""Keys of our own objects alone: of nothing that a page, its data or what browsers keep have by that name."""
_SHORT_KEYS = dict(zip(OUR_KEYS, ascii_uppercase, strict=False))
_SHORT_WORDS = {"const": "let", "true": "!0", "false": "!1"}


@dataclass(slots=True)
class _Token:
    """A piece of a script. `role` of a name: `free`, `key` of an object or property, or `both` in short for `a: a`."""

    sort: str
    text: str
    role: str = ""


def script(source: str) -> str:
    """A script with short names, and short words for constants."""
    names = top_names(source)
    functions, others = list[_Token](), list[_Token]()
    for statement in _statements(_tokens(source)):
        tokens = _statement(statement, names)
        end = _end_of_function(tokens)
        functions += _as_constant(tokens[:end]) if end else []
        others += tokens[end:]
    return "".join(token.text for token in _tight(_merged([*functions, *others])))


def style(source: str) -> str:
    """A style sheet with short names for its colours and type."""
    declared = Counter(re.findall(r"--[a-z-]+", source))
    often = sorted(declared, key=lambda name: (-declared[name], name))
    names = {name: f"--{short}" for name, short in zip(often, _letters(), strict=False)}
    return re.sub(r"--[a-z-]+", lambda name: names[name[0]], source)


def top_names(source: str) -> dict[str, str]:
    """The short names of what a script declares at its top."""
    tokens = _tokens(source)
    top, _ = _declared(tokens)
    return _short_names(
        top, tokens, itertools.chain(ascii_uppercase, map("".join, itertools.product(ascii_uppercase, ascii_letters)))
    )


def renamed(source: str, names: Mapping[str, str]) -> str:
    """A script with these names in place of its own."""
    return "".join(_renamed(token, names) for token in _tokens(source))


def _statement(tokens: Sequence[_Token], top: Mapping[str, str]) -> list[_Token]:
    """One statement of the top, such as a function; what it declares is its own."""
    _, inner = _declared(tokens)
    names = {**top, **_short_names(inner - top.keys(), tokens, _letters())}
    return [_Token(token.sort, _renamed(token, names)) for token in tokens]


def _renamed(token: _Token, names: Mapping[str, str]) -> str:
    if token.sort == "template":
        return _FILLED.sub(lambda filled: f"${{{renamed(filled[1], names)}}}", token.text)
    key = _SHORT_KEYS.get(token.text, token.text)
    name = names.get(token.text, token.text)
    if token.role == "both":
        return key if key == name else f"{key}:{name}"
    if token.role == "key":
        return key
    return name if token.role == "free" else _SHORT_WORDS.get(token.text, token.text)


def _end_of_function(tokens: Sequence[_Token]) -> int:
    """Where a function ends that a statement of the top declares; 0 where it is another statement."""
    if "function" not in (_text_at(tokens, 0), _text_at(tokens, 2)):
        return 0
    partner, _ = _brackets(tokens)
    parameters = next(place for place, token in enumerate(tokens) if token.text == "(")
    body = next(place for place in range(partner[parameters], len(tokens)) if tokens[place].text == "{")
    return partner[body] + 1


def _as_constant(tokens: Sequence[_Token]) -> list[_Token]:
    """A function as a constant, which is shorter. All stand before whatever may call them."""
    partner, _ = _brackets(tokens)
    opens = next(place for place, token in enumerate(tokens) if token.text == "(")
    name, parameters = tokens[opens - 1], tokens[opens : partner[opens] + 1]
    if len(parameters) == 3:
        parameters = parameters[1:2]
    whole = tokens[partner[opens] + 1 :]
    body = _only_value(whole) or whole
    start = [_Token("name", "let"), _Token("space", " "), name, _Token("sign", "=")]
    wait = [_Token("name", "async"), _Token("space", " ")] if tokens[0].text == "async" else []
    return [*start, *wait, *parameters, _Token("sign", "=>"), *body, _Token("sign", ";")]


def _only_value(body: Sequence[_Token]) -> list[_Token]:
    """What a function returns that does nothing else; none where it does more."""
    inner = list(body[1 + (body[0].sort == "space") : -1])
    while inner and (inner[-1].sort == "space" or inner[-1].text == ";"):
        inner.pop()
    while inner and inner[0].sort == "space":
        inner.pop(0)
    if _text_at(inner, 0) != "return":
        return []
    value = inner[2 if _text_at(inner, 1).isspace() else 1 :]
    _, around = _brackets(value)
    if any(token.text in (";", ",") and not outer for token, outer in zip(value, around, strict=True)):
        return []
    return [_Token("sign", "("), *value, _Token("sign", ")")] if _text_at(value, 0) == "{" else value


def _short_names(declared: set[str], tokens: Sequence[_Token], shorts: Iterator[str]) -> dict[str, str]:
    """A short name for each that is declared and would be longer, the shortest for what is said most."""
    every = list(_with_filled(tokens))
    uses = Counter(token.text for token in every if token.role == "free")
    both = Counter(token.text for token in every if token.role == "both")
    worth = (name for name in declared if uses[name] * (len(name) - 1) > both[name] * 2 or name in _SHORT_KEYS)
    often = sorted((name for name in worth if len(name) > 1), key=lambda name: (-uses[name], name))
    taken = {token.text for token in every} | _RESERVED
    return dict(zip(often, (short for short in shorts if short not in taken), strict=False))


def _letters() -> Iterator[str]:
    """`a` to `z`, then `aa` and so on."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(ascii_lowercase, repeat=length))


def _merged(tokens: Sequence[_Token]) -> list[_Token]:
    """Declarations that follow each other as one."""
    kept, declaring = list[_Token](), [False]
    for place, token in enumerate(tokens):
        if token.sort == "sign" and token.text in "([{":
            declaring.append(False)
        elif token.sort == "sign" and token.text in ")]}":
            declaring.pop()
        elif token.text == "let":
            if declaring[-1] and kept and kept[-1].text == ",":
                continue
            declaring[-1] = True
        elif token.text == ";" and declaring[-1] and _text_at(tokens, place + 1) == "let":
            token = _Token("sign", ",")
        elif token.text == ";":
            declaring[-1] = False
        kept.append(token)
    return kept


def _tight(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens without the spaces and signs that could as well not be there."""
    partner, _ = _brackets(tokens)
    before = ""
    for place, token in enumerate(tokens):
        after = _text_at(tokens, place + 1)
        if token.sort == "space" and not _parts(before, after, is_line="\n" in token.text):
            continue
        closes_loop = _text_at(tokens, partner.get(place - 1, 0) - 1) in ("for", "while")
        if token.text == ";" and after == "}" and not closes_loop:
            continue
        if token.text == "," and after in ("}", ")"):
            continue
        before = token.text
        yield token


def _parts(before: str, after: str, *, is_line: bool) -> bool:
    """Whether a space between two tokens keeps two words apart, or two signs; or, where a line ends, two statements."""
    if is_line:
        return before not in ("", ";") and not before.isspace()
    return (_is_wordlike(before[-1:]) and _is_wordlike(after[:1])) or (before == after and before in ("+", "-"))


def _is_wordlike(letter: str) -> bool:
    return letter.isalnum() or letter in ("_", "$")


def _statements(tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """The tokens, parted where a statement of the top begins."""
    depth, first = 0, 0
    for place, token in enumerate(tokens):
        begins = token.text in ("async", "const", "let") or _text_at(tokens, place - 1) == ";"
        if depth == 0 and (begins or (token.text == "function" and _text_at(tokens, place - 2) != "async")):
            yield tokens[first:place]
            first = place
        if token.sort == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
    yield tokens[first:]


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
    if around != "object" or before not in ("{", ","):
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
    """Where each bracket that opens is closed and the other way round, and what stands open around each place."""
    partner, around, still_open = dict[int, int](), list[str](), list[int]()
    for place, token in enumerate(tokens):
        around.append(_sort_of_bracket(tokens, still_open[-1]) if still_open else "")
        if token.sort == "sign" and token.text in "([{":
            still_open.append(place)
        elif token.sort == "sign" and token.text in ")]}":
            start = still_open.pop()
            partner |= {start: place, place: start}
    return partner, around


_BEFORE_BLOCK = (")", "=>", "else", "try", "catch", "finally", "do", ";", "{", "}", "")


def _sort_of_bracket(tokens: Sequence[_Token], place: int) -> str:
    """A bracket by its sign; braces as those of an `object` or pattern, or of a `block`."""
    if tokens[place].text != "{":
        return tokens[place].text
    return "block" if _text_at(tokens, place - 1) in _BEFORE_BLOCK else "object"


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
