"""What an answer sheet has no bubbles for: items of more options than there are letters, and more items than its pages
hold. They stay on the paper, and the sheet says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.exporters.pdf.answer_sheet import rows
from quizgen.findings import Remark
from quizgen.model import Choices, Quiz


def of_quiz(quiz: Quiz) -> Iterator[Remark]:
    """What the sheets of a quiz have no bubbles for."""
    for question in quiz.questions:
        answer = question.answer
        if isinstance(answer, Choices) and len(answer.options) > rows.MOST_OPTIONS:
            message = (
                f"an answer sheet has bubbles for {rows.MOST_OPTIONS} options at most, and here are "
                f"{len(answer.options)}: the item is answered on the paper"
            )
            yield Remark(question.at("stem"), message, item=question.id)
    left = max((rows.left_over(form) for form in quiz.forms), default=0)
    if left:
        message = (
            f"an answer sheet has {rows.MOST_PAGES} pages at most: of {quiz.id}, the last {left} items with options "
            "are answered on the paper"
        )
        yield Remark(quiz.questions[0].where, message)
