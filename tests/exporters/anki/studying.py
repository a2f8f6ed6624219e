"""Students with one Anki or another, who import releases and study: a script, run by the Python that has their Anki.

`make older-anki` sets up an Anki that takes updates otherwise; QUIZGEN_OLDER_ANKI names the Python of another one.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.conftest import REPOSITORY

State: TypeAlias = dict[str, Any]
"""What a collection holds; `student.py` has the names."""

OLDER = "QUIZGEN_OLDER_ANKI"
_MADE = REPOSITORY / ".venv-older" / "bin" / "python"
_STUDENT = Path(__file__).with_name("student.py")


def older() -> str:
    """The Python that has an Anki from before 25.02, when updates were mended; skip where there is none."""
    named = os.environ.get(OLDER) or (str(_MADE) if _MADE.exists() else None)
    if not named:
        pytest.skip(f"there is no older Anki: `make older-anki` sets one up, or {OLDER} names a Python that has one")
    return named


def studied(python: str, packages: Sequence[Path], plan: dict[str, Any]) -> list[State]:
    """What the student's collection holds after the first package was studied, and after each of the others."""
    given = json.dumps({**plan, "packages": [str(path) for path in packages]})
    run = subprocess.run([python, _STUDENT], input=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    states: list[State] = json.loads(run.stdout)
    return states
