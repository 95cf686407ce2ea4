# `make run` and `make test` are all a newcomer needs; both set up what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# An index of CPU-only builds of torch, of the reader's choice: make run TORCH_INDEX=https://…
TORCH_INDEX ?=

.PHONY: help run test lint check bench setup index

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/.ready: pyproject.toml constraints.txt
	@echo "Setting up the environment in $(VENV): some minutes the first time."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11) and "Python 3.11 or newer is needed")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
ifneq ($(TORCH_INDEX),)
	$(BIN)/python -m pip install --index-url $(TORCH_INDEX) torch==2.13.0
endif
	$(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

setup: $(VENV)/.ready  ## make the environment

index: setup  ## build the index if it is missing or stale
	@$(BIN)/python -m ingest build --if-stale

run: index  ## serve the page on http://127.0.0.1:7860
	@$(BIN)/python app.py

test: setup  ## run the tests
	@$(BIN)/python -m pytest

lint: setup  ## style, types, import rules, content rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m knowledge check

check: lint test  ## everything that must be green

bench: index  ## measure speed and memory
	@$(BIN)/python -m eval bench
