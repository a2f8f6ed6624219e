"""What stands on the two faces of a card: large what is asked and what is right, small where it comes from."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen import wording
from quizgen.exporters.pdf.cutting.setting import Setting, at_size, largest, lines_at_size
from quizgen.exporters.pdf.cutting.sheet import HEIGHT, WIDTH
from quizgen.exporters.pdf.faces import SANS, SERIF
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.text import Text, literal, prose
from quizgen.model import Question, Quiz, Words
from quizgen.presenting import citation
from quizgen.text import content
from quizgen.wording import Wording

LARGEST, LEAST = {"stem": 14.0, "answer": 16.0}, 9.0
"""The sizes that what is asked, and what is right, shrink from and to."""
ALSO, FINE = 8.5, 7.5
"""The size of what is also right, and of what stands at a card's edges."""
_ALSO_LINES = 4
"""As many lines of what is also right are enough to judge an answer by."""
PLAIN, PROMPT, STRONG = Style(SERIF, 0, 0), Style(SERIF, 0, 0, emphasis=True), Style(SERIF, 0, 0, strong=True)
GUIDE = Style(SANS, 0, 0)
"""What a card is set in; the sizes come with the texts."""
SIDE = 17.0
"""From the sides of a card to its text: a cut may miss by a few millimetres."""
TOP = 15.0
"""From the upper edge to the top of the number, and from the lower edge to the last baseline."""
MEASURE = WIDTH - 2 * SIDE
_AIR = 14.0
"""Between what stands at an edge and what stands in the middle."""
BELOW = 11.0
"""From what is right to what is also right."""
APART = 5.5
"""From one text at the foot to the next."""


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card: texts below one another in its middle, and others at its foot."""

    middle: tuple[Setting, ...]
    foot: tuple[Setting, ...]

    @property
    def height(self) -> float:
        """How high the texts in the middle are."""
        return stacked(self.middle, BELOW)


@dataclass(frozen=True, slots=True)
class Card:
    """An item on a card: its number in the deck, what asks and what answers."""

    number: int
    item: str
    stem: str
    front: Face
    back: Face


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text that does not fit on its face in the least size: by how many lines and, about, how many characters.

    `field` is `evidence` where the references at the foot fill the face. Where `wide`, a word of it is wider than the
    face, however many lines there were room for.
    """

    field: str
    lines: int
    characters: int
    wide: bool


def cards(quiz: Quiz) -> tuple[Card, ...]:
    """The cards of a quiz, in the order of its items; those that are too long are left out, and `limits` says so."""
    made: list[Card] = []
    for question, answer in asked(quiz):
        front, back = faces(question, answer, quiz)
        if isinstance(front, Face) and isinstance(back, Face):
            made.append(Card(len(made) + 1, question.id, question.stem, front, back))
    return tuple(made)


def asked(quiz: Quiz) -> Iterator[tuple[Question, Words]]:
    """The items of a quiz that can be cards, with their answers."""
    for question in quiz.questions:
        if isinstance(question.answer, Words):
            yield question, question.answer


def faces(question: Question, answer: Words, quiz: Quiz) -> tuple[Face | TooLong, Face | TooLong]:
    """The front and the back of a card."""
    words = wording.for_language(quiz.language)
    return _front(question, answer, words), _back(question, answer, quiz, words)


def _front(question: Question, answer: Words, words: Wording) -> Face | TooLong:
    """What is asked; below a definition, that its term is what is asked for."""
    foot = (at_size(literal(words.give_term), PROMPT, ALSO, MEASURE),) if answer.reverse else ()
    return _face("stem", prose(question.stem), PLAIN, (), foot)


def _back(question: Question, answer: Words, quiz: Quiz, words: Wording) -> Face | TooLong:
    """The answer, what is also right, and what it rests on."""
    references = (source.reference for source in citation.sources(question, quiz, words))
    foot = tuple(at_size(literal(reference), GUIDE, FINE, MEASURE) for reference in references)
    return _face("answer", literal(answer.accepted[0]), STRONG, _also(variants(answer, quiz.language), words), foot)


def _also(others: tuple[str, ...], words: Wording) -> tuple[Setting, ...]:
    """What is also right, as much of it as a few lines hold, and how much more there is; none where nothing is."""
    if not others:
        return ()
    count = len(others)
    if _also_lines(others, count, words) > _ALSO_LINES:
        # the more are shown, the more lines there are
        fewer = range(1, count)
        count = max(1, bisect_right(fewer, _ALSO_LINES, key=lambda shown: _also_lines(others, shown, words)))
    return (at_size(_also_told(others, count, words), PLAIN, ALSO, MEASURE),)


def _also_lines(others: tuple[str, ...], count: int, words: Wording) -> int:
    return lines_at_size(_also_told(others, count, words), PLAIN, ALSO, MEASURE)


def _also_told(others: tuple[str, ...], count: int, words: Wording) -> Text:
    """The first `count` of what is also right, and how many more there are."""
    more = [words.and_more.format(count=len(others) - count)] if count < len(others) else []
    return literal(f"{words.also_right}: {'; '.join([*others[:count], *more])}")


def _face(field: str, text: Text, style: Style, also: tuple[Setting, ...], foot: tuple[Setting, ...]) -> Face | TooLong:
    """A face with its main text as large as the others leave room for."""
    room = HEIGHT - TOP - FINE - _AIR - below(foot)
    left = room - sum(BELOW + setting.height for setting in also)
    setting = largest(text, style, _sizes(field), MEASURE, left)
    if setting is None or not all(other.whole_words for other in also):
        least = (at_size(text, style, LEAST, MEASURE), *also)
        too_wide = not all(one.whole_words for one in least)
        # what is told is what takes most of the card
        if not too_wide and stacked(foot, APART) > stacked(least, BELOW):
            return _too_high("evidence", foot, stacked(least, BELOW) - room)
        return replace(_too_high(field, least, stacked(least, BELOW) - room), wide=too_wide)
    return Face((setting, *also), foot)


def variants(answer: Words, language: str) -> tuple[str, ...]:
    """What is also right, in other words: not with an article more, in the plural, in two words or in another order."""
    said: set[object] = set()
    shown = []
    for text in answer.accepted:
        stems = content.stems(text.replace("-", " "), language)
        same = {"".join(stems), tuple(sorted(stems))} if stems else {text}
        if said.isdisjoint(same):
            shown.append(text)
        said |= same
    return tuple(shown[1:])


def below(foot: tuple[Setting, ...]) -> float:
    """How high from the lower edge the middle begins; as far as from the upper edge where the foot is low."""
    return TOP + max(FINE, stacked(foot, APART)) + _AIR


def stacked(settings: tuple[Setting, ...], apart: float) -> float:
    """How high texts below one another are, with as much between them."""
    return sum(setting.height for setting in settings) + apart * max(0, len(settings) - 1)


def _sizes(field: str) -> Iterator[float]:
    """From the largest, in steps of half a point."""
    size = LARGEST[field]
    while size >= LEAST:
        yield size
        size -= 0.5


def _too_high(field: str, texts: tuple[Setting, ...], over: float) -> TooLong:
    """How much of texts does not fit, that are too high by so many points: in lines of the longest of them."""
    longest = max(texts, key=lambda setting: len(setting.lines))
    lines = max(0, math.ceil(over / longest.style.leading))
    characters = math.ceil(longest.characters * lines / len(longest.lines))
    return TooLong(field, lines, characters, wide=False)
