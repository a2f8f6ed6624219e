"""A quiz as GIFT: its categories, each followed by its questions, a blank line between any two."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import wording
from quizgen.exporters.gift.answers import posed, typed
from quizgen.exporters.gift.text import coded, escaped, is_misread
from quizgen.markup import plain
from quizgen.model import Question, Quiz
from quizgen.presenting import fragments
from quizgen.presenting.elements import writable
from quizgen.presenting.explaining import task
from quizgen.presenting.fragments import line
from quizgen.presenting.question_bank import Category, categories, feedback, tags
from quizgen.wording import Wording


def written(quiz: Quiz) -> str:
    """The text of the file of a quiz."""
    words = wording.for_language(quiz.language)
    title = " ".join(plain(quiz.title).split())
    blocks = [block for each in categories(quiz) for block in _category(each, quiz, words)]
    return writable("\n\n".join((f"// {title}", *blocks)) + "\n")


def _category(category: Category, quiz: Quiz, words: Wording) -> Iterator[str]:
    """A category, what it tells to do, and its questions. Its path is the one text that Moodle does not read back."""
    yield "$CATEGORY: " + category.path.replace("\\", "\\\\")
    if category.instructions:
        yield f"::{escaped(category.names[-1])}::[html]{escaped(category.instructions)}"
    for question in category.questions:
        yield _question(question, quiz, words) if is_held(question) else f"// {question.id}: {LEFT_OUT}"


LEFT_OUT = "left out, since GIFT would take an accepted answer for something else"


def is_held(question: Question) -> bool:
    """Whether GIFT can hold an item: what is typed is plain text there, in which not all can be said."""
    return not any(map(is_misread, typed(question.answer)))


def _question(question: Question, quiz: Quiz, words: Wording) -> str:
    """An item: a comment with its id and tags, its name and text, and between braces its answers and feedback."""
    marks = " ".join((f"[id:{question.id}]", *(f"[tag:{tag}]" for tag in tags(question))))
    asked = posed(question)
    what = task(question.answer, words)
    said = asked.text + (f"<br><em>{fragments.html(what)}</em>" if what else "")
    general = "".join(f"<p>{line(one)}</p>" for one in feedback(question, quiz, words, model=True))
    lines = [*asked.answers, *([f"####{coded(general)}"] if general else [])]
    body = "".join(f"\n\t{one}" for one in lines)
    return f"// {marks}\n::{escaped(question.id)}::[html]{coded(said)} {{{asked.opening}{body}\n}}"
