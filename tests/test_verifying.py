from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import checking, cli
from quizgen.corpus import read_brief
from quizgen.course import load
from quizgen.findings import Report
from quizgen.model import Brief
from quizgen.reading_rules import MANUALS, VERIFYING
from quizgen.verifying import verify
from tests.conftest import STARTER
from tests.examples import section

ORIGINAL = (STARTER / "corpus" / "storm-savings.md").read_text(encoding="utf-8")
FRONT = """---
title: Saving before the Storm
authors: [Lucía Ibarra, Tomás Rey]
publisher: Isla Clara Institute
language: en
text: restated
---
"""
RESTATED = (
    "The 3,100 people of Isla Clara depend on a ferry. School, shop and road hang on its pier, which storms carry off "
    "every few years, as one did in 1998.",
    "What the island calls a storm fund is money put by before a storm, so that mending need not wait. It was Lucía "
    "Ibarra, the mayor, who had the idea. The council said yes in 1999, the year after a storm took the pier, and has "
    "put by 2.5 percent of harbor fees since. Roofs of the public, the pier and the road on the coast are paid from "
    "it, and nothing private.",
    "To borrow afterwards takes longer. For a loan the island had to wait eleven weeks in 2007, when the fund was not "
    "yet large enough for pier and school together. With a full one, Ibarra argues, work could start the next morning.",
    "It is not free to save: what is put by cannot go into the coast road when the year is calm. Half as much, and "
    "insurance for the pier, is what Councilor Tomás Rey would choose. Insurers take weeks as well, Ibarra answers.",
)


def read(text: str, path: str = "corpus/storm-savings.md") -> Brief:
    brief, findings = read_brief(text, "storm-savings", path)
    assert brief is not None, findings
    return brief


def against(*passages: str, front: str = FRONT) -> Report:
    original = read(ORIGINAL, "originals/storm-savings.md")
    return verify([read(front + "\n\n".join(passages))], {"storm-savings": original})


def changed(place: int, old: str, new: str) -> tuple[str, ...]:
    assert old in RESTATED[place]
    return (*RESTATED[:place], RESTATED[place].replace(old, new), *RESTATED[place + 1 :])


def test_the_authors_may_be_named_where_the_original_says_i() -> None:
    assert [str(finding) for finding in against(*changed(0, "The 3,100", "Rey counts: the 3,100")).findings] == []
    (finding,) = against(*changed(0, "The 3,100", "Mora counts: the 3,100")).findings
    assert "“Mora” is not named" in finding.message


def test_a_careful_restatement_gives_no_finding() -> None:
    assert [str(finding) for finding in against(*RESTATED).findings] == []


@pytest.mark.parametrize(
    ("passages", "rule", "words"),
    [
        (changed(1, "2.5 percent", "3.5 percent"), "restated-figures", ["2.5 percent", "3.5 percent"]),
        (changed(2, "in 2007", "one year"), "restated-figures", ["2007"]),
        (changed(0, "people", "people on 12 streets"), "restated-figures", ["12"]),
        (changed(3, "Tomás Rey", "who sits there"), "restated-names", ["Rey"]),
        (changed(2, "the island had", "Guatemala had"), "restated-names", ["Guatemala"]),
        (
            changed(
                1, "What the island", "Money that is set aside before a storm so that repairs can begin at once is what"
            ),
            "own-words",
            ["words in a row"],
        ),
        ((RESTATED[0], RESTATED[2], RESTATED[1], RESTATED[3]), "restated-passages", ["p3", "p2"]),
        (RESTATED[:3], "restated-passages", ["p4 of the original is not restated"]),
        ((*RESTATED, "One more thing that nobody said."), "restated-passages", ["p5 of the brief restates none"]),
    ],
)
def test_what_a_restatement_changes_is_found(passages: tuple[str, ...], rule: str, words: list[str]) -> None:
    report = against(*passages)
    said = "\n".join(finding.message for finding in report.findings if finding.rule == rule)
    assert all(word in said for word in words), said
    assert rule == "restated-passages" or {finding.rule for finding in report.findings} == {rule}


def test_a_finding_is_at_its_line_and_points_at_the_original() -> None:
    (lost, added) = sorted(against(*changed(1, "2.5 percent", "3.5 percent")).findings, key=lambda f: f.where)
    assert (lost.where.line, added.where.line) == (10, 10)
    assert added.where.column > lost.where.column
    assert lost.see is not None
    assert lost.see.path == "originals/storm-savings.md"


def test_an_allow_with_a_reason_serves_the_honest_exception() -> None:
    allowing = FRONT.replace("text:", 'allow: {restated-figures: {p2: "a rounding that the author made"}}\ntext:')
    assert against(*changed(1, "2.5 percent", "3.5 percent"), front=allowing).findings == ()
    (needless,) = against(*RESTATED, front=allowing).findings
    assert needless.rule == "unused-allow"


@pytest.mark.parametrize("name", VERIFYING)
def test_the_examples_in_the_manuals_are_so(name: str) -> None:
    manual = inspect.cleandoc(MANUALS[name])
    said = re.search(r"^Of “(.*?)”:$", manual, re.MULTILINE | re.DOTALL)
    if said is None:
        assert name == "restated-passages"  # it is about more than one sentence
        return
    original = read(f"{FRONT}{said.group(1)}")
    for heading, expected in (("Bad", {name}), ("Good", set())):
        report = verify([read(FRONT + section(manual, heading))], {"storm-savings": original})
        assert {finding.rule for finding in report.findings} == expected


def test_a_brief_without_an_original_is_said() -> None:
    (finding,) = verify([read(ORIGINAL)], {}).findings
    assert (finding.rule, finding.severity.value) == ("restated-passages", "warning")


def test_a_full_text_is_the_original_word_for_word() -> None:
    full = FRONT.replace("restated", "full")
    body = ORIGINAL.split("---\n", 2)[2].strip()
    assert against(body.replace("'", "’"), front=full).findings == ()
    (finding,) = against(body.replace("eleven weeks", "seven weeks"), front=full).findings
    assert "word for word" in finding.message


@pytest.fixture
def run(
    starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run `quizgen corpus verify` in a course whose brief is restated: its exit status, output and error output."""
    text = FRONT + "\n\n".join(RESTATED)
    (starter / "corpus" / "storm-savings.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(starter)

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["quizgen", "corpus", "verify", *arguments])
        with pytest.raises(SystemExit) as exit:
            cli.main()
        captured = capsys.readouterr()
        return int(exit.value.code or 0), captured.out, captured.err

    return call


@pytest.mark.parametrize("name", ["originals", "corpus"])
def test_the_command_says_where_a_restatement_differs(
    name: str, run: Callable[..., tuple[int, str, str]], starter: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere" / name
    folder.mkdir(parents=True)
    (folder / "storm-savings.md").write_text(ORIGINAL, encoding="utf-8")
    assert run(str(folder)) == (0, "No findings: 1 brief.\n", "")
    brief = starter / "corpus" / "storm-savings.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("eleven weeks", "nine weeks"), encoding="utf-8")
    status, out, _ = run(str(folder))
    assert status == 1
    assert "corpus/storm-savings.md:12:" in out
    assert "“nine weeks” is not in the original's p3" in out
    shown = "elsewhere/corpus" if name == "corpus" else "originals"
    assert f"  see {shown}/storm-savings.md:" in out
    assert "In 2007 the island waited eleven weeks for a loan" in out
    assert '"rule": "restated-figures"' in run(str(folder), "--format", "json")[1]


def test_what_cannot_be_read_is_said(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "storm-savings.md").write_text("no front matter", encoding="utf-8")
    status, out, _ = run(str(folder))
    assert status == 1
    assert "originals/storm-savings.md:1:1: error" in out
    assert run(str(tmp_path / "nowhere"))[0] == 2


def test_a_misspelt_rule_in_a_briefs_allow_is_named(starter: Path) -> None:
    brief = starter / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8").replace("text:", 'allow: {restated-figure: {p1: "why"}}\ntext:')
    brief.write_text(text, encoding="utf-8")
    (finding,) = checking.run(load(starter)).findings
    assert (finding.rule, finding.suggestion, finding.where.line) == ("unused-allow", "restated-figures", 6)
