"""The way through, from a course to what is to be written: check, assemble, ask each format for its limits, export."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace

from quizgen import assemble, at_once, checking, checks, exporters, handing_out, making
from quizgen.assemble import Plan
from quizgen.at_once import UnderWay
from quizgen.blueprints import Filter
from quizgen.checking import Looking
from quizgen.course import Course
from quizgen.findings import Finding, Report, Severity, stamp
from quizgen.making import Making, Workshop
from quizgen.manifest import Build
from quizgen.model import Paper, Passage, Printing, Quiz, Settings
from quizgen.releases import BEFORE_ANY
from quizgen.validation import as_slug

ALL_ITEMS = Filter()

LIMITS = "format-limits"
"""The rule under which a format says what it cannot hold."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a build. `banks` and `quizzes` are None for the whole course.

    `time` is since 1970, UTC; None for that of the last release.
    """

    formats: tuple[str, ...]
    time: int | None
    banks: tuple[str, ...] | None = None
    wanted: Filter = ALL_ITEMS
    name: str | None = None
    forms: int | None = None
    seed: int | None = None
    paper: Paper | None = None
    quizzes: tuple[str, ...] | None = None
    printing: Printing = field(default_factory=Printing)

    @property
    def narrowed(self) -> bool:
        """Whether it names the banks and quizzes that it asks for."""
        return self.banks is not None or self.quizzes is not None

    @property
    def filtered(self) -> bool:
        """Whether it asks for one quiz of its own, rather than for whole banks."""
        return bool(self.wanted) or self.name is not None

    @property
    def limited(self) -> tuple[str, ...]:
        """The formats whose limits count, and what they make on request alone."""
        return (*self.formats, exporters.ANSWER_SHEET.NAME) if self.printing.answer_sheet else self.formats


def scope(course: Course, request: Request) -> Course:
    """The course with the banks and quizzes alone that the request speaks of."""
    return course.only(request.banks or (), request.quizzes or ()) if request.narrowed else course


def quizzes(course: Course, request: Request, whole: Course | None = None) -> tuple[Quiz, ...]:
    """The quizzes that the request asks for; empty where its filter takes no item.

    `whole` is the course that it may be a part of.
    """
    defaults = course.settings.defaults
    plan = Plan(
        forms=defaults.forms if request.forms is None else request.forms,
        seed=defaults.seed if request.seed is None else request.seed,
    )
    if not request.filtered:
        return (*_of_banks(course, plan, request), *_of_blueprints(course, plan, request, whole))
    quiz = assemble.of_filter(course, plan, request.wanted, quiz_name(course, request))
    return (quiz,) if quiz.questions else ()


def _of_banks(course: Course, plan: Plan, request: Request) -> Iterator[Quiz]:
    """A quiz for each bank that is asked for; a course that is scoped to a quiz has its banks too."""
    for quiz in assemble.of_banks(course, plan):
        if not request.narrowed or quiz.id in (request.banks or ()):
            yield quiz


def _of_blueprints(course: Course, plan: Plan, request: Request, whole: Course | None) -> Iterator[Quiz]:
    """The quiz of each blueprint that is asked for, in as many forms as it says unless the request does."""
    for blueprint in course.blueprints:
        if request.narrowed and blueprint.id not in (request.quizzes or ()):
            continue
        own = plan.forms if request.forms is not None or blueprint.forms is None else blueprint.forms
        quiz = assemble.of_blueprint(course, replace(plan, forms=own), blueprint, whole)
        if quiz.questions:
            yield quiz


def quiz_name(course: Course, request: Request) -> str:
    """The name of a filtered quiz: the one given, or one made of the bank and what the filter asks for."""
    if request.name is not None:
        return request.name
    banks = request.banks or (course.settings.id,)
    return as_slug("-".join((*banks, *request.wanted.parts())))


def check(course: Course, quizzes: Sequence[Quiz], formats: Sequence[str]) -> Report:
    """All findings about the course and about what these formats can hold of the quizzes."""
    return _with_limits(checking.run(course), course, quizzes, formats)


def _with_limits(report: Report, course: Course, quizzes: Sequence[Quiz], formats: Sequence[str]) -> Report:
    if report.errors:
        return report  # limits are asked of quizzes that are sound
    severity = checks.severity_of(LIMITS, checks.usual_severity(LIMITS), course)
    return report.with_findings(_limits(quizzes, formats, severity))


def check_banks(course: Course, banks: tuple[str, ...], formats: tuple[str, ...] = exporters.DEFAULT) -> Report:
    """All findings about these banks, or about all where none is named, and what these formats can hold of them."""
    scoped, assembled = _banks(course, banks, formats)
    return check(scoped, assembled, formats)


def left_out_of_banks(course: Course, banks: tuple[str, ...], formats: tuple[str, ...]) -> Iterator[str]:
    """The lines of `left_out` for these banks, or for all where none is named."""
    return left_out(_banks(course, banks, formats)[1], formats)


def _banks(course: Course, banks: tuple[str, ...], formats: tuple[str, ...]) -> tuple[Course, tuple[Quiz, ...]]:
    """These banks alone, and their quizzes."""
    # a format's limits are the same however its quizzes are shuffled
    request = Request(formats=formats, time=0, banks=banks or None, forms=0)
    scoped = scope(course, request)
    return scoped, quizzes(scoped, request)


def _limits(quizzes: Sequence[Quiz], formats: Sequence[str], severity: Severity | None) -> Iterator[Finding]:
    """What formats cannot hold, each at its own weight or at this; errors stop a format whatever is allowed or off."""
    allowed = {question.id for quiz in quizzes for question in quiz.offered if LIMITS in question.allow}
    for name in formats:
        for remark in exporters.LIMITED[name].limits(quizzes):
            silenced = severity is None or remark.item in allowed
            if remark.severity is Severity.ERROR or not silenced:
                yield stamp(remark, LIMITS, severity or Severity.ERROR)


def left_out(quizzes: Sequence[Quiz], formats: Sequence[str]) -> Iterator[str]:
    """For each format that has no place for some of the items, a line that counts them by type.

    Where exams alone are built, a line for each format that has nothing of exams.
    """
    exams = [quiz.id for quiz in quizzes if quiz.audience == "exam"]
    for name in formats:
        if exporters.BY_NAME[name].for_study and len(exams) == len(quizzes):
            are = f"{exams[0]} is an exam" if len(exams) == 1 else f"{', '.join(exams)} are exams"
            yield f"Nothing for {name}: {are}, and exams go to paper and to course sites alone"
            continue
        types = {question.id: question.type for question in exporters.BY_NAME[name].left_out(quizzes)}
        if types:
            told = ", ".join(f"{count} {type}" for type, count in Counter(types.values()).most_common())
            yield f"Left out of {name}, which cannot hold {'it' if len(types) == 1 else 'them'}: {told}"


def for_exams(course: Course) -> frozenset[str]:
    """The ids of all items and quizzes that no student may be given."""
    items = (question.id for question in course.questions if question.exam_only)
    return frozenset((*items, *(one.id for one in course.blueprints if one.audience == "exam")))


@dataclass(frozen=True)
class Compiling:
    """A build that has begun: what is to be said of the course, and the files, which are made meanwhile."""

    course: Course
    quizzes: tuple[Quiz, ...]
    request: Request
    settings: Settings
    looking: Looking
    making: Making
    under_way: UnderWay

    def report(self) -> Report:
        """All findings about the course and about what the formats can hold of the quizzes."""
        report = self.looking.report(self.under_way.results(self.looking.work))
        return _with_limits(report, self.course, self.quizzes, self.request.limited)

    def build(
        self,
        tick: Callable[[str], object] = lambda name: None,
        for_exams: frozenset[str] = frozenset(),
        *,
        together: bool = False,
        sound: frozenset[str] = frozenset(),
    ) -> Build:
        """Every file of the build, made but not written; `tick` is told of each as it is made.

        `for_exams` is for the whole course, of which only a part may be built. With `together` there is one file for
        the class besides; `sound` has the marks of items, for the manifest.
        """
        made = self.under_way.results(self.making.work, lambda output: tick(output.name) if output else None)
        course, request, settings = self.course, self.request, self.settings
        inputs = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in sorted(course.sources.items())}
        options = {
            "paper": settings.paper,
            "time": settings.time,
            "printing": asdict(request.printing),
            **({"originals": True} if settings.originals else {}),
        }
        about = course.settings.title, course.settings.language
        bundle = functools.partial(handing_out.bundle, title=about[0], language=about[1]) if together else None
        files = self.making.files(made)
        return Build(files, self.quizzes, inputs, options, settings.whole, for_exams, bundle, sound)


@contextmanager
def begun(
    course: Course,
    quizzes: tuple[Quiz, ...],
    request: Request,
    workshop: Workshop,
    originals: Mapping[tuple[str, str], Passage] | None = None,
    known: Collection[str] = (),
) -> Iterator[Compiling]:
    """A build under way, called off at the end but for what was asked of it.

    Files are begun with only where reading found no error. `known` has the ids of items of which nothing was said when
    they were looked at last, and which are as they were; `originals` are as in `Settings`.
    """
    settings = _settings(course, request, originals or {})
    looking = checking.looking(course, known)
    due = making.making(quizzes, settings, request.formats, workshop)
    readable = all(finding.severity is not Severity.ERROR for finding in course.findings)
    works = (looking.work, due.work) if readable else (looking.work,)
    with at_once.begun(*works, worth=looking.worth or due.worth) as under_way:
        due.inputs()  # told while others are at work
        yield Compiling(course, quizzes, request, settings, looking, due, under_way)


def _settings(course: Course, request: Request, originals: Mapping[tuple[str, str], Passage]) -> Settings:
    """What exporters are to know besides the quizzes."""
    return Settings(
        paper=request.paper or course.settings.defaults.paper,
        time=(course.released.last or BEFORE_ANY) if request.time is None else request.time,
        whole=not request.narrowed and not request.filtered,
        released=course.released,
        originals=originals,
        printing=request.printing,
    )
