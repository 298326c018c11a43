#!/usr/bin/env bash
# Payment files against the schemas of ISO 20022, by an implementation that is not ours.
set -uo pipefail
shopt -s nullglob
command -v xmllint >/dev/null || { echo 'skipped: xmllint is not installed'; exit 0; }
files=(test/.artifacts/payments/*.xml)
((${#files[@]} > 0)) || { echo 'skipped: no payment file was produced'; exit 0; }
schemas=test/support/iso20022
good=0 bad=0
for file in "${files[@]}"; do
  name="$(grep -o 'urn:iso:std:iso:20022:tech:xsd:[a-z0-9.]*' "$file" | head -n 1 | sed 's/.*://')"
  schema="$(find "$schemas" -name "$name*.xsd" 2>/dev/null | head -n 1)"
  if [ -n "$schema" ]; then check=(--schema "$schema"); else check=(); fi
  if xmllint --noout --nonet "${check[@]}" "$file"; then good=$((good + 1)); else bad=$((bad + 1)); fi
done
echo "$good passed, $bad failed"
((bad == 0))
