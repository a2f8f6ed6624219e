"""The self-tests, opened in a real browser: asked, answered, marked, and kept to themselves."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from quizgen import citation, wording
from quizgen.exporters import by_name, html
from quizgen.findings import Remark
from quizgen.markup import plain
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Option, Pairs, Quiz, Words
from quizgen.model import Sequence as Steps
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, SETTINGS, every_shape, question

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}{% raw %}&lt;--<!--"
EN = wording.EN
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

Open = Callable[..., Page]


@dataclasses.dataclass
class Heard:
    """What a page did besides showing itself."""

    requests: list[str] = dataclasses.field(default_factory=list)
    complaints: list[str] = dataclasses.field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed, and CI must test the pages in it")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def opened(browser: Browser, heard: Heard, tmp_path: Path) -> Iterator[Open]:
    """Opens the self-test of a quiz from disk, without a network, and sees to it that nothing was asked of one."""
    contexts = []

    def open_page(quiz: Quiz | None = None, name: str | None = None, width: int = 900, **options: Any) -> Page:
        quiz = quiz or every_shape()
        for output in html.export([quiz], SETTINGS):
            path = tmp_path / output.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
        context = browser.new_context(
            offline=True, viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(3000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: heard.requests.append(request.url))
        page.on("console", lambda message: heard.complaints.append(message.text))
        page.on("pageerror", lambda error: heard.complaints.append(str(error)))
        page.on("dialog", lambda dialog: heard.complaints.append(dialog.message))
        page.goto((tmp_path / "students/html" / f"{name or quiz.id}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard.complaints == []
    assert heard.requests
    assert all(url.startswith((tmp_path.as_uri(), "data:,")) for url in heard.requests), heard.requests


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page of every shape, for tests that begin again on it or call its functions."""
    path = tmp_path_factory.mktemp("page") / "storms.html"
    path.write_text(page_of(every_shape()), encoding="utf-8")
    context = browser.new_context(offline=True, reduced_motion="reduce")
    context.set_default_timeout(3000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert complaints == []


def page_of(quiz: Quiz) -> str:
    return next(output.data.decode() for output in html.export([quiz], SETTINGS) if output.quiz == quiz.id)


def item(page: Page, id: str) -> Locator:
    return page.locator(f"#item-{id}")


def answer(page: Page, id: str, *, rightly: bool) -> None:
    """Answers an item of `every_shape` and has it checked."""
    form = item(page, id)
    match ANSWERS[id][2]:
        case Choices(options=options):
            for index, option in enumerate(options):
                if option.correct is rightly:
                    form.locator(f".ask input[value='{index}']").check()
        case Words(accepted=accepted):
            form.locator("input").fill(accepted[-1].upper() if rightly else "the mayor")
        case Number(text=text):
            form.locator("input").fill(text if rightly else "999")
        case Gaps(blanks=blanks):
            for index, blank in enumerate(blanks):
                form.locator(".blank input").nth(index).fill(blank.accepted[0] if rightly else "nobody")
        case Pairs(lefts=lefts, rights=rights):
            for index, left in enumerate(lefts):
                chosen = left.right if rightly else (left.right + 1) % len(rights)
                form.locator(f"[data-entry='{index}'] select").select_option(str(chosen))
        case Steps(steps=steps):
            order(form, list(range(len(steps))) if rightly else [*range(1, len(steps)), 0])
        case Essay():
            form.locator("textarea").fill("Ibarra argues that …")
            check(form)
            for box in form.locator(".rubric input").all() if rightly else []:
                box.check()
            return
    check(form)


def order(form: Locator, wanted: list[int]) -> None:
    for step in wanted:  # each goes to the end in turn
        down = form.locator(f"[data-step='{step}'] [data-move='down']")
        while down.get_attribute("aria-disabled") == "false":
            down.click()


def check(form: Locator) -> None:
    form.locator("button[type=submit]").click()


def score(page: Page) -> str | None:
    return page.locator("#status .score").text_content()


# The file


def test_the_module_is_an_exporter() -> None:
    assert by_name(html.NAME) is html  # type: ignore[comparison-overlap]  # a module that fills a protocol


def test_a_file_a_study_quiz_and_one_that_lists_them() -> None:
    exam = dataclasses.replace(every_shape(), id="midterm", audience="exam")
    outputs = list(html.export([every_shape(), exam], SETTINGS))
    assert [(output.name, output.quiz) for output in outputs] == [
        ("students/html/storms.html", "storms"),
        ("students/html/index.html", None),
    ]
    assert b"midterm" not in outputs[1].data
    part = dataclasses.replace(SETTINGS, whole=False)
    assert [output.quiz for output in html.export([every_shape(), exam], part)] == ["storms"]
    assert list(html.export([exam], SETTINGS)) == []


def test_only_the_name_of_the_index_is_beyond_the_format() -> None:
    assert list(html.limits([every_shape()])) == []
    index = dataclasses.replace(every_shape(), id="index")
    remarks: list[Remark] = list(html.limits([index]))
    assert [(remark.where, remark.item) for remark in remarks] == [(HERE, "why-a-fund")]
    assert list(html.limits([dataclasses.replace(index, audience="exam")])) == []


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
    assert not re.search(r"\s(style|on[a-z]+)=", page.split("<body>")[1].split("<script")[0])


def test_the_same_quiz_gives_the_same_bytes_everywhere() -> None:
    code = (
        "import hashlib; from tests.quizzes import *; from quizgen.exporters import html\n"
        "files = list(html.export([every_shape()], SETTINGS)); assert len(files) == 2\n"
        "print([hashlib.sha256(file.data).hexdigest() for file in files])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for zone, seed in (("UTC", "0"), ("Pacific/Kiritimati", "4242"))
    }
    assert len(said) == 1


def test_restated_evidence_is_no_quotation() -> None:
    page = page_of(every_shape())
    assert page.count(f'<p class="quote">{QUOTE}</p>') == len(ANSWERS)
    assert "<blockquote" not in page
    assert not re.search(r"<q[ >]", page)
    full = dataclasses.replace(BRIEF, restated=False)
    quoted = page_of(dataclasses.replace(every_shape(), briefs=(full,)))
    source = citation.sources(question("why-a-fund"), dataclasses.replace(every_shape(), briefs=(full,)), EN)[0]
    assert source.text != QUOTE
    assert quoted.count(f'<p class="quote">{source.text}</p>') == len(ANSWERS)


def test_evidence_in_another_language_says_so() -> None:
    assert 'class="quote" lang="en"' in page_of(every_shape(language="es"))
    assert 'class="quote" lang' not in page_of(every_shape())


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/storms?a=1&amp;b=2"' in page_of(every_shape())
    brief = dataclasses.replace(BRIEF, url="javascript:alert(1)")
    page = page_of(dataclasses.replace(every_shape(), briefs=(brief,)))
    assert "javascript:" not in page
    assert "Restated from paragraph 1" in page


def test_the_key_does_not_stand_where_the_curator_wrote_it() -> None:
    """Without a script, options stand by the alphabet; pinned ones as they were written."""
    form = page_of(every_shape()).split('id="item-why-a-fund"')[1].split("</ul>")[0]
    assert re.findall(r'value="(\d)"', form) == ["3", "0", "1", "2"]
    pinned = page_of(every_shape()).split('id="item-years-of-storms"')[1].split("</ul>")[0]
    assert re.findall(r'value="(\d)"', pinned) == ["0", "1", "2"]


# The page


def test_a_page_asks_for_nothing_but_itself(opened: Open, heard: Heard) -> None:
    page = opened()
    assert page.locator("form.question").count() == len(ANSWERS)
    assert [url for url in heard.requests if not url.startswith("data:")] == [page.url]


@pytest.mark.parametrize("id", ANSWERS)
def test_every_shape_is_asked_and_marked(id: str, page: Page) -> None:
    points = question(id).points
    page.locator("#again").click()
    answer(page, id, rightly=True)
    verdict = item(page, id).locator(".verdict")
    total = "3 of 3 points" if points == 3 else "1 of 1 point"
    assert verdict.locator(".score").text_content() == total
    if id != "argue-for-it":
        assert verdict.locator(".grade").text_content() == f"✓ {EN.right}"
        assert verdict.evaluate("node => node === document.activeElement")
    assert item(page, id).locator(".rationale").is_visible()
    assert item(page, id).locator(".quote").text_content() == QUOTE
    item(page, id).locator(".passage summary").click()
    assert item(page, id).locator(".passage p").text_content() == BRIEF.passages[0].text

    page.locator("#again").click()
    assert item(page, id).locator(".solved").is_hidden()
    answer(page, id, rightly=False)
    assert verdict.locator(".score").text_content() == total.replace(str(int(points)), "0", 1)
    if id != "argue-for-it":
        assert verdict.locator(".grade").text_content() == f"✗ {EN.wrong}"


def test_the_reason_for_the_chosen_option_comes_first(opened: Open) -> None:
    page = opened()
    form = item(page, "why-a-fund")
    form.locator(".ask input[value='2']").check()
    check(form)
    assert form.locator(".ask .option", has=page.locator("input:checked")).locator(".mark").text_content() == (
        f"✗ {EN.your_answer}"
    )
    assert form.locator(".ask .option", has=page.locator("input[value='0']")).locator(".mark").text_content() == (
        f"✓ {EN.answer}"
    )
    reasons = form.locator(".whys .why").all_text_contents()
    assert reasons[0] == "The ferry is never for sale."
    assert sorted(reasons[1:]) == ["Taxes are not what the fund is for.", "The fund repairs; it builds nothing new."]


def test_an_answer_that_was_checked_stays_readable_and_does_not_change(opened: Open) -> None:
    page = opened()
    answer(page, "fund-is-loan", rightly=True)
    item(page, "fund-is-loan").locator("label").first.click(force=True)
    chosen = item(page, "fund-is-loan").locator(".ask input:checked")
    assert chosen.get_attribute("value") == "1"
    assert chosen.evaluate("node => !node.disabled")
    answer(page, "who-governs", rightly=True)
    assert item(page, "who-governs").locator("input").evaluate("node => node.readOnly && !node.disabled")
    answer(page, "who-said-what", rightly=True)
    assert item(page, "who-said-what").locator(".given").count() == 2


def test_nothing_is_marked_before_there_is_an_answer(opened: Open) -> None:
    page = opened()
    refusing = [id for id in ANSWERS if id not in ("order-of-work", "argue-for-it")]
    assert len(refusing) == 10
    for id in refusing:
        check(item(page, id))
        notice = EN.figure_first if id == "share-saved" else EN.answer_first
        assert item(page, id).locator(".notice").text_content() == notice
        assert item(page, id).locator(".solved").is_hidden()
    item(page, "share-saved").locator("input").fill("a lot")
    check(item(page, "share-saved"))
    assert item(page, "share-saved").locator(".notice").text_content() == EN.figure_first
    assert score(page) == ""


def test_the_score_adds_up_and_missed_ones_come_again(opened: Open) -> None:
    page = opened()
    missed = ["years-of-storms", "order-of-work"]
    for number, id in enumerate(ANSWERS, 1):
        answer(page, id, rightly=id not in missed)
        assert page.locator("#status .answered").text_content() == f"{number} of 12 answered"
    assert score(page) == "12 of 14 points"
    assert page.locator("#result .score").text_content() == "12 of 14 points"
    page.locator("#again-missed").click()
    ids = [form.get_attribute("data-item") for form in page.locator("form.question").all()]
    assert sorted(filter(None, ids)) == sorted(missed)
    assert page.locator(".place").first.text_content() == "Question 1 of 2"
    for id in missed:
        answer(page, id, rightly=True)
    assert score(page) == "2 of 2 points"
    assert page.locator(".flawless").is_visible()
    assert page.locator("#again-missed").is_hidden()
    page.locator("#again").click()
    assert page.locator("form.question").count() == len(ANSWERS)
    assert score(page) == ""


def test_parts_earn_their_share_where_the_item_is_scored_so(opened: Open) -> None:
    quiz = every_shape()
    each = tuple(dataclasses.replace(question, scoring="each", points=2.0) for question in quiz.questions)
    page = opened(dataclasses.replace(quiz, questions=each))
    form = item(page, "gaps-in-text")
    form.locator(".blank input").first.fill("1999")
    check(form)
    assert form.locator(".verdict").text_content() == f"◐ {EN.partly_right} 1 of 2 points"
    assert form.locator(".blank .mark").all_text_contents() == ["✓ Right", "✗ The answer is: council"]
    picks = item(page, "what-it-pays")
    for box in picks.locator(".ask input").all():  # a stray tick takes back a right one
        box.check()
    check(picks)
    assert picks.locator(".verdict .score").text_content() == "1 of 2 points"
    steps = item(page, "order-of-work")
    order(steps, [0, 2, 1])
    check(steps)
    assert steps.locator(".verdict .score").text_content() == "0.67 of 2 points"
    pairs = item(page, "before-or-after")
    pairs.locator("[data-entry='0'] select").select_option("0")
    check(pairs)
    assert pairs.locator(".verdict .score").text_content() == "0.67 of 2 points"
    assert score(page) == "3.33 of 8 points"


def test_half_right_earns_nothing_where_it_is_all_or_nothing(page: Page) -> None:
    page.locator("#again").click()
    form = item(page, "gaps-in-text")
    form.locator(".blank input").first.fill("1999")
    check(form)
    assert form.locator(".verdict").text_content() == f"✗ {EN.wrong} 0 of 1 point"
    assert form.locator(".blank .mark").first.text_content() == f"✓ {EN.right}"


def test_an_essay_is_marked_by_its_writer(opened: Open) -> None:
    page = opened()
    form = item(page, "argue-for-it")
    check(form)
    assert form.locator(".verdict .score").text_content() == "0 of 3 points"
    form.locator(".rubric input").first.check()
    assert form.locator(".verdict .score").text_content() == "2 of 3 points"
    assert score(page) == "2 of 3 points"
    form.locator(".rubric input").first.uncheck()
    assert score(page) == "0 of 3 points"


def test_what_is_shuffled_is_shuffled_and_what_is_pinned_is_not(opened: Open) -> None:
    page = opened()
    places, options = set(), set()
    for _ in range(12):
        page.locator("#again").click()
        places.add(page.locator("form.question").evaluate_all("forms => forms.map(f => f.dataset.item).join()"))
        options.add(values(page, "#item-why-a-fund .ask input"))
        assert values(page, "#item-years-of-storms .ask input") == "0,1,2"
        assert values(page, "#item-before-or-after [data-entry='0'] option") == ",0,1"
        steps = page.locator("#item-order-of-work [data-step]").evaluate_all("s => s.map(e => e.dataset.step).join()")
        assert steps != "0,1,2"
    assert len(places) > 6
    assert len(options) > 3


def values(page: Page, selector: str) -> str:
    return str(page.locator(selector).evaluate_all("nodes => nodes.map(node => node.value).join()"))


def test_a_choice_needs_no_mouse(opened: Open) -> None:
    page = opened(dataclasses.replace(every_shape(), questions=(question("years-of-storms"), question("fund-is-loan"))))
    first = page.locator("form.question").first.get_attribute("data-item")
    second = page.locator("form.question").last.get_attribute("data-item")
    page.locator("a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # from the first option to the second, the key of both
    page.keyboard.press("Enter")
    verdict = page.locator(f"#item-{first} .verdict")
    assert verdict.locator(".grade").text_content() == "✓ Right"
    assert verdict.evaluate("node => node === document.activeElement")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator(f"#item-{first} .next").evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert page.locator(f"#item-{second} .place").evaluate("node => node === document.activeElement")


@pytest.mark.parametrize(("way", "end"), [("up", 0), ("down", 2)])
def test_steps_are_put_in_order_without_a_mouse(way: str, end: int, page: Page) -> None:
    page.locator("#again").click()
    steps = page.locator("#item-order-of-work [data-step]")
    moved = steps.nth(2 - end).get_attribute("data-step")
    button = page.locator(f"#item-order-of-work [data-step='{moved}'] [data-move='{way}']")
    button.focus()
    for _ in range(3):  # once more than needed: the button keeps the focus where it can do no more
        page.keyboard.press("Enter")
    assert steps.nth(end).get_attribute("data-step") == moved
    assert button.evaluate("node => node === document.activeElement")
    assert button.get_attribute("aria-disabled") == "true"
    assert (page.locator("#announce").text_content() or "").startswith(f"{end + 1}. ")


def test_enter_in_a_blank_goes_to_the_one_that_is_empty(opened: Open) -> None:
    page = opened()
    blanks = item(page, "gaps-in-text").locator(".blank input")
    blanks.first.fill("1999")
    page.keyboard.press("Enter")
    assert blanks.last.evaluate("node => node === document.activeElement")
    page.keyboard.type("Council")
    page.keyboard.press("Enter")
    assert item(page, "gaps-in-text").locator(".verdict .grade").text_content() == "✓ Right"


def evil_quiz() -> Quiz:
    quiz = every_shape()
    brief = dataclasses.replace(
        BRIEF,
        title=EVIL,
        passages=(dataclasses.replace(BRIEF.passages[0], text=EVIL),),
        url='https://x.org/"><img src=y>',
    )
    options = Choices(tuple(dataclasses.replace(o, text=f"{EVIL} {n}", why=EVIL) for n, o in enumerate(_options())))
    evidence = tuple(dataclasses.replace(evidence, quote=EVIL) for evidence in question("why-a-fund").evidence)
    answers: tuple[Answer, ...] = (
        options,
        Words((EVIL,)),
        Number(Decimal(3), "3", EVIL),
        Essay(EVIL, question_rubric(), 3),
    )
    questions = tuple(
        dataclasses.replace(
            question("why-a-fund"), id=f"evil-{n}", stem=EVIL, rationale=EVIL, answer=a, evidence=evidence
        )
        for n, a in enumerate(answers)
    )
    return dataclasses.replace(quiz, title=EVIL, course_title=EVIL, questions=questions, briefs=(brief,))


def _options() -> tuple[Option, ...]:
    choices = ANSWERS["why-a-fund"][2]
    assert isinstance(choices, Choices)
    return choices.options


def question_rubric() -> Any:
    essay = ANSWERS["argue-for-it"][2]
    assert isinstance(essay, Essay)
    return tuple(dataclasses.replace(criterion, text=EVIL) for criterion in essay.rubric)


def test_what_a_curator_writes_is_shown_and_never_run(opened: Open) -> None:
    page = opened(evil_quiz())
    assert page.locator("h1").text_content() == EVIL
    assert page.locator(".stem").all_text_contents() == [EVIL] * 4
    item(page, "evil-0").locator(".ask input").first.check()
    item(page, "evil-1").locator("input").fill(EVIL)
    item(page, "evil-2").locator("input").fill("3")
    for number in range(4):
        check(item(page, f"evil-{number}"))
    assert item(page, "evil-1").locator(".verdict .grade").text_content() == "✓ Right"
    assert page.locator(".quote").all_text_contents() == [EVIL] * 4
    assert page.locator("img, svg, iframe").count() == 0
    index = opened(evil_quiz(), name="index")
    assert index.locator("h1").text_content() == EVIL
    assert index.locator("img, script").count() == 0


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_scrolls_sideways_on_a_small_screen(language: str, opened: Open) -> None:
    long = dataclasses.replace(question("why-a-fund"), id="long", stem="Bundesverfassungsgericht" * 4)
    quiz = every_shape(language=language)
    page = opened(dataclasses.replace(quiz, questions=(*quiz.questions, long)), width=320)
    widths = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    assert page.evaluate(widths) == [320, 320]
    for id in ANSWERS:
        answer(page, id, rightly=False)
    assert page.evaluate(widths) == [320, 320]
    assert opened(quiz, name="index", width=320).evaluate(widths) == [320, 320]


def test_targets_are_large_enough_for_a_thumb(opened: Open) -> None:
    page = opened(width=360)
    targets = page.locator("button:visible, select:visible, label:has(input):visible, input[type=text]:visible").all()
    boxes = [box for target in targets if (box := target.bounding_box())]
    assert len(boxes) > 20
    assert [box for box in boxes if box["width"] < 44 or box["height"] < 44] == []


def test_the_page_reads_well_without_a_script(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    stems = [plain(stem) for _, stem, _ in ANSWERS.values() if stem]
    assert page.locator(".stem:visible").all_text_contents() == stems
    assert page.locator("noscript p").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.locator(".rationale:visible").count() == 0
    page.locator("details.solved > summary").first.click()
    assert page.locator(".rationale:visible").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_paper_carries_the_questions_and_no_controls_of_the_page(script: bool, opened: Open) -> None:
    page = opened(java_script_enabled=script)
    page.emulate_media(media="print")
    assert page.locator(".stem:visible").count() == len(ANSWERS) - 1
    assert page.locator("button:visible, progress:visible, summary:visible, .rationale:visible").count() == 0
    assert item(page, "who-said-what").get_by_text("A harbor fee · A lottery · A storm fund").is_visible()


def test_a_spanish_page_speaks_spanish(opened: Open) -> None:
    page = opened(every_shape(language="es"))
    assert page.locator("html").get_attribute("lang") == "es"
    answer(page, "share-saved", rightly=True)
    text = page.locator("body").inner_text()
    for word in (
        wording.ES.choose_all,
        wording.ES.check,
        wording.ES.start_again,
        "Pregunta 1 de 12",
        "1 de 12 respondidas",
    ):
        assert word in text
    assert item(page, "share-saved").locator(".verdict").text_content() == "✓ Correcto 1 de 1 punto"
    for word in ("Check", "Start again", "Question", "answered"):
        assert word not in text


# What is right


@pytest.mark.parametrize(
    ("written", "en", "es"),
    [
        ("1,000", 1000, 1), ("1.000", 1, 1000), ("1 000", 1000, 1000), ("1\u202f000", 1000, 1000),
        ("1'000", 1000, 1000), ("2.5", 2.5, 2.5), ("2,5", 2.5, 2.5), ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5), ("1.000.000", 1000000, 1000000), ("1,000,000", 1000000, 1000000),
        ("0,125", 0.125, 0.125),
        ("−3", -3, -3), (".5", 0.5, 0.5), ("12,34,5", None, None), ("2019 2020", None, None), ("three", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_figures_are_read_as_each_language_writes_them(
    written: str, en: float | None, es: float | None, page: Page
) -> None:
    for language, value in (("en", en), ("es", es)):
        read = "([text, language]) => { const n = readNumber(text, language); return Number.isNaN(n) ? null : n }"
        assert page.evaluate(read, [written, language]) == value


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("2.5 %", "percent", 2.5), ("2.5 percent", "percent", 2.5), ("$650 billion", "billion US dollars", 650),
        ("US$ 650", "billion US dollars", 650), ("650 million", "billion US dollars", None), ("1964", "year", 1964),
        ("2 years", "year", 2), ("12 visas", "", None),
    ],
)  # fmt: skip
def test_a_figure_may_carry_its_own_unit_and_no_other(written: str, unit: str, value: float | None, page: Page) -> None:
    read = "([text, unit]) => { const n = readFigure(text, unit, 'en'); return Number.isNaN(n) ? null : n }"
    assert page.evaluate(read, [written, unit]) == value


@pytest.mark.parametrize(
    ("accepted", "written", "same"),
    [
        ("Señora Ibarra", "  senora   IBARRA ", True), ("O’Keefe", "o'keefe", True),
        ("self-defense", "self defense", True),
        ("MS–13", "ms-13", True), ("U.S.", "US", True), ("“good”", "good", True), ("1,000 people", "1000 people", True),
        ("4%", "4 %", True), ("2.5", "25", False), ("storm fund", "the storm fund", False), ("storm", "storms", False),
        ("2019–2020", "2019-2020", True),
    ],
)  # fmt: skip
def test_words_are_compared_by_what_they_say(accepted: str, written: str, same: bool, page: Page) -> None:
    assert page.evaluate("([a, b]) => fold(a, 'en') === fold(b, 'en')", [accepted, written]) is same
