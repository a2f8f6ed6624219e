"""No text shows the marks of another program.

Only `*emphasis*` and `**strong emphasis**` are read; everything else is printed as it stands: HTML tags and entities,
Markdown links, images, headings and code marks, LaTeX, the blanks of Anki (`{{c1::…}}`), letters that were garbled on
the way (`â€™`, `�`), two full stops. In accepted answers not even emphasis is read. Two spaces do no harm, since every
format makes one of them, and a figure such as `$40` is money and no formula.

Source: Haladyna, Downing & Rodriguez 2002, guideline 11, edit and proof.

Bad:

    rationale: The money is there <b>before</b> it is needed.

Good:

    rationale: The money is there *before* it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import markup
from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding.prose import Written, holding
from quizgen.model import Gaps, Question, Words

NAME = "stray-markup"
SEVERITY = Severity.WARNING

_TAGS = (
    "a b big blockquote br center cite code dd del div dl dt em figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd "
    "li mark ol p pre q s script small span strike strong style sub sup table tbody td th thead tr u ul video"
)
_STRAY = re.compile(
    rf"(?P<tag></?(?:{'|'.join(_TAGS.split())})(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip"
    r"|[aeiouAEIOU]acute|[nN]tilde|#\d+|#x[\da-fA-F]+);)"
    r"|(?P<link>!?\[[^\[\]]+\]\((?:https?:|/|www\.|#|mailto:)[^()\s]*\))"
    r"|(?P<heading>(?:^|\n)#{1,6} (?=\S))"
    r"|(?P<code>`[^`\n]+`|```)"
    r"|(?P<formula>\$[^$\n]*[\\^_{][^$\n]*\$|\\(?:frac|sqrt|text|times|cdot|begin|mathrm|mathbf|left|right)\b|\\[A-Za-z]+\{|\\[(\[])"
    r"|(?P<cloze>\{\{c\d+::)"
    r"|(?P<garbled>�|â€[™œ˜“”¦\x9d\x99]?|Ã[©¡­³±º¨¼¶¤])"
    r"|(?P<stops>(?<![.\s/])(?<!\w\.)\.\.(?![./\w]))"
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)[^*]+(?<=\S)\1(?![\w*])")
_SAYS = {
    "tag": "an HTML tag: delete it, and emphasise with `*…*`",
    "entity": "an HTML entity: write the character itself",
    "link": "a Markdown link: write its text alone",
    "heading": "a Markdown heading: delete the mark",
    "code": "Markdown's code marks: use quotation marks",
    "formula": "LaTeX: write the formula in characters",
    "cloze": "a blank of Anki's: make the item a `cloze` and write `{{answer}}`",
    "garbled": "letters that were garbled on the way: write them anew",
    "stops": "two full stops: write one, or “…”",
}
_SIGNS = ("<", "&", "[", "#", "`", "$", "\\", "{{", "�", "â€", "ã", "..")


def check(course: Course) -> Iterator[Remark]:
    """Complain of the first stray mark of each text."""
    for question, written in holding(course, _SIGNS):
        for entry in written:
            yield from _stray(question, entry)
    for question in course.current:
        yield from _emphasised_answers(question)
        yield from _anki_blanks(question)


def _stray(question: Question, written: Written) -> Iterator[Remark]:
    found = _STRAY.search(written.text)
    if found and found.lastgroup:
        message = f"{written.part} has “{found.group().strip()}”, {_SAYS[found.lastgroup]}"
        yield Remark(written.where, message, item=question.id)


def _emphasised_answers(question: Question) -> Iterator[Remark]:
    match question.answer:
        case Words(accepted=accepted):
            where = question.at("answer") if "answer" in question.fields else question.at("term")
            answers = accepted
        case Gaps(blanks=blanks):
            where, answers = question.at("text"), tuple(answer for blank in blanks for answer in blank.accepted)
        case _:
            return
    for answer in answers:
        if "*" in answer and _EMPHASIS.search(answer):
            message = (
                f"the answer “{answer}” would have to be typed with its stars: emphasis is not read here, delete it"
            )
            yield Remark(where, message, markup.plain(answer), question.id)


_ANKI_BLANK = re.compile(r"c\d+")


def _anki_blanks(question: Question) -> Iterator[Remark]:
    """Blanks that were copied from Anki: `{{c1::answer}}` reads as the answer “c1” with a hint."""
    if not isinstance(question.answer, Gaps):
        return
    for blank in question.answer.blanks:
        if blank.hint and _ANKI_BLANK.fullmatch(blank.accepted[0]):
            message = (
                f"the text has a blank as Anki writes it: write `{{{{{blank.hint}}}}}`, without `{blank.accepted[0]}::`"
            )
            yield Remark(question.at("text"), message, item=question.id)
