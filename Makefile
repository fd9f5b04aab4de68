# The only entry: people, pre-commit and CI call these and repeat nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/xa-dong-lim/2026/thang-03.xlsx

.PHONY: demo test lint check setup format docs examples slow differential bench pictures wheel clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "cadre needs Python 3.11 or newer" && false)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: setup  ## score the example month and show where the result lies
	@$(BIN)/cadre score $(EXAMPLE) --out demo; code=$$?; test $$code -le 1

test: setup  ## the test suite
	@$(BIN)/pytest

lint: setup  ## format, lint, types, imports, generated files fresh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate_docs.py --check
	$(BIN)/python tools/build_templates.py --check
	$(BIN)/python tools/build_examples.py --check

check: lint test  ## all that CI asks for

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: setup  ## write the generated pages anew
	$(BIN)/python tools/generate_docs.py

examples: setup  ## build templates and examples anew
	$(BIN)/python tools/build_templates.py
	$(BIN)/python tools/build_examples.py

wheel: setup  ## build the wheel and run it where nothing else is installed
	@rm -rf build/smoke && mkdir -p build/smoke
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w build/smoke .
	@$(PYTHON) -m venv build/smoke/venv
	@build/smoke/venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt build/smoke/*.whl
	@build/smoke/venv/bin/cadre --help > /dev/null
	@cd build/smoke && venv/bin/cadre new demo --demo --quiet && venv/bin/cadre new xa --quiet
	@build/smoke/venv/bin/cadre score examples/xa-dong-lim/2026/thang-04.xlsx --out build/smoke/out --quiet > /dev/null
	@ls build/smoke/*.whl

slow: setup  ## fuzzing and LibreOffice recalculation of everything
	HYPOTHESIS_PROFILE=explore $(BIN)/pytest -m slow

differential: setup  ## our reader beside independent ones over the folder CADRE_ODD_WORKBOOKS
	$(BIN)/python tools/compare_readers.py

bench: setup  ## side by side with what a user would otherwise run
	@for what in starting reading writing write_back whole; do $(BIN)/python benchmarks/$$what.py || exit 1; done

pictures: setup  ## the pictures of README, drawn from what the program prints and writes
	$(BIN)/python tools/draw_pictures.py

clean:
	rm -rf $(VENV) build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
