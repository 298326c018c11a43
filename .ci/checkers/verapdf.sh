#!/usr/bin/env bash
# Every notice that the tests left behind, by the reference validator for PDF/A-3a and PDF/UA-1.
set -uo pipefail
shopt -s nullglob
here="$(cd "$(dirname "$0")" && pwd)/verapdf"
command -v mvn >/dev/null && command -v java >/dev/null || { echo 'skipped: Maven or Java is not installed'; exit 0; }
files=(test/.artifacts/notices/*.pdf)
((${#files[@]} > 0)) || { echo 'skipped: no notice was produced'; exit 0; }
jars="$(mktemp -d)"
trap 'rm -rf "$jars"' EXIT
timeout 150 mvn -q -B -f "$here/pom.xml" \
  org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
  -DoutputDirectory="$jars" >"$jars/log" 2>&1 || { echo 'skipped: veraPDF cannot be had from here'; exit 0; }
java -cp "$jars/*" "$here/Validate.java" "${files[@]}" 2>/dev/null
