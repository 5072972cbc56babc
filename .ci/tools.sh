#!/bin/sh
# usage: tools.sh FOLDER
# Installs what the browser tests need and this machine lacks: chromium by apt
# (as root or with sudo), axe-core by npm into FOLDER. What cannot be installed
# is named; the tests skip without it, and fail when CI=true.
set -eu
folder=$1

have() { command -v "$1" >/dev/null 2>&1; }

browser() { have chromium || have chromium-browser || have google-chrome; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo -n "$@"; else return 1; fi
}

if ! browser; then
	if have apt-get && as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends chromium; then
		echo "installed chromium"
	else
		echo "*** no chromium, and it cannot be installed here: browser tests will not run ***" >&2
	fi
fi

if [ -f "$folder/package-lock.json" ] && [ ! -d "$folder/node_modules" ]; then
	if have npm; then
		npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts
	else
		echo "*** no npm: axe-core is not installed, accessibility tests will not run ***" >&2
	fi
fi
