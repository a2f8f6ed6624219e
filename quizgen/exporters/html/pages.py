"""The pages as bytes: templates filled in, with a policy that lets nothing run but our own script and style."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizgen import citation, markup, wording
from quizgen.exporters.html import data
from quizgen.model import Quiz

STYLE = "selftest.css"
SCRIPTS = ("scoring.js", "shapes.js", "selftest.js")


def selftest_page(quiz: Quiz) -> bytes:
    """The self-test of a quiz."""
    words = wording.for_language(quiz.language)
    shown = data.items(quiz, words)
    script = "".join(_package_text(name) for name in SCRIPTS)
    return _render(
        "selftest.html.j2",
        language=quiz.language,
        wording=words,
        quiz=quiz,
        items=shown,
        style=Markup(_package_text(STYLE)),
        script=Markup(script),
        data=json_block(data.script_data(quiz, shown, words)),
        policy=policy(style=_package_text(STYLE), script=script),
    )


def index_page(quizzes: Sequence[Quiz]) -> bytes:
    """The page that lists the self-tests of a course, which have the same course and language."""
    words = wording.for_language(quizzes[0].language)
    return _render(
        "index.html.j2",
        language=quizzes[0].language,
        wording=words,
        title=quizzes[0].course_title,
        groups=data.by_brief(quizzes),
        style=Markup(_package_text(STYLE)),
        policy=policy(style=_package_text(STYLE)),
    )


def policy(style: str, script: str | None = None) -> str:
    """The content security policy of a page: of scripts and styles these alone, by the hash of their exact text."""
    rules = ["default-src 'none'"]
    if script is not None:
        rules.append(f"script-src '{_hash(script)}'")
    rules += [f"style-src '{_hash(style)}'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def json_block(values: object) -> Markup:
    """Values as JSON that can stand in a script element: no text in it can end the element or open a comment."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}))


def _render(template: str, **values: object) -> bytes:
    return _environment().get_template(template).render(values).encode()


@functools.cache
def _package_text(name: str) -> str:
    return (resources.files("quizgen.exporters.html") / "templates" / name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("quizgen.exporters.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["emphasis"] = lambda text: Markup(markup.html(text))
    environment.filters["plain"] = markup.plain
    environment.globals.update(
        link=citation.link, points=wording.points, reference=citation.reference, within=wording.within
    )
    return environment
