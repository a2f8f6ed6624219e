from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import building, checks
from quizgen.blueprints import Filter
from quizgen.building import Request
from quizgen.course import load
from quizgen.exporters import BY_NAME
from quizgen.findings import Severity
from quizgen.making import Workshop
from quizgen.model import Blank, Gaps, Pool, Section
from tests.compiling import compiled
from tests.examples import files_of_rule, of_rule
from tests.quizzes import every_shape, question

REQUEST = Request(formats=("pdf",), time=1_767_225_600)
ODD = "stem: What does 你 mean?"  # no face of the PDF files has this character


def report(course: Path, request: Request = REQUEST) -> list[tuple[str, str]]:
    loaded = building.scope(load(course), request)
    found = building.check(loaded, building.quizzes(loaded, request), request.formats)
    return [(finding.rule, finding.severity.value) for finding in found.findings]


def test_a_formats_limits_are_warnings_said_before_anything_is_built(bank_of: Callable[[str], Path]) -> None:
    assert report(bank_of(of_rule(ODD))) == [("format-limits", "warning")]
    assert report(bank_of(of_rule(ODD)), Request(formats=("html",), time=0)) == []


def test_limits_can_be_switched_in_the_course(bank_of: Callable[[str], Path]) -> None:
    course = bank_of(of_rule(ODD))
    settings = course / "questions" / "course.yaml"
    sound = settings.read_text(encoding="utf-8")
    for switch, found in [("error", [("format-limits", "error")]), ("off", [])]:
        settings.write_text(f"{sound}rules: {{format-limits: {switch}}}\n", encoding="utf-8")
        assert report(course) == found


def test_a_limit_can_be_allowed(bank_of: Callable[[str], Path]) -> None:
    assert report(bank_of(of_rule(f"{ODD}\nallow: {{format-limits: The sign is drawn on the board.}}"))) == []


def test_what_stops_a_format_can_be_neither_allowed_nor_switched_off(starter: Path) -> None:
    blanks = tuple(Blank((f"word {number}",)) for number in range(510))
    long = replace(question("gaps-in-text"), answer=Gaps(blanks), allow={"format-limits": "We like it long."})
    course = load(starter)
    off = replace(course, settings=course.settings.model_copy(update={"rules": {"format-limits": "off"}}))
    for switched in (course, off):
        found = building.check(switched, (every_shape(questions=(long,)),), ("anki",)).findings
        assert [(one.rule, one.item) for one in found if one.severity is Severity.ERROR] == [("format-limits", long.id)]


def test_a_limit_can_be_allowed_of_what_is_only_drawn(starter: Path) -> None:
    asked, drawn = question("who-governs"), replace(question("share-saved"), allow={"format-limits": "It is known."})
    section = Section((asked,), pools=(Pool(1, (asked, drawn), asked.where),))
    quiz = replace(every_shape(questions=(asked,)), sections=(section,))
    found = building.check(load(starter), (quiz,), ("canvas",)).findings
    assert drawn.id not in [one.item for one in found]


def test_what_heads_a_section_is_looked_at_before_anything_is_built(
    course_of: Callable[[dict[str, str]], Path],
) -> None:
    section = "{title: Choose 你, take: [{count: 1}]}"
    course = load(course_of({"questions/quizzes/midterm.yaml": f"title: Midterm\nsections: [{section}]\n"}))
    said = [finding.message for finding in building.check_banks(course, ()).findings]
    assert [message for message in said if "U+4F60" in message]


def test_what_a_format_cannot_hold_is_told_when_it_is_asked_for(starter: Path) -> None:
    course = load(starter)
    assert not [finding for finding in building.check_banks(course, ()).findings if "Kahoot" in finding.message]
    assert [
        finding for finding in building.check_banks(course, (), ("kahoot",)).findings if "Kahoot" in finding.message
    ]
    assert list(building.left_out_of_banks(course, (), ("canvas",))) == []
    (line,) = building.left_out_of_banks(course, ("storm-savings",), ("kahoot",))
    assert line.startswith("Left out of kahoot, which cannot hold them: ")


def test_a_filtered_quiz_is_named_by_what_it_asks_for(starter: Path) -> None:
    course = load(starter)
    wanted = Filter(kinds=("fact",), sample=2)
    for request, name in [
        (Request(("pdf",), 0, wanted=wanted), "my-course-fact-2-items"),
        (Request(("pdf",), 0, banks=("storm-savings",), wanted=wanted), "storm-savings-fact-2-items"),
        (Request(("pdf",), 0, wanted=wanted, name="warm-up"), "warm-up"),
    ]:
        (quiz,) = building.quizzes(course, request)
        assert (quiz.id, len(quiz.questions)) == (name, 2)


def test_a_build_says_what_it_was_made_from(starter: Path) -> None:
    course = load(starter)
    quizzes = building.quizzes(course, REQUEST)
    ticked: list[str] = []
    build = compiled(course, quizzes, REQUEST, tick=ticked.append)
    assert sorted(build.inputs) == sorted(course.sources)
    assert [output.name for output in build.files["pdf"]] == ticked
    assert build.whole
    assert not compiled(course, quizzes, Request(("html",), 0, banks=("storm-savings",))).whole


QUIZZES = {
    "questions/quizzes/midterm.yaml": "title: M\naudience: exam\nforms: 2\nsections:\n  - take: [{count: 3}]\n",
    "questions/quizzes/terms.yaml": "title: T\nsections:\n  - take: [{type: term}]\n",
}


def test_a_course_is_built_with_its_quizzes_and_exams_go_to_paper_alone(
    course_of: Callable[[dict[str, str]], Path],
) -> None:
    course = load(course_of(QUIZZES))
    request = Request(formats=("anki", "pdf", "html"), time=1_767_225_600)
    quizzes = building.quizzes(course, request)
    assert [quiz.id for quiz in quizzes] == ["storm-savings", "midterm", "terms"]
    build = compiled(course, quizzes, request)
    names = {output.name for files in build.files.values() for output in files}
    assert {name for name in names if "midterm" in name} == {
        *(f"instructor/pdf/midterm/{paper}-{form}.pdf" for paper in ("quiz", "key") for form in "AB"),
        "instructor/pdf/midterm/keys.pdf",
    }
    # the decks of the banks hold the cards already
    assert {name for name in names if "terms" in name} == {
        "students/html/terms.html",
        "students/pdf/terms/quiz-A.pdf",
        "instructor/pdf/terms/key-A.pdf",
        "instructor/pdf/terms/keys.pdf",
    }


def test_a_quiz_is_built_alone_where_it_is_asked_for(course_of: Callable[[dict[str, str]], Path]) -> None:
    course = load(course_of(QUIZZES))
    request = Request(formats=("anki",), time=1_767_225_600, quizzes=("terms",))
    scoped = building.scope(course, request)
    (quiz,) = building.quizzes(scoped, request)
    assert quiz.id == "terms"
    build = compiled(scoped, (quiz,), request)
    assert [output.name for output in build.files["anki"]] == ["students/anki/terms.apkg"]
    both = Request(formats=("pdf",), time=0, quizzes=("midterm",), banks=("storm-savings",), forms=3)
    assert [(q.id, len(q.forms)) for q in building.quizzes(course, both)] == [("storm-savings", 3), ("midterm", 3)]


# Those that need a review or a release beside the bank are left out.
STOPS = [
    name
    for name, check in checks.BY_NAME.items()
    if check.SEVERITY is Severity.ERROR and name not in ("passage-changed", "released-id", "released-exam-only")
]


@pytest.mark.parametrize("name", STOPS)
def test_files_can_be_begun_with_before_checks_have_found_what_stops_the_build(
    name: str, course_of: Callable[[dict[str, str]], Path]
) -> None:
    course = load(course_of(files_of_rule(checks.manual(name), "Bad")))
    request = Request(tuple(BY_NAME), time=0)
    with building.begun(course, building.quizzes(course, request), request, Workshop()) as under_way:
        assert under_way.making.work.pieces
        assert name in {finding.rule for finding in under_way.report().findings}
