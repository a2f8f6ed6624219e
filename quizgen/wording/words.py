"""What there is to say: a name for each word and sentence that outputs say of themselves, by where it is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; `{…}` marks what is filled in with `str.format`."""

    code: str
    true: str
    false: str
    and_: str
    # how figures are written: what parts thousands, and what stands before decimals
    thousands: str
    decimals: str
    # what to do with an item, by its shape
    choose_one: str
    choose_all: str
    write_words: str
    give_term: str
    give_definition: str
    write_number: str
    fill_blanks: str
    fill_blank: str
    blank_number: str
    match_pairs: str
    sort_entries: str
    put_in_order: str
    move_into_order: str
    argue: str
    # what is said of an answer
    answer: str
    answers: str
    also_right: str
    rationale: str
    correction: str
    model_answer: str
    rubric: str
    why: str
    hint: str
    matches_nothing: str
    tolerance: str
    right_order: str
    # where an item comes from
    evidence: str
    source: str
    quotation: str
    quoted_from: str
    restated_from: str
    read_again: str
    full_passage: str
    brief: str
    kind: str
    type: str
    difficulty: str
    thinking: str
    kinds: dict[str, str]
    difficulties: dict[str, str]
    # paper
    name: str
    student_id: str
    date: str
    section: str
    form: str
    forms: str
    point: str
    points: str
    total_points: str
    total_point: str
    minutes: str
    page_of: str
    key: str
    key_note: str
    item_number: str
    unless_in_brackets: str
    scoring: str
    score_each: str
    score_options: str
    score_all: str
    copies: str
    left_blank: str
    continued: str
    how_to_mark: str
    how_to_correct: str
    wrong_takes: str
    mark_on_sheet: str
    write_here: str
    answer_sheet: str
    id_number: str
    id_how: str
    sheet_fill: str
    sheet_not: str
    sheet_change: str
    sheet_several: str
    sheet_written: str
    sheet_keep_clean: str
    # cards
    cards: str
    card_fronts: str
    card_backs: str
    and_more: str
    flip_long_edge: str
    flip_short_edge: str
    # spreadsheets
    items: str
    yes: str
    columns: dict[str, str]
    verdicts: tuple[str, ...]
    # the page
    question_of: str
    check: str
    next_question: str
    right: str
    wrong: str
    partly_right: str
    right_answer_is: str
    your_answer: str
    score_of: str
    result: str
    score_of_one: str
    answered_of: str
    start_again: str
    only_missed: str
    nothing_missed: str
    show_passage: str
    paragraph: str
    passages: str
    new_tab: str
    show_model_answer: str
    mark_yourself: str
    answer_first: str
    almost: str
    one_more_try: str
    print_worksheet: str
    with_answers: str
    figure_first: str
    no_script: str
    self_test: str
    self_test_note: str
    for_this_class: str
    questions: str
    question_one: str
    all_quizzes: str
    several_briefs: str
    choose: str
    move_up: str
    move_down: str
    unkept: str
    study: str
    standing: str
    review_due: str
    nothing_due: str
    practice: str
    go_on: str
    other_ways: str
    stop: str
    way: str
    as_practice: str
    as_test: str
    which: str
    picks: dict[str, str]
    any: str
    time_limit: str
    time_left: str
    time_is_up: str
    start: str
    nothing_fits: str
    finish: str
    missed: str
    copy_result: str
    copied: str
    save_result: str
    print_result: str
    progress: str
    progress_note: str
    save_progress: str
    load_progress: str
    taken_in: str
    no_progress: str
    forget: str
    forget_note: str
    forgotten: str
    # course sites
    draw: str
    random_questions: str
    # what decks say of themselves, and what a release of them did
    deck_of_course: str
    changes: str
    release_of: str
    restyled: str
    new_items: str
    new_items_note: str
    changed_items: str
    changed_items_note: str
    retired_items: str
    retired_items_note: str
    how_to_import: str
    import_keep: str
    import_choose: str
    import_older: str
    # the page that comes with one file for the class
    start_here: str
    start_unpack: str
    start_self_tests: str
    start_decks: str
    start_anki: str
    start_whole_course: str
    start_each: str
    start_papers: str
    start_pdf: str
    start_cards: str
