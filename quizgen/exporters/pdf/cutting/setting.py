"""Text set in the middle of a card, as large as fits, its lines of even length. Sizes and distances are in points."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.exporters.pdf.drawing import Drawing
from quizgen.exporters.pdf.setting import Line, lines, widest_word
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.tags import Tag
from quizgen.exporters.pdf.text import Text, said

CAPITAL = 0.66
"""How high a capital is, in sizes of the type: what the eye takes for the top of a line."""
_LEADING = 1.25
"""From line to line, in sizes of the type."""
_EVEN = 1.0
"""As near is the narrowest measure sought in which a text has no more lines than in the widest."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text with its lines broken to a measure of `width`; `whole_words` says that no word is wider than it."""

    text: Text
    style: Style
    width: float
    lines: tuple[Line, ...]
    whole_words: bool

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last line's baseline."""
        return (len(self.lines) - 1) * self.style.leading + self.style.size * CAPITAL

    @property
    def characters(self) -> int:
        """How many characters the text has."""
        return len(said(self.text))

    def draw(self, drawing: Drawing, middle: float, top: float, tag: Tag | None = None) -> None:
        """Draw the lines about `middle`, the first line's capitals reaching up to `top`."""
        baseline = top - self.style.size * CAPITAL
        drawing.text(middle - self.width / 2, baseline, self.lines, self.style, self.width, tag)


@functools.lru_cache(maxsize=4096)  # what stands at a card's edges stands at those of many
def at_size(text: Text, style: Style, size: float, width: float) -> Setting:
    """A text in a size, in as few lines as go, these of even length."""
    return _evened(_broken(text, style, size, width))


def lines_at_size(text: Text, style: Style, size: float, width: float) -> int:
    """How many lines a text takes in a size; none is evened, so that many texts can be tried."""
    return len(_broken(text, style, size, width).lines)


def largest(text: Text, style: Style, sizes: Iterable[float], width: float, room: float) -> Setting | None:
    """A text in the largest of the sizes, which fall, in which it fits the room; None where it fits in none."""
    for size in sizes:
        setting = _broken(text, style, size, width)
        if setting.whole_words and setting.height <= room:
            return _evened(setting)
    return None


def _broken(text: Text, style: Style, size: float, width: float) -> Setting:
    """A text in as few lines as go."""
    sized = replace(style, size=size, leading=size * _LEADING, align="centre")
    return Setting(text, sized, width, lines(text, sized, width), whole_words=widest_word(text, sized) <= width)


def _evened(setting: Setting) -> Setting:
    """The text in as many lines, in the narrowest measure that has no more: none comes out much shorter than others."""
    text, style, count = setting.text, setting.style, len(setting.lines)
    enough = max((line.width for line in setting.lines), default=0.0)
    short = min(widest_word(text, style), enough) if count > 1 else enough
    if len(lines(text, style, short)) <= count:
        enough = short
    while enough - short > _EVEN:
        middle = (short + enough) / 2
        if len(lines(text, style, middle)) <= count:
            enough = middle
        else:
            short = middle
    return replace(setting, width=enough, lines=lines(text, style, enough))
