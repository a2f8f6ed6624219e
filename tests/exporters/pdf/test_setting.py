"""How text is broken into lines."""

from __future__ import annotations

import random

import pytest

from quizgen.exporters.pdf import fonts
from quizgen.exporters.pdf.faces import SERIF, SIGNS
from quizgen.exporters.pdf.setting import BOUNDLESS, Line, lines, widest_word, width_in_one_line
from quizgen.exporters.pdf.styles import STANDARD
from quizgen.exporters.pdf.text import blank, literal, prose, scaled

TEXT = STANDARD.text


def set_in(text: str, room: float) -> list[str]:
    return [line.text for line in lines(prose(text), TEXT, room)]


def wide(text: str) -> float:
    return float(fonts.font(SERIF.regular).stringWidth(text, TEXT.size))


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert set_in("of the storm fund", wide("of the storm")) == ["of the storm", "fund"]
    assert set_in("of the storm fund", wide("of the storm") - 0.1) == ["of the", "storm fund"]
    assert set_in("of  the storm ", BOUNDLESS) == ["of the storm"]
    assert set_in("", 100) == []


@pytest.mark.parametrize(
    ("text", "room", "first"),
    [
        ("a well-known case", "a well-", "a well-"),
        ("an and/or case", "an and/", "an and/"),
        ("the fund—saved early", "the fund—", "the fund—"),
        ("the fund—saved early", "the fund", "the fund"),
        ("the years–months case", "the years–", "the years–"),
        ("the gang MS-13 here", "the gang MS-", "the gang"),
        ("from 1998–2004 on", "from 1998–", "from"),
        ("on 1/2 of it", "on 1/", "on"),
        ("of 2.5\u00a0percent", "of 2.5 ", "of"),
        ("see *a well-known* case", "see a well-", "see a well-"),
    ],
)
def test_a_line_may_end_where_a_reader_expects_it(text: str, room: str, first: str) -> None:
    assert set_in(text, wide(room) + 2)[0] == first


def test_a_word_that_is_wider_than_its_column_is_broken_and_nothing_of_it_lost() -> None:
    for text in ("x" * 300, "a " + "wi" * 90, "*y*" + "z" * 200, "→" * 90):
        made = lines(prose(text), TEXT, 77)
        assert "".join(line.text for line in made).replace(" ", "") == text.replace(" ", "").replace("*", "")
        assert all(line.width <= 77.01 for line in made)
    assert set_in("xyz", 0.5) == ["x", "y", "z"]  # a column too narrow for a letter holds one all the same


@pytest.mark.parametrize("mark", ["", "*"])
def test_a_word_without_end_is_set_all_the_same(mark: str) -> None:
    word = "".join(random.Random(3).choice("abcdefgh→é") for _ in range(20_000))
    made = lines(prose(f"{mark}{word}{mark} end"), TEXT, 300)
    assert "".join(line.text for line in made).replace(" ", "") == f"{word}end"
    assert all(line.width <= 300.01 for line in made)
    assert len(made) < 1_000


def random_text(rng: random.Random) -> str:
    words = ("the", "fund", "well-known", "*so*", "**and**", "and/or", "→", "x" * 40, "2.5\u00a0percent", "—", "ñandú")
    return rng.choice((" ", "")).join(rng.choice(words) for _ in range(rng.randrange(1, 40)))


@pytest.mark.parametrize("seed", range(40))
def test_lines_hold_all_words_in_order_and_none_is_too_wide(seed: int) -> None:
    rng = random.Random(seed)
    text = prose(random_text(rng))
    room = rng.uniform(20, 300)
    made = lines(text, TEXT, room)
    assert "".join(line.text for line in made).replace(" ", "") == "".join(run.text for run in text).replace(" ", "")
    for line in made:
        assert line.width <= room + 0.01
        assert line.width == pytest.approx(measured(line), abs=0.01)
        assert line.text == line.text.strip(" ")


def measured(line: Line) -> float:
    return float(sum(fonts.font(piece.face).stringWidth(piece.text, piece.size) for piece in line.pieces))


def test_one_face_and_several_break_alike() -> None:
    rng = random.Random(7)
    for _ in range(200):
        text = " ".join(rng.choice(("well-known", "of", "storms", "x" * 30, "and/or", "fund—so")) for _ in range(20))
        room = rng.uniform(30, 200)
        plain = [line.text for line in lines(literal(text), TEXT, room)]
        halves = text[:40], text[40:]
        split = literal(halves[0]) + literal(halves[1])
        assert [line.text for line in lines(split, TEXT, room)] == plain


def test_a_sign_that_the_family_lacks_is_set_in_another_face() -> None:
    (line,) = lines(prose("a → b"), TEXT, BOUNDLESS)
    assert [(piece.face, piece.text) for piece in line.pieces] == [
        (SERIF.regular, "a "),
        (SIGNS.regular, "→ "),
        (SERIF.regular, "b"),
    ]


def test_a_blank_is_as_wide_as_it_was_asked_to_be_and_never_cut() -> None:
    text = literal("in ") + scaled(literal("(1)"), 0.8) + literal("\u00a0") + blank(110) + literal(" by the council")
    for room in (60, 120, 150, 400):
        blanks = [piece for line in lines(text, TEXT, room) for piece in line.pieces if piece.blank]
        assert [(piece.width, piece.text) for piece in blanks] == [(110, "_____")]


def test_widths_of_a_whole_text_and_of_its_widest_word() -> None:
    assert width_in_one_line(literal("storm fund"), TEXT) == pytest.approx(wide("storm fund"))
    assert widest_word(literal("storm fund"), TEXT) == pytest.approx(wide("storm"))
    assert width_in_one_line(prose("a\nb"), TEXT) == BOUNDLESS
    assert width_in_one_line((), TEXT) == widest_word((), TEXT) == 0


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    ("text", "room", "broken"),
    [
        ("repairs the piers – when storms", "repairs the piers –", False),
        ("repairs the piers — when storms", "repairs the piers —", False),
        ("the fund—saved early", "the fund—", True),
        ("the fund—saved early", "the fund", True),
        ("a well-known case", "a well-", True),
        ("as pre- and post-storm loans", "as pre-", False),
        ("and / or", "and /", False),
        ("xyz", "x", True),
        ("the fund", "the", False),
    ],
)
def test_a_line_tells_whether_it_ends_within_a_word(text: str, room: str, broken: bool, plain: bool) -> None:
    runs = literal(text) if plain else (*literal(text[:1]), *scaled(literal(text[1:]), 0.999))
    first, *others = lines(runs, TEXT, wide(room) + 0.5)
    assert (first.text, first.broken) == (room, broken)
    assert not others[-1].broken
    assert "".join(line.text + ("" if line.broken else " ") for line in (first, *others)) == f"{text} "


@pytest.mark.parametrize("plain", [True, False])
def test_a_word_that_comes_to_its_end_with_its_line_is_not_broken_there(plain: bool) -> None:
    text = "x" * 201 + " y"
    runs = literal(text) if plain else (*literal(text[:1]), *scaled(literal(text[1:]), 0.999))
    for room in (0.5, 50, wide("x" * 67) + 0.01):
        made = lines(runs, TEXT, room)
        assert "".join(line.text + ("" if line.broken else " ") for line in made) == f"{text} "
