"""Where the peers are that are measured beside quizgen: in an environment of their own, which `make bench` sets up.

What cannot be installed there is left out, and said to be.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache

from benchmarks.measuring import REPOSITORY

BIN = REPOSITORY / ".venv-peers" / "bin"
PYTHON = BIN / "python"
NAMES = ("text2qti", "QuizML", "mkdocs-quiz", "Queck", "typst")
NEEDS = {"Queck": ", which needs Python 3.12"}

_VERSIONS = """
import importlib.metadata, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


@cache
def versions() -> dict[str, str]:
    """The version of each peer that is there."""
    if not PYTHON.exists():
        return {}
    said = subprocess.run([PYTHON, "-c", _VERSIONS, *NAMES], capture_output=True, check=True).stdout
    found: dict[str, str] = json.loads(said)
    return found


def missing(*names: str) -> tuple[str, ...]:
    """For each of these peers that is not there, what to say of it."""
    said = {name: NEEDS.get(name, "") for name in names if name not in versions()}
    return tuple(f"{name}{needed}: it is not in `.venv-peers` here" for name, needed in said.items())
