"""Workbooks read back without the library that wrote them: the cells of the first sheet as Excel has them."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])


def cells(data: bytes) -> list[list[str | float]]:
    """The rows, from the first column to the last that holds something; formulas are not to be found."""
    texts = _texts(parts(data)["xl/sharedStrings.xml"])
    rows: list[list[str | float]] = []
    for row in sheet(data).iter(f"{SPREADSHEET}row"):
        rows += [[] for _ in range(int(row.attrib["r"]) - 1 - len(rows))]
        values: list[str | float] = []
        for cell in row:
            assert cell.find(f"{SPREADSHEET}f") is None
            value = cell.findtext(f"{SPREADSHEET}v")
            assert value is not None
            values += [""] * (_column(cell.attrib["r"]) - len(values))
            values.append(texts[int(value)] if cell.attrib.get("t") == "s" else float(value))
        rows.append(values)
    return rows


def _texts(shared: bytes) -> list[str]:
    found = ElementTree.fromstring(shared).iter(f"{SPREADSHEET}si")
    return [_unescaped("".join(text.text or "" for text in one.iter(f"{SPREADSHEET}t"))) for one in found]


def _unescaped(text: str) -> str:
    """The text for what Excel writes as `_x0009_`."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _column(reference: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", reference):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
