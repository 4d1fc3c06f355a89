#!/bin/sh
# Makes desk.wasm of desk.c, desk.wit and desk.docs.json, which has what desk.wit says in comments.
# Needs Debian's clang and lld, and npm (for jco's embed and new).
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.9.1}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
clang --target=wasm32 -O2 -nostdlib -Wall -Werror \
  -Wl,--no-entry -Wl,-z,stack-size=4096 -Wl,--strip-all -o "$work/core.wasm" desk.c
$jco embed "$work/core.wasm" --wit desk.wit --string-encoding utf8 --output "$work/embedded.wasm"
$jco new "$work/embedded.wasm" --output desk.wasm
node add-docs.mjs desk.docs.json desk.wasm
