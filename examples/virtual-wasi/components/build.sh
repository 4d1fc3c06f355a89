#!/usr/bin/env bash
# Builds diary.c as a component. Needs clang with wasm-ld, wasi-libc and compiler-rt for it (Debian:
# clang lld wasi-libc libclang-rt-14-dev-wasm32), and npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
into=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

clang --target=wasm32-wasi --sysroot=/usr -Os -s -Wall diary.c -o "$work/diary-core.wasm"
cd "$work"
npm init -y >npm.log
npm install --no-fund --no-audit @bytecodealliance/jco@1.9.1 >>npm.log
adapter=node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.command.wasm
npx jco new diary-core.wasm --adapt "wasi_snapshot_preview1=$adapter" -o "$into/diary.wasm"
