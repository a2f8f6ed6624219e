"""The file of an answer sheet: an empty canvas of the paper's size, with the properties of the document."""

from __future__ import annotations

import hashlib
import io
import time

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from quizgen import markup, wording
from quizgen.exporters.pdf.answer_sheet import lettering
from quizgen.exporters.pdf.answer_sheet.layout import SIZES
from quizgen.model import Form, Paper, Quiz


def canvas(stream: io.BytesIO, quiz: Quiz, form: Form, paper: Paper, moment: int) -> Canvas:
    """A canvas that writes to a stream when it is saved."""
    width, height = SIZES[paper]
    made = Canvas(
        stream,
        pagesize=(width * mm, height * mm),
        pageCompression=1,
        invariant=1,
        initialFontName=lettering.PLAIN,  # its own is Helvetica, which would not be embedded
        lang=quiz.language,
    )
    words = wording.for_language(quiz.language)
    said = time.strftime("D:%Y%m%d%H%M%SZ", time.gmtime(moment))
    name = f"{words.answer_sheet} · {markup.plain(quiz.title)} ({words.form} {form.letter})"
    made.setDateFormatter(lambda *_: said)
    # it starts from SOURCE_DATE_EPOCH, and the file's identifier should come from what is in the file
    made._doc.signature = hashlib.md5(f"{name} {said}".encode(), usedforsecurity=False)
    made.setTitle(name)
    made.setAuthor(markup.plain(quiz.course_title))
    made.setSubject(markup.plain(quiz.course_title))
    made.setCreator("quizgen")
    made.setViewerPreference("DisplayDocTitle", "true")
    return made
