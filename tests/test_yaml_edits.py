from __future__ import annotations

import pytest

from quizgen import marked_yaml, yaml_edits
from quizgen.findings import Location, Reorder, Rewrite
from quizgen.yaml_edits import CannotEditError
from tests.conftest import REPOSITORY


def edited(text: str, edit: Rewrite | Reorder) -> str:
    """The text after an edit; that it then says what was meant is asserted."""
    document, findings = marked_yaml.read(text, "x.yaml")
    assert document is not None
    assert not findings
    known = yaml_edits.places(document, text)
    new = yaml_edits.spliced(text, yaml_edits.splices(edit, text, known))
    after, findings = marked_yaml.read(new, "x.yaml")
    assert after is not None
    assert not findings
    assert after.data == yaml_edits.meant(document.data, (edit,), known)
    return new


def place(text: str, sign: str = "§") -> tuple[str, Location]:
    """A text without its mark, and the place where that stood."""
    before, _, after = text.partition(sign)
    return before + after, yaml_edits.location_of(before + after, "x.yaml", len(before))


def rewritten(text: str, new: str) -> str:
    text, where = place(text)
    return edited(text, Rewrite(where, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a: §one # why", "two", "a: two # why"),
        ("a: §one two", "one, two", "a: one, two"),
        ("a: §one two", "one: two", 'a: "one: two"'),
        ("a: §one two", "one #2", 'a: "one #2"'),
        ("a: §one two", '"one" two', "a: '\"one\" two'"),
        ("a: §one two", 'it\'s: "so"', 'a: "it\'s: \\"so\\""'),
        ("a: §one two", "- one", 'a: "- one"'),
        ("a: §one two", "no", "a: no"),
        ("a: §'it''s'  # why", "it's so", "a: 'it''s so'  # why"),
        ("a: '§odd'\n", "even", None),
        ('a: §"one \\"two\\""', 'a "b" \\ c', 'a: "a \\"b\\" \\\\ c"'),
        ("a: {b: §one, c: two}", "1, 2", 'a: {b: "1, 2", c: two}'),
        ("a: [x, §one, c]", "two", "a: [x, two, c]"),
        ("a: [x, §'one', c]", "two", "a: [x, 'two', c]"),
        ("- §one\n- two", "three", "- three\n- two"),
        ("a: §one 中文 é\nb: c", "ñandú", "a: ñandú\nb: c"),
    ],
)
def test_a_text_in_one_line_keeps_its_style_where_yaml_lets_it(old: str, new: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(CannotEditError):
            rewritten(old, new)
    else:
        assert rewritten(old, new) == expected


LITERAL = """\
a:
  - quote: §|
      “one”
      two

  # about b
  - quote: b
"""
FOLDED = """\
a:
  quote: §>-   # folded
    the 'first' line is this
    and the second
    one is here
  # after
  b: c
"""
QUOTED = """\
a:
  quote: §"the 'first' line is this
    and the second"
  b: c
"""
PLAIN = """\
a:
  quote: §the 'first' line is this
    and the second
  b: c
"""


def test_a_literal_text_keeps_header_indentation_and_what_follows() -> None:
    assert rewritten(LITERAL, "one\n\ntwo: #3") == (
        "a:\n  - quote: |\n      one\n\n      two: #3\n\n  # about b\n  - quote: b\n"
    )


@pytest.mark.parametrize("text", [FOLDED, QUOTED, PLAIN], ids=["folded", "quoted", "plain"])
def test_lines_are_broken_where_they_were(text: str) -> None:
    sound = text.replace("§", "")
    new = text.split("quote")[1].replace("§", "")
    words = " ".join(new.replace('"', " ").replace(">-   # folded", "").split()).split(" # after")[0].split(" b: c")[0]
    changed = words.lstrip(": ").replace("'first'", "‘first’")
    assert rewritten(text, changed) == sound.replace("'first'", "‘first’")
    more = changed.replace("second", "second and third")
    assert rewritten(text, more) == sound.replace("'first'", "‘first’").replace("second", "second and third")


def test_a_line_that_would_be_too_long_is_broken_anew() -> None:
    new = rewritten(FOLDED, " ".join(f"word{n}" for n in range(40)))
    lines = new.split("\n")
    assert lines[1] == "  quote: >-   # folded"
    assert all(len(line) <= 48 for line in lines)
    assert lines[-3:] == ["  # after", "  b: c", ""]


def test_folded_paragraphs_stay_apart() -> None:
    text = "a: §>\n  one two\n  three\n\n  four\nb: c\n"
    assert rewritten(text, "one 2 three\nfour") == "a: >\n  one 2\n  three\n\n  four\nb: c\n"


def test_blank_ends_that_no_reader_sees_stay() -> None:
    assert rewritten("a: §|+\n  one\n\nb: c\n", "two") == "a: |+\n  two\n\nb: c\n"
    assert rewritten("a: §|2-\n   one\n  two\nb: c\n", "one\ntwo") == "a: |2-\n  one\n  two\nb: c\n"


@pytest.mark.parametrize(
    ("text", "new"), [("a: §[b]", "x"), ("a: b§", "x"), ("a: §b", "  "), ("§a: b", "x"), ("a: §''", "x")]
)
def test_what_is_no_text_is_left_alone(text: str, new: str) -> None:
    with pytest.raises(CannotEditError):
        rewritten(text, new)


LIST = """\
wrong:
  # the biggest
  - text: "30" # thirty
    why: >
      It is
      too much.

  - text: 10
    why: too little
    # no more of it
  - {text: 20, why: so-so}
after: all
"""


def entries(text: str, *texts: str) -> Reorder:
    return Reorder(tuple(yaml_edits.location_of(text, "x.yaml", text.index(each)) for each in texts))


def test_list_entries_move_with_their_comments() -> None:
    assert edited(LIST, entries(LIST, "10", "20", '"30"')) == (
        "wrong:\n"
        "  - text: 10\n    why: too little\n\n"
        "    # no more of it\n  - {text: 20, why: so-so}\n"
        "  # the biggest\n"
        '  - text: "30" # thirty\n    why: >\n      It is\n      too much.\n'
        "after: all\n"
    )


def test_some_entries_of_a_list_change_places() -> None:
    text = "a: [3 , '1', x, 2] # so\n"
    assert edited(text, entries(text, "'1'", "2", "3")) == "a: ['1' , 2, x, 3] # so\n"
    text = "a:\n- 3\n- 1"
    assert edited(text, entries(text, "1", "3")) == "a:\n- 1\n- 3"


def test_places_that_are_not_in_one_list_cannot_change_places() -> None:
    for text, texts in [("a: [1]\nb: [2]", "12"), ("a: 1\nb: 2", "12"), ("a: [1, 2]", "11"), ("- - 1\n- - 2", "1")]:
        with pytest.raises(CannotEditError):
            edited(text, entries(text, *texts))


def test_ends_are_known_of_texts() -> None:
    text = "a: one # why\nb: ['two', \"three\n  more\"]\nc: |\n  four\n"
    asked = [yaml_edits.location_of(text, "x.yaml", text.index(part)) for part in ("one", "[", "'two", '"three', "|")]
    known = yaml_edits.ends(text, "x.yaml", asked)
    assert {(a.line, a.column): (b.line, b.column) for a, b in known.items()} == {
        (1, 4): (1, 7),
        (2, 5): (2, 10),
        (2, 12): (3, 8),
        (4, 4): (6, 1),
    }
    assert yaml_edits.ends("a: [", "x.yaml", asked) == {}


def test_ends_are_found_item_by_item_as_in_the_whole_file() -> None:
    text = "title: A\nitems:\n# one\n- id: a\n  why: >-\n    so\n\n    it is\n- id: b # b\n\nbrief: c\n"
    for path in (*sorted((REPOSITORY / "questions").glob("*.yaml"))[:3], None):
        source = path.read_text(encoding="utf-8") if path else text
        whole, _ = marked_yaml.read(source, "x.yaml")
        assert whole is not None
        said = {
            where: yaml_edits.location_of(source, "x.yaml", place.mark.end)
            for where, place in yaml_edits.places(whole, source).at.items()
            if isinstance(place.value, str) and place.value
        }
        assert len(said) > 3
        assert yaml_edits.ends(source, "x.yaml", list(said)) == said
