"""What is shown, and in which order, before any script runs."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.exporters.html.data import asked
from quizgen.model import Pairs
from quizgen.wording import EN
from tests.exporters.html.conftest import page_of
from tests.quizzes import ANSWERS, BRIEF, every_shape


def test_the_key_does_not_stand_where_the_curator_wrote_it() -> None:
    """Without a script, options stand by the alphabet; pinned ones as they were written."""
    page = page_of(every_shape())
    form = page.split('id="item-why-a-fund"')[1].split("</ul>")[0]
    assert re.findall(r'value="(\d)"', form) == ["3", "0", "1", "2"]
    pinned = page.split('id="item-years-of-storms"')[1].split("</ul>")[0]
    assert re.findall(r'value="(\d)"', pinned) == ["0", "1", "2"]


def test_pinned_entries_of_a_sort_keep_their_order() -> None:
    answer = ANSWERS["before-or-after"][2]
    assert isinstance(answer, Pairs)
    orders = [asked(replace(answer, pinned=pinned), EN).order for pinned in (False, True)]
    assert [list(order) for order in orders] == [[2, 1, 0], [0, 1, 2]]


def test_evidence_in_another_language_says_so() -> None:
    assert 'class="quote" lang="en"' in page_of(every_shape(language="es"))
    assert 'class="quote" lang' not in page_of(every_shape())


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/storms?a=1&amp;b=2"' in page_of(every_shape())
    brief = replace(BRIEF, url="javascript:alert(1)")
    page = page_of(replace(every_shape(), briefs=(brief,)))
    assert "javascript:" not in page
    assert "Restated from paragraph 1" in page
