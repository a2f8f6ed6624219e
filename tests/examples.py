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
COMMON = ("kind", "rationale", "evidence", "difficulty", "thinking")
OPEN = ("kind", "stem", "answer", "rationale", "evidence", "difficulty", "thinking")
OF_TYPE = {
    **dict.fromkeys(("short", "numeric", "true-false"), OPEN),
    **dict.fromkeys(("select", "match", "sort", "order", "essay"), ("stem", *COMMON)),
    **dict.fromkeys(("cloze", "term"), COMMON),
}


def of_type(item_type: items.ItemType) -> str:
    """The bank in a type's manual."""
    return HEAD + textwrap.indent(section(items.manual(item_type), "Example"), "  ")


def section(manual: str, name: str) -> str:
    """The indented text below a heading such as `Bad:` in a manual; empty where there is none."""
    return _section(manual, name)[1]


def _section(manual: str, name: str) -> tuple[int, str]:
    """How many of each item the heading asks for (`Bad, ten of each:`), and the text below it."""
    heading = rf"^{name}(?:, (\w+) of each)?:\n\n((?:    .*\n|\n)+)"
    match = re.search(heading, inspect.cleandoc(manual) + "\n\n", re.MULTILINE)
    if match is None:
        return 1, ""
    return TIMES[match.group(1)], textwrap.dedent(match.group(2)).strip("\n") + "\n"


TIMES = {None: 1, "five": 5, "ten": 10, "twenty": 20}

# What stands for `{this}` in an item that is asked for several times, so that its stems differ.
THINGS = (
    "roof",
    "road",
    "school",
    "pier",
    "ferry",
    "harbor",
    "council",
    "coast",
    "island",
    "fee",
    "repair",
    "shop",
    "mayor",
    "year",
    "loan",
    "money",
    "price",
    "week",
    "morning",
    "insurer",
)

# Items that are asked for several times rest together on all of the brief.
ALL_OF_IT = """[{passage: p1, quote: every few years a storm takes the pier away},
  {passage: p2, quote: 'a storm fund, money that is set aside before a storm'},
  {passage: p3, quote: Borrowing after a storm is slower},
  {passage: p4, quote: money that is saved cannot mend the coast road in a calm year}]"""


def files_of_rule(manual: str, name: str) -> dict[str, str]:
    """The files of a rule's example: its bank and, where it begins with one, another brief; or its blueprint."""
    times, example = _section(manual, name)
    if re.search(r"(?m)^sections:", example):
        return {"questions/quizzes/quick-look.yaml": example}
    files = {}
    if example.startswith("---"):
        brief, _, example = example.partition("\nitems:\n")
        files["corpus/coast-road.md"] = f"{brief}\n"
    return files | {"questions/storm-savings.yaml": of_rule(example, times)}


def of_rule(example: str, times: int = 1) -> str:
    """A bank of a rule's example: a list of items, or some fields of one, made whole with those of a sound item."""
    example = example.rstrip("\n") + "\n"
    in_list = example.startswith("- ")
    pieces = [re.sub(r"(?m)^  ", "", p) for p in re.split(r"(?m)^- ", example)[1:]] if in_list else [example]
    if times > 1:
        pieces = [piece.replace("{this}", thing) for piece in pieces for thing in THINGS[:times]]
    sound = SOUND | {"evidence": ALL_OF_IT} if times > 1 else SOUND
    return HEAD + "".join(_whole(piece, n, sound) for n, piece in enumerate(pieces, 1))


def _whole(fields: str, number: int, sound: dict[str, str]) -> str:
    has = set(re.findall(r"(?m)^([\w-]+):", fields))
    kind = re.search(r"(?m)^type: (\S+)", fields)
    names = OF_TYPE.get(kind.group(1) if kind else "choice", tuple(SOUND))
    missing = [f"{name}: {sound[name]}\n" for name in names if name not in has]
    lines = ("" if "id" in has else f"id: example-{number}\n") + fields + "".join(missing)
    return textwrap.indent(lines, "    ").replace("    ", "  - ", 1)
