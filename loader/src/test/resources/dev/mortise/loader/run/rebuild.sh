#!/bin/sh
# Writes the binary of each text file beside it. Needs Node.js.
set -eu
cd "$(dirname "$0")"
for text in *.wat; do
  ${JCO:-npx --yes @bytecodealliance/jco} parse "$text" -o "${text%.wat}.wasm"
done
