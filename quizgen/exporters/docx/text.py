"""Text as Word holds it: paragraphs with a style, and in them runs of letters, plain, emphasised or strong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from quizgen.markup import Span
from quizgen.presenting.elements import writable


class Holder(Protocol):
    """What paragraphs can be added to: a document, the cell of a table."""

    def add_paragraph(self, text: str = "", style: None = None) -> Paragraph:
        """A paragraph below what it holds already."""


def add(holder: Holder, style: str, *texts: Iterable[Span] | str) -> Paragraph:
    """A new paragraph in the style of this id, with these texts in it."""
    paragraph = holder.add_paragraph()
    dress(paragraph, style)
    for text in texts:
        write(paragraph, text)
    return paragraph


def fill(cell: _Cell, style: str, text: Iterable[Span] | str = ()) -> Paragraph:
    """Put a text into a cell that is empty yet."""
    paragraph: Paragraph = cell.paragraphs[0]
    dress(paragraph, style)
    write(paragraph, text)
    return paragraph


def dress(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph the style of this id, which is looked up by nobody: there are many paragraphs."""
    paragraph._p.style = style


def write(paragraph: Paragraph, text: Iterable[Span] | str, style: str | None = None) -> None:
    """Add a text to a paragraph; `style` is the id of a style for letters."""
    for span in (Span(text),) if isinstance(text, str) else text:
        run = paragraph.add_run()
        run._r.style = style
        _fill(run, span)


def _fill(run: Run, span: Span) -> None:
    """Put the letters of a span into a run, a line break as one."""
    if span.text == "\n":
        run.add_break()
        return
    run.text = " ".join(writable(span.text).splitlines())
    run.bold = span.strong or None
    run.italic = span.emphasis or None


def tabulate(paragraph: Paragraph) -> None:
    """Go on at the next tab stop."""
    paragraph.add_run().add_tab()


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word fills in; until it does, it shows this."""
    element = made("w:fldSimple", instr=f" {instruction} ")
    run = paragraph.add_run(writable(shown))
    paragraph._p.remove(run._r)
    element.append(run._r)
    paragraph._p.append(element)


def made(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own, with attributes of the same namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def let_go(paragraph: Paragraph) -> None:
    """Let what comes after a paragraph stand on the next page."""
    paragraph.paragraph_format.keep_with_next = False


def embolden(paragraph: Paragraph) -> None:
    """Set the number or letter of a paragraph in bold, as its mark is."""
    mark = made("w:rPr")
    mark.append(made("w:b"))
    paragraph._p.get_or_add_pPr().append(mark)
