"""Files that a coverage-guided fuzzer makes, by atheris, which keeps what leads it to lines not seen before.

`make fuzz` runs it for each target, for as many seconds as it is told (`make fuzz SECONDS=600`), from the files of the
sample course and of `tests/hostile`; what it found worth keeping lies in `build/fuzz` for the next time. It ends at the
first file that brings anything but findings or a build, and writes it there.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quizgen"]):
    from tests.fuzz.targets import TARGETS

from tests.conftest import REPOSITORY
from tests.fuzz.strategies import BANK, BLUEPRINT, BRIEF, MANIFEST, RELEASED, REVIEWED, SETTINGS
from tests.importing.ours import FILES

SEEDS = {
    "bank": (BANK, "tags markup signs ids values yaml nesting documents encodings"),
    "another-bank": (BANK, "yaml nesting tags"),
    "brief": (BRIEF, "briefs"),
    "blueprint": (BLUEPRINT, "blueprints"),
    "settings": (SETTINGS, "settings"),
    "reviewed": (REVIEWED, "reviewed"),
    "released": (RELEASED, "released"),
    "every-format": (BANK, "markup signs"),
    "manifest": (MANIFEST, "manifests"),
    "gift": (FILES["ours.gift.txt"].decode(), ""),
    "xml": (FILES["ours.xml"].decode(), ""),
    "csv": (FILES["ours.csv"].decode(), ""),
}
"""What each target begins with: a good file, and families of bad ones."""
SLOWEST = 5
"""Seconds that one file may take."""
MOST_MEGABYTES = 1_000
"""Of memory for the process, which has the fuzzer's own counters in it too."""


def main(name: str, seconds: str) -> None:
    """Put files before a target for so many seconds."""
    folder = REPOSITORY / "build" / "fuzz" / name
    _seed(folder, *SEEDS[name])
    limits = (f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEGABYTES}", "-max_len=20000")
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder.parent}/{name}-", str(folder)], TARGETS[name])
    atheris.Fuzz()


def _seed(folder: Path, good: str, families: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "good").write_text(good, encoding="utf-8")
    for family in families.split():
        for path in (REPOSITORY / "tests" / "hostile" / family).iterdir():
            if path.stat().st_size < 20_000:
                (folder / f"{family}-{path.name}").write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
