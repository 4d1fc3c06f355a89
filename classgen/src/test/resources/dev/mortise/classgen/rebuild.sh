#!/bin/sh
# Writes the binary of each text file beside it. Needs Node.js.
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.35.0}"
# 1.35.0 fails to embed a world.
old="${OLD_JCO:-npx --yes @bytecodealliance/jco@1.9.1}"
for text in calls composed relayed views; do
  $jco parse "$text.wat" -o "$text.wasm"
done
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
$jco parse kinds.core.wat -o "$work/core.wasm"
$old embed "$work/core.wasm" --wit kinds.wit --string-encoding utf8 --output "$work/embedded.wasm"
$old new "$work/embedded.wasm" --output kinds.wasm
