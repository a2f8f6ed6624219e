from __future__ import annotations

from tests.checks.choosing import choice, messages, remarks, select

SHORT = ("A loan", "A gift from the mainland", "A tax on tickets")


def test_the_message_compares_the_lengths() -> None:
    (remark,) = remarks("longest-option", choice("Money that the council sets aside before a storm", *SHORT))
    assert "48 characters against 24" in remark.message
    assert (remark.where.line, remark.where.column) == (5, 13)
    assert remark.item == "example-1"


def test_a_key_that_is_a_little_longer_passes() -> None:
    assert not messages("longest-option", choice("Money set aside before storms", *SHORT))


def test_long_options_may_differ_by_more() -> None:
    key, distractor = ("money " * 20).strip(), ("loans " * 17).strip()
    assert len(key) - len(distractor) > 15
    assert not messages("longest-option", choice(key, distractor))


def test_the_longest_distractor_counts_not_the_usual_one() -> None:
    key = "Money that the council sets aside before a storm"
    assert not messages("longest-option", choice(key, "A loan", "A gift", "A loan from a bank that the mainland owns"))


def test_a_name_is_as_long_as_it_is() -> None:
    assert not messages("longest-option", choice("The Isla Clara Institute of Storm Economics", "Ibarra", "Rey"))


def test_marks_of_emphasis_do_not_count() -> None:
    assert not messages(
        "longest-option", choice("Money **set** aside *before* a **storm**", "A loan agreed *after* it")
    )


def test_of_several_keys_the_shortest_counts() -> None:
    long = "Money that the council sets aside before each storm"
    assert not messages("longest-option", select([long, "The pier"], ["Private boats", "Cars"]))
    assert messages("longest-option", select([long, f"{long} or after it"], ["Private boats", "Cars"]))
