"""What the tests of the Anki exporter share: a collection, and the package of every shape with its cards."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from quizgen.exporters import anki
from quizgen.model import Output
from tests.exporters.anki.rendering import Rendered, rendered
from tests.exporters.anki.studying import older
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
