"""What a course is made of, free of any file format and of any output format. All of it is frozen.

Many item types read into few answer shapes: exporters `match` on the shape and end in `assert_never`, so that a new
type costs one file and a new shape is pointed out by the type checker wherever it is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from quizgen.findings import Location
from quizgen.releases import Released

Kind: TypeAlias = Literal["fact", "definition", "argument"]
Difficulty: TypeAlias = Literal["easy", "medium", "hard"]
Thinking: TypeAlias = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
Scoring: TypeAlias = Literal["each", "all"]
Audience: TypeAlias = Literal["study", "exam"]
Paper: TypeAlias = Literal["letter", "a4"]
Variant: TypeAlias = Literal["large-print", "readable"]
Flip: TypeAlias = Literal["long-edge", "short-edge"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or list entry of a brief; `id` is `p1`, `p2` … in order."""

    id: str
    text: str
    where: Location
    lines: tuple[tuple[int, Location], ...] = field(default=(), compare=False, repr=False)

    @property
    def number(self) -> int:
        """Its place in the brief, from 1; the same in the original."""
        return int(self.id[1:])

    def at(self, offset: int) -> Location:
        """Where a code point of the text stands in its file: `lines` has the offset and place of each line's first."""
        begins = [(start, where) for start, where in self.lines if start <= offset]
        if not begins:
            return self.where
        start, where = begins[-1]
        return Location(where.path, where.line, where.column + offset - start)


@dataclass(frozen=True, slots=True)
class Brief:
    """A source text. `restated` says that the passages are our words for the original's, and no quotation."""

    id: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    language: str
    restated: bool
    passages: tuple[Passage, ...]
    where: Location
    published: datetime.date | None = None
    url: str | None = None
    note: str | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_items: Mapping[str, str] = field(default_factory=dict)
    allow: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    no_items_where: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    allow_where: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)

    def passage(self, id: str) -> Passage | None:
        """The passage of that id, or None where the brief has none."""
        return next((passage for passage in self.passages if passage.id == id), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that an item rests on, and the words in it that carry the answer.

    `where` is the place of the passage's id, `brief_where` that of the brief's where the evidence names one itself.
    """

    brief: str
    passage: str
    quote: str
    where: Location
    quote_where: Location
    brief_where: Location | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be found, as in an item that was imported."""
        return self.passage == TO_DO


TO_DO = "TODO"
"""What stands where something is still to be written."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that an item takes to be true, or to be false, and where it says so.

    One that is put together from several places has in `parts` where in its text each begins, and where that stands.
    """

    text: str
    where: Location
    parts: tuple[tuple[int, Location], ...] = ()

    def at(self, offset: int) -> Location:
        """Where the part stands that a code point of the text belongs to."""
        return next((where for start, where in reversed(self.parts) if start <= offset), self.where)


@dataclass(frozen=True, slots=True)
class Option:
    """What may be picked: the key where `correct`, else a distractor; `why` tells students why it is right or wrong."""

    text: str
    correct: bool
    where: Location
    why: str | None = None
    why_where: Location | None = None

    @property
    def why_at(self) -> Location:
        """Where the reason stands."""
        return self.why_where or self.where


@dataclass(frozen=True, slots=True)
class Choices:
    """Pick one option, or with `multiple` all that apply; `pinned` options keep the order they stand in."""

    options: tuple[Option, ...]
    multiple: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Write a word or phrase: the first accepted answer is the one to show; with `reverse` also asked the other way."""

    accepted: tuple[str, ...]
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Write a figure, right within `tolerance` (absolute) of `value`; `text` has it as the course writes figures."""

    value: Decimal
    text: str
    unit: str | None = None
    tolerance: Decimal = Decimal(0)
    derived: str | None = None

    @property
    def shown(self) -> str:
        """The figure with its unit: `2.5 percent`. A space that does not break keeps them on one line."""
        return f"{self.text}\u00a0{self.unit}" if self.unit else self.text


@dataclass(frozen=True, slots=True)
class Blank:
    """A hole in a text: the first accepted answer is the one to show."""

    accepted: tuple[str, ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Fill the blanks of a text; `parts` holds text and blanks in reading order."""

    parts: tuple[str | Blank, ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks alone, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Blank))


@dataclass(frozen=True, slots=True)
class Left:
    """An entry that belongs to one entry on the right: `right` is its index there."""

    text: str
    right: int
    where: Location
    why: str | None = None
    why_where: Location | None = None

    @property
    def why_at(self) -> Location:
        """Where the reason stands."""
        return self.why_where or self.where


@dataclass(frozen=True, slots=True)
class Pairs:
    """Say for each left entry which right one it belongs to; with `headings` many may share one.

    Left entries that are `pinned` keep the order they stand in; `rights_where` has the place of each right entry.
    """

    lefts: tuple[Left, ...]
    rights: tuple[str, ...]
    headings: bool = False
    pinned: bool = False
    rights_where: tuple[Location, ...] = field(default=(), compare=False, repr=False)

    @property
    def extras(self) -> tuple[str, ...]:
        """Right entries that no left one belongs to."""
        used = {left.right for left in self.lefts}
        return tuple(text for index, text in enumerate(self.rights) if index not in used)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a sequence."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    """Put steps in order: `steps` is the right order, `shown` the indexes of the steps as they are shown."""

    steps: tuple[Step, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an essay earns points for."""

    text: str
    points: float


@dataclass(frozen=True, slots=True)
class Essay:
    """Argue at length: a model answer, the rubric it is marked by, and the lines to leave on paper."""

    model_answer: str
    rubric: tuple[Criterion, ...]
    lines: int


Answer: TypeAlias = Choices | Words | Number | Gaps | Pairs | Sequence | Essay


@dataclass(frozen=True, slots=True)
class Question:
    """An item of a bank, read. The stem of a term is its definition; a cloze has none, its text is in its `Gaps`.

    `unread` names the fields that could not be read as a whole, which hold less than the curator wrote; with
    `item` among them one holds a stand-in.
    """

    id: str
    bank: str
    kind: Kind
    type: str
    stem: str
    answer: Answer
    rationale: str
    evidence: tuple[Evidence, ...]
    difficulty: Difficulty
    thinking: Thinking
    where: Location
    tags: tuple[str, ...] = ()
    points: float = 1
    scoring: Scoring = "all"
    exam_only: bool = False
    retired: datetime.date | None = None
    allow: Mapping[str, str] = field(default_factory=dict)
    claims: tuple[Statement, ...] = ()
    falsehoods: tuple[Statement, ...] = ()
    fields: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    unread: frozenset[str] = frozenset()

    def at(self, name: str) -> Location:
        """Where a field of the item stands; the item itself where it does not have that field."""
        return self.fields.get(name, self.where)


@dataclass(frozen=True, slots=True)
class Bank:
    """A file of items, keyed to one brief; `brief` is None in a bank across briefs.

    `unread` is how many items it has besides, of which nothing could be read.
    """

    id: str
    title: str
    brief: str | None
    questions: tuple[Question, ...]
    where: Location
    brief_where: Location | None = None
    unread: int = 0

    @property
    def current(self) -> tuple[Question, ...]:
        """The items that are not retired."""
        return tuple(question for question in self.questions if question.retired is None)


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its place on a form. Its answer is already in the order to show; `order` says how that came about.

    `order` holds, for what was shuffled (options, right entries of a match, entries of a sort, steps), the index that
    each shown one has in the bank; it is empty where there is nothing to shuffle.
    """

    number: int
    question: Question
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a form, with heading and instructions where it has them."""

    placed: tuple[Placed, ...]
    title: str | None = None
    instructions: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a quiz: `letter` A, B …; its items are numbered through all its parts."""

    letter: str
    parts: tuple[Part, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every item of the form, in order."""
        return tuple(placed for part in self.parts for placed in part.placed)

    @property
    def points(self) -> float:
        """What the whole form is worth."""
        return sum(placed.question.points for placed in self.placed)


@dataclass(frozen=True, slots=True)
class Pool:
    """Items of which a format that draws anew for every student asks `count`; `where` is the entry that draws them."""

    count: int
    questions: tuple[Question, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Section:
    """Items that are asked together under one heading, or under none.

    `questions` are those of paper; each of those that a blueprint drew is in one of the `pools`, if there is more to
    draw from.
    """

    questions: tuple[Question, ...]
    title: str | None = None
    instructions: str | None = None
    pools: tuple[Pool, ...] = ()

    @property
    def settled(self) -> tuple[Question, ...]:
        """The items that every student is asked, whoever draws."""
        drawn = {question.id for pool in self.pools for question in pool.questions}
        return tuple(question for question in self.questions if question.id not in drawn)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The items that are asked together, and the forms they are asked in. A bank is a quiz of all its items.

    `questions` stand in the order of their bank, their options as the curator wrote them, for formats that shuffle for
    themselves; `briefs` are those that the evidence rests on; `drawn` says that a blueprint took its items from banks.
    """

    id: str
    title: str
    course: str
    course_title: str
    language: str
    seed: int
    questions: tuple[Question, ...]
    forms: tuple[Form, ...]
    briefs: tuple[Brief, ...]
    audience: Audience = "study"
    minutes: int | None = None
    drawn: bool = False
    sections: tuple[Section, ...] = ()
    pool_briefs: tuple[Brief, ...] = ()

    def brief(self, id: str) -> Brief:
        """The brief of that id, which one of the items rests on."""
        return next(brief for brief in (*self.briefs, *self.pool_briefs) if brief.id == id)

    @property
    def offered(self) -> tuple[Question, ...]:
        """Every item that a student may be asked, those of the pools too."""
        pooled = (question for section in self.sections for pool in section.pools for question in pool.questions)
        return tuple({question.id: question for question in (*self.questions, *pooled)}.values())

    @property
    def drawn_once(self) -> Quiz:
        """The quiz for formats that do not draw anew for every student: without what else might have been drawn."""
        if not self.pool_briefs and not any(section.pools for section in self.sections):
            return self
        sections = tuple(replace(section, pools=()) for section in self.sections)
        return replace(self, sections=sections, pool_briefs=())

    @property
    def points(self) -> float:
        """What the whole quiz is worth."""
        return sum(question.points for question in self.questions)


@dataclass(frozen=True, slots=True)
class Printing:
    """What is to be printed besides a paper of each form.

    `variants` are other ways to set the same paper; `copies` is how many papers one file for the printer is to hold (0:
    there is no such file), `flip` the edge on which the printer turns sheets of cards over; `answer_sheet` asks for a
    sheet of bubbles with each paper.
    """

    variants: tuple[Variant, ...] = ()
    copies: int = 0
    flip: Flip = "long-edge"
    answer_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What an exporter needs to know besides the quizzes.

    `time` is the moment (seconds since 1970, UTC) that outputs carry as theirs; `whole` says that the quizzes are all
    of the course's, so that files about the course as a whole (its deck, its index) are due too; `released` says what
    students have already, and from when it counts. `originals`, by brief and passage, are the briefs' own passages for
    a class that may have them, which go into self-tests alone.
    """

    paper: Paper
    time: int
    whole: bool
    released: Released = field(default_factory=Released)
    originals: Mapping[tuple[str, str], Passage] = field(default_factory=dict, repr=False)
    printing: Printing = field(default_factory=Printing)

    @property
    def of_one_quiz(self) -> Settings:
        """What of these a file of a single quiz that shows no original may depend on: not what else there is."""
        return Settings(self.paper, self.time, whole=False, printing=self.printing)


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: name from the output folder with `/`, content, and the quiz it belongs to (None: the course).

    `about` is what the manifest says of the file besides, such as where on it something stands: plain values, as JSON
    has them. `inputs` is the fingerprint of all that it was made of, where that is known.
    """

    name: str
    data: bytes
    quiz: str | None
    about: Mapping[str, object] = field(default_factory=dict)
    inputs: str | None = None


def letters(count: int) -> Iterator[str]:
    """A, B … Z, AA, AB …: how options and forms are named."""
    for index in range(count):
        name, rest = "", index
        while rest >= 0:
            name, rest = chr(ord("A") + rest % 26) + name, rest // 26 - 1
        yield name
