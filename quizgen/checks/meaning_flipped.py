"""An answer does not turn round what its evidence says.

Named are a denial on one side alone (`not`, `never`, `without` …), and a word against its opposite (`more` and
`fewer`, `before` and `after`, `rose` and `fell`, `legal` and `illegal` …), where what stands around them is the same in
the answer and in the sentences of the quotes. Read the two side by side: one of them is wrong, or the quote is of the
wrong sentence. Where both are right, `allow: {meaning-flipped: why}` says so. Distractors are meant to be false and are
not read.

Words cannot prove that an answer follows from its evidence. This rule does not see who does what to whom (“the council
asked the lender” for “the lender asked the council”), nor a flip by words that no table holds (“keep out” for “let
in”), by words that the answer does not share with the sentence, or beside another denial. Of 99 flips of sound answers
made by hand it named about 60. In seven banks that others wrote it named 15 of 245 sound items at first, nine of them
essays, which say much that is not in their quotes; since these were seen to it names none of them.

Bad:

    answer: Money that is set aside after a storm

Good:

    answer: Money that is set aside before a storm
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import Carrier, carriers, grounds
from quizgen.model import Pairs, Question, Statement
from quizgen.text import meaning

NAME = "meaning-flipped"
SEVERITY = Severity.WARNING


def check(course: Course) -> Iterator[Remark]:
    """Complain of each claim that denies or reverses what the sentences of its quotes say."""
    language = course.settings.language
    for ground in grounds(course):
        question = ground.question
        carrying = carriers(ground)
        if not carrying or any(brief.language != language for brief in ground.briefs):
            continue
        source = "\n".join(carrier.text for carrier in carrying)
        for claim in question.claims:
            beside = "" if claim.text == question.stem else question.stem
            heading = _heading(claim, question)
            for flip in meaning.flips(claim.text, source, language, beside=beside):
                at = claim.text.casefold().find(flip.said.casefold())
                if not (flip.said and 0 <= at < heading):
                    yield Remark(claim.at(max(0, at)), _message(flip), item=question.id, see=_place(carrying, flip.at))


def _heading(claim: Statement, question: Question) -> int:
    """How much of a claim is a heading, which stands over other entries too and is said of none in the evidence."""
    answer = question.answer
    headings = answer.rights if isinstance(answer, Pairs) and answer.headings else ()
    return next((len(heading) for heading in headings if claim.text.startswith(f"{heading}: ")), 0)


def _message(flip: meaning.Flip) -> str:
    if not flip.said:
        return f"the evidence says “{flip.source}” where the answer denies nothing: read the two side by side"
    return f"the answer says “{flip.said}” where the evidence says “{flip.source}”: read the two side by side"


def _place(carrying: tuple[Carrier, ...], offset: int) -> Location:
    """Where a code point of the joined sentences stands in the brief."""
    for carrier in carrying:
        if offset <= len(carrier.text):
            return carrier.passage.at(carrier.start + offset)
        offset -= len(carrier.text) + 1
    return carrying[-1].passage.where
