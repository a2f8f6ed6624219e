from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from quizgen import versions


def fingerprint() -> str:
    """As another process would tell it."""
    versions.fingerprint.cache_clear()
    return versions.fingerprint()


@pytest.fixture(autouse=True)
def _told_anew() -> Iterator[None]:
    yield
    versions.fingerprint.cache_clear()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package that versions are told of."""
    copy = tmp_path / "quizgen"
    shutil.copytree(versions._PACKAGE, copy)
    monkeypatch.setattr(versions, "_PACKAGE", copy)
    return copy


def test_it_stays_as_long_as_nothing_is_another(package: Path) -> None:
    before = fingerprint()
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "other.pyc").write_bytes(b"compiled")
    assert fingerprint() == before


@pytest.mark.parametrize("name", ["model.py", "exporters/html/styles/base.css", "exporters/pdf/fonts/DejaVuSans.ttf"])
def test_any_file_of_the_package_counts(package: Path, name: str) -> None:
    before = fingerprint()
    with (package / name).open("ab") as stream:
        stream.write(b" ")
    assert fingerprint() != before


def test_the_name_of_a_file_counts(package: Path) -> None:
    before = fingerprint()
    (package / "model.py").rename(package / "models.py")
    assert fingerprint() != before


@pytest.mark.parametrize("library", ["reportlab", "genanki", "chevron", "pillow", "lxml", "markupsafe"])
def test_a_library_counts_also_one_that_another_needs(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, told = fingerprint(), versions._metadata
    assert any(each.startswith(f"{library} ") for each in versions._libraries("quizgen"))
    assert f"{library} {metadata.version(library)}" in versions._libraries("quizgen")

    def other(name: str) -> str:
        return told(name).replace("\nVersion: ", "\nVersion: 0", 1) if name == library else told(name)

    monkeypatch.setattr(versions, "_metadata", other)
    assert fingerprint() != before


def test_what_only_tests_need_does_not_count() -> None:
    assert not any(told.startswith("pytest ") for told in versions._libraries("quizgen"))


def test_sources_that_are_not_installed_have_a_fingerprint_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_metadata", lambda name: "")
    assert len(fingerprint()) == 64
