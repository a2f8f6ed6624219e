"""One file for the class: what students may be given as a zip, with a page that says what to open with what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, tostring

from quizgen import wording
from quizgen.archive import zipped
from quizgen.markup import plain
from quizgen.model import Output
from quizgen.presenting.elements import element
from quizgen.wording import Wording

NAME = "students.zip"
PAGE = "START-HERE.html"
FOLDER = "students/"


@dataclass(frozen=True, slots=True)
class File:
    """A file for students: its name from the output folder, its content, and the title of its quiz if it has one."""

    name: str
    data: bytes
    title: str | None = None

    @property
    def path(self) -> str:
        """Its name from the root of the zip."""
        return self.name.removeprefix(FOLDER)


def bundle(files: Sequence[File], title: str, language: str) -> Output | None:
    """The zip of these files for a course of that title; None where there are none.

    What it holds stands in the manifest, so that a later build can tell whether it still is what there is.
    """
    if not files:
        return None
    page = start_page(files, title, wording.for_language(language))
    data = zipped({PAGE: page, **{file.path: file.data for file in files}})
    return Output(NAME, data, None, {"holds": {file.name: hashlib.sha256(file.data).hexdigest() for file in files}})


def start_page(files: Sequence[File], title: str, words: Wording) -> bytes:
    """The page that says what to open with what, of what there is."""
    heading = plain(title)
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", None, f"{heading} · {words.start_here}"),
        element("style", None, _STYLE),
    )
    body = element(
        "body",
        None,
        element("p", {"class": "eyebrow"}, words.start_here),
        element("h1", {"dir": "auto"}, heading),
        element("p", None, words.start_unpack),
        _parts(files, words),
    )
    text: str = tostring(element("html", {"lang": words.code}, head, body), "unicode", method="html")
    return f"<!doctype html>\n{text}\n".encode()


def _parts(files: Sequence[File], words: Wording) -> Iterator[Element]:
    """For each way of studying that there are files for: what it is, what to open, and the files."""
    for folder, heading, how in (
        ("html", words.self_test, words.start_self_tests),
        ("anki", words.start_decks, words.start_anki),
        ("pdf", words.start_papers, words.start_pdf),
        ("cards", words.cards, words.start_cards),
    ):
        own = [file for file in files if file.path.startswith(f"{folder}/")]
        if own:
            about = element("h2", None, heading), element("p", None, how)
            yield element("section", None, about, _lists(own, words))
    others = [file for file in files if file.path.partition("/")[0] not in ("html", "anki", "pdf", "cards")]
    if others:
        yield element("section", None, element("ul", None, (_link(file, file.path) for file in others)))


_MANY = 5
"""More files than this are folded away, so that every way of studying is in sight."""


def _lists(files: Sequence[File], words: Wording) -> Iterator[Element]:
    """The files of the whole course, then those of each quiz."""
    whole = [(file, label) for file in files if (label := _of_the_course(file, words))]
    each = [(file, _label(file, files)) for file in files if not _of_the_course(file, words)]
    if whole:
        yield element("ul", {"class": "whole"}, (_link(*one) for one in whole))
    listed = element("ul", None, (_link(*one) for one in each))
    if len(each) > _MANY:
        yield element("details", None, element("summary", None, f"{words.start_each} ({len(each)})"), listed)
    elif each:
        yield listed


def _of_the_course(file: File, words: Wording) -> str | None:
    """What a file about the course as a whole is called; None for others."""
    names = {"index.html": words.all_quizzes, "course.apkg": words.start_whole_course, "CHANGES.md": words.changes}
    return names.get(file.path.rpartition("/")[2])


def _label(file: File, files: Sequence[File]) -> str:
    """The title of its quiz, and the name of the file where the quiz has several of its sort."""
    folder, _, last = file.path.rpartition("/")
    if file.title is None:
        return last
    several = sum(other.path.startswith(f"{folder}/") and other.title == file.title for other in files) > 1
    return f"{plain(file.title)} ({last})" if several else plain(file.title)


def _link(file: File, label: str) -> Element:
    return element("li", None, element("a", {"href": quote(file.path), "dir": "auto"}, label))


def titles(quizzes: Mapping[str, object]) -> dict[str, str]:
    """The titles of quizzes as a manifest has them, which anyone may have edited."""
    found = {id: quiz.get("title") for id, quiz in quizzes.items() if isinstance(quiz, dict)}
    return {id: title for id, title in found.items() if isinstance(title, str)}


_STYLE = """
:root { color-scheme: light dark; }
:root { --page: #f6f4ef; --ink: #20262b; --quiet: #5a646c; --line: #d9d5cc; --accent: #0f5468; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14181b; --ink: #e9e6e0; --quiet: #a5afb6; --line: #343d43; --accent: #86cbe0; }
}
body {
  max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem;
  background: var(--page); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
.eyebrow { margin: 0; color: var(--quiet); font-size: .875rem; font-weight: 600; }
h1 { margin: .25rem 0 1rem; font: 600 2rem/1.2 Charter, Georgia, serif; text-wrap: balance; }
h2 { margin: 0 0 .25rem; font-size: 1.1875rem; }
section { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
p { margin: 0 0 .5rem; }
ul { margin: 0; padding: 0; list-style: none; }
.whole a { font-weight: 600; }
summary { padding: .3rem 0; color: var(--quiet); cursor: pointer; }
details ul { padding-left: 1rem; }
a { display: inline-block; padding: .3rem 0; color: var(--accent); text-underline-offset: .18em; }
"""
