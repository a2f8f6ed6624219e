"""What is shown, and in which order, before any script runs."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from quizgen.exporters.html import data
from quizgen.exporters.html.asked import asked
from quizgen.exporters.html.data import content_mark
from quizgen.model import Pairs, Sequence, Step
from quizgen.wording import EN
from tests.exporters.html.conftest import page_of
from tests.quizzes import ANSWERS, BRIEF, HERE, QUOTE, every_shape, question


def test_the_key_does_not_stand_where_the_curator_wrote_it() -> None:
    """Without a script, options stand by the alphabet; pinned ones as they were written."""
    page = page_of(every_shape())
    assert options(page, "why-a-fund") == [
        "So that new harbors can be dug",
        "So that repairs need not wait for loans",
        "So that taxes &amp; fees can be &lt;cut&gt;",
        "So that the ferry can be sold",
    ]
    assert options(page, "years-of-storms") == ["1998", "2007", "2017"]


def options(page: str, id: str) -> list[str]:
    return re.findall(r"<label><input[^>]*> (.*?)</label>", page.split(f'id="item-{id}"')[1].split("</fieldset>")[0])


@pytest.mark.parametrize(
    ("id", "key", "letters"),
    [
        ("why-a-fund", "1", "B"),
        ("what-it-pays", "0 1", "A, B"),
        ("who-said-what", "2 0", "1 C · 2 A"),
        ("before-or-after", "0 1 0", "1 A · 2 B · 3 A"),
        ("order-of-work", "1 2 0", "C · A · B"),
        ("share-saved", "2.5 0.1", ""),
        ("who-governs", "", ""),
    ],
)
def test_the_key_goes_by_places_on_the_page(id: str, key: str, letters: str) -> None:
    item = asked(ANSWERS[id][2], EN)
    assert (item.key, item.letters) == (key, letters)


@pytest.mark.parametrize("texts", [*itertools.permutations(("Clear", "Mend", "Open")), ("Clear", "Open")])
def test_steps_are_never_shown_in_their_right_order(texts: tuple[str, ...]) -> None:
    steps = tuple(Step(text, HERE) for text in texts)
    item = asked(Sequence(steps, tuple(range(len(steps)))), EN)
    assert sorted(item.order) == list(range(len(steps)))
    assert list(item.order) != list(range(len(steps)))
    assert [int(place) for place in item.key.split()] == list(item.order)


def test_a_mark_changes_with_what_is_asked_and_with_nothing_else() -> None:
    marks = {content_mark(question(id)) for id in ANSWERS}
    assert len(marks) == len(ANSWERS) == 12
    for id in ANSWERS:
        asked_now = question(id)
        assert content_mark(replace(asked_now, rationale="Other.", points=9.0, id="other")) == content_mark(asked_now)
        assert content_mark(replace(asked_now, stem="Other?")) != content_mark(asked_now)


def test_places_in_a_passage_are_counted_as_scripts_count() -> None:
    passage = replace(BRIEF.passages[0], text=f"\U0001f300 {QUOTE}, 𝔞 and so on.")
    quiz = replace(every_shape(), briefs=(replace(BRIEF, passages=(passage,)),))
    assert data.items(quiz, EN, {})[0].cited[0].at == f"3-{3 + len(QUOTE)}"


def test_pinned_entries_of_a_sort_keep_their_order() -> None:
    answer = ANSWERS["before-or-after"][2]
    assert isinstance(answer, Pairs)
    orders = [asked(replace(answer, pinned=pinned), EN).order for pinned in (False, True)]
    assert [list(order) for order in orders] == [[2, 1, 0], [0, 1, 2]]


def test_evidence_in_another_language_says_so() -> None:
    marked = '<div id="b1p1">\n<p lang="en">'
    assert marked in page_of(every_shape(language="es"))
    assert marked.replace(' lang="en"', "") in page_of(every_shape())


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/storms?a=1&amp;b=2"' in page_of(every_shape())
    brief = replace(BRIEF, url="javascript:alert(1)")
    page = page_of(replace(every_shape(), briefs=(brief,)))
    assert "javascript:" not in page
    assert "Restated from paragraph 1" in page
