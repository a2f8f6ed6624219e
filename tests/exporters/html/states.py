"""The states of a self-test that everyone must be able to read, each reached from a page that has just been opened.

A new state is one line in `STATES`: axe looks at it, and its accessibility tree is held against `told/<language>`.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page
from typing_extensions import assert_never

from quizgen.markup import plain
from quizgen.model import Answer, Choices, Essay, Gaps, Number, Pairs, Sequence, Words
from tests.quizzes import ANSWERS

CHECK_ALL = """() => document.querySelectorAll("form.question .actions button").forEach((button) => button.click())"""
ENTER = """(given) => {
  for (const [id, texts] of Object.entries(given)) {
    const form = document.getElementById(`item-${id}`);
    const entries = [...form.querySelectorAll(":is(.options, .steps) > li")];
    const entry = (text) => entries.find((li) => li.textContent.includes(text));
    const told = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
    form.querySelectorAll("fieldset:first-child :is(input:not([type]), textarea)").forEach((field, index) => {
      field.value = texts[index];
      told(field);
    });
    form.querySelectorAll("select").forEach((select) => {
      const wanted = texts.find(([left]) => left === select.labels[0].firstElementChild.textContent)[1];
      select.value = [...select.options].find((option) => option.text === wanted).value;
      told(select);
    });
    if (form.querySelector(".options")) texts.forEach((text) => entry(text).querySelector("input").click());
    if (form.querySelector(".steps")) for (const text of texts) {
      const down = entry(text).querySelector("[data-move=down]");
      for (const _ of texts) down.click();
    }
  }
}"""


def begin(page: Page) -> None:
    page.locator("#begin").click()


def begin_test(page: Page) -> None:
    page.locator("#start summary").first.click()
    page.locator("[name=mode]").select_option("test")
    page.locator("#ways button").click()


def check_unanswered(page: Page) -> None:
    begin(page)
    page.evaluate(CHECK_ALL)


def answer_all(page: Page, *, rightly: bool) -> None:
    """In one go, by script: the tests of each shape answer as people do, which takes its time."""
    page.evaluate(ENTER, {id: given(answer, rightly=rightly) for id, (_, _, answer) in ANSWERS.items()})
    page.evaluate(CHECK_ALL)


def given(answer: Answer, *, rightly: bool) -> list[str] | list[tuple[str, str]]:
    """What is picked, written, chosen beside each entry, or moved to the end one after the other."""
    match answer:
        case Choices(options=options):
            return [plain(option.text) for option in options if option.correct is rightly]
        case Words() | Number():
            text = answer.accepted[0] if isinstance(answer, Words) else answer.text
            return [text if rightly else "999"]
        case Gaps(blanks=blanks):
            return [blank.accepted[0] if rightly else "nobody" for blank in blanks]
        case Pairs(lefts=lefts, rights=rights):
            return [(left.text, rights[left.right if rightly else left.right - 1]) for left in lefts]
        case Sequence(steps=steps):
            texts = [step.text for step in steps]
            return texts if rightly else [*texts[1:], texts[0]]
        case Essay():
            return ["Ibarra argues that …"]
        case _:
            assert_never(answer)


def unfold_all(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))")


def practise(page: Page, *, rightly: bool) -> None:
    begin(page)
    answer_all(page, rightly=rightly)
    unfold_all(page)
    page.locator(".passage mark").last.wait_for()


def come_back(page: Page) -> None:
    practise(page, rightly=False)
    page.locator("#leave").click()


def answer_test(page: Page) -> None:
    begin_test(page)
    answer_all(page, rightly=False)


def finish_test(page: Page) -> None:
    answer_test(page)
    page.locator("#finish").click()


STATES: dict[str, Callable[[Page], None]] = {
    "opened": unfold_all,
    "unanswered": begin,
    "told-to-answer": check_unanswered,
    "answered-rightly": lambda page: practise(page, rightly=True),
    "answered-wrongly": lambda page: practise(page, rightly=False),
    "come-back": come_back,
    "test-answered": answer_test,
    "test-finished": finish_test,
}
