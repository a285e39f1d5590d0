# What one can do here. `make help` lists it. Everything is installed into this checkout (.venv, .local); nothing else is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help run test test-shortcuts test-api test-dynamodb test-browser screenshots check format catalogs gallery golden backup restore lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## serve on this machine: PORT (8000) and STATE (.local) are the settings
	@$(BIN)/python -m infra.local

test: $(READY) ## the quick tests: all that needs neither Java nor npm nor a browser
	@$(BIN)/python -m pytest --ignore=tests/browser --ignore=tests/shortcuts -n auto --dist worksteal -q

test-dynamodb: $(READY) ## the storage tests once more, on AWS's DynamoDB Local (needs Java 17 and npm)
	@$(BIN)/python -m infra.dynamodb_local -- $(BIN)/python -m pytest $(ON_DYNAMODB) --dynamodb-local -q
ON_DYNAMODB := tests/records tests/deploy/test_backup.py tests/deploy/test_restor*.py

test-shortcuts: $(READY) ## the recipes of docs/shortcuts.md, run as they stand there (needs curl, node and chromium)
	@$(BIN)/python -m pytest tests/shortcuts -q

test-api: $(READY) ## 20,000 made-up requests from the API's own description, at a local server (five minutes)
	@DIGESTS=100 $(BIN)/python -m pytest tests/web/test_crawler.py -q
	@$(BIN)/python -m tests.api

test-browser: $(READY) ## the pages in a real browser (needs Debian's chromium, and npm for axe-core)
	@$(BIN)/python -m pytest tests/browser -n 2 --dist loadfile -q

screenshots: $(READY) ## every page on a phone and a wide screen, light and dark: build/screenshots (needs chromium)
	@$(BIN)/python -m tests.browser.screenshots

check: $(READY) ## format, lint, types, who may import whom, dead code
	@echo "ruff format" && $(BIN)/ruff format --check --quiet
	@echo "ruff check" && $(BIN)/ruff check --quiet
	@echo "mypy" && $(BIN)/mypy
	@echo "import-linter" && $(BIN)/lint-imports --no-cache
	@echo "vulture" && $(BIN)/vulture

format: $(READY) ## rewrite the code the way `make check` wants it
	@$(BIN)/ruff check --fix --quiet && $(BIN)/ruff format

catalogs: $(READY) ## bring the interface's catalogs (templates/catalogs/*.po) up to date with the sources
	@$(BIN)/python -m infra.catalogs

gallery: $(READY) ## one page with every draft and digest in every language: build/gallery/index.html
	@$(BIN)/python -m infra.gallery

golden: $(READY) ## rewrite the texts that the tests compare (tests/gallery/golden); review the diff
	@$(BIN)/python -m infra.gallery --golden

backup: $(READY) ## all that the stage's table holds, into a file: INTO (backups/…), STAGE (prod)
	@$(BIN)/python -m infra.deploy.backup

restore: $(READY) ## bring a backup back (FROM=backups/….json), or the table of an instant (AT=2026-11-20T08:00:00Z); YES=1 asks nothing
	@$(BIN)/python -m infra.deploy.restore

lock: $(READY) ## compile both requirements files anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml $(LOCK) --output-file requirements.txt
	@uv pip compile pyproject.toml --group dev --constraints requirements.txt $(LOCK) --output-file requirements-dev.txt
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade

clean: ## remove what the commands above made, but for the local server's records
	@rm -rf $(VENV) build templates/catalogs/*.mo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The stamp is made last, so that an interrupted installation is begun again.
$(READY): requirements-dev.txt
	@echo "Installing into $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@
