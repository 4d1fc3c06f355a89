#!/bin/sh
# Writes the binary of each text file beside it. Needs Node.js.
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.35.0}"
for text in *.wat; do
  $jco parse "$text" -o "${text%.wat}.wasm"
done
