"""A paper by typst, from its source in memory to the bytes of the PDF file."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measuring import here, tell


def main() -> None:
    """Measure it; what it imports, and the faces, are there before the time is taken."""
    import typst

    source, faces = Path(sys.argv[1]).read_bytes(), sys.argv[2]

    def paper(source: bytes) -> bytes:
        made = typst.compile(source, font_paths=[faces])
        assert isinstance(made, bytes)
        return made

    paper(b"Nothing")
    tell(here(lambda: paper(source)))


if __name__ == "__main__":
    main()
