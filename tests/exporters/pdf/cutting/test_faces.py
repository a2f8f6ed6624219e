"""What stands on a card, and in what size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.exporters.pdf.cutting.faces import Card, cards, variants
from quizgen.exporters.pdf.cutting.setting import CAPITAL, Setting
from quizgen.exporters.pdf.setting import Line, lines
from quizgen.exporters.pdf.styles import Style
from quizgen.exporters.pdf.text import Text, said
from quizgen.model import Words
from tests.exporters.pdf.cutting.decks import SHORT, TERM, course_deck
from tests.exporters.pdf.printing import quiz_of
from tests.quizzes import question


def made_of(stem: str, *accepted: str) -> tuple[Card, ...]:
    return cards(quiz_of(replace(SHORT, stem=stem, answer=Words(accepted))))


def card_of(stem: str) -> Card:
    (card,) = made_of(stem, "She")
    return card


@pytest.mark.parametrize(("place", "most"), [("stem", 14), ("answer", 16)])
def test_text_shrinks_by_half_points_to_nine_as_it_grows(place: str, most: float) -> None:
    sizes = []
    for length in range(10, 700, 6):
        text = ("it is as old as the hills " * 30)[:length]
        for card in made_of(text, "She") if place == "stem" else made_of("Who?", text):
            sizes.append((card.front if place == "stem" else card.back).middle[0].style.size)
    assert (sizes[0], sizes[-1]) == (most, 9)
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) >= 8
    assert all((2 * size).is_integer() for size in sizes)


def test_of_the_courses_cards_none_is_small() -> None:
    made = cards(course_deck())
    assert len(made) == len(course_deck().questions) > 30
    assert min(card.front.middle[0].style.size for card in made) >= 12
    backs = sorted(card.back.middle[0].style.size for card in made)
    assert backs[0] >= 11
    assert backs[1] == 16


def test_lines_are_of_even_length() -> None:
    made = [card_of("ten letters " * count).front.middle[0] for count in range(3, 12)]
    assert {len(setting.lines) for setting in made} >= {2, 3, 4}
    for setting in made:
        assert max(shortfalls(setting)) < 90  # left to themselves, the last lines of some are 30 points long


def shortfalls(setting: Setting) -> list[float]:
    """How much each line is shorter than the measure."""
    return [setting.width - width for width in [line.width for line in setting.lines]]


def test_a_definition_says_that_its_term_is_asked_for_and_a_question_says_nothing_more() -> None:
    term, short = cards(quiz_of(TERM, SHORT))
    assert (len(term.front.foot), len(short.front.foot)) == (1, 0)
    assert [card.number for card in (term, short)] == [1, 2]
    assert [card.item for card in (term, short)] == ["storm-fund", "who-governs"]


def test_the_height_of_a_text_is_from_its_capitals_to_its_last_line() -> None:
    one = card_of("Who?").front.middle[0]
    assert len(one.lines) == 1
    assert one.height == pytest.approx(14 * CAPITAL)
    two = card_of("word " * 10).front.middle[0]
    assert len(two.lines) == 2
    assert two.height == pytest.approx(14 * CAPITAL + two.style.leading)


@pytest.mark.parametrize(
    ("accepted", "shown"),
    [
        (("Tocorón", "Tocorón prison", "the Tocorón prison", "Tocorón Penitentiary"), (1, 3)),
        (("private jets", "private jet", "jets", "private planes"), (2, 3)),
        (("Evolution Roadmap", "Evolution Road Map", "the evolution roadmap"), ()),
        (("agro-export", "agroexport", "agro export"), ()),
        (("suspension of payments", "payment suspension", "payment pause"), (2,)),
        (("the", "a"), (1,)),
        (("X",), ()),
    ],
)
def test_a_variant_in_the_same_words_is_not_repeated(accepted: tuple[str, ...], shown: tuple[int, ...]) -> None:
    assert variants(Words(accepted), "en") == tuple(accepted[index] for index in shown)


def test_variants_are_told_apart_in_the_language_of_the_deck() -> None:
    accepted = Words(("el fondo", "fondos", "un fondo", "la caja"))
    assert variants(accepted, "es") == ("la caja",)


def test_what_is_no_word_is_no_card() -> None:
    assert [card.item for card in cards(quiz_of(question("why-a-fund"), SHORT))] == ["who-governs"]


def test_four_times_as_many_answers_take_about_four_times_as_much_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[int] = []

    def counted(text: Text, style: Style, width: float) -> tuple[Line, ...]:
        broken.append(len(said(text)))
        return lines(text, style, width)

    monkeypatch.setattr("quizgen.exporters.pdf.cutting.setting.lines", counted)
    letters = []
    for count in (100, 400):
        broken.clear()
        made_of("Who?", "She", *(f"person {number:03} of {count}" for number in range(count)))
        letters.append(sum(broken))
    assert 2 < letters[1] / letters[0] < 6


@pytest.mark.parametrize(("count", "lines"), [(3, 2), (9, 4), (40, 4)])
def test_of_what_is_also_right_four_lines_are_shown_and_the_rest_is_counted(count: int, lines: int) -> None:
    (card,) = made_of("Who?", "She", *(f"person number {number}" for number in range(count)))
    _, also = card.back.middle
    told = said(also.text)
    shown = told.count("person number")
    assert len(also.lines) == lines
    assert told.endswith(f"; and {count - shown} more" if shown < count else f"person number {count - 1}")
    assert (shown == count) == (count < 40)
    assert shown >= min(count, 8)
