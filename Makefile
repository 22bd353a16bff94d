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

.PHONY: run test bench soak screenshots check-html strings setup lint types lock package release clean

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

# Tests of the engine know no window and run two at a time; those of the desktop hold ratios of time, and run alone.
ENGINE_TESTS := tests/core tests/hostile tests/offline tests/soak
test: lint types
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ENGINE_TESTS)
	$(BIN)/python -m pytest $(addprefix --ignore=,$(ENGINE_TESTS))

# Ends with each target and the ratio that was measured; takes some minutes on two cores.
bench: setup
	$(BIN)/python -m pytest tests/bench --benchmark-columns=min,median,max,rounds

# What has to hold, tried many times: crashes while something is written, damaged and hostile files. An hour and more;
# TIMES and MINUTES bound it, SUBJECTS names some (python -m tools.soak --help lists them).
TIMES ?= 200
MINUTES ?= 60
soak: setup
	$(BIN)/python -m tools.soak --times $(TIMES) --minutes $(MINUTES) $(SUBJECTS)

# Every screen and state of the desktop, on a display of its own (Xvfb): docs/screenshots, build/screenshots, and those of
# the user guide, resources/guide/pictures.
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
	build/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --constraint requirements.lock \
		pyproject.toml packaging/requirements.in --output-file packaging/requirements.lock

# The program as people install it, into dist: a Debian package and a portable archive, on Linux (docs/packaging.md).
package: build/package/.ready
	build/package/venv/bin/python -m tools.package

# The same, built twice from nothing; ends with the sums of what came out, or with what differs.
release: build/package/.ready
	build/package/venv/bin/python -m tools.package_release

build/package/.ready: packaging/requirements.lock
	$(PYTHON) -m venv --clear build/package/venv
	build/package/venv/bin/python -m pip install --quiet --no-deps --no-compile --require-hashes \
		-r packaging/requirements.lock
	touch $@

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
	find core desktop packaging resources seeds tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
