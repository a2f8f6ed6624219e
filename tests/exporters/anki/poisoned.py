"""Text of curators that a card could act on instead of showing it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Criterion,
    Essay,
    Gaps,
    Left,
    Number,
    Option,
    Pairs,
    Quiz,
    Sequence,
    Step,
    Words,
)
from tests.exporters.anki.packaging import with_questions
from tests.quizzes import ANSWERS, BRIEF, HERE, every_shape, question

EVIL = (
    "</div><script>window.hacked = 1</script>", "<img src=x onerror=window.hacked=1>", "{{c1::x}}", "{{Front}}",
    "{{#ID}}", "}}", "a::b", 'say "so"', "R&D &amp; &#123;", "[sound:x.mp3]", "[latex]x[/latex]",
    "<!-- shuffle.js -->", "a:", "</script></style></template>", "<svg onload=window.hacked=1>", "<!--", "]]>",
    "$$x$$", "[[type:Typed]]", "{{type:Typed}}",
    "{{hint:Stem}}", "{{cloze:Text}}", "<%ID%>", "{{=<% %>=}}", "[anki:play:q:0]", "[anki:tts lang=en_US]x[/anki:tts]",
    "[$]x[/$]", "\u202eright to left\u2066 for ever", "\u05e9\u05dc\u05d5\u05dd", "W" * 1_500, "* _ ** __ x", "'&quot;",
    "javascript:window.hacked=1", "data:text/html,<script>window.hacked=1</script>",
)  # fmt: skip

# In prose a backslash takes the mark behind it for what it is, so that these show otherwise there.
WITH_BACKSLASHES = (
    "\\(x\\) \\[x\\]", "\\\\(\\\\href{javascript:window.hacked=1}{x}\\\\)", "\\begin{x}\\end{x}", "x\\",
)  # fmt: skip


def poisoned(evil: str) -> Quiz:
    """A quiz of all shapes in which every text is the evil one, with a number where texts must differ."""
    one, two, three = (f"{number} {evil}" for number in (1, 2, 3))
    answers: dict[str, Answer] = {
        "choice": Choices((Option(one, True, HERE, evil), Option(two, False, HERE, evil))),
        "words": Words((one, two)),
        "term": Words((one, two), reverse=True),
        "gaps": Gaps((one, Blank((evil, two), evil), three, Blank((one, two)))),
        "pairs": Pairs((Left(one, 0, HERE, evil), Left(two, 1, HERE)), (one, two, three)),
        "groups": Pairs((Left(one, 0, HERE, evil), Left(two, 1, HERE)), (one, two), headings=True),
        "steps": Sequence(tuple(Step(text, HERE) for text in (one, two, three)), (0, 1, 2)),
        "essay": Essay(evil, (Criterion(evil, 1),), 3),
        "number": replace(_number(), unit=evil, derived=evil),
    }
    questions = [
        replace(question("who-governs"), id=id, stem=evil, rationale=evil, answer=answer)
        for id, answer in answers.items()
    ]
    evidence = replace(questions[0].evidence[0], quote=evil)
    passages = (replace(BRIEF.passages[0], text=evil),)
    brief = replace(BRIEF, title=evil, authors=(evil,), publisher=evil, passages=passages, url="javascript:hacked()")
    quiz = replace(every_shape(), title=evil, course_title=evil, briefs=(brief,))
    return with_questions(*(replace(each, evidence=(evidence,)) for each in questions), quiz=quiz)


def _number() -> Number:
    answer = ANSWERS["share-saved"][2]
    assert isinstance(answer, Number)
    return answer
