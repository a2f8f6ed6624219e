"""The pages keep to themselves: nothing runs, loads or claims to be a quotation that may not."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from decimal import Decimal

from quizgen import wording
from quizgen.model import Answer, Choices, Criterion, Essay, Number, Option, Quiz, Words
from quizgen.presenting import citation
from tests.exporters.html.answering import check, item
from tests.exporters.html.conftest import Heard, Open, page_of
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, every_shape, question

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}{% raw %}&lt;--<!--"


def test_the_policy_names_the_very_script_and_style_that_the_page_has() -> None:
    page = page_of(every_shape())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for element, rule in (("script", "script-src"), ("style", "style-src")):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert page.index("Content-Security-Policy") < page.index("<title>") < page.index("<style>")
    assert not re.search(r"\s(style|on[a-z]+)=", page.split("<body>")[1])


def test_a_page_asks_for_nothing_but_itself(opened: Open, heard: Heard) -> None:
    page = opened()
    assert page.locator("form.question").count() == len(ANSWERS)
    assert [url for url in heard.requests if not url.startswith("data:")] == [page.url]


def test_what_a_curator_writes_is_shown_and_never_run(opened: Open) -> None:
    quiz = evil_quiz()
    page = opened(quiz)
    assert page.locator("h1").text_content() == EVIL
    assert page.locator(".stem").all_text_contents() == [EVIL] * 4
    item(page, "evil-0").locator(".options input").first.check()
    item(page, "evil-1").locator("input").fill(EVIL)
    item(page, "evil-2").locator("input").fill("3")
    for number in range(4):
        check(item(page, f"evil-{number}"))
    assert item(page, "evil-1").locator(".verdict .grade").text_content() == "✓ Right"
    assert page.locator(".quote").all_text_contents() == [EVIL] * 4
    assert page.locator("img, svg, iframe").count() == 0
    index = opened(quiz, name="index")
    assert index.locator("h1").text_content() == EVIL
    assert index.locator("img, script:not(head > *)").count() == 0


def evil_quiz() -> Quiz:
    brief = replace(
        BRIEF,
        title=EVIL,
        passages=(replace(BRIEF.passages[0], text=EVIL),),
        url='https://x.org/"><img src=y>',
    )
    answers: tuple[Answer, ...] = (
        Choices(tuple(Option(f"{EVIL} {n}", n == 0, HERE, EVIL) for n in range(4))),
        Words((EVIL,)),
        Number(Decimal(3), "3", EVIL),
        Essay(EVIL, (Criterion(EVIL, 2), Criterion(EVIL, 1)), 3),
    )
    asked = question("why-a-fund")
    evidence = tuple(replace(evidence, quote=EVIL) for evidence in asked.evidence)
    asked = replace(asked, stem=EVIL, rationale=EVIL, evidence=evidence)
    questions = tuple(replace(asked, id=f"evil-{n}", answer=answer) for n, answer in enumerate(answers))
    return replace(every_shape(), title=EVIL, course_title=EVIL, questions=questions, briefs=(brief,))


def test_restated_evidence_is_no_quotation() -> None:
    page = page_of(every_shape())
    assert page.count(QUOTE) == 1  # in its passage, to which items point
    assert "<blockquote" not in page
    assert not re.search(r"<q[ >]", page)
    assert 'class="quoted"' not in page
    in_full = replace(every_shape(), briefs=(replace(BRIEF, restated=False),))
    (source,) = citation.sources(question("why-a-fund"), in_full, wording.EN)
    assert source.text != QUOTE
    assert page_of(in_full).count('<div id="b1p1" class="quoted">') == 1


def test_many_briefs_are_folded_so_that_the_first_question_is_near(opened: Open) -> None:
    for count, folded in [(3, False), (4, True)]:
        briefs = (BRIEF, *(replace(BRIEF, id=f"brief-{n}", title=f"Another {n}") for n in range(1, count)))
        page = opened(replace(every_shape(), briefs=briefs))
        assert page.locator("header p.brief").count() == count
        assert page.locator("header p.brief").last.is_visible() is not folded
    page.locator("header summary").click()
    assert page.locator("header p.brief").last.is_visible()
