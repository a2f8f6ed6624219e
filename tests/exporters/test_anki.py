"""The Anki exporter against Anki itself: packages are imported, their cards rendered by the real renderer."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.models import NotetypeId

from quizgen import wording
from quizgen.exporters import anki
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.answers import scattered
from quizgen.exporters.anki.notes import notes
from quizgen.exporters.anki.package import serialized, through_a_file
from quizgen.exporters.anki.text import ascii_tag
from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Criterion,
    Essay,
    Gaps,
    Left,
    Number,
    Option,
    Output,
    Pairs,
    Question,
    Quiz,
    Sequence,
    Step,
    Words,
)
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, SETTINGS, every_shape, question

if TYPE_CHECKING:
    from anki.cards import CardId  # imported before anki.collection, it runs into a circle

LATER = replace(SETTINGS, time=SETTINGS.time + 86_400)
NOT_WHOLE = replace(SETTINGS, whole=False)
BROKEN = re.compile(r"\{\{[#/^]?[\w: ]+\}\}|(Front|Back) template has a problem|No cloze \d+ found")


# What Anki makes of a package


@dataclass(frozen=True)
class Rendered:
    """One card as Anki shows it; `style` and body together are what a client puts on its page."""

    item: str
    note_type: str
    order: int
    front: str
    back: str
    style: str
    deck: str
    due: int


def import_into(collection: Collection, data: bytes, folder: Path) -> Any:
    path = folder / "import.apkg"
    path.write_bytes(data)
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(request).log


def query(collection: Collection, sql: str, *values: int) -> list[Any]:
    assert collection.db is not None
    return collection.db.all(sql, *values)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def rendered(data: bytes, folder: Path) -> list[Rendered]:
    """Every card of a package, by a fresh collection that is sound afterwards."""
    collection = Collection(str(folder / "rendered.anki2"))
    try:
        log = import_into(collection, data, folder)
        assert len(log.new) == log.found_notes
        assert query(collection, "select flds from notes where id not in (select nid from cards)") == []
        cards = [_card(collection, id) for id in sorted(collection.find_cards(""))]
        assert list(collection.get_empty_cards().notes) == []
        assert collection.fix_integrity()[1]
        return cards
    finally:
        collection.close()


def _card(collection: Collection, id: CardId) -> Rendered:
    card = collection.get_card(id)
    output = card.render_output()
    return Rendered(
        item=card.note()["ID"],
        note_type=card.note_type()["name"],
        order=card.ord,
        front=output.question_text,
        back=output.answer_text,
        style=output.css,
        deck=collection.decks.name(card.did),
        due=card.due,
    )


class _Reader(HTMLParser):
    """The text of a page as a reader sees it, and the elements it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.elements: list[str] = []
        self.links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def seen(html: str) -> str:
    return " ".join("".join(read(html).text).split())


def package(quiz: Quiz, settings: Any = NOT_WHOLE) -> bytes:
    (output,) = anki.export([quiz], settings)
    return output.data


def with_questions(*questions: Question, quiz: Quiz | None = None) -> Quiz:
    return replace(quiz or every_shape(), questions=questions)


@pytest.fixture(scope="module")
def outputs() -> list[Output]:
    return list(anki.export([every_shape()], SETTINGS))


@pytest.fixture(scope="module")
def cards(outputs: list[Output], tmp_path_factory: pytest.TempPathFactory) -> list[Rendered]:
    return rendered(outputs[0].data, tmp_path_factory.mktemp("cards"))


def card_of(cards: list[Rendered], item: str, order: int = 0) -> Rendered:
    return next(card for card in cards if (card.item, card.order) == (item, order))


# Files, notes, cards


def test_a_quiz_is_a_file_and_so_is_the_whole_course(outputs: list[Output]) -> None:
    assert [(output.name, output.quiz) for output in outputs] == [
        ("students/anki/storms.apkg", "storms"),
        ("students/anki/course.apkg", None),
    ]


def test_exams_and_empty_quizzes_make_no_deck() -> None:
    exam, empty = replace(every_shape(), audience="exam"), with_questions()
    assert list(anki.export([exam, empty], SETTINGS)) == []


def test_the_course_holds_an_item_of_two_quizzes_once(collection: Collection, tmp_path: Path) -> None:
    second = replace(every_shape(), id="again", questions=(question("who-governs"), question("storm-fund")))
    secret = replace(question("who-governs"), id="secret")
    third = replace(every_shape(), id="midterm", audience="exam", questions=(secret,))
    *_, course = anki.export([second, every_shape(), third], SETTINGS)
    assert course.name.endswith("course.apkg")
    assert len(import_into(collection, course.data, tmp_path).new) == len(ANSWERS)
    assert collection.find_notes("ID:secret") == []


def test_each_item_is_a_note_with_the_cards_of_its_shape(cards: list[Rendered]) -> None:
    made = {item: sum(card.item == item for card in cards) for item in ANSWERS}
    assert made == {**dict.fromkeys(ANSWERS, 1), "storm-fund": 2, "gaps-in-text": 2}


def test_each_shape_has_its_note_type(cards: list[Rendered]) -> None:
    assert {ANSWERS[card.item][0]: card.note_type for card in cards} == {
        "choice": "quizgen choice", "select": "quizgen choice", "true-false": "quizgen choice",
        "short": "quizgen typed", "numeric": "quizgen typed", "term": "quizgen term", "cloze": "quizgen cloze",
        "match": "quizgen pairs", "sort": "quizgen pairs", "order": "quizgen sequence", "essay": "quizgen essay",
    }  # fmt: skip


@pytest.mark.parametrize("language", [words.code for words in wording.ALL])
def test_every_card_renders_on_both_sides(language: str, tmp_path: Path) -> None:
    cards = rendered(package(every_shape(language=language)), tmp_path)
    assert len(cards) == len(ANSWERS) + 2
    for card in cards:
        assert not BROKEN.search(card.front), card.item
        assert not BROKEN.search(card.back), card.item
        assert seen(card.front)
        assert seen(card.back) != seen(card.front)
        assert f'lang="{language}"' in card.front


def test_new_cards_come_in_the_order_of_the_quiz(cards: list[Rendered]) -> None:
    dues = [card_of(cards, item).due for item in ANSWERS]
    assert dues == list(range(dues[0], dues[0] + len(ANSWERS)))


def test_decks_are_named_by_course_and_brief(cards: list[Rendered], tmp_path: Path) -> None:
    assert {card.deck for card in cards} == {"Islands::Saving before the Storm"}
    brief = replace(BRIEF, title="Funds:: a “history” ::")
    quiz = replace(every_shape(), course_title="::A :: B", briefs=(brief,))
    assert {card.deck for card in rendered(package(quiz), tmp_path)} == {"A : B::Funds: a “history”"}


def test_tags_say_what_an_item_is(collection: Collection, tmp_path: Path) -> None:
    tagged = replace(question("who-governs"), tags=("Política pública", "中", "b::c", "a"))
    import_into(collection, package(with_questions(tagged)), tmp_path)
    (note,) = map(collection.get_note, collection.find_notes(""))
    assert sorted(note.tags) == [
        "Politica-publica", "a", "b::c", "brief::storms", "difficulty::easy", "kind::fact", "thinking::remember",
        "type::short",
    ]  # fmt: skip
    assert all(note.tags == tuple(sorted(note.tags)) for note in notes(every_shape()))
    assert ascii_tag("中") == ""


# Updates


def test_the_same_package_again_changes_nothing(collection: Collection, outputs: list[Output], tmp_path: Path) -> None:
    import_into(collection, outputs[0].data, tmp_path)
    before = _state(collection)
    assert len(before[0]) == len(ANSWERS)
    log = import_into(collection, outputs[0].data, tmp_path)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert len(log.duplicate) == len(ANSWERS)
    assert _state(collection) == before


def _state(collection: Collection) -> tuple[list[Any], list[Any], int]:
    notes = query(collection, "select guid, mid, mod, tags, flds from notes order by guid")
    cards = query(collection, "select id, nid, did, ord, type, queue, due, ivl, reps from cards order by id")
    return notes, cards, len(collection.models.all_names_and_ids())


PROGRESS = "select id, nid, type, queue, due, ivl, reps from cards where id = ?"


def test_a_later_build_changes_the_text_and_keeps_the_progress(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(every_shape()), tmp_path)
    (id,) = collection.find_cards("ID:who-governs")
    card = collection.get_card(id)
    card.start_timer()
    collection.sched.answerCard(card, 4)
    progress = query(collection, PROGRESS, id)
    assert [row[-1] for row in progress] == [1]

    reworded = replace(question("who-governs"), stem="Who leads the island?")
    moved = tuple(each for each in every_shape().questions[::-1] if each.id != reworded.id)
    log = import_into(collection, package(with_questions(reworded, *moved), replace(LATER, whole=False)), tmp_path)
    assert (len(log.updated), len(log.new), len(log.conflicting)) == (len(ANSWERS), 0, 0)
    assert collection.get_card(id).note()["Stem"] == "Who leads the island?"
    assert query(collection, PROGRESS, id) == progress
    assert len(query(collection, "select id from revlog")) == 1


def test_an_earlier_build_changes_nothing(collection: Collection, tmp_path: Path) -> None:
    import_into(collection, package(every_shape(), replace(LATER, whole=False)), tmp_path)
    reworded = replace(question("who-governs"), stem="Who leads the island?")
    log = import_into(collection, package(with_questions(reworded)), tmp_path)
    assert (len(log.updated), len(log.new), len(log.duplicate)) == (0, 0, 1)


def test_ids_are_never_zero_nor_of_two_notes(tmp_path: Path) -> None:
    for time in (0, SETTINGS.time):
        data = package(every_shape(), replace(NOT_WHOLE, time=time))
        ids, guids = zip(*_rows(data, tmp_path, "select id, guid from notes"), strict=True)
        assert len(set(ids)) == len(set(guids)) == len(ANSWERS)
        assert min(ids) == max(time, 1) * 1000


def test_identity_is_of_the_item_in_its_course() -> None:
    def guids(quiz: Quiz) -> set[str]:
        return {note.guid for note in notes(quiz)}

    reworded = with_questions(*(replace(each, stem="Other", rationale="Other") for each in every_shape().questions))
    assert guids(reworded) == guids(every_shape())
    assert guids(replace(every_shape(), id="another", title="Another")) == guids(every_shape())
    assert not guids(replace(every_shape(), course="lakes")) & guids(every_shape())


def _rows(data: bytes, folder: Path, query: str) -> list[Any]:
    path = folder / "rows.anki2"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        path.write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


# The frozen table

# fmt: off
FROZEN = {
    "quizgen choice": (
        1622804651753,
        [("ID", 1954606181200385), ("Stem", 8191833662782181), ("Instructions", 4577151054356506),
         ("Options", 3155769236998309), ("Key", 4378307670466550), ("Rationale", 3604612711586406),
         ("Evidence", 3919014790323629), ("Brief", 518277641135484), ("Language", 5020348761156362),
         ("Spare 1", 8732097003600314), ("Spare 2", 309810228535567)],
        [("Choose", 2868643439445634)],
        False,
    ),
    "quizgen typed": (
        1643880165041,
        [("ID", 909589051346825), ("Stem", 6727957370894922), ("Instructions", 1529405141270153),
         ("Typed", 5350025849308663), ("Unit", 4563647145047910), ("Answer", 1059116460126912),
         ("Rationale", 2882686042490080), ("Evidence", 4515443403679254), ("Brief", 2866374699609294),
         ("Language", 1435110507026113), ("Spare 1", 2860714629395433), ("Spare 2", 2189756476921860)],
        [("Write", 389270120620295)],
        False,
    ),
    "quizgen term": (
        1664111612300,
        [("ID", 8280017337550337), ("Term", 2715883406614272), ("Definition", 3605875397905052),
         ("Ask term", 4558898974897799), ("Ask definition", 1117945420338603),
         ("Also right", 8490565933026671), ("Rationale", 2392128938115813), ("Evidence", 1782923764203806),
         ("Brief", 2037290626350740), ("Language", 2998195592884611), ("Spare 1", 1423129860246143),
         ("Spare 2", 3160477896721008)],
        [("Definition to term", 1250728030837179), ("Term to definition", 170363766113332)],
        False,
    ),
    "quizgen cloze": (
        1691080385726,
        [("ID", 302812096789223), ("Text", 725635854536087), ("Instructions", 2095920121633703),
         ("Also right", 5542182410517745), ("Rationale", 8774454016363021), ("Evidence", 2952596484113498),
         ("Brief", 3428785625908699), ("Language", 2165879033186577), ("Spare 1", 1966859427186689),
         ("Spare 2", 8234546552973492)],
        [("Fill", 5613629698884281)],
        True,
    ),
    "quizgen pairs": (
        1636001238452,
        [("ID", 4889992567298171), ("Stem", 2285228695817341), ("Instructions", 8894266718837819),
         ("Entries", 1827878317783430), ("Answer", 2615464831664750), ("Rationale", 5460368944107131),
         ("Evidence", 6438106744745322), ("Brief", 1477179019815926), ("Language", 7328371398541117),
         ("Spare 1", 3367722200482425), ("Spare 2", 4167296847075384)],
        [("Pair", 2457775208713663)],
        False,
    ),
    "quizgen sequence": (
        1681775898725,
        [("ID", 6994216089323651), ("Stem", 7891697236146170), ("Instructions", 7862655450791489),
         ("Steps", 5870631449757325), ("Answer", 1838254372555927), ("Rationale", 763046429407427),
         ("Evidence", 7379120542587330), ("Brief", 2738185884697364), ("Language", 4706140031086702),
         ("Spare 1", 4498333782067876), ("Spare 2", 1294431692641063)],
        [("Put in order", 961713994252161)],
        False,
    ),
    "quizgen essay": (
        1526555495983,
        [("ID", 1295039249839532), ("Stem", 1578353469555421), ("Instructions", 1183631186892796),
         ("Model answer", 3977621619830418), ("Rubric", 9001943483751239), ("Rationale", 8644360459989937),
         ("Evidence", 1685132447409321), ("Brief", 1744407134198320), ("Language", 6497558663373598),
         ("Spare 1", 6888259068311164), ("Spare 2", 851750022875064)],
        [("Argue", 8178075063659050)],
        False,
    ),
}
# fmt: on


def test_the_note_types_are_frozen() -> None:
    """Never change the literal: collections of students hold these ids. A new field takes a spare one's place."""
    table = {
        note_type.name: (
            note_type.id,
            [(field.name, field.id) for field in note_type.fields],
            [(template.name, template.id) for template in note_type.templates],
            note_type.cloze,
        )
        for note_type in note_types.ALL
    }
    assert table == FROZEN


def test_no_id_is_given_twice() -> None:
    types = [note_type.id for note_type in note_types.ALL]
    parts = [field.id for note_type in note_types.ALL for field in note_type.fields]
    parts += [template.id for note_type in note_types.ALL for template in note_type.templates]
    assert len(types) == 7
    assert len({*types, *parts}) == len(types) + len(parts)
    assert max(parts) < 2**53
    assert all([field.name for field in each.fields][-2:] == ["Spare 1", "Spare 2"] for each in note_types.ALL)


def test_anki_keeps_the_ids_of_fields_and_templates(
    collection: Collection, outputs: list[Output], tmp_path: Path
) -> None:
    import_into(collection, outputs[0].data, tmp_path)
    for frozen in note_types.ALL:
        held = collection.models.get(NotetypeId(frozen.id))
        assert held is not None
        assert held["name"] == frozen.name
        assert [field["id"] for field in held["flds"]] == [field.id for field in frozen.fields]
        assert [template["id"] for template in held["tmpls"]] == [template.id for template in frozen.templates]


def test_a_field_that_no_note_type_has_is_a_bug() -> None:
    with pytest.raises(KeyError, match="has no field Nope"):
        note_types.CHOICE.values({"Nope": "x"})


def test_templates_have_no_words_of_a_language() -> None:
    files = sorted(Path(anki.__file__).with_name("templates").glob("*.html"))
    assert len(files) == 2 * sum(len(each.templates) for each in note_types.ALL)
    for file in files:
        assert seen(re.sub(r"\{\{.*?\}\}", "", file.read_text(encoding="utf-8"))) == "", file.name


def test_scripts_hold_no_braces_that_anki_reads_as_fields() -> None:
    script = note_types._asset("shuffle.js")
    assert "Math.imul" in script
    assert not re.search(r"\{\{|\}\}", script)


# Determinism

BUILD = """
import hashlib
from quizgen.exporters import anki
from tests.quizzes import SETTINGS, every_shape
for output in anki.export([every_shape()], SETTINGS):
    print(output.name, hashlib.sha256(output.data).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_time_zone_and_under_every_hash_seed(outputs: list[Output]) -> None:
    here = [f"{output.name} {hashlib.sha256(output.data).hexdigest()}" for output in outputs]
    assert len(here) == 2
    for zone, seed in (("Asia/Tokyo", "7"), ("America/Lima", "4711")):
        ran = subprocess.run(
            [sys.executable, "-c", BUILD],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert ran.stdout.splitlines() == here


def test_a_package_leaves_nothing_behind_and_names_no_moment_of_its_own(outputs: list[Output], tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(outputs[0].data)) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
        for entry in entries:
            assert (entry.date_time[0], entry.create_system, entry.compress_type) == (1980, 3, zipfile.ZIP_DEFLATED)
    ((mod, scm, decks, models),) = _rows(outputs[0].data, tmp_path, "select mod, scm, decks, models from col")
    assert mod == scm == SETTINGS.time * 1000
    assert {deck["mod"] for id, deck in json.loads(decks).items() if id != "1"} == {SETTINGS.time}
    assert {model["mod"] for model in json.loads(models).values()} == {SETTINGS.time}
    for table in ("notes", "cards"):
        assert _rows(outputs[0].data, tmp_path, f"select distinct mod from {table}") == [(SETTINGS.time,)]


def test_nothing_is_written_to_the_folder_for_scratch_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert package(every_shape())
    assert list(tmp_path.iterdir()) == []


def test_a_database_comes_out_the_same_by_way_of_a_file() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("create table words (word text); insert into words values ('fund')")
    for data in (serialized(connection), through_a_file(connection)):
        assert data.startswith(b"SQLite format 3\0")
        assert b"fund" in data
    connection.close()


# What cards say


def test_every_back_gives_the_answer_the_reason_and_the_source(cards: list[Rendered]) -> None:
    answers = {
        "why-a-fund": "✓ So that repairs need not wait for loans", "years-of-storms": "✓ 2007",
        "what-it-pays": "✓ Roofs", "fund-is-loan": "✓ False", "who-governs": "Señora Ibarra",
        "storm-fund": "storm fund", "share-saved": "2.5 percent (within 0.1)", "gaps-in-text": "council",
        "who-said-what": "Ibarra A storm fund", "before-or-after": "Before Saving Saving is done early. Drilling",
        "order-of-work": "Clear the roads Mend the roofs Open the school", "argue-for-it": "Ibarra argues that waiting",
    }  # fmt: skip
    assert answers.keys() == ANSWERS.keys()
    for card in cards:
        text = seen(re.sub(r"(</?(p|li|h\d|div|summary|span)\b)", r" \1", card.back))
        assert answers[card.item] in text
        assert "The brief says so of the fund, and 3 < 4 & 5 > 4." in text
        assert "Restated from paragraph 1 of Ibarra and Ray (2024), “Saving before the Storm”" in text
        assert BRIEF.passages[0].text in text
        assert read(card.back).links == [BRIEF.url]


def test_no_front_gives_the_answer_away(cards: list[Rendered]) -> None:
    for item, answer in {
        "why-a-fund": "never for sale", "who-governs": "Ibarra", "share-saved": "2.5", "argue-for-it": "waiting",
        "before-or-after": "done early", "storm-fund": "storm fund", "what-it-pays": "✓",
    }.items():  # fmt: skip
        front, back = card_of(cards, item).front, card_of(cards, item).back
        assert answer not in front
        assert answer in back
    assert "1999" not in seen(card_of(cards, "gaps-in-text", 0).front)
    assert "council" not in seen(card_of(cards, "gaps-in-text", 1).front)


def test_a_term_is_asked_both_ways(cards: list[Rendered]) -> None:
    term, definition = card_of(cards, "storm-fund", 0), card_of(cards, "storm-fund", 1)
    assert "Money set aside before a storm" in term.front
    assert "Also right: fund for storms" in seen(term.back)
    assert "Money set aside" not in definition.front
    assert "storm fund" in definition.front
    assert "Money set aside before a storm" in definition.back


def test_a_blank_shows_its_hint(cards: list[Rendered]) -> None:
    assert "[not the mayor]" in card_of(cards, "gaps-in-text", 1).front
    assert "[...]" in card_of(cards, "gaps-in-text", 0).front


def test_distractors_and_right_options_say_why(cards: list[Rendered]) -> None:
    back = seen(card_of(cards, "why-a-fund").back)
    for why in ("Taxes are not what the fund is for.", "The ferry is never for sale.", "The fund repairs; it"):
        assert why in back
    assert seen(card_of(cards, "what-it-pays").back).count("Piers are repaired too.") == 1


def test_restated_evidence_is_no_quotation(cards: list[Rendered]) -> None:
    assert cards
    for card in cards:
        assert QUOTE in card.back
        assert f"“{QUOTE}" not in card.back
        assert f"{QUOTE}”" not in card.back
        assert not {"q", "blockquote"} & set(read(card.back).elements)


def test_evidence_in_the_words_of_the_brief_is_a_quotation(tmp_path: Path) -> None:
    quiz = replace(with_questions(question("who-governs")), briefs=(replace(BRIEF, restated=False),))
    (card,) = rendered(package(quiz), tmp_path)
    assert f"“{QUOTE}”" in seen(card.back)


def test_what_is_typed_is_compared_with_the_answer(collection: Collection, tmp_path: Path) -> None:
    evil = replace(question("who-governs"), answer=Words(('{Tom} & <b>"x"</b>',)))
    long = replace(question("who-governs"), id="long", answer=Words(("word " * 20,)))
    import_into(collection, package(with_questions(evil, long)), tmp_path)
    (id,) = collection.find_cards("ID:who-governs")
    card = collection.get_card(id)
    compared = collection.compare_answer(card.note()["Typed"], '{Tom} & <b>"x"</b>')
    assert "typeGood" in compared
    assert "typeBad" not in compared
    assert "[[type:Typed]]" in card.question()
    (id,) = collection.find_cards("ID:long")
    assert "[[type:" not in collection.get_card(id).question()


def test_the_first_option_is_not_always_the_key() -> None:
    options = ["key", "one", "two", "three"]
    first = [scattered(options, f"item-{number}")[0] for number in range(200)]
    assert 25 < first.count(0) < 75


def test_steps_are_never_shown_in_their_right_order() -> None:
    steps = tuple(Step(text, HERE) for text in ("One", "Two", "Three"))
    shown = set()
    for number in range(30):
        asked = replace(question("order-of-work"), id=f"item-{number}", answer=Sequence(steps, (0, 1, 2)))
        (note,) = notes(with_questions(asked))
        shown.add(tuple(re.findall("One|Two|Three", dict(zip(_names(note), note.fields, strict=True))["Steps"])))
    assert ("One", "Two", "Three") not in shown
    assert len(shown) > 2


def _names(note: Any) -> list[str]:
    return [field.name for field in note.note_type.fields]


# What curators write is text

EVIL = (
    "</div><script>window.hacked = 1</script>", "<img src=x onerror=hacked()>", "{{c1::x}}", "{{Front}}", "{{#ID}}",
    "}}", "a::b", 'say "so"', "R&D &amp; &#123;", "[sound:x.mp3]", "[latex]x[/latex]", "<!-- shuffle.js -->", "a:",
)  # fmt: skip


def _poisoned(evil: str) -> Quiz:
    """A quiz of all shapes in which every text is the evil one, with a number where texts must differ."""
    one, two, three = (f"{number} {evil}" for number in (1, 2, 3))
    answers: dict[str, Answer] = {
        "choice": Choices((Option(one, True, HERE, evil), Option(two, False, HERE, evil))),
        "words": Words((one, two)),
        "term": Words((one, two), reverse=True),
        "gaps": Gaps((one, Blank((evil, two), evil), three, Blank((one, two)))),
        "pairs": Pairs((Left(one, 0, HERE, evil), Left(two, 1, HERE)), (one, two, three)),
        "groups": Pairs((Left(one, 0, HERE, evil), Left(two, 1, HERE)), (one, two), headings=True),
        "steps": Sequence(tuple(Step(text, HERE) for text in (one, two, three)), (0, 1, 2)),
        "essay": Essay(evil, (Criterion(evil, 1),), 3),
        "number": replace(_number(), unit=evil, derived=evil),
    }
    questions = [
        replace(question("who-governs"), id=id, stem=evil, rationale=evil, answer=answer)
        for id, answer in answers.items()
    ]
    evidence = replace(questions[0].evidence[0], quote=evil)
    passages = (replace(BRIEF.passages[0], text=evil),)
    brief = replace(BRIEF, title=evil, authors=(evil,), publisher=evil, passages=passages, url="javascript:hacked()")
    quiz = replace(every_shape(), title=evil, course_title=evil, briefs=(brief,))
    return with_questions(*(replace(each, evidence=(evidence,)) for each in questions), quiz=quiz)


def _number() -> Number:
    answer = ANSWERS["share-saved"][2]
    assert isinstance(answer, Number)
    return answer


@pytest.mark.parametrize("evil", EVIL)
def test_what_curators_write_is_shown_as_it_is(evil: str, tmp_path: Path) -> None:
    cards = rendered(package(_poisoned(evil)), tmp_path)
    assert len(cards) == 9 + 1 + 1
    for card in cards:
        for side in (card.front, card.back):
            text = seen(side)
            assert evil in text, card.item
            assert "&#" not in text.replace("&#123;", ""), card.item
            assert not {"img", "audio", "button"} & set(read(side).elements)
            assert read(side).elements.count("script") == SCRIPTS.get((card.note_type, side is card.front), 0)
            assert read(side).links == []
    back = seen(next(card.back for card in cards if card.item == "gaps"))
    assert f"1 {evil}{evil}3 {evil}1 {evil}" in back


# The scripts of our own: by note type, and whether it is the front.
SCRIPTS = {("quizgen choice", True): 1, ("quizgen choice", False): 1, ("quizgen pairs", True): 1}


def test_control_characters_cannot_part_fields(tmp_path: Path) -> None:
    evil = replace(question("who-governs"), stem="one\x1ftwo\x01three")
    (card,) = rendered(package(with_questions(evil)), tmp_path)
    assert "one two three" in seen(card.front)


# What Anki cannot hold


def test_anki_holds_every_shape() -> None:
    assert list(anki.limits([every_shape()])) == []


@pytest.mark.parametrize(("blanks", "said"), [(500, 0), (501, 1)])
def test_a_cloze_of_very_many_blanks_is_a_finding(blanks: int, said: int) -> None:
    cloze = replace(question("gaps-in-text"), answer=Gaps(tuple(Blank((f"x{n}",)) for n in range(blanks))))
    remarks = list(anki.limits([with_questions(cloze)]))
    assert [remark.item for remark in remarks] == ["gaps-in-text"] * said


def test_the_most_blanks_are_as_many_as_anki_has_cards_for(collection: Collection, tmp_path: Path) -> None:
    cloze = replace(question("gaps-in-text"), answer=Gaps(tuple(Blank((f"x{n}",)) for n in range(500))))
    import_into(collection, package(with_questions(cloze)), tmp_path)
    assert len(query(collection, "select distinct ord from cards")) == 500


def test_a_tag_without_a_plain_letter_is_a_finding() -> None:
    (remark,) = anki.limits([with_questions(replace(question("who-governs"), tags=("fine", "中")))])
    assert "“中”" in remark.message


def test_a_quiz_named_as_the_course_is_a_finding() -> None:
    (remark,) = anki.limits([replace(every_shape(), id="course")])
    assert "rename it" in remark.message


def test_exams_have_no_limits() -> None:
    assert list(anki.limits([replace(every_shape(), id="course", audience="exam")])) == []


# In a browser

LAUNCH = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not on this machine, and the script of the cards is tested in it")
        pytest.skip("chromium is not on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(LAUNCH))
        yield launched
        launched.close()


Show = Callable[..., Any]


@pytest.fixture(scope="module")
def show(browser: Any) -> Iterator[Show]:
    """Opens a side of a card, at noon of a day or at a given hour, and returns the page: one page for all."""
    context = browser.new_context(offline=True, timezone_id="America/Lima", locale="es-PE")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def opened(card: Rendered, side: str, *, time: str = "2026-03-02T12:00:00", width: int = 800) -> Any:
        page.set_viewport_size({"width": width, "height": 600})
        page.clock.set_fixed_time(f"{time}-05:00")
        page.set_content(_page(card, side))
        assert errors == []
        return page

    yield opened
    context.close()


def _page(card: Rendered, side: str) -> str:
    body = f'<body class="card"><div id="qa"><style>{card.style}</style>{getattr(card, side)}</div></body>'
    return f"<!doctype html><html>{body}</html>"


def _texts(item: str) -> list[str]:
    answer = ANSWERS[item][2]
    assert isinstance(answer, Choices)
    return [option.text for option in answer.options]


def _options(page: Any) -> list[str]:
    """The options in the order they stand in, without signs and reasons."""
    texts = page.locator("ol.options > li").all_inner_texts()
    return [text.lstrip("✓✗ \n").split("\n")[0] for text in texts]


DAYS = tuple(f"2026-03-{day:02}T12:00:00" for day in range(2, 10))


def test_options_stand_in_the_same_order_on_both_sides_and_in_another_on_other_days(
    cards: list[Rendered], show: Show
) -> None:
    card, orders = card_of(cards, "why-a-fund"), set()
    for day in DAYS:
        front, back = (_options(show(card, side, time=day)) for side in ("front", "back"))
        assert sorted(front) == sorted(_texts("why-a-fund"))
        assert front == back
        orders.add(tuple(front))
    assert len(orders) > 3


def test_the_key_keeps_its_sign_and_reason_wherever_it_stands(cards: list[Rendered], show: Show) -> None:
    for day in DAYS[:4]:
        right = show(card_of(cards, "why-a-fund"), "back", time=day).locator("ol.options > li.right")
        assert [" ".join(text.split()) for text in right.all_inner_texts()] == [
            "✓ So that repairs need not wait for loans"
        ]


def test_pinned_options_stay(cards: list[Rendered], show: Show) -> None:
    for day in DAYS[:4]:
        for side in ("front", "back"):
            assert _options(show(card_of(cards, "years-of-storms"), side, time=day)) == ["1998", "2007", "2017"]


def test_a_card_that_is_turned_after_midnight_keeps_its_order(cards: list[Rendered], show: Show) -> None:
    for day in range(2, 8):
        before = _options(show(card_of(cards, "why-a-fund"), "front", time=f"2026-03-{day:02}T23:59:00"))
        after = _options(show(card_of(cards, "why-a-fund"), "back", time=f"2026-03-{day + 1:02}T00:30:00"))
        assert before == after


def test_a_script_that_runs_twice_shuffles_once(cards: list[Rendered], show: Show) -> None:
    page = show(card_of(cards, "why-a-fund"), "front")
    before = _options(page)
    page.evaluate("() => (0, eval)(document.querySelector('script').textContent)")
    assert _options(page) == before


def test_without_scripts_the_options_show(cards: list[Rendered], browser: Any) -> None:
    card, orders = card_of(cards, "why-a-fund"), []
    with browser.new_context(offline=True, java_script_enabled=False) as context:
        page = context.new_page()
        for side in ("front", "back"):
            page.set_content(_page(card, side))
            orders.append(_options(page))
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == sorted(_texts("why-a-fund"))


def test_evil_text_runs_nothing(show: Show, tmp_path: Path) -> None:
    cards = rendered(package(_poisoned(EVIL[0])), tmp_path)
    assert cards
    for card in cards[:4]:
        page = show(card, "back")
        assert EVIL[0] in page.locator(".stem").inner_text()
        assert page.evaluate("() => window.hacked") is None


def test_cards_fit_a_narrow_screen(cards: list[Rendered], show: Show) -> None:
    assert cards
    for card in cards:
        page = show(card, "back", width=320)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320, card.item


CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (text) => rgb(text).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll(".quizgen *")].filter((node) => !["SCRIPT", "STYLE"].includes(node.tagName))
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((node) => {
      const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
}"""


# What Anki puts in the place of the box, as `Collection.compare_answer` words it.
COMPARED = "".join(f'<span class="type{how}">x</span>' for how in ("Good", "Bad", "Missed"))


@pytest.mark.parametrize("mode", ["", "nightMode", "night_mode"])
def test_text_stands_out_in_both_modes(cards: list[Rendered], show: Show, mode: str) -> None:
    grounds = set()
    for item in ("why-a-fund", "share-saved", "gaps-in-text", "who-said-what", "argue-for-it"):
        card = card_of(cards, item)
        page = show(replace(card, back=card.back.replace("[[type:Typed]]", COMPARED)), "back")
        page.evaluate("(mode) => document.body.className = `card ${mode}`", mode)
        contrasts = page.evaluate(CONTRAST)
        assert len(contrasts) > 5
        assert min(contrasts) >= 4.5, item
        grounds.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert (grounds == {"rgb(255, 255, 255)"}) == (mode == "")
