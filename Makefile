# Presseschau. `make help` lists the targets.

GO          ?= go
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
FUZZTIME    ?= 8000x
BENCHTIME   ?= 1s
BROWSER     := web/testdata/browser

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

.PHONY: run
run: ## serve the sample archive at http://127.0.0.1:8080
	$(GO) run ./cmd/searchd

.PHONY: build
build: ## build the binary ./searchd
	$(GO) build -trimpath -o searchd ./cmd/searchd

.PHONY: generate
generate: ## rebuild the embedded data files from their pinned sources
	$(GO) generate ./...

.PHONY: test check
test: check ## everything below; what continuous integration runs
check: format vet lint vuln tools unit reference fuzz

.PHONY: format
format: ## fail when a file is not formatted by gofmt
	@unformatted=$$(gofmt -l .); \
	if [ -n "$$unformatted" ]; then echo "run gofmt -w on:"; echo "$$unformatted"; exit 1; fi

.PHONY: vet
vet: ## go vet
	$(GO) vet ./...

.PHONY: lint
lint: ## staticcheck, pinned
	$(GO) run $(STATICCHECK) ./...

.PHONY: vuln
vuln: ## known vulnerabilities, where their data base can be reached
	@sh .ci/vuln.sh $(GO) $(GOVULNCHECK)

.PHONY: tools
tools: ## what the browser tests need: chromium and axe-core
	@sh .ci/tools.sh $(BROWSER)

.PHONY: unit
unit: ## all tests, with the race detector
	$(GO) test -race -timeout 12m ./...

.PHONY: reference
reference: ## 2,000 random searches against looking at each of 5,000 documents
	$(GO) test -run TestAgainstReference ./index -full

.PHONY: fuzz
# Counted, not timed: a time that ends while an input is minimised fails at random.
fuzz: ## every fuzz target with FUZZTIME inputs
	@sh .ci/fuzz.sh $(GO) $(FUZZTIME)

.PHONY: bench
bench: ## every benchmark; CORPUS=/a/path:/another for your own archive, PAGES likewise for raw pages
	SEARCHD_BENCH_CORPUS=$(CORPUS) SEARCHD_BENCH_PAGES=$(PAGES) $(GO) test -timeout 60m -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./...

DOCUMENTS ?= 20000
MAVEN     ?= mvn

.PHONY: bench-peers
bench-peers: build ## compare with Lucene, FTS5 and Bleve; CORPUS=/an/archive DOCUMENTS=20000 FLAGS='-pairs -out r.json'
	$(MAVEN) -q -B -f bench/lucene package
	$(GO) run ./bench -corpus $(CORPUS) -documents $(DOCUMENTS) $(FLAGS)
