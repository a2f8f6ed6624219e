"""The frozen table of note types, and the files behind their cards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.models import NotetypeId

from quizgen import wording
from quizgen.exporters import anki
from quizgen.exporters.anki import note_types
from quizgen.exporters.anki.answers import asked
from quizgen.model import Output
from quizgen.studying import way
from tests.exporters.anki.reading import seen
from tests.exporters.anki.rendering import import_into
from tests.quizzes import ANSWERS, question

BY_WAY = {each.way: each for each in note_types.ALL}

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


def test_a_note_type_is_named_by_its_way_of_studying() -> None:
    assert [each.name for each in note_types.ALL] == [f"quizgen {each.way}" for each in note_types.ALL]
    for item in map(question, ANSWERS):
        assert asked(item, wording.EN).note_type.way == way(item.answer)


def test_a_release_sees_what_cards_look_like(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = {each.way: note_types.look(each).mark for each in note_types.ALL}
    assert len(set(looks.values())) == 7
    assert {each.way: note_types.look(each).way for each in note_types.ALL} == {each: each for each in looks}
    asset = note_types._asset
    monkeypatch.setattr(note_types, "_asset", lambda name: asset(name) + " " * name.startswith("term-asked."))
    assert [each for each in looks if looks[each] != note_types.look(BY_WAY[each]).mark] == ["term"]
    monkeypatch.setattr(note_types, "_asset", lambda name: asset(name) + " " * (name == "style.css"))
    assert [each for each in looks if looks[each] != note_types.look(BY_WAY[each]).mark] == list(looks)


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
