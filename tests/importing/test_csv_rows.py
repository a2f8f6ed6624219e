from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen import importing
from quizgen.banks import MOST_ITEMS
from quizgen.importing.values import Asked, Judged, Reading, left, option, sequence
from quizgen.model import Blank, Choices, Essay, Gaps, Number, Pairs, Words


def read(text: str) -> Reading:
    return importing.read(text.encode(), "sheet.csv")


SAMPLES: list[tuple[str, Asked]] = [
    ("question,answer,distractors\nWhy?,A,B|C", Choices((option("A", True), option("B", False), option("C", False)))),
    ("Question;Correct Answer;Wrong 1;Wrong 2\nWhy?;A;B;", Choices((option("A", True), option("B", False)))),
    (
        "Pregunta,Respuesta,Distractores\nWhy?,A,B; C",
        Choices((option("A", True), option("B", False), option("C", False))),
    ),
    ("question\tanswer\twrong 1\twhy 1\nWhy?\tA\tB\tNo B.", Choices((option("A", True), option("B", False, "No B.")))),
    ("question,A,B,C,correct\nWhy?,x,y,z,b", Choices((option("x", False), option("y", True), option("z", False)))),
    ("question,option 1,option 2,answer\nWhy?,x,y,2", Choices((option("x", False), option("y", True)))),
    ("question,option a,option b,answer\nWhy?,x,y,Y", Choices((option("x", False), option("y", True)))),
    (
        'question,A,B,C,correct\nWhy?,x,y,z,"A, C"',
        Choices((option("x", True), option("y", False), option("z", True)), multiple=True),
    ),
    ("question,answer\nWhy?,true", Judged(True)),
    ("pregunta,respuesta\nWhy?,Falso", Judged(False)),
    ("question,answer,accept\nWhy?,A,B|C", Words(("A", "B", "C"))),
    ("front,back\nWhy?,It is 5*3", Words(("It is 5*3",))),
    ("type,question,answer,tolerance,unit\nnumeric,Why?,2.5,0.1,m", Number(Decimal("2.5"), "2.5", "m", Decimal("0.1"))),
    (
        "type,question,answer\ncloze,In {{1999|99::a year}} so.,x",
        Gaps(("In ", Blank(("1999", "99"), "a year"), " so.")),
    ),
    (
        "type,question,answer,distractors\nmatch,Why?,a -> b|c → d,e",
        Pairs((left("a", 0), left("c", 1)), ("b", "d", "e")),
    ),
    (
        "type,question,answer\nsort,Why?,a -> x|b -> y|c -> x",
        Pairs((left("a", 0), left("b", 1), left("c", 0)), ("x", "y"), headings=True),
    ),
    ("type,question,answer\norder,Why?,1. a|2. b|3. c", sequence(["a", "b", "c"])),
    ("type,question,answer\nterm,Why?,A fund", Words(("A fund",), reverse=True)),
    ("type,question,answer\nessay,Why?,Because.", Essay("Because.", (), 15)),
    ("question,answer\nWhy?,", Essay("", (), 15)),
]


@pytest.mark.parametrize(("text", "wanted"), SAMPLES)
def test_samples(text: str, wanted: Asked) -> None:
    reading = read(text)
    assert reading.unread == ()
    assert reading.drafts[0].asked == wanted
    assert reading.drafts[0].stem == ("" if isinstance(wanted, Gaps) else "Why?")


def test_the_samples_are_many() -> None:
    assert len(SAMPLES) >= 20
    assert len({type(wanted) for _, wanted in SAMPLES}) == 8


def test_what_a_row_says_of_its_item() -> None:
    text = (
        "id,question,answer,explanation,kind,difficulty,bloom,tags,points\n"
        'why-so,"Why,\nso?",A,Since.,fact,hard,apply,"a, b",2'
    )
    (draft,) = read(text).drafts
    assert (draft.id, draft.stem, draft.rationale, draft.points) == ("why-so", "Why,\nso?", "Since.", "2")
    assert (draft.labels, draft.tags) == ({"kind": "fact", "difficulty": "hard", "thinking": "apply"}, ("a", "b"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_spreadsheets_save(encoding: str) -> None:
    data = "question,answer\r\n¿Quién gobernó “la isla”?,Señora Peña\r\n".encode(encoding)
    (draft,) = importing.read(data, "sheet.csv").drafts
    assert (draft.stem, draft.asked) == ("¿Quién gobernó “la isla”?", Words(("Señora Peña",)))


UNREADABLE = [
    ("A,B\n1,2", "line 1: the head of the sheet names no column"),
    ("question,answer\nWhy?,A\n,B", ""),
    ("question,answer,colour\nWhy?,A,red", "line 1: the column `colour` is not read"),
    ("question,answer\nWhy?,A,more", "line 2: the row has more cells"),
    ("question,A,B,correct\nWhy?,x,y,z", "line 2: the answer “z” is none of the options"),
    ("type,question,answer\nmatch,Why?,a b", "line 2: a pair without `->`"),
    ("type,question,answer\ncloze,Why?,a", "line 2: a cloze without a blank"),
    ("type,question,answer\nhotspot,Why?,a", "line 2: the type `hotspot`"),
    ("type,question,answer\ntrue-false,Why?,perhaps", "neither true nor false"),
    ("type,question,answer\nnumeric,Why?,many", "is no figure"),
    ("", "the sheet is empty"),
]


@pytest.mark.parametrize(("text", "said"), UNREADABLE)
def test_what_cannot_be_read_is_listed_with_its_line(text: str, said: str) -> None:
    reading = read(text)
    assert said in "\n".join(map(str, reading.unread))


def test_the_mark_that_keeps_a_spreadsheet_from_formulas_is_no_part_of_a_text() -> None:
    head = "id,stem,options,key,type,rationale\n"
    (draft,) = read(f"{head}a,'=SUM(A1) is what?,,'-5,short,'Tis so.\n").drafts
    assert (draft.stem, draft.asked, draft.rationale) == ("=SUM(A1) is what?", Words(("-5",)), "'Tis so.")


def test_as_many_rows_are_read_as_a_bank_has_items() -> None:
    head, row = "question,answer,distractors\n", "Why?,A,B\n"
    assert len(read(head + row * MOST_ITEMS).drafts) == MOST_ITEMS
    (unread,) = read(head + row * (MOST_ITEMS + 1)).unread
    assert f"more than {MOST_ITEMS:,} questions" in unread.reason


OWN = [
    ("choice", "", "A. x", "names none of the options"),
    ("choice", "A. x\nB. y", "", "without a key"),
    ("match", "1. a\nA. x", "1. b → A. x", "joins entry 1 with none"),
    ("essays", "", "x", "no type `essays`"),
    ("cloze", "", "x", "not those that have answers"),
    ("order", "", "1. a", "1 steps"),
]


@pytest.mark.parametrize(("type", "options", "key", "said"), OWN)
def test_what_does_not_go_together_in_a_table_of_ours_is_listed(type: str, options: str, key: str, said: str) -> None:
    reading = read(f'id,stem,options,key,type,rationale\na,Why?,"{options}","{key}",{type},So.\n')
    (left_out,) = reading.unread
    assert left_out.place == "line 2"
    assert said in left_out.reason
