# Needs Python 3.11 or newer and make. Python packages go into .venv, from requirements.lock; what Qt needs of the
# system and the system lacks is installed with apt-get where that needs no password, else the line to run is printed.
PYTHON ?= python3
BIN := .venv/bin
SEEDS := $(sort $(wildcard seeds/*.txt))
SAMPLE_REPORT := build/sample-report.pdf
# What `make lock` resolves with.
UV := uv==0.13.9
# Asked of the desktop itself, which also sees a display that is named but does not answer.
HAS_DISPLAY = $(BIN)/python -c 'import os, sys; from desktop.display import has_display; \
	sys.exit(not has_display(os.environ, sys.platform))'

.PHONY: run test bench screenshots check-html strings setup lint types lock clean

# The desktop on the sample case; where there is no display, the same case as a PDF report.
run: setup
	@if $(HAS_DISPLAY); then \
		$(BIN)/cognate $(SEEDS); \
	else \
		mkdir -p $(dir $(SAMPLE_REPORT)) && \
		$(BIN)/cognate compare $(SEEDS) --pdf $(SAMPLE_REPORT) && \
		echo "There is no display here, so the sample case was analysed on the command line." && \
		echo "Its report: $(SAMPLE_REPORT)"; \
	fi

test: lint types
	$(BIN)/python -m pytest

# Ends with each target and the ratio that was measured; takes some minutes on two cores.
bench: setup
	$(BIN)/python -m pytest tests/bench --benchmark-columns=min,median,max,rounds

# Every screen and state of the desktop, on a display of its own (Xvfb): docs/screenshots and build/screenshots.
screenshots: setup
	$(BIN)/python -m tools.screenshots

# The HTML report in Chromium: accessibility, console, requests. AXE is axe.min.js of axe-core; see tools/check_html.py.
check-html: setup
	$(BIN)/python -m tools.check_html --axe "$(AXE)"

# The desktop's texts for translators, and what is loaded of their translations: resources/translations.
strings: setup
	$(BIN)/python -m tools.strings

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
	build/lock/bin/python -m pip install --quiet $(UV)
	build/lock/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --extra dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
	find core desktop resources seeds tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
