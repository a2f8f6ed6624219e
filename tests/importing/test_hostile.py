"""Files that mean harm, and files of any bytes: what cannot be read is said, and nothing else happens."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from quizgen import importing, marked_yaml
from quizgen.archive import zipped
from quizgen.importing.bank import Into, bank
from quizgen.importing.values import Reading
from tests.importing.ours import FILES
from tests.quizzes import BRIEF

INTO = Into("Imported", (BRIEF,), frozenset())
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "laughs.xml": f'<!DOCTYPE quiz [<!ENTITY l0 "lol">{LAUGHS}]><quiz>&l11;</quiz>'.encode(),
    "file.xml": b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
    "parameter.xml": b'<!DOCTYPE quiz [<!ENTITY % x SYSTEM "http://localhost/x.dtd">%x;]><quiz/>',
    "deep.xml": b"<quiz>" + b"<a>" * 100_000,
    "encoding.xml": b'<?xml version="1.0" encoding="klingon"?><quiz/>',
    "wide.xml": "<quiz>".encode("utf-16")[:-1],
    "nothing.xml": b"<quiz/>",
    "empty.gift": b"",
    "null.gift": b"a\0b {T}",
    "no.zip": b"PK\x03\x04 no zip at all",
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


MANY = {
    "many.gift": b"What {T}\n\n" * 5_001,
    "many.csv": b"question,answer,distractors\n" + b"What?,a,b\n" * 5_001,
    "many.xml": b"<quiz>" + b'<question type="essay"/>' * 5_001 + b"</quiz>",
    "items.xml": b"<questestinterop>" + b"<item/>" * 5_001 + b"</questestinterop>",
    "elements.xml": b"<quiz>" + b"<a/>" * 500_001 + b"</quiz>",
}


@pytest.mark.parametrize("name", sorted(MANY))
def test_a_file_of_more_than_a_bank_has_room_for_is_refused(name: str) -> None:
    reading = read(name, MANY[name])
    assert not reading.drafts
    (unread,) = reading.unread
    assert "split it" in str(unread)


def read(name: str, data: bytes) -> Reading:
    return importing.read(data, name)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_harm_is_refused_in_words(name: str) -> None:
    reading = read(name, HOSTILE[name])
    assert reading.drafts == ()
    if name not in ("nothing.xml", "empty.gift"):
        assert len(reading.unread) == 1
        assert "Traceback" not in str(reading.unread[0])


def test_a_file_of_this_machine_is_never_read() -> None:
    said = str(read("file.xml", HOSTILE["file.xml"]).unread[0])
    assert "declares an entity of its own" in said
    assert "root:" not in said


def test_a_dtd_that_is_only_named_does_no_harm_and_entities_of_html_are_known() -> None:
    named = '<!DOCTYPE quiz SYSTEM "http://localhost/no.dtd">'
    text = "<questiontext format='plain_text'><text>caf&eacute;&nbsp;&unknown;?</text></questiontext>"
    for doctype in (named, ""):
        answers = "<answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer>"
        (draft,) = read(
            "q.xml", f"{doctype}<quiz><question type='truefalse'>{text}{answers}</question></quiz>".encode()
        ).drafts
        assert draft.stem == "café \ufffd?"


def test_a_bomb_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b" " * 30_000_000)
        archive.writestr("b.xml", b"<questestinterop/>")
    reading = read("q.zip", buffer.getvalue())
    assert [str(left) for left in reading.unread] == ["a.xml: this file unpacks to more than 20,000,000 bytes"]


def test_many_files_are_refused() -> None:
    files = {f"{n}.xml": b"<questestinterop/>" for n in range(5_001)}
    assert "more than 5,000 files" in str(read("q.zip", zipped(files)).unread[0])


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../out.xml": b"<questestinterop/>", "/etc/x.xml": b"<a/>", "\x1b[2J.xml": b"<a/>"})
    reading = read("q.zip", data)
    assert list(tmp_path.iterdir()) == []
    assert all(sign.isprintable() for left in reading.unread for sign in str(left))


def test_what_is_locked_or_broken_in_a_zip_is_said() -> None:
    data = zipped({"a.xml": b"<questestinterop/>" * 50})
    broken = data.replace(data[40:50], b"\xff" * 10)
    assert len(read("q.zip", broken).unread) == 1


MARKS = "{}=~#:\\%[]<>&;/|*_\"'-`!?@ \t\n\r\0.,0123456789aZé你\u202e\ue101"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", sorted(FILES))
def test_whatever_is_changed_in_a_file_something_is_said_and_yaml_comes_out(name: str, seed: int) -> None:
    """Cut, doubled, mixed: no reader raises, and what was read is a bank that reads as it was meant."""
    chance = random.Random(f"{name}/{seed}")
    text = FILES[name].decode("utf-8-sig")
    for _ in range(25):
        changed = list(text)
        for _ in range(chance.randrange(1, 12)):
            at = chance.randrange(len(changed))
            how = chance.randrange(4)
            if how == 0:
                changed[at : at + chance.randrange(1, 40)] = []
            elif how == 1:
                changed[at:at] = changed[at : at + chance.randrange(1, 80)]
            else:
                changed[at : at + how - 2] = chance.choices(MARKS, k=chance.randrange(1, 6))
        reading = read(name, "".join(changed).encode(errors="replace"))
        imported = bank(reading, INTO)
        assert imported.items or imported.unread
        document, findings = marked_yaml.read(imported.text, "bank.yaml")
        assert findings == ()
        if imported.items:
            assert document is not None
            assert len(document.data["items"]) == imported.items


HEAVY = {
    "gift": "Which {" + "=a ~b" * 4_000 + "}",
    "braces": "{" * 100_000,
    "slashes": "\\" * 100_000 + "{T}",
    "stars": "[markdown]" + "*a_" * 15_000 + "{T}",
    "tags": "[html]" + "<b><i>" * 8_000 + "{T}",
    "open": "[html]" + "<" * 50_000 + "{T}",
    "comment": "[html]" + "<!--" * 14_000 + "{T}",
    "entities": "[html]" + "&amp;" * 11_000 + "{T}",
    "long": "a" * 1_000_000 + "{T}",
}


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_what_is_heavy_ends(name: str) -> None:
    bank(read("q.gift", HEAVY[name].encode()), INTO)
