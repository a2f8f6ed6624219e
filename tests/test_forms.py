"""Forms: in each, items and options stand elsewhere, and each hangs on as little as can be."""

from __future__ import annotations

import bisect
import itertools
import random
from collections import Counter
from dataclasses import replace

import pytest

from quizgen import building
from quizgen.building import Request
from quizgen.course import load
from quizgen.forms import _make_way, _nearest, forms, placed_on, shuffled
from quizgen.model import Answer, Choices, Essay, Form, Option, Pairs, Question, Quiz, Section, Sequence, letters
from tests.conftest import REPOSITORY
from tests.exporters.pdf.rekeyed import rekeyed
from tests.quizzes import ANSWERS, HERE, question

ESSAY = question("argue-for-it")
SHUFFLED = ("why-a-fund", "what-it-pays", "who-said-what", "before-or-after", "order-of-work")


def items(count: int, *, of: str = "i") -> tuple[Question, ...]:
    return tuple(replace(question("why-a-fund"), id=f"{of}{index}") for index in range(count))


def ids(form: Form) -> list[str]:
    return [placed.question.id for placed in form.placed]


def moved(before: list[str], after: list[str]) -> int:
    """How many of the items that both have would have to be taken up and put elsewhere to make one of the other."""
    places = {id: place for place, id in enumerate(after)}
    ends: list[int] = []
    kept = [places[id] for id in before if id in places]
    for place in kept:
        at = bisect.bisect(ends, place)
        ends[at : at + 1] = [place]
    return len(kept) - len(ends)


def in_the_course(count: int) -> tuple[Quiz, ...]:
    return building.quizzes(load(REPOSITORY), Request(formats=("pdf",), time=0, forms=count))


@pytest.mark.parametrize("id", ANSWERS)
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("turn", range(5))
def test_shuffling_keeps_what_is_right(id: str, seed: int, turn: int) -> None:
    answer = ANSWERS[id][2]
    shown, order = shuffled(answer, random.Random(seed), turn)
    match answer, shown:
        case Choices(options=before, pinned=pinned), Choices(options=after):
            assert tuple(before[index] for index in order) == after
            assert not pinned or before == after
        case Pairs() as before, Pairs() as after:
            partners = {(left.text, before.rights[left.right]) for left in before.lefts}
            assert {(left.text, after.rights[left.right]) for left in after.lefts} == partners
            assert set(before.rights) == set(after.rights)
            assert not before.headings or before.rights == after.rights
            assert sorted(order) == list(range(len(order)))
        case Sequence() as before, Sequence() as after:
            assert before.steps == after.steps
            assert sorted(after.shown) == [0, 1, 2]
            assert after.shown == order
        case _:
            assert (shown, order) == (answer, ())


def test_pinned_entries_stay() -> None:
    answer = ANSWERS["before-or-after"][2]
    assert isinstance(answer, Pairs)
    for seed in range(8):
        assert shuffled(replace(answer, pinned=True), random.Random(seed)) == (replace(answer, pinned=True), (0, 1, 2))


@pytest.mark.parametrize("count", range(2, 9))
def test_on_as_many_forms_as_there_are_options_each_stands_at_each_letter_once(count: int) -> None:
    options = tuple(Option(str(index), not index, HERE) for index in range(count))
    for seed in range(5):
        orders = [shuffled(Choices(options), random.Random(seed), turn)[1] for turn in range(count * 2)]
        for place in range(count):
            assert {order[place] for order in orders[:count]} == set(range(count))
            assert all(one[place] != other[place] for one, other in itertools.pairwise(orders))
    firsts = Counter(shuffled(Choices(options), random.Random(seed), 0)[1] for seed in range(50))
    assert len(firsts) > (1 if count == 2 else 4)


@pytest.mark.parametrize("id", SHUFFLED)
def test_an_item_stands_differently_on_neighbouring_forms(id: str) -> None:
    one = question(id)
    orders = [placed_on(one, 1, 7, "quiz", letter).order for letter in letters(27)]
    apart = [before != after for before, after in itertools.pairwise(orders)]
    assert all(apart)
    assert len(orders[0]) > 2


@pytest.mark.parametrize("id", SHUFFLED)
def test_which_option_is_right_does_not_tell_where_it_stands(id: str) -> None:
    one = question(id)
    mended = replace(one, answer=rekeyed(one.answer))
    if isinstance(one.answer, Sequence):  # its answer is the order it is written in
        mended = replace(one, rationale="Another.")
    for letter in letters(5):
        assert placed_on(one, 1, 7, "q", letter).order == placed_on(mended, 9, 7, "q", letter).order


@pytest.mark.parametrize(("count", "of"), [(2, 2), (3, 3), (5, 5), (14, 4), (40, 26), (7, 7)])
def test_no_item_keeps_its_place_on_as_many_forms_as_there_are_items(count: int, of: int) -> None:
    for seed in range(6):
        made = forms([Section(items(count))], seed, "quiz", of)
        for place in range(count):
            assert len({form.placed[place].question.id for form in made}) == of


def test_an_item_that_nothing_can_change_with_is_said_and_not_left_where_it_is_barred() -> None:
    barred = {("a", 0), ("a", 1), ("a", 2)}
    with pytest.raises(AssertionError, match="`a` has no place left"):
        _make_way(0, ["a", "b", "c"], barred)
    order = ["a", "b", "c"]
    _make_way(0, order, barred - {("a", 2)})
    assert order == ["c", "b", "a"]


def test_places_are_tried_from_the_nearest_on() -> None:
    for count in range(1, 8):
        for at in range(count):
            places = sorted((abs(other - at), other) for other in range(count))
            assert list(_nearest(at, count)) == [other for _, other in places]


def test_on_more_forms_than_items_each_item_is_everywhere_as_often() -> None:
    made = forms([Section(items(5))], 3, "quiz", 26)
    stood = Counter((place, id) for form in made for place, id in enumerate(ids(form)))
    assert set(stood.values()) == {5, 6}
    for before, after in itertools.pairwise(made):
        assert all(one != other for one, other in zip(ids(before), ids(after), strict=True))


def test_essays_come_last_in_their_part_and_parts_keep_theirs() -> None:
    sections = [Section((ESSAY, *items(4)), "One"), Section((), "None"), Section(items(3, of="j"), "Two", "Argue.")]
    for form in forms(sections, 1, "quiz", 4):
        one, none, two = form.parts
        assert isinstance(one.placed[-1].question.answer, Essay)
        assert [placed.number for placed in form.placed] == list(range(1, 9))
        assert {placed.question.id for placed in two.placed} == {"j0", "j1", "j2"}
        assert (one.title, none.placed, two.instructions) == ("One", (), "Argue.")


def test_a_form_does_not_hang_on_how_many_there_are() -> None:
    sections = [Section(items(9))]
    assert forms(sections, 1, "quiz", 5)[:2] == forms(sections, 1, "quiz", 2)
    assert forms(sections, 1, "quiz", 0) == ()


def test_a_new_item_slips_in_between_the_others_and_shuffles_the_options_of_none() -> None:
    most = items(41)
    steps: dict[str, list[int]] = {letter: [] for letter in "ABC"}
    for seed in range(40):
        large = forms([Section(most)], seed, "quiz", 3)
        small = forms([Section(most[:-1])], seed, "quiz", 3)
        for before, after in zip(small, large, strict=True):
            orders = {placed.question.id: placed.order for placed in before.placed}
            assert orders.items() <= {placed.question.id: placed.order for placed in after.placed}.items()
            steps[before.letter].append(moved(ids(before), ids(after)))
    assert set(steps["A"]) == {0}
    assert sum(steps["B"]) / 40 < 3  # of forty: the few that would stand where they stand on form A
    assert sum(steps["C"]) / 40 < 6


def alone(form: Form) -> set[str]:
    """The items that can stand nowhere else: the only essay of a part, and the only one that is no essay."""
    found: set[str] = set()
    for part in form.parts:
        for essays in (False, True):
            group = [p.question.id for p in part.placed if isinstance(p.question.answer, Essay) == essays]
            found.update(group if len(group) == 1 else ())
    return found


def key(answer: Answer) -> int | None:
    """The place of the one key of options that may move."""
    match answer:
        case Choices(options=options, multiple=False, pinned=False):
            return [option.correct for option in options].index(True)
        case _:
            return None


def test_the_forms_of_every_quiz_of_this_course_are_parted() -> None:
    quizzes = in_the_course(4)
    assert len(quizzes) > 20
    keys = 0
    for quiz in quizzes:
        for before, form in itertools.pairwise(quiz.forms):
            same = {id for id, other in zip(ids(form), ids(before), strict=True) if id == other}
            assert same <= alone(form), quiz.id
            answers = {placed.question.id: placed.question.answer for placed in before.placed}
            for placed in form.placed:
                letter = key(placed.question.answer)
                assert letter is None or letter != key(answers[placed.question.id])
                keys += letter is not None
    assert keys > 500
