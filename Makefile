# Every target does its own set-up. For Windows and conda see README.md.

PYTHON ?= python3
LAB_ARGS ?=
MUTANTS ?=
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/ready

.PHONY: help lab test quick test-browser portable mutate bench check format execute slides student solved clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

# The file `ready` is written last: an install that was interrupted starts again from nothing.
# The old environment goes first, since it may be active, and `python3` then means its own.
$(READY): requirements.txt constraints.txt
	@rm -rf $(VENV)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "The series needs Python 3.11 or newer, but '$(PYTHON) --version' says:"; \
	  echo "  $$($(PYTHON) --version 2>&1 | head -n 1)"; \
	  echo "Install a newer Python, or name the one to use: make lab PYTHON=python3.12"; \
	  exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install -r requirements.txt -c constraints.txt
	@touch $@

lab: $(READY) ## open JupyterLab on the first notebook
	$(PY) -m jupyterlab $(LAB_ARGS) notebooks/01_activations.ipynb

test: $(READY) ## check the style, run the tests, run every notebook against its stored outputs
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m pytest

quick: $(READY) ## check the style, run the tests that are fast
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m pytest -m "not slow" tests

test-browser: $(READY) ## run every notebook in a real JupyterLab and move every control; needs Chromium
	$(PY) -m pytest -o addopts= -n auto --no-loadscope-reorder -rs --durations=10 tests/browser

portable: $(READY) ## run every notebook as other processors would; the stored outputs must hold
	$(PY) tools/check_portable.py

mutate: $(READY) ## see that the tests notice faults in the maths; MUTANTS="nnlib.losses.*" for a few
	$(PY) -m pip install --quiet mutmut==3.8.1 -c constraints.txt
	$(PY) tools/mutate.py $(MUTANTS)

bench: $(READY) ## measure how fast the pictures of the instruments follow
	$(PY) tools/bench_instruments.py

check: $(READY) ## print which packages are installed and which are wanted
	$(PY) tools/check_environment.py

format: $(READY) ## bring code and notebooks into the common style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

execute: $(READY) ## run every notebook again and store its outputs
	$(PY) tools/execute_notebooks.py

slides: $(READY) ## write a slide deck with speaker notes from each notebook into slides/
	$(PY) tools/slides/make_slides.py

student: $(READY) ## write copies of the notebooks without solutions, notes and outputs into student/
	$(PY) tools/make_copies.py student

solved: $(READY) ## write copies of the notebooks with every exercise solved into solved/
	$(PY) tools/make_copies.py solved

clean: ## remove everything that make has made
	rm -rf $(VENV) slides student solved screenshots mutants tools/slides/node_modules
