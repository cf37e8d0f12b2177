# `make test` is the whole check: it installs what is missing, lints, and runs
# every test. The other targets are its parts and the generators.

.PHONY: build test setup lint unit accept rounds fuzz bench examples fonts cldr gallery glyphs third-party clean

build:
	CGO_ENABLED=0 go build -o mappe ./cmd/mappe

# One after the other, also under `make -j`.
test:
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory accept

# Installs the missing tools on Debian; elsewhere names them and fails.
setup:
	@echo '== tools'
	@sh .ci/tools

lint:
	@echo '== gofmt, vet, staticcheck'
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then \
		echo "not gofmt'd (run gofmt -w):"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	GOOS=windows go vet ./...
	GOOS=darwin go vet ./...
	go tool staticcheck ./...

unit:
	@echo '== tests'
	go test -race -shuffle=on -timeout 30m ./...
	go test -count=1 ./internal/pdf/specimen ./internal/typeset ./internal/scan ./internal/guest
	go test -count=1 -run 'Tamper|Isolated|Conforms|Slot' ./packets
	go test -count=1 -run 'TestMonotone|TestInterview|TestRelevant' ./checklist

# The worked cases that stand beside the repository, against the built binary.
accept:
	@echo '== acceptance cases'
	@sh .ci/accept

# Packets of cases and files that are drawn by lot, read by other programs: the same
# ones every time, so that a change is judged by what it changes. Others are drawn
# with make rounds FROM=12345 ROUNDS=4000. A round that fails says how it is run alone.
ROUNDS = 500
FROM = 1
rounds:
	@echo '== rounds'
	go test -timeout 60m -run 'TestRounds$$' ./packets -rounds $(ROUNDS) -rounds.from $(FROM)

# What reads foreign files is tried with files that nobody has thought of.
fuzz:
	@echo '== fuzzing'
	@sh .ci/fuzz 30s

# The engine against qpdf, in turn, on inputs that it makes, and the start of
# the command against an empty program: tables. Under CI they fail when a ratio
# is far beyond its target. Then checklists as PDFs, in one process.
bench:
	@echo '== benchmark'
	go test -run '^$$' -bench AgainstQpdf -benchtime 1x -timeout 15m ./internal/pdf/specimen
	go test -run '^$$' -bench Start -benchtime 15x .
	go test -run '^$$' -bench PDF -cpu 1 ./packets
	go test -run '^$$' -bench Proof -benchtime 1x ./packets

# The scans of the example and of the hard cases; the case files are written by hand.
examples:
	go run ./internal/scans .

# Pictures of every kind of page, in every language: out/gallery/index.html. With
# WORDS only of documents whose name has one of them: WORDS="/da- letters". Without,
# it also renews the table of pages that translators' sheets name.
gallery:
	go run ./internal/gallery . out/gallery $(WORDS)

# The fonts, from the packages that their lock file names; needs npm, python3
# and hb-subset.
fonts:
	python3 internal/typeset/fonts/build.py

# How each language writes dates, numbers and lists, and its names of countries,
# from Unicode's locale data in the packages that a lock file names; needs npm
# and python3.
cldr:
	python3 locales/cldr/build.py

# What HarfBuzz draws of every message of every language, and of texts in other
# scripts: run it when messages, names of countries or fonts changed.
glyphs:
	go test ./internal/typeset -run TestGlyphs -update

third-party:
	go run ./internal/thirdparty

clean:
	rm -rf mappe out
	go clean -testcache
