"""The exporter: which files a course gets, and that they are the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

from quizgen.exporters import BY_NAME, html
from tests.conftest import REPOSITORY
from tests.quizzes import SETTINGS, every_shape


def test_the_module_is_an_exporter() -> None:
    assert BY_NAME[html.NAME].module is html


def test_a_file_a_study_quiz_and_one_that_lists_them() -> None:
    exam = replace(every_shape(), id="midterm", audience="exam")
    outputs = list(html.export([every_shape(), exam], SETTINGS))
    assert [(output.name, output.quiz) for output in outputs] == [
        ("students/html/storms.html", "storms"),
        ("students/html/index.html", None),
    ]
    assert b"midterm" not in outputs[1].data
    part = replace(SETTINGS, whole=False)
    assert [output.quiz for output in html.export([every_shape(), exam], part)] == ["storms"]
    assert list(html.export([exam], SETTINGS)) == []


def test_nothing_is_beyond_the_format() -> None:
    assert list(html.limits([every_shape()])) == []


def test_the_same_quiz_gives_the_same_bytes_everywhere() -> None:
    code = (
        "import hashlib; from tests.quizzes import *; from quizgen.exporters import html\n"
        "files = list(html.export([every_shape()], SETTINGS)); assert len(files) == 2\n"
        "print([hashlib.sha256(file.data).hexdigest() for file in files])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            cwd=REPOSITORY,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, seed in (("UTC", "0"), ("Pacific/Kiritimati", "4242"))
    }
    assert len(said) == 1
