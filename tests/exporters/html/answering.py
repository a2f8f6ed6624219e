"""Answering as a student does: by the controls of the page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from quizgen.markup import plain
from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from tests.quizzes import ANSWERS


def item(page: Page, id: str) -> Locator:
    return page.locator(f"#item-{id}")


def answer(page: Page, id: str, *, rightly: bool) -> None:
    """Answers an item of `every_shape` and has it checked."""
    form = item(page, id)
    match ANSWERS[id][2]:
        case Choices(options=options):
            for option in options:
                if option.correct is rightly:
                    pick(form, plain(option.text))
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
            order(form, texts if rightly else [*texts[1:], texts[0]])
        case Essay():
            form.locator("textarea").fill("Ibarra argues that …")
            check(form)
            for box in form.locator(".rubric input:visible").all() if rightly else []:
                box.check()
            return
    check(form)


def option(form: Locator, text: str) -> Locator:
    """The entry of an option, with what is said of it."""
    return form.locator(".options li").filter(has=form.page.get_by_label(text, exact=True))


def pick(form: Locator, text: str) -> None:
    form.get_by_label(text, exact=True).check()


def entry(form: Locator, text: str) -> Locator:
    """An entry of a match, a sort or a sequence, by its text."""
    return form.locator("ol > li").filter(has=form.page.locator("span", has_text=text)).first


def order(form: Locator, wanted: list[str]) -> None:
    for text in wanted:  # each goes to the end in turn
        down = entry(form, text).locator("[data-move='down']")
        for _ in wanted:
            if down.get_attribute("aria-disabled") == "false":
                down.click()
        assert down.get_attribute("aria-disabled") == "true"


def check(form: Locator) -> None:
    """In a test there is nothing to press: an answer is taken as it is given."""
    if form.locator(".actions button").count():
        form.locator(".actions button").click()


def score(page: Page) -> str | None:
    return page.locator("#status .score").text_content()
