"""The manifest of an output folder as a value: which files builds made, of what, and which of them may stay.

`files` has for each file its format, quiz and hash, what its exporter says of it, and under `inputs` the fingerprint of
all that it was made of: what a build need not make again. `sound` has a mark of each item of which checks
said nothing. `quizzes` has each quiz as it was
built last: its items, forms, seed and options; where files of another format stand from before and it was otherwise
then, that is under `earlier`, by the format. Nothing here touches a disk.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from quizgen import handing_out
from quizgen.handing_out import File
from quizgen.model import Output, Quiz

MANIFEST = "instructor/manifest.json"


_OF_ALL = ("format", "quiz", "sha256", "inputs")
"""What every entry of a file says; the rest its exporter says."""


@dataclass(frozen=True, slots=True)
class Build:
    """What is to be written: each format's files, the quizzes they come from, and whether these are all there are.

    `for_exams` has the ids of all items and quizzes of the course that students may not be given; `bundle` makes one
    file of all that they may, once it is known what stands; `sound` has the marks of items of which checks say nothing.
    """

    files: Mapping[str, tuple[Output, ...]]
    quizzes: tuple[Quiz, ...]
    inputs: Mapping[str, str]
    options: Mapping[str, Any]
    whole: bool
    for_exams: frozenset[str] = frozenset()
    bundle: Callable[[Sequence[File]], Output | None] | None = None
    sound: frozenset[str] = frozenset()


def read(text: str | None) -> dict[str, Any]:
    """What the last builds wrote: `files`, `quizzes` and `sound`, empty where there is no manifest that can be read."""
    try:
        manifest: object = json.loads(text or "")
    except (ValueError, RecursionError):
        manifest = None
    parts = manifest if isinstance(manifest, dict) else {}
    files, quizzes = (part if isinstance(part := parts.get(name), dict) else {} for name in ("files", "quizzes"))
    sound = marks if isinstance(marks := parts.get("sound"), list) else []
    return {
        "files": {name: entry for name, entry in files.items() if _is_ours(name, entry)},
        "quizzes": quizzes,
        "sound": [mark for mark in sound if isinstance(mark, str)],
    }


def written(manifest: Mapping[str, Any]) -> str:
    """The text of a manifest."""
    return json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _is_ours(name: str, entry: object) -> bool:
    """Whether an entry of a manifest, which anyone may have edited, names a file that a build can have written."""
    if not (is_inside(name) and isinstance(entry, dict) and entry.keys() >= {"format", "quiz"}):
        return False
    return isinstance(entry["format"], str) and isinstance(entry["quiz"], str | None)


def is_inside(name: object) -> bool:
    """Whether a name, which anyone may have edited, is that of a file in the output folder, on any system."""
    if not isinstance(name, str) or "\0" in name:
        return False
    path = PurePosixPath(name)
    return (
        bool(path.parts) and not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name
    )


def merged(old: dict[str, Any], build: Build) -> tuple[dict[str, Any], list[str]]:
    """The manifest after the build, and the files of the one before that no longer have a place."""
    rebuilt = {quiz.id for quiz in build.quizzes}
    new_files = {output.name: _entry(output, name) for name, files in build.files.items() for output in files}
    kept = {
        name: entry
        for name, entry in old["files"].items()
        if not (entry["format"] in build.files and (build.whole or entry["quiz"] in rebuilt))
        and may_stay(name, old, build.for_exams)
    }
    if handing_out.NAME in kept and not _is_current(kept[handing_out.NAME], {**kept, **new_files}):
        del kept[handing_out.NAME]
    stale = sorted(set(old["files"]) - set(kept) - set(new_files))
    files = {**kept, **new_files}
    quizzes = dict(_quizzes(old, build, kept))
    sound = build.sound if build.whole else build.sound.union(old["sound"])
    return {"files": files, "inputs": dict(build.inputs), "quizzes": quizzes, "sound": sorted(sound)}, stale


def _quizzes(old: dict[str, Any], build: Build, kept: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each quiz as it was built last, and as it was when files of other formats were made that stay."""
    staying = {(entry["quiz"], entry["format"]) for entry in kept.values()}
    whole = {made_as for quiz, made_as in staying if quiz is None}
    now = {quiz.id: _described(quiz, build.options) for quiz in build.quizzes}
    for id in {**old["quizzes"], **now}:
        formats = sorted({made_as for quiz, made_as in staying if quiz == id} | whole)
        before = {made_as: was for made_as in formats if (was := _as_built(old, id, made_as))}
        latest = now.get(id) or (next(iter(before.values())) if before else None)
        if latest is not None:
            earlier = {made_as: was for made_as, was in before.items() if was != latest}
            yield id, {**latest, **({"earlier": earlier} if earlier else {})}


def _as_built(manifest: dict[str, Any], id: str, made_as: str) -> dict[str, Any] | None:
    """A quiz as it was when its files of a format were made; None where the manifest, which anyone may edit, is off."""
    quiz = manifest["quizzes"].get(id)
    if not isinstance(quiz, dict):
        return None
    earlier = quiz.get("earlier")
    was = earlier.get(made_as) if isinstance(earlier, dict) else None
    return was if isinstance(was, dict) else {name: value for name, value in quiz.items() if name != "earlier"}


def _is_current(bundle: dict[str, Any], files: Mapping[str, Any]) -> bool:
    """Whether what one file for the class holds is what students may be given now."""
    given = {name: entry.get("sha256") for name, entry in files.items() if name.startswith(handing_out.FOLDER)}
    return bundle.get("holds") == given


def _entry(output: Output, made_as: str) -> dict[str, Any]:
    """A file as the manifest lists it, with what its exporter says about it."""
    digest = hashlib.sha256(output.data).hexdigest()
    inputs = {} if output.inputs is None else {"inputs": output.inputs}
    return {**output.about, "format": made_as, "quiz": output.quiz, "sha256": digest, **inputs}


def by_inputs(manifest: Mapping[str, Any]) -> dict[str, tuple[str, dict[str, Any]]]:
    """The files of a manifest by the fingerprint of what they were made of: the name of each, and its entry."""
    files = manifest["files"].items()
    return {inputs: (name, entry) for name, entry in files if isinstance(inputs := entry.get("inputs"), str)}


def as_output(name: str, entry: Mapping[str, Any], data: bytes) -> Output | None:
    """A file as a build made it, from what stands on disk; None where it is no longer what the manifest says of it."""
    if hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        return None
    about = {key: value for key, value in entry.items() if key not in _OF_ALL}
    return Output(name, data, entry["quiz"], about, entry["inputs"])


def may_stay(name: str, old: dict[str, Any], for_exams: frozenset[str]) -> bool:
    """Whether a file of an earlier build may still be given out: it holds no item and no quiz that is for exams now.

    A file of the course as a whole holds the items of every quiz that was for study.
    """
    if not name.startswith((handing_out.FOLDER, handing_out.NAME)):
        return True
    quiz, made_as = old["files"][name]["quiz"], old["files"][name]["format"]
    held = [quiz] if quiz is not None else list(old["quizzes"])
    return quiz not in for_exams and not any(for_exams.intersection(_studied(old, id, made_as)) for id in held)


def _studied(old: dict[str, Any], id: str, made_as: str) -> Iterator[str]:
    """The items of a quiz that was for study when its files of a format were made."""
    quiz = _as_built(old, id, made_as) or {}
    items = quiz.get("items") if quiz.get("audience") == "study" else None
    return (item for item in items if isinstance(item, str)) if isinstance(items, list) else iter(())


def _described(quiz: Quiz, options: Mapping[str, Any]) -> dict[str, Any]:
    """A quiz as the manifest holds it: enough to say of any form which item and option stood where."""
    forms = {
        form.letter: [{"item": placed.question.id, "order": list(placed.order)} for placed in form.placed]
        for form in quiz.forms
    }
    return {
        "title": quiz.title,
        "audience": quiz.audience,
        "seed": quiz.seed,
        "items": [question.id for question in quiz.questions],
        "forms": forms,
        "options": dict(options),
    }
