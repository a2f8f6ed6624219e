from __future__ import annotations

import pytest

from quizgen import markup

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
        (
            markup.paragraph,
            "A <i>so</i> and <b>so</b> 2 * 3 &lt; 4 &amp; snake_case &lt;b&gt;x&lt;/b&gt; *raw* [a](b) `c`<br/>next",
        ),
    ],
)
def test_emphasis_and_nothing_else(render: object, expected: str) -> None:
    assert callable(render)
    assert render(TEXT) == expected
