"""Where a denial on one side alone turns nothing round, since the other side says the same in another way.

“No storm was as large as that of 1998” is “the largest storm”, “not until the loan is agreed” is “once it is agreed”,
“not sufficient” is “insufficient”, and “did not rise” goes with “fell”.
"""

from __future__ import annotations

from quizgen.text.denying import Reading, Word

_SUPERLATIVE = frozenset(("most", "least", "best", "worst", "only", "first", "last", "mayor", "menor", "mejor", "peor"))
_ENDS_OF_SUPERLATIVES = ("est", "isimo", "isima")
_NOT_YET = frozenset(("until", "unless", "till", "before", "hasta", "antes"))
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "des")
_WITHOUT = ("without", "sin")
_SUPPOSING = frozenset(("might", "would", "could", "may", "unlikely", "unless", "if", "podria", "podrian", "seria"))
_REACH = 3
_NEAR = 6


def is_said_otherwise(reading: Reading, denial: int, other: Reading, place: int) -> bool:
    """Whether the other text, which says plainly at a place what is denied, comes to the same as the denial."""
    return (
        _is_superlative(reading, denial, other, place)
        or _has_a_term(reading, denial, other)
        or _is_one_word(reading, denial, other, place)
        or _is_denied_too(reading, denial, other)
        or _is_supposed(reading, denial)
    )


def _is_superlative(reading: Reading, denial: int, other: Reading, place: int) -> bool:
    """“No storm was larger than that one” beside “the largest storm”."""
    behind = [reading.words[n].text for n in reading.behind(denial)]
    compares = "than" in behind or "como" in behind or behind.count("as") > 1 or {"so", "as"} <= set(behind)
    clause = other.clauses[place]
    around = [word.text for n, word in enumerate(other.words) if other.clauses[n] == clause]
    return compares and any(text in _SUPERLATIVE or text.endswith(_ENDS_OF_SUPERLATIVES) for text in around)


def _has_a_term(reading: Reading, denial: int, other: Reading) -> bool:
    """“Not until a loan is agreed” beside “once a loan is agreed”; where both have the word, one denies the other."""
    terms = {reading.words[n].text for n in reading.behind(denial)} & _NOT_YET
    return bool(terms - {word.text for word in other.words})


def _is_one_word(reading: Reading, denial: int, other: Reading, place: int) -> bool:
    """“Not sufficient” beside “insufficient”, “did not rise” beside “fell”."""
    around = other.words[max(0, place - _NEAR) : place + _NEAR + 1]
    return any(
        _bare(denied) == word.stem or _bare(word) == denied.stem or word.stands(denied, opposed=True)
        for denied in (reading.words[n] for n in reading.denied(denial))
        for word in around
    )


def _bare(word: Word) -> str:
    """The stem of a word without a prefix that denies; empty for a word without one."""
    prefix = next((prefix for prefix in _PREFIXES if word.stem.startswith(prefix)), "")
    return word.stem.removeprefix(prefix) if prefix else ""


def _is_denied_too(reading: Reading, denial: int, other: Reading) -> bool:
    """Both deny something of the same words."""
    ours = _denied_stems(reading, denial)
    return any(ours & _denied_stems(other, index) for index in other.denials)


def _is_supposed(reading: Reading, denial: int) -> bool:
    """“Without the loan they might be weaker”: a supposition, which denies nothing."""
    if reading.words[denial].text not in _WITHOUT:
        return False
    clause = reading.clauses[denial]
    return any(word.text in _SUPPOSING for word, of in zip(reading.words, reading.clauses, strict=True) if of == clause)


def _denied_stems(reading: Reading, denial: int) -> set[str]:
    """What a denial bears on, up to the next one."""
    end = min((n for n in reading.denials if n > denial), default=len(reading.words))
    return {reading.words[n].stem for n in reading.denied(denial, _REACH) if n < end}
