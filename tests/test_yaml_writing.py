from __future__ import annotations

import random

import pytest

from quizgen import marked_yaml
from quizgen.yaml_writing import WIDTH, Bare, Commented, Value, written

SCALARS = [
    ("Why?", "Why?"),
    ("143", '"143"'),
    ("2.5", '"2.5"'),
    ("1e3", '"1e3"'),
    ("1999-01-02", '"1999-01-02"'),
    ("12:30", '"12:30"'),
    ("no", '"no"'),
    ("Null", '"Null"'),
    ("12 weeks", "12 weeks"),
    ("Which word: fund or loan?", '"Which word: fund or loan?"'),
    ("*so*", '"*so*"'),
    ("{a}", '"{a}"'),
    ("- a", '"- a"'),
    ("a # b", '"a # b"'),
    ("“so”", "“so”"),
    ('say "no"', 'say "no"'),
    ('"no" is said', "'\"no\" is said'"),
    ("it's", "it's"),
    ("a\nb", "|-\n  a\n  b"),
    ("", '""'),
    (" a ", '" a "'),
    ("a\\b", "a\\b"),
    ("%a", '"%a"'),
    ("a\u2028b", '"a\\Lb"'),
]


@pytest.mark.parametrize(("text", "source"), SCALARS)
def test_texts_are_quoted_only_where_they_must_be(text: str, source: str) -> None:
    assert written({"a": text}) == f"a: {source}\n"


def test_long_texts_are_folded() -> None:
    text = "word " * 60
    shown = written({"items": [{"stem": text.strip()}]})
    assert shown.startswith("items:\n  - stem: >-\n      word word")
    assert max(map(len, shown.split("\n"))) <= WIDTH


def test_lists_mappings_and_comments() -> None:
    data: dict[str, Value] = {
        "title": "T",
        "items": [
            Commented(("one\ntwo", "x" * 200), {"id": "a", "answer": Bare("true"), "tags": ("a", "b")}),
            {"id": "b", "accept": ["x", "1"], "evidence": [Commented(("perhaps",), {"passage": "p1"})]},
        ],
    }
    assert written(data) == (
        "title: T\nitems:\n  # one two\n  # "
        + "x" * 200
        + "\n  - id: a\n    answer: true\n    tags: [a, b]\n  - id: b\n"
        '    accept:\n      - x\n      - "1"\n    evidence:\n      # perhaps\n      - passage: p1\n'
    )


SIGNS = "ab1 :#-*&!|>'\"%@`{}[],?~\\\n\té你\u00a0\u2028\u0085=<.…"


def test_whatever_is_written_reads_as_it_was_meant() -> None:
    chance = random.Random(8)
    for _ in range(1500):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(0, 30)))
        long = " ".join("".join(chance.choices(SIGNS, k=6)) for _ in range(chance.choice((1, 40))))
        data: dict[str, Value] = {"a": text, "items": [{"b": long, "c": [text, long]}]}
        document, findings = marked_yaml.read(written(data), "")
        assert document is not None
        assert (document.data, findings) == (data, ())
