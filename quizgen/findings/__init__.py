"""What reading and checking have to say, and how a report of it is printed.

Reading and the checks yield remarks; whoever runs them stamps each with rule and severity, which makes it a finding.
Nothing here raises, prints or exits: a curator's mistake is a value, and all of them come in one pass.
"""

from quizgen.findings.formats import as_github, as_json
from quizgen.findings.sarif import as_sarif
from quizgen.findings.text import Paint, as_text, summary, unpainted
from quizgen.findings.values import (
    Change,
    Edit,
    Finding,
    Location,
    Remark,
    Reorder,
    Report,
    Rewrite,
    Rule,
    Severity,
    in_order,
    short,
    stamp,
)

__all__ = [
    "Change",
    "Edit",
    "Finding",
    "Location",
    "Paint",
    "Remark",
    "Reorder",
    "Report",
    "Rewrite",
    "Rule",
    "Severity",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "in_order",
    "short",
    "stamp",
    "summary",
    "unpainted",
]
