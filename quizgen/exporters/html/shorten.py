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
from string import ascii_letters, ascii_lowercase, ascii_uppercase

from quizgen.exporters.html.pieces import FILLED, RESERVED, Token, brackets, declared, pieces, text_at, with_filled

OUR_KEYS = (
    "accepted", "answered", "answers", "atOnce", "earned", "near", "notice", "parts", "possible", "prepare", "read",
    "rubric", "share", "show", "unit", "write",
)  # fmt: skip
"""Keys of our own objects alone: of nothing that a page, its data or what browsers keep have by that name."""
_SHORT_KEYS = dict(zip(OUR_KEYS, ascii_uppercase, strict=False))
_SHORT_WORDS = {"const": "let", "true": "!0", "false": "!1"}


def script(source: str) -> str:
    """A script with short names, and short words for constants."""
    names = top_names(source)
    functions, others = list[Token](), list[Token]()
    for statement in _statements(pieces(source)):
        tokens = _statement(statement, names)
        end = _end_of_function(tokens)
        functions += _as_constant(tokens[:end]) if end else []
        others += tokens[end:]
    return "".join(token.text for token in _tight(_merged([*functions, *others])))


def style(source: str) -> str:
    """A style sheet with short names for its colours and type."""
    uses = Counter(re.findall(r"--[a-z-]+", source))
    often = sorted(uses, key=lambda name: (-uses[name], name))
    names = {name: f"--{short}" for name, short in zip(often, _letters(), strict=False)}
    return re.sub(r"--[a-z-]+", lambda name: names[name[0]], source)


def top_names(source: str) -> dict[str, str]:
    """The short names of what a script declares at its top."""
    tokens = pieces(source)
    top, _ = declared(tokens)
    return _short_names(
        top, tokens, itertools.chain(ascii_uppercase, map("".join, itertools.product(ascii_uppercase, ascii_letters)))
    )


def renamed(source: str, names: Mapping[str, str]) -> str:
    """A script with these names in place of its own."""
    return "".join(_renamed(token, names) for token in pieces(source))


def _statement(tokens: Sequence[Token], top: Mapping[str, str]) -> list[Token]:
    """One statement of the top, such as a function; what it declares is its own."""
    _, inner = declared(tokens)
    names = {**top, **_short_names(inner - top.keys(), tokens, _letters())}
    return [Token(token.sort, _renamed(token, names)) for token in tokens]


def _renamed(token: Token, names: Mapping[str, str]) -> str:
    if token.sort == "template":
        return FILLED.sub(lambda filled: f"${{{renamed(filled[1], names)}}}", token.text)
    key = _SHORT_KEYS.get(token.text, token.text)
    name = names.get(token.text, token.text)
    if token.role == "both":
        return key if key == name else f"{key}:{name}"
    if token.role == "key":
        return key
    return name if token.role == "free" else _SHORT_WORDS.get(token.text, token.text)


def _end_of_function(tokens: Sequence[Token]) -> int:
    """Where a function ends that a statement of the top declares; 0 where it is another statement."""
    if "function" not in (text_at(tokens, 0), text_at(tokens, 2)):
        return 0
    partner, _ = brackets(tokens)
    parameters = next(place for place, token in enumerate(tokens) if token.text == "(")
    body = next(place for place in range(partner[parameters], len(tokens)) if tokens[place].text == "{")
    return partner[body] + 1


def _as_constant(tokens: Sequence[Token]) -> list[Token]:
    """A function as a constant, which is shorter. All stand before whatever may call them."""
    partner, _ = brackets(tokens)
    opens = next(place for place, token in enumerate(tokens) if token.text == "(")
    name, parameters = tokens[opens - 1], tokens[opens : partner[opens] + 1]
    if len(parameters) == 3:
        parameters = parameters[1:2]
    whole = tokens[partner[opens] + 1 :]
    body = _only_value(whole) or whole
    start = [Token("name", "let"), Token("space", " "), name, Token("sign", "=")]
    wait = [Token("name", "async"), Token("space", " ")] if tokens[0].text == "async" else []
    return [*start, *wait, *parameters, Token("sign", "=>"), *body, Token("sign", ";")]


def _only_value(body: Sequence[Token]) -> list[Token]:
    """What a function returns that does nothing else; none where it does more."""
    inner = list(body[1 + (body[0].sort == "space") : -1])
    while inner and (inner[-1].sort == "space" or inner[-1].text == ";"):
        inner.pop()
    while inner and inner[0].sort == "space":
        inner.pop(0)
    if text_at(inner, 0) != "return":
        return []
    value = inner[2 if text_at(inner, 1).isspace() else 1 :]
    _, around = brackets(value)
    if any(token.text in (";", ",") and not outer for token, outer in zip(value, around, strict=True)):
        return []
    return [Token("sign", "("), *value, Token("sign", ")")] if text_at(value, 0) == "{" else value


def _short_names(long: set[str], tokens: Sequence[Token], shorts: Iterator[str]) -> dict[str, str]:
    """A short name for each that is declared and would be longer, the shortest for what is said most."""
    every = list(with_filled(tokens))
    uses = Counter(token.text for token in every if token.role == "free")
    both = Counter(token.text for token in every if token.role == "both")
    worth = (name for name in long if uses[name] * (len(name) - 1) > both[name] * 2 or name in _SHORT_KEYS)
    often = sorted((name for name in worth if len(name) > 1), key=lambda name: (-uses[name], name))
    taken = {token.text for token in every} | RESERVED
    return dict(zip(often, (short for short in shorts if short not in taken), strict=False))


def _letters() -> Iterator[str]:
    """`a` to `z`, then `aa` and so on."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(ascii_lowercase, repeat=length))


def _merged(tokens: Sequence[Token]) -> list[Token]:
    """Declarations that follow each other as one."""
    kept, declaring = list[Token](), [False]
    for place, token in enumerate(tokens):
        if token.sort == "sign" and token.text in "([{":
            declaring.append(False)
        elif token.sort == "sign" and token.text in ")]}":
            declaring.pop()
        elif token.text == "let":
            if declaring[-1] and kept and kept[-1].text == ",":
                continue
            declaring[-1] = True
        elif token.text == ";" and declaring[-1] and text_at(tokens, place + 1) == "let":
            token = Token("sign", ",")
        elif token.text == ";":
            declaring[-1] = False
        kept.append(token)
    return kept


def _tight(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the spaces and signs that could as well not be there."""
    partner, _ = brackets(tokens)
    before = ""
    for place, token in enumerate(tokens):
        after = text_at(tokens, place + 1)
        if token.sort == "space" and not _parts(before, after, is_line="\n" in token.text):
            continue
        closes_loop = text_at(tokens, partner.get(place - 1, 0) - 1) in ("for", "while")
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


def _statements(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens, parted where a statement of the top begins."""
    depth, first = 0, 0
    for place, token in enumerate(tokens):
        begins = token.text in ("async", "const", "let") or text_at(tokens, place - 1) == ";"
        if depth == 0 and (begins or (token.text == "function" and text_at(tokens, place - 2) != "async")):
            yield tokens[first:place]
            first = place
        if token.sort == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
    yield tokens[first:]
