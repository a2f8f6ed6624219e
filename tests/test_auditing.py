from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import auditing

CLEAN = {"name": "click", "version": "8.1", "vulns": []}
MENDED = {"name": "jinja2", "version": "3.0", "vulns": [{"id": "X-1", "fix_versions": ["3.1"]}]}
UNMENDED = {"name": "rich", "version": "1", "vulns": [{"id": "X-2", "fix_versions": []}]}
UNKNOWN = {"name": "genanki", "skip_reason": "not found"}


def said(*dependencies: dict[str, Any]) -> list[str]:
    return auditing.lines("a.lock", auditing.read({"dependencies": dependencies}))


def test_what_is_known_is_said_with_what_mends_it() -> None:
    assert said(CLEAN) == ["a.lock: 1 libraries audited"]
    assert said(CLEAN, MENDED, UNMENDED, UNKNOWN) == [
        "a.lock: 3 libraries audited",
        "jinja2 3.0 has X-1: mended in 3.1",
        "rich 1 has X-2: not mended yet",
        "not known to the service: genanki",
    ]


def test_a_service_that_knows_nothing_is_none() -> None:
    (line,) = said(UNKNOWN)
    assert "not audited" in line
    assert auditing.lines("a.lock", None) == [line]


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ({"pypi": [CLEAN]}, 0),
        ({"pypi": [MENDED]}, 1),
        ({"pypi": [UNMENDED]}, 0),
        ({"pypi": [UNKNOWN], "osv": [MENDED]}, 1),
        ({"osv": [MENDED]}, 1),
        ({"pypi": [UNKNOWN]}, 0),
        ({}, 0),
    ],
)
def test_it_fails_where_a_newer_version_mends_something_and_nowhere_else(
    reports: dict[str, list[dict[str, Any]]], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(lock: str, service: str) -> dict[str, Any] | None:
        return {"dependencies": reports[service]} if service in reports else None

    monkeypatch.setattr(auditing, "_asked", asked)
    monkeypatch.setattr(auditing, "list_parts", lambda lock: None)
    with pytest.raises(SystemExit) as ended:
        auditing.main(["requirements.lock"])
    assert bool(ended.value.code) is bool(status)


def test_a_service_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pip_audit.py").write_text("import time; time.sleep(60)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(auditing, "PATIENCE", 0.2)
    assert auditing.audited("requirements.lock") is None


def test_the_answer_of_a_service_is_read_whatever_it_ends_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer = json.dumps({"dependencies": [MENDED]})
    program = f"import sys; open(sys.argv[sys.argv.index('--output') + 1], 'w').write({answer!r}); sys.exit(1)"
    (tmp_path / "pip_audit.py").write_text(program)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    audit = auditing.audited("requirements.lock")
    assert audit is not None
    assert audit.mended == ("jinja2 3.0 has X-1: mended in 3.1",)
