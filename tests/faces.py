"""Make the faces that paper is set in, from those of their designers: `python -m tests.faces FOLDER`.

Run by hand, when a face is to be renewed. It needs fontTools and brotli (`pip install fonttools brotli`), and in FOLDER
the packages that `SOURCES` names (`npm install --prefix FOLDER NAME@VERSION …`). The files go where the exporter has
its faces, and beside them the table of the characters that each family has.

What is changed, and why: the files for each script are merged into one; the serif is drawn for the size that it is read
in, since its hairlines at its usual 20 points do not outlive a photocopier; layout features are left out, since a
ligature that is drawn as one glyph can be neither searched for nor read aloud; and a name that is reserved for the
original is changed.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizgen.exporters.pdf.faces import FAMILIES, FOLDER

SOURCES = (
    "@fontsource-variable/source-serif-4@5.3.1",
    "@fontsource/source-sans-3@5.3.0",
    "@fontsource/atkinson-hyperlegible-next@5.3.0",
    "dejavu-fonts-ttf@2.37.3",
)
READ_AT = 11.0
"""The size, in points, that the serif is drawn for."""
_KEPT = ("head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post", "GlyphOrder")


@dataclass(frozen=True)
class Face:
    """A face to make: what it is called in the package, its name and style, and the files that it comes from."""

    file: str
    family: str
    style: str
    sources: tuple[str, ...]
    axes: tuple[tuple[str, float], ...] = ()


def faces() -> Iterator[Face]:
    """Every face that is changed; `DejaVuSans.ttf` is as it was given out."""
    styles = itertools.product((False, True), (False, True))
    for bold, italic in styles:
        slope = "italic" if italic else "normal"
        style = " ".join(["Bold"] * bold + ["Italic"] * italic) or "Regular"
        file = f"{style.lower().replace(' ', '-')}.ttf"
        serif = "@fontsource-variable/source-serif-4/files/source-serif-4-{script}-opsz-{slope}.woff2"
        axes = (("opsz", READ_AT), ("wght", 700.0 if bold else 400.0))
        scripts = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic")
        yield Face(f"quizgen-serif-{file}", "Quizgen Serif", style, _named(serif, scripts, slope), axes)
        sans = f"@fontsource/source-sans-3/files/source-sans-3-{{script}}-{600 if bold else 400}-{{slope}}.woff"
        yield Face(f"quizgen-sans-{file}", "Quizgen Sans", style, _named(sans, ("latin", "latin-ext"), slope))
        legible = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{script}-"
        legible += f"{700 if bold else 400}-{{slope}}.woff"
        yield Face(f"quizgen-legible-{file}", "Quizgen Legible", style, _named(legible, ("latin", "latin-ext"), slope))


def _named(pattern: str, scripts: Iterable[str], slope: str) -> tuple[str, ...]:
    return tuple(pattern.format(script=script, slope=slope) for script in scripts)


def made(face: Face, folder: Path) -> Any:
    """A face as a font of fontTools."""
    from fontTools.merge import Merger
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    with TemporaryDirectory() as parts:
        files = []
        for index, source in enumerate(face.sources):
            font = TTFont(folder / "node_modules" / source, recalcTimestamp=False)
            if face.axes:
                font = instantiateVariableFont(font, dict(face.axes))
            for table in set(font.keys()).difference(_KEPT):
                del font[table]
            font.flavor = None
            files.append(str(Path(parts) / f"{index}.ttf"))
            font.save(files[-1])
        font = Merger().merge(files)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = TTFont(folder / "node_modules" / face.sources[0])["head"].modified
    options = Options(notdef_outline=True, glyph_names=False, hinting=False, name_IDs=["*"], recalc_timestamp=False)
    subsetter = Subsetter(options)
    wanted = _wanted() if "sans" in face.file else set(font.getBestCmap())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    _rename(font, face)
    return font


def _wanted() -> set[int]:
    """What a face for headings needs: Latin, its accents, punctuation and signs; not the sounds of all languages."""
    return {*range(0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2300)}


def _rename(font: Any, face: Face) -> None:
    holder = font["name"].getDebugName(0)
    full = f"{face.family} {face.style}".removesuffix(" Regular")
    postscript = f"{face.family.replace(' ', '')}-{face.style.replace(' ', '')}"
    font["name"].names = []
    said = {0: holder, 1: face.family, 2: face.style, 3: f"quizgen:{postscript}", 4: full, 6: postscript}
    said[13] = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    said[14] = "https://openfontlicense.org"
    for id, text in said.items():
        font["name"].setName(text, id, 3, 1, 0x409)


def ranges(points: Iterable[int]) -> str:
    """Code points as ranges in hexadecimal: `20-7E A0`."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return " ".join(f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in runs)


def main(folder: Path) -> None:
    """Make them all, and the table of the characters that all faces of a family have."""
    from fontTools.ttLib import TTFont

    for face in faces():
        made(face, folder).save(FOLDER / face.file, reorderTables=True)
    table = []
    for family in FAMILIES:
        covered = [set(TTFont(path).getBestCmap()) for path in family.files.values()]
        table.append(f"{family.key} {ranges(set.intersection(*covered))}\n")
    (FOLDER / "coverage.txt").write_text("".join(table), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
