"""About as many true-or-false statements of a bank are true as are false.

Who meets eight true statements in ten marks every one true. A bank is named where less than 35 or more than 65 percent
of ten statements or more are true, or where five or more are all alike. Turn some round: a false statement says what a
careless reader would believe, and its `correction` what the brief says.

Runs of the same answer do not matter, since items are shuffled. Source: Haladyna, Downing and Rodriguez 2002,
guideline 20, which asks for keys that are spread evenly.

Bad, ten of each:

    type: true-false
    stem: A storm can take the {this}, in the brief's account.
    answer: true

Good, five of each:

    - type: true-false
      stem: A storm can take the {this}, in the brief's account.
      answer: true
    - type: true-false
      stem: A lender can take the {this}, in the brief's account.
      answer: false
      correction: A storm can take the {this}, in the brief's account.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Remark, Severity
from quizgen.grounding import is_statement
from quizgen.model import Bank, Choices

NAME = "true-false-balance"
SEVERITY = Severity.WARNING

_FEWEST = 10
_FEWEST_ALIKE = 5
_LOWEST, _HIGHEST = 0.35, 0.65


def check(course: Course) -> Iterator[Remark]:
    """Complain of each bank with too many true statements, or too many false ones."""
    for bank in course.banks:
        statements, true = _statements(bank)
        alike = true in (0, statements) and statements >= _FEWEST_ALIKE
        if alike or (statements >= _FEWEST and not _LOWEST <= true / statements <= _HIGHEST):
            few = "false" if true * 2 > statements else "true"
            message = f"of {statements} true-or-false statements {true} are true: reword some so that they are {few}"
            yield Remark(bank.where, message)


def _statements(bank: Bank) -> tuple[int, int]:
    """How many statements a bank has, and how many of them are true."""
    firsts = [
        question.answer.options[0].correct
        for question in bank.current
        if isinstance(question.answer, Choices) and is_statement(question)
    ]
    return len(firsts), sum(firsts)
