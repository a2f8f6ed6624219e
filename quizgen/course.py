"""A course on disk: find it, read its settings, load all of it. Reading collects every finding and goes on."""

from __future__ import annotations

import itertools
import operator
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from quizgen import blueprints, locks, marked_yaml
from quizgen.blueprints import Blueprint
from quizgen.documents import Document
from quizgen.files import SETTINGS, Files, Readings
from quizgen.findings import Finding, Location, Remark, stamp
from quizgen.model import Bank, Brief, Paper, Question
from quizgen.releases import Released
from quizgen.validation import Slug, Strict, Text, validated

RuleSwitch: TypeAlias = Literal["on", "off", "warning", "error"]


class Defaults(Strict):
    """How quizzes are built unless the command says otherwise."""

    paper: Paper = "letter"
    forms: Annotated[int, Field(ge=1, le=26)] = 1
    seed: Annotated[int, Field(ge=0, le=2**53)] = 1


class CourseSettings(Strict):
    """What `questions/course.yaml` says."""

    id: Slug
    title: Text
    language: Literal["en", "es"] = "en"
    defaults: Defaults = Defaults()
    rules: dict[str, RuleSwitch] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)  # each reading is a course of its own, by which much can be remembered
class Course:
    """All briefs and banks of a folder, what reading found wrong, and the text of each file for showing its lines.

    `reviewed` is what the lock of reviews says, None in a course that has not begun one; `released` is what the lock
    of releases says, of which nothing is left out where the course is narrowed to some banks. No quiz can be drawn from
    `partial_blueprints`, which could not be read as a whole.
    """

    root: Path
    settings: CourseSettings
    settings_read: Document | None
    briefs: tuple[Brief, ...]
    banks: tuple[Bank, ...]
    findings: tuple[Finding, ...]
    sources: dict[str, str] = field(repr=False)
    bank_ids: tuple[str, ...] = ()
    brief_ids: tuple[str, ...] = ()
    reviewed: locks.Reviewed | None = None
    blueprints: tuple[Blueprint, ...] = ()
    quiz_ids: tuple[str, ...] = ()
    released: Released = field(default_factory=Released)
    partial_blueprints: tuple[Blueprint, ...] = ()

    @property
    def questions(self) -> Iterator[Question]:
        """Every item of every bank, retired ones too."""
        return (question for bank in self.banks for question in bank.questions)

    @property
    def current(self) -> Iterator[Question]:
        """Every item that is not retired."""
        return (question for bank in self.banks for question in bank.current)

    @property
    def unread(self) -> int:
        """How many items there are besides, of which nothing could be read."""
        return sum(bank.unread for bank in self.banks)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every brief, bank, quiz and item, of the files too that could not be read."""
        return (*self.brief_ids, *self.bank_ids, *self.quiz_ids, *(question.id for question in self.questions))

    def brief(self, id: str) -> Brief | None:
        """The brief of that id, or None."""
        return next((brief for brief in self.briefs if brief.id == id), None)

    def switched(self, rules: Mapping[str, RuleSwitch]) -> Course:
        """The course as if its settings switched the rules so."""
        return replace(self, settings=self.settings.model_copy(update={"rules": dict(rules)}))

    def beside(self, sources: Mapping[str, str]) -> Course:
        """The course with the texts of other files too, so that lines of theirs can be shown."""
        return replace(self, sources={**self.sources, **sources})

    def parts(self, count: int) -> tuple[Course, ...]:
        """The course in so many parts of about as many items, each with the briefs that these name; no findings."""
        items = [(bank, question) for bank in self.banks for question in bank.questions]
        size = max(1, -(-len(items) // count))
        parts = []
        for start in range(0, len(items), size):
            banks = [
                replace(bank, questions=tuple(question for _, question in of_bank))
                for bank, of_bank in itertools.groupby(items[start : start + size], key=operator.itemgetter(0))
            ]
            if start == 0:
                banks += [bank for bank in self.banks if not bank.questions]
            parts.append(replace(self, banks=tuple(banks), briefs=self._of(_named_by(banks)), findings=()))
        return tuple(parts)

    def without(self, items: Collection[str]) -> Course:
        """The course without these items, nor the banks that then hold none; no findings."""
        left = (
            (bank, tuple(question for question in bank.questions if question.id not in items)) for bank in self.banks
        )
        banks = tuple(replace(bank, questions=questions) for bank, questions in left if questions or not bank.questions)
        return replace(self, banks=banks, briefs=self._of(_named_by(banks)), findings=())

    def _of(self, briefs: Collection[str]) -> tuple[Brief, ...]:
        return tuple(brief for brief in self.briefs if brief.id in briefs)

    def blueprint(self, id: str) -> Blueprint | None:
        """The blueprint of that quiz, or None."""
        return next((blueprint for blueprint in self.blueprints if blueprint.id == id), None)

    def only(self, banks: Collection[str], quizzes: Collection[str] = ()) -> Course:
        """The course as if it had these banks alone, the briefs that they name and these quizzes with their banks.

        Findings elsewhere are left out.
        """
        needed = self._needed(quizzes)
        ids = {*banks, *self._banks_of(needed)}
        kept = tuple(bank for bank in self.banks if bank.id in ids)
        named = _named_by(kept)
        paths = {SETTINGS, "corpus", "questions", locks.RELEASED}
        paths |= {*map(_bank_path, ids), *map(_brief_path, named), *map(_quiz_path, needed)}
        return replace(
            self,
            banks=kept,
            briefs=self._of(named),
            blueprints=tuple(blueprint for blueprint in self.blueprints if blueprint.id in needed),
            partial_blueprints=tuple(one for one in self.partial_blueprints if one.id in needed),
            findings=tuple(finding for finding in self.findings if finding.where.path in paths),
        )

    def _needed(self, quizzes: Collection[str]) -> set[str]:
        """These quizzes, and those whose items they leave alone."""
        needed: set[str] = set()
        asked = list(quizzes)
        while asked:
            id = asked.pop()
            if id not in needed:
                needed.add(id)
                blueprint = self.blueprint(id)
                asked += [name.id for name in blueprint.not_in] if blueprint else []
        return needed

    def _banks_of(self, quizzes: Collection[str]) -> Iterator[str]:
        """The banks that these quizzes take from: all of them, where an entry names none."""
        for take in (take for one in self.blueprints if one.id in quizzes for take in one.takes):
            items = {name.id for name in take.items}
            if items:
                yield from (question.bank for question in self.questions if question.id in items)
            else:
                yield from (name.id for name in take.banks) if take.banks else self.bank_ids


def _named_by(banks: Iterable[Bank]) -> set[str]:
    """The ids of the briefs that banks and their items name."""
    named = {evidence.brief for bank in banks for question in bank.questions for evidence in question.evidence}
    return named | {bank.brief for bank in banks if bank.brief}


def _bank_path(id: str) -> str:
    return f"questions/{id}.yaml"


def _quiz_path(id: str) -> str:
    return f"{blueprints.FOLDER}/{id}.yaml"


def _brief_path(id: str) -> str:
    return f"corpus/{id}.md"


def find(start: Path) -> Path | None:
    """The nearest folder upward that has `corpus/` and `questions/`, or None."""
    folders = (start, *start.parents)
    return next((f for f in folders if (f / "corpus").is_dir() and (f / "questions").is_dir()), None)


def load(root: Path, memory: Readings | None = None) -> Course:
    """The course in a folder. Whatever is wrong with its files is among its findings.

    `memory` has what was read before, of files that may have changed since.
    """
    files = Files(root, memory)
    settings, document = _settings(files)
    brief_files = files.named("corpus", (".md",))
    briefs = [brief for path, id in brief_files if (brief := files.brief(path, id))]
    bank_files = [(path, id) for path, id in files.named("questions", (".yaml", ".yml")) if path != SETTINGS]
    read = [files.bank(path, id, settings.language) for path, id in bank_files]
    quiz_files = files.named(blueprints.FOLDER, (".yaml", ".yml")) if (root / blueprints.FOLDER).is_dir() else []
    quizzes = [files.blueprint(path, id) for path, id in quiz_files]
    reviewed, released = _reviewed(files), _released(files)
    return Course(
        root=root,
        settings=settings,
        settings_read=document,
        briefs=tuple(briefs),
        banks=tuple(bank for bank in read if bank),
        findings=tuple(files.findings),
        sources=files.sources,
        bank_ids=tuple(id for _, id in bank_files),
        brief_ids=tuple(id for _, id in brief_files),
        reviewed=reviewed,
        blueprints=tuple(blueprint for blueprint in quizzes if blueprint and not blueprint.partial),
        partial_blueprints=tuple(blueprint for blueprint in quizzes if blueprint and blueprint.partial),
        quiz_ids=tuple(id for _, id in quiz_files),
        released=released,
    )


def _reviewed(files: Files) -> locks.Reviewed | None:
    text = _lock(files, locks.REVIEWED)
    if text is None:
        return None
    reviewed, findings = locks.read_reviewed(text)
    files.findings.extend(findings)
    return reviewed


def _released(files: Files) -> Released:
    released, findings = locks.read_released(_lock(files, locks.RELEASED) or "")
    files.findings.extend(findings)
    return released


def _lock(files: Files, path: str) -> str | None:
    """The text of a lock; None where the course has not begun it, or it cannot be read."""
    return files.text(path) if os.path.lexists(files.root / path) else None


@dataclass(frozen=True, slots=True)
class Folder:
    """The briefs of a folder of its own, what reading found wrong with them, and the text of each file."""

    briefs: tuple[Brief, ...]
    findings: tuple[Finding, ...]
    sources: dict[str, str] = field(repr=False)

    @property
    def by_id(self) -> dict[str, Brief]:
        """The briefs by their ids."""
        return {brief.id: brief for brief in self.briefs}


def originals(folder: Path) -> Folder:
    """The briefs in a folder of the form of `corpus/`, such as the originals of restated ones.

    Their places begin with the folder's name, with its parent's before it where it is called as a course's own are.
    """
    folder = folder.resolve()
    root = folder.parent.parent if folder.name in ("corpus", "questions") else folder.parent
    files = Files(root)
    named = files.named(folder.relative_to(root).as_posix(), (".md",))
    briefs = tuple(brief for path, id in named if (brief := files.brief(path, id)))
    return Folder(briefs, tuple(files.findings), files.sources)


def _settings(files: Files) -> tuple[CourseSettings, Document | None]:
    """What `questions/course.yaml` says; where that cannot be read, the folder's name, so that reading can go on."""
    there = os.path.lexists(files.root / SETTINGS)
    text = files.text(SETTINGS) if there else None
    fallback = CourseSettings(id="course", title=files.root.name or "Course")
    if text is None:
        if not there:
            message = "the course has no settings: write at least `id:` and `title:` into this file"
            files.findings.append(stamp(Remark(Location(SETTINGS), message), "missing-file"))
        return fallback, None
    document, findings = marked_yaml.read(text, SETTINGS)
    files.findings.extend(findings)
    if document is None:
        return fallback, None
    settings, findings = validated(CourseSettings, document.data, document)
    files.findings.extend(findings)
    return settings or fallback, document
