from __future__ import annotations

from benchmarks.machine import described
from benchmarks.results import page
from benchmarks.telling import Plan, Promise, Section, Table, at_least, at_most
from tests.conftest import REPOSITORY


def test_a_promise_is_met_or_not_or_not_measured() -> None:
    assert at_most("speed", 4, 4.0, " s") == Promise("speed", "4.00 s", True)
    assert at_most("speed", 4, 4.01).met is False
    assert at_least("ratio", 4, 3.99).met is False
    assert at_least("ratio", 4, None) == Promise("ratio", "not measured", None)


def test_the_page_names_the_machine_and_the_date_and_says_what_is_not_met() -> None:
    promises = (Promise("fast", "9 s", False), Promise("small", "3 MiB", True), Promise("large"))
    section = Section("Sizes", "About it.", (Table(("a", "b"), (("one", "2"),)),), ("Queck",), promises)
    text = page([section], described(), "2026-01-31", Plan((100, 1_000)))
    for said in ("2026-01-31", "cores", "GiB", "Python 3.", "100, 1,000", "- Left out: Queck", "| one | 2 |"):
        assert said in text
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("|")]
    assert ["fast", "9 s", "**not met**"] in rows
    assert ["small", "3 MiB", "met"] in rows
    assert ["large", "not measured", "–"] in rows


def test_nothing_in_the_page_tells_where_it_was_made() -> None:
    assert str(REPOSITORY) not in page([], described(), "2026-01-31", Plan())
