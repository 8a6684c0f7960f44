# make run        set everything up, read the papers in corpus/, show the register in the browser
# make test       set everything up, run every check
# make extracted  read all papers again, and renew extracted/*.json
# make bench      measure speed and memory; the result goes into benchmarks/README.md
# make clean      remove what make has set up, and the register; papers and records stay
#
# Nothing is needed but make and Python 3.11 or newer. Another Python: make run PYTHON=python3.12

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8001

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test extracted bench clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile

run: .venv/installed
	@$(BIN)/pledgebook ingest || [ $$? -eq 3 ]
	$(BIN)/pledgebook serve --host $(HOST) --port $(PORT)

test: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -rs
	$(BIN)/pledgebook evaluate --floor tests/gold/baseline.json

extracted: .venv/installed
	$(BIN)/pledgebook ingest --force

bench: .venv/installed
	$(BIN)/python benchmarks/throughput.py

clean:
	rm -rf .venv build *.egg-info extracted/register.db*

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Pledgebook needs Python 3.11 or newer; $(PYTHON) is none. If it has another name here, say: make PYTHON=name"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu, install the package python3-venv."; rm -rf .venv; exit 1; }
	@touch $@

.venv/installed: .venv/made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ .venv/installed
