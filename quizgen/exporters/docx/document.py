"""The document: its paper, styles, lists, header, footer and properties, and the bytes that it is saved as."""

from __future__ import annotations

import datetime
import io
import string
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from quizgen import markup, wording
from quizgen.archive import zipped
from quizgen.exporters.docx.text import dress, field, made, tabulate, write
from quizgen.model import Form, Quiz, Settings
from quizgen.presenting.elements import writable
from quizgen.presenting.visible import mark
from quizgen.wording import Wording

MARGIN = Mm(20)
"""On all sides: the holes of a punch reach 17 mm in at most."""
_HEADER, _FOOTER = Mm(10), Mm(11)
_SIZES = {"letter": (Emu(7772400), Emu(10058400)), "a4": (Mm(210), Mm(297))}
_LANGUAGES = {"en": "en-US", "es": "es-MX"}
"""Languages as Word knows them: one of those that a language is written in is chosen, whose dictionary is common."""
_LONGEST = 255
"""As many characters a property of a document may have."""
_PARTS = Path(__file__).parent / "parts"
_NEEDED = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
)
"""What of the empty document that python-docx begins with is kept; the rest is a theme, a picture, old dates."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a document says of itself on every page and in its properties."""

    title: str
    form: str
    author: str
    mark: str

    @classmethod
    def of(cls, quiz: Quiz, form: Form, words: Wording, *, key: bool) -> Names:
        """The names of a paper, or with `key` of its key."""
        title = markup.plain(quiz.title)
        return cls(
            title=_property(f"{words.key} · {title}" if key else title),
            form=_property(f"{words.form} {form.letter}"),
            author=_property(markup.plain(quiz.course_title)),
            mark=mark(quiz, form),
        )


def _property(text: str) -> str:
    return " ".join(writable(text).split())[:_LONGEST]


def blank(quiz: Quiz, form: Form, settings: Settings, *, key: bool = False) -> Word:
    """A document with nothing in it yet but header and footer."""
    words = wording.for_language(quiz.language)
    names = Names.of(quiz, form, words, key=key)
    document = docx.Document()
    _keep_what_is_needed(document)
    _furnish(document, _LANGUAGES[quiz.language])
    _describe(document, names, settings.time, _LANGUAGES[quiz.language])
    (section,) = document.sections
    section.page_width, section.page_height = _SIZES[settings.paper]
    for edge in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, edge, MARGIN)
    section.header_distance, section.footer_distance, section.gutter = _HEADER, _FOOTER, Mm(0)
    _repeat(document, names, words)
    return document


def measure(document: Word) -> int:
    """The width of the type area, in English Metric Units."""
    section = document.sections[0]
    return int(section.page_width or 0) - 2 * MARGIN


def _keep_what_is_needed(document: Word) -> None:
    package = document.part.package
    assert package is not None
    for relations in (package.rels, document.part.rels):
        _drop(relations)


def _drop(relations: Relationships) -> None:
    for id, relation in list(relations.items()):
        if relation.reltype not in _NEEDED:
            del relations[id]


def _furnish(document: Word, language: str) -> None:
    """Put our own styles, lists and settings in place of those that are there."""
    numbering = document.part.numbering_part.element
    for part, element in (
        ("styles", document.styles.element),
        ("numbering", numbering),
        ("settings", document.settings.element),
    ):
        own = parse_xml((_PARTS / f"{part}.xml").read_bytes())
        for told in own.iter(qn("w:lang"), qn("w:themeFontLang")):
            told.set(qn("w:val"), language)
        _replace(element, own)


def _replace(element: BaseOxmlElement, own: BaseOxmlElement) -> None:
    for child in list(element):
        element.remove(child)
    for child in own.iterchildren("{*}*"):  # comments are for those who read the source
        element.append(child)


def _describe(document: Word, names: Names, time: int, language: str) -> None:
    moment = datetime.datetime.fromtimestamp(time, datetime.timezone.utc).replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.subject, properties.author = names.title, names.form, names.author
    properties.last_modified_by, properties.comments, properties.keywords = names.author, "", names.mark
    properties.created, properties.modified = moment, moment
    properties.language, properties.revision = language, 1


def _repeat(document: Word, names: Names, words: Wording) -> None:
    """The header, which the first page is without, and the footer."""
    (section,) = document.sections
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    dress(header, "Header")
    header.paragraph_format.tab_stops.add_tab_stop(Emu(measure(document)), WD_TAB_ALIGNMENT.RIGHT)
    field(header, "TITLE", names.title)
    tabulate(header)
    field(header, "SUBJECT", names.form)
    dress(section.first_page_header.paragraphs[0], "Normal")
    for footer in (section.footer, section.first_page_footer):
        _fill(footer.paragraphs[0], names, words)


def _fill(footer: Paragraph, names: Names, words: Wording) -> None:
    """Title, form, page of pages, and the mark."""
    dress(footer, "Footer")
    field(footer, "TITLE", names.title)
    write(footer, " · ")
    field(footer, "SUBJECT", names.form)
    write(footer, " · ")
    for said, name in _pieces(words.page_of):
        write(footer, said)
        if name:
            field(footer, {"page": "PAGE", "pages": "NUMPAGES"}[name], "1")
    write(footer, f" · {names.mark}")


def _pieces(template: str) -> Iterator[tuple[str, str | None]]:
    """A template as what it says, and what is filled in behind that."""
    for said, name, _, _ in string.Formatter().parse(template):
        yield said, name


def section(document: Word, columns: int = 1) -> None:
    """End a section behind what the document holds, without a new page; what is in it stands in so many columns.

    Word keeps what a section is like in its last paragraph, and for the last section at the end of the document.
    """
    *_, last = document.paragraphs
    rest = document.add_section(WD_SECTION.CONTINUOUS)
    rest.different_first_page_header_footer = False
    added = document.paragraphs[-1]._p
    (ended,) = added.xpath("./w:pPr/w:sectPr")
    (place,) = ended.xpath("./w:cols")
    ended.replace(place, made("w:cols", num=str(columns), space="340"))
    last._p.get_or_add_pPr().append(ended)
    added.getparent().remove(added)


def data(document: Word) -> bytes:
    """The document as a file that does not tell when it was saved."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
