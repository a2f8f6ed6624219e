"""Names of the briefs, corrupted one at a time and held against the sentence that they came from."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from quizgen.course import load
from quizgen.grounding import register_of
from quizgen.model import Brief
from quizgen.text.mentions import mentions, missing
from quizgen.text.names import Name
from quizgen.text.register import Register
from quizgen.text.sentences import sentences
from tests.conftest import REPOSITORY

OUTSIDE = ("Thorvald Ekström", "Lindqvist", "Botswana", "Kazakh", "OPEC", "Zambezi Authority", "KL-47")
DEMONYMS = {
    "Guatemala": "Guatemalan",
    "Guatemalan": "Guatemala",
    "Honduras": "Honduran",
    "Barbados": "Barbadian",
    "Barbadian": "Barbados",
    "Venezuela": "Venezuelan",
    "Venezuelan": "Venezuela",
    "Colombia": "Colombian",
    "Colombian": "Colombia",
    "El Salvador": "Salvadoran",
    "Central America": "Central American",
    "Central American": "Central America",
    "Egypt": "Egyptian",
    "French": "France",
}


@dataclass(frozen=True)
class Mention:
    """A name in a sentence of a passage, with the names that could be put in its place."""

    register: Register
    sentence: str
    name: Name
    of_passage: tuple[Name, ...]
    of_others: tuple[Name, ...]

    def with_name(self, text: str) -> str:
        return self.sentence[: self.name.start] + text + self.sentence[self.name.end :]

    def is_new(self, other: Name) -> bool:
        """Whether the sentence has the other name in no form."""
        here = self.register.names(self.sentence)
        return not any(
            mentions(one.text, other, self.register) or mentions(other.text, one, self.register) for one in here
        )


BRIEFS = load(REPOSITORY).briefs


def all_mentions() -> Iterator[Mention]:
    names = {brief.id: of_passages(brief) for brief in BRIEFS}
    for brief in BRIEFS:
        register = register_of(brief)
        others = tuple(name for other in BRIEFS if other is not brief for name in names[other.id])
        for passage in brief.passages:
            of_passage = register.names(passage.text)
            for start, end in sentences(passage.text):
                sentence = passage.text[start:end]
                for name in register.names(sentence):
                    yield Mention(register, sentence, name, of_passage, others)


def of_passages(brief: Brief) -> tuple[Name, ...]:
    register = register_of(brief)
    return tuple(name for passage in brief.passages for name in register.names(passage.text))


def typo(mention: Mention, chance: random.Random) -> str | None:
    """One letter within a word of the name is another; in a particle it would be no other name."""
    text = mention.name.text
    places = [place for place in range(1, len(text) - 1) if text[place].isalpha() and of_a_word(text, place)]
    if len(text) < 5 or not places:
        return None
    place = chance.choice(places)
    letter = chance.choice([letter for letter in "bdgklmnprtvz" if letter != text[place].lower()])
    return text[:place] + (letter.upper() if text[place].isupper() else letter) + text[place + 1 :]


def transposition(mention: Mention, chance: random.Random) -> str | None:
    text = mention.name.text
    places = [
        place
        for place in range(1, len(text) - 2)
        if text[place : place + 2].islower()
        and text[place : place + 2].isalpha()
        and text[place] != text[place + 1]
        and of_a_word(text, place)
    ]
    if not places:
        return None
    place = chance.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def of_a_word(text: str, place: int) -> bool:
    """Whether the letter belongs to a word with a capital."""
    begin = max(text.rfind(mark, 0, place + 1) for mark in " -‑") + 1
    return text[begin].isupper()


def outside(mention: Mention, chance: random.Random) -> str | None:
    return chance.choice(OUTSIDE)


def of_the_same_passage(mention: Mention, chance: random.Random) -> str | None:
    new = [name.text for name in mention.of_passage if mention.is_new(name)]
    return chance.choice(new) if new else None


def of_another_brief(mention: Mention, chance: random.Random) -> str | None:
    new = [name.text for name in mention.of_others if mention.is_new(name)]
    return chance.choice(new)


FAMILIES: tuple[Callable[[Mention, random.Random], str | None], ...] = (
    typo,
    transposition,
    outside,
    of_the_same_passage,
    of_another_brief,
)


def test_corrupted_names_are_missed_in_their_sentence() -> None:
    chance = random.Random(2026)
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for mention in all_mentions():
        for family in FAMILIES:
            new = family(mention, chance)
            if new is not None:
                made[family.__name__] += 1
                caught[family.__name__] += bool(missing(mention.with_name(new), [mention.sentence], mention.register))
    for family in FAMILIES:
        name = family.__name__
        print(f"{name}: {caught[name]} of {made[name]}")  # noqa: T201 - the rates are the result
        assert made[name] > 100
        assert caught[name] >= 0.95 * made[name]


def unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def has_acronym_in_capitals(mention: Mention) -> bool:
    """Whether a short word of the name would be read as an acronym in capitals: GROUP, President LÓPEZ."""
    return mention.register.is_ordinary(mention.name.words[0]) or min(map(len, mention.name.words)) <= 5


STYLES: dict[str, Callable[[Mention], str]] = {
    "as it is": lambda mention: mention.sentence,
    "no accents": lambda mention: unaccented(mention.sentence),
    "no full stops": lambda mention: mention.sentence.replace("U.S.", "US"),
    "in full": lambda mention: mention.sentence.replace("U.S.", "United States"),
    "straight marks": lambda mention: mention.sentence.replace("’", "'").replace("“", '"').replace("‑", "-"),
    "possessive": lambda mention: mention.with_name(f"{mention.name.text}’s"),
    "capitals": lambda mention: mention.with_name(
        mention.name.text if has_acronym_in_capitals(mention) else mention.name.text.upper()
    ),
    "demonym": lambda mention: mention.with_name(DEMONYMS.get(mention.name.text, mention.name.text)),
    "no hyphen": lambda mention: mention.sentence.replace("MS-13", "MS13").replace("H2-B", "H-2B"),
}


@pytest.mark.parametrize("style", STYLES)
def test_another_style_is_no_other_name(style: str) -> None:
    made = 0
    for mention in all_mentions():
        made += 1
        assert missing(STYLES[style](mention), [mention.sentence], mention.register) == ()
    assert made > 150
