"""The machine that the figures are from, and what runs on it; nothing that names whose it is."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
from pathlib import Path

from benchmarks import peers
from quizgen import __version__, at_once

LIBRARIES = ("genanki", "jinja2", "pydantic", "pyyaml", "reportlab")


def described() -> tuple[tuple[str, str], ...]:
    """What the machine is, by name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    ours = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    theirs = ", ".join(f"{name} {version}" for name, version in sorted(peers.versions().items()))
    return (
        ("processor", f"{_processor()}, {at_once.processors()} of {os.cpu_count()} cores"),
        ("memory", f"{memory:,.0f} GiB"),
        ("system", f"{_system()}, {platform.system()} {platform.machine()}"),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}, SQLite {sqlite3.sqlite_version}"),
        ("quizgen", f"{__version__}, with {ours}"),
        ("peers", theirs or "none could be installed"),
    )


def _processor() -> str:
    """The name that the processor has for itself."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)
