"""Hostile texts in every text field of every shape: nothing runs, nothing breaks out, all of it shows as text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from quizgen.exporters.html.pages import readable
from quizgen.markup import plain
from quizgen.model import (
    Answer,
    Blank,
    Brief,
    Choices,
    Criterion,
    Essay,
    Evidence,
    Gaps,
    Left,
    Number,
    Option,
    Pairs,
    Question,
    Quiz,
    Sequence,
    Step,
    Words,
)  # fmt: skip
from tests.exporters.html.conftest import Heard, Open
from tests.quizzes import BRIEF, HERE, every_shape, question

TEXTS = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert&#40;1)</script>",
    "\"><img src=x onerror=alert(1)>", "'><img src=x onerror=alert(1)>", "` onmouseover=alert(1) x=`",
    "\" autofocus onfocus=alert(1) \"", "' style='position:fixed;inset:0", "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=https://evil.example/>", "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example/x.css>", "<form action=https://evil.example><button>go</button>",
    "</form></fieldset></details></main></body></html>", "<details open ontoggle=alert(1)>",
    "<template><b>x</template>",
    "<textarea>", "</textarea><img src=x>", "</title><img src=x>", "</option></select><img src=x>",
    "<!-- ", "--> <!--", "<![CDATA[x]]>", "<?php echo 1 ?>", "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;", "&#0;&nbsp",
    "{{ 7*7 }}", "{% raw %}{% endraw %}", "${alert(1)} {points} {0} %s %(x)s $& $1 $`", "\\u003cscript\\u003e \\x3c",
    "null \x00 bell \x07 escape \x1b[31m", "half \ud83d other half \udc00", "not text \ufffe \uffff \ufdd0 \x85",
    "\u202eover \u202dridden \u2066isolated", "\u2028line \u2029paragraph", "\ufeff\u200b\u200d zero widths",
    "W" * 400, "e" + "\u0301" * 60, "\U0001f469\u200d\U0001f680 \U00020000", "a\rb \r c",
)  # fmt: skip
KINDS = ("choice", "select", "words", "number", "gaps", "match", "sort", "sequence", "essay")
ANSWER_ALL = """() => [...document.querySelectorAll("form.question")].forEach((form) => {
  form.querySelector(".options input")?.click();
  for (const field of fields(form).filter((field) => !field.type.match(/radio|checkbox/))) {
    field.value = form.dataset.shape === "number" ? "3" : document.title;
  }
  for (const select of form.querySelectorAll("select")) select.selectedIndex = 1;
  for (let tries = 0; tries < 2; tries++) form.requestSubmit();
  for (const fold of form.querySelectorAll("details")) fold.open = true;
})"""
FOREIGN = (
    "img, svg, iframe, object, embed, base, main script, main style, main link, main meta, main form form, template"
)


def answers(text: str) -> dict[str, Answer]:
    """An answer of every shape with the text in every field; a number keeps entries of one item apart."""
    options = tuple(Option(f"{text} {n}", n == 0, HERE, f"why {text}") for n in range(3))
    lefts = tuple(Left(f"{text} left {n}", n % 2, HERE, f"why {text}") for n in range(3))
    rights = (f"{text} right 0", f"{text} right 1", f"{text} right 2")
    return {
        "choice": Choices(options),
        "select": Choices(options, multiple=True),
        "words": Words((text, f"{text} too")),
        "number": Number(Decimal(3), "3", text, Decimal(0), text),
        "gaps": Gaps((f"{text} before ", Blank((text, f"{text} too"), hint=text), f" after {text}")),
        "match": Pairs(lefts[:2], rights),
        "sort": Pairs(lefts, rights[:2], headings=True),
        "sequence": Sequence(tuple(Step(f"{text} {n}", HERE) for n in range(3)), (1, 2, 0)),
        "essay": Essay(text, (Criterion(text, 2), Criterion(f"{text} too", 1)), 3),
    }


def brief(number: int, text: str) -> Brief:
    passage = replace(BRIEF.passages[0], text=f"{text} around {text}")
    url = f"https://example.org/{text}"
    return replace(
        BRIEF, id=f"b{number}", title=text, authors=(text, f"X {text}"), publisher=text, passages=(passage,), url=url
    )


def asked(number: int, text: str, kind: str, answer: Answer) -> Question:
    evidence = (Evidence(f"b{number}", "p1", "around", HERE, HERE),)
    return replace(
        question("why-a-fund"), id=f"{kind}-{number}", answer=answer, stem=text, rationale=f"because {text}",
        evidence=evidence, tags=(text,),
    )  # fmt: skip


def hostile(*texts: str) -> Quiz:
    """A quiz with each text in each field of each shape."""
    questions = tuple(
        asked(number, text, kind, answer) for number, text in enumerate(texts) for kind, answer in answers(text).items()
    )
    title = " ".join(texts)
    briefs = tuple(brief(number, text) for number, text in enumerate(texts))
    return replace(every_shape(), title=title, course_title=title, questions=questions, briefs=briefs)


def as_shown(text: str) -> str:
    return " ".join(plain(str(readable(text))).split())


def shown(page: Page, selector: str) -> str:
    return " ".join((page.locator(selector).first.text_content() or "").split())


@pytest.fixture(scope="module")
def texts() -> tuple[str, ...]:
    assert len(set(TEXTS)) >= 40
    assert set(answers("x")) == set(KINDS)
    return TEXTS


def test_everything_shows_as_text(texts: tuple[str, ...], opened: Open, heard: Heard) -> None:
    page = opened(hostile(*texts))
    page.wait_for_selector(f"#questions > :nth-child({len(texts) * len(KINDS)})", state="attached", timeout=30_000)
    page.evaluate(ANSWER_ALL)
    assert page.locator("form.checked").count() == len(texts) * len(KINDS)
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("[style], [onerror], [onload], [onclick], [onfocus], [onmouseover]").count() == 0
    everything = "() => [...document.querySelectorAll('form.question')].map(f => [f.id, f.textContent])"
    said = {id.removeprefix("item-"): " ".join(text.split()) for id, text in page.evaluate(everything)}
    for number, text in enumerate(texts):
        for kind in KINDS:
            # the stem, the rationale, what is cited at the least
            assert said[f"{kind}-{number}"].count(as_shown(text)) >= 3, (kind, text)
    assert page.evaluate("document.title").startswith(as_shown(" ".join(texts))[:200])
    links = page.evaluate("[...document.links].map(link => link.protocol)")
    assert set(links) <= {"https:", "file:"}
    assert [url for url in heard.requests if not url.startswith(("file:", "data:,"))] == []


@pytest.mark.parametrize("width", [320, 900])
def test_nothing_pushes_the_page_wide(width: int, opened: Open) -> None:
    wide = [text for text in TEXTS if max(map(len, text.split())) > 20] + ["W" * 2000]
    assert len(wide) > 10
    page = opened(hostile(*wide), width=width)
    page.wait_for_selector(f"#questions > :nth-child({len(wide) * len(KINDS)})", state="attached", timeout=30_000)
    for state in ("open", "answered"):
        if state == "answered":
            page.evaluate(ANSWER_ALL)
        wider = """width => [...document.querySelectorAll('form.question, form.question *')].filter(node => {
            const box = node.getBoundingClientRect();
            return box.width && box.right > width && !node.closest('.unseen, option, select');
          }).map(node => node.closest('form').id + ' ' + node.outerHTML.slice(0, 80))"""
        assert page.evaluate(wider, width) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_direction_marks_stay_in_their_own_field(opened: Open) -> None:
    """Whatever a text does to direction ends with the element that it stands in."""
    page = opened(hostile("\u202eover \u202dridden \u2066isolated"))
    page.evaluate(ANSWER_ALL)
    turning = """() => [...document.querySelectorAll('main *, header *')].filter(node => [...node.childNodes].some(
      child => child.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(child.data)))"""
    assert page.evaluate(f"({turning})().length") > 40
    assert page.evaluate(f"({turning})().filter(n => getComputedStyle(n).unicodeBidi !== 'isolate').length") == 0


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_index_shows_it_too(text: str, page_in_memory: Page) -> None:
    from quizgen.exporters.html.pages import index_page

    quiz = replace(hostile(text), title=text, course_title=text)
    page_in_memory.goto("about:blank")
    page_in_memory.set_content(index_page([quiz]).decode())
    assert shown(page_in_memory, "h1") == as_shown(text)
    assert shown(page_in_memory, ".listing li a") == as_shown(text)
    assert page_in_memory.locator("img, svg, script:not(head > *), iframe, main style").count() == 0


def test_what_is_no_text_is_replaced_and_all_else_stays() -> None:
    assert readable("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"
    assert readable("a\tb\nc ñ — “” \U0001f600 \u202e") == "a\tb\nc ñ — “” \U0001f600 \u202e"
    assert readable(3) == 3
    assert len([text for text in TEXTS if readable(text) != text]) >= 4
    assert re.search(r"\w", "".join(TEXTS))
