# The commands of this project. Each sets up what it needs; nothing has to be installed by hand but Python, make and git.
PYTHON ?= python3
RUN := .venv/bin/python

.PHONY: serve site check new pull-request release generated report test lock clean

serve: ## Check the records, build the site and serve it at http://127.0.0.1:8000/
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/serve.py

site: ## Build the site into site/
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/build.py

check: ## Check the records only
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/check.py

new: ## Answer questions and get a record; FROM=file takes in a file that somebody sent
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/new.py $(if $(FROM),--from "$(FROM)")

pull-request: ## Do what is done with a pull request, against BASE=main: check, build, preview, report
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/review.py $(if $(BASE),--base "$(BASE)")

release: ## Build the site and record what it promises: addresses for ever, and versions of records
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/release.py

generated: ## Write anew what is made from schemas and vocabularies: the form on GitHub, the template, completion
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/generate.py

report: ## Say whom to tell of major changes (SINCE=2026-11-01 from a day on), what is overdue for review, what falls due
	@$(PYTHON) hooks/set_up.py
	@$(RUN) hooks/report.py $(if $(SINCE),--since "$(SINCE)")

test: ## Run every test
	@$(PYTHON) hooks/set_up.py requirements-test.lock
	@$(RUN) -m pytest -n auto --dist worksteal

lock: ## Pin the newest allowed versions, with hashes
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade -o requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.lock -o requirements-test.lock

clean: ## Delete what the commands made
	rm -rf .venv site pull-request .site-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
