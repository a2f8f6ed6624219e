"""The rules that no check stands for, as a table of manuals, and what no rule decides.

Those of reading, of formats and of `allow` itself have no module of their own to hold a docstring, so `quizgen explain`
and the tests find the manuals here. They have the form of a check's docstring: a first line, what to know, `Bad:` and
`Good:`.
"""

from __future__ import annotations

UNDECIDED = {
    "implausible distractors": (
        "Whether a wrong answer tempts anyone depends on what students believe; their answers tell, a rule does not."
    ),
    "more than one correct option": (
        "Whether another option is right too is a question of meaning; what the passage itself carries is held "
        "against the distractors, and the rest takes a reader."
    ),
    "ambiguity": ("Whether a sentence can be read in two ways takes a reader, best one who has not written it."),
    "logical cues": (
        "That an option cannot be true in any world, or that one follows from another, is not in its words."
    ),
    "window dressing": (
        "Whether a sentence of the stem is needed depends on what is asked; only very long stems are named."
    ),
    "convergence": (
        "The key shares the most words with the other options in many sound items: of twelve that a rule named, "
        "two were flawed."
    ),
    "vague terms": (
        "“Often” and “some” are honest hedges in texts on policy: of twelve that a rule named, two were flawed, "
        "so only options that are nothing but a vague frequency are named."
    ),
    "trivial content": (
        "Whether a fact is worth knowing is for the teacher to say; a rule cannot tell a detail from a point."
    ),
    "opinion without an author": (
        "Whether a “should” asks for an opinion or for settled practice depends on the field, so `opinion-stem` "
        "is off until a course asks for it."
    ),
    "loaded words with a plain sense": (
        "“Regime”, “terrorist”, “so-called” or “chairman” judge in one sentence and name in the next; only words "
        "without a plain sense are named."
    ),
    "a rationale that explains": ("That a rationale says something new can be told, that it is a reason cannot."),
    "the meaning of words": (
        "That “lacks” became “has”, or that two parties changed places, words compared one by one do not show."
    ),
}
"""What a careful reviewer looks for and no rule here decides, with the reason; it takes a reader."""

VERIFYING = ("restated-passages", "restated-figures", "restated-names", "own-words")
"""Those by which restated briefs are held against their originals; a brief's `allow` may name them."""

WARNINGS = ("format-limits", "unused-allow")
"""Those that are warnings, and that a course may switch; what reading finds is an error and cannot be switched."""

MANUALS = {
    "unreadable-file": """A file cannot be read as text.

    Files are UTF-8 text of at most 20 MB, without control characters, and lie in the course's own folder. Editors call
    the setting “encoding”; “UTF-8” is nearly always there. Line ends may be those of Windows; accents may be written
    as one character or two. A file of YAML holds at most 200,000 texts, lists and mappings.
    """,
    "empty-file": """A bank, a brief or the settings file has nothing in it.

    Write it, or delete the file.
    """,
    "missing-file": """A file or folder that every course has is not there.

    A course has `questions/course.yaml` with `id` and `title`, and the folders `questions` and `corpus`.
    """,
    "file-name": """The name of a bank or brief cannot serve as its id.

    The name of the file is the id: small letters a to z, figures and single hyphens, such as `storm-fund.yaml`. Banks
    end in `.yaml`, briefs in `.md`.
    """,
    "yaml-syntax": """Something is not YAML, or is YAML that has no meaning in a bank.

    Usually a line is indented otherwise than its neighbours. Aliases (`*name`) and tags (`!name`) are not read.

    Bad:

        stem: Who proposed the fund?
          kind: fact

    Good:

        stem: Who proposed the fund?
        kind: fact
    """,
    "yaml-trap": """A text means something else to YAML than to its reader.

    YAML has a meaning for a colon and a space in a text, for a space and `#`, and for a brace, a quotation mark, `%`,
    `*`, `&` or `@` at its beginning. Put such a text in quotation marks, or use `|` and indented lines.

    Bad:

        stem: Which word fits: fund or loan?

    Good:

        stem: "Which word fits: fund or loan?"
    """,
    "repeated-key": """A key stands twice where it can stand once.

    YAML would take the last and drop the first in silence. Keep one.

    Bad:

        difficulty: easy
        difficulty: hard

    Good:

        difficulty: hard
    """,
    "unknown-key": """A key is not one that this place has.

    Often it is misspelt, or belongs to another item type: `quizgen explain choice` shows the keys of a choice.

    Bad:

        rational: Because the brief says so.

    Good:

        rationale: Because the brief says so.
    """,
    "missing-field": """Something that every item of its type has is not there.

    `quizgen explain TYPE` shows a whole item of a type.
    """,
    "wrong-value": """A value is of the wrong kind, or not one that can stand here.

    The message says what can.

    Bad:

        difficulty: moderate

    Good:

        difficulty: medium
    """,
    "brief-layout": """A brief is not front matter and passages.

    A brief begins with front matter between two lines of `---`; below it each paragraph or list entry is a passage.
    Passages are parted by blank lines and number themselves: p1, p2 …. There are no headings, tables or rules.

        ---
        title: Saving before the Storm
        authors: [Lucía Ibarra]
        publisher: Isla Clara Institute
        language: en
        text: full
        ---
        The first passage.

        The second passage.
    """,
    "lock-line": """A line of a lock file cannot be read, or has a time that cannot be.

    `questions/reviewed.lock` is written by `quizgen review`: a line for each item and sentence, the item's id and 16
    hex digits. `questions/released.lock` is written by `quizgen release`: a line for each item and note type, with how
    it is studied, 16 hex digits, and times in UTC. After a merge both sides' lines may stay; the lines that begin with
    `<<<<<<<`, `=======` and `>>>>>>>` must go. The next review or release sorts the rest.

    Times are from 1980 to 2100, and no release is in the future: Anki would take no later one for newer. What the time
    is, `quizgen release` asks the clock, unless SOURCE_DATE_EPOCH says. `check` and `build` never ask the clock, so
    that they find the same tomorrow: they look for releases in the future only where SOURCE_DATE_EPOCH is set.
    """,
    "unreleased": """Something is to be built that is not as it was released, and `build --locked` was asked for.

    `quizgen release` stamps in `questions/released.lock` what students are to get. Without `--locked` a build takes
    what is new or changed for modified just after the last release, or at SOURCE_DATE_EPOCH: good to look at, and not
    to be given out, since the next build may differ and Anki would not take it for newer.
    """,
    "restated-passages": """A restated brief has a passage for each passage of its original, in the same order.

    So `p5` is the fifth paragraph of the original as well, and who reads one can follow in the other. `quizgen corpus
    verify FOLDER` says which passages restate none, which are not restated, and which seem to have changed places.
    """,
    "restated-figures": """A restated passage has every figure of its original, and no other.

    Figures are compared as values: “two-fifths” restates “40 percent”. A relative date that is made plain, “last
    July” as “July 2020”, is the honest exception: `allow: {restated-figures: {p3: the brief is of 2021}}` in the
    brief's front matter lets it stand.

    Of “The council sets aside 2.5 percent of its harbor fees”:

    Bad:

        From harbor fees the council puts by 3.5 percent.

    Good:

        From harbor fees the council puts by 2.5 percent.
    """,
    "restated-names": """A restated passage has every name of its original, and no other.

    A surname restates a full name, an acronym what it stands for, “Guatemalan” Guatemala; `aliases:` in the front
    matter says what else is the same. `allow: {restated-names: {p3: the reason}}` serves the honest exception.

    Of “Councilor Tomás Rey would rather save half as much”:

    Bad:

        One member of the council prefers to save half of it.

    Good:

        Rey, of the council, prefers to save half of it.
    """,
    "own-words": """A restated passage is in words of its own: no twelve in a row are the original's.

    The briefs belong to their authors. The brief's title may be repeated; for a long proper name there is `allow:
    {own-words: {p3: the full name of the convention}}`.

    Of “money that is set aside before a storm so that repairs can begin at once”:

    Bad:

        A fund is money that is set aside before a storm so that repairs can begin at once.

    Good:

        A fund is put by before there is a storm, and mending need not wait for it.
    """,
    "format-limits": """A format cannot hold something of an item that is to be built in it.

    The message says what, and what the format does instead. `quizgen build html` builds one format alone.

    What a format holds in another way, such as an order of steps that becomes pairs, is a note: it is said once with
    all its items, and stops nothing, under `--strict` too. Switched off or allowed, it is not said. An
    error stays one, since the format cannot be built with it.
    """,
    "unused-allow": """An `allow` lets a finding stand that is no longer there, or names a rule that does not exist.

    Delete it, so that it hides nothing later.

    Bad:

        allow: {has-evidence: It used to have none.}

    Good:

        tags: [storms]
    """,
}

READING = tuple(name for name in MANUALS if name not in (*VERIFYING, *WARNINGS))
"""Those of reading alone."""
