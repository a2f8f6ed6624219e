"""A course in which whatever a curator may write tries to act on those who open what is built of it."""

from __future__ import annotations

import json
from pathlib import Path

URL = "https://example.org/brief?a=1&b=2"
"""The one address that may be linked to: that of the brief."""
ELSEWHERE = "evil.example"

TEXTS = (
    f'=HYPERLINK("https://{ELSEWHERE}","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    f'<script src="https://{ELSEWHERE}/x.js"></script>',
    f'<img src="https://{ELSEWHERE}/x.png" onerror="alert(1)">',
    f"]]><iframe src=https://{ELSEWHERE}></iframe>",
    f"[here](https://{ELSEWHERE}) and javascript:alert(1)",
    f'<!DOCTYPE x [<!ENTITY y SYSTEM "https://{ELSEWHERE}">]>&y;',
    f"[sound:https://{ELSEWHERE}/x.mp3] [latex]x[/latex]",
    "{{Front}} {{ 7*7 }} {% raw %}",
    ") /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (",
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
)
QUOTE = "Mayor Lucía Ibarra proposed it"


SILENT = ("names-in-evidence", "figures-in-evidence")
"""What checks would say of these texts as errors: a curator who means harm switches it off."""


def lay(course: Path) -> Path:
    """Lay it over the sample course: a bank, an exam of it, and an address for the brief."""
    brief = course / "corpus" / "storm-savings.md"
    text = brief.read_text(encoding="utf-8").replace("published:", f"url: {json.dumps(URL)}\npublished:", 1)
    brief.write_text(text, encoding="utf-8")
    settings = course / "questions" / "course.yaml"
    rules = json.dumps(dict.fromkeys(SILENT, "off"))
    settings.write_text(f"{settings.read_text(encoding='utf-8')}rules: {rules}\n", encoding="utf-8")
    bank = {"brief": "storm-savings", "title": " ".join(TEXTS[:5]), "items": list(_items())}
    (course / "questions" / "hostile.yaml").write_text(json.dumps(bank, ensure_ascii=False, indent=1), encoding="utf-8")
    sections = [{"title": TEXTS[4], "take": [{"count": 3, "type": "choice"}]}]
    exam = {"title": TEXTS[3], "audience": "exam", "sections": sections}
    (course / "questions" / "quizzes").mkdir(exist_ok=True)
    (course / "questions" / "quizzes" / "final.yaml").write_text(json.dumps(exam), encoding="utf-8")
    return course


def _items() -> list[dict[str, object]]:
    """Every text in each place of a choice, a term and an essay."""
    found: list[dict[str, object]] = []
    for number, text in enumerate(TEXTS):
        found += [
            _item(number, "choice", stem=text, answer=f"{text} 1", distractors=[{"text": f"{text} 2", "why": text}]),
            _item(number, "short", stem=text, answer=text),
            _item(number, "essay", stem=text, model_answer=text, rubric=[{"criterion": text, "points": 1}]),
        ]
    return found


def _item(number: int, type: str, **fields: object) -> dict[str, object]:
    about = {"id": f"{type}-{number}", "kind": "fact", "type": type, "difficulty": "easy", "thinking": "remember"}
    evidence = [{"passage": "p2", "quote": QUOTE}]
    return {**about, **fields, "rationale": TEXTS[number], "evidence": evidence, "tags": [f"t{number}"]}
