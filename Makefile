# make run        set everything up, read the papers in corpus/, show the register in the browser
# make test       set everything up, run every check
# make extracted  read all papers again, and renew extracted/*.json and what is published of their quality
# make docs       renew what the pages print: docs/rules.md, docs/rule-catalogue.md, docs/checks.md and docs/problems.md
# make bench      measure speed and memory; the result goes into benchmarks/README.md
# make system     install the programs that read scans and old Word papers, and what the checks need (Debian and Ubuntu, as root)
# make clean      remove what make has set up, and the register; papers and records stay
#
# Nothing is needed but make and Python 3.11 or newer. As root on Debian or Ubuntu, run and test install what else they use.
# Another Python: make run PYTHON=python3.12

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8001

BIN := .venv/bin

# Some images forbid Python to keep what it has compiled; then each of our processes compiles the program anew, half a second each.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test extracted docs bench system clean

OCR := tesseract-ocr tesseract-ocr-eng tesseract-ocr-osd
OFFICE := libreoffice-writer-nogui
# What WeasyPrint typesets with, for tests.
TYPE := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-dejavu-core
# What tests look at our pages in. Asked for by itself: Ubuntu has no such package, and must get the others all the same.
BROWSER := chromium

help:
	@sed -n '/^$$/q; s/^# \{0,1\}//p' Makefile

run: .venv/installed .venv/system
	@$(BIN)/pledgebook ingest || [ $$? -eq 3 ]
	$(BIN)/pledgebook serve --host $(HOST) --port $(PORT)

test: .venv/installed-dev .venv/system-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -rs -n auto --maxprocesses 4
	$(BIN)/pledgebook evaluate --floor tests/gold/baseline.json

extracted: .venv/installed .venv/system
	$(BIN)/pledgebook ingest --force
	$(BIN)/pledgebook evaluate --publish

docs: .venv/installed
	$(BIN)/pledgebook rules list --markdown > docs/rule-catalogue.md
	$(BIN)/python docs/renew.py
	$(BIN)/python -c "from pipeline.checks.catalogue import catalogue; print(catalogue(), end='')" > docs/checks.md
	$(BIN)/python -c "from pipeline.ingest.catalogue import reasons_page; print(reasons_page(), end='')" > docs/problems.md

bench: .venv/installed
	$(BIN)/python benchmarks/throughput.py

system: .venv/made
	@.ci/system "For scans, Word papers and checks" $(OCR) $(OFFICE) $(TYPE)
	@.ci/system "For checks in a browser" $(BROWSER)
	@touch .venv/system .venv/system-dev

clean:
	rm -rf .venv build *.egg-info extracted/register.db* extracted/pictures extracted/.cache

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

# Tried once; make system tries again.
.venv/system: .venv/made
	@.ci/system "For scans" $(OCR)
	@touch $@

.venv/system-dev: .venv/made
	@.ci/system "For scans, Word papers and checks" $(OCR) $(OFFICE) $(TYPE)
	@.ci/system "For checks in a browser" $(BROWSER)
	@touch $@ .venv/system
