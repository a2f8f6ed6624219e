from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizgen import checking
from quizgen.course import find, load
from quizgen.files import Readings
from tests.conftest import REPOSITORY


def found(course: Path) -> list[str]:
    return [f"{finding.where.path} {finding.rule}" for finding in load(course).findings]


def test_the_nearest_folder_upward_is_the_course(starter: Path) -> None:
    deep = starter / "questions" / "deep"
    deep.mkdir()
    assert find(deep) == starter
    assert find(starter.parent) is None


def test_every_file_is_read(starter: Path) -> None:
    course = load(starter)
    assert course.findings == ()
    assert [(bank.id, len(bank.questions)) for bank in course.banks] == [("storm-savings", 11)]
    assert sorted(course.sources) == [
        "corpus/storm-savings.md",
        "questions/course.yaml",
        "questions/storm-savings.yaml",
    ]


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("questions/Bad Name.yaml", b"title: T", "questions/Bad Name.yaml file-name"),
        ("questions/index.yaml", b"title: T", "questions/index.yaml file-name"),
        ("questions/con.yaml", b"title: T", "questions/con.yaml file-name"),
        ("questions/a.yml", b"title: T", "questions/a.yml file-name"),
        ("questions/empty.yaml", b"", "questions/empty.yaml empty-file"),
        ("questions/latin.yaml", b"title: \xf1", "questions/latin.yaml unreadable-file"),
        ("corpus/empty.md", b"\n", "corpus/empty.md empty-file"),
        ("questions/course.yaml", b"id: My Course\ntitle: T", "questions/course.yaml wrong-value"),
        ("questions/course.yaml", b"id: x\ntitle: T\ndefaults: {paper: a5}", "questions/course.yaml wrong-value"),
        ("questions/course.yaml", b"id: x\ntitle: T\nruls: {}", "questions/course.yaml unknown-key"),
    ],
)
def test_files_that_cannot_be_read_are_findings(starter: Path, path: str, content: bytes, expected: str) -> None:
    (starter / path).write_bytes(content)
    assert found(starter) == [expected]


@pytest.mark.parametrize("path", ["questions/README.md", "questions/.hidden.yaml", "questions/other.lock"])
def test_other_files_are_let_be(starter: Path, path: str) -> None:
    (starter / path).write_bytes(b"\xff")
    assert found(starter) == []


def test_a_course_without_settings_says_so(starter: Path) -> None:
    (starter / "questions" / "course.yaml").unlink()
    assert found(starter) == ["questions/course.yaml missing-file"]


def test_a_link_out_of_the_course_is_not_followed(starter: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("title: T")
    (starter / "questions" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert found(starter) == ["questions/link.yaml unreadable-file"]


@pytest.mark.parametrize(
    "path", ["questions/odd.yaml", "questions/course.yaml", "questions/reviewed.lock", "corpus/odd.md"]
)
@pytest.mark.parametrize("to", ["itself", "nowhere", "a device", "a pipe"])
def test_what_is_no_file_is_a_finding_and_not_waited_for(path: str, to: str, starter: Path) -> None:
    odd = starter / path
    odd.unlink(missing_ok=True)
    if to == "a pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to({"itself": odd, "nowhere": starter / "nowhere", "a device": Path("/dev/zero")}[to])
    assert f"{path} unreadable-file" in found(starter)


def test_a_folder_in_the_place_of_a_file_is_a_finding(starter: Path) -> None:
    (starter / "questions" / "folder.yaml").mkdir()
    assert found(starter) == ["questions/folder.yaml unreadable-file"]


def test_one_bank_alone_is_not_disturbed_by_another(starter: Path) -> None:
    (starter / "questions" / "colleague.yaml").write_text("title: [", encoding="utf-8")
    (starter / "corpus" / "theirs.md").write_text("no front matter", encoding="utf-8")
    course = load(starter)
    assert len(course.findings) == 2
    assert checking.run(course.only(["storm-savings"])).findings == ()
    assert len(checking.run(course.only(["colleague"])).findings) == 1


def test_this_repositorys_course_is_sound() -> None:
    report = checking.run(load(REPOSITORY))
    assert report.findings == ()
    assert report.briefs == 10


def test_what_was_read_of_a_text_stands_for_as_long_as_the_text_does(starter: Path) -> None:
    memory, bank = Readings(), starter / "questions" / "storm-savings.yaml"
    text = bank.read_text(encoding="utf-8").replace("kind: fact", "kind: fiction", 1)
    bank.write_text(text, encoding="utf-8")
    first = load(starter, memory)
    memory.next_turn()
    second = load(starter, memory)
    assert second.findings == first.findings != ()
    assert all(
        one is other for one, other in zip(first.banks + first.briefs, second.banks + second.briefs, strict=True)
    )
    memory.next_turn()
    bank.write_text(text.replace("kind: fiction", "kind: fact"), encoding="utf-8")
    third = load(starter, memory)
    assert third.findings == ()
    assert third.banks == load(starter).banks
    assert third.briefs[0] is first.briefs[0]


def test_one_text_under_two_names_is_two_banks(starter: Path) -> None:
    bank = starter / "questions" / "storm-savings.yaml"
    (starter / "questions" / "same.yaml").write_bytes(bank.read_bytes())
    course = load(starter, Readings())
    assert {question.where.path for question in course.questions} == {
        "questions/same.yaml",
        "questions/storm-savings.yaml",
    }
