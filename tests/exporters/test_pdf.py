"""The PDF exporter by what a reader's own programs find in its files: poppler's, qpdf's and pypdf's."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from typing_extensions import assert_never

from quizgen import assemble, wording
from quizgen.exporters import pdf
from quizgen.exporters.pdf import fonts, shapes
from quizgen.exporters.pdf.block import Block, Row, paginate
from quizgen.markup import plain
from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Criterion,
    Essay,
    Form,
    Gaps,
    Number,
    Option,
    Pairs,
    Part,
    Placed,
    Question,
    Quiz,
    Sequence,
    Settings,
    Words,
)
from tests.conftest import REPOSITORY
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, SETTINGS, every_shape, question

MM = 72 / 25.4
"""A millimetre in points, the unit of PDF."""
A4 = replace(SETTINGS, paper="a4")
ITEMS = 60
WHY_A_FUND = question("why-a-fund")


# What programs find in a file


def run(program: str, *arguments: str) -> str:
    """What a system's program says; the tests that need one that is missing are skipped, but not in CI."""
    if shutil.which(program) is None:
        missing = f"{program} is not installed (apt install poppler-utils qpdf)"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def about(program: str, data: bytes, folder: Path, *options: str, after: tuple[str, ...] = ()) -> str:
    path = folder / "file.pdf"
    path.write_bytes(data)
    return run(program, *options, str(path), *after)


def folded(text: str) -> str:
    return " ".join(text.split())


def pages(data: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order that it was drawn in, its whitespace folded."""
    text = about("pdftotext", data, folder, "-raw", after=("-",))
    return [folded(page) for page in text.split("\f")[:-1]]


def whole(data: bytes, folder: Path) -> str:
    return " ".join(pages(data, folder))


def files(*quizzes: Quiz, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {output.name: output.data for output in pdf.export(quizzes, settings)}


def paper_of(quiz: Quiz, letter: str = "A", settings: Settings = SETTINGS) -> bytes:
    """The student's paper of a form; nothing else is made."""
    (form,) = (form for form in quiz.forms if form.letter == letter)
    return next(iter(pdf.export([replace(quiz, forms=(form,))], settings))).data


def key_of(quiz: Quiz, letter: str = "A") -> bytes:
    (form,) = (form for form in quiz.forms if form.letter == letter)
    return files(replace(quiz, forms=(form,)))[f"instructor/pdf/{quiz.id}/key-{letter}.pdf"]


Make = Callable[[Quiz], bytes]


# The quizzes that are looked at


def quiz_of(*questions: Question, **changes: Any) -> Quiz:
    """A quiz of one form, its items in the order given and as they are written."""
    form = Form("A", (Part(tuple(Placed(number, question) for number, question in enumerate(questions, 1))),))
    return replace(every_shape(1), questions=questions, forms=(form,), **changes)


def shuffled_forms(quiz: Quiz) -> Quiz:
    """The quiz in two forms, its items reversed on the second, their options and entries shuffled on both."""
    orders = (("A", quiz.questions), ("B", quiz.questions[::-1]))
    return replace(
        quiz,
        forms=tuple(
            Form(letter, (Part(tuple(assemble.placed_on(q, n, 7, quiz.id, letter) for n, q in enumerate(order, 1))),))
            for letter, order in orders
        ),
    )


def numbered_item(number: int) -> Question:
    """An item whose texts all tell its number; some stems and options are long."""
    filler = "and so on with the fund " * (number % 4)
    texts = (f"right {number}", f"first {number}", f"second {number} {filler}".strip(), f"third {number}")
    return replace(
        WHY_A_FUND,
        id=f"item-{number}",
        stem=f"Item {number} asks: what of the storms {filler}?",
        answer=Choices(tuple(Option(text, not index, HERE, None) for index, text in enumerate(texts))),
    )


LONG = shuffled_forms(quiz_of(*(numbered_item(number) for number in range(ITEMS)), id="long"))
SHAPES = shuffled_forms(every_shape())
SPANISH = quiz_of(
    replace(WHY_A_FUND, stem="¿Quién gobierna la isla, señora?"), id="islas", title="¿Por qué ahorrar?", language="es"
)
EXAM = replace(every_shape(1), id="midterm", audience="exam", minutes=50)
BUILDS = (
    ("letter", SETTINGS, (LONG, SHAPES, SPANISH, EXAM)),
    ("a4", A4, (LONG, SHAPES)),
)
NAMES = [
    f"{paper}/{quiz.id}/{which}-{form.letter}.pdf"
    for paper, _, quizzes in BUILDS
    for quiz in quizzes
    for form in quiz.forms
    for which in ("quiz", "key")
]


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    """Every file of these quizzes, by paper, quiz and name."""
    return {
        f"{paper}/{'/'.join(name.split('/')[2:])}": data
        for paper, settings, quizzes in BUILDS
        for name, data in files(*quizzes, settings=settings).items()
    }


def test_there_are_files_to_look_at(built: dict[str, bytes]) -> None:
    assert sorted(built) == sorted(NAMES)
    assert len(NAMES) == 20


def test_each_form_has_a_paper_and_a_key_and_an_exams_paper_stays_with_the_keys() -> None:
    assert list(files(SHAPES, EXAM)) == [
        "students/pdf/storms/quiz-A.pdf",
        "instructor/pdf/storms/key-A.pdf",
        "students/pdf/storms/quiz-B.pdf",
        "instructor/pdf/storms/key-B.pdf",
        "instructor/pdf/midterm/quiz-A.pdf",
        "instructor/pdf/midterm/key-A.pdf",
    ]


# Every file


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_sound(name: str, built: dict[str, bytes], tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors found" in about("qpdf", built[name], tmp_path, "--check")


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_embedded(name: str, built: dict[str, bytes], tmp_path: Path) -> None:
    _, _, *lines = about("pdffonts", built[name], tmp_path).splitlines()
    assert len(lines) >= 2
    for line in lines:
        embedded, subset, searchable = line.split()[-5:-2]
        assert (embedded, subset, searchable) == ("yes", "yes", "yes"), line


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_which_it_is_of_how_many_and_of_which_form(
    name: str, built: dict[str, bytes], tmp_path: Path
) -> None:
    found = pages(built[name], tmp_path)
    template = (wording.ES if "islas" in name else wording.EN).page_of
    letter = name[-5]
    assert found
    for number, page in enumerate(found, 1):
        assert f"{letter} · {template.format(page=number, pages=len(found))}" in page


@pytest.mark.parametrize("name", NAMES)
def test_no_word_leaves_the_type_area(name: str, built: dict[str, bytes], tmp_path: Path) -> None:
    bounds = about("pdftotext", built[name], tmp_path, "-bbox", after=("-",))
    width = 595.28 if name.startswith("a4") else 612
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', bounds)
    assert len(words) > 20
    assert min(float(left) for left, _, _, _ in words) >= 20 * MM - 0.1
    assert max(float(right) for _, _, right, _ in words) <= width - 20 * MM + 0.1
    assert min(float(top) for _, top, _, _ in words) >= 9 * MM


@pytest.mark.parametrize(
    ("settings", "size"), [(SETTINGS, "612 x 792 pts (letter)"), (A4, "595.276 x 841.89 pts (A4)")]
)
def test_paper_has_the_size_that_was_asked_for(settings: Settings, size: str, tmp_path: Path) -> None:
    for data in files(every_shape(1), settings=settings).values():
        assert f"Page size:       {size}" in about("pdfinfo", data, tmp_path)


def test_properties_tell_title_form_course_language_and_the_settings_time() -> None:
    quiz = replace(every_shape(1, "es"), title="Storms & *funds*")
    for data, title in (
        (paper_of(quiz), "Storms & funds (Forma A)"),
        (key_of(quiz), "Clave · Storms & funds (Forma A)"),
    ):
        reader = PdfReader(io.BytesIO(data))
        properties = reader.metadata
        assert properties is not None
        assert (properties.title, properties.author, properties.creator) == (title, "Islands", "quizgen")
        assert properties.creation_date_raw == properties.modification_date_raw == "D:20260101000000Z"
        assert str(reader.root_object["/Lang"]) == "es"


# The student's paper


def shown(answer: Answer) -> Iterator[str]:
    """Every text of an answer shape that students must see."""
    match answer:
        case Choices(options=options):
            yield from (option.text for option in options)
        case Words() | Essay():
            pass
        case Number(unit=unit):
            yield unit or ""
        case Gaps(parts=parts):
            yield from (part.strip(" .") if isinstance(part, str) else f"({part.hint or 1})" for part in parts)
        case Pairs(lefts=lefts, rights=rights):
            yield from (*(left.text for left in lefts), *rights)
        case Sequence(steps=steps):
            yield from (step.text for step in steps)
        case _:
            assert_never(answer)


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("quiz", [SHAPES, LONG], ids=["shapes", "long"])
def test_a_paper_gives_back_every_text_in_order_with_what_to_do(quiz: Quiz, letter: str, tmp_path: Path) -> None:
    text = whole(paper_of(quiz, letter), tmp_path)
    form = quiz.forms["AB".index(letter)]
    assert len(form.placed) == len(quiz.questions) >= 12
    seen = 0
    for placed in form.placed:
        stem = placed.question.stem or "The fund was set up in"
        start = text.index(f"{placed.number}. {folded(plain(stem))}", seen)
        task = shapes.task(placed.question.answer, wording.EN)
        end = text.index(task, start)
        item = text[start : text.find(f" {placed.number + 1}. ", end) % len(text)]
        for part in shown(placed.question.answer):
            assert folded(plain(part)) in item, (placed.question.id, part)
        assert wording.points(placed.question.points, wording.EN) in item
        seen = end


def test_a_paper_says_what_to_do_with_each_item(tmp_path: Path) -> None:
    said = {
        "why-a-fund": "Choose one.",
        "what-it-pays": "Choose all that apply.",
        "fund-is-loan": "Choose one.",
        "who-governs": "Write a word or phrase.",
        "storm-fund": "Which term has this definition?",
        "share-saved": "Write the figure.",
        "gaps-in-text": "Fill in the blanks.",
        "who-said-what": "Match each entry with its partner.",
        "before-or-after": "Put each entry under its heading.",
        "order-of-work": "Number them: 1 comes first.",
        "argue-for-it": "Answer in a few paragraphs.",
    }
    for id, task in said.items():
        assert task in whole(paper_of(quiz_of(question(id))), tmp_path), id


def test_rings_are_for_one_option_and_squares_for_several() -> None:
    drawn = {}
    for id in ("what-it-pays", "years-of-storms"):
        (page,) = PdfReader(io.BytesIO(paper_of(quiz_of(question(id))))).pages
        contents = page.get_contents()
        assert contents is not None
        operators = [operator for _, operator in contents.operations]
        drawn[id] = (operators.count(b"re"), operators.count(b"c"))
    assert drawn == {"what-it-pays": (1 + 3, 0), "years-of-storms": (1, 3 * 4)}  # one is the frame of the form's letter


def test_a_parts_title_and_instructions_stand_with_its_first_item(tmp_path: Path) -> None:
    placed = LONG.forms[0].placed
    parts = [
        Part(placed[n : n + 3], title=f"Title {n}.", instructions=f"Instructions {n}.") for n in range(0, ITEMS, 3)
    ]
    text = pages(paper_of(replace(LONG, forms=(Form("A", tuple(parts)),))), tmp_path)
    assert len(text) > 10
    for n in range(0, ITEMS, 3):
        (page,) = (page for page in text if f"Title {n}." in page)
        assert f"Title {n}. Instructions {n}. {n + 1}. Item {n} asks" in page


def test_the_first_page_has_titles_fields_form_and_worth(tmp_path: Path) -> None:
    exam = files(replace(EXAM, questions=EXAM.questions[:1], forms=quiz_of(EXAM.questions[0]).forms))
    first = pages(exam["instructor/pdf/midterm/quiz-A.pdf"], tmp_path)[0]
    for said in ("Islands", "Storms <& funds>", "Form A", "Name", "Date", "Section", wording.EN.how_to_mark):
        assert said in first
    assert "Total: 1 point · 1 question · Time: 50 minutes" in first
    assert "Time:" not in whole(paper_of(every_shape()), tmp_path)


def test_later_pages_say_what_they_belong_to(tmp_path: Path) -> None:
    title = (
        "A title that is far too long for one line of a running header, as titles of courses often are"
        + ", and longer" * 5
    )
    found = pages(paper_of(replace(LONG, title=title)), tmp_path)
    assert len(found) > 5
    for number, page in enumerate(found[1:], 2):
        footer, header = page.split("A title that is far too long")[1:]
        assert footer.strip().endswith(f"… · Form A · Page {number} of {len(found)}")
        assert header.endswith("… Form A")


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("settings", [SETTINGS, A4], ids=["letter", "a4"])
def test_an_item_stands_on_one_page(letter: str, settings: Settings, tmp_path: Path) -> None:
    found = pages(paper_of(LONG, letter, settings), tmp_path)
    assert len(found) > 5
    for number in range(ITEMS):
        texts = (f"Item {number} asks", *(f"{which} {number}" for which in ("right", "first", "second", "third")))
        home = [index for index, page in enumerate(found) if re.search(rf"{texts[0]}\b", page)]
        assert len(home) == 1
        for text in texts:
            assert re.search(rf"\b{text}\b", found[home[0]]), (number, text)
    assert wording.EN.continued not in " ".join(found)


COUNTED = " ".join(f"C{number}." for number in range(3000))
TALL: dict[str, Answer] = {
    "many options": Choices(tuple(Option(f"C{n}. {'An option of some length.' * 3}", n == 3, HERE) for n in range(77))),
    "a long option": Choices((Option(COUNTED, True, HERE), Option("No", False, HERE))),
    "a long model answer": Essay(COUNTED, (Criterion("It is long", 1),), 90),
}


@pytest.mark.parametrize("tall", [*TALL, "a long stem"])
@pytest.mark.parametrize("make", [paper_of, key_of])
def test_an_item_that_is_taller_than_a_page_goes_on_overleaf(make: Make, tall: str, tmp_path: Path) -> None:
    item = replace(WHY_A_FUND, answer=TALL[tall]) if tall in TALL else replace(WHY_A_FUND, stem=COUNTED)
    found = pages(make(quiz_of(question("who-governs"), item, question("fund-is-loan"))), tmp_path)
    if (make, tall) == (key_of, "a long stem"):  # a key only reminds of it
        assert len(found) == 1
        return
    assert sum(f"2. {wording.EN.continued}" in page for page in found) >= max(1, len(found) - 2)
    if (make, tall) != (paper_of, "a long model answer"):
        count = 77 if tall == "many options" else 3000
        assert "C0." in found[0]
        assert re.findall(r"\bC(\d+)\.", " ".join(found)) == [str(number) for number in range(count)]
    assert "A storm fund is a loan." in found[-1]


def test_an_essay_has_as_many_lines_as_it_asks_for_on_however_many_pages() -> None:
    essay = question("argue-for-it")
    assert isinstance(essay.answer, Essay)
    for lines in (3, 90):
        rows = list(shapes.rows(replace(essay.answer, lines=lines), 500))
        assert [len(row.marks) for row in rows] == [1] * lines
        long = paper_of(quiz_of(replace(essay, answer=replace(essay.answer, lines=lines))))
        assert len(PdfReader(io.BytesIO(long)).pages) == (1 if lines == 3 else 4)


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (["1998", "2007", "2017", "2020"], 1),
        (["1998", "2007"], 1),
        (["1998", "2007", "2017", "2020", "2021"], 2),
        (["A rather longer option"] * 4, 2),
        (["A rather longer option"] * 3, 3),
        (["An option that is so long that it needs well over half a line"] * 4, 4),
    ],
)
def test_short_options_stand_side_by_side(texts: list[str], rows: int) -> None:
    answer = Choices(tuple(Option(text, False, HERE) for text in texts))
    made = list(shapes.rows(answer, 498))
    assert len(made) == rows
    letters = [cell.paragraph.getPlainText() for row in made for cell in row.cells[::2]]
    assert letters == list("ABCDE"[: len(texts)])


# Nothing of the key


def rekeyed(answer: Answer) -> Answer:
    """The same on paper, with other answers and other reasons."""
    match answer:
        case Choices(options=options):
            return replace(answer, options=tuple(replace(o, correct=not o.correct, why=f"{o.why}!") for o in options))
        case Words():
            return replace(answer, accepted=("quite another", "other"))
        case Number():
            return replace(answer, value=Decimal(9), text="9.00", tolerance=Decimal(3), derived="3 * 3")
        case Gaps(parts=parts):
            changed = (replace(part, accepted=("other",)) if isinstance(part, Blank) else part for part in parts)
            return replace(answer, parts=tuple(changed))
        case Pairs(lefts=lefts, rights=rights):
            moved = tuple(replace(left, right=(left.right + 1) % len(rights), why="Other.") for left in lefts)
            return replace(answer, lefts=moved)
        case Sequence(steps=steps, shown=order):
            last = len(steps) - 1
            return replace(answer, steps=steps[::-1], shown=tuple(last - index for index in order))
        case Essay():
            return replace(answer, model_answer="Other.", rubric=(Criterion("Other", 3),))
        case _:
            assert_never(answer)


def with_another_key(quiz: Quiz) -> Quiz:
    def changed(placed: Placed) -> Placed:
        answer = rekeyed(placed.question.answer)
        evidence = tuple(replace(one, quote="1999") for one in placed.question.evidence)
        question = replace(placed.question, answer=answer, rationale="Another.", evidence=evidence, id="other")
        return replace(placed, question=replace(question, claims=(), falsehoods=(), tags=("other",)))

    parts = [tuple(replace(p, placed=tuple(map(changed, p.placed))) for p in form.parts) for form in quiz.forms]
    return replace(quiz, forms=tuple(replace(f, parts=p) for f, p in zip(quiz.forms, parts, strict=True)))


def test_a_paper_is_the_same_to_the_byte_whatever_its_key() -> None:
    before, after = files(SHAPES), files(with_another_key(SHAPES))
    assert before.keys() == after.keys()
    assert len(before) == 4
    for name, data in before.items():
        assert (data == after[name]) == name.startswith("students/"), name


def test_a_paper_says_nothing_of_answers_reasons_and_sources(tmp_path: Path) -> None:
    for letter in "AB":
        data = paper_of(SHAPES, letter)
        text = whole(data, tmp_path) + str(PdfReader(io.BytesIO(data)).metadata)
        for secret in (
            "The brief says so",
            QUOTE,
            "Señora Ibarra",
            "storm fund,",
            "2.5",
            "1999",
            "council by",
            "Taxes are",
        ):
            assert secret not in text, secret
        assert "Restated" not in text
        assert not set(ANSWERS) & set(re.findall(r"[a-z]+(?:-[a-z]+)+", text))


# The key


def test_the_grid_and_the_reasons_of_a_key_name_the_letters_of_its_paper(tmp_path: Path) -> None:
    for letter, form in zip("AB", LONG.forms, strict=True):
        paper, key = whole(paper_of(LONG, letter), tmp_path), whole(key_of(LONG, letter), tmp_path)
        grid = dict(re.findall(r"(?<!\S)(\d+) ([A-D])(?= \d| 1\.)", key[: key.index("Item")]))
        assert len(grid) == ITEMS
        for placed in form.placed:
            right = rf"([A-D]) right {placed.question.id.removeprefix('item-')}\b"
            on_paper = re.findall(right, paper)
            assert on_paper == [grid[str(placed.number)]] == re.findall(right, key), placed.number
    assert len({tuple(option.correct for option in p.question.answer.options) for p in LONG.forms[0].placed}) == 4  # type: ignore[union-attr] # all are choices


def test_the_grid_breaks_no_word(tmp_path: Path) -> None:
    answers = [Words(("B",))] * 30 + [Words(("transcontinental railroad",))]
    (page,) = pages(
        key_of(quiz_of(*(replace(question("who-governs"), answer=answer) for answer in answers))), tmp_path
    )[:1]
    assert "31 transcontinental railroad" in page


def test_the_key_names_letters_and_numbers_of_pairs_and_sequences(tmp_path: Path) -> None:
    for letter in "AB":
        paper, key = whole(paper_of(SHAPES, letter), tmp_path), whole(key_of(SHAPES, letter), tmp_path)
        fund = found(r"([A-C]) A storm fund", paper)
        council = found(r"([A-C]) A harbor fee", paper)
        assert f"1. Ibarra → {fund} A storm fund 2. The council → {council} A harbor fee" in key
        assert f"{found(r'([A-C]) A lottery', paper)} A lottery – matches nothing" in key
        assert re.search(rf"\b1 {fund}, 2 {council}\b", key)
        for entry, heading in (("Saving", "A Before"), ("Repairing", "B After"), ("Drilling", "A Before")):
            number = found(rf"(\d)\. {entry}", paper)
            assert f"{number}. {entry} → {heading}" in key
        steps = ["Clear the roads", "Mend the roofs", "Open the school"]
        named = {step: found(rf"([A-C]) {step}", paper) for step in steps}
        assert " ".join(f"{n}. {named[step]} {step}" for n, step in enumerate(steps, 1)) in key
        places = sorted((named[step], n) for n, step in enumerate(steps, 1))
        assert ", ".join(f"{name} {place}" for name, place in places) in key


def found(pattern: str, text: str) -> str:
    """The one thing that a pattern finds in a text, wherever it is."""
    matches = set(re.findall(pattern, text))
    assert len(matches) == 1, (pattern, matches)
    return str(matches.pop())


def test_a_key_gives_answers_reasons_rubric_and_sources(tmp_path: Path) -> None:
    text = whole(key_of(SHAPES), tmp_path)
    assert "Key A" in text
    assert wording.EN.key_note in text
    for said in (
        "So that the ferry can be sold – The ferry is never for sale.",
        "Señora Ibarra (Also right: Ibarra)",
        "2.5 percent (within 0.1)",
        "(1) 1999 (Also right: 99) (2) council",
        "The brief says so of the fund, and 3 < 4 & 5 > 4.",
        "Ibarra argues that waiting for loans costs more",
        "States the claim (2 pts)",
        "Weighs it (1 pt)",
        "Saving is done early.",
        "argue-for-it",
    ):
        assert said in text, said
    assert text.count("The brief says so") == len(ANSWERS)


def test_a_restated_passage_is_no_quotation_and_a_full_one_is(tmp_path: Path) -> None:
    restated = whole(key_of(every_shape()), tmp_path)
    full = whole(key_of(replace(every_shape(), briefs=(replace(BRIEF, restated=False),))), tmp_path)
    assert f"Evidence {QUOTE} Restated from paragraph 1 of Ibarra and Ray (2024)" in restated
    assert f"“{QUOTE}”" not in restated
    assert f"Evidence “{QUOTE}” Ibarra and Ray (2024)" in full


# Languages, signs, evil


def test_a_spanish_paper_speaks_spanish(tmp_path: Path) -> None:
    text = whole(paper_of(SPANISH), tmp_path)
    for said in ("¿Por qué ahorrar?", "¿Quién gobierna la isla, señora?", "Elija una.", "Nombre", "Página 1 de 1"):
        assert said in text


EVIL = (
    "<b>bold</b> &amp; &#65; <img src=https://example.org/x.png> </para> <para> <a href=x>y</a> <font size=80>z</font>",
    "{{answer}} \\ %s {0} $x$ -- <!-- no --> <![CDATA[x]]> <?xml?> <onDraw name=x/>",
    "efficient findings, affluent office: fi fl ffi ffl",
    "– — … “ ” ‘ ’ « » ¿ ¡ ñ Ñ ü ½ ° € × ☐ ✓ → ≥ ≤ ₂ Łódź ž Ж λ",
)


@pytest.mark.parametrize("evil", EVIL)
def test_what_a_curator_writes_is_text(evil: str, tmp_path: Path) -> None:
    options = (Option(evil, True, HERE, evil), Option("x" * 300, False, HERE, evil))
    mean = replace(WHY_A_FUND, stem=evil, answer=Choices(options), rationale=evil)
    typed = replace(question("who-governs"), stem=evil, answer=Words((evil, evil)), id="typed")
    quiz = quiz_of(mean, typed, title=evil, course_title=evil)
    written = plain(evil)
    paper, key = whole(paper_of(quiz), tmp_path), whole(key_of(quiz), tmp_path)
    assert paper.count(written) >= 4
    assert key.count(written) >= 5
    assert "x" * 300 in paper.replace(" ", "")
    for data in (paper_of(quiz), key_of(quiz)):
        assert not re.search(rb"/URI|/Annots|/JavaScript|/Subtype */Image", data)
    assert list(pdf.limits([quiz])) == []


def test_emphasis_is_set_in_italic_and_bold_and_accepted_answers_stay_as_typed(tmp_path: Path) -> None:
    quiz = quiz_of(replace(question("who-governs"), stem="*so* **and**\n***both***", answer=Words(("*as typed*",))))
    fonts_used = about("pdffonts", paper_of(quiz), tmp_path)
    assert "so and both" in whole(paper_of(quiz), tmp_path)
    assert "*as typed*" in whole(key_of(quiz), tmp_path)
    assert "BoldItalic" in fonts_used


@pytest.mark.parametrize(
    ("given", "set_as"), [("so\u00adft", "soft"), ("e\u0301", "é"), ("a\u200bb", "ab"), ("中", "\ufffd")]
)
def test_what_cannot_be_seen_is_left_out_and_what_is_missing_is_seen_to_be(given: str, set_as: str) -> None:
    assert re.sub("<.*?>", "", fonts.literal(given)) == set_as


def test_faces_cover_two_languages_and_stay_small() -> None:
    folder = REPOSITORY / "quizgen/exporters/pdf/fonts"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 1_300_000
    assert {file.name for file in folder.glob("*.txt")} == {"README.txt", "OFL.txt", "DejaVu-LICENSE.txt"}
    assert len(fonts.COVERED) == 5
    for face, covered in fonts.COVERED.items():
        assert set("aàâáéíóúüñÑ¿¡–—…“”‘’«»½°€×ŁłŹźŠšçã\u00a0".encode("utf-32-le").decode("utf-32-le")) <= set(
            map(chr, covered)
        ), face
    for words in wording.ALL:
        said = " ".join(str(getattr(words, name)) for name in words.__slots__)
        assert fonts.unprintable(said) == ()


# Limits


def everywhere(text: str) -> dict[str, Quiz]:
    """Quizzes that each have the text in one more of the places that reach paper, by where that is."""
    made = {
        "stem": quiz_of(replace(WHY_A_FUND, stem=text)),
        "rationale": quiz_of(replace(WHY_A_FUND, rationale=text)),
        "quote": quiz_of(replace(WHY_A_FUND, evidence=(replace(WHY_A_FUND.evidence[0], quote=text),))),
        "brief": quiz_of(WHY_A_FUND, briefs=(replace(BRIEF, title=text),)),
        "author": quiz_of(WHY_A_FUND, briefs=(replace(BRIEF, authors=(text,)),)),
    }
    for id, (_, _, answer) in ANSWERS.items():
        for name, changed in placings(answer, text):
            made[f"{id}: {name}"] = quiz_of(replace(question(id), answer=changed))
    return made


def placings(answer: Answer, text: str) -> Iterator[tuple[str, Answer]]:
    match answer:
        case Choices(options=(first, *rest)):
            yield "option", replace(answer, options=(replace(first, text=text), *rest))
            yield "why", replace(answer, options=(*rest, replace(first, why=text)))
        case Words(accepted=accepted):
            yield "accepted", replace(answer, accepted=(*accepted, text))
        case Number():
            yield "unit", replace(answer, unit=text)
        case Gaps(parts=parts):
            yield "part", replace(answer, parts=(*parts, text))
            yield "blank", replace(answer, parts=(*parts, Blank(("x", text))))
            yield "hint", replace(answer, parts=(*parts, Blank(("x",), text)))
        case Pairs(lefts=(first, *rest), rights=rights):
            yield "left", replace(answer, lefts=(replace(first, text=text), *rest))
            yield "why", replace(answer, lefts=(replace(first, why=text), *rest))
            yield "right", replace(answer, rights=(*rights, text))
        case Sequence(steps=(first, *rest)):
            yield "step", replace(answer, steps=(replace(first, text=text), *rest))
        case Essay(rubric=rubric):
            yield "model answer", replace(answer, model_answer=text)
            yield "criterion", replace(answer, rubric=(*rubric, Criterion(text, 0)))
        case _:
            raise AssertionError(answer)


@pytest.mark.parametrize("place", everywhere(""))
def test_a_character_that_no_face_has_is_a_limit_wherever_it_stands(place: str) -> None:
    quiz = everywhere("see 中")[place]
    (remark,) = pdf.limits([quiz])
    assert remark.item == quiz.questions[0].id
    assert "“中” (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)" in remark.message
    assert list(pdf.limits([everywhere("seen")[place]])) == []


def test_limits_are_sought_in_many_places() -> None:
    assert len(everywhere("")) > 20


def test_titles_and_instructions_are_looked_at_too() -> None:
    part = Part((Placed(1, WHY_A_FUND),), title="中", instructions="文")
    quiz = quiz_of(WHY_A_FUND, title="国", course_title="字")
    (remark,) = pdf.limits([replace(quiz, forms=(Form("A", (part,)),))])
    assert remark.item is None
    assert all(name in remark.message for name in ("U+56FD", "U+5B57", "U+4E2D", "1 more"))


def test_what_runs_from_right_to_left_is_a_limit() -> None:
    (remark,) = pdf.limits([quiz_of(replace(WHY_A_FUND, stem="what is عربي here"))])
    assert "from left to right" in remark.message


# Pages


def block(height: float, *, rows: int = 1, heads: bool = False) -> Block:
    again = Row.of(least=5)
    return Block(tuple(Row.of(least=height / rows) for _ in range(rows)), above=10, heads=heads, again=again)


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    heading, item = block(20, heads=True), block(50)
    assert paginate([block(60), heading, heading, item], 130) == ((block(60),), (heading, heading, item))
    assert len(paginate([block(60), heading, item], 160)) == 1


def test_a_row_that_nothing_can_part_runs_over_its_page_and_ends() -> None:
    sizes = [len(page) for page in paginate([block(50), block(300), block(50)], 100)]
    assert sizes == [1, 1, 1]


@pytest.mark.parametrize("seed", range(60))
def test_pages_hold_everything_in_order_and_part_only_what_they_must(seed: int) -> None:
    rng = random.Random(seed)
    blocks = [
        block(rng.choice((5, 33.3, 80, 99.9, 100, 250)), rows=rng.choice((3, 7)), heads=rng.random() < 0.2)
        for _ in range(rng.randrange(1, 12))
    ]
    again = {id(one.again) for one in blocks}
    made = paginate(blocks, 100)
    placed = [row for page in made for one in page for row in one.rows if id(row) not in again]
    assert [id(row) for row in placed] == [id(row) for one in blocks for row in one.rows]
    for page in made:
        assert page
        assert sum(one.height + (one.above if index else 0) for index, one in enumerate(page)) <= 100.01
    for before, one in zip([block(5), *blocks], blocks, strict=False):
        if one.height <= 100 and not before.heads:
            assert any(one in page for page in made)


# The same bytes

BUILD = """
import hashlib, sys
from quizgen.exporters import pdf
from tests.quizzes import SETTINGS, every_shape
for output in pdf.export([every_shape()], SETTINGS):
    print(output.name, hashlib.sha256(output.data).hexdigest())
"""


def test_the_same_bytes_in_every_time_zone_under_every_hash_seed() -> None:
    places: list[dict[str, str]] = [
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1000000000"},
    ]
    said = [
        subprocess.run(
            [sys.executable, "-c", BUILD],
            cwd=REPOSITORY,
            env={**os.environ, **place},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for place in places
    ]
    assert said[0].count("\n") == 4
    assert said[0] == said[1]


def test_files_tell_the_settings_time_and_differ_by_it() -> None:
    later = replace(SETTINGS, time=SETTINGS.time + 86_400)
    assert b"D:20260102000000Z" in paper_of(every_shape(), settings=later)
    assert paper_of(every_shape(), settings=later) != paper_of(every_shape())


@pytest.mark.parametrize("make", [paper_of, key_of])
def test_an_empty_quiz_makes_a_page(make: Make, tmp_path: Path) -> None:
    assert len(pages(make(quiz_of()), tmp_path)) == 1
