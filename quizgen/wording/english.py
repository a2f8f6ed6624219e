"""The words in English."""

from __future__ import annotations

from quizgen.wording.words import Wording

EN = Wording(
    code="en",
    true="True",
    false="False",
    and_="and",
    choose_one="Choose one.",
    choose_all="Choose all that apply.",
    write_words="Write a word or phrase.",
    give_term="Which term has this definition?",
    give_definition="What does this term mean?",
    write_number="Write the figure.",
    fill_blanks="Fill in the blanks.",
    fill_blank="Fill in the blank.",
    blank_number="Blank {number}",
    match_pairs="Match each entry with its partner.",
    sort_entries="Put each entry under its heading.",
    put_in_order="Number them: 1 comes first.",
    move_into_order="Put these in order: 1 comes first.",
    argue="Answer in a few paragraphs.",
    answer="Answer",
    answers="Answers",
    also_right="Also right",
    rationale="Why",
    correction="Correction",
    model_answer="Model answer",
    rubric="Rubric",
    why="Why",
    hint="Hint",
    matches_nothing="matches nothing",
    tolerance="within {tolerance}",
    right_order="Right order",
    evidence="Evidence",
    source="Source",
    quotation="“{text}”",
    quoted_from="{authors}, “{title}”, paragraph {number}",
    restated_from="Restated from paragraph {number} of {authors}, “{title}”",
    full_passage="The whole passage",
    brief="Brief",
    kind="Kind",
    type="Type",
    difficulty="Difficulty",
    thinking="Thinking",
    kinds={"fact": "fact", "definition": "definition", "argument": "argument"},
    difficulties={"easy": "easy", "medium": "medium", "hard": "hard"},
    name="Name",
    date="Date",
    section="Section",
    form="Form",
    forms="Forms {first} to {last}",
    point="{points} pt",
    points="{points} pts",
    total_points="Total: {points} points",
    total_point="Total: {points} point",
    minutes="Time: {minutes} minutes",
    page_of="Page {page} of {pages}",
    key="Key",
    key_note="For the instructor. Not to be handed out.",
    unless_in_brackets="{points} each, unless brackets say otherwise",
    scoring="Scoring",
    score_each="{points} for each that is right.",
    score_options="{points} for each right option; each wrong tick takes as much away, down to 0.",
    score_all="All or nothing.",
    continued="(continued)",
    how_to_mark="Mark your answers clearly. To change one, cross it out and mark the other.",
    question_of="Question {number} of {count}",
    check="Check",
    next_question="Next question",
    right="Right",
    wrong="Not right",
    partly_right="Partly right",
    right_answer_is="The answer is",
    your_answer="Your answer",
    score_of="{points} of {total} points",
    result="Result",
    score_of_one="{points} of {total} point",
    answered_of="{number} of {count} answered",
    start_again="Start again",
    only_missed="Only what I missed",
    nothing_missed="You missed nothing.",
    show_passage="Read the passage",
    paragraph="Paragraph {number}",
    passages="The passages that the answers rest on",
    new_tab="opens in a new tab",
    show_model_answer="Show the model answer",
    mark_yourself="Mark yourself: tick what your answer holds.",
    answer_first="Answer first.",
    figure_first="Write a figure, such as 12.5.",
    no_script=(
        "This self-test checks your answers with a script, and scripts are switched off here. "
        "You can still read the questions and open the answer under each."
    ),
    self_test="Self-test",
    self_test_note="A self-test, not an exam: the answers are in this file.",
    questions="{count} questions",
    question_one="{count} question",
    all_quizzes="All self-tests",
    several_briefs="Across several briefs",
    choose="Choose …",
    move_up="Move up",
    move_down="Move down",
    deck_of_course=(
        "Questions on the briefs of this course, each with the passage that it rests on. To update the deck, import a "
        "newer file over it: your progress stays."
    ),
    changes="Changes",
    release_of="What the release of {date} brings. An item is named by what its card has in the field “ID”.",
    restyled="The cards look new.",
    new_items="New: {count}",
    new_items_note="These come as new cards.",
    changed_items="Changed: {count}",
    changed_items_note=(
        "Their text is replaced, and with it their tags and what you changed on them yourself. Your progress stays."
    ),
    retired_items="Retired: {count}",
    retired_items_note=(
        "These are no longer in the deck. In your collection they stay until you suspend or delete them: "
        "search for `ID:` and the name in the browser."
    ),
    how_to_import="How to import it",
    import_keep="Do not delete the old deck: your progress is in it. Import the new file over it.",
    import_choose=(
        "Choose “If newer” for “Update notes” and for “Update note types”, and leave “Merge note types” and "
        "“Import any learning progress” switched off. A card that you have changed or tagged since the release stays "
        "as you have it."
    ),
    import_older=(
        "In Anki before {anki}, and AnkiDroid before {ankidroid}, choose “Always” for “Update notes” instead: with "
        "“If newer” they can miss a change to a card that an earlier release changed too. “Always” replaces tags and "
        "changes of your own on every card of the deck; your progress stays."
    ),
)
