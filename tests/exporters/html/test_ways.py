"""The ways to study: what each asks, when it tells, and when spaced review asks again."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from quizgen.model import Difficulty, Kind, Quiz
from quizgen.wording import EN
from tests.exporters.html.answering import answer, item
from tests.exporters.html.conftest import Open
from tests.exporters.html.test_progress import reload
from tests.quizzes import ANSWERS, every_shape, question

KINDS: dict[str, tuple[Kind, Difficulty]] = {
    "why-a-fund": ("argument", "hard"),
    "who-governs": ("definition", "hard"),
    "share-saved": ("fact", "medium"),
}
NOON = datetime.datetime(2026, 3, 2, 12, 0)


def of_kinds() -> Quiz:
    """Three items of different kinds, and an essay."""
    given = {id: replace(question(id), kind=kind, difficulty=hard) for id, (kind, hard) in KINDS.items()}
    return every_shape(questions=(*given.values(), question("argue-for-it")))


def asked(page: Page) -> set[str]:
    return {id.removeprefix("item-") for id in page.locator("form.question").evaluate_all("all => all.map(f => f.id)")}


def study(page: Page, **choices: str) -> None:
    """Start a way of studying by the form on the page."""
    if page.locator("#leave").is_visible():
        page.locator("#leave").click()
    if not page.locator("#ways").is_visible():
        page.locator("#start > details > summary").first.click()
    for name, value in {"mode": "practise", "pick": "all", "kind": "", "difficulty": "", **choices}.items():
        page.locator(f"#ways select[name={name}]").select_option(value)
    page.locator("#ways button").click()


def at_question(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement === document.querySelector('#questions h2')"))


def test_one_asks_for_what_one_wants(opened: Open) -> None:
    page = opened(of_kinds(), begin=False)
    assert page.locator("form.question:visible, #status:visible, #result:visible").count() == 0
    assert page.locator("button:visible").all_text_contents() == [EN.practice]
    study(page)
    assert asked(page) == {*KINDS, "argue-for-it"}
    assert at_question(page)
    answer(page, "why-a-fund", rightly=False)
    answer(page, "who-governs", rightly=True)
    for choices, ids in [
        ({"kind": "definition"}, {"who-governs"}),
        ({"difficulty": "hard"}, {"why-a-fund", "who-governs"}),
        ({"kind": "argument", "difficulty": "hard", "mode": "test"}, {"why-a-fund"}),
        ({"pick": "missed"}, {"why-a-fund"}),
        ({"pick": "due"}, {"why-a-fund"}),
        ({"pick": "unseen"}, {"share-saved", "argue-for-it"}),
    ]:
        study(page, **choices)
        assert asked(page) == ids, choices
        assert at_question(page)
    page.locator("#leave").click()
    assert page.evaluate("document.activeElement.matches('#start h2')")
    study(page, kind="definition", difficulty="easy")
    assert page.locator("#ways button").text_content() == f"{EN.start}: {EN.questions.format(count=0)}"
    assert page.locator("#ways .notice").text_content() == EN.nothing_fits
    assert page.locator("#begin").text_content() == EN.review_due.format(count=1)
    page.locator("#begin").click()
    assert asked(page) == {"why-a-fund"}


def test_a_test_tells_at_the_end_and_takes_other_answers_until_then(opened: Open) -> None:
    page = opened(begin=False)
    study(page, mode="test")
    order = page.evaluate("state.round")
    assert page.locator(".question .actions, #result:visible").count() == 0
    answer(page, "fund-is-loan", rightly=False)
    answer(page, "fund-is-loan", rightly=True)
    answer(page, "order-of-work", rightly=True)
    answer(page, "who-governs", rightly=True)
    item(page, "who-governs").locator("input").fill("")
    answer(page, "share-saved", rightly=True)
    item(page, "gaps-in-text").locator("input").first.fill("1999")
    item(page, "argue-for-it").locator("textarea").fill("Ibarra argues …")
    page.keyboard.press("Enter")
    assert page.evaluate("localStorage['quizgen:islands']") is None, "nothing is known of it yet"
    assert page.locator("#status .answered").first.text_content() == "5 of 12 answered"
    assert page.locator("#status .score").text_content() == ""
    page.locator("#leave").click()
    page.locator("#go-on").click()
    reload(page)
    assert page.evaluate("state.round") == order
    assert page.locator("#status .answered").first.text_content() == "5 of 12 answered"
    assert item(page, "share-saved").locator("input").input_value() == "2.5"
    page.locator("#finish").click()
    assert page.evaluate("document.activeElement.id") == "result-title"
    assert page.locator("#result > .score").text_content() == "3 of 14 points"
    assert page.locator("form.checked .verdict").count() == 12
    assert page.locator("#finish, .next").locator("visible=true").count() == 0
    item(page, "argue-for-it").locator(".rubric input").first.check()
    assert page.locator("#result > .score").text_content() == "5 of 14 points"
    reload(page)
    assert page.locator("#result > .score").text_content() == "5 of 14 points"
    assert item(page, "who-governs").locator(".grade").text_content() == f"✗ {EN.wrong}"


def test_what_is_moved_in_a_test_is_told(opened: Open) -> None:
    page = opened(every_shape(questions=(question("order-of-work"),)), begin=False)
    study(page, mode="test")
    first = page.locator(".steps li").first.locator("span").first.text_content()
    page.locator(".steps li").first.locator("[data-move=down]").click()
    assert page.locator("#announce").text_content() == f"2. {first}"
    assert page.locator("#status .answered").text_content() == "1 of 1 answered"


def test_a_test_with_an_answer_to_all_waits_to_be_handed_in(opened: Open) -> None:
    page = opened(every_shape(questions=(question("fund-is-loan"), question("years-of-storms"))), begin=False)
    study(page, mode="test")
    answer(page, "fund-is-loan", rightly=True)
    answer(page, "years-of-storms", rightly=False)
    page.locator("#leave").click()
    page.locator("#go-on").click()
    assert at_question(page)
    page.locator("#finish").click()
    page.locator("#leave").click()
    assert page.locator("#go-on").is_hidden()


def test_a_test_may_have_a_time_which_cuts_nothing_off(opened: Open) -> None:
    page = opened(begin=False)
    page.clock.install(time=NOON)
    page.reload()
    page.locator("#start > details > summary").first.click()
    page.locator("#ways [name=minutes]").fill("6")
    study(page, mode="test")
    told = [page.locator("#time").text_content()]
    read = [page.locator("#announce").text_content()]
    for _ in range(7):
        page.clock.run_for(66_000)
        told.append(page.locator("#time").text_content())
        read.append(page.locator("#announce").text_content())
    left = [EN.time_left.format(count=count) for count in range(6, 0, -1)]
    assert told == [*left, EN.time_is_up, EN.time_is_up]
    assert read == ["", left[1], left[1], left[1], left[1], left[5], EN.time_is_up, EN.time_is_up]
    answer(page, "fund-is-loan", rightly=True)
    page.locator("#finish").click()
    assert page.locator("#time").text_content() == ""


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_what_is_known_is_asked_again_after_one_three_seven_and_more_days(zone: str, opened: Open) -> None:
    page = opened(of_kinds(), begin=False, timezone_id=zone)
    page.clock.install(time=at(page, 0, 23.5))
    day = 0
    for box, wait in enumerate([1, 3, 7, 14, 30, 30], 1):
        page.clock.set_fixed_time(at(page, day, 23.5))
        page.reload()
        page.locator("#begin").click()
        answer(page, "who-governs", rightly=True)
        assert page.evaluate("records['who-governs'].box") == min(box, 5)
        page.clock.set_fixed_time(at(page, day + wait, -0.5))
        page.locator("#leave").click()
        assert page.locator("#begin").text_content() == EN.practice, "the day before nothing is due"
        date = (datetime.date(2026, 3, 2) + datetime.timedelta(day + wait)).strftime("%A, %B %d").replace(" 0", " ")
        assert (page.locator("#standing").text_content() or "").endswith(EN.nothing_due.format(date=date))
        page.locator("#begin").click()
        answer(page, "who-governs", rightly=True)
        assert page.evaluate("records['who-governs'].box") == min(box, 5), "to know it before it is due says little"
        day += wait
        page.clock.set_fixed_time(at(page, day, 0))
        page.locator("#leave").click()
        assert page.locator("#begin").text_content() == EN.review_due.format(count=1)
    page.locator("#begin").click()
    answer(page, "who-governs", rightly=False)
    assert page.evaluate("records['who-governs'].box") == 0
    page.locator("#leave").click()
    assert page.locator("#begin").text_content() == EN.review_due.format(count=1), "what was missed is due at once"


def at(page: Page, day: int, hour: float) -> float:
    """Seconds from 1970 to an hour of a day, from March 2, 2026 on, where the page is."""
    return float(
        page.evaluate("([day, hour]) => new Date(2026, 2, 2 + day, 0, hour * 60).getTime() / 1000", [day, hour])
    )


def test_each_start_has_an_order_of_its_own(opened: Open) -> None:
    page = opened(begin=False)
    orders = []
    for _ in range(4):
        study(page)
        orders.append(tuple(page.evaluate("state.round")))
    assert len(set(orders)) == 4
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(ANSWERS))}


def test_an_essay_is_known_when_all_is_ticked_whatever_it_was_on_the_way(opened: Open) -> None:
    page = opened()
    page.evaluate("remember({ 'argue-for-it': { ...boxed(null, items.get('argue-for-it').mark, true, 1), box: 3 } })")
    answer(page, "argue-for-it", rightly=True)
    assert page.evaluate("records['argue-for-it'].box") == 4
    item(page, "argue-for-it").locator(".rubric input").first.uncheck()
    assert page.evaluate("records['argue-for-it'].box") == 0
