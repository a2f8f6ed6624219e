# `make` sets quizgen up in .venv and builds the course of this repository into output/; `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all build test fuzz reproducible older-anki lint format lock golden benchmark peers pictures sheets clean

all: build

build: .venv/installed
	$(BIN)/quizgen build

test: .venv/tested
	$(BIN)/python -m pytest -n auto

# Put files before quizgen that nobody thought of: some ten thousand that Hypothesis draws, then for so many seconds a
# target those of atheris, where that installs (CPython 3.11 to 3.13).
SECONDS := 60
FUZZED := bank another-bank brief blueprint settings reviewed released every-format manifest gift xml csv
fuzz: .venv/tested
	QUIZGEN_FUZZ=10 $(BIN)/python -m pytest -q -n auto tests/fuzz
	@if $(MAKE) -s .venv-fuzz/installed; then \
	    for each in $(FUZZED); do .venv-fuzz/bin/python -m tests.fuzz.coverage_guided $$each $(SECONDS) || exit 1; done; \
	else echo "atheris does not install here: its part is left out"; fi

# Build the course in surroundings as different as can be, and by every Python there is, and compare: a few minutes.
reproducible: .venv/tested
	$(BIN)/python -m tests.reproducible

# Ask an Anki from before 25.02 in the tests as well: it takes updates otherwise, and some phones still have it.
older-anki: .venv-older/installed

lint: .venv/tested
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/tested
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Accept what the tests now see as what they should see.
golden: .venv/tested
	$(BIN)/python -m pytest -n auto --update-golden

# Print how fast this machine is at large courses, decks, papers, self-tests and packages, beside a floor or a peer; nothing is
# asserted.
BENCHMARKS := checking decks exporting printing opening selftests
benchmark: .venv/tested
	@for each in $(BENCHMARKS); do $(BIN)/python -m tests.benchmarks.$$each || exit 1; done

# What the benchmark of self-tests measures beside ours, in an environment of their own.
peers: .venv-peers/installed

# Choose versions anew. They are locked with hashes, for every Python from 3.10 on; uv does not write where it got them.
lock: .venv/tested
	$(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-header \
	    --extra setup -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-header \
	    --extra setup --extra test --extra lint -c requirements.lock -o tests/requirements.lock pyproject.toml
	echo "anki==24.11" | $(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes \
	    --no-emit-index-url --no-header -o tests/older-anki.lock -
	echo "atheris==3.0.0" | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header -o tests/fuzz.lock -

# The pictures in the README, from what the course builds now.
pictures: .venv/tested
	$(BIN)/python -m tests.pictures

# Every way that cards ask, on phones and a desktop, in light and night: contact sheets to look at, in build/sheets.
sheets: .venv/tested
	$(BIN)/python -m tests.exporters.anki.sheets build/sheets

clean:
	rm -rf .venv .venv-older .venv-peers .venv-fuzz build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	    { echo "quizgen needs Python 3.10 or newer: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/pip pyproject.toml requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/tested: .venv/installed tests/requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

.venv-older/installed: tests/older-anki.lock
	$(PYTHON) -m venv .venv-older
	.venv-older/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/older-anki.lock
	@touch $@

.venv-fuzz/installed: .venv/tested tests/fuzz.lock
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/requirements.lock
	.venv-fuzz/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/fuzz.lock
	@touch $@

.venv-peers/installed:
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install -q --disable-pip-version-check mkdocs-quiz==1.7.1 quizml==0.12.0
	@touch $@
