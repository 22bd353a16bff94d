# Needs Python 3.11 or newer and make; everything else goes into .venv, from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin
SEEDS := $(sort $(wildcard seeds/*.txt))
SAMPLE_REPORT := build/sample-report.pdf

.PHONY: run test bench setup lint types lock clean

# The desktop on the sample case; where there is no display, the same case as a PDF report.
run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		$(BIN)/cognate $(SEEDS); \
	else \
		mkdir -p $(dir $(SAMPLE_REPORT)) && \
		$(BIN)/cognate compare $(SEEDS) --pdf $(SAMPLE_REPORT) && \
		echo "There is no display here, so the sample case was analysed on the command line." && \
		echo "Its report: $(SAMPLE_REPORT)"; \
	fi

test: lint types
	$(BIN)/python -m pytest

bench: setup
	$(BIN)/python -m pytest tests/bench --benchmark-columns=min,median,max,rounds

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: setup
	$(BIN)/mypy

# Does nothing while pyproject.toml and requirements.lock are what .venv was made from.
setup:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Cognate needs Python 3.11 or newer, and $(PYTHON) is %d.%d: name a newer one, as in make PYTHON=python3.12." % sys.version_info[:2])'
	@$(PYTHON) tools/set_up.py

# Resolve pyproject.toml anew into requirements.lock, for every platform at once.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --extra dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
	find core desktop resources seeds tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
