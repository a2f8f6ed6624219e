"""The examples in the manuals of item types and rules, as banks on the sample brief."""

from __future__ import annotations

import inspect
import re
import textwrap

from quizgen import items

HEAD = "brief: storm-savings\ntitle: Examples\nitems:\n"

# What an example leaves out because it is not what it is about.
SOUND = {
    "kind": "fact",
    "type": "choice",
    "stem": "What does the brief call a storm fund?",
    "answer": "Money that is set aside before a storm",
    "distractors": (
        "[{text: A loan that is agreed before a storm, why: A loan is paid back.}, "
        "{text: A gift that the mainland sends, why: The fund is the island's own.}, "
        "{text: A tax that ferry passengers pay, why: The money comes from harbor fees.}]"
    ),
    "rationale": "The money is there before it is needed.",
    "evidence": "[{passage: p2, quote: 'a storm fund, money that is set aside before a storm'}]",
    "difficulty": "easy",
    "thinking": "remember",
}
OPEN = ("kind", "stem", "answer", "rationale", "evidence", "difficulty", "thinking")
OF_TYPE = {"short": OPEN, "true-false": OPEN}


def of_type(item_type: items.ItemType) -> str:
    """The bank in a type's manual."""
    return HEAD + textwrap.indent(section(items.manual(item_type), "Example"), "  ")


def section(manual: str, name: str) -> str:
    """The indented text below a heading such as `Bad:` in a manual; empty where there is none."""
    match = re.search(rf"^{name}:\n\n((?:    .*\n|\n)+)", inspect.cleandoc(manual) + "\n\n", re.MULTILINE)
    return textwrap.dedent(match.group(1)).strip("\n") + "\n" if match else ""


def of_rule(example: str) -> str:
    """A bank of a rule's example: a list of items, or some fields of one, made whole with those of a sound item."""
    example = example.rstrip("\n") + "\n"
    in_list = example.startswith("- ")
    pieces = [re.sub(r"(?m)^  ", "", p) for p in re.split(r"(?m)^- ", example)[1:]] if in_list else [example]
    return HEAD + "".join(_whole(piece, n) for n, piece in enumerate(pieces, 1))


def _whole(fields: str, number: int) -> str:
    has = set(re.findall(r"(?m)^([\w-]+):", fields))
    kind = re.search(r"(?m)^type: (\S+)", fields)
    names = OF_TYPE.get(kind.group(1) if kind else "choice", tuple(SOUND))
    missing = [f"{name}: {SOUND[name]}\n" for name in names if name not in has]
    lines = ("" if "id" in has else f"id: example-{number}\n") + fields + "".join(missing)
    return textwrap.indent(lines, "    ").replace("    ", "  - ", 1)
