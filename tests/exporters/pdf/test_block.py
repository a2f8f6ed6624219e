"""How blocks fill pages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

from quizgen import wording
from quizgen.exporters.pdf.block import Block, Row
from quizgen.exporters.pdf.paginating import paginate
from quizgen.model import Answer, Choices, Criterion, Essay, Option
from tests.exporters.pdf.printing import Make, key_of, paper_of, quiz_of
from tests.exporters.pdf.reading import pages
from tests.exporters.pdf.samples import WHY_A_FUND
from tests.quizzes import HERE, question


def block(height: float, *, rows: int = 1, heads: bool = False) -> Block:
    again = Row.of(least=5)
    return Block(tuple(Row.of(least=height / rows) for _ in range(rows)), above=10, heads=heads, again=again)


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    heading, item = block(20, heads=True), block(50)
    assert tuple(paginate([block(60), heading, heading, item], 130)) == ((block(60),), (heading, heading, item))
    assert len(tuple(paginate([block(60), heading, item], 160))) == 1


def test_a_row_that_nothing_can_part_runs_over_its_page_and_ends() -> None:
    sizes = [len(page) for page in paginate([block(50), block(300), block(50)], 100)]
    assert sizes == [1, 1, 1]


@pytest.mark.parametrize("seed", range(60))
def test_pages_hold_everything_in_order_and_part_only_what_they_must(seed: int) -> None:
    rng = random.Random(seed)
    blocks = [
        block(rng.choice((5, 33.3, 80, 99.9, 100, 250)), rows=rng.choice((3, 7)), heads=rng.random() < 0.2)
        for _ in range(rng.randrange(1, 12))
    ]
    again = {id(one.again) for one in blocks}
    made = tuple(paginate(blocks, 100))
    placed = [row for page in made for one in page for row in one.rows if id(row) not in again]
    assert [id(row) for row in placed] == [id(row) for one in blocks for row in one.rows]
    for page in made:
        assert page
        assert sum(one.height + (one.above if index else 0) for index, one in enumerate(page)) <= 100.01
    for before, one in zip([block(5), *blocks], blocks, strict=False):
        if one.height <= 100 and not before.heads:
            assert any(one is whole for page in made for whole in page)


COUNTED = " ".join(f"C{number}." for number in range(3000))
TALL: dict[str, Answer] = {
    "many options": Choices(tuple(Option(f"C{n}. {'An option of some length.' * 3}", n == 3, HERE) for n in range(77))),
    "a long option": Choices((Option(COUNTED, True, HERE), Option("No", False, HERE))),
    "a long model answer": Essay(COUNTED, (Criterion("It is long", 1),), 90),
}


@pytest.mark.parametrize("tall", [*TALL, "a long stem"])
@pytest.mark.parametrize("make", [paper_of, key_of])
def test_an_item_that_is_taller_than_a_page_goes_on_overleaf(make: Make, tall: str, tmp_path: Path) -> None:
    item = replace(WHY_A_FUND, answer=TALL[tall]) if tall in TALL else replace(WHY_A_FUND, stem=COUNTED)
    found = pages(make(quiz_of(question("who-governs"), item, question("fund-is-loan"))), tmp_path)
    assert sum(f"2. {wording.EN.continued}" in page for page in found) >= max(1, len(found) - 2)
    if (make, tall) != (paper_of, "a long model answer"):
        count = 77 if tall == "many options" else 3000
        assert "C0." in found[0]
        assert re.findall(r"\bC(\d+)\.", " ".join(found)) == [str(number) for number in range(count)]
    assert "A storm fund is a loan." in found[-1]


class Counting(tuple[Row, ...]):
    """Rows that count how often one of them is looked at."""

    looks: ClassVar[int] = 0

    def __iter__(self) -> Iterator[Row]:
        for row in super().__iter__():
            Counting.looks += 1
            yield row

    def __getitem__(self, key: Any) -> Any:
        Counting.looks += len(range(*key.indices(len(self)))) if isinstance(key, slice) else 1
        return super().__getitem__(key)


def test_a_block_of_many_rows_is_parted_without_looking_at_each_again_and_again() -> None:
    Counting.looks = 0
    count = 2000
    first, rest = Block(Counting([Row.of(least=10)] * count), above=0).split(7005, 10_000)
    assert rest is not None
    assert (len(first.rows), len(rest.rows)) == (700, count - 700)
    assert Counting.looks < 5 * count
