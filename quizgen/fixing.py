"""What `quizgen check --fix` does: the edits that findings carry, made in the files' own bytes.

From bytes to bytes: nothing here reads or writes a disk. A file keeps its line ends, its byte order mark and everything
that no edit speaks of; where that cannot be promised it is left as it is, and why is said.
"""

from __future__ import annotations

import bisect
import codecs
import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen import checking, checks, marked_yaml, yaml_edits
from quizgen.course import Course
from quizgen.documents import Document
from quizgen.findings import Change, Edit, Finding, Rewrite
from quizgen.selecting import Selection
from quizgen.text.decoding import decode
from quizgen.yaml_edits import CannotEditError, Places, Splice


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after: its text as it was read, what of it changes, its text as it will be, its bytes then."""

    path: str
    old: str
    changes: tuple[Splice, ...]
    new: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Fixes:
    """The files that change, the findings that are mended by it, and those that are not, each with the reason."""

    files: tuple[Mended, ...] = ()
    mended: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def mendable(course: Course, selection: Selection) -> tuple[Finding, ...]:
    """The findings with an edit, of rules too that are off in the course until they are asked for."""
    report = checking.run(checks.with_every_edit(selection.switched(course)))
    return tuple(finding for finding in selection.of(report).findings if finding.edit is not None)


def path_of(edit: Edit) -> str:
    """The file that an edit changes."""
    return edit.where.path if isinstance(edit, Rewrite) else edit.entries[0].path


def by_file(findings: Iterable[Finding]) -> dict[str, list[tuple[Finding, Edit]]]:
    """The findings that carry an edit, by the file that it changes."""
    found: dict[str, list[tuple[Finding, Edit]]] = {}
    for finding in findings:
        if finding.edit is not None:
            found.setdefault(path_of(finding.edit), []).append((finding, finding.edit))
    return found


def fixes(findings: Iterable[Finding], sources: Mapping[str, str], files: Mapping[str, bytes]) -> Fixes:
    """All edits made that can be: `sources` has the texts that the findings speak of, `files` the bytes as they are."""
    changed: list[Mended] = []
    mended: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for path, edits in by_file(findings).items():
        try:
            file, done, undone = _file(path, edits, sources[path], files[path])
        except CannotEditError as error:
            left += [(finding, str(error)) for finding, _ in edits]
        else:
            changed += [file] if done else []
            mended += done
            left += undone
    return Fixes(tuple(changed), tuple(mended), tuple(left))


def _file(
    path: str, edits: Sequence[tuple[Finding, Edit]], text: str, data: bytes
) -> tuple[Mended, list[Finding], list[tuple[Finding, str]]]:
    """A file with the edits made in it that do not get in each other's way."""
    document, known = _places(path, text)
    made: dict[Edit, tuple[Splice, ...]] = {}
    taken: list[tuple[int, int]] = []
    done: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for finding, edit in edits:
        try:
            changes = made[edit] if edit in made else yaml_edits.splices(edit, text, known)
        except CannotEditError as error:
            left.append((finding, str(error)))
            continue
        if edit not in made and _overlap(changes, taken):
            left.append((finding, "another edit changes the same lines: run --fix once more"))
            continue
        for change in () if edit in made else changes:
            bisect.insort(taken, (change.start, change.end))
        made[edit] = changes
        done.append(finding)
    changes = tuple(sorted((change for group in made.values() for change in group), key=lambda change: change.start))
    new = yaml_edits.spliced(text, changes)
    after, findings = marked_yaml.read(new, path)
    if after is None or findings or after.data != yaml_edits.meant(document.data, tuple(made), known):
        raise CannotEditError("the file would then say something else than was meant")
    return Mended(path, text, changes, new, _spliced_bytes(data, text, new, changes)), done, left


def _places(path: str, text: str) -> tuple[Document, Places]:
    document, findings = marked_yaml.read(text, path)
    if not path.endswith(".yaml"):
        raise CannotEditError("only the files of questions/ are edited")
    if document is None or findings:
        raise CannotEditError("the file is no YAML yet that can be read whole: mend that first")
    return document, yaml_edits.places(document, text)


def _overlap(changes: Iterable[Splice], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a change reaches into one of these spans, which are in order and lie apart."""
    for change in changes:
        place = bisect.bisect_left(taken, (change.start, change.end))
        if any(change.start < end and start < change.end for start, end in taken[max(0, place - 1) : place + 1]):
            return True
    return False


_SIGN = re.compile(r"\r\n|[\s\S]")


def _spliced_bytes(data: bytes, old: str, new: str, changes: Sequence[Splice]) -> bytes:
    """The bytes of a file with the changes to its text made in them, in the file's own line ends."""
    text, _ = decode(data, "")
    if text != old:
        raise CannotEditError("the file has changed while it was looked at: run --fix once more")
    written = data.removeprefix(codecs.BOM_UTF8).decode()
    if not unicodedata.is_normalized("NFC", written):
        raise CannotEditError("the file has accents that are written as two characters: save it in Unicode form NFC")
    offsets = [sign.start() for sign in _SIGN.finditer(written)]
    offsets.append(len(written))
    line_end = next((ending for ending in ("\r\n", "\r") if ending in written), "\n")
    own = [Splice(offsets[c.start], offsets[c.end], c.text.replace("\n", line_end)) for c in changes]
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    result = mark + yaml_edits.spliced(written, own).encode()
    if decode(result, "")[0] != new:
        raise CannotEditError("the file would then say something else than was meant")
    return result


def summary(fixes: Fixes, *, written: bool) -> str:
    """One line that says how much was mended, or would be."""
    if not fixes.mended:
        return "There is nothing to mend." if not fixes.left else "Nothing was mended."
    findings = "1 finding" if len(fixes.mended) == 1 else f"{len(fixes.mended)} findings"
    files = "1 file" if len(fixes.files) == 1 else f"{len(fixes.files)} files"
    return f"{'Mended' if written else '--fix would mend'} {findings} in {files}."


_AROUND = 3
_HUNK = re.compile(r"@@ -(\d+)(.*) \+(\d+)(.*) @@")


def diff(file: Mended) -> Iterator[str]:
    """What changes in a file, as the lines of a unified diff."""
    yield f"--- a/{file.path}"
    yield f"+++ b/{file.path}"
    old, new = _lines(file.old), _lines(file.new)
    for start, end, more, growth in _windows(file):
        old_part, new_part = old[start:end], new[start + more : end + more + growth]
        _, _, *lines = difflib.unified_diff(old_part, new_part, n=_AROUND)
        for line in lines:
            if hunk := _HUNK.match(line):
                line = f"@@ -{int(hunk[1]) + start}{hunk[2]} +{int(hunk[3]) + start + more}{hunk[4]} @@"
            yield line.removesuffix("\n")
            if not (line.endswith("\n") or hunk):
                yield "\\ No newline at end of file"


def _windows(file: Mended) -> Iterator[tuple[int, int, int, int]]:
    """The runs of old lines round changes: first, last, how many lines came in above, and how many in it.

    Python compares all of two texts, which for a long file with many changes takes minutes.
    """
    start = end = more = growth = 0
    line = done = 0
    for change in file.changes:
        line += file.old.count("\n", done, change.start)
        last = line + file.old.count("\n", change.start, change.end)
        if end and line - _AROUND > end:
            yield start, end, more, growth
            more, growth, end = more + growth, 0, 0
        if not end:
            start = max(0, line - _AROUND)
        end = last + 1 + _AROUND
        growth += change.text.count("\n") - (last - line)
        line, done = last, change.end
    if end:
        yield start, end, more, growth


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its end; what else Unicode takes for a line end is none to YAML."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def changes(findings: Iterable[Finding], sources: Mapping[str, str]) -> dict[Finding, tuple[Change, ...]]:
    """What each finding's edit would change, for programs that offer to do so."""
    found: dict[Finding, tuple[Change, ...]] = {}
    for path, edits in by_file(findings).items():
        text = sources[path]
        try:
            _, known = _places(path, text)
        except CannotEditError:
            continue
        for finding, edit in edits:
            try:
                found[finding] = tuple(_change(splice, text, path) for splice in yaml_edits.splices(edit, text, known))
            except CannotEditError:
                continue
    return found


def _change(splice: Splice, text: str, path: str) -> Change:
    start, end = (yaml_edits.location_of(text, path, offset) for offset in (splice.start, splice.end))
    return Change(start, end, splice.text)
