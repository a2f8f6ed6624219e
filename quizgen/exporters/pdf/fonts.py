"""The faces made known to reportlab, and curators' text as paragraphs that switch to the face that has the sign.

Importing this module makes the faces known. Text is set without shaping: a ligature that is drawn as one glyph could
not be searched for, copied or read aloud.
"""

from __future__ import annotations

from html import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from quizgen import markup
from quizgen.exporters.pdf import faces
from quizgen.exporters.pdf.faces import SERIF

BODY, ITALIC, BOLD, BOLD_ITALIC = SERIF.regular, SERIF.italic, SERIF.bold, SERIF.bold_italic


def _register() -> None:
    for family in faces.FAMILIES:
        for name, path in family.files.items():
            pdfmetrics.registerFont(TTFont(name, str(path)))
        pdfmetrics.registerFontFamily(family.regular, family.regular, family.bold, family.italic, family.bold_italic)


_register()


def prose(text: str) -> str:
    """A curator's prose for a reportlab paragraph: escaped, its emphasis kept, each sign in a face that has it."""
    return "".join(_tagged(span) for span in markup.spans(text))


def literal(text: str) -> str:
    """A text without emphasis, such as an accepted answer, for a reportlab paragraph."""
    return "".join(_faced(run, family) for run, family in faces.runs(text))


def _tagged(span: markup.Span) -> str:
    if span.text == "\n":
        return "<br/>"
    text = literal(span.text)
    text = f"<i>{text}</i>" if span.emphasis else text
    return f"<b>{text}</b>" if span.strong else text


def _faced(run: str, family: faces.Family) -> str:
    escaped = escape(run, quote=False)
    return escaped if family is SERIF else f'<font name="{family.regular}">{escaped}</font>'
