"""What packages for course sites bring into a site: text and plain markup, nothing that runs or loads there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.security.conftest import Built
from tests.security.hostile import ELSEWHERE
from tests.security.reading import acting


def documents(built: Built) -> Iterator[tuple[Path, str]]:
    """Every XML file for a course site, with the package that it is in."""
    for path in built.files(".zip", ".xml"):
        if path.suffix == ".xml":
            yield path, path.read_text(encoding="utf-8")
        elif path.parent.name in ("canvas", "qti"):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if not name.endswith("/"):
                        assert name.endswith(".xml")
                        yield path, archive.read(name).decode()


def shown(root: Element) -> Iterator[str]:
    """Every piece of markup that a site shows as a page: what is declared HTML, and the bodies of items in QTI 2.1."""
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if element.get("texttype") == "text/html" and element.text:
            yield element.text
        if element.get("format") == "html":
            yield from (text.text for text in element.findall("text") if text.text)
        if tag in ("itemBody", "modalFeedback", "rubricBlock"):
            yield re.sub(r"(?<=[</])\w+:", "", ElementTree.tostring(element, "unicode"))


def test_packages_bring_no_script_and_no_address_into_a_course_site(built: Built) -> None:
    seen = dict[str, int]()
    for path, text in documents(built):
        for piece in shown(ElementTree.fromstring(text)):
            assert [told for told in acting(piece) if not told.startswith("data=")] == [], (path, piece[:300])
            seen[path.parent.name] = seen.get(path.parent.name, 0) + (ELSEWHERE in piece)
    assert set(seen) == {"canvas", "qti", "moodle"}
    assert min(seen.values()) > 10, "the texts are there"


def test_packages_declare_no_entity_and_fetch_no_document_type(built: Built) -> None:
    count = 0
    for path, text in documents(built):
        count += 1
        without_texts = re.sub(r"<!\[CDATA\[.*?\]\]>", "", text, flags=re.DOTALL)
        assert not re.search(r"<!(DOCTYPE|ENTITY)|<\?xml-stylesheet|xi:include", without_texts), path
    assert count >= 15


def test_gift_brings_no_script_either(built: Built) -> None:
    """What is accepted as typed is no markup there: Moodle compares it letter by letter."""
    seen = 0
    for path in built.files(".gift.txt"):
        for entry in re.split(r"\n\n+", path.read_text(encoding="utf-8")):
            lines = [line for line in entry.splitlines() if not line.startswith(("//", "$CATEGORY"))]
            shown = [line for line in lines if not (line.startswith("\t=") and lines[0].startswith("::short-"))]
            markup = re.sub(r"\\(.)", r"\1", re.sub(r"::.*?(?<!\\)::", "", "\n".join(shown)))
            assert acting(markup) == [], entry
            seen += ELSEWHERE in markup
    assert seen > 10, "the texts are there"
