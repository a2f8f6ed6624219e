"""Answering as a student does, by the controls of the page: with a mouse, or with `press=tap` by touch."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from tests.quizzes import ANSWERS

Press = Callable[[Locator], None]


def click(control: Locator) -> None:
    control.click()


def tap(control: Locator) -> None:
    control.tap()


def item(page: Page, id: str) -> Locator:
    return page.locator(f"#item-{id}")


def answer(page: Page, id: str, *, rightly: bool, press: Press = click) -> None:
    """Answers an item of `every_shape` and has it checked."""
    form = item(page, id)
    match ANSWERS[id][2]:
        case Choices(options=options):
            for option in options:
                if option.correct is rightly:
                    pick(form, plain(option.text), press)
        case Words(accepted=accepted):
            form.locator("input").fill(accepted[-1].upper() if rightly else "the mayor")
        case Number(text=text):
            form.locator("input").fill(text if rightly else "999")
        case Gaps(blanks=blanks):
            for index, blank in enumerate(blanks):
                form.locator(".blank input").nth(index).fill(blank.accepted[0] if rightly else "nobody")
        case Pairs(lefts=lefts, rights=rights):
            for left in lefts:
                chosen = left.right if rightly else (left.right + 1) % len(rights)
                entry(form, left.text).locator("select").select_option(rights[chosen])
        case Sequence(steps=steps):
            texts = [step.text for step in steps]
            order(form, texts if rightly else [*texts[1:], texts[0]], press)
        case Essay():
            form.locator("textarea").fill("Ibarra argues that …")
            check(form, press)
            for box in form.locator(".rubric input:visible").all() if rightly else []:
                press(box)
            return
    check(form, press)


def option(form: Locator, text: str) -> Locator:
    """The entry of an option, with what is said of it."""
    return form.locator(".options li").filter(has=form.page.get_by_label(text, exact=True))


def pick(form: Locator, text: str, press: Press = click) -> None:
    box = form.get_by_label(text, exact=True)
    if not box.is_checked():
        press(box)
    if not box.is_checked():  # a tap on a page that is still being laid out goes astray
        press(box)
    assert box.is_checked()


def entry(form: Locator, text: str) -> Locator:
    """An entry of a match, a sort or a sequence, by its text."""
    return form.locator("ol > li").filter(has=form.page.locator("span", has_text=text)).first


def order(form: Locator, wanted: list[str], press: Press = click) -> None:
    for text in wanted:  # each goes to the end in turn
        down = entry(form, text).locator("[data-move='down']")
        for _ in wanted:
            if down.get_attribute("aria-disabled") == "false":
                press(down)
        assert down.get_attribute("aria-disabled") == "true"


def check(form: Locator, press: Press = click) -> None:
    """In a test there is nothing to press: an answer is taken as it is given."""
    button = form.locator(".actions button")
    if button.count():
        press(button)


def score(page: Page) -> str | None:
    return page.locator("#status .score").text_content()
