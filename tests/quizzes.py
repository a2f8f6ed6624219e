"""A quiz with every answer shape, written down as values, for the tests of the exporters."""

from __future__ import annotations

import datetime
from decimal import Decimal

from quizgen.findings import Location
from quizgen.model import (
    Answer,
    Blank,
    Brief,
    Choices,
    Criterion,
    Essay,
    Evidence,
    Form,
    Gaps,
    Left,
    Number,
    Option,
    Pairs,
    Part,
    Passage,
    Placed,
    Question,
    Quiz,
    Sequence,
    Settings,
    Step,
    Words,
)

HERE = Location("questions/storms.yaml", 3, 5)
QUOTE = "a storm fund is money set aside before a storm"
SETTINGS = Settings(paper="letter", time=1_767_225_600, whole=True)

ANSWERS: dict[str, tuple[str, str, Answer]] = {
    "why-a-fund": (
        "choice",
        "Why, for *Ibarra*, does Isla Clara keep a fund?",
        Choices(
            (
                Option("So that repairs need not wait for loans", True, HERE, None),
                Option("So that taxes & fees can be <cut>", False, HERE, "Taxes are not what the fund is for."),
                Option("So that the ferry can be sold", False, HERE, "The ferry is never for sale."),
                Option("So that new harbors can be dug", False, HERE, "The fund repairs; it builds nothing new."),
            )
        ),
    ),
    "years-of-storms": (
        "choice",
        "When did the second storm strike?",
        Choices(
            (
                Option("1998", False, HERE, "That was the first."),
                Option("2007", True, HERE, None),
                Option("2017", False, HERE, "That was the third."),
            ),
            pinned=True,
        ),
    ),
    "what-it-pays": (
        "select",
        "Which of these does the fund pay for?",
        Choices(
            (
                Option("Roofs", True, HERE, "Roofs come first."),
                Option("Piers", True, HERE, "Piers are repaired too."),
                Option("Salaries", False, HERE, "Salaries are paid from taxes."),
            ),
            multiple=True,
        ),
    ),
    "fund-is-loan": (
        "true-false",
        "A storm fund is a loan.",
        Choices(
            (
                Option("True", False, HERE, "A storm fund is money set aside."),
                Option("False", True, HERE, None),
            ),
            pinned=True,
        ),
    ),
    "who-governs": ("short", "Who governs the island?", Words(("Señora Ibarra", "Ibarra"))),
    "storm-fund": ("term", "Money set aside before a storm", Words(("storm fund", "fund for storms"), reverse=True)),
    "share-saved": (
        "numeric",
        "What share of fees is saved?",
        Number(Decimal("2.5"), "2.5", "percent", Decimal("0.1")),
    ),
    "gaps-in-text": (
        "cloze",
        "",
        Gaps(
            (
                "The fund was set up in ",
                Blank(("1999", "99")),
                " by the ",
                Blank(("council",), hint="not the mayor"),
                " of {the} island.",
            )
        ),
    ),
    "who-said-what": (
        "match",
        "Who proposed what?",
        Pairs(
            (
                Left("Ibarra", 1, HERE),
                Left("The council", 0, HERE),
            ),
            ("A harbor fee", "A storm fund", "A lottery"),
        ),
    ),
    "before-or-after": (
        "sort",
        "Does each come before or after a storm?",
        Pairs(
            (
                Left("Saving", 0, HERE, "Saving is done early."),
                Left("Repairing", 1, HERE),
                Left("Drilling", 0, HERE),
            ),
            ("Before", "After"),
            headings=True,
        ),
    ),
    "order-of-work": (
        "order",
        "In what order is the work done?",
        Sequence(
            (
                Step("Clear the roads", HERE),
                Step("Mend the roofs", HERE),
                Step("Open the school", HERE),
            ),
            (2, 0, 1),
        ),
    ),
    "argue-for-it": (
        "essay",
        "Does Ibarra argue well for the fund?",
        Essay(
            "Ibarra argues that waiting for loans costs more than saving does. ¿Convincing? It is, where storms recur.",
            (Criterion("States the claim", 2), Criterion("Weighs it", 1)),
            12,
        ),
    ),
}

BRIEF = Brief(
    id="storms",
    title="Saving before the Storm",
    authors=("Lucía Ibarra", "Tom Ray"),
    publisher="Isla Clara Institute",
    language="en",
    restated=True,
    where=Location("corpus/storms.md"),
    published=datetime.date(2024, 3, 1),
    url="https://example.org/storms?a=1&b=2",
    passages=(
        Passage("p1", f"On Isla Clara, {QUOTE}. It was set up in 1999 — “for good”.", Location("corpus/storms.md", 9)),
    ),
)


def question(id: str) -> Question:
    """One of the items above."""
    type, stem, answer = ANSWERS[id]
    points = 3.0 if isinstance(answer, Essay) else 1.0
    return Question(
        id=id,
        bank="storms",
        kind="fact",
        type=type,
        stem=stem,
        answer=answer,
        difficulty="easy",
        thinking="remember",
        rationale="The brief says so of the *fund*, and 3 < 4 & 5 > 4.",
        where=HERE,
        tags=("funds",),
        points=points,
        evidence=(Evidence("storms", "p1", QUOTE, HERE, HERE),),
    )


def every_shape(forms: int = 2, language: str = "en", questions: tuple[Question, ...] = ()) -> Quiz:
    """A quiz of all the items above, or of these; on each form they stand in another order."""
    questions = questions or tuple(question(id) for id in ANSWERS)
    placed = [tuple(Placed(n, q) for n, q in enumerate(order, 1)) for order in (questions, questions[::-1])]
    return Quiz(
        id="storms",
        title="Storms <& funds>",
        course="islands",
        course_title="Islands",
        language=language,
        seed=1,
        questions=questions,
        briefs=(BRIEF,),
        forms=tuple(Form(letter, (Part(placed[n]),)) for n, letter in enumerate("AB"[:forms])),
    )
