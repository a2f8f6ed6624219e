"""Texts of course sites as prose fields: emphasis and line breaks stay, and what a text cannot hold is named.

In the place of a picture or a formula stands what `check` takes for unfinished: `[insert the image map.png]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from quizgen.importing.values import UnreadableError
from quizgen.markup import Span, marked

LONGEST = 60_000
"""The longest text that is read, in code points: three times what a field can hold, since markup is a part of it."""


@dataclass(slots=True)
class Texts:
    """The texts of one question, turned into ours one by one, with what of them is lost on the way."""

    lost: list[str] = field(default_factory=list)

    def prose(self, text: str, form: str = "html") -> str:
        """A prose field; `form` is how the text is written: `html`, `auto` (HTML with line ends), `markdown`, `plain`.

        Raises UnreadableError where it is longer than anything that a person writes.
        """
        if len(text) > LONGEST:
            raise UnreadableError(f"a text of {len(text):,} characters")
        if form == "plain":
            return marked(_spaced([Span(cleaned(text))]))
        if form == "markdown":
            return self._markdown(text)
        return marked(self._runs(text, form))

    def plain(self, text: str, form: str = "html") -> str:
        """A field without emphasis, on one line, such as an accepted answer."""
        if len(text) > LONGEST:
            raise UnreadableError(f"a text of {len(text):,} characters")
        runs = [Span(text)] if form in ("plain", "markdown") else self._runs(text, form)
        return " ".join(cleaned("".join(run.text for run in runs)).split())

    def _runs(self, text: str, form: str) -> list[Span]:
        if not re.search(r"[<&]", text):
            return _spaced([Span(cleaned(text), False, False)], keeps_lines=form == "auto")
        flattening = _Flattening(keeps_lines=form == "auto")
        flattening.feed(_without_comments(cleaned(text)))
        flattening.close()
        self.lost.extend(flattening.lost)
        return _spaced(flattening.runs, keeps_lines=True)

    def _markdown(self, text: str) -> str:
        """Markdown has our marks for emphasis; pictures are named, and links are written out."""

        def image(found: re.Match[str]) -> str:
            self.lost.append(f"the image {_name(found[2])}")
            return _wanted("image", found[1] or _name(found[2]))

        text = re.sub(r"!\[([^\]\n]{0,200})\]\(([^)\s]{0,500})[^)\n]{0,200}\)", image, cleaned(text))
        text = re.sub(r"\[([^\]\n]{1,200})\]\((https?://[^)\s]{1,500})\)", r"\1 (\2)", text)
        return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """The text without what no bank can hold: control characters, and line ends that are no Unix ones."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _CONTROL.sub("", _ENDS.sub("\n", text)).replace("\xa0", " "))


def _without_comments(text: str) -> str:
    """HTML without its comments, the parser being slow at many that do not end; one such holds all behind it."""
    pieces = []
    while "<!--" in text:
        before, _, text = text.partition("<!--")
        pieces.append(before)
        text = text.partition("-->")[2]
    return "".join([*pieces, text])


def _spaced(runs: list[Span], *, keeps_lines: bool = True) -> list[Span]:
    """The runs with one space where there are several, and without blank lines."""
    text = "".join(run.text for run in runs)
    kept: list[Span] = []
    last = "\n"  # nothing at the beginning
    for run in runs:
        letters: list[str] = []
        for piece in re.split(r"([ \t\n]+)", run.text):
            if piece and not piece.strip(" \t\n"):
                piece = "\n" if "\n" in piece and keeps_lines else " "
                if last == "\n" or (last == " " and piece == " "):
                    continue
                if last == " ":
                    _drop_last(letters, kept)
            if piece:
                letters.append(piece)
                last = piece[-1]
        if letters:
            kept.append(Span("".join(letters), run.emphasis, run.strong))
    while kept and not text.isspace() and kept[-1].text != (ends := kept[-1].text.rstrip(" \n")):
        kept[-1:] = [Span(ends, kept[-1].emphasis, kept[-1].strong)] if ends else []
    return kept


def _drop_last(letters: list[str], kept: list[Span]) -> None:
    """Take back a space that turned out to stand before the end of a line."""
    if letters:
        letters.pop()
    elif kept:
        kept[-1] = Span(kept[-1].text[:-1], kept[-1].emphasis, kept[-1].strong)


_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
        h6 header hr legend li main nav ol p pre section table tbody tfoot thead tr ul
        """,
    )
)
_EMPHASIS = frozenset(("em", "i", "u", "cite", "dfn", "var", "ins"))
_STRONG = frozenset(("strong", "b"))
_VOID = frozenset(("br", "hr", "img", "input", "source", "track", "wbr", "area", "col", "embed", "param"))
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript"))
_WANTED = {
    "img": "image", "audio": "sound", "video": "video", "iframe": "embedded page", "object": "object",
    "embed": "object", "svg": "drawing", "math": "formula", "canvas": "drawing", "applet": "object",
}  # fmt: skip
"""What a text cannot hold, by its tag."""

_RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_ORDINAL = re.compile(r"(?:st|nd|rd|th|[aoºª]|er|re|e)\.?", re.IGNORECASE)


class _Flattening(HTMLParser):
    """HTML on its way into runs of text."""

    def __init__(self, *, keeps_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.keeps_lines = keeps_lines
        self.runs: list[Span] = []
        self.lost: list[str] = []
        self.open: list[tuple[str, bool, bool]] = []
        self.hidden: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.numbers: list[int | None] = []
        self.moved: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self.hidden:
            if tag == self.hidden[-1] and tag not in _VOID:
                self.hidden.append(tag)
            return
        if tag in _WANTED:
            self.want(tag, attributes)
        elif tag in _UNSEEN:
            self.hidden.append(tag)
            if tag == "script":
                self.lost.append("a script")
        elif tag in _BLOCKS:
            self.begin(tag)
        elif tag in ("td", "th"):
            self.cell()
        elif tag == "a":
            self.links.append((attributes.get("href", ""), len(self.runs)))
        elif tag in ("sub", "sup"):
            self.moved.append(tag)
        self.style(tag, attributes)

    def style(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _VOID or tag in _WANTED:
            return
        said = attributes.get("style", "")
        emphasis = tag in _EMPHASIS or bool(re.search(r"font-style:\s*italic|text-decoration:\s*underline", said))
        strong = tag in _STRONG or bool(re.search(r"font-weight:\s*(?:bold|[6-9]00)", said))
        if emphasis or strong or tag in ("span", "font"):
            self.open.append((tag, emphasis, strong))

    def want(self, tag: str, attributes: dict[str, str]) -> None:
        """Say what is missing here, and go on behind it."""
        what = _WANTED[tag]
        source = attributes.get("src") or attributes.get("data") or attributes.get("href", "")
        formula = attributes.get("data-equation-content") if tag == "img" else None
        name = formula or attributes.get("alt") or attributes.get("title") or _name(source)
        what = "formula" if formula else what
        self.lost.append(f"the {what} {formula or _name(source)}".strip())
        self.say(_wanted(what, name))
        if tag not in _VOID:
            self.hidden.append(tag)

    def begin(self, tag: str) -> None:
        self.say("\n", line=True)
        if tag in ("ul", "ol"):
            self.numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            number = self.numbers[-1] if self.numbers else None
            if self.numbers and number is not None:
                self.numbers[-1] = number + 1
            self.say("• " if number is None else f"{number + 1}. ")

    def cell(self) -> None:
        """Part the cells of a row."""
        if self.runs and not self.runs[-1].text.endswith("\n"):
            self.say(" | ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.pop()
            return
        if tag in _BLOCKS:
            self.say("\n", line=True)
        if tag in ("ul", "ol") and self.numbers:
            self.numbers.pop()
        if tag == "a" and self.links:
            self.link(*self.links.pop())
        if tag in ("sub", "sup") and self.moved:
            self.moved.pop()
        places = [place for place, (name, _, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1]]

    def link(self, target: str, since: int) -> None:
        """Write out where a link leads, unless its text says so."""
        shown = "".join(run.text for run in self.runs[since:]).strip()
        if re.match(r"https?://|mailto:", target, re.IGNORECASE):
            bare = target.removeprefix("mailto:")
            if bare.rstrip("/") not in shown:
                self.say(f" ({bare})")
        elif target and not target.startswith("#"):
            self.lost.append(f"the link to {_name(target)}")

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        data = cleaned(data)  # again, since codes have been read
        if not self.keeps_lines:
            data = data.replace("\n", " ")
        if self.moved and data.strip():
            data = self.shifted(data)
        self.say(data)

    def shifted(self, data: str) -> str:
        table = _RAISED if self.moved[-1] == "sup" else _LOWERED
        written = "".join(table.get(sign, "") for sign in data.replace("\u2212", "-").strip())
        if len(written) == len(data.strip()):
            return written
        if not _ORDINAL.fullmatch(data.strip()):
            self.lost.append(f"that “{data.strip()}” is {'raised' if self.moved[-1] == 'sup' else 'lowered'}")
        return data

    def say(self, text: str, *, line: bool = False) -> None:
        emphasis = not line and any(emphasis for _, emphasis, _ in self.open)
        strong = not line and any(strong for _, _, strong in self.open)
        self.runs.append(Span(text, emphasis, strong))


def _name(source: str) -> str:
    """The name of a file in an address."""
    if source.startswith("data:"):
        return "in the page"
    return " ".join(unquote(source.split("?")[0].rstrip("/").rpartition("/")[2]).split())[:60]


def _wanted(what: str, name: str) -> str:
    """What stands in the place of something that a text cannot hold."""
    inside = re.sub(r"[\[\]<>\n*_\\]+", " ", name)[:40].strip()
    return f"[insert the {what}{f' {inside}' if inside else ''}]"


def lines(text: str) -> Iterator[str]:
    """The lines of a text that say something."""
    return (line for line in text.split("\n") if line.strip())
