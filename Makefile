# `make site` builds the public site into build/site; `make test` runs every check. Both set up .venv first, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
EXTRAS := dask,dev,zensical
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
CODE := generator tests $(wildcard benchmarks) hatch_build.py

# Compiled once, not in each of the thousand processes that the tests start, whatever an image says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve wheel lock test quick format fuzz bench upgrade clean chromium

site: $(READY)
	$(BIN)/rencana build

serve: $(READY)
	$(BIN)/rencana serve

# Four at a time on two cores: much of the time disks, browsers, publishers and limits are waited for.
test: $(READY_DEV) chromium
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 4 --dist worksteal

# Within a minute, for while you write: everything but the browser, the country, whole sites, and what runs for seconds.
quick: $(READY_DEV)
	$(BIN)/pytest -q -n 2 -m 'not slow' --ignore tests/browser --ignore tests/scale --ignore tests/site --ignore tests/properties

format: $(READY_DEV)
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

# Inputs that nobody thought of: plans, differences, histories, workbooks and proposals, for MINUTES.
MINUTES ?= 5
fuzz: $(READY_DEV)
	$(BIN)/python -m tests.fuzz $(MINUTES)

bench: $(READY_DEV)
	$(BIN)/python -m benchmarks.scale --institutions 20 80

# Pins everything anew, from an empty environment: what a fresh machine would get today.
upgrade:
	rm -rf $(VENV)/upgrade
	$(PYTHON) -m venv $(VENV)/upgrade
	$(VENV)/upgrade/bin/python -m pip --disable-pip-version-check --quiet install -e '.[$(EXTRAS)]'
	(echo "# Exact versions of everything, written by \`make upgrade\`."; \
	 $(VENV)/upgrade/bin/python -m pip --disable-pip-version-check freeze --exclude-editable --exclude pip) > constraints.new
	mv constraints.new constraints.txt
	rm -rf $(VENV)/upgrade
	$(MAKE) lock

# What an institution installs; `rencana pin dist/*.whl` names it in its repository.
wheel: $(READY)
	rm -rf dist
	$(PIP) wheel --no-deps --wheel-dir dist .
	@ls dist/*.whl

# Every library that an institution's machines install, on any system, with the hashes of its files.
LIBRARIES := generator/scaffold/repository_files/pustaka.txt
lock: $(READY_DEV)
	echo 'hatchling>=1.27,<2' | $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11.5 \
		--constraint constraints.txt --no-emit-index-url --no-annotate --no-header --output-file $(LIBRARIES) pyproject.toml -

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(READY_DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable '.[$(EXTRAS)]'
	@touch $@ $(READY)

# The browser tests drive the distribution's own Chromium.
chromium:
	@command -v chromium >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif sudo -n true 2>/dev/null; then as_root="sudo -n"; \
	else as_root=none; fi; \
	if [ "$$as_root" = none ] || ! command -v apt-get >/dev/null; then \
		echo "The browser tests need Chromium as 'chromium' on the PATH; install it (Debian: apt-get install chromium) and try again." >&2; \
		exit 2; \
	fi; \
	echo "Installing Chromium for the browser tests" >&2; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
