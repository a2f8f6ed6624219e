"""Fronts and backs lie on one another: measured from what is on the pages, for every card."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import pytest

from quizgen import wording
from quizgen.exporters.pdf.cutting.faces import variants
from quizgen.markup import plain
from quizgen.model import Flip, Paper, Question, Quiz, Words
from quizgen.presenting import citation
from tests.exporters.pdf.cutting.decks import (
    FLIPS,
    MM,
    PAPERS,
    SIZES,
    Cell,
    Printed,
    by_cell,
    cell_of,
    centre,
    course_deck,
    deck,
    file_of,
    lines,
    settings,
    sides,
    turned,
)

DECKS = {quiz.id: quiz for quiz in (course_deck(), *map(deck, (1, 2, 3, 8, 13, 23)))}


@functools.cache
def printed(id: str, paper: Paper, flip: Flip) -> list[list[Printed]]:
    """The words on each page of a deck."""
    with tempfile.TemporaryDirectory() as folder:
        return sides(file_of(DECKS[id], settings(paper, flip)), Path(folder))


EACH = [(quiz, paper, flip) for quiz in DECKS for paper in PAPERS for flip in FLIPS]


def front_text(question: Question, number: int, quiz: Quiz) -> str:
    assert isinstance(question.answer, Words)
    words = wording.for_language(quiz.language)
    prompt = f" {words.give_term}" if question.answer.reverse else ""
    return f"{quiz.title} {number} {plain(question.stem)}{prompt}"


def back_texts(question: Question, number: int, quiz: Quiz) -> set[str]:
    """What its back may say; of what is also right it may leave out the last ones, if it says how many."""
    assert isinstance(question.answer, Words)
    words = wording.for_language(quiz.language)
    others = variants(question.answer, quiz.language)
    references = " ".join(source.reference for source in citation.sources(question, quiz, words))
    begins = f"{quiz.title} {number} {question.answer.accepted[0]}"
    if not others:
        return {f"{begins} {references}"}
    told = [f"{'; '.join(others[:count])}; and {len(others) - count} more" for count in range(1, len(others))]
    return {f"{begins} {words.also_right}: {also} {references}" for also in (*told, "; ".join(others))}


def said(cells: dict[Cell, list[Printed]], cell: Cell) -> str:
    """What a card says; a line that ends in a hyphen of its word's own goes on without a space."""
    told = ""
    for line in lines(cells.get(cell, [])):
        told += ("" if told.endswith(("-", "/")) or not told else " ") + " ".join(word.text for word in line)
    return told.replace("\u00a0", " ")


def test_there_are_decks_to_look_at() -> None:
    assert len(EACH) == 28
    assert len(DECKS["all-terms"].questions) > 30
    assert len(DECKS["all-terms"].questions) % 8  # its last sheet is not full


@pytest.mark.parametrize(("id", "paper", "flip"), EACH)
def test_every_back_lies_behind_its_front_and_both_say_what_the_bank_says(id: str, paper: Paper, flip: Flip) -> None:
    quiz = DECKS[id]
    pages = [by_cell(page, paper) for page in printed(id, paper, flip)]
    assert len(pages) == 2 * -(-len(quiz.questions) // 8)
    for index, question in enumerate(quiz.questions):
        fronts, backs = pages[index // 8 * 2 : index // 8 * 2 + 2]
        front = divmod(index % 8, 2)
        behind = cell_of(turned(centre(front, paper), paper, flip), paper)
        assert behind is not None
        assert said(fronts, front) == front_text(question, index + 1, quiz)
        assert said(backs, behind) in back_texts(question, index + 1, quiz)
    for fronts, backs in zip(pages[::2], pages[1::2], strict=True):
        assert len(fronts) == len(backs)
    assert sum(map(len, pages)) == 2 * len(quiz.questions)


@pytest.mark.parametrize(("id", "paper", "flip"), EACH)
def test_text_stands_in_the_middle_of_its_card_clear_of_the_cuts(id: str, paper: Paper, flip: Flip) -> None:
    for page in printed(id, paper, flip):
        for cell, words in by_cell(page, paper).items():
            x, y = centre(cell, paper)
            assert min(word.left for word in words) >= x - 44 * MM + 5.5 * MM
            assert max(word.right for word in words) <= x + 44 * MM - 5.5 * MM
            assert min(word.top for word in words) >= y - 31.5 * MM + 4 * MM
            assert max(word.bottom for word in words) <= y + 31.5 * MM - 4 * MM
            head, *others = lines(words)
            assert head[-1].text.isdecimal()
            assert others
            for line in others:
                assert (line[0].left + line[-1].right) / 2 == pytest.approx(x, abs=0.6)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("flip", FLIPS)
def test_the_margin_says_which_side_it_is_and_how_to_turn_it(paper: Paper, flip: Flip) -> None:
    width, height = SIZES[paper]
    pages = printed("deck-13", paper, flip)
    edge = flip.replace("-", " ")
    names = [f"{side}, sheet {number} of 2" for number in (1, 2) for side in ("Fronts", "Backs")]
    for page, name in zip(pages, names, strict=True):
        margin = [word for word in page if cell_of(word.middle, paper) is None]
        text = " ".join(word.text for word in margin)
        assert text == f"{name} Print on both sides, flipped on the {edge}, at actual size"
        for word in margin:
            assert word.left >= 8 * MM
            assert word.right <= width - 8 * MM
            assert height / 2 + 4 * 31.5 * MM < word.top
            assert word.bottom <= height - 8 * MM
