"""Items at the edges of what cards must look well with: long, many-sourced, Spanish, right to left, of long words."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import (
    Answer,
    Blank,
    Choices,
    Criterion,
    Essay,
    Evidence,
    Gaps,
    Left,
    Option,
    Pairs,
    Passage,
    Quiz,
    Sequence,
    Step,
    Words,
)  # fmt: skip
from tests.exporters.anki.packaging import with_questions
from tests.quizzes import BRIEF, HERE, QUOTE, every_shape, question

LONG = (
    "Because a fund that is set aside before a storm can be spent on the morning after it, while a loan has to be "
    "asked for, weighed, signed and paid out, and roofs stay open to the rain for as long as that takes"
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HEBREW = "מהי קרן סערה, לפי Ibarra (2024)?"
ARABIC = ("مال يُدَّخر قبل العاصفة", "قرض من البنك الدولي (IMF)", "ضريبة على الميناء")
SPANISH = "¿Por qué, según *Ibarra*, mantiene la isla un fondo para las tormentas?"

_MORE = (
    Passage("p2", f"{LONG}. {LONG}.", HERE),
    Passage("p3", "The council met in May, and in June it agreed.", HERE),
)
_BRIEF = replace(BRIEF, passages=(*BRIEF.passages, *_MORE))
_OWN = replace(_BRIEF, id="own", restated=False, title="What “Saving” Costs", url=None)


def _said(brief: str, passage: str, quote: str) -> Evidence:
    return Evidence(brief, passage, quote, HERE, HERE)


def _options(*texts: str, why: str | None = None) -> Choices:
    return Choices(tuple(Option(text, number == 1, HERE, why) for number, text in enumerate(texts)))


_FOUR = tuple(f"{LONG}, number {number}" for number in (1, 2, 3, 4))
_LEFTS = tuple(Left(f"{text}.", number, HERE, LONG) for number, text in enumerate(_FOUR[:3]))
_BLANK = Blank((WORD, "w"), WORD)
_STEPS = tuple(Step(f"{number}. {LONG}", HERE) for number in range(11))

ITEMS: dict[str, tuple[str, Answer]] = {
    "long": (f"{LONG}: *what* does **Ibarra** say?", _options(*_FOUR, why=LONG)),
    "words": (f"{WORD} {WORD}?", _options(WORD, "B", f"https://example.org/{WORD}", why=WORD)),
    "many-options": ("Which?", _options(*(f"Option {number}" for number in range(28)), why="Because.")),
    "rtl": (HEBREW, _options(*ARABIC, why=ARABIC[1])),
    "mixed": (f"What does {ARABIC[0]} mean?", _options(*ARABIC, "A fund (2024)", why=HEBREW)),
    "rtl-match": (HEBREW, Pairs((Left(ARABIC[0], 0, HERE), Left(ARABIC[2], 1, HERE)), ARABIC)),
    "rtl-cloze": ("", Gaps((ARABIC[0], Blank((ARABIC[1],), ARABIC[2]), HEBREW))),
    "long-match": (LONG, Pairs(_LEFTS, _FOUR)),
    "long-sort": (LONG, Pairs(_LEFTS, _FOUR[:3], headings=True)),
    "long-words": (LONG, Words((LONG, WORD))),
    "long-cloze": ("", Gaps((LONG, " ", Blank((LONG,)), f" and {LONG} by ", _BLANK, "."))),
    "long-essay": (LONG, Essay(f"{LONG}.", (Criterion(LONG, 2), Criterion("*Weighs* it", 0.5)), 9)),
    "many-steps": (LONG, Sequence(_STEPS, tuple(range(11)))),
}


def unusual() -> Quiz:
    """A quiz of such items on a restated brief; `long` rests on three passages, one of a brief that is quoted."""
    asked = question("why-a-fund")
    several = (_said("storms", "p1", QUOTE), _said("storms", "p2", LONG), _said("own", "p3", "The council met in May"))
    return replace(
        with_questions(
            *(
                replace(asked, id=id, stem=stem, answer=answer, evidence=several if id == "long" else asked.evidence)
                for id, (stem, answer) in ITEMS.items()
            )
        ),
        briefs=(_BRIEF, _OWN),
    )


def spanish() -> Quiz:
    """The quiz of every shape, and a question, in Spanish."""
    quiz = every_shape(language="es")
    asked = replace(question("why-a-fund"), id="es", stem=SPANISH)
    verdict = (Option("Verdadero", False, HERE, "Un fondo es dinero apartado."), Option("Falso", True, HERE))
    judged = replace(asked, id="es-judged", stem="Un fondo es un préstamo.", answer=Choices(verdict, pinned=True))
    return with_questions(asked, judged, *quiz.questions, quiz=quiz)
