#!/usr/bin/env bash
# Asks the running portal everything its own description allows and forbids, and watches for answers that it does not
# describe. Starts a portal of its own on a free port with a folder of its own.
set -uo pipefail
tools="${TMPDIR:-/tmp}/anteil-schemathesis"
if [ ! -x "$tools/bin/schemathesis" ]; then
  command -v python3 >/dev/null || { echo 'skipped: Python is not installed'; exit 0; }
  { python3 -m venv "$tools" && timeout 120 "$tools/bin/pip" install -q 'schemathesis>=4,<5'; } >/dev/null 2>&1 ||
    { rm -rf "$tools"; echo 'skipped: schemathesis cannot be had'; exit 0; }
fi
DATA_DIR="$(mktemp -d)"
PORT="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
export DATA_DIR PORT
# the portal itself, not npm around it, so that it hears when it is to end
node_modules/.bin/node scripts/start.ts >"$DATA_DIR/out" 2>&1 &
portal=$!
stop() {
  kill -TERM "$portal" 2>/dev/null
  for _ in $(seq 40); do kill -0 "$portal" 2>/dev/null || break; sleep 0.5; done
  kill -KILL "$portal" 2>/dev/null
  wait "$portal" 2>/dev/null
  rm -rf "$DATA_DIR"
}
trap stop EXIT
for _ in $(seq 120); do
  grep -q '^Anteil is ready' "$DATA_DIR/out" && break
  kill -0 "$portal" 2>/dev/null || break
  sleep 0.5
done
if ! grep -q '^Anteil is ready' "$DATA_DIR/out"; then
  cat "$DATA_DIR/out"; echo '0 passed, 1 failed'; exit 1
fi
good=0 bad=0
for person in '' editor case-officer member certifier; do
  headers=()
  [ -z "$person" ] || headers=(--header "Authorization: Bearer $(npm run --silent token -- "$person")")
  echo "-- as ${person:-the public}"
  # from the portal's own folder, where its notes do no harm
  if (cd "$DATA_DIR" && exec "$tools/bin/schemathesis" run "http://localhost:$PORT/api/openapi.json" "${headers[@]}" \
    --checks not_a_server_error,content_type_conformance,response_schema_conformance,status_code_conformance \
    --phases examples,coverage,fuzzing --max-examples 12 --max-time 45 --seed 7 --workers 1 --request-timeout 10 \
    --suppress-health-check all --warnings off); then
    good=$((good + 1))
  else
    bad=$((bad + 1))
  fi
done
echo "$good passed, $bad failed"
((bad == 0))
