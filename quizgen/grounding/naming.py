"""Where the names of an item stand: in its quotes and beside them, in its passages, in its briefs and front matter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizgen.course import Course
from quizgen.findings import Location
from quizgen.grounding import Ground, grounds, register_of
from quizgen.model import Brief, Evidence, Passage
from quizgen.text import content, demonyms, locate, sentences
from quizgen.text.acronyms import stands_for
from quizgen.text.long_names import with_one_word_changed
from quizgen.text.mentions import is_written, mentions
from quizgen.text.names import Name, titled
from quizgen.text.register import Register, akin, are_alike, slip_for

Widened = Callable[[str, int, int], str]
"""What of a text counts as near to a span of it."""


def sources(course: Course) -> Iterator[Source]:
    """Every item whose briefs are in its own language, with what it rests on."""
    language = course.settings.language
    registers = {brief.id: register_of(brief) for brief in course.briefs if brief.language == language}
    for ground in grounds(course):
        if all(brief.id in registers for brief in ground.briefs):
            yield Source(ground, registers)


@dataclass(frozen=True, slots=True)
class Source:
    """An item's ground with the registers of its briefs; names are read as the first brief has them."""

    ground: Ground
    registers: Mapping[str, Register]

    @property
    def register(self) -> Register:
        """The names of the first brief."""
        return self.registers[self.ground.briefs[0].id]

    def names(self, text: str) -> tuple[Name, ...]:
        """The names of a text, each once, where it comes first."""
        names = self.register.names(text)
        return names if len(names) < 2 else tuple({name.words: name for name in reversed(names)}.values())[::-1]

    def told_apart(self, name: Name) -> tuple[Name, ...]:
        """Of `Salvadoran Legislative Assembly` both names, where the brief has each and not the whole."""
        people = re.match(r"([^\W\d_]+)[\s-]+(?=\w)", name.text)
        if people is None or len(name.words) < 2 or not demonyms.is_people(name.words[0]) or self.knows(name):
            return (name,)
        middle = name.start + people.end()
        first = Name(people.group(1), name.start, name.start + people.end(1), name.words[:1])
        rest = Name(name.text[people.end() :], middle, name.end, name.words[1:])
        return (first, rest) if self.knows(first) and self.knows(rest) else (name,)

    def knows(self, name: Name) -> bool:
        """Whether a brief has the name, in its passages or its front matter."""
        return self.in_front(name) or self._of_a_brief(name, lambda brief: (passage.text for passage in brief.passages))

    def mistaken(self, text: str, asked: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, str]]:
        """What of a text is written as a name, in ordinary words, and is none of the brief's; with one that is.

        Where only a part of the text is `asked` for, nothing but a long name with one word changed.
        """
        long = tuple(
            with_one_word_changed(text, itertools.chain(self.register.texts, self.register.spellings.values()))
        )
        yield from long
        if long or asked != ((0, len(text)),):
            return
        language = self.register.language
        read = {name.words for name in self.register.names(text)}
        for name in titled(text, language):
            meant = None if name.words in read or self.knows(name) else akin(name.text, self.register)
            if meant is not None:
                yield name.text, meant
        first = _CAPITALISED.match(text)
        meant = slip_for(first.group(), self.register) if first else None
        if first and meant and self.register.is_ordinary(first.group().lower()):
            yield first.group(), meant

    def names_of_others(self, answer: str, others: Iterable[str]) -> Iterator[Name]:
        """The names of other accepted answers that are not the answer's own in other words."""
        named, stems = self.names(answer), content.stem_set(answer, self.register.language)
        for text in others:
            if named and all(mentions(text, name, self.register) for name in named):
                continue  # the answer and more
            if stems and stems <= content.stem_set(text, self.register.language):
                continue
            yield from (name for name in self.names(text) if not self._is_variant(name, answer))

    def _is_variant(self, name: Name, answer: str) -> bool:
        """Whether a name is the answer's in part or in more, by its initials, or in other letters."""
        if len(name.words) == 1 and self.register.is_ordinary(name.words[0]):
            return True
        if mentions(answer, name, self.register) or stands_for(name.text, answer, self.register.language):
            return True
        words = {word for other in self.names(answer) for word in other.words}
        shared = words.intersection(name.words)
        if any(not self.register.is_ordinary(word) for word in shared):
            return True
        return (bool(shared) and (shared == words or len(shared) == len(name.words))) or are_alike(name.text, answer)

    def evidence(self) -> Iterator[tuple[Evidence, Passage, Register]]:
        """Each evidence of the item with its passage, and the names of that passage's brief."""
        briefs = {brief.id: brief for brief in self.ground.briefs}
        for evidence in self.ground.question.evidence:
            passage = briefs[evidence.brief].passage(evidence.passage)
            if passage is not None:
                yield evidence, passage, self.registers[evidence.brief]

    def in_quotes(self, name: Name, widened: Widened) -> Passage | None:
        """The first passage that has the name in a quote, or near one; anywhere, where the quote is not to be found."""
        for evidence, passage, register in self.evidence():
            if mentions(passage.text, name, register):  # whoever asks for a passage asks again
                span = locate.find(evidence.quote, passage.text)
                if span is None or mentions(widened(passage.text, *span), name, register):
                    return passage
        return None

    def is_subject(self, name: Name) -> bool:
        """Whether a passage begins with the name and a quote in it speaks on of “it” or “the group”."""
        for evidence, passage, register in self.evidence():
            span = locate.find(evidence.quote, passage.text) if mentions(passage.text, name, register) else None
            if span and _GOES_ON.match(sentences.around(passage.text, *span)):
                start, end = sentences.sentences(passage.text)[0]
                return mentions(passage.text[start : min(end, _BEGINNING)], name, register)
        return False

    def is_beside(self, name: Name, claim: str) -> bool:
        """Whether only a sentence beside those of the quotes has a name of the claim, and nothing else gives it."""
        stem = self.ground.question.stem
        given = stem != claim and mentions(stem, name, self.register)
        if given or any(is_written(name, quote) for quote in self.ground.quotes):
            return False
        if self.in_quotes(name, sentences.around) or not self.in_quotes(name, sentences.beside):
            return False
        is_setting = mentions("United States", name, self.register) or self.in_title(name)
        return not (is_setting or self.is_author(name) or self.is_subject(name))

    def left_out(self, claim: str) -> tuple[Name, ...]:
        """The names of the quotes that the claim does not mention."""
        named = (name for quote in self.ground.quotes for name in self.names(quote))
        return tuple(name for name in named if not (mentions(claim, name, self.register) or self.is_author(name)))

    def in_passages(self, name: Name) -> Passage | None:
        """The passage of the evidence that has the name; of several, that where it stands nearest to a quote."""
        evidence = self.evidence()
        held = dict.fromkeys(passage for _, passage, register in evidence if mentions(passage.text, name, register))
        if len(held) > 1:
            near = self.in_quotes(name, sentences.around) or self.in_quotes(name, sentences.beside)
            return near or next(iter(held))
        return next(iter(held), None)

    def in_brief(self, name: Name) -> Passage | None:
        """The passage of the briefs that has the name; of several, the nearest to one that the item rests on."""
        numbers = [passage.number for passage in self.ground.passages]
        for brief in self.ground.briefs:
            held = [passage for passage in brief.passages if mentions(passage.text, name, self.registers[brief.id])]
            if held:
                return min(held, key=lambda passage: min(abs(passage.number - number) for number in numbers))
        return None

    def in_front(self, name: Name) -> bool:
        """Whether the front matter of a brief has the name."""
        return self._of_a_brief(name, lambda brief: (brief.title, _authors(brief), brief.note or ""))

    def in_title(self, name: Name) -> bool:
        """Whether the title of a brief has the name, which says what the whole brief is about."""
        return self._of_a_brief(name, lambda brief: (brief.title,))

    def has_one_subject(self) -> bool:
        """Whether the titles of the briefs have but one name, so that none of them can stand for another."""
        registers = [(brief.title, self.registers[brief.id]) for brief in self.ground.briefs]
        titled = [(name.words, register) for title, register in registers for name in register.names(title)]
        return len({words for words, register in titled if not all(map(register.is_ordinary, words))}) < 2

    def is_author(self, name: Name) -> bool:
        """Whether the name is an author's."""
        return self._of_a_brief(name, lambda brief: (_authors(brief),))

    def _of_a_brief(self, name: Name, texts: Callable[[Brief], Iterable[str]]) -> bool:
        return any(
            mentions(text, name, self.registers[brief.id]) for brief in self.ground.briefs for text in texts(brief)
        )

    def place(self, name: Name, passage: Passage) -> Location | None:
        """Where a passage has the name, as near to a quote as may be; None where it says it in other letters."""
        quoted = [locate.find(evidence.quote, passage.text) for evidence, held, _ in self.evidence() if held == passage]
        near = min((span[0] for span in quoted if span), default=0)
        longest = max(re.findall(r"[^\W_]+", name.text), key=len, default=name.text)
        for written in (name.text, longest, longest[:_STEM] if len(longest) > _STEM else longest):
            starts = [match.start() for match in re.finditer(rf"(?<![^\W_]){re.escape(written)}", passage.text)]
            if starts:
                return passage.at(min(starts, key=lambda start: abs(start - near)))
        return None


_CAPITALISED = re.compile(r"[A-Z][^\W\d_]{4,}")
_BEGINNING = 80
_STEM = 5
_GOES_ON = re.compile(
    r"(?:It|Its|They|Their|He|His|She|Her|This|That|These|Those|Ella|Ellos|Éste?|Este|Esta|Esto|Su|Sus"
    r"|(?:The|El|La) (?:agency|bank|body|commission|company|court|fund|gang|government|group|institution|law|ministry"
    r"|organization|party|plan|policy|program|agencia|banco|comisión|empresa|fondo|gobierno|grupo|ley|organización"
    r"|pandilla|partido|programa))\b"
)


def _authors(brief: Brief) -> str:
    return ", ".join(brief.authors)
