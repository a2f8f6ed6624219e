"""What the tests of the Anki exporter share: a collection, and the package of every shape with its cards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from quizgen import assemble
from quizgen.course import load
from quizgen.exporters import anki
from quizgen.model import Output
from tests.conftest import REPOSITORY
from tests.exporters.anki.clients import Screen
from tests.exporters.anki.packaging import package
from tests.exporters.anki.rendering import Rendered, rendered
from tests.exporters.anki.studying import older
from tests.exporters.anki.unusual import spanish, unusual
from tests.quizzes import SETTINGS, every_shape


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def outputs() -> list[Output]:
    return list(anki.export([every_shape()], SETTINGS))


@pytest.fixture(scope="session")
def cards(outputs: list[Output], tmp_path_factory: pytest.TempPathFactory) -> list[Rendered]:
    return rendered(outputs[0].data, tmp_path_factory.mktemp("cards"))


@pytest.fixture(params=["this Anki", "older Anki"])
def python(request: pytest.FixtureRequest) -> str:
    """The Python that has the student's Anki."""
    return sys.executable if request.param == "this Anki" else older()


@pytest.fixture(scope="session")
def unusual_cards(tmp_path_factory: pytest.TempPathFactory) -> list[Rendered]:
    """The cards of items at the edges, and of every shape in Spanish."""
    return [
        card for quiz in (unusual(), spanish()) for card in rendered(package(quiz), tmp_path_factory.mktemp("unusual"))
    ]


@pytest.fixture(scope="session")
def course_cards(tmp_path_factory: pytest.TempPathFactory) -> list[Rendered]:
    """Every card of this repository's own course."""
    course = load(REPOSITORY)
    quizzes = assemble.of_banks(course, assemble.Plan(forms=1, seed=course.settings.defaults.seed))
    (*_, whole) = anki.export(quizzes, SETTINGS)
    return rendered(whole.data, tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def browser(chromium: Callable[..., Any]) -> Iterator[Any]:
    """Chromium, with scroll bars that take room, as desktops have them."""
    launched = chromium(ignore_default_args=["--hide-scrollbars"])
    yield launched
    launched.close()


@pytest.fixture(scope="module")
def screen(browser: Any) -> Iterator[Screen]:
    """One page for all cards of a module, in Lima; no script may fail on it and nothing may be asked of the network."""
    context = browser.new_context(timezone_id="America/Lima", locale="es-PE")
    opened = Screen(context.new_page())
    yield opened
    assert (opened.errors, opened.requests) == ([], [])
    context.close()
