"""The paper as a document: everything to answer, in order, with Word's own numbers, and nothing of the key."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from typing_extensions import assert_never

from quizgen import wording
from quizgen.markup import plain
from quizgen.model import Answer, Choices, Essay, Form, Gaps, Number, Pairs, Part, Quiz, Sequence, Words
from quizgen.presenting.explaining import task_on_paper
from tests.exporters.anki.poisoned import EVIL, WITH_BACKSLASHES, poisoned
from tests.exporters.docx.reading import Read, files, items, paper_and_key, paragraphs
from tests.exporters.pdf.printing import quiz_of
from tests.exporters.pdf.rekeyed import with_another_key
from tests.exporters.pdf.samples import A4, LONG, PAPERS, SHAPES, SPANISH
from tests.quizzes import ANSWERS, SETTINGS, question

LETTERS = "ABCDEFGHIJ"


def shown(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """The style, the number and the text of all that stands below a stem."""
    match answer:
        case Choices(options=options, multiple=True):
            yield from (("OptionOfSeveral", f"□ {a}", plain(o.text)) for a, o in zip(LETTERS, options, strict=False))
        case Choices(options=options):
            yield from (("Option", f"○ {a}", plain(o.text)) for a, o in zip(LETTERS, options, strict=False))
        case Words():
            yield "AnswerLine", "", "\t"
        case Number(unit=unit):
            yield "AnswerLine", "", f"\t {unit}"
        case Gaps():
            pass
        case Pairs(lefts=lefts, rights=rights, headings=headings):
            entries = [("Entry", f"_____ {n}.", plain(left.text)) for n, left in enumerate(lefts, 1)]
            partners = [
                ("Group" if headings else "Lettered", a, plain(t)) for a, t in zip(LETTERS, rights, strict=False)
            ]
            yield from (*partners, *entries) if headings else (*entries, *partners)
        case Sequence(steps=steps, shown=order):
            for letter, index in zip(LETTERS, order, strict=False):
                yield from (("Box", "", ""), ("Lettered", letter, plain(steps[index].text)))
        case Essay(lines=lines):
            yield from [("WritingLine", "", "")] * lines
        case _:
            assert_never(answer)


@pytest.mark.parametrize("letter", ["A", "B"])
@pytest.mark.parametrize("quiz", [SHAPES, LONG, replace(SHAPES, language="es")], ids=["shapes", "long", "spanish"])
def test_a_paper_gives_back_every_text_in_order_numbered_by_word(quiz: Quiz, letter: str) -> None:
    paper, _ = paper_and_key(quiz, letter)
    found = items(paper)
    form = quiz.forms["AB".index(letter)]
    words = wording.for_language(quiz.language)
    assert len(found) == len(form.placed) >= 12
    for placed, (stem, *rest) in zip(form.placed, found, strict=True):
        answer = placed.question.answer
        assert stem.label == f"{placed.number}."
        if not isinstance(answer, Gaps):
            assert stem.text.startswith(plain(placed.question.stem))
        task = "" if quiz is LONG else f"{task_on_paper(answer, words)} "
        worth = wording.points(placed.question.points, words).replace(" ", "\u00a0")
        assert stem.text.endswith(f" ({task}{worth})")
        assert [(read.style, read.label, read.text) for read in rest] == list(shown(answer))


def test_a_text_with_blanks_numbers_them_and_gives_hints() -> None:
    paper, _ = paper_and_key(quiz_of(question("gaps-in-text")))
    ((stem,),) = items(paper)
    assert re.sub("_+", "_", stem.text).replace("\u00a0", " ") == (
        "The fund was set up in (1) _ by the (2) _ (not the mayor) of {the} island. (Fill in the blanks. 1 pt)"
    )
    (one, other) = re.findall("_+", stem.text)
    assert len(one) == len(other) >= 15


@pytest.mark.parametrize("quiz", [SHAPES, LONG], ids=["shapes", "long"])
def test_nothing_of_the_key_is_in_a_paper(quiz: Quiz) -> None:
    papers = {name: data for name, data in files(quiz).items() if name.startswith("students/")}
    assert len(papers) == 2
    others = files(with_another_key(quiz))
    for name, data in papers.items():
        assert others[name] == data


def test_an_item_put_in_between_renumbers_those_behind_it_and_has_letters_of_its_own() -> None:
    paper, _ = paper_and_key(quiz_of(question("what-it-pays"), question("why-a-fund"), question("before-or-after")))
    before = paragraphs(paper)
    _, second, third = (read for read in before if read.style == "Question")
    start = before.index(second)
    inserted = [copy.deepcopy(read.paragraph._p) for read in before[start : start + 5]]
    for element in inserted:
        third.paragraph._p.addprevious(element)
    labels = [(read.style, read.label) for read in paragraphs(paper) if read.label]
    options = [("Option", f"○ {letter}") for letter in "ABCD"]
    assert labels == [
        ("Question", "1."), *[("OptionOfSeveral", f"□ {letter}") for letter in "ABC"],
        ("Question", "2."), *options, ("Question", "3."), *options, ("Question", "4."),
        ("Group", "A"), ("Group", "B"), *[("Entry", f"_____ {n}.") for n in (1, 2, 3)],
    ]  # fmt: skip


def together(item: list[Read]) -> int:
    """How many paragraphs of an item stand on one page."""
    return next((place for place, read in enumerate(item, 1) if not read.keeps), 0)


@pytest.mark.parametrize("id", ANSWERS)
def test_an_item_stays_with_what_stands_under_it_and_lets_the_next_one_go(id: str) -> None:
    paper, _ = paper_and_key(quiz_of(question(id), question("why-a-fund")))
    item, _ = items(paper)
    ended = [read.keeps for read in item]
    if id == "argue-for-it":
        assert together(item) == 6
    elif id == "who-said-what":
        # the last of either column: both lists stand in one row, which no page parts
        assert ended == [True, True, False, True, True, False]
    elif id == "order-of-work":
        assert ended == [True] * 5 + [False, False]
    else:
        assert together(item) == len(item)
    assert all(row.xpath("./w:trPr/w:cantSplit") for table in paper.tables for row in table._tbl.tr_lst)


def test_an_essay_has_as_many_lines_as_it_asks_for() -> None:
    essay = question("argue-for-it")
    assert isinstance(essay.answer, Essay)
    for lines in (1, 3, 90):
        paper, _ = paper_and_key(quiz_of(replace(essay, answer=replace(essay.answer, lines=lines))))
        assert [len(item) for item in items(paper)] == [1 + lines]


def test_parts_have_headings_and_what_all_of_it_asks_is_said_once() -> None:
    first, second = (tuple(SHAPES.forms[0].placed[start:end]) for start, end in ((0, 2), (4, 6)))
    parts = (Part(first, "Choose *well*"), Part(second, "Write", "In ink."))
    quiz = replace(SHAPES, minutes=50, forms=(Form("A", parts),))
    paper, _ = paper_and_key(quiz)
    found = [(read.style, read.text) for read in paragraphs(paper)]
    assert ("Heading1", "Choose well") in found
    assert ("Instructions", "Choose one.") in found
    assert ("Instructions", "In ink.") in found
    assert any(style == "Facts" and text.endswith("Time: 50 minutes") for style, text in found)
    assert sum("Choose one." in text for _, text in found) == 1


def test_that_wrong_choices_take_points_is_told_where_they_do() -> None:
    several = next(one for one in SHAPES.questions if isinstance(one.answer, Choices) and one.answer.multiple)
    for asked, told in ((replace(several, scoring="each"), 1), (replace(several, scoring="all"), 0)):
        paper, _ = paper_and_key(quiz_of(asked))
        assert sum(wording.EN.wrong_takes in read.text for read in paragraphs(paper)) == told


def test_emphasis_is_of_runs() -> None:
    paper, _ = paper_and_key(quiz_of(replace(question("why-a-fund"), stem="Is *this* **not** ***so***, 2 * 3?")))
    stem = next(read for read in paragraphs(paper) if read.style == "Question")
    runs = [(run.text, bool(run.bold), bool(run.italic)) for run in stem.paragraph.runs]
    assert runs[:-1] == [
        ("Is ", False, False), ("this", False, True), (" ", False, False), ("not", True, False),
        (" ", False, False), ("so", True, True), (", 2 * 3?", False, False),
    ]  # fmt: skip


@functools.cache
def harmless() -> list[list[tuple[str, str]]]:
    """The styles and labels of paper and key where every text is harmless."""
    quiz = poisoned("x")
    quiz = replace(quiz_of(*quiz.questions), title="x", course_title="x", briefs=quiz.briefs)
    return [[(read.style, read.label) for read in paragraphs(document)] for document in paper_and_key(quiz)]


@pytest.mark.parametrize("evil", [*EVIL, *WITH_BACKSLASHES, "a\tb", "\x00\x1f\ufffe", "=1+1"])
def test_text_is_text(evil: str) -> None:
    quiz = poisoned(evil)
    quiz = replace(quiz_of(*quiz.questions), title=quiz.title, course_title=quiz.course_title, briefs=quiz.briefs)
    for document, usual in zip(paper_and_key(quiz), harmless(), strict=True):
        assert len(usual) >= 40
        # emphasis may take a sign away, but no text opens or closes what it stands in
        assert [(read.style, read.label) for read in paragraphs(document)] == usual
        instructions = {field.get(field.keys()[0]) for field in document.element.iter("{*}fldSimple")}
        assert instructions <= {" TITLE ", " SUBJECT ", " PAGE ", " NUMPAGES "}
        assert not document.element.xpath("//w:hyperlink | //w:instrText | //w:object | //w:drawing")
        assert not [relation for relation in document.part.rels.values() if relation.is_external]


@pytest.mark.parametrize("evil", ["</w:t><w:br/>", "a < b & c > d", "«¿Por qué?»", "‘x’ — 漢字 שלום"])
def test_text_arrives_as_it_was_written(evil: str) -> None:
    paper, key = paper_and_key(quiz_of(replace(question("who-governs"), stem=evil, rationale=evil), title=evil))
    assert any(read.text.startswith(evil) for read in paragraphs(paper) if read.style == "Question")
    assert any(read.style == "Title" and read.text == evil for read in paragraphs(paper))
    assert any(read.text.endswith(f"\u2002{evil}") for read in paragraphs(key) if read.style == "KeyText")


def test_the_samples_are_of_both_papers_and_languages() -> None:
    assert set(PAPERS) == {"letter", "a4"} == {SETTINGS.paper, A4.paper}
    assert {SPANISH.language, SHAPES.language} == {"en", "es"}


def test_the_line_for_words_is_long_where_an_answer_is_and_tells_nothing_else() -> None:
    asked, stops = question("who-governs"), []
    for accepted in (("a",), ("x" * 45,), ("a", "x" * 46)):
        paper, _ = paper_and_key(quiz_of(replace(asked, answer=Words(accepted))))
        (line,) = (read for read in paragraphs(paper) if read.style == "AnswerLine")
        stops += [stop.position for stop in line.paragraph.paragraph_format.tab_stops]
    assert len(stops) == 3
    assert stops[0] == stops[1] < stops[2]
