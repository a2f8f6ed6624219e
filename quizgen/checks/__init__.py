"""What quizgen complains of in a course that it could read: one file a check. To add one, write it and list it below.

A check is a module with a docstring (its manual, with `Bad:` and `Good:` that the tests run), `NAME`, `SEVERITY`, and
`check(course)`, which yields remarks. The engine stamps rule and severity, applies the course's `rules:` and each
item's `allow:`, and says which `allow` is no longer needed.

A rule over a bank shows one by `Bad, ten of each:`, which stands for each item ten times with another word for
`{this}`; an example may begin with another brief, whose items follow after `items:`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from quizgen import at_once
from quizgen.checks import (
    absolute_terms,
    all_or_none_of_the_above,
    answer_position,
    answer_supported,
    attributed,
    blank_in_the_middle,
    blueprint_filled,
    blueprint_names,
    blueprint_points,
    brief_exists,
    brief_without_bank,
    clue_words,
    combined_options,
    definition_repeats_term,
    difficulty_balance,
    distractor_not_supported,
    double_negative,
    false_statement_corrected,
    figures_in_evidence,
    grammatical_cue,
    has_evidence,
    item_leaks_answer,
    kinds_balance,
    loaded_wording,
    long_stem,
    longest_is_key_rate,
    longest_option,
    meaning_flipped,
    names_in_evidence,
    near_duplicates,
    near_equal_options,
    negative_unmarked,
    no_question,
    numeric_order,
    opinion_stem,
    option_count,
    option_names_letter,
    options_distinct,
    overlapping_options,
    parallel_options,
    passage_changed,
    passage_coverage,
    passage_exists,
    quote_distinct,
    quote_in_passage,
    quote_keeps_negation,
    quote_typography,
    rationale_repeats_key,
    reading_level,
    released_exam_only,
    released_id,
    repeated_words_in_options,
    specific_key,
    stem_names_answer,
    stray_markup,
    true_false_balance,
    true_false_in_disguise,
    true_false_statement,
    two_claims,
    unfinished_text,
    unique_ids,
    vague_frequency,
    why_repeats_option,
)
from quizgen.course import Course, RuleSwitch
from quizgen.files import SETTINGS
from quizgen.findings import Finding, Location, Remark, Report, Severity, in_order, stamp
from quizgen.partly_read import seen
from quizgen.reading_rules import MANUALS, VERIFYING, WARNINGS
from quizgen.validation import nearest_name


class Check(Protocol):
    """What a module of this package offers."""

    @property
    def NAME(self) -> str:  # noqa: N802 - the constant of a module
        """The rule's name."""

    @property
    def SEVERITY(self) -> Severity | None:  # noqa: N802 - the constant of a module
        """How much a finding weighs unless the course's `rules:` say otherwise; None for a rule that is off until then.

        A rule that is often right and often wrong is for those who ask for it.
        """

    def check(self, course: Course) -> Iterable[Remark]:
        """What is wrong with the course by this rule."""


# Checks of these two groups look at each item by itself, beside its briefs: a large course comes to them in parts.
SOURCE: tuple[Check, ...] = (
    brief_exists,
    passage_exists,
    has_evidence,
    quote_in_passage,
    quote_distinct,
    quote_typography,
    quote_keeps_negation,
    figures_in_evidence,
    names_in_evidence,
    meaning_flipped,
    answer_supported,
    distractor_not_supported,
    false_statement_corrected,
    attributed,
    passage_changed,
)
ITEMS: tuple[Check, ...] = (
    unfinished_text,
    stray_markup,
    no_question,
    negative_unmarked,
    double_negative,
    blank_in_the_middle,
    true_false_statement,
    two_claims,
    opinion_stem,
    long_stem,
    reading_level,
    loaded_wording,
    stem_names_answer,
    definition_repeats_term,
    rationale_repeats_key,
    why_repeats_option,
    options_distinct,
    near_equal_options,
    overlapping_options,
    option_count,
    numeric_order,
    parallel_options,
    repeated_words_in_options,
    longest_option,
    specific_key,
    clue_words,
    grammatical_cue,
    absolute_terms,
    vague_frequency,
    all_or_none_of_the_above,
    combined_options,
    true_false_in_disguise,
    option_names_letter,
)
BANKS: tuple[Check, ...] = (
    unique_ids,
    released_exam_only,
    released_id,
    near_duplicates,
    item_leaks_answer,
    answer_position,
    longest_is_key_rate,
    true_false_balance,
    kinds_balance,
    difficulty_balance,
    passage_coverage,
    brief_without_bank,
)
QUIZZES: tuple[Check, ...] = (
    blueprint_names,
    blueprint_filled,
    blueprint_points,
)

OF_ITEMS = (*SOURCE, *ITEMS)
"""The checks that look at an item with its bank's heading, its briefs and what was reviewed, and at no other item."""

ALL = (*OF_ITEMS, *BANKS, *QUIZZES)
"""Every check: is an item true to its source, fairly asked, a bank sound as a whole, a quiz such as can be had?"""

BY_NAME: dict[str, Check] = {check.NAME: check for check in ALL}

SWITCHABLE = (*BY_NAME, *WARNINGS)
"""The rules that the course's `rules:` may switch; what reading finds cannot be."""

# The rules that an item's `allow` may name and that are applied elsewhere than here.
ELSEWHERE = ("format-limits",)

# From how many items on the checks share the processors: below it, starting processes costs more than it saves.
MANY = 1_000


def run(course: Course, sound: Collection[str] = ()) -> Report:
    """Everything that reading and the checks have to say of a course.

    `sound` has the ids of items of which the checks of items and their sources are known to say nothing.
    """
    findings = [*course.findings, *_misnamed_rules(course)]
    used: set[tuple[str, str]] = set()
    allowed = {(question.id, rule) for question in course.questions for rule in question.allow}
    for check, severity, remarks in _remarks(course, sound):
        for remark in remarks:
            if remark.item is not None and (remark.item, check.NAME) in allowed:
                used.add((remark.item, check.NAME))
            else:
                findings.append(stamp(remark, check.NAME, severity))
    unused = severity_of("unused-allow", usual_severity("unused-allow"), course)
    if unused is not None:
        idle = (*_unused_allows(course, used), *_misnamed_allows(course))
        findings.extend(stamp(remark, "unused-allow", unused) for remark in idle)
    return Report(in_order(findings), sum(1 for _ in course.questions), len(course.briefs), course.unread)


def _remarks(course: Course, sound: Collection[str]) -> Iterator[tuple[Check, Severity, tuple[Remark, ...]]]:
    """What each check that is switched on has to say, with the severity it has in this course."""
    weighed = ((check, severity_of(check.NAME, check.SEVERITY, course)) for check in ALL)
    on = [(check, severity) for check, severity in weighed if severity is not None]
    unknown = course.without(sound) if sound else course
    if sum(1 for _ in unknown.questions) >= MANY:
        said = _at_once(course, unknown, [check for check, _ in on])
    else:
        looked_at = ((check, unknown if check in OF_ITEMS else course) for check, _ in on)
        said = [tuple(check.check(seen(part, check.NAME))) for check, part in looked_at]
    for (check, severity), remarks in zip(on, said, strict=True):
        yield check, severity, remarks


def _at_once(course: Course, unknown: Course, on: Sequence[Check]) -> list[tuple[Remark, ...]]:
    """What each check has to say, found by all processors: checks of items take the course in parts."""
    of_items = [check for check in on if check in OF_ITEMS]
    pieces = [(course, [check for check in on if check not in of_items])]
    pieces += [(part, of_items) for part in unknown.parts(8 * at_once.processors())]
    said: dict[str, dict[Remark, None]] = {check.NAME: {} for check in on}  # what is of a whole bank, each part says
    for found in at_once.each(_said, pieces):
        for name, remarks in found.items():
            said[name].update(dict.fromkeys(remarks))
    return [tuple(said[check.NAME]) for check in on]


def _said(piece: tuple[Course, Sequence[Check]]) -> dict[str, tuple[Remark, ...]]:
    course, on = piece
    return {check.NAME: tuple(check.check(seen(course, check.NAME))) for check in on}


def severity_of(rule: str, usual: Severity | None, course: Course) -> Severity | None:
    """How much a rule weighs in this course; None where it is switched off, or was never switched on."""
    switch = course.settings.rules.get(rule)
    if switch is None:
        return usual
    if switch == "off":
        return None
    return usual or Severity.WARNING if switch == "on" else Severity(switch)


def _misnamed_rules(course: Course) -> Iterator[Finding]:
    """The rules that the course's settings name and that do not exist."""
    for name in course.settings.rules:
        if name not in SWITCHABLE:
            where = course.settings_read.at("rules", name) if course.settings_read else Location(SETTINGS)
            yield stamp(
                Remark(where, f"there is no rule `{name}` to switch", nearest_name(name, SWITCHABLE)), "unknown-key"
            )


def _unused_allows(course: Course, used: set[tuple[str, str]]) -> Iterator[Remark]:
    """Each `allow` of an item that lets nothing stand."""
    for question in course.questions:
        for rule in question.allow:
            if question.unread and rule in BY_NAME:
                continue  # not every rule has seen all of it
            off = rule in BY_NAME and severity_of(rule, BY_NAME[rule].SEVERITY, course) is None
            if (question.id, rule) in used or off or rule in ELSEWHERE:
                continue
            suggestion = None
            if rule in BY_NAME:
                message = f"`{rule}` finds nothing here: delete this `allow`"
            elif rule in MANUALS:
                message = f"`{rule}` cannot be allowed, only mended: delete this `allow`"
            else:
                message, suggestion = f"there is no rule `{rule}`", nearest_name(rule, BY_NAME)
            yield Remark(question.at("allow"), message, suggestion, question.id)


def _misnamed_allows(course: Course) -> Iterator[Remark]:
    """Each `allow` of a brief that names no rule of those which hold it against its original."""
    for brief in course.briefs:
        for rule in brief.allow:
            if rule not in VERIFYING:
                message = f"`{rule}` is no rule by which a brief is held against its original"
                yield Remark(brief.allow_where.get(rule, brief.where), message, nearest_name(rule, VERIFYING))


def with_every_edit(course: Course) -> Course:
    """The course with the rules on that are off until asked for: those that carry edits carry none but safe ones."""
    off: dict[str, RuleSwitch] = {check.NAME: "on" for check in ALL if check.SEVERITY is None}
    return course.switched({**off, **course.settings.rules})


def usual_severity(name: str) -> Severity | None:
    """How much a rule weighs where no course says otherwise; None where it is off until then."""
    if name in BY_NAME:
        return BY_NAME[name].SEVERITY
    return Severity.WARNING if name in WARNINGS else Severity.ERROR


def rule_names() -> tuple[str, ...]:
    """Every rule that a finding can carry, those of reading first."""
    return (*MANUALS, *BY_NAME)


def manual(name: str) -> str:
    """The manual of a rule."""
    return MANUALS[name] if name in MANUALS else (BY_NAME[name].__doc__ or "")
