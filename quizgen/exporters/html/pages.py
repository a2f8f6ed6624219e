"""The pages as bytes: templates filled in, with a policy that lets nothing run but our own script and style."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from quizgen import markup, wording
from quizgen.exporters.html import compact, data, shorten
from quizgen.exporters.html.data import Originals
from quizgen.model import Quiz
from quizgen.presenting import citation

STYLES = ("base.css", "question.css", "feedback.css", "study.css", "paper.css")
INDEX_STYLES = ("base.css", "index.css")
SCRIPTS = (
    "figures.js", "text.js", "judging.js", "chance.js", "state.js",
    "page.js", "spacing.js", "standing.js", "store.js", "shapes.js", "steps.js", "evidence.js", "feedback.js",
    "sitting.js", "score.js", "ways.js", "clock.js", "result.js", "transfer.js", "worksheet.js", "keeping.js",
    "begin.js",
)  # fmt: skip
INDEX_SCRIPTS = ("page.js", "spacing.js", "standing.js", "store.js", "index.js")
"""Pure functions and the state; what works on the page, a feature a file; the last begins. Nothing runs before it."""


def selftest_page(quiz: Quiz, originals: Originals | None = None) -> bytes:
    """The self-test of a quiz; `originals` are shown in place of the passages that restate them."""
    originals = originals or {}
    words = wording.for_language(quiz.language)
    style, script = _style(STYLES), _script(SCRIPTS, data.SPOKEN)
    return _render(
        "selftest.html.j2",
        language=quiz.language,
        wording=words,
        quiz=quiz,
        items=data.items(quiz, words, originals),
        passages=data.passages(quiz, words, originals),
        for_class=any(brief == restated.id for restated in quiz.briefs for brief, _ in originals),
        style=Markup(style),
        script=Markup(script),
        data=json_block(data.script_data(quiz, words)),
        policy=policy(style=style, script=script),
    )


def index_page(quizzes: Sequence[Quiz]) -> bytes:
    """The page that lists the self-tests of a course, which have the same course and language."""
    words = wording.for_language(quizzes[0].language)
    style, script = _style(INDEX_STYLES), _script(INDEX_SCRIPTS, data.SPOKEN_OF_ALL)
    return _render(
        "index.html.j2",
        language=quizzes[0].language,
        wording=words,
        title=quizzes[0].course_title,
        groups=data.by_brief(quizzes),
        style=Markup(style),
        marks=data.marks,
        script=Markup(script),
        data=json_block(data.index_data(quizzes, words)),
        policy=policy(style=style, script=script),
    )


def policy(style: str, script: str) -> Markup:
    """The content security policy of a page: of scripts and styles these alone, by the hash of their exact text."""
    allowed = [f"script-src '{_hash(script)}'", f"style-src '{_hash(style)}'", "img-src data:"]
    return Markup("; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"]))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def json_block(values: object) -> Markup:
    """Values as JSON that can stand in a script element: no text in it can end the element or open a comment."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}))


_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def readable(text: object) -> object:
    """A text without what is none on a page, such as nulls and halves of surrogate pairs: each becomes `�`."""
    if not isinstance(text, str) or isinstance(text, Markup):
        return text
    return _NO_TEXT.sub("\ufffd", text.replace("\r", " "))


def emphasis(text: str) -> Markup:
    """A prose field as markup; most have no emphasis and need no parser."""
    text = str(readable(text))
    return Markup(markup.html(text)) if markup.is_marked(text) else escape(text)


def _render(template: str, **values: object) -> bytes:
    return _environment().get_template(template).render(values).encode()


@functools.cache
def _joined(folder: str, names: tuple[str, ...], compacted: Callable[[str], str]) -> str:
    return "".join(compacted(_package_text(f"{folder}/{name}")) for name in names)


@functools.cache
def _style(files: tuple[str, ...]) -> str:
    return shorten.style(_joined("styles", files, compact.style))


@functools.cache
def _script(files: tuple[str, ...], spoken: tuple[str, ...]) -> str:
    """The script of a page: these files, one after the other. Words go by their places among those it speaks."""
    places = {name: str(place) for place, name in enumerate(spoken)}
    source = _joined("scripts", files, compact.script)
    return shorten.script(re.sub(r"\bwords\.(\w+)", lambda word: f"words[{places.get(word[1], '-1')}]", source))


@functools.cache
def names_in(files: tuple[str, ...] = SCRIPTS) -> dict[str, str]:
    """What a page calls the names that stand at the top of these files."""
    return shorten.top_names(_joined("scripts", files, compact.script))


def _package_text(path: str) -> str:
    return (resources.files("quizgen.exporters.html") / path).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: compact.template(_package_text(f"templates/{name}"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=readable,
    )
    environment.filters["emphasis"] = emphasis
    environment.filters["plain"] = markup.plain
    environment.globals.update(
        link=citation.link, points=wording.points, reference=citation.reference, within=wording.within
    )
    return environment
