"""English words that are no names: `Fewer members` begins a sentence, `Bukele` does not become a word by doing so.

The list is SCOWL's small one, American and British (see `english_words.LICENSE.txt`), without the forms that the rules
below make of its words; what is built from them (`counterterrorism`, `policymakers`) counts too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources

# An ending, and what stands in its place in the word that it was put to; "2" is the last letter, dropped if doubled.
_ENDINGS = (
    ("s", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e", "2")),
    ("ied", ("y",)),
    ("ing", ("", "e", "2")),
    ("er", ("", "e", "2")),
    ("ier", ("y",)),
    ("est", ("", "e", "2")),
    ("iest", ("y",)),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ness", ("",)),
    ("iness", ("y",)),
    ("ment", ("",)),
    ("less", ("",)),
    ("able", ("", "e")),
    ("ee", ("", "e")),
    ("ist", ("", "e", "y")),
    ("ism", ("", "e")),
    ("ity", ("", "e")),
    ("ize", ("", "e", "y")),
    ("ise", ("", "e", "y")),
    ("ization", ("", "e", "y")),
    ("isation", ("", "e", "y")),
    ("ification", ("ify",)),
    ("ation", ("", "e", "ate")),
    ("ence", ("", "e", "ent", "2")),
    ("ance", ("", "e", "ant", "2")),
    ("iance", ("y",)),
    ("ency", ("ent",)),
    ("ancy", ("ant",)),
)
_NOT_IN_IT = "adjudicate advocacy lockdown signatory"
"""What policy briefs say often and the small list leaves out."""

_NAME_WORDS = """
    belize brooks carter chile cooper harding kissinger lee maria martin morales parker phoenix sanders trump
"""
_NAMES = frozenset(_NAME_WORDS.split())
"""What is in the list, or looks like a form of a word in it (bel-ize), and names someone wherever a text has it."""

_HISSING = ("s", "x", "z", "ch", "sh", "o")
_NO_PLURAL = ("ss", "us", "is")

_PREFIXES = (
    *(
        "agro",
        "anti",
        "bio",
        "co",
        "counter",
        "cyber",
        "de",
        "dis",
        "eco",
        "geo",
        "hyper",
        "in",
        "inter",
        "intra",
        "macro",
    ),
    *("micro", "mid", "mis", "mono", "multi", "narco", "neo", "non", "out", "over", "para", "poly", "post", "pre"),
    *("psycho", "re", "self", "semi", "socio", "sub", "super", "supra", "trans", "ultra", "un", "under"),
)
_SHORTEST = 4


@functools.lru_cache(maxsize=32768)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is in the English list, or is built from words that are."""
    if word in _NAMES:
        return False
    if is_listed(word, _listed()) or _is_maker(word.removesuffix("s")):
        return True
    rests = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))
    return any(len(rest) >= _SHORTEST and is_listed(rest, _listed()) for rest in rests)


def is_listed(word: str, listed: frozenset[str]) -> bool:
    """Whether a word, or what it is a form of, is among these."""
    if word in listed:
        return True
    return any(
        base in listed or is_listed(base, listed) for base in _bases(word) if len(base) >= 2 and len(base) < len(word)
    )


def _bases(word: str) -> Iterator[str]:
    """The words that this one may be a form of."""
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        yield word[:-2]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not (ending == "s" and word.endswith(_NO_PLURAL)):
            base = word[: -len(ending)]
            for put in instead:
                if put != "2":
                    yield base + put
                elif base[-1:] == base[-2:-1]:
                    yield base[:-1]


def _is_maker(word: str) -> bool:
    """Whether the word is of the kind of `policymaker`."""
    if not word.endswith("er"):
        return False
    cuts = range(_SHORTEST, len(word) - _SHORTEST)
    return any(is_listed(word[:cut], _listed()) and is_listed(word[cut:], _listed()) for cut in cuts)


@functools.cache
def _listed() -> frozenset[str]:
    text = resources.files("quizgen.text").joinpath("english_words.txt").read_text(encoding="utf-8")
    return frozenset((*text.split(), *_NOT_IN_IT.split()))
