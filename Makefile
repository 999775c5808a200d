# Two commands are enough: `make run` and `make test`. Both install what they need into .tools/.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:

environment := source .ci/environment

.PHONY: help run test dev build lint fast unit e2e dependencies size bench bench-history bench-live load tools test-tools fuzz fuzz-tools clean

help: ## List what make can do
	@awk 'BEGIN { FS = ":.*## " } /^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build and serve on http://localhost:8000 (stop with Ctrl-C)
	exec target/release/carport

test: lint dependencies unit size e2e ## Run every check and every test
	@echo "==> Everything passed"

dev: tools ## Serve with a rebuild and a reload at every change
	$(environment)
	cargo leptos watch

build: tools ## Build the release: target/release/carport and target/site
	$(environment)
	.ci/build

lint: test-tools ## Check format, lints (native and WebAssembly) and documentation
	$(environment)
	cargo fmt --all --check
	cargo clippy --quiet --all-targets -- --deny warnings
	cargo clippy --quiet -p frontend --target wasm32-unknown-unknown -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --no-deps --document-private-items
	npm run --silent --prefix end2end lint

unit: test-tools ## Run the unit and integration tests, on SQLite and PostgreSQL, and the doctests
	$(environment)
	.ci/with-postgres cargo nextest run
	cargo test --quiet --doc

fast: test-tools ## Check format and lints and run the tests that need no PostgreSQL and no browser
	$(environment)
	cargo fmt --all --check
	cargo clippy --quiet --all-targets -- --deny warnings
	cargo nextest run --filterset 'not test(/postgres/)'

dependencies: test-tools ## Check licences, sources, duplicates and unused dependencies
	$(environment)
	cargo deny --log-level error check bans licenses sources
	cargo machete

size: build ## Check that the browser downloads no more than the budget
	.ci/check-size

e2e: test-tools build ## Run the Playwright suite, with and without JavaScript
	$(environment)
	.ci/with-postgres npm test --silent --prefix end2end

bench: tools ## Measure the pages with ever more stored: they must not get slower
	$(environment)
	source .ci/release-flags
	cargo bench --quiet --package server --bench vehicle_page --bench history_page

bench-history: test-tools ## Measure a year of history of a hundred cars, on SQLite and PostgreSQL
	$(environment)
	source .ci/release-flags
	cargo bench --quiet --package server --bench history
	.ci/with-postgres cargo bench --quiet --package server --bench history

bench-live: test-tools build ## Measure deliveries, open pages and their memory, on SQLite and PostgreSQL
	$(environment)
	source .ci/release-flags
	cargo bench --quiet --package server --bench live
	CARPORT_TEST_FSYNC=on .ci/with-postgres cargo bench --quiet --package server --bench live
	npm run --silent --prefix end2end pixel
	CARPORT_TEST_FSYNC=on .ci/with-postgres npm run --silent --prefix end2end pixel

fuzz: fuzz-tools ## Look for deliveries that upset the decoder or the signature check (FUZZ_SECONDS=60 each)
	$(environment)
	.ci/fuzz

load: build ## Run the vehicle page under 64 connections for 30 seconds (needs wrk)
	.ci/load

tools: ## Install the tools that a build needs
	@.ci/install-tools build

test-tools: ## Install the tools that the checks need
	@.ci/install-tools test

fuzz-tools: ## Install the tool that fuzzing needs
	@.ci/install-tools fuzz

clean: ## Remove everything that was built; the tools stay
	cargo clean
