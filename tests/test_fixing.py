from __future__ import annotations

import codecs
import itertools
import random
import subprocess
import unicodedata
from pathlib import Path

import pytest

from quizgen import fixing, marked_yaml, yaml_edits
from quizgen.findings import Edit, Finding, Location, Remark, Reorder, Rewrite, stamp
from quizgen.fixing import Fixes, fixes
from quizgen.text.decoding import decode
from tests.conftest import REPOSITORY, STARTER

PATH = "questions/a.yaml"
TEXT = "title: Ñandú  # a bird\nquote: 'it''s so'\ntags: [b, a]\nmore: |\n  one\n  two\n"
BANKS = sorted((REPOSITORY / "questions").glob("*.yaml")) + sorted((STARTER / "questions").glob("*.yaml"))


def finding(edit: Edit, rule: str = "r") -> Finding:
    return stamp(Remark(Location(PATH), "odd", edit=edit), rule)


def at(part: str, text: str = TEXT) -> Location:
    return yaml_edits.location_of(text, PATH, text.index(part))


def fixed(*edits: Edit, data: bytes | None = None, text: str = TEXT) -> Fixes:
    found = [finding(edit, f"rule-{number}") for number, edit in enumerate(edits)]
    return fixes(found, {PATH: text}, {PATH: text.encode() if data is None else data})


EDITS = (Rewrite(at("'it"), "it’s so"), Reorder((at("a]"), at("b,"))), Rewrite(at("|"), "one\n\n2"))
MENDED = "title: Ñandú  # a bird\nquote: 'it’s so'\ntags: [a, b]\nmore: |\n  one\n\n  2\n"


def test_all_edits_of_a_file_are_made_at_once() -> None:
    result = fixed(*EDITS)
    (file,) = result.files
    assert (file.new, file.data) == (MENDED, MENDED.encode())
    assert [found.rule for found in result.mended] == ["rule-0", "rule-1", "rule-2"]
    assert result.left == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_byte_order_mark_stay(ending: str, mark: bytes) -> None:
    (file,) = fixed(*EDITS, data=mark + TEXT.replace("\n", ending).encode()).files
    assert file.data == mark + MENDED.replace("\n", ending).encode()


def test_line_ends_that_are_mixed_stay_where_no_edit_is() -> None:
    data = TEXT.replace("bird\n", "bird\r\n").encode()
    (file,) = fixed(*EDITS, data=data).files
    assert file.data.startswith("title: Ñandú  # a bird\r\nquote: 'it’s so'\ntags: [a, b]\n".encode())


def test_accents_of_two_characters_are_not_written_anew_in_silence() -> None:
    result = fixed(*EDITS, data=unicodedata.normalize("NFD", TEXT).encode())
    assert result.files == ()
    assert [("NFC" in reason) for _, reason in result.left] == [True] * 3


def test_a_file_that_has_changed_meanwhile_is_left_alone() -> None:
    result = fixed(*EDITS, data=f"# new\n{TEXT}".encode())
    assert result.files == ()
    assert "has changed" in result.left[0][1]


def test_a_file_that_yaml_cannot_read_whole_is_left_alone() -> None:
    result = fixed(Rewrite(Location(PATH, 1, 8), "x"), text="title: one\ntitle: two\n")
    assert (result.files, len(result.left)) == ((), 1)


def test_briefs_are_not_edited() -> None:
    where = Location("corpus/b.md", 1, 1)
    result = fixes([finding(Rewrite(where, "x"))], {where.path: "a: b"}, {where.path: b"a: b"})
    assert (result.files, result.left[0][1]) == ((), "only the files of questions/ are edited")


def test_of_two_edits_of_one_text_the_first_is_made_and_the_same_twice_is_one() -> None:
    result = fixed(Rewrite(at("'it"), "one"), Rewrite(at("'it"), "two"), Rewrite(at("'it"), "one"))
    assert "quote: 'one'" in result.files[0].new
    assert [found.rule for found in result.mended] == ["rule-0", "rule-2"]
    assert [found.rule for found, _ in result.left] == ["rule-1"]


def test_an_edit_that_cannot_be_made_does_not_keep_others_back() -> None:
    result = fixed(Rewrite(at("["), "one"), Rewrite(at("'it"), "two"))
    assert [found.rule for found in result.mended] == ["rule-1"]
    assert [reason for _, reason in result.left] == ["there is no text at this place"]
    assert fixed(Rewrite(at("["), "one")).files == ()


def test_what_would_say_something_else_afterwards_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = yaml_edits.spliced
    monkeypatch.setattr(yaml_edits, "spliced", lambda text, changes: sound(text, changes).replace("bird", "b\nz: 1"))
    result = fixed(*EDITS)
    assert result.files == ()
    assert {reason for _, reason in result.left} == {"the file would then say something else than was meant"}


def test_the_diff_is_one_that_patch_reads() -> None:
    (file,) = fixed(Rewrite(at("Ñ"), "Rhea"), text=TEXT.removesuffix("\n")).files
    assert list(fixing.diff(file))[:6] == [
        "--- a/questions/a.yaml",
        "+++ b/questions/a.yaml",
        "@@ -1,4 +1,4 @@",
        "-title: Ñandú  # a bird",
        "+title: Rhea  # a bird",
        " quote: 'it''s so'",
    ]
    (file,) = fixed(Rewrite(at("|"), "one\n2"), text=TEXT.removesuffix("\n")).files
    assert list(fixing.diff(file))[-4:] == [
        "-  two",
        "\\ No newline at end of file",
        "+  2",
        "\\ No newline at end of file",
    ]


def test_the_diff_of_many_edits_gives_the_new_file_to_patch(tmp_path: Path) -> None:
    lines = [f"- 'entry {number}'  # so" for number in range(400)]
    text = "\n".join(lines) + "\n"
    dice = random.Random(7)
    edits: list[Edit] = []
    for number in sorted(dice.sample(range(400), 60)):
        where = at(f"'entry {number}'", text)
        edits.append(Rewrite(where, f"e{number}\n\nand: more" if number % 3 else f"e {number}"))
    edits.append(Reorder((at("'entry 399'", text), at("'entry 398'", text))))
    result = fixed(*edits, text=text)
    assert result.left == ()
    (file,) = result.files
    (tmp_path / "questions").mkdir()
    (tmp_path / PATH).write_text(text, encoding="utf-8")
    diff = "\n".join(fixing.diff(file)) + "\n"
    subprocess.run(["git", "apply", "-"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / PATH).read_text(encoding="utf-8") == file.new
    assert diff.count("@@ -") > 10


def test_the_summary_says_how_much() -> None:
    result = fixed(*EDITS)
    assert fixing.summary(result, written=True) == "Mended 3 findings in 1 file."
    assert fixing.summary(result, written=False) == "--fix would mend 3 findings in 1 file."
    assert fixing.summary(Fixes(), written=True) == "There is nothing to mend."


WORDS = ["it’s", "#3", "so:", '"now"', "- x", "ñandú", "{a}", "'b'", "\\", "%", "100", "no", "[c]", "& d"]


def changed(value: str, dice: random.Random) -> str:
    """The value with a word replaced, put in or taken out."""
    words = value.split(" ")
    place = dice.randrange(len(words))
    words[place : place + dice.randrange(2)] = dice.sample(WORDS, dice.randrange(1, 3))
    return " ".join(words).strip() or "x"


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.stem)
def test_any_text_of_a_real_bank_can_become_another_and_nothing_else_changes(bank: Path) -> None:
    data = bank.read_bytes()
    text = decode(data, PATH)[0] or ""
    document, _ = marked_yaml.read(text, PATH)
    assert document is not None
    places = yaml_edits.places(document, text)
    dice = random.Random(bank.name)
    known = [
        (where, place) for where, place in places.at.items() if isinstance(place.value, str) and place.value.strip()
    ]
    chosen = dice.sample(known, min(len(known), 60))
    result = fixed(*(Rewrite(w, changed(p.value, dice)) for w, p in chosen), data=data, text=text)
    assert (len(result.mended), result.left) == (len(chosen), ())
    spans = sorted((place.mark.start, place.mark.end) for _, place in chosen)
    pieces = [text[end:start] for (_, end), (start, _) in itertools.pairwise([(0, 0), *spans, (len(text), 0)])]
    new, position = result.files[0].new, 0
    for piece in pieces:  # every part that no edit speaks of is there, in its order
        position = new.index(piece.strip(), position) + len(piece.strip())
