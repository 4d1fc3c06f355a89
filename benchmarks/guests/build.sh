#!/usr/bin/env bash
# Makes the guests anew. They are committed: only who changes their sources needs this. Needs Debian's clang and lld, and Node.js with npm (for jco's embed, new and parse).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

jco() { npx --yes "@bytecodealliance/jco@$1" "${@:2}"; }

clang --target=wasm32 -O2 -nostdlib -mbulk-memory -Wall -Wextra -Werror \
  -Wl,--no-entry -Wl,-z,stack-size=4096 -Wl,--strip-all -o "$work/core.wasm" bench.c
jco 1.9.1 embed "$work/core.wasm" --wit bench.wit --string-encoding utf8 \
  --output "$work/embedded.wasm"
jco 1.9.1 new "$work/embedded.wasm" --output bench.wasm
for text in composed callee caller; do
  jco 1.35.0 parse "$text.wat" --output "$text.wasm"
done
