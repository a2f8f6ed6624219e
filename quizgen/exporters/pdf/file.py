"""The file around the pages: the structure of its texts and its bookmarks, packed behind what reportlab writes.

Reportlab writes neither: a long paper has more of these objects than of all others, and packed they take a tenth.
"""

from __future__ import annotations

import functools
import itertools
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from quizgen.exporters.pdf.tags import Tag

_TOGETHER = 200
"""As many objects are packed together."""
_ROOT = b"@@TagsRoot"
_OUTLINES = b"@MarksRoot"
"""What stands in the catalog until the numbers of these objects are known."""

_MOST = 1 << 20
"""More texts than stand on any page."""


class Structure:
    """The parts of a file as its texts are drawn: each is put in its place with its first text.

    Kept in arrays of numbers, since a long paper has very many: which part each kid is one of, and which kid it is.
    """

    placeholder = _ROOT

    def __init__(self) -> None:
        self._told = ["/S/Document"]
        self._parents = array("q", [-1])
        self._kids = array("q")
        self._kid_of = array("q")
        self._pages = [array("q")]
        self._places: dict[Tag, int] = {}

    def content(self, tag: Tag) -> int:
        """Add a text on this page to a part; its number on the page."""
        place, page = self._place(tag), self._pages[-1]
        number = len(page)
        self._add(place, ~((len(self._pages) - 1) * _MOST + number))
        page.append(place)
        return number

    def _place(self, tag: Tag) -> int:
        place = self._places.get(tag)
        if place is None:
            parent = self._place(tag.parent) if tag.parent else 0
            place = self._places[tag] = len(self._told)
            self._told.append(_told(tag.role, tag.numbering, tag.scope))
            self._parents.append(parent)
            self._add(parent, place)
        return place

    def _add(self, place: int, kid: int) -> None:
        self._kids.append(kid)
        self._kid_of.append(place)

    def end_page(self) -> None:
        """Go on to the next page."""
        self._pages.append(array("q"))

    def __len__(self) -> int:
        return 2 + len(self._told) + len(self._pages) - 1

    def objects(self, first: int, pages: Sequence[int]) -> Iterator[str]:
        """The objects, numbered from `first`; `pages` has the numbers of the pages' own."""
        element = first + 2
        lists = element + len(self._told)
        yield f"<</Type/StructTreeRoot/K {element} 0 R/ParentTree {first + 1} 0 R/ParentTreeNextKey {len(pages)}>>"
        yield f"<</Nums[{' '.join(f'{number} {lists + number} 0 R' for number in range(len(pages)))}]>>"
        for told, parent, kids in zip(self._told, self._parents, self._families(), strict=True):
            above = first if parent < 0 else element + parent
            yield f"<<{told}/P {above} 0 R{_content(kids, element, pages)}>>"
        for page in self._pages[:-1]:
            yield f"[{' '.join(f'{element + place} 0 R' for place in page)}]"

    def _families(self) -> Iterator[list[int]]:
        """The kids of each part in turn; every part has some, but for the document where nothing is tagged."""
        if not self._kids:
            yield []
        in_turn = sorted(range(len(self._kids)), key=self._kid_of.__getitem__)
        for _, family in itertools.groupby(in_turn, key=self._kid_of.__getitem__):
            yield [self._kids[index] for index in family]


@functools.cache
def _told(role: str, numbering: str, scope: str) -> str:
    """What is said of a part; nearly all parts are of a few sorts."""
    listed = f"/A<</O/List/ListNumbering/{numbering}>>" if numbering else ""
    heading = f"/A<</O/Table/Scope/{scope}>>" if scope else ""
    return f"/S/{role}{listed}{heading}"


def _content(kids: Sequence[int], element: int, pages: Sequence[int]) -> str:
    """What a part is made of: parts by their places, and texts; these are on the page of the first, or say another."""
    home, told = -1, []
    for kid in kids:
        if kid >= 0:
            told.append(f"{element + kid} 0 R")
            continue
        page, number = divmod(~kid, _MOST)
        home = page if home < 0 else home
        told.append(f"{number}" if page == home else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>")
    on = "" if home < 0 else f"/Pg {pages[home]} 0 R"
    return f"{on}/K[{' '.join(told)}]"


@dataclass(slots=True)
class _Mark:
    """A bookmark: where it leads, and its neighbours by their places; those that are missing are none."""

    title: str
    page: int
    height: float
    parent: int
    before: int = 0
    after: int = 0
    below: list[int] = field(default_factory=list)


class Outline:
    """The bookmarks of a file, in the order of its pages; each level lies under the one before."""

    placeholder = _OUTLINES

    def __init__(self) -> None:
        self._marks = [_Mark("", 0, 0, 0)]
        self._open = [(-1, 0)]  # levels and places, of what the next one may lie under

    def __bool__(self) -> bool:
        return len(self._marks) > 1

    def __len__(self) -> int:
        return len(self._marks)

    def add(self, title: str, page: int, height: float, level: int) -> None:
        """Add a place: `page` counts from 1, `level` from 0."""
        while self._open[-1][0] >= level:
            self._open.pop()
        place, (_, parent) = len(self._marks), self._open[-1]
        beside = self._marks[parent].below
        before = beside[-1] if beside else 0
        if before:
            self._marks[before].after = place
        beside.append(place)
        self._open.append((level, place))
        self._marks.append(_Mark(title, page, height, parent, before))

    def objects(self, first: int, pages: Sequence[int]) -> Iterator[str]:
        """The objects, numbered from `first`; `pages` has the numbers of the pages' own."""
        root, *marks = self._marks
        yield f"<</Type/Outlines{_below(root, first)}/Count {len(root.below)}>>"
        for mark in marks:
            told = f"/Title{_string(mark.title)}/Parent {first + mark.parent} 0 R"
            told += f"/Prev {first + mark.before} 0 R" if mark.before else ""
            told += f"/Next {first + mark.after} 0 R" if mark.after else ""
            told += f"{_below(mark, first)}/Count {-len(mark.below)}" if mark.below else ""
            yield f"<<{told}/Dest[{pages[mark.page - 1]} 0 R/XYZ null {mark.height:.0f} null]>>"


def _below(mark: _Mark, first: int) -> str:
    return f"/First {first + mark.below[0]} 0 R/Last {first + mark.below[-1]} 0 R" if mark.below else ""


def _string(text: str) -> str:
    """A text as PDF writes it, whatever its letters."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


class _Absent:
    """Stands where reportlab would write its own bookmarks."""

    ready = 0

    def prepare(self, *_: Any) -> None:
        """Nothing."""


def written(canvas: Canvas, structure: Structure | None, outline: Outline) -> bytes:
    """The file of a canvas, with the structure and the bookmarks of its pages."""
    document = canvas._doc
    names = [f"Page{number}" for number in range(1, document.pageCounter)]
    if structure is not None:
        _announce(document, names)
    if outline:
        document.Outlines, document._catalog.Outlines = _Absent(), _OUTLINES + b" 0 R"
    data: bytes = document.GetPDFData(canvas)
    first = len(document.numberToId) + 1
    pages = [document.idToObjectNumberAndVersion[name][0] for name in names]
    packed: list[Structure | Outline] = [part for part in (structure, outline) if part]
    objects, numbers = [], first
    for part in packed:
        data = filled_in(document, data, part.placeholder, numbers)
        objects.append(part.objects(numbers, pages))
        numbers += len(part)
    return joined(document, data, first, itertools.chain.from_iterable(objects)) if objects else data


def filled_in(document: Any, data: bytes, placeholder: bytes, number: int) -> bytes:
    """The file with a number where the catalog has a placeholder, which is as long."""
    start = data.index(placeholder, document.idToOffset[document.Catalog.__InternalName__])
    return data[:start] + str(number).zfill(len(placeholder)).encode() + data[start + len(placeholder) :]


def _announce(document: Any, names: Sequence[str]) -> None:
    """Say in the catalog and on each page that there is a structure."""
    document._catalog.StructTreeRoot = _ROOT + b" 0 R"
    document._catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    for number, name in enumerate(names):
        page = document.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")


def joined(document: Any, data: bytes, first: int, objects: Iterator[str]) -> bytes:
    """What reportlab wrote, with the objects packed behind it and a table of all that finds each."""
    end = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    parts, place = [data[:end]], end
    offsets = {document.idToObjectNumberAndVersion[id][0]: offset for id, offset in document.idToOffset.items()}
    table = [_entry(0, 0, 65535), *(_entry(1, offsets[number], 0) for number in range(1, first))]
    containers = []
    while together := list(itertools.islice(objects, _TOGETHER)):
        containers.append((_packed(together, len(table)), len(table), len(together)))
        table += [b""] * len(together)
    for (told, content), start, count in containers:
        number = len(table)
        table[start : start + count] = [_entry(2, number, index) for index in range(count)]
        table.append(_entry(1, place, 0))
        parts.append(_stream(number, told, content))
        place += len(parts[-1])
    table.append(_entry(1, place, 0))
    root, about = (document.Reference(one).format(document).decode() for one in (document.Catalog, document.info))
    identifier = document.ID().split(b"%")[0].strip().decode("latin-1")
    told = f"/Type/XRef/W[1 4 2]/Size {len(table)}/Root {root}/Info {about}/ID {identifier}"
    parts += [_stream(len(table) - 1, told, zlib.compress(b"".join(table))), f"startxref\n{place}\n%%EOF\n".encode()]
    return b"".join(parts)


def _entry(kind: int, place: int, index: int) -> bytes:
    """Where an object is: at a place in the file (1), or in the object of that number (2) at an index."""
    return kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")


def _packed(objects: Sequence[str], first: int) -> tuple[str, bytes]:
    """What is said of an object that holds others, and its content, packed."""
    places, at = [], 0
    for number, text in enumerate(objects, first):
        places.append(f"{number} {at}")
        at += len(text) + 1
    head = " ".join(places) + "\n"
    return f"/Type/ObjStm/N {len(objects)}/First {len(head)}", zlib.compress(
        (head + "\n".join(objects)).encode("ascii")
    )


def _stream(number: int, told: str, packed: bytes) -> bytes:
    """An object with packed content."""
    head = f"{number} 0 obj\n<<{told}/Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode("latin-1")
    return head + packed + b"\nendstream\nendobj\n"
