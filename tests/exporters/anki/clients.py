"""Clients of Anki as a card meets them: their classes, what they style themselves, and the box for typed answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.exporters.anki.rendering import Rendered

Side = Literal["front", "back"]
Mode = Literal["light", "night"]
Typing = Literal["right", "wrong", "nothing"]


@dataclass(frozen=True)
class Client:
    """`root` and `night` are classes of the page and of its body, `own` is the client's style, before the card's."""

    name: str
    root: str
    night: str
    own: str
    box: str


# Anki for desktop gives the body a margin, and at night a ground by a stronger selector than `.card`.
_DESKTOP = """
body { margin: 20px; overflow-wrap: break-word } hr { margin: 1em } li { text-align: start }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc }
#typeans { width: 100%; box-sizing: border-box } code#typeans { white-space: pre-wrap }
.typeGood { background: #afa; color: black } .typeBad { background: #faa; color: black }
.typeMissed { background: #ccc; color: black }
"""
_ANDROID = """
body { margin: 0 0 30px } #content { margin: 0.5em } #typeans { width: 100% }
body.night_mode { background-color: black; color: white } body.ankidroid_dark_mode { background-color: #303030 }
.typeGood { background-color: #0f0 } .typeBad { background-color: #f00 } .typeMissed { background-color: #ccc }
.night_mode .typeGood { background-color: #508040 } .night_mode .typeBad { background-color: #905050 }
.night_mode input#typeans { color: white; background-color: black }
"""
_INPUT = """<center>
<input type="text" id="typeans" style="font-family: 'Liberation Sans'; font-size: 20px;">
</center>"""

DESKTOP = Client("desktop", "", "nightMode", _DESKTOP, "qa")
IPHONE = Client("iphone", "mobile iphone", "nightMode night_mode", "body { margin: 0 }", "qa")
ANDROID = Client("android", "mobile android linux js", "night_mode ankidroid_dark_mode", _ANDROID, "content")
ALL = (DESKTOP, IPHONE, ANDROID)


def page(card: Rendered, side: Side, client: Client = DESKTOP, mode: Mode = "light", typing: Typing = "nothing") -> str:
    """A side of a card as the page that a client shows."""
    body = card.front if side == "front" else card.back
    compared = f"<div style=\"font-family: 'Arial'; font-size: 20px\">{card.compared[typing]}</div>"
    shown = _INPUT if side == "front" else compared
    night = client.night if mode == "night" else ""
    return (
        f'<!doctype html><html class="{client.root}"><head><meta name="viewport" content="width=device-width">'
        f'<style>{client.own}</style></head><body class="card card{card.order + 1} {night}">'
        f'<div id="{client.box}"><style>{card.style}</style>{body.replace("[[type:Typed]]", shown)}</div></body></html>'
    )


@dataclass
class Screen:
    """A page that shows sides of cards, at noon of a day or at a given hour; what went wrong on it is kept."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def show(
        self, card: Rendered, side: Side, *, time: str = "2026-03-02T12:00", width: int = 800,
        client: Client = DESKTOP, mode: Mode = "light", typing: Typing = "nothing",
    ) -> Any:  # fmt: skip
        """Open a side as a client does that loads its page anew for each, and return the page."""
        self.page.set_viewport_size({"width": width, "height": 600})
        self.page.clock.set_fixed_time(f"{time}:00-05:00")
        self.page.set_content(page(card, side, client, mode, typing))
        return self.page
