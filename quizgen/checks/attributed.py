"""An item of kind `argument` says whose argument it is.

The brief argues, quizgen does not: what its authors hold is asked as what they hold. The stem (of a cloze its text)
names an author, “the authors”, “the brief”, or whoever in the brief holds the view, with a word that says so: “Ibarra
argues”, “in the council's view”, “according to Human Rights Watch”.

An item that asks for what is not in dispute is no argument: give it the kind `fact` or `definition`. Haladyna, Downing
and Rodriguez (2002), guideline 6: ask for no opinion, unless it is said whose.

Bad:

    kind: argument
    stem: Why should an island save before a storm rather than borrow after it?
    answer: Repairs can begin without a lender

Good:

    kind: argument
    stem: Why, in Ibarra's view, should an island save before a storm rather than borrow after it?
    answer: Repairs can begin without a lender
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from quizgen.course import Course
from quizgen.findings import Location, Remark, Severity
from quizgen.grounding import Ground, grounds
from quizgen.model import Gaps, Question
from quizgen.text import folding, sentences

NAME = "attributed"
SEVERITY = Severity.WARNING

# On folded text. Whoever these name or introduce is the one who argues.
_SOURCE = {
    "en": re.compile(
        r"\b(?:authors?|according to|(?:the|this|each|either|neither|both) (?:two )?"
        r"(?:policy )?(?:brief|report|paper|text|article|essay)s?)\b"
    ),
    "es": re.compile(
        r"\b(?:autor(?:a|es|as)?|segun|a juicio de|"
        r"(?:el|este|ambos|los) (?:informe|texto|articulo|documento|ensayo)s?)\b"
    ),
}
# Whoever the passage names, just before one of these, holds a view; so do critics, analysts, a council.
_HOLDING = {
    "en": re.compile(
        r"(?:accus|advis|advoca|agree|answer|argu|ask|assert|assum|believ|blam|call|caution|claim|conclu|consider|contend|"
        r"criti|defend|demand|den(?:y|ie)|disput|doubt|expect|explain|fear|forecast|h[eo]ld|hope|insist|interpret|judg|"
        r"maintain|object|oppos|predict|prefer|propos|reason|recommend|regard|repl|respon|sa(?:y|id|w)|sees?$|suggest|"
        r"support|think|thought|urg|view|want|warn|wish|would rather)"
    ),
    "es": re.compile(
        r"(?:acus|admit|afirm|alega|argu|aconsej|cree|critic|conclu|consider|cuestion|defend|defiend|dice|dij|dud|espera|"
        r"estim|explic|exig|insist|interpret|juzg|mantien|neg[oa]|nieg|objet|opin|opon|pens|piens|pid|plante|predic|"
        r"prefier|prop|quier|rechaz|recomiend|recomend|respond|senal|sostien|sosten|sugier|suger|ven?$)"
    ),
}
_OPINION = {
    "en": re.compile(
        r"(?:accounts?|arguments?|case|claims?|eyes|judge?ments?|opinions?|positions?|reasons?|stance|views?)$"
    ),
    "es": re.compile(r"(?:argumentos?|juicio|opinion|opiniones|postura|posicion|razon|razones|vision)$"),
}
_HOLDERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": """
            academics activists administration advocates agencies agency analysts authorities campaigners council
            congress critics defenders economists experts government governments lawyers legislators mayor members
            minister ministers ministry observers officers officials opponents organizations parliament politicians
            president proponents researchers scholars scientists senators supporters union
        """,
        "es": """
            academicos activistas administracion alcalde alcaldesa analistas autoridades concejo congreso criticos
            defensores economistas expertos funcionarios gobierno gobiernos investigadores legisladores ministerio
            ministra ministro observadores oponentes organizaciones parlamento partidarios politicos presidenta
            presidente sindicato
        """,
    }.items()
}
_WORD = re.compile(r"[^\W_][\w’'.-]*")
# “Ibarra, the mayor of the island, argues”: what stands between the commas parts her from what she does.
_APPOSITION = re.compile(r",[^,;:.?!]{1,80}?(?:\b[A-Z]\.[^,;:.?!]{0,60}){0,4},")
# How many words may stand between a holder and the verb, or between “the view of” and the holder.
_REACH = 3


def check(course: Course) -> Iterator[Remark]:
    """Complain of each argument whose stem names nobody who could hold it."""
    language = course.settings.language
    for ground in grounds(course):
        question = ground.question
        if question.kind != "argument":
            continue
        text, where = _asked(question)
        if not (_names_source(text, ground, language) or _names_holder(text, ground, language)):
            who = ground.briefs[0].authors
            said = f"{who[0]}" if len(who) == 1 else "the authors"
            message = f"this argument is nobody's: say whose it is, such as “according to {said}”, or make it a fact"
            yield Remark(where, message, item=question.id)


def _asked(question: Question) -> tuple[str, Location]:
    """The asking part of an item and its place."""
    match question.answer:
        case Gaps(parts=parts):
            words = (part if isinstance(part, str) else part.accepted[0] for part in parts)
            return "".join(words), question.at("text")
        case _:
            return question.stem, question.at("stem" if "stem" in question.fields else "definition")


def _names_source(text: str, ground: Ground, language: str) -> bool:
    folded = folding.letters(text)
    if _SOURCE[language].search(folded):
        return True
    return any(_author(author).search(folded) for brief in ground.briefs for author in brief.authors)


@functools.lru_cache(maxsize=1024)
def _author(name: str) -> re.Pattern[str]:
    """Finds an author by any of the names behind the first, by the whole where there is but one."""
    words = folding.letters(name).split()
    names = [word for word in words[1:] if len(word.strip(".")) > 2] or words
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _names_holder(text: str, ground: Ground, language: str) -> bool:
    """Whether the text says that somebody in the passages, or a body of people, holds something."""
    asked, first = _names(text)
    named: set[str] = set()
    for passage in ground.passages:
        within, leading = _names(passage.text)
        # a capital that begins a sentence, here and there, makes no name
        named |= asked & (within | leading) | first & within
    holders = _HOLDERS[language] | named
    return any(
        word in holders and _holds(words, index, language)
        for words in ([_folded(word) for word in _WORD.findall(read)] for read in (text, _APPOSITION.sub("", text)))
        for index, word in enumerate(words)
    )


def _holds(words: list[str], index: int, language: str) -> bool:
    """Whether a verb of holding follows closely on a word, or a noun such as “view” stands just before or behind it."""
    before, after = words[max(0, index - _REACH) : index], words[index + 1 : index + 1 + _REACH]
    if "to" in after:  # what somebody is expected to say is not what they hold
        after = after[: after.index("to")]
    if any(_OPINION[language].match(word) for word in (*before, *after)):
        return True
    return any(_HOLDING[language].match(word) for word in after)


@functools.lru_cache(maxsize=4096)
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words with a capital within sentences, and those that begin one, folded."""
    within, leading = set(), set()
    for start, end in sentences.sentences(text):
        words = _WORD.findall(text[start:end])
        names = [_folded(word) for word in words if word[0].isupper()]
        if names and words[0][0].isupper():
            leading.add(names.pop(0))
        within.update(names)
    return frozenset(within), frozenset(leading)


def _folded(word: str) -> str:
    return folding.letters(word).rstrip("'.").removesuffix("'s")
