# make demo    the graph of the five articles in seeds/, and what it answers
# make test    all tests        make lint    types, style        make clean
# make accuracy    docs/accuracy.md again, from the annotated seeds in EVALUATION
# make performance    docs/performance.md again, from the newspapers in CORPORA
#
# Needs Python 3.11, 3.12 or 3.13 with venv; everything else is installed into .venv from the lock files, by hash.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
PYTEST_OPTIONS ?=
EVALUATION ?= ../shared/eval
CORPORA ?= ../shared/corpora
export PYTHONUTF8 := 1

.DEFAULT_GOAL := demo
.PHONY: demo test lint format accuracy performance lock clean

demo: $(VENV)/.runtime
	$(BIN)/waqia build seeds --out out
	$(BIN)/waqia stats out
	$(BIN)/waqia query contradicting-figures out --language ar

test: $(VENV)/.dev
	$(BIN)/python -m pytest --cov --cov-report=term $(PYTEST_OPTIONS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

accuracy: $(VENV)/.runtime
	$(BIN)/python -m benchmarks.accuracy seeds $(EVALUATION)/seeds/gold.jsonl --scorer $(EVALUATION)/score.py \
		--output docs/accuracy.md

performance: $(VENV)/.runtime
	$(BIN)/python -m benchmarks.extraction $(CORPORA) --markdown docs/performance.md
	$(BIN)/python -m benchmarks.linking.scale --markdown docs/performance.md

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "waqia needs Python 3.11, 3.12 or 3.13: set PYTHON=..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.python requirements.lock requirements-build.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock -r requirements-build.lock
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# The locks hold for every supported Python and platform; they name no index, so that any mirror will do.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" pyproject.toml
lock: $(VENV)/.python
	$(INSTALL) uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(LOCK:pyproject.toml=) --group build --constraints requirements-dev.lock --output-file requirements-build.lock

clean:
	rm -rf $(VENV) out dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
