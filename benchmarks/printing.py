"""How fast a paper is laid out, beside plain reportlab and typst on the same items in the same faces.

Each run is timed from the items in memory to the bytes of the file.
"""

from __future__ import annotations

import gc
import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from benchmarks import peers
from benchmarks.items import SETTINGS, options, quiz_of
from benchmarks.measuring import here, in_turns, module, tell
from benchmarks.sizes import beside
from benchmarks.telling import Plan, Section, alone
from quizgen.exporters.pdf.faces import FOLDER, SERIF
from quizgen.model import Quiz

ABOUT = (
    "One paper of choices with four options, from memory to the bytes of the file. `reportlab, KeepTogether` is its "
    "usual way, five paragraphs an item and a footer; typst tags what it sets, and so do we unless it says otherwise."
    " `times` is of reportlab, by the processor."
)


def ours(quiz: Quiz, *, tagged: bool) -> bytes:
    """Our own layout: all that a paper has."""
    from quizgen import wording
    from quizgen.exporters.pdf.page import Document
    from quizgen.exporters.pdf.sheet import blocks

    form = quiz.forms[0]
    document = replace(Document.of(quiz, form, wording.EN, SETTINGS), tagged=tagged)
    return document.pdf(blocks(quiz, form, document.frame(form)))


def reportlab(quiz: Quiz) -> bytes:
    """The usual way with reportlab: each item five paragraphs that are kept together, and a footer."""
    from reportlab.lib.pagesizes import LETTER
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate

    from quizgen.exporters.pdf import fonts

    faces = [fonts.font(face).fontName for face in SERIF.files]
    pdfmetrics.registerFontFamily(faces[0], faces[0], faces[2], faces[1], faces[3])
    usual = {"fontName": faces[0], "bulletFontName": faces[0], "fontSize": 11, "leading": 15}
    stem = ParagraphStyle("stem", leftIndent=27, bulletIndent=0, spaceBefore=15, **usual)
    answer = ParagraphStyle("option", leftIndent=44, bulletIndent=27, **usual)

    def footer(canvas: object, document: object) -> None:
        canvas.setFont(faces[0], 8.5)  # type: ignore[attr-defined] # reportlab has no types
        canvas.drawCentredString(306, 30, f"Page {canvas.getPageNumber()}")  # type: ignore[attr-defined] # nor here

    story = []
    for placed in quiz.forms[0].placed:
        item = [Paragraph(escape(placed.question.stem), stem, bulletText=f"{placed.number}.")]
        for letter, one in zip("ABCD", options(placed.question), strict=True):
            item.append(Paragraph(escape(one.text), answer, bulletText=letter))
        story.append(KeepTogether(item))
    file = io.BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 57)
    document = SimpleDocTemplate(file, pagesize=LETTER, initialFontName=faces[0], invariant=1, **margins)
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    return file.getvalue()


def for_typst(quiz: Quiz) -> str:
    """The same items in typst's own language."""

    def text(said: str) -> str:
        return '#"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"'

    source = [
        '#set page("us-letter", margin: 57pt, numbering: "1 / 1")',
        f'#set text(font: "{SERIF.regular}", size: 11pt)\n#set document(title: "Storms")\n#set enum(numbering: "A")',
    ]
    for placed in quiz.forms[0].placed:
        answers = "\n".join(f"    + {text(one.text)}" for one in options(placed.question))
        stem = f"{placed.number}. {text(placed.question.stem)}"
        source.append(f"#block(breakable: false)[\n{stem}\n{answers}\n]")
    return "\n".join(source)


ENGINES: dict[str, Callable[[Quiz], bytes]] = {
    "reportlab, KeepTogether": reportlab,
    "ours": lambda quiz: ours(quiz, tagged=True),
    "ours, not tagged": lambda quiz: ours(quiz, tagged=False),
}


def measure(plan: Plan) -> Section:
    """Each way of making the same paper, in turns."""
    count = plan.compared
    runs = {name: partial(module, "benchmarks.printing", name, count) for name in ENGINES}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "storms.typ")
        source.write_text(for_typst(quiz_of(count)), encoding="utf-8")
        if "typst" in peers.versions():
            runs["typst"] = partial(module, "benchmarks.beside.with_typst", source, FOLDER, python=peers.PYTHON)
        found = in_turns(runs, plan.rounds)
    table = beside("paper by", found, "reportlab, KeepTogether", count)
    return Section("Papers", ABOUT, (table,), peers.missing("typst"))


def main() -> None:
    """Measure one engine here; what it imports, and the faces, are there before the time is taken."""
    gc.set_threshold(100_000)  # as the command line has it
    engine, quiz = ENGINES[sys.argv[1]], quiz_of(int(sys.argv[2]))
    engine(quiz_of(2))
    tell(here(lambda: engine(quiz)))


if __name__ == "__main__":
    main() if sys.argv[1:2] and sys.argv[1] in ENGINES else alone(measure)
