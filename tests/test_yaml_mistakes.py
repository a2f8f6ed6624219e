"""What keeps a bank or a blueprint from being read is said at the line to blame, in words that mend it if followed."""

from __future__ import annotations

import pytest

from quizgen import marked_yaml
from quizgen.findings import Finding

SOUND = """\
title: A bank
items:
  - id: first
    stem: Which union is it?
    answer: COMISCA
    accept: [the COMISCA]
    distractors:
      - text: One
        why: It is not.
      - text: Two
        why: "No."
    rationale: So.
    evidence:
      - passage: p1
        quote: the union
    thinking: remember
  - id: second
    stem: What is it?
"""

BLUEPRINT = """\
title: Midterm
banks: [storms]
sections:
  - title: Choose
    take:
      - {count: 9, type: choice}
      - count: 2
        kind: [fact, definition]
        tag: roads
      - {count: 1}
"""


def found(text: str, wrong: tuple[str, str]) -> tuple[Finding, ...]:
    assert text.count(wrong[0]) == 1
    return marked_yaml.read(text.replace(*wrong), "x.yaml")[1]


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (("    evidence:", "   evidence:"), 13, "`evidence:` is indented by 3 spaces, its neighbour `rationale:`"),
        (("    evidence:", "     evidence:"), 13, "`evidence:` is indented by 5 spaces, its neighbour `rationale:`"),
        (("    accept:", "   accept:"), 6, "by 3 spaces, its neighbour `answer:` in line 5 by 4: indent both alike"),
        (("    accept:", "     accept:"), 6, "by 5 spaces, its neighbour `answer:` in line 5 by 4: indent both alike"),
        (("    rationale:", "     rationale:"), 12, "by 5 spaces, its neighbour `distractors:` in line 7 by 4"),
        (("    rationale:", "   rationale:"), 12, "by 3 spaces, its neighbour `distractors:` in line 7 by 4"),
        (("    thinking:", "     thinking:"), 16, "by 5 spaces, its neighbour `evidence:` in line 13 by 4"),
        (("        why: It", "         why: It"), 9, "by 9 spaces, its neighbour `text:` in line 8 by 8"),
        (("        why: It", "       why: It"), 9, "by 7 spaces, its neighbour `text:` in line 8 by 8"),
        (("        why: It", "       why: It"), 9, "indent both alike"),
        (('        why: "No', '         why: "No'), 11, "by 9 spaces, its neighbour `text:` in line 10 by 8"),
        (('        why: "No', '       why: "No'), 11, "by 7 spaces, its neighbour `text:` in line 10 by 8"),
        (("      - text: Two", "       - text: Two"), 10, "by 7 spaces, its neighbour `- text:` in line 8 by 6"),
        (("      - text: Two", "     - text: Two"), 10, "by 5 spaces, its neighbour `- text:` in line 8 by 6"),
        (("        quote:", "         quote:"), 15, "by 9 spaces, its neighbour `passage:` in line 14 by 8"),
        (("        quote:", "       quote:"), 15, "by 7 spaces, its neighbour `passage:` in line 14 by 8"),
        (("  - id: second", "   - id: second"), 17, "by 3 spaces, its neighbour `- id:` in line 3 by 2"),
        (("  - id: second", " - id: second"), 17, "by 1 space, its neighbour `- id:` in line 3 by 2"),
        (("    thinking:", "  thinking:"), 16, "begin it with `- `"),
        (("    thinking:", "  thinking:"), 16, "else indent it like `evidence:` in line 13, by 4"),
        (("    answer:", "\tanswer:"), 5, "a tab cannot indent"),
        (("        quote:", "      \tquote:"), 15, "a tab cannot indent"),
        (("        why: It", "\t\twhy: It"), 9, "a tab cannot indent"),
        (("items:\n", " items:\n"), 2, "by 1 space, its neighbour `title:` in line 1 by 0"),
        (("title: A", " title: A"), 2, "by 0 spaces, its neighbour `title:` in line 1 by 1"),
        (("answer: COM", "answer:COM"), 5, "a space belongs behind the colon: `answer: COMISCA`"),
        (("  - id: first", "  - id:first"), 3, "a space belongs behind the colon: `id: first`"),
        (("why: It", "why:It"), 9, "a space belongs behind the colon"),
        (("text: One", "text:One"), 8, "a space belongs behind the colon"),
        (("thinking: r", "thinking:r"), 16, "a space belongs behind the colon"),
        (("quote: the", "quote:the"), 15, "a space belongs behind the colon"),
        (("[the COMISCA]", "[the COMISCA"), 6, "the `[` here is not closed: add `]` at its end"),
        (("[the COMISCA]", "[the COMISCA,\n      it"), 6, "the `[` here is not closed: add `]` at its end"),
        (("[the COMISCA]", '[the "COMISCA", it'), 6, "the `[` here is not closed: add `]` at its end"),
        (("thinking: remember", "tags: [a, b"), 16, "the `[` here is not closed: add `]` at its end"),
        (("[the COMISCA]", "[the, @home]"), 6, "does not let a text begin with this sign"),
        (("[the COMISCA]", "[the, , COMISCA]"), 6, "nothing stands before this comma"),
        (("[the COMISCA]", "[the COMISCA}"), 6, "`]` belongs here, since it is `[` that is open"),
        (("  - id: second", "  -id: second"), 17, "a space belongs behind the dash: `- id:`"),
        (("      - passage", "      -passage"), 14, "a space belongs behind the dash: `- passage:`"),
        (("rationale: So.", "rationale: >-\n      So\n     it is."), 14, "if it goes on from `rationale:` in line 12"),
        (
            ("rationale: So.", "rationale: >-\n      So: so\n     it is."),
            14,
            "has no key: if it goes on from `rationale:`",
        ),
        (("rationale: So.", "rationale: >-\n    So\n    it is."), 13, "has no key: if it goes on from `rationale:`"),
        (
            ("rationale: So.", "rationale: >-\n       So\n      it is."),
            14,
            "has no key: if it goes on from `rationale:`",
        ),
        (("rationale: So.", "rationale:>-\n      So\n      it is."), 12, "behind the colon: `rationale: >-`"),
        (("      - passage: p1", "      - passage:>-\n          p1"), 14, "behind the colon: `passage: >-`"),
        (
            ("rationale: So.", "rationale: 'So.'\n    it is."),
            13,
            "has no key: if it goes on from `rationale:` in line 12",
        ),
        (("[the COMISCA]", "['the',\n      'COMISCA' it]"), 7, "a comma is missing before `it`"),
        (("stem: Which union is", "stem: 'Which union is"), 4, "has no partner at the end"),
        (("stem: Which union is it?\n    answer: COM", "stem: 'Which one?\n    answer: 'COM"), 4, "has no partner"),
    ],
)
def test_a_slip_in_a_bank_is_said_where_it_is_and_costs_one_item(wrong: tuple[str, str], line: int, said: str) -> None:
    findings = found(SOUND, wrong)
    assert [finding.where.line for finding in findings] == [line]
    assert said in findings[0].message
    assert "colon and space" not in findings[0].message


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (("{count: 9, type", "{count: 9 type"), 6, "a comma is missing before `type:`"),
        (("{count: 9, type", '{count: "9" type'), 6, "a comma is missing before `type:`"),
        (("9, type: choice}", "9,\n        type: choice\n        kind: fact}"), 8, "a comma is missing before `kind:`"),
        (("choice}", "choice"), 6, "the `{` here is not closed: add `}` at its end"),
        (("{count: 1}", "{count: 1"), 10, "the `{` here is not closed: add `}` at its end"),
        (("[fact, definition]", "[fact, definition"), 8, "the `[` here is not closed: add `]` at its end"),
        (("banks: [storms]", "banks: [storms"), 2, "the `[` here is not closed: add `]` at its end"),
        (("        kind:", "         kind:"), 8, "by 9 spaces, its neighbour `count:` in line 7 by 8"),
        (("        kind:", "       kind:"), 8, "by 7 spaces, its neighbour `count:` in line 7 by 8"),
        (("        tag:", "       tag:"), 9, "by 7 spaces, its neighbour `kind:` in line 8 by 8"),
        (("        tag:", "         tag:"), 9, "by 9 spaces, its neighbour `kind:` in line 8 by 8"),
        (("      - {count: 1}", "       - {count: 1}"), 10, "by 7 spaces, its neighbour `- count:` in line 7 by 6"),
        (("      - {count: 1}", "     - {count: 1}"), 10, "by 5 spaces, its neighbour `- count:` in line 7 by 6"),
        (("      - count", "     - count"), 7, "by 5 spaces, its neighbour `- {count: 9, t…` in line 6 by 6"),
        (("    take:", "     take:"), 5, "by 5 spaces, its neighbour `title:` in line 4 by 4"),
        (("    take:", "   take:"), 5, "by 3 spaces, its neighbour `title:` in line 4 by 4"),
        (("        tag:", "\ttag:"), 9, "a tab cannot indent"),
        (("tag: roads", "tag:roads"), 9, "a space belongs behind the colon: `tag: roads`"),
        (("count: 2", "count:2"), 7, "a space belongs behind the colon: `count: 2`"),
    ],
)
def test_a_slip_in_a_blueprint_is_said_where_it_is(wrong: tuple[str, str], line: int, said: str) -> None:
    findings = found(BLUEPRINT, wrong)
    assert [finding.where.line for finding in findings] == [line]
    assert said in findings[0].message


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("What: is it?", "colon and space"),
        ("What is it: a union?", "colon and space"),
        ("Which union\n      was it: this?", "colon and space"),
        ("{{COMISCA}} is what?", "begins with a brace"),
        ("{{COMISCA::a union}} bought what, and when?", "begins with a brace"),
        ("[The union], what is it?", "begins with a brace"),
        ("{see above", "or, where it is the text itself that begins so, put the whole text in quotation marks"),
        ('"Which" union', "second quotation mark"),
        ("'What's it?'", "second quotation mark"),
        ("Which is #3 of them?", "for a comment"),
        ("Which union is this\n      one: so?", "text that goes on from above, put the whole text in quotation marks"),
    ],
)
def test_a_true_trap_is_still_one(written: str, said: str) -> None:
    findings = found(SOUND, ("Which union is it?", written))
    assert len(findings) == 1
    assert findings[0].where.line in (4, 5)
    assert said in findings[0].message


def test_brackets_open_at_the_end_of_the_file_are_said() -> None:
    for text in ("a: {b: c", "a: [b", "a: [b, \u2028{c: d\u2028\u2028", "a:\u2028 - [b\u2028c: d"):
        _, findings = marked_yaml.read(text, "x.yaml")
        assert len(findings) == 1


def test_a_text_with_a_colon_in_braces_is_told_of_quotation_marks() -> None:
    (finding,) = found(SOUND, ("- text: One\n        why: It is not.", "- {text: One, why: He said: no}"))
    assert "a comma is missing before `said:`; if this is all one text, put it in quotation marks" in finding.message


def test_the_other_items_are_read() -> None:
    for wrong in (("    accept:", "   accept:"), ("answer: COM", "answer:COM"), ("[the COMISCA]", "[the COMISCA")):
        document, _ = marked_yaml.read(SOUND.replace(*wrong), "x.yaml")
        assert document is not None
        assert [item["id"] for item in document.data["items"] if item] == ["second"]
