"""What self-tests and cards may do in a browser and in Anki: show themselves, and keep progress under our own name."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zipfile
from importlib import resources

from benchmarks.floors import tables_of
from tests.security.conftest import Built
from tests.security.hostile import TEXTS, URL
from tests.security.reading import acting, elements

NETWORK = (
    r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\bimport\(|RTCPeer|serviceWorker|\beval\(|"
    r"new Function"
)
POLICY = re.compile(
    r"default-src 'none'; script-src '(?P<script>sha256-[^']+)'; style-src '(?P<style>sha256-[^']+)'; img-src data:; "
    r"base-uri 'none'; form-action 'none'"
)
OWN = frozenset({"script", "style", "form", "meta", "link"})


def of_page(text: str, tag: str) -> list[str]:
    """The content of each element of the page that is of this tag and no data."""
    return re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_of_every_page_lets_its_own_script_run_and_nothing_load(built: Built) -> None:
    for path in built.files(".html"):
        text = path.read_text(encoding="utf-8")
        policies = [a for tag, a in elements(text) if a.get("http-equiv") == "Content-Security-Policy"]
        named = POLICY.fullmatch(policies[0]["content"])
        assert named, path
        assert [digest(script) for script in of_page(text, "script")] == [named["script"]]
        assert [digest(style) for style in of_page(text, "style")] == [named["style"]]
        assert text.index("Content-Security-Policy") < text.index("<title"), "before anything that a curator wrote"


def test_what_a_curator_wrote_is_on_the_page_as_text(built: Built) -> None:
    text = html.unescape((built.output / "students" / "html" / "hostile.html").read_text(encoding="utf-8"))
    assert [said for said in TEXTS if said not in text and "\\" not in said] == []


def test_nothing_on_a_page_loads_acts_or_leads_elsewhere_than_to_the_brief(built: Built) -> None:
    for path in built.files(".html"):
        text = path.read_text(encoding="utf-8")
        (icon,) = (attributes["href"] for tag, attributes in elements(text) if tag == "link")
        assert icon == "data:,"
        found = [told for told in acting(text, OWN) if told != "href=data:,"]
        assert found == [], path
        links = [a for tag, a in elements(text) if tag == "a" and a["href"] == URL]
        assert {(a["target"], a["rel"]) for a in links} <= {("_blank", "noopener noreferrer")}
        assert links, path


def test_scripts_and_styles_ask_no_network_and_evaluate_nothing(built: Built) -> None:
    for path in built.files(".html"):
        text = path.read_text(encoding="utf-8")
        for code in of_page(text, "script"):
            assert len(code) > 500
            assert not re.search(NETWORK, code)
        for style in of_page(text, "style"):
            assert not re.search(r"@import|url\((?!['\"]?data:)", style)


def test_a_page_keeps_progress_under_names_of_ours_alone(built: Built) -> None:
    scripts = (resources.files("quizgen.exporters.html") / "scripts").iterdir()
    source = {script.name: script.read_text(encoding="utf-8") for script in scripts}
    storing = {name for name, text in source.items() if re.search(r"localStorage", text)}
    assert storing == {"store.js"}
    assert re.findall(r"const \w+ = (`quizgen:[^`]*`);", source["store.js"]) == ["`quizgen:${quiz.course}`"]
    assert not [name for name, text in source.items() if re.search(r"sessionStorage|indexedDB|document\.cookie", text)]


def test_the_page_of_the_zip_has_no_script_and_leads_to_its_own_files_alone(built: Built) -> None:
    with zipfile.ZipFile(built.output / "students.zip") as archive:
        text, names = archive.read("START-HERE.html").decode(), set(archive.namelist())
    assert acting(text, frozenset({"meta", "style", "link"})) == []
    assert {a["href"] for tag, a in elements(text) if tag == "a"} == names - {"START-HERE.html"}


def test_cards_load_and_run_nothing_but_what_their_templates_have(built: Built) -> None:
    for path in built.files(".apkg"):
        with zipfile.ZipFile(path) as archive:
            assert json.loads(archive.read("media")) == {}
            assert sorted(archive.namelist()) == ["collection.anki2", "media"]
        tables = tables_of(path.read_bytes())
        for note in tables["notes"]:
            assert acting(note[6], frozenset()) == []
            assert not re.search(r"\[(sound|latex|anki|\$+)[:\]]", note[6])
        (about,) = tables["col"]
        models, decks = (json.loads(about[place]) for place in (9, 10))
        assert not [told for deck in decks.values() for told in acting(deck["desc"])]
        sides = [side for model in models.values() for card in model["tmpls"] for side in (card["qfmt"], card["afmt"])]
        assert len(sides) >= 4
        for code in (*sides, *(model["css"] for model in models.values())):
            assert not re.search(rf"{NETWORK}|https?:|@import|url\(|\bsrc\s*=|localStorage", code)
