"""Answering as a student does: by the controls of the page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from quizgen.model import Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from tests.quizzes import ANSWERS


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
        case Sequence(steps=steps):
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
