#!/usr/bin/env bash
# Makes hello.wasm and hello-clock.wasm anew. Both are committed: only who changes hello.c or
# the .wit files needs this. Needs Debian's clang and lld, and npm (for jco's embed and new).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

jco() { npx --yes @bytecodealliance/jco@1.9.1 "$@"; }

component() { # NAME [CLANG-OPTION…]
  clang --target=wasm32 -O2 -nostdlib -Wall -Werror -Wno-unused-function \
    -Wl,--no-entry -Wl,-z,stack-size=4096 -Wl,--strip-all "${@:2}" -o "$work/$1.core.wasm" hello.c
  jco embed "$work/$1.core.wasm" --wit "$1.wit" --string-encoding utf8 \
    --output "$work/$1.embedded.wasm"
  jco new "$work/$1.embedded.wasm" --output "$1.wasm"
}

component hello
component hello-clock -DCLOCK
