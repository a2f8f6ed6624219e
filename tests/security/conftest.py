"""A build of the hostile course in all formats, made once, by a process that tells of all it does beyond its folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgen import exporters
from tests.conftest import STARTER
from tests.security.hostile import lay
from tests.security.watching import watched

ALL_THAT_IS_MADE = ("--zip", "--answer-sheet", "--copies", "2", "--variant", "large-print", "--variant", "readable")


@dataclass(frozen=True)
class Built:
    """What a build left in its output folder, and what it did elsewhere."""

    output: Path
    elsewhere: str

    def files(self, *endings: str) -> list[Path]:
        """The files with these endings, of which there are some."""
        found = sorted(path for path in self.output.rglob("*") if path.is_file() and path.name.endswith(endings))
        assert found, f"nothing ends in {endings}"
        return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every file that there can be."""
    folder = tmp_path_factory.mktemp("hostile")
    course = lay(Path(shutil.copytree(STARTER, folder / "course")))
    formats = tuple(exporters.BY_NAME)
    elsewhere = watched(["build", *formats, *ALL_THAT_IS_MADE, "--output", "../output"], course, folder / "output")
    made = Built(folder / "output", elsewhere)
    folders = {path.relative_to(made.output).parts[1] for path in made.files("") if path.parent != made.output}
    assert folders >= set(formats)
    return made
