#!/bin/sh
# Makes handler.wasm of handler.c and handler.wit. Needs Debian's clang and lld, and npm (for jco's
# embed and new).
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.9.1}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp handler.wit "$work"
cp -r ../../../../../../../../wasi-contracts/src/main/wit/0.2/deps "$work"
# Embed has no switch for what is unstable, such as informational responses.
sed -i 's/@unstable(feature = [a-z-]*)/@since(version = 0.2.0)/' "$work"/deps/*.wit
clang --target=wasm32 -O2 -nostdlib -fno-builtin -Wall -Werror \
  -Wl,--no-entry -Wl,-z,stack-size=16384 -Wl,--strip-all -o "$work/core.wasm" handler.c
$jco embed "$work/core.wasm" --wit "$work" --world-name handler --string-encoding utf8 \
  --output "$work/embedded.wasm"
$jco new "$work/embedded.wasm" --output handler.wasm
