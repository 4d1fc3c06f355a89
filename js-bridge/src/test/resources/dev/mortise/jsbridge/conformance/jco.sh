#!/bin/sh
# Writes jco.txt anew: what script.js prints on Node.js, where jco has translated the components.
# Needs Node.js 20 or newer with npm. -Dbless.jco runs it with the tests.
set -eu
cd "$(dirname "$0")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --no-save --loglevel=error @bytecodealliance/jco@1.35.0 >&2
jco="$(node -p "require('path').join('$work/node_modules/@bytecodealliance/jco', require('$work/node_modules/@bytecodealliance/jco/package.json').bin.jco)")"
classgen=../../../../../../../../classgen/src/test/resources/dev/mortise/classgen
node node.mjs "$jco" ../values.wasm "$classgen/kinds.wasm" "$classgen/calls.wasm" >"$work/jco.txt"
cp "$work/jco.txt" jco.txt
