"""Imports go down only, and each third-party library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "quizgen"

# From the bottom up. A module may import from its own layer only within its own package (`checks/__init__` its checks).
LAYERS = (
    ("forked",),
    ("", "exporters"),  # the package itself, and the table of exporters' names, which imports none of them
    ("findings", "memory", "placing", "at_once", "cluster", "archive", "stable", "versions"),
    ("releases", "reading_rules", "documents", "yaml_mistakes"),
    ("model",),
    ("text", "fingerprints", "jobs", "studying", "markup", "wording", "marked_yaml", "balance", "visible"),
    ("presenting", "validation"),
    ("corpus", "items", "stand_ins"),
    ("banks", "blueprints", "locks"),
    ("files",),
    ("course", "schema", "yaml_edits"),
    ("yaml_writing", "grounding", "options", "picking", "partly_read", "forms"),
    ("pooling", "handing_out"),
    ("checks", "assemble", "exporters/"),
    ("selecting", "listing", "exporters.cards"),  # cards are a part of the PDF exporter, and a format to ask for
    ("manifest",),
    ("making", "checking"),
    ("soundness", "writing", "importing", "starting", "terminal", "manuals", "fixing", "verifying"),
    ("originals",),
    ("building", "reporting", "reviewing", "releasing"),
    ("asking",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}

HOMES = {
    "yaml": {"marked_yaml"},
    "filelock": {"writing"},
    "distributed": {"cluster"},
    "genanki": {"exporters.anki"},
    "reportlab": {"exporters.pdf"},
    "docx": {"exporters.docx"},
    "xlsxwriter": {"presenting"},
    "jinja2": {"exporters.html"},
    "rjsmin": {"exporters.html"},
    "rcssmin": {"exporters.html"},
    "click": {"cli"},
    "markdown_it": {"markup"},
    "rich": {"terminal"},
    "watchfiles": {"cli"},
    "rapidfuzz": {"text", "validation"},
    "Stemmer": {"text"},
    "pydantic": {"validation", "corpus", "items", "banks", "blueprints", "course"},
}


def unit(module: str) -> str:
    """The part of the package that a module belongs to: its top folder, or with exporters the one below."""
    parts = module.removeprefix("quizgen").strip(".").split(".")
    return ".".join(parts[:2]) if parts[0] == "exporters" else parts[0]


def rank(unit: str) -> int | None:
    """How high in the layers a unit stands; every exporter that is not named there as high as the others."""
    return RANK.get("exporters/" if unit.startswith("exporters.") and unit not in RANK else unit)


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(REPOSITORY).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module imported, inside functions too, but not what is there for types alone."""
    for_types = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield str(node.module)
            if node.module in ("quizgen", "quizgen.exporters", "quizgen.text"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names if alias.name.islower())


def test_imports_go_down_only() -> None:
    seen = 0
    for name, tree in modules():
        importer = unit(name)
        above = rank(importer)
        assert above is not None, f"{name} has no layer: give it one in LAYERS"
        for imported in imports(tree):
            below = rank(unit(imported)) if imported.startswith("quizgen") else None
            if below is None or unit(imported) == importer:
                continue
            seen += 1
            assert below < above, f"{name} imports {imported}"
    assert seen > 100


def test_third_party_libraries_have_one_home() -> None:
    seen = set()
    for name, tree in modules():
        for imported in imports(tree):
            library = imported.partition(".")[0]
            if library in HOMES:
                seen.add(library)
                assert unit(name) in HOMES[library], f"{name} imports {library}"
    assert seen == set(HOMES)


def test_items_and_checks_do_not_import_each_other() -> None:
    seen = 0
    for name, tree in modules():
        for package, common in (("quizgen.items", "quizgen.items.fields"), ("quizgen.checks", None)):
            if not name.startswith(f"{package}."):
                continue
            seen += 1
            others = {imported for imported in imports(tree) if imported.startswith(f"{package}.")}
            assert others <= {common}, f"{name} imports {others}"
    assert seen >= 17


def test_only_cli_prints_and_exits() -> None:
    seen = 0
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                seen += 1
                called = ast.unparse(node.func)
                if called in ("print", "click.echo", "sys.exit", "exit"):
                    assert unit(name) == "cli", f"{name} calls {called}"
    assert seen > 500


def test_functions_stay_small() -> None:
    lengths = []
    for path in Path(PACKAGE).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        lengths += [(node.end_lineno or 0) - node.lineno + 1 for node in functions]
    lengths.sort()
    assert len(lengths) > 200
    assert lengths[len(lengths) // 2] <= 12
    assert lengths[int(len(lengths) * 0.95)] <= 40
