from __future__ import annotations

import random

import pytest

from quizgen import markup
from quizgen.markup import Span

TEXT = "A *so* and **so** 2 * 3 < 4 & snake_case <b>x</b> \\*raw\\* [a](b) `c`\nnext"


@pytest.mark.parametrize(
    ("render", "expected"),
    [
        (markup.plain, "A so and so 2 * 3 < 4 & snake_case <b>x</b> *raw* [a](b) `c`\nnext"),
        (
            markup.html,
            "A <em>so</em> and <strong>so</strong> 2 * 3 &lt; 4 &amp; snake_case &lt;b&gt;x&lt;/b&gt; "
            "*raw* [a](b) `c`<br>next",
        ),
    ],
)
def test_emphasis_and_nothing_else(render: object, expected: str) -> None:
    assert callable(render)
    assert render(TEXT) == expected


def test_runs_are_marked_with_as_few_marks_as_that_takes() -> None:
    for runs, text in [
        ((Span("2 * 3 and snake_case"),), "2 * 3 and snake_case"),
        ((Span("*so*"),), r"\*so\*"),
        ((Span("is it "), Span("so", emphasis=True), Span("?")), "is it *so*?"),
        ((Span("so ", emphasis=True), Span("it "), Span("is", strong=True)), "*so* it **is**"),
        ((Span("a"), Span("b", emphasis=True), Span("c", emphasis=True, strong=True)), None),
        ((Span("5*", emphasis=True), Span("*")), None),
        ((Span("\\"), Span("*", emphasis=True)), None),
        ((), ""),
    ]:
        made = markup.marked(runs)
        assert text in (None, made)
        assert markup.plain(made) == "".join(run.text for run in runs)


def test_whatever_the_runs_say_their_text_comes_back() -> None:
    chance = random.Random(3)
    for _ in range(2000):
        runs = [
            Span(
                "".join(chance.choices("ab *_\\.!\n", k=chance.randrange(1, 5))),
                chance.random() < 0.3,
                chance.random() < 0.3,
            )
            for _ in range(chance.randrange(1, 5))
        ]
        text = " ".join("".join(run.text for run in runs).split())
        assert " ".join(markup.plain(markup.marked(runs)).split()) == text
