# `make` sets quizgen up in .venv and builds the course of this repository into output/; `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all build test fuzz reproducible older-anki other-readers lint format lock golden bench pictures sheets clean

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

# Ask a reader of GIFT from npm in the tests as well.
other-readers: build/readers/installed

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

# Measure quizgen on this machine, beside floors and peers, into benchmarks/RESULTS.md: some half an hour. A short run is
# `make bench SIZES="100 1000"`. Peers that cannot be installed are left out.
bench: .venv/tested
	@$(MAKE) -s .venv-peers/installed || echo "the peers cannot be installed here: they are left out"
	$(BIN)/python -m benchmarks $(SIZES)

# Ask what is known against the locked libraries, and list them in build/sbom.json. Where nobody can be asked, it says so;
# it fails where a newer version mends what is known.
audit:
	@if $(MAKE) -s .venv-audit/installed; then \
	    .venv-audit/bin/python -m tests.auditing requirements.lock tests/requirements.lock; \
	else echo "what audits cannot be installed here: no audit"; fi

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
	$(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-header \
	    -o benchmarks/peers.lock benchmarks/peers.in
	printf "pip-audit\ncyclonedx-bom\n" | $(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes \
	    --no-emit-index-url --no-header -o tests/audit.lock -

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

build/readers/installed:
	npm install --silent --no-audit --no-fund --no-package-lock --prefix build/readers gift-pegjs@1.0.2
	@touch $@

.venv-fuzz/installed: .venv/tested tests/fuzz.lock
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/requirements.lock
	.venv-fuzz/bin/pip install -q --disable-pip-version-check --require-hashes -r tests/fuzz.lock
	@touch $@

.venv-peers/installed: benchmarks/peers.lock
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install -q --disable-pip-version-check --retries 1 --timeout 20 --require-hashes \
	    -r benchmarks/peers.lock
	@touch $@

.venv-audit/installed: tests/audit.lock
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/pip install -q --disable-pip-version-check --retries 1 --timeout 20 --require-hashes \
	    -r tests/audit.lock
	@touch $@
