"""The note types, frozen: students' collections hold them, and a changed field list would fork them there.

Nothing here may change but the files behind the templates and the style: no name, no id, no order. A field that is
needed later takes the place of a spare one, under that one's id. Anki matches note types by id and their fields and
templates by theirs, so these numbers, drawn once at random, are for ever.
"""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib import resources

import genanki

from quizgen.releases import Content
from quizgen.studying import Way


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a note, and the number that Anki knows it by."""

    name: str
    id: int


@dataclass(frozen=True, slots=True)
class Template:
    """A card of a note, and the number that Anki knows it by; `file` begins the names of its two sides' files."""

    name: str
    id: int
    file: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """One way of studying: the fields that notes have, in order, and the cards that are made of them.

    `markup` is the version of the HTML in the fields. Raise it only where the cards that students have must all be
    written anew: it takes the tags of their own from every one of them. `content` says more.
    """

    way: Way
    name: str
    id: int
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    cloze: bool = False
    markup: int = 1

    def values(self, by_name: dict[str, str]) -> tuple[str, ...]:
        """What a note holds, in the order of the fields; a field that is not given stays empty."""
        unknown = sorted(by_name.keys() - {field.name for field in self.fields})
        if unknown:
            raise KeyError(f"{self.name} has no field {unknown[0]}")
        return tuple(by_name.get(field.name, "") for field in self.fields)


CHOICE = NoteType(
    way="choice",
    name="quizgen choice",
    id=1622804651753,
    fields=(
        Field("ID", 1954606181200385),
        Field("Stem", 8191833662782181),
        Field("Instructions", 4577151054356506),
        Field("Options", 3155769236998309),
        Field("Key", 4378307670466550),
        Field("Rationale", 3604612711586406),
        Field("Evidence", 3919014790323629),
        Field("Brief", 518277641135484),
        Field("Language", 5020348761156362),
        Field("Spare 1", 8732097003600314),
        Field("Spare 2", 309810228535567),
    ),
    templates=(Template("Choose", 2868643439445634, "choice"),),
)
TYPED = NoteType(
    way="typed",
    name="quizgen typed",
    id=1643880165041,
    fields=(
        Field("ID", 909589051346825),
        Field("Stem", 6727957370894922),
        Field("Instructions", 1529405141270153),
        Field("Typed", 5350025849308663),
        Field("Unit", 4563647145047910),
        Field("Answer", 1059116460126912),
        Field("Rationale", 2882686042490080),
        Field("Evidence", 4515443403679254),
        Field("Brief", 2866374699609294),
        Field("Language", 1435110507026113),
        Field("Spare 1", 2860714629395433),
        Field("Spare 2", 2189756476921860),
    ),
    templates=(Template("Write", 389270120620295, "typed"),),
)
TERM = NoteType(
    way="term",
    name="quizgen term",
    id=1664111612300,
    fields=(
        Field("ID", 8280017337550337),
        Field("Term", 2715883406614272),
        Field("Definition", 3605875397905052),
        Field("Ask term", 4558898974897799),
        Field("Ask definition", 1117945420338603),
        Field("Also right", 8490565933026671),
        Field("Rationale", 2392128938115813),
        Field("Evidence", 1782923764203806),
        Field("Brief", 2037290626350740),
        Field("Language", 2998195592884611),
        Field("Spare 1", 1423129860246143),
        Field("Spare 2", 3160477896721008),
    ),
    templates=(
        Template("Definition to term", 1250728030837179, "term-asked"),
        Template("Term to definition", 170363766113332, "definition-asked"),
    ),
)
CLOZE = NoteType(
    way="cloze",
    name="quizgen cloze",
    id=1691080385726,
    fields=(
        Field("ID", 302812096789223),
        Field("Text", 725635854536087),
        Field("Instructions", 2095920121633703),
        Field("Also right", 5542182410517745),
        Field("Rationale", 8774454016363021),
        Field("Evidence", 2952596484113498),
        Field("Brief", 3428785625908699),
        Field("Language", 2165879033186577),
        Field("Spare 1", 1966859427186689),
        Field("Spare 2", 8234546552973492),
    ),
    templates=(Template("Fill", 5613629698884281, "cloze"),),
    cloze=True,
)
PAIRS = NoteType(
    way="pairs",
    name="quizgen pairs",
    id=1636001238452,
    fields=(
        Field("ID", 4889992567298171),
        Field("Stem", 2285228695817341),
        Field("Instructions", 8894266718837819),
        Field("Entries", 1827878317783430),
        Field("Answer", 2615464831664750),
        Field("Rationale", 5460368944107131),
        Field("Evidence", 6438106744745322),
        Field("Brief", 1477179019815926),
        Field("Language", 7328371398541117),
        Field("Spare 1", 3367722200482425),
        Field("Spare 2", 4167296847075384),
    ),
    templates=(Template("Pair", 2457775208713663, "pairs"),),
)
SEQUENCE = NoteType(
    way="sequence",
    name="quizgen sequence",
    id=1681775898725,
    fields=(
        Field("ID", 6994216089323651),
        Field("Stem", 7891697236146170),
        Field("Instructions", 7862655450791489),
        Field("Steps", 5870631449757325),
        Field("Answer", 1838254372555927),
        Field("Rationale", 763046429407427),
        Field("Evidence", 7379120542587330),
        Field("Brief", 2738185884697364),
        Field("Language", 4706140031086702),
        Field("Spare 1", 4498333782067876),
        Field("Spare 2", 1294431692641063),
    ),
    templates=(Template("Put in order", 961713994252161, "sequence"),),
)
ESSAY = NoteType(
    way="essay",
    name="quizgen essay",
    id=1526555495983,
    fields=(
        Field("ID", 1295039249839532),
        Field("Stem", 1578353469555421),
        Field("Instructions", 1183631186892796),
        Field("Model answer", 3977621619830418),
        Field("Rubric", 9001943483751239),
        Field("Rationale", 8644360459989937),
        Field("Evidence", 1685132447409321),
        Field("Brief", 1744407134198320),
        Field("Language", 6497558663373598),
        Field("Spare 1", 6888259068311164),
        Field("Spare 2", 851750022875064),
    ),
    templates=(Template("Argue", 8178075063659050, "essay"),),
)

ALL = (CHOICE, TYPED, TERM, CLOZE, PAIRS, SEQUENCE, ESSAY)
BY_WAY = {each.way: each for each in ALL}

SORTED_BY = 1
"""The second field is what the question is about; the first is the id, which no curator can leave empty or repeat."""

_SHUFFLE = "<!-- shuffle.js -->"
_ENCODED = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_STYLES = ("style.css", "rows.css", "answers.css", "screens.css")


@functools.cache
def model(note_type: NoteType) -> genanki.Model:
    """The note type as genanki writes it, with the style and the sides of its cards.

    genanki 0.13.1 gives no ids to fields and templates, but passes on what else it finds in them.
    """
    return genanki.Model(
        model_id=note_type.id,
        name=note_type.name,
        fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
        templates=[_sides(template) for template in note_type.templates],
        css=_style(),
        model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
        sort_field_index=SORTED_BY,
    )


def look(note_type: NoteType) -> Content:
    """The style and the sides of the cards, as what a release compares."""
    shown = [_style(), *(_sides(template) for template in note_type.templates)]
    return Content(note_type.way, mark(shown))


def mark(shown: object) -> str:
    """What is kept of something that students see, to tell whether it has changed."""
    return hashlib.sha256(_ENCODED(shown).encode()).hexdigest()[:16]


def _sides(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "id": template.id,
        "qfmt": _side(f"{template.file}.front.html"),
        "afmt": _side(f"{template.file}.back.html"),
    }


def _side(name: str) -> str:
    return _asset(name).replace(_SHUFFLE, f"<script>\n{_asset('shuffle.js')}</script>")


def _style() -> str:
    """One style for all note types; what holds for some screens alone comes last."""
    return "\n".join(map(_asset, _STYLES))


@functools.cache
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
