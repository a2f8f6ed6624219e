from __future__ import annotations

from quizgen.memory import Memory


class Squares(Memory[int, int]):
    """A memory that tells what it was asked to make."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[int] = []

    def square(self, number: int) -> int:
        return self.of(number, lambda: self._make(number))

    def _make(self, number: int) -> int:
        self.made.append(number)
        return number * number


def test_what_is_asked_for_again_is_made_once() -> None:
    squares = Squares()
    assert [squares.square(3), squares.square(3), squares.square(4)] == [9, 9, 16]
    assert squares.made == [3, 4]


def test_what_a_turn_has_asked_for_the_next_one_has() -> None:
    squares = Squares()
    for _ in range(4):
        assert squares.square(3) == 9
        squares.next_turn()
    assert squares.made == [3]


def test_what_a_turn_has_not_asked_for_is_forgotten() -> None:
    squares = Squares()
    squares.square(3)
    squares.next_turn()
    squares.square(4)
    squares.next_turn()
    squares.square(3)
    assert squares.made == [3, 4, 3]
