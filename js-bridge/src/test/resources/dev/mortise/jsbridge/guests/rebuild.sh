#!/bin/sh
# Writes values.wasm and untyped.wasm anew, which are committed. Needs Node.js with npm.
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.35.0}"
# 1.35.0 fails to embed a world.
old="${OLD_JCO:-npx --yes @bytecodealliance/jco@1.9.1}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
node values.mjs "$work"
$jco parse "$work/values.core.wat" -o "$work/core.wasm"
$old embed "$work/core.wasm" --wit "$work/values.wit" --string-encoding utf8 --output "$work/embedded.wasm"
$old new "$work/embedded.wasm" --output ../values.wasm
cp "$work/values.wit" ../values.wit
$jco parse untyped.wat -o ../untyped.wasm
