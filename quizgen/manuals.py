"""What `quizgen explain` says, and the page that holds all of it: the manuals of rules and item types."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator

from quizgen import checks, items, listing, reading_rules
from quizgen.findings import Rule, Severity

GROUPS: dict[str, tuple[str, ...]] = {
    "The files": reading_rules.READING,
    "True to the source": tuple(check.NAME for check in checks.SOURCE),
    "Fairly asked": tuple(check.NAME for check in checks.ITEMS),
    "Sound as a bank": tuple(check.NAME for check in checks.BANKS),
    "Quizzes over the course": tuple(check.NAME for check in checks.QUIZZES),
    "Restated briefs": reading_rules.VERIFYING,
    "Formats and exceptions": reading_rules.WARNINGS,
}
"""Every rule, by what it is about."""

UNDECIDED: dict[str, str] = getattr(reading_rules, "UNDECIDED", {})
"""What a reviewer has to look for and no rule decides, with the reason."""


def rule(name: str) -> Rule:
    """The rule of that name."""
    return Rule(name, checks.usual_severity(name), inspect.cleandoc(checks.manual(name)))


def rules() -> tuple[Rule, ...]:
    """Every rule, group by group."""
    return tuple(rule(name) for names in GROUPS.values() for name in names)


def one(name: str) -> str | None:
    """The manual of a rule or an item type; None where there is nothing of that name."""
    if name in items.BY_NAME:
        return f"{name} · item type\n\n{inspect.cleandoc(items.manual(items.BY_NAME[name]))}"
    if name not in checks.rule_names():
        return None
    found = rule(name)
    return f"{name} · {_state(found.severity)}\n\n{found.manual}"


def _state(severity: Severity | None) -> str:
    """How much a rule weighs, and how one that is off is had."""
    if severity is None:
        return "off; `rules:` in questions/course.yaml or --select switch it on"
    return severity.value


def index() -> str:
    """What there are manuals of: item types, then rules by group, each with how much it weighs and its first line."""
    types = [(f"  {name}", _first_line(items.manual(item_type))) for name, item_type in items.BY_NAME.items()]
    blocks = [f"Item types\n{listing.table(types)}"]
    rows = iter(listing.table(_row(found) for found in rules()).split("\n"))
    for title, names in GROUPS.items():
        blocks.append("\n".join([title, *(next(rows) for _ in names)]))
    return "\n\n".join(blocks)


def _row(found: Rule) -> tuple[str, ...]:
    return f"  {found.name}", found.severity.value if found.severity else "off", found.first_line


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


_HEAD = """\
# The rules

What `quizgen check` looks for. An **error** stops a build; a **warning** stops it under `--strict`; a rule that is
**off** is often right and often wrong, and is for those who ask for it: with `--select`, or with `rules:` in
[course.yaml](course.yaml), which can switch other rules off too, or to another severity. A finding that is right but
must stand is allowed on its item, with a reason: `allow: {rule: reason}`.

This page is made from what `quizgen explain RULE` prints: `make golden` writes it anew.
"""


def page() -> str:
    """The manuals of all rules as a page in Markdown."""
    parts = [_HEAD, *(_contents(title, names) for title, names in GROUPS.items())]
    for title, names in GROUPS.items():
        parts += [f"## {title}\n", *(_section(rule(name)) for name in names)]
    if UNDECIDED:
        parts += ["## What no rule decides\n", "A reader has to. " + _REASON]
        parts += [f"**{name}**: {inspect.cleandoc(why)}\n" for name, why in UNDECIDED.items()]
    return "\n".join(parts)


_REASON = "Each of these was tried as a rule, or would need one to understand what it reads.\n"


def _contents(title: str, names: tuple[str, ...]) -> str:
    found = [rule(name) for name in names]
    rows = (f"| [{each.name}](#{each.name}) | {_weight(each)} | {_cell(each.first_line)} |" for each in found)
    return "\n".join([f"**{title}**\n", "| rule | | in a sentence |", "|---|---|---|", *rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _weight(found: Rule) -> str:
    return found.severity.value if found.severity else "off"


def _section(found: Rule) -> str:
    return f"### {found.name}\n\n*{_weight(found).capitalize()}.* {_markdown(found.manual)}\n"


_EXAMPLE = re.compile(r"^    .*\n(?:\n*    .*\n)*", re.MULTILINE)


def _markdown(manual: str) -> str:
    """A manual with each indented example as a fenced block."""
    return _EXAMPLE.sub(lambda match: "".join(_fenced(match.group())), manual + "\n").rstrip("\n")


def _fenced(example: str) -> Iterator[str]:
    text = textwrap.dedent(example).strip("\n")
    language = "markdown" if text.startswith("---") else "yaml"
    yield f"```{language}\n{text}\n```\n"
