#!/bin/sh
# Makes kinds.wasm of kinds.wit, a component without code, and the declarations that jco makes of
# it and of the shared components beside which text.wit and greeter.wit lie. Needs Node.js.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
npx --yes @bytecodealliance/jco@1.9.1 embed --dummy --wit kinds.wit --world-name kinds -o "$work/core.wasm"
npx --yes @bytecodealliance/jco@1.9.1 new "$work/core.wasm" -o kinds.wasm
npx --yes @bytecodealliance/jco@1.35.0 transpile kinds.wasm -o "$work/kinds" --name kinds
npx --yes @bytecodealliance/jco@1.35.0 transpile "$1/text-c.wasm" -o "$work/text" --name text
npx --yes @bytecodealliance/jco@1.35.0 transpile "$1/greeter-js.wasm" -o "$work/greeter" --name greeter
for name in kinds text greeter; do
  rm -rf "jco/$name"
  mkdir -p "jco/$name"
  cp -r "$work/$name/$name.d.ts" "$work/$name/interfaces" "jco/$name"
done
rm -rf "$work"
