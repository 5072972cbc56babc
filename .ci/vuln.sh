#!/bin/sh
# usage: vuln.sh GO MODULE@VERSION
# Runs govulncheck. A finding fails; a data base that cannot be reached is said
# loudly and passes, so that the project can be tested without the open network.
set -u
go=$1 tool=$2
out=$(timeout 180 "$go" run "$tool" ./... 2>&1)
status=$?
echo "$out"
# `go run` turns every failure into status 1 and prints the tool's own.
case "$status:$out" in
0:*) exit 0 ;;
*"exit status 3"*) echo "govulncheck: vulnerabilities found" >&2; exit 1 ;;
124:* | *"fetching vulnerabilities"* | *"no such host"* | *"dial tcp"* | *"connection refused"* | *"Forbidden"*)
	echo "*** SKIPPED: govulncheck cannot reach its data base ***" >&2
	exit 0
	;;
esac
exit 1
