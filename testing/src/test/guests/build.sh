#!/usr/bin/env bash
# Makes shop.wasm anew. It is committed: only who changes its sources needs this. Needs Debian's clang
# and lld, and Node.js with npm (for jco's embed and new).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clang --target=wasm32 -O2 -nostdlib -Wall -Wextra -Werror -Wl,--no-entry -Wl,-z,stack-size=4096 \
  -Wl,--strip-all -o "$work/core.wasm" shop.c
jco() { npx --yes @bytecodealliance/jco@1.9.1 "$@"; }
jco embed "$work/core.wasm" --wit shop.wit --string-encoding utf8 --output "$work/embedded.wasm"
jco new "$work/embedded.wasm" --output ../resources/dev/mortise/testing/shop.wasm
