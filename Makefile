# What one can do here. `make help` lists it. Everything is installed into this checkout (.venv, .local); nothing else is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TOOLS := .venv-tools
MINISTACK := .venv-ministack
export PYTHONUNBUFFERED := 1
# Without bytecode every process compiles all that it imports anew, and every worker of pytest all tests.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run tour test test-package test-no-tricks test-shortcuts test-mail test-api test-dynamodb test-browser test-faults test-bugs second-planner mutants bench screenshots check lint-template format catalogs fields rooms rules gallery draw golden lock package deploy status owner-add token-rotate keys-rotate backup restore destroy test-deploy clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## serve on this machine: PORT (8000), STATE (.local) and TRICKS (on, off) are the settings
	@$(BIN)/python -m infra.local

test: $(READY) ## the quick tests: all that needs neither Java nor npm nor a browser nor SpamAssassin
	@$(BIN)/python -m pytest --ignore=tests/browser --ignore=tests/shortcuts --ignore=tests/package --ignore=tests/mail_form --ignore=tests/deploy_on_ministack -n auto --dist worksteal -q

tour: $(READY) ## record all that the product answers at told times: INTO (build/tour), AGAINST an earlier record, ONLY
	@$(BIN)/python -m proofs.tour

test-package: $(READY) ## make the package for this machine, and run every handler of it in a bare interpreter; TRICKS (on, off)
	@$(BIN)/python -m pytest tests/package -q

test-no-tricks: $(READY) ## every handler of a package in which each library is as its wheel has it (docs/packaging.md)
	@TRICKS=off $(BIN)/python -m pytest tests/package/test_handlers.py tests/package/test_tricks.py -q

test-dynamodb: $(READY) ## the storage tests once more, on AWS's DynamoDB Local (needs Java 17 and npm)
	@$(BIN)/python -m infra.dynamodb_local -- $(BIN)/python -m pytest $(ON_DYNAMODB) --dynamodb-local -q
ON_DYNAMODB := tests/records tests/deploy/test_backup.py tests/deploy/test_restor*.py

test-shortcuts: $(READY) ## the recipes of docs/shortcuts.md, run as they stand there (needs curl, node and chromium)
	@$(BIN)/python -m pytest tests/shortcuts -q

test-mail: $(READY) ## every mail of the gallery in the eyes of SpamAssassin, Gmail, Apple Mail and Outlook (needs spamassassin, npm and node)
	@$(BIN)/python -m pytest tests/mail_form -q

test-api: $(READY) ## 20,000 made-up requests from the API's own description, at a local server (five minutes)
	@DIGESTS=100 $(BIN)/python -m pytest tests/web/test_crawler.py -q
	@$(BIN)/python -m proofs.api

test-browser: $(READY) ## the pages in a real browser (needs Debian's chromium, and npm for axe-core)
	@$(BIN)/python -m pytest tests/browser -n 2 --dist loadfile -q

screenshots: $(READY) ## the telling mornings and every page, phone and wide, light and dark: build/screenshots/index.html; ONLY (mornings, pages)
	@$(BIN)/python -m tests.browser.screenshots

test-faults: $(READY) ## try to refute every claim of docs/reliability.md: SCALE (short, long), ONLY, SEED (needs Java 17 and npm)
	@$(BIN)/python -m proofs.faults

test-bugs: $(READY) ## put each seeded bug into a copy of the checkout, and see that a test notices: SCALE (long, short), ONLY (needs Java 17, npm and Chromium)
	@$(BIN)/python -m proofs.bugs

second-planner: $(READY) ## compare the planner with one written from the playbook alone: HISTORIES (1,000,000), SEED (five minutes)
	@$(BIN)/python -m proofs.second_planner

mutants: $(READY) ## break the rules, the working days and the tick in every small way: which does no quick test notice? (half an hour)
	@$(BIN)/python -m proofs.mutants

bench: $(READY) ## measure what one waits and pays for, beside its peers (needs Java 17, npm and valgrind)
	@$(BIN)/python -m proofs.bench

check: $(READY) ## format, lint, types, who may import whom, dead code
	@echo "ruff format" && { $(BIN)/ruff format --check --quiet || { echo "run make format"; exit 1; }; }
	@echo "ruff check" && $(BIN)/ruff check --quiet
	@echo "mypy" && $(BIN)/mypy
	@echo "import-linter" && $(BIN)/lint-imports --no-cache
	@echo "vulture" && $(BIN)/vulture

lint-template: $(READY) $(TOOLS)/ready ## the deployment's template, as CloudFormation would get it: cfn-lint, checkov, moto
	@$(BIN)/python -m infra.package.template build/template.json
	@$(TOOLS)/bin/python -m infra.tools.transform build/template.json build/plain.json
	@echo "cfn-lint" && $(TOOLS)/bin/cfn-lint --regions eu-central-1 us-east-1 -- build/plain.json
	@echo "checkov" && $(TOOLS)/bin/checkov --file build/plain.json --config-file infra/tools/checkov.yaml
	@echo "moto" && $(TOOLS)/bin/python -m infra.tools.creation build/plain.json

format: $(READY) ## rewrite the code the way `make check` wants it
	@$(BIN)/ruff format --quiet && $(BIN)/ruff check --fix --quiet && $(BIN)/ruff format

catalogs: $(READY) ## bring the interface's catalogs (templates/catalogs/*.po) up to date with the sources
	@$(BIN)/python -m infra.catalogs

fields: $(READY) ## write docs/fields.md anew, from the declarations of all fields
	@$(BIN)/python -m infra.field_table

rules: $(READY) ## write the last section of docs/playbook.md anew, from the names of the tests
	@$(BIN)/python -m infra.rule_table

rooms: $(READY) ## write the picture of the rooms in CONTRIBUTING.md anew, from the imports
	@$(BIN)/python -m infra.room_picture

gallery: $(READY) ## one page with every draft and digest in every language: build/gallery/index.html
	@$(BIN)/python -m infra.gallery

draw: $(READY) ## forty drafts, six mails and four whole sequences to read, drawn by chance: SEED (1), LANG (en, ru)
	@$(BIN)/python -m infra.gallery.draw

golden: $(READY) ## rewrite the texts that the tests compare (tests/gallery/golden); review the diff
	@$(BIN)/python -m infra.gallery --golden

package: $(READY) ## what is deployed: build/package; ARCHITECTURE (arm64), PYTHON_VERSION (3.13), INTERPRETER, TRICKS (on, off)
	@$(BIN)/python -m infra.package

backup: $(READY) ## all that the stage's table holds, into a file: INTO (backups/…), STAGE (prod)
	@$(BIN)/python -m infra.deploy backup

restore: $(READY) ## bring a backup back (FROM=backups/….json), or the table of an instant (AT=2026-11-20T08:00:00Z); YES=1 asks nothing
	@$(BIN)/python -m infra.deploy restore

lock: $(READY) ## compile all requirements files anew (needs uv)
	@uv pip compile pyproject.toml $(LOCK) --output-file requirements.txt
	@uv pip compile pyproject.toml --group dev --constraints requirements.txt $(LOCK) --output-file requirements-dev.txt
	@for of in tools ministack; do uv pip compile infra/$$of/requirements.in $(LOCK) --output-file infra/$$of/requirements.txt; done
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade

clean: ## remove what the commands above made, but for the local server's records
	@rm -rf $(VENV) $(TOOLS) $(MINISTACK) build templates/catalogs/*.mo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

deploy: $(READY) ## put it into your AWS account, or bring it up to date: EMAIL, SENDER, MAIL_BY, STAGE (prod) … docs/deploying.md has all settings
	@$(BIN)/python -m infra.deploy look
	@$(BIN)/python -m infra.package
	@$(BIN)/python -m infra.deploy up

status: $(READY) ## the last digest, the mail, alarms and the cost of what is deployed
	@$(BIN)/python -m infra.deploy status

owner-add: $(READY) ## one more person on the same deployment: OWNER, EMAIL
	@$(BIN)/python -m infra.deploy owner-add

token-rotate: $(READY) ## a new token for OWNER (me); the old one is over at once
	@$(BIN)/python -m infra.deploy token-rotate

keys-rotate: $(READY) ## a new signing key; links that went out go on for their thirty days
	@$(BIN)/python -m infra.deploy keys-rotate

destroy: $(READY) ## export everything, then take the deployment away; the table stays unless TABLE=delete
	@$(BIN)/python -m infra.deploy destroy

test-deploy: lint-template $(MINISTACK)/ready ## lint the template; then deploy, use, upgrade and destroy it on a local AWS (ministack)
	@$(BIN)/python -m pytest tests/deploy_on_ministack -q

# The stamp is made last, so that an interrupted installation is begun again.
$(READY): requirements-dev.txt
	@echo "Installing into $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

$(MINISTACK)/ready: infra/ministack/requirements.txt
	@echo "Installing into $(MINISTACK) (once, about half a minute) ..."
	@$(PYTHON) -m venv $(MINISTACK)
	@$(MINISTACK)/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(TOOLS)/ready: infra/tools/requirements.txt
	@echo "Installing into $(TOOLS) (once, about a minute) ..."
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement $<
	@touch $@
