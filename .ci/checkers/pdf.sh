#!/usr/bin/env bash
# Structure of every PDF that the tests left behind.
set -uo pipefail
shopt -s nullglob
command -v qpdf >/dev/null || { echo 'skipped: qpdf is not installed'; exit 0; }
files=(test/.artifacts/notices/*.pdf)
((${#files[@]} > 0)) || { echo 'skipped: no notice was produced'; exit 0; }
good=0 bad=0
for file in "${files[@]}"; do
  if output="$(qpdf --check "$file" 2>&1)"; then
    good=$((good + 1))
  else
    bad=$((bad + 1)); echo "$file"; echo "$output"
  fi
done
echo "$good passed, $bad failed"
((bad == 0))
