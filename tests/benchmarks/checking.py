"""How fast a course is read and checked, against the floor: the same files through PyYAML's C events alone.

Run it by `make benchmark`. It prints; it asserts nothing, since machines differ.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.courses import in_one_bank, spread

SIZES = (1_000, 2_500, 5_000, 10_000)

FLOOR = """
import sys, yaml
from pathlib import Path
loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
for path in Path("questions").glob("*.yaml"):
    for event in yaml.parse(path.read_text(encoding="utf-8"), Loader=loader):
        pass
"""


def seconds(command: list[str], folder: Path) -> tuple[float, int]:
    """Wall time of a command in seconds, start-up and all, and its exit status."""
    before = time.perf_counter()
    status = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode
    return time.perf_counter() - before, status


def main() -> None:
    """Print a line for each size and form of course."""
    print(f"{'course':>12} {'items':>7} {'check, s':>9} {'items/s':>8} {'floor, s':>9} {'times':>6}")
    for make in (spread, in_one_bank):
        for size in SIZES:
            with tempfile.TemporaryDirectory() as name:
                course = make(Path(name), size)
                taken, status = seconds([sys.executable, "-m", "quizgen", "check", "--format", "json"], course)
                floor, _ = seconds([sys.executable, "-c", FLOOR], course)
            assert status in (0, 1), f"quizgen check ended with {status}"
            figures = f"{size:>7,} {taken:>9.2f} {size / taken:>8,.0f} {floor:>9.2f} {taken / floor:>6.1f}"
            print(f"{make.__name__:>12} {figures}")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # kilobytes on Linux
    print(f"most memory of any run: {most:,.0f} MB")


if __name__ == "__main__":
    main()
