"""The page of results: what was promised and is met, the machine, the date, and what each subject found."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.telling import Plan, Section, Table, promised

HEAD = """# Results

What `make bench` found. Seconds are the best of a few rounds, in processes of their own, ours and peers' in turns;
`processor` counts all processes together. Machines differ: compare within a table."""


def page(sections: Sequence[Section], machine: Sequence[tuple[str, str]], date: str, plan: Plan) -> str:
    """The page in Markdown."""
    sizes = ", ".join(f"{size:,}" for size in plan.sizes)
    about = (("date", date), *machine, ("items", f"{sizes}; best of {plan.rounds} rounds, of one above 1,000"))
    lines = [HEAD, "", *Table(("", ""), tuple(about)).lines(), "", "## Promises", ""]
    lines += [*promised([promise for section in sections for promise in section.promises]).lines(), ""]
    for section in sections:
        lines += section.lines()
    return "\n".join(lines).rstrip("\n") + "\n"
