"""The same items for quizgen and every peer: choices of four options, each with its reason, a rationale, evidence."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

from quizgen.findings import Location
from quizgen.model import Brief, Choices, Evidence, Form, Option, Part, Passage, Placed, Question, Quiz, Settings

WORDS = str.split(
    "the of fund storm island council repairs after before money ferry harbor saves roofs that loans school road coast "
    "efficient insurers señora because percent which mainland borrowing affluent office years sets aside governs"
)
PASSAGES = 12
HERE = Location("questions/storms.yaml", 3, 5)
SETTINGS = Settings(paper="letter", time=1_767_225_600, whole=False)


def quiz_of(count: int) -> Quiz:
    """A quiz of so many items, their stems of 14 to 30 words, on one form."""
    rng = random.Random(1)
    passages = tuple(Passage(f"p{number}", f"{_text(rng, 40, 60)}.", HERE) for number in range(1, PASSAGES + 1))
    brief = Brief(
        id="storms",
        title="Saving before the Storm",
        authors=("Lucía Ibarra", "Tom Ray"),
        publisher="Isla Clara Institute",
        language="en",
        restated=True,
        where=Location("corpus/storms.md"),
        passages=passages,
    )
    questions = tuple(
        _item(number, passage, rng) for number, passage in zip(range(count), itertools.cycle(passages), strict=False)
    )
    placed = tuple(Placed(number, question) for number, question in enumerate(questions, 1))
    return Quiz(
        id="storms",
        title="Storms",
        course="islands",
        course_title="Islands",
        language="en",
        seed=1,
        questions=questions,
        briefs=(brief,),
        forms=(Form("A", (Part(placed),)),),
    )


def _item(number: int, passage: Passage, rng: random.Random) -> Question:
    answers = Choices(tuple(Option(_text(rng, 3, 12), not index, HERE, f"{_text(rng, 8, 16)}.") for index in range(4)))
    quote = " ".join(passage.text.split()[4:12])
    return Question(
        id=f"item-{number}",
        bank="storms",
        kind="fact",
        type="choice",
        stem=f"{_text(rng, 14, 30)}?",
        answer=answers,
        difficulty="easy",
        thinking="remember",
        rationale=f"{_text(rng, 20, 40)}.",
        where=HERE,
        evidence=(Evidence("storms", passage.id, quote, HERE, HERE),),
    )


def _text(rng: random.Random, least: int, most: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most))).capitalize()


def options(asked: Question) -> tuple[Option, ...]:
    """The options of an item, of which all here have some."""
    assert isinstance(asked.answer, Choices)
    return asked.answer.options


def as_course(quiz: Quiz, folder: Path) -> Path:
    """The items as a course on disk, of one bank; what is written is JSON, which YAML holds too."""
    for name in ("corpus", "questions"):
        (folder / name).mkdir(parents=True)
    (brief,) = quiz.briefs
    front = {
        "title": brief.title,
        "authors": brief.authors,
        "publisher": brief.publisher,
        "language": "en",
        "text": "restated",
    }
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    body = "\n\n".join(passage.text for passage in brief.passages)
    (folder / "corpus" / "storms.md").write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
    (folder / "questions" / "course.yaml").write_text("id: islands\ntitle: Islands\n", encoding="utf-8")
    bank = {"brief": brief.id, "title": quiz.title, "items": [_as_data(asked) for asked in quiz.questions]}
    text = json.dumps(bank, ensure_ascii=False, indent=1)
    (folder / "questions" / "storms.yaml").write_text(text, encoding="utf-8")
    return folder


def _as_data(asked: Question) -> dict[str, object]:
    key, *others = options(asked)
    return {
        "id": asked.id,
        "kind": asked.kind,
        "type": asked.type,
        "stem": asked.stem,
        "answer": key.text,
        "distractors": [{"text": one.text, "why": one.why} for one in others],
        "rationale": asked.rationale,
        "evidence": [{"passage": one.passage, "quote": one.quote} for one in asked.evidence],
        "difficulty": asked.difficulty,
        "thinking": asked.thinking,
    }
