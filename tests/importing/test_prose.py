from __future__ import annotations

import pytest

from quizgen.importing.prose import LONGEST, Texts
from quizgen.importing.values import UnreadableError

# how it is written, the text, our text, what is lost
SAMPLES = [
    ("html", '<p dir="auto">Is it <b>so </b>or <i>so</i>?</p>', "Is it **so** or *so*?", []),
    ("html", "<p>One</p>\n<p>two<br/>three</p><div></div>", "One\ntwo\nthree", []),
    ("html", "a\n b", "a b", []),
    ("auto", "a\n b", "a\nb", []),
    ("html", "3 &lt; 4 &amp; caf&eacute;&nbsp;au lait", "3 < 4 & café au lait", []),
    ("html", "3 < 4", "3 < 4", []),
    ("html", "<strong><em>both</em></strong>", "***both***", []),
    ("html", '<span style="font-weight: bold">b</span><span style="font-style:italic">i</span>', "**b***i*", []),
    ("html", "<u>u</u> <span>s</span>", "*u* s", []),
    ("html", "2 * 3 * 4, snake_case, \\(x\\)", "2 * 3 * 4, snake_case, \\\\(x\\\\)", []),
    ("html", "*a* _b_", "\\*a\\* \\_b\\_", []),
    ("html", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>", "• a\n• b\n1. c\n2. d", []),
    ("html", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2", []),
    ("html", "CO<sub>2</sub>, 10<sup>-3</sup>, 1<sup>st</sup>", "CO₂, 10⁻³, 1st", []),
    ("html", "x<sup>k</sup>", "xk", ["that “k” is raised"]),
    ("html", '<a href="https://e.org/a">here</a>', "here (https://e.org/a)", []),
    ("html", '<a href="https://e.org/a">https://e.org/a</a>', "https://e.org/a", []),
    ("html", '<a href="@@PLUGINFILE@@/a.pdf">here</a>', "here", ["the link to a.pdf"]),
    ("html", '<a href="javascript:alert(1)">here</a>', "here", ["the link to javascript:alert(1)"]),
    ("html", '<img src="a/m%20p.png?x=1">', "[insert the image m p.png]", ["the image m p.png"]),
    (
        "html",
        '<img src="data:image/png;base64,AAAA" alt="[a] map">',
        "[insert the image a map]",
        ["the image in the page"],
    ),
    (
        "html",
        '<img class="equation_image" data-equation-content="x^2">',
        "[insert the formula x^2]",
        ["the formula x^2"],
    ),
    ("html", "a <math><mi>x</mi></math> b", "a [insert the formula] b", ["the formula"]),
    (
        "html",
        '<video src="v.mp4">no</video><iframe src="https://e.org/x"></iframe>',
        None,
        ["the video v.mp4", "the embedded page x"],
    ),
    ("html", "<script>alert(1)</script>a<style>b{}</style><!-- c -->", "a", ["a script"]),
    ("html", "a<!-- never ends", "a", []),
    ("html", "<b>never ends", "**never ends**", []),
    ("html", "</b>never began", "never began", []),
    ("plain", "<b>a</b> *b*", "<b>a</b> \\*b\\*", []),
    (
        "markdown",
        "Is *it* **so**?\n\n![A map](m.png) [here](https://e.org)",
        "Is *it* **so**?\n[insert the image A map] here (https://e.org)",
        ["the image m.png"],
    ),
    ("html", "a\x00\x07b\ufeff\u2028c\r\nd", "ab c d", []),
    ("html", "<p> </p>", "", []),
]


@pytest.mark.parametrize(("form", "text", "ours", "lost"), SAMPLES)
def test_texts_become_ours(form: str, text: str, ours: str | None, lost: list[str]) -> None:
    texts = Texts()
    said = texts.prose(text, form)
    if ours is not None:
        assert said == ours
    assert texts.lost == lost


def test_plain_fields_have_no_marks() -> None:
    for text, said in [("<b>4 &lt; 5</b>", "4 < 5"), ("a*b_c", "a*b_c"), ("a\n\nb", "a b")]:
        assert Texts().plain(text) == said
    assert Texts().plain("<b>", "plain") == "<b>"


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(UnreadableError):
        Texts().prose("a" * (LONGEST + 1))
    with pytest.raises(UnreadableError):
        Texts().plain("a" * (LONGEST + 1))
