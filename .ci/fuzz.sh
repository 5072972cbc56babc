#!/bin/sh
# usage: fuzz.sh GO TIMES
# Runs every fuzz target of the repository TIMES (8000x, or 1m), one after the other. Inputs
# that are interesting are minimised a few times only: by default go spends up to
# a minute on one, whatever TIME says.
set -eu
go=$1 time=$2
found=0
for file in $(grep -rl --include='*_test.go' '^func Fuzz' . || true); do
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file"); do
		found=$((found + 1))
		echo "fuzz $(dirname "$file") $target"
		"$go" test -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 5x "$(dirname "$file")"
	done
done
echo "fuzzed $found targets"
[ "$found" -gt 0 ]
