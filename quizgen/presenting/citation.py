"""How a student is told what an item rests on. A restated passage is never shown as a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen import wording
from quizgen.model import Brief, Passage, Question, Quiz
from quizgen.text import locate
from quizgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Source:
    """One passage that an item rests on, as outputs show it.

    `text` is the words that carry the answer, in quotation marks only where they are the brief's own; `reference` says
    whose they are and where; `passage` is the whole passage; `url` leads to the brief where it has an address. `brief`
    and `passage_id` name the passage, and `spans` are the places of the words in it, empty where they are not there.
    """

    text: str
    reference: str
    passage: str
    url: str | None
    brief: str
    passage_id: str
    spans: tuple[locate.Span, ...] = ()


def sources(question: Question, quiz: Quiz, words: Wording) -> tuple[Source, ...]:
    """The passages that an item rests on, in the order of its evidence; quotes from one passage stand together.

    They stand as they do in the passage, with a mark of what is left out, for to turn them round would be to misquote.
    """
    quotes: dict[tuple[str, str], list[str]] = {}
    for evidence in question.evidence:
        quotes.setdefault((evidence.brief, evidence.passage), []).append(evidence.quote)
    return tuple(_source(quiz.brief(brief), passage, said, words) for (brief, passage), said in quotes.items())


def places(question: Question, quiz: Quiz, words: Wording) -> tuple[str, ...]:
    """Where the passages stand that an item rests on, each once, with nothing of what they say."""
    named = dict.fromkeys((evidence.brief, evidence.passage) for evidence in question.evidence)
    return tuple(_place(quiz.brief(brief), passage, words) for brief, passage in named)


def _place(brief: Brief, passage: str, words: Wording) -> str:
    number = passage.removeprefix("p")
    return words.quoted_from.format(number=number, authors=byline(brief, words), title=inside(brief.title))


def _source(brief: Brief, passage_id: str, quotes: list[str], words: Wording) -> Source:
    passage = brief.passage(passage_id)
    assert passage is not None, "nothing is built from evidence without its passage: passage-exists has seen to it"
    spans = _together(quotes, passage.text)
    said = " … ".join(passage.text[start:end] for start, end in spans) or " … ".join(quotes)
    return Source(
        text=said if brief.restated else words.quotation.format(text=said),
        reference=origin(brief, passage, words),
        passage=passage.text,
        url=link(brief.url),
        brief=brief.id,
        passage_id=passage_id,
        spans=spans,
    )


def origin(brief: Brief, passage: Passage, words: Wording) -> str:
    """Whose words a passage is, and where it stands: `Restated from paragraph 4 of …`."""
    template = words.restated_from if brief.restated else words.quoted_from
    return template.format(number=passage.number, authors=byline(brief, words), title=inside(brief.title))


def _together(quotes: list[str], text: str) -> tuple[locate.Span, ...]:
    """Where the quotes of one passage stand, in its order; those that overlap or stand side by side are one already."""
    found = [locate.located(quote, text) for quote in quotes]
    if not all(found):
        return ()  # shown before all of it is sound
    joined: list[locate.Span] = []
    for start, end in sorted(span for one in found if one for span in one.spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def link(url: str | None) -> str | None:
    """A web address that an output may link to: what is not http(s) could be a script."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else None


_SINGLE = str.maketrans("“”", "‘’")


def inside(title: str) -> str:
    """A title as it stands within quotation marks: its own become single ones."""
    return title.translate(_SINGLE)


def byline(brief: Brief, words: Wording) -> str:
    """The authors by surname and the year where there is one: `Vasquez, Castañeda and Fontes (2025)`."""
    surnames = tuple(author.split()[-1] for author in brief.authors if author.split())
    year = f" ({brief.published.year})" if brief.published else ""
    return wording.listing(surnames, words) + year


def reference(brief: Brief, words: Wording) -> str:
    """A brief as a bibliography lists it: full names, year, title, publisher."""
    year = f" ({brief.published.year})" if brief.published else ""
    title = brief.title if brief.title.endswith(("?", "!")) else f"{brief.title.rstrip('.')}."
    return f"{wording.listing(brief.authors, words)}{year}. {title} {brief.publisher}."
