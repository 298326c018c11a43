#!/usr/bin/env bash
# The published log as an independent client sees it: Go's own implementation of signed notes and tiled logs.
set -uo pipefail
command -v go >/dev/null || { echo 'skipped: Go is not installed'; exit 0; }
[ -f .ci/go-log-client/go.mod ] || { echo 'skipped: there is no Go client'; exit 0; }
log="$PWD/test/.artifacts/ledger"
[ -f "$log/checkpoint" ] || log="$(dirname "$(find "$log" -name checkpoint 2>/dev/null | head -n 1)")"
[ -f "$log/checkpoint" ] || { echo 'skipped: no log was published'; exit 0; }
client="$(mktemp -d)/client"
(cd .ci/go-log-client && go build -o "$client" .) || { echo 'skipped: the Go modules cannot be had'; exit 0; }
if "$client" "$log"; then echo '1 passed, 0 failed'; else echo '0 passed, 1 failed'; exit 1; fi
