# The same commands stand in CONTRIBUTING.md for machines without make.
PYTHON ?= python

.PHONY: help setup check format test bench docs gallery samples

help:  ## what there is
	@sed -n 's/^\([a-z]*\):.*  ## /\1  /p' $(MAKEFILE_LIST)

setup:  ## install for work on the code, in a virtual environment
	$(PYTHON) -m pip install -c constraints.txt -e '.[test]'

check:  ## lint, format and types
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format:  ## put imports and layout in order
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

test:  ## every test, on all processors
	$(PYTHON) -m pytest -n auto

bench:  ## what stands in benchmarks/, one after the other
	$(PYTHON) benchmarks/read_month.py
	$(PYTHON) benchmarks/write_summary.py
	$(PYTHON) benchmarks/write_letters.py
	$(PYTHON) benchmarks/press_button.py

docs:  ## docs/checks.md and the templates, from the declarations
	$(PYTHON) tools/checks_doc.py
	$(PYTHON) tools/docx_templates.py
	$(PYTHON) -m ledgerkit templates

gallery:  ## docs/gallery, from the samples; needs LibreOffice and pdftoppm
	$(PYTHON) tools/gallery.py

samples:  ## samples/district and samples/expected.json, from samples/make
	$(PYTHON) -m samples.make
