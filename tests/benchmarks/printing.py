"""How fast a paper is laid out, against plain reportlab and typst on the same items in the same faces.

Each run is a process of its own, timed from the items in memory to the bytes of the file. Run it by `make benchmark`.
It prints; it asserts nothing, since machines differ.
"""

from __future__ import annotations

import gc
import importlib.util
import io
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from quizgen.exporters.pdf.faces import FOLDER, SERIF
from quizgen.model import Choices, Form, Option, Part, Placed, Quiz
from tests.quizzes import HERE, SETTINGS, every_shape, question

ITEMS = 1_000
MANY = 10_000
ROUNDS = 3
WORDS = str.split(
    "the of fund storm island council repairs after before money ferry harbor saves roofs that loans school road coast "
    "efficient insurers señora because percent which mainland borrowing affluent office years sets aside governs"
)


def quiz_of(count: int) -> Quiz:
    """A quiz of so many items of four options, their stems of 14 to 30 words."""
    rng = random.Random(1)

    def text(least: int, most: int) -> str:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most))).capitalize()

    placed = []
    for number in range(1, count + 1):
        options = tuple(Option(text(3, 12), not index, HERE) for index in range(4))
        item = replace(question("why-a-fund"), id=f"item-{number}", stem=text(14, 30) + "?", answer=Choices(options))
        placed.append(Placed(number, item))
    quiz = every_shape(1)
    return replace(quiz, questions=tuple(one.question for one in placed), forms=(Form("A", (Part(tuple(placed)),)),))


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
    option = ParagraphStyle("option", leftIndent=44, bulletIndent=27, **usual)

    def footer(canvas: object, document: object) -> None:
        canvas.setFont(faces[0], 8.5)  # type: ignore[attr-defined] # reportlab has no types
        canvas.drawCentredString(306, 30, f"Page {canvas.getPageNumber()}")  # type: ignore[attr-defined] # nor here

    story = []
    for placed in quiz.forms[0].placed:
        assert isinstance(placed.question.answer, Choices)
        item = [Paragraph(escape(placed.question.stem), stem, bulletText=f"{placed.number}.")]
        for letter, one in zip("ABCD", placed.question.answer.options, strict=True):
            item.append(Paragraph(escape(one.text), option, bulletText=letter))
        story.append(KeepTogether(item))
    file = io.BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 57)
    document = SimpleDocTemplate(file, pagesize=LETTER, initialFontName=faces[0], invariant=1, **margins)
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    return file.getvalue()


def typst(quiz: Quiz) -> bytes:
    """The same items by typst, which tags what it sets."""
    import typst as package

    def text(said: str) -> str:
        return '#"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"'

    source = [
        '#set page("us-letter", margin: 57pt, numbering: "1 / 1")',
        f'#set text(font: "{SERIF.regular}", size: 11pt)\n#set document(title: "Storms")\n#set enum(numbering: "A")',
    ]
    for placed in quiz.forms[0].placed:
        assert isinstance(placed.question.answer, Choices)
        options = "\n".join(f"    + {text(one.text)}" for one in placed.question.answer.options)
        stem = f"{placed.number}. {text(placed.question.stem)}"
        source.append(f"#block(breakable: false)[\n{stem}\n{options}\n]")
    made = package.compile("\n".join(source).encode(), font_paths=[str(FOLDER)])
    assert isinstance(made, bytes)
    return made


ENGINES: dict[str, Callable[[Quiz], bytes]] = {
    "reportlab": reportlab,
    "ours": lambda quiz: ours(quiz, tagged=False),
    "ours, tagged": lambda quiz: ours(quiz, tagged=True),
    "typst": typst,
}


def once(engine: str, count: int) -> None:
    """Make the file, and print seconds by the clock and of the processor, memory in megabytes, and kilobytes."""
    quiz = quiz_of(count)
    ENGINES[engine](quiz_of(2))  # imports and faces are there
    gc.set_threshold(100_000)  # as the command line has it
    before = time.perf_counter(), time.process_time()
    data = ENGINES[engine](quiz)
    after = time.perf_counter(), time.process_time()
    print(
        after[0] - before[0],
        after[1] - before[1],
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        len(data) / 1024,
    )


def run(engine: str, count: int) -> tuple[float, ...]:
    """One run in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.printing", engine, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def best(names: Sequence[str], count: int) -> dict[str, tuple[float, ...]]:
    """The least of each figure in a few rounds of all."""
    found = [{name: run(name, count) for name in names} for _ in range(ROUNDS)]
    return {name: tuple(map(min, zip(*(results[name] for results in found), strict=True))) for name in names}


def main() -> None:
    """Print a line for each way of making the same paper."""
    names = [name for name in ENGINES if name != "typst" or importlib.util.find_spec("typst")]
    if "typst" not in names:
        print("typst is not installed (pip install typst): it is left out")
    few, many = best(names, ITEMS), best([name for name in names if name.startswith("ours")], MANY)
    print(
        f"{'paper of':>12} {'items':>7} {'clock, s':>9} {'processor, s':>13} {'memory, MB':>11} {'file, KB':>9}  times"
    )
    for count, measured in ((ITEMS, few), (MANY, many)):
        for name, (clock, processor, memory, size) in measured.items():
            floor = few["reportlab" if count == ITEMS else name]
            times = f"{clock / floor[0]:.2f} by the clock, {processor / floor[1]:.2f} of the processor"
            print(f"{name:>12} {count:>7,} {clock:>9.2f} {processor:>13.2f} {memory:>11.0f} {size:>9,.0f}  {times}")
    print(f"times: of reportlab; of {ITEMS:,} items, where there are {MANY:,}")


if __name__ == "__main__":
    once(sys.argv[1], int(sys.argv[2])) if len(sys.argv) > 2 else main()
