#!/usr/bin/env bash
# Builds tour.c as a core module of WASI preview 1, and as a component with jco's adapter; and
# rare.c as a core module.
#
# Needs clang with wasm-ld, wasi-libc and compiler-rt for it (Debian: clang lld wasi-libc
# libclang-rt-14-dev-wasm32), and npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
into=$PWD/../resources/dev/mortise/wasi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

clang --target=wasm32-wasi --sysroot=/usr -Os -s -Wall tour.c -o "$into/tour-core.wasm"
clang --target=wasm32-wasi -nostdlib -Os -s -Wall -Wl,--export=_start \
  rare.c -o "$into/rare-core.wasm"

cd "$work"
npm init -y >npm.log
npm install --no-fund --no-audit @bytecodealliance/jco@1.9.1 >>npm.log
adapter=node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.command.wasm
npx jco new "$into/tour-core.wasm" --adapt "wasi_snapshot_preview1=$adapter" -o "$into/tour.wasm"
ls -l "$into"
