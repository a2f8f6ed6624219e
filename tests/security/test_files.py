"""What files for offices and printers may do: nothing but be read."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, TextStringObject

from tests.security.conftest import Built
from tests.security.hostile import TEXTS, URL

ACTING_IN_PDF = frozenset(
    str.split(
        "/JavaScript /JS /OpenAction /AA /Launch /GoToR /GoToE /SubmitForm /ImportData /RichMedia /Rendition /Movie "
        "/Sound /EmbeddedFile /EmbeddedFiles /Filespec /AcroForm /XFA /Named"
    )
)
STRANGE_IN_OFFICE = re.compile(r"vba|macro|embeddings|activeX|oleObject|externalLinks|\.bin$", re.IGNORECASE)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ZIPS = (".zip", ".apkg", ".docx", ".xlsx")


def held(part: PdfObject | None, seen: set[int]) -> Iterator[tuple[str, PdfObject | None]]:
    """Every key of every dictionary in a file with its value, and every name with nothing."""
    if isinstance(part, IndirectObject):
        if part.idnum in seen:
            return
        seen.add(part.idnum)
        part = part.get_object()
    if isinstance(part, DictionaryObject):
        for key, value in part.items():
            yield str(key), value
            yield from held(value, seen)
    elif isinstance(part, ArrayObject):
        for value in part:
            yield from held(value, seen)
    elif isinstance(part, str) and part.startswith("/"):
        yield str(part), None


def test_pdf_files_run_open_and_embed_nothing_and_link_to_the_brief_alone(built: Built) -> None:
    links = set()
    for path in built.files(".pdf"):
        found = list(held(pypdf.PdfReader(path).trailer, set()))
        assert len(found) > 100
        assert not ACTING_IN_PDF.intersection(key for key, _ in found), path
        links |= {str(value) for key, value in found if key == "/URI" and value is not None}
    assert links <= {URL}


def test_what_acts_in_a_pdf_file_is_seen() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = ArrayObject([DictionaryObject(script)])
    file = io.BytesIO()
    writer.write(file)
    found = {key for key, _ in held(pypdf.PdfReader(file).trailer, set())}
    assert {"/OpenAction", "/JavaScript", "/JS"} <= found & ACTING_IN_PDF


def test_documents_and_workbooks_link_to_the_brief_alone_and_hold_no_macro_and_no_object(built: Built) -> None:
    outside = set()
    for path in built.files(".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert not STRANGE_IN_OFFICE.search(name)
                if name.endswith(".rels"):
                    outside |= {
                        (each.get("Type", "").rpartition("/")[2], each.get("Target"))
                        for each in ElementTree.fromstring(archive.read(name))
                        if each.get("TargetMode") == "External"
                    }
            assert b"macroEnabled" not in archive.read("[Content_Types].xml")
    assert outside <= {("hyperlink", URL)}


def kinds_and_elements(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every element in an office file, with its name."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(archive.read(name)).iter():
                    yield element.tag.rpartition("}")[2], element


def test_the_only_fields_of_documents_are_pages_and_their_own_titles(built: Built) -> None:
    fields = set[str]()
    for path in built.files(".docx"):
        for kind, element in kinds_and_elements(path):
            if kind in ("instrText", "fldSimple"):
                fields.add(str(element.text if kind == "instrText" else element.get(f"{WORD}instr")).split()[0])
    assert {"PAGE"} <= fields <= {"PAGE", "NUMPAGES", "TITLE", "SUBJECT"}


def test_no_cell_of_a_workbook_is_a_formula(built: Built) -> None:
    texts = set[str]()
    for path in built.files(".xlsx"):
        kinds = {kind for kind, _ in kinds_and_elements(path)}
        assert not {"f", "hyperlink", "ddeLink", "oleLink"} & kinds, path
        texts |= {"".join(element.itertext()) for kind, element in kinds_and_elements(path) if kind == "si"}
    assert set(TEXTS[:3]) <= texts, "they are there, as texts"


def test_no_cell_of_a_table_begins_as_a_formula_does(built: Built) -> None:
    seen = set[str]()
    for path in built.files(".csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            assert not [cell for cell in row if re.match(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]", cell)]
            seen.update(row)
    assert {f"'{text}" for text in TEXTS[:3]} <= seen


def test_no_entry_of_a_zip_leads_out_of_where_it_is_unpacked_or_is_a_link(built: Built) -> None:
    for path in built.files(*ZIPS):
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist()
            for entry in archive.infolist():
                place = PurePosixPath(entry.filename)
                assert not place.is_absolute()
                assert ".." not in place.parts
                assert not re.search(r"[\\:]", entry.filename)
                assert entry.external_attr >> 28 in (0, 0o4, 0o10), "a file or a folder"


def test_what_is_for_students_has_no_key_of_paper_and_no_exam(built: Built) -> None:
    students = [path.relative_to(built.output / "students") for path in Path(built.output, "students").rglob("*")]
    assert students
    assert not [path for path in students if "final" in path.parts or path.name.startswith(("key", "final"))]
    with zipfile.ZipFile(built.output / "students.zip") as archive:
        assert not [name for name in archive.namelist() if "final" in name or "/key" in name]
