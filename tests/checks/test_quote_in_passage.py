from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.checks import passage_exists, quote_distinct, quote_in_passage, quote_typography
from quizgen.course import load
from quizgen.findings import Location, Remark, Rewrite, Severity
from tests.conftest import STARTER
from tests.examples import of_rule

Write = Callable[[str], Path]
BANK, BRIEF = "questions/storm-savings.yaml", "corpus/storm-savings.md"


def evidence(quote: str, passage: str = "p2") -> str:
    return of_rule(f"evidence:\n  - passage: {passage}\n    quote: >-\n      {quote}\n")


def place(words: str) -> Location:
    """Where words stand in the sample brief."""
    lines = (STARTER / BRIEF).read_text(encoding="utf-8").split("\n")
    ((line, column),) = [(number, line.index(words)) for number, line in enumerate(lines, 1) if words in line]
    return Location(BRIEF, line, column + 1)


def remark(course: Path) -> Remark:
    (found,) = quote_in_passage.check(load(course))
    return found


@pytest.mark.parametrize(
    "quote",
    [
        "a storm fund, money that is set aside before a storm",
        "The island keeps a storm fund … so that repairs can begin at once",
        "The island keeps a storm fund [...] Mayor Lucía Ibarra proposed it",
        "the council agreed; since then it sets aside 2.5 percent",
        "the ferry pier and the coast\u00a0road",
    ],
)
def test_what_stands_in_the_passage_passes(bank_of: Write, quote: str) -> None:
    assert list(quote_in_passage.check(load(bank_of(evidence(quote))))) == []


def test_a_drifted_quote_is_shown_its_words_and_where_they_stand(bank_of: Write) -> None:
    found = remark(bank_of(evidence("the island waited seven weeks for a loan", "p3")))
    assert found.message == (
        "the quote is not in passage p3: it says “seven” where the passage says “eleven”"
    )  # fmt: skip
    assert found.suggestion == "the island waited eleven weeks for a loan"
    assert found.see == place("the island waited eleven weeks")
    assert found.edit is None  # whether the passage or the item is right is for a reader to say


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("repairs can begin the morning instead of waiting", "it leaves out “next”"),
        ("repairs can never begin the next morning instead", "it adds “never”"),
        ("repairs begin can the next morning instead of waiting", "its words stand in another order there"),
        (
            "repairs could begin the next day instead of",
            "it says “could” where the passage says “can” and says “day” where the passage says “morning”",
        ),
    ],
)
def test_words_left_out_and_added_are_named(bank_of: Write, quote: str, said: str) -> None:
    assert remark(bank_of(evidence(quote, "p3"))).message == f"the quote is not in passage p3: {said}"


def test_many_differences_are_left_to_the_suggestion(bank_of: Write) -> None:
    found = remark(bank_of(evidence("with the full fund repair could begin next mornings instead of waiting", "p3")))
    assert found.message == "the quote is not in passage p3"
    assert found.suggestion == "with a full fund repairs can begin the next morning instead of waiting"


def test_a_difference_in_punctuation_alone_is_mended_unseen(bank_of: Write) -> None:
    found = remark(bank_of(evidence("pays for public roofs the ferry pier, and the coast road")))
    assert found.message == "the quote is not in passage p2: they differ in punctuation"
    assert isinstance(found.edit, Rewrite)
    assert found.edit.text == found.suggestion == "pays for public roofs, the ferry pier and the coast road"


def test_case_and_accents_are_a_warning_with_the_passages_words(bank_of: Write) -> None:
    found = remark(bank_of(evidence("mayor Lucia Ibarra proposed it")))
    assert (found.severity, found.suggestion) == (Severity.WARNING, "Mayor Lucía Ibarra proposed it")
    assert found.edit == Rewrite(found.where, "Mayor Lucía Ibarra proposed it")
    assert found.see == place("Mayor Lucía")  # the name goes on in the next line


def test_a_quote_of_another_passage_is_moved_there(bank_of: Write) -> None:
    found = remark(bank_of(evidence("the island waited eleven weeks")))
    assert found.message == "the quote is not in passage p2 but in p3: write `passage: p3`"
    assert found.edit == Rewrite(Location(BANK, 6, 18), "p3")
    assert found.see == place("the island waited eleven weeks")


def test_the_place_to_write_the_passage_is_its_own_where_the_brief_is_given_too(bank_of: Write) -> None:
    text = evidence("the island waited eleven weeks").replace("- passage", "- brief: storm-savings\n        passage")
    found = remark(bank_of(text))
    assert found.edit == Rewrite(Location(BANK, 7, 18), "p3")


@pytest.mark.parametrize("quote", ["repairs can begin", "eleven weeks"])
def test_a_few_words_move_nothing_unseen(bank_of: Write, quote: str) -> None:
    found = remark(bank_of(evidence(quote, "p1")))
    assert "write `passage: p" in found.message
    assert found.edit is None


def test_a_quote_of_another_brief_is_told_so(bank_of: Write) -> None:
    course = bank_of(evidence("the lighthouse burned down in spring"))
    brief = (course / BRIEF).read_text(encoding="utf-8")
    head = brief[: brief.index("Isla Clara, an island")]
    other = head + "First.\n\nIn that year the lighthouse burned down in spring.\n"
    (course / "corpus" / "lighthouse.md").write_text(other, encoding="utf-8")
    found = remark(course)
    assert found.message == (
        "the quote is not in brief storm-savings but in lighthouse: write `brief: lighthouse` and `passage: p2`"
    )
    assert found.edit is None
    assert found.see is not None
    assert found.see.path == "corpus/lighthouse.md"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Mayor Lucía Ibarra proposed it … money that is set aside before", "the parts of the quote stand in another"),
        ("Mayor Lucía Ibarra proposed it … ferries sail at dawn and dusk", "the part “ferries sail at dawn and dusk”"),
        (
            "Mayor Lucía Ibarra proposed it … for nothing private",
            "the part “for nothing private” of the quote has fewer",
        ),
        ("Mayor Lucía Ibarra proposed it … money that is set aside after a storm", "a part of the quote is not in"),
    ],
)
def test_parts_of_a_quote_are_spoken_of(bank_of: Write, quote: str, said: str) -> None:
    assert remark(bank_of(evidence(quote))).message.startswith(said)


def test_a_drifted_part_is_mended_in_its_place(bank_of: Write) -> None:
    found = remark(bank_of(evidence("The island keeps a storm fund … In 1999, two years after a storm")))
    assert found.suggestion == "The island keeps a storm fund … In 1999, a year after a storm"


def test_the_nearest_words_may_stand_in_another_passage(bank_of: Write) -> None:
    found = remark(bank_of(evidence("an insurer too would take weeks to pay", "p2")))
    assert found.message == "the quote is not in passage p2; p4 has words like it"
    assert found.suggestion == "an insurer, too, takes weeks to pay"


def test_what_is_far_from_everything_gets_no_suggestion(bank_of: Write) -> None:
    found = remark(bank_of(evidence("ferries sail at dawn and dusk on all days but Sunday")))
    assert (found.message, found.suggestion) == ("the quote is not in passage p2", None)


def test_a_retired_item_may_have_lost_its_passage(bank_of: Write) -> None:
    text = of_rule("retired: 2026-01-01\nevidence: [{passage: p2, quote: it is gone from the brief}]")
    assert list(quote_in_passage.check(load(bank_of(text)))) == []


def test_a_passage_that_is_gone_is_replaced_by_the_one_that_has_the_quote(bank_of: Write) -> None:
    (found,) = passage_exists.check(load(bank_of(evidence("the island waited eleven weeks", "p9"))))
    assert found.edit == Rewrite(found.where, "p3")
    (found,) = passage_exists.check(load(bank_of(evidence("repairs can begin", "p9"))))
    assert (found.suggestion, found.edit) == (None, None)  # these words stand in p2 and in p3


def test_short_quotes_and_repeated_ones_ask_for_words(bank_of: Write) -> None:
    (found,) = quote_distinct.check(load(bank_of(evidence("the ferry pier"))))
    assert found.message == "the quote has 3 words: quote at least 4, so that it says where the answer stands"
    assert found.see == place("the ferry pier and")
    course = bank_of(evidence("the council may borrow again"))
    brief = course / BRIEF
    text = brief.read_text(encoding="utf-8")
    more = "\nAfter a calm year the council may borrow again.\n\nAfter a bad year the council may borrow again.\n"
    brief.write_text(text + more + more.replace("bad", "wet").replace("calm", "dry"), encoding="utf-8")
    (found,) = quote_distinct.check(load(bank_of(evidence("the council may borrow again", "p5"))))
    assert found.message.startswith("the quote stands in p5, p6, p7 and p8: quote more words")
    assert found.see == Location(BRIEF, 27, 18)


def test_a_sentence_that_the_brief_repeats_is_let_be(bank_of: Write) -> None:
    course = bank_of(evidence("the council may borrow again", "p5"))
    brief = course / BRIEF
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text + 2 * "\nAfter a storm the council may borrow again.\n", encoding="utf-8")
    assert list(quote_distinct.check(load(course))) == []


def test_a_passage_that_is_short_itself_is_quoted_whole(bank_of: Write) -> None:
    course = bank_of(evidence("A storm fund", "p5"))
    brief = course / BRIEF
    brief.write_text(brief.read_text(encoding="utf-8") + "\n- A storm fund\n", encoding="utf-8")
    assert list(quote_distinct.check(load(course))) == []


def test_typography_is_offered_to_be_mended(bank_of: Write) -> None:
    course = bank_of(evidence("the ferry pier and the coast\u00a0road"))
    (found,) = quote_typography.check(load(course))
    assert found.edit == Rewrite(found.where, "the ferry pier and the coast road")
    assert list(quote_typography.check(load(bank_of(evidence("mayor Lucia Ibarra proposed it"))))) == []
