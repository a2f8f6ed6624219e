"""A scanner with its faults, and a reader that knows of a sheet what the manifest says and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from tests.exporters.pdf.answer_sheet.sheets import DPI, MM, Picture

# rows of the inner cells from the top, the highest bit left, 1 for white: the first two bytes of the entries 0 to 3 of
# DICT_4X4_1000_BYTES in OpenCV's modules/objdetect/src/aruco/predefined_dictionaries.hpp
OPENCV = ((181, 50), (15, 154), (51, 45), (153, 70))

Place = tuple[float, float]


@dataclass(frozen=True)
class Scan:
    """What happens to a sheet on its way: turned (degrees), scaled, photographed askew, blurred, speckled, copied."""

    turned: float = 0
    scaled: float = 1
    askew: float = 0
    blurred: float = 0
    noise: float = 0
    copied: bool = False

    def of(self, sheet: Image.Image) -> Image.Image:
        """The sheet as the reader gets it."""
        image = sheet
        if self.copied:
            image = image.point(lambda value: 255 * (value > 128))
        if self.askew:
            image = _askew(image, self.askew)
        image = image.rotate(self.turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        image = image.resize((round(image.width * self.scaled), round(image.height * self.scaled)))
        image = image.filter(ImageFilter.GaussianBlur(self.blurred))
        speckles = np.random.default_rng(7).normal(0, self.noise, (image.height, image.width))
        return Image.fromarray(np.clip(np.asarray(image) + speckles, 0, 255).astype(np.uint8))


SCANS = {
    "flat": Scan(),
    "a little askew": Scan(turned=1.7, scaled=0.98, blurred=0.5, noise=12),
    "turned left and coarse": Scan(turned=4, scaled=0.8, blurred=0.6, noise=20),
    "upside down": Scan(turned=178.5, scaled=1.1, noise=25),
    "a photograph": Scan(turned=-3, askew=0.05, scaled=1.2, blurred=0.8, noise=15),
    "a photocopy": Scan(turned=-1.2, copied=True, noise=10),
}


def _askew(image: Image.Image, by: float) -> Image.Image:
    """Seen from one side, so that the right edge is shorter than the left."""
    width, height = image.size
    inset = height * by
    seen = [(0.0, 0.0), (width * (1 - by), inset), (width * (1 - by), height - inset * 0.5), (0.0, float(height))]
    flat = [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))]
    coefficients = homography(seen, flat).flatten()[:8]
    return image.transform(
        image.size, Image.Transform.PERSPECTIVE, coefficients.tolist(), Image.Resampling.BICUBIC, fillcolor=255
    )


def fill(sheet: Image.Image, places: Iterable[Place], grey: int = 110, radius: float = 1.7) -> Image.Image:
    """The sheet, with a pencil's blot at each place (mm)."""
    marked = sheet.copy()
    draw = ImageDraw.Draw(marked)
    scale = DPI / MM
    for x, y in places:
        left, top, right, bottom = (
            (x - radius) * scale,
            (y - radius) * scale,
            (x + radius) * scale,
            (y + radius) * scale,
        )
        draw.ellipse((left, top, right, bottom), fill=grey)
    return marked


def homography(source: list[Place], target: list[Place]) -> NDArray[np.float64]:
    """The matrix that takes four places to four others."""
    rows, right = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    solved = np.linalg.solve(np.array(rows, dtype=np.float64), np.array(right, dtype=np.float64))
    return np.append(solved, 1.0).reshape(3, 3)


def moved(matrix: NDArray[np.float64], x: float, y: float) -> Place:
    u, v, w = matrix @ np.array([x, y, 1.0])
    return float(u / w), float(v / w)


@dataclass(frozen=True)
class Read:
    """What was read of a page."""

    filled: frozenset[tuple[str, int]]
    number: str
    code: str
    qr: str


def read(image: Image.Image, page: Mapping[str, Any]) -> Read:
    """Read a page by its geometry in the manifest."""
    found = markers(np.asarray(image.filter(ImageFilter.GaussianBlur(0.8))))
    told = {marker["id"]: (marker["x"], marker["y"]) for marker in page["markers"]}
    assert found.keys() == told.keys(), found
    matrix = homography([told[id] for id in sorted(told)], [found[id] for id in sorted(told)])
    picture = np.asarray(image)
    white = float(np.percentile(picture, 90))

    def dark(spot: Mapping[str, Any], radius: float) -> bool:
        return _darkness(picture, matrix, spot["x"], spot["y"], radius) > 0.35 * white

    filled = {(b["item"], b["option"]) for b in page["bubbles"] if dark(b, 0.7 * b["radius"])}
    digits = [(spot["place"], str(spot["digit"])) for spot in page["id_digits"] if dark(spot, 0.7 * spot["radius"])]
    code = "".join("01"[dark(box, 0.35 * box["side"])] for box in page["code_boxes"])
    codes = zxingcpp.read_barcodes(image)
    return Read(
        frozenset(filled), "".join(digit for _, digit in sorted(digits)), code, "".join(found.text for found in codes)
    )


def _darkness(picture: Picture, matrix: NDArray[np.float64], x: float, y: float, radius: float) -> float:
    """How much darker than white a disc is in the mean."""
    steps = np.linspace(-radius, radius, 9)
    inside = [(x + dx, y + dy) for dx in steps for dy in steps if dx * dx + dy * dy <= radius * radius * 1.01]
    values = [picture[round(v), round(u)] for u, v in (moved(matrix, *place) for place in inside)]
    return 255 - float(np.mean(values))


def markers(picture: Picture) -> dict[int, Place]:
    """The centres of the corner markers that are found, by their ids."""
    found = {}
    for corners in _squares(picture < 128):
        matrix = homography([(0, 0), (6, 0), (6, 6), (0, 6)], corners)
        cells = [[_cell(picture, matrix, column, row) for column in range(6)] for row in range(6)]
        inner = np.array(cells)[1:5, 1:5]
        if sum(map(sum, cells)) - inner.sum() > 0:
            continue  # its frame is not black
        for id, (first, second) in enumerate(OPENCV):
            pattern = np.array(list(f"{first:08b}{second:08b}"), dtype=int).reshape(4, 4)
            if any((np.rot90(inner, turn) == pattern).all() for turn in range(4)):
                assert id not in found, "a marker stands once"
                found[id] = moved(matrix, 3, 3)
    return found


def _cell(picture: Picture, matrix: NDArray[np.float64], column: int, row: int) -> int:
    x, y = moved(matrix, column + 0.5, row + 0.5)
    return int(picture[round(y), round(x)] > 128)


def _squares(black: NDArray[np.bool_]) -> Iterator[list[Place]]:
    """The corners, clockwise, of everything black that hangs together and is about as large as a marker."""
    width = black.shape[1]
    for points in _shapes(black):
        xs, ys = points[:, 0], points[:, 1]
        across, down = np.ptp(xs), np.ptp(ys)
        if width / 40 < across < width / 10 and 0.75 < across / max(down, 1) < 1.33:
            far = [np.argmin(xs + ys), np.argmax(xs - ys), np.argmax(xs + ys), np.argmin(xs - ys)]
            corners = [(float(xs[at]), float(ys[at])) for at in far]
            if _area(corners) > 0.6 * across * down:
                yield corners


def _area(corners: list[Place]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def _shapes(black: NDArray[np.bool_]) -> Iterator[NDArray[np.float64]]:
    """The ends of the rows of each thing that is black and hangs together."""
    parents: list[int] = []
    runs: list[tuple[int, int, int]] = []

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    above: list[int] = []
    for y, row in enumerate(black):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
        here = []
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            index = len(runs)
            runs.append((y, start, end))
            parents.append(index)
            here.append(index)
            for other in above:
                _, begin, stop = runs[other]
                if begin < end and start < stop:
                    parents[root(other)] = root(index)
        above = here
    gathered: dict[int, list[tuple[float, float]]] = {}
    for index, (y, start, end) in enumerate(runs):
        gathered.setdefault(root(index), []).extend(((start, y), (end - 1, y)))
    yield from (np.array(points, dtype=np.float64) for points in gathered.values())
