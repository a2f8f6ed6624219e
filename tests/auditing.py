"""Ask what is known against the libraries in lock files, and list those that quizgen needs: `make audit`.

It runs in an environment of its own, where pip-audit and cyclonedx-py are and nothing else. It fails where something is
known that a newer version mends. Where no service can be asked, it says so and does not fail.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SERVICES = ("pypi", "osv")
"""Whom to ask, one after the other until one answers."""
PATIENCE = 120
"""Seconds for which a service is waited for."""
SBOM = Path("build", "sbom.json")


@dataclass(frozen=True)
class Audit:
    """What a service knows: how many libraries it was asked of, which it does not know, what it has against some."""

    asked: int
    unknown: tuple[str, ...]
    mended: tuple[str, ...]
    unmended: tuple[str, ...]


def read(report: dict[str, Any]) -> Audit:
    """The report of pip-audit."""
    known = [each for each in report["dependencies"] if "skip_reason" not in each]
    unknown = tuple(each["name"] for each in report["dependencies"] if "skip_reason" in each)
    found = [(each, one) for each in known for one in each["vulns"]]
    fixes = [(f"{_said(each, one)}: ", one["fix_versions"]) for each, one in found]
    mended = tuple(f"{said}mended in {', '.join(versions)}" for said, versions in fixes if versions)
    unmended = tuple(f"{said}not mended yet" for said, versions in fixes if not versions)
    return Audit(len(known), unknown, mended, unmended)


def _said(library: dict[str, Any], vulnerability: dict[str, Any]) -> str:
    return f"{library['name']} {library['version']} has {vulnerability['id']}"


def lines(lock: str, audit: Audit | None) -> list[str]:
    """What to say of a lock file."""
    if audit is None or not audit.asked:
        return [f"{lock}: not audited, since no vulnerability service can be reached from here"]
    told = [f"{lock}: {audit.asked} libraries audited", *audit.mended, *audit.unmended]
    return [*told, f"not known to the service: {', '.join(audit.unknown)}"] if audit.unknown else told


def audited(lock: str) -> Audit | None:
    """What the first service that answers knows of a lock file; None where none does."""
    for service in SERVICES:
        report = _asked(lock, service)
        if report is not None and read(report).asked:
            return read(report)
    return None


def _asked(lock: str, service: str) -> dict[str, Any] | None:
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        about = ["-r", lock, "--require-hashes", "--disable-pip", "--vulnerability-service", service, "--timeout", "15"]
        written = ["--format", "json", "--output", str(answer), "--progress-spinner", "off"]
        command = [sys.executable, "-m", "pip_audit", *about, *written]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return None
        report: dict[str, Any] | None = json.loads(answer.read_text(encoding="utf-8")) if answer.exists() else None
        return report


def list_parts(lock: str) -> None:
    """Write what quizgen needs as a CycloneDX bill of materials, the same from the same lock file."""
    SBOM.parent.mkdir(exist_ok=True)
    about = ["requirements", lock, "--pyproject", "pyproject.toml", "--output-reproducible", "--output-file", str(SBOM)]
    subprocess.run([sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *about], check=True)


def main(locks: Sequence[str]) -> None:
    """Audit these lock files, list what is in the first; exit with 1 where a newer version mends what is known."""
    list_parts(locks[0])
    print(f"{SBOM}: what {locks[0]} holds")
    found = {lock: audited(lock) for lock in locks}
    for lock, audit in found.items():
        print("\n  ".join(lines(lock, audit)))
    sys.exit(any(audit.mended for audit in found.values() if audit))


if __name__ == "__main__":
    main(sys.argv[1:])
