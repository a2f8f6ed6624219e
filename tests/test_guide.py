"""The curators' guide shows items as the banks have them."""

from __future__ import annotations

import re
import textwrap

import yaml

from quizgen import items
from quizgen.blueprints import read_blueprint
from tests.conftest import REPOSITORY

QUESTIONS = REPOSITORY / "questions"
GUIDE = (QUESTIONS / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
SHOWN = [example for example in EXAMPLES if example.startswith("- id: ")]


def test_every_item_it_shows_stands_in_a_bank() -> None:
    banks = "\n".join(path.read_text(encoding="utf-8") for path in sorted(QUESTIONS.glob("*.yaml")))
    assert len(SHOWN) >= 11
    for example in SHOWN:
        assert textwrap.indent(example, "  ") in banks, example.splitlines()[0]


def test_it_shows_an_item_of_every_type_and_kind() -> None:
    shown = [yaml.safe_load(example)[0] for example in SHOWN]
    assert {item["type"] for item in shown} == set(items.BY_NAME)
    assert {item["kind"] for item in shown} == {"fact", "definition", "argument"}


def test_the_quiz_it_shows_can_be_read() -> None:
    (blueprint,) = (example for example in EXAMPLES if example not in SHOWN)
    read, findings = read_blueprint(blueprint, "midterm", "questions/quizzes/midterm.yaml")
    assert read is not None
    assert findings == ()


def test_what_it_links_to_is_there() -> None:
    headings = {
        re.sub(r"[^\w-]", "", line.lstrip("# ").replace(" ", "-").lower())
        for line in GUIDE.splitlines()
        if line.startswith("#")
    }
    links = re.findall(r"\]\(([^)]+)\)", GUIDE)
    assert len(links) >= 8
    for link in links:
        assert link.lstrip("#") in headings if link.startswith("#") else (QUESTIONS / link).exists(), link
