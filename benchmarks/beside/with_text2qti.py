"""A package for Canvas by text2qti, from its text in memory to the bytes of the zip."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import here, tell


def package(text: str) -> bytes:
    """The package that text2qti makes of its text."""
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    data: bytes = QTI(Quiz(text, config=Config())).zip_bytes()
    return data


def main() -> None:
    """Measure it, and write it where that is asked for; what it imports is there before the time is taken."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    package("Quiz title: One\n\n1. Is it?\n*a) Yes\nb) No\n")
    made: list[bytes] = []
    measured = here(lambda: made.append(package(text)))
    tell(replace(measured, size=len(made[0])))
    for path in sys.argv[2:]:
        Path(path).write_bytes(made[0])


if __name__ == "__main__":
    main()
