"""The briefs' own words in place of ours, for a class that may have them: self-tests show them, no other format does.

Whoever holds the originals has them in a folder of the same form as `corpus/`. Nothing of them enters the course.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen import verifying
from quizgen.findings import Finding, Remark, Severity, stamp
from quizgen.model import Brief, Passage, Quiz

RULE = "restated-passages"


def shown(quizzes: Sequence[Quiz], originals: Mapping[str, Brief]) -> dict[tuple[str, str], Passage]:
    """For each restated passage of these quizzes' briefs, by brief and id, the one of the original that it restates."""
    found: dict[tuple[str, str], Passage] = {}
    for brief in _restated(quizzes):
        if original := originals.get(brief.id):
            partners = verifying.paired(brief.passages, original.passages, brief.language)
            found |= {(brief.id, id): passage for id, passage in partners.items()}
    return found


def missing(quizzes: Sequence[Quiz], originals: Mapping[str, Brief]) -> Iterator[Finding]:
    """What the folder does not have, so that students are shown it restated: whole briefs, and passages asked about."""
    found = shown(quizzes, originals)
    cited = {
        (evidence.brief, evidence.passage)
        for quiz in quizzes
        for question in quiz.questions
        for evidence in question.evidence
    }
    for brief in _restated(quizzes):
        if brief.id not in originals:
            message = f"there is no original `{brief.id}.md` in the folder: self-tests show this brief restated"
            yield stamp(Remark(brief.where, message), RULE, Severity.WARNING)
            continue
        for passage in brief.passages:
            if (brief.id, passage.id) in cited and (brief.id, passage.id) not in found:
                message = f"the original has no passage for {passage.id}, which items rest on: it is shown restated"
                remark = Remark(passage.where, message, see=originals[brief.id].where)
                yield stamp(remark, RULE, Severity.WARNING)


def _restated(quizzes: Sequence[Quiz]) -> list[Brief]:
    return list({brief.id: brief for quiz in quizzes for brief in quiz.briefs if brief.restated}.values())
