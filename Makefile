# Every target sets up what it needs: Python 3.11 or later with venv is all that must be there.
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: help demo test soak quality lint types contracts lock clean

help:
	@echo "make demo       two nights and a backfill against a local press room, and one alert"
	@echo "make test       all tests, on SQLite and PostgreSQL"
	@echo "make quality    the reader against all annotated texts: a table, and whether its floors hold"
	@echo "make soak       the long tests: a year of nights, many kills, whole archives (two hours)"
	@echo "make lint       ruff: rules and format"
	@echo "make types      mypy --strict"
	@echo "make contracts  which room may import which"
	@echo "make lock       resolve the dependencies again into requirements.lock (needs uv)"
	@echo "make clean      remove the installation; what lies in var/ stays"

demo: $(VENV)/.ready
	@$(BIN)/onrecord demo

# In their own order: by the number of its tests, the files that take minutes would come last.
test: $(VENV)/.ready
	$(BIN)/pytest -n 3 --dist loadscope --no-loadscope-reorder

quality: $(VENV)/.ready
	@$(BIN)/python -m tests.quality

soak: $(VENV)/.ready
	$(BIN)/pytest -n 2 --dist loadscope -m soak
	$(BIN)/python -m tests.benchmarks.match --statements 1000 10000 100000

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

contracts: $(VENV)/.ready
	$(BIN)/lint-imports

lock:
	uv pip compile --universal --generate-hashes --extra dev --python-version 3.11 pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.ready: requirements.lock pyproject.toml
ifeq ($(PYTHON),)
	@echo "On Record needs Python 3.11 or later with its venv module (Debian: apt install python3 python3-venv)." >&2; exit 1
endif
	@echo "Setting up $(VENV) (about 170 packages, 0.5 GB; one to three minutes) …"
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --clear --python $(PYTHON) $(VENV) && \
	  uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  $(PYTHON) -m venv --clear $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@
