"""Answering by keyboard alone: what has the focus is all that one knows of the page."""

from __future__ import annotations

from collections.abc import Collection

from playwright.sync_api import Page

from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from quizgen.wording import EN

BUTTON = ".actions button"
PLACE = "() => { const li = document.activeElement.closest('li'); return [...li.parentElement.children].indexOf(li); }"


def begin(page: Page) -> None:
    """Put the focus before the first question."""
    page.locator("header a").last.focus()


def is_at(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def tab_to(page: Page, selector: str) -> None:
    for _ in range(25):
        page.keyboard.press("Tab")
        if is_at(page, selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def left_entry(page: Page) -> str:
    """The entry beside the list that has the focus."""
    return str(page.evaluate("document.activeElement.labels[0].firstElementChild.textContent"))


def give_answer(page: Page, answer: Answer, *, rightly: bool) -> None:
    begin(page)
    match answer:
        case Choices(options=options, multiple=multiple):
            _choose(page, [option.text for option in options if option.correct is rightly], multiple=multiple)
        case Words(accepted=(text, *_)) | Number(text=text):
            tab_to(page, "input")
            page.keyboard.type(text if rightly else "999")
        case Gaps(blanks=blanks):
            for blank in blanks:
                tab_to(page, "input")
                page.keyboard.type(blank.accepted[0] if rightly else "nobody")
        case Pairs(lefts=lefts, rights=rights):
            partners = {left.text: rights[left.right if rightly else left.right - 1] for left in lefts}
            for _ in lefts:
                tab_to(page, "select")
                page.keyboard.type(partners[left_entry(page)])
        case Sequence(steps=steps):
            _order(page, [step.text for step in steps][:: 1 if rightly else -1])
        case Essay():
            tab_to(page, "textarea")
            page.keyboard.type("Ibarra argues")
    tab_to(page, BUTTON)
    page.keyboard.press("Enter")


def _order(page: Page, wanted: list[str]) -> None:
    for place, text in enumerate(wanted):
        begin(page)
        tab_to(page, f"[aria-label='{EN.move_up}: {text}']")
        for _ in range(page.evaluate(PLACE) - place):
            page.keyboard.press("Space")


def _choose(page: Page, right: Collection[str], *, multiple: bool) -> None:
    """Boxes are reached by Tab, one after the other; buttons of one choice by the arrows."""
    tab_to(page, ".options input")
    if not multiple:
        page.keyboard.press("Space")
    while not is_at(page, BUTTON):
        text = page.evaluate("document.activeElement.labels[0].textContent.trim()")
        if text in right:
            page.keyboard.press("Space")
            if not multiple:
                return
        page.keyboard.press("Tab" if multiple else "ArrowDown")
    page.keyboard.press("Shift+Tab")
