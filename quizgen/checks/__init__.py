"""What quizgen complains of in a course that it could read: one file a check. To add one, write it and list it below.

A check is a module with a docstring (its manual, with `Bad:` and `Good:` that the tests run), `NAME`, `SEVERITY`, and
`check(course)`, which yields remarks. The engine stamps rule and severity, applies the course's `rules:` and each
item's `allow:`, and says which `allow` is no longer needed.

A rule over a bank shows one by `Bad, ten of each:`, which stands for each item ten times with another word for
`{this}`; an example may begin with another brief, whose items follow after `items:`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

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
from quizgen.findings import Remark, Severity
from quizgen.reading_rules import MANUALS, WARNINGS


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


def severity_of(rule: str, usual: Severity | None, course: Course) -> Severity | None:
    """How much a rule weighs in this course; None where it is switched off, or was never switched on."""
    switch = course.settings.rules.get(rule)
    if switch is None:
        return usual
    if switch == "off":
        return None
    return usual or Severity.WARNING if switch == "on" else Severity(switch)


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
