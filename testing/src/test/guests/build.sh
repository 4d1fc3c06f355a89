#!/usr/bin/env bash
# Makes the components anew. They are committed: only who changes their sources needs this. Needs
# Debian's clang and lld, and Node.js with npm (for jco's embed, new, parse and print).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clang --target=wasm32 -O2 -nostdlib -Wall -Wextra -Werror -Wl,--no-entry -Wl,-z,stack-size=4096 \
  -Wl,--strip-all -o "$work/core.wasm" shop.c
jco() { npx --yes @bytecodealliance/jco@1.9.1 "$@"; }
jco embed "$work/core.wasm" --wit shop.wit --string-encoding utf8 --output "$work/embedded.wasm"
jco new "$work/embedded.wasm" --output ../resources/dev/mortise/testing/shop.wasm

wasi=../resources/dev/mortise/testing/wasi
jco parse watch.wat --output "$wasi/watch.wasm"

# all.wasm exports each interface of WASI that it imports. There is no tool that makes such a one: take
# the imports of a component that does nothing, and write the exports after them.
mkdir -p "$work/wit/deps"
cp all.wit "$work/wit"
for package in cli clocks filesystem io random; do
  # jco 1.9.1 stumbles over the feature gates of what is not asked for: worlds and time zones.
  sed '/^ *@since/d; /^world /,/^}/d' "../../../../wasi-contracts/src/main/wit/0.2/deps/$package.wit" \
    >"$work/wit/deps/$package.wit"
done
(
  cd "$work"
  jco embed --dummy --wit wit --world-name all --output dummy.wasm
  jco new dummy.wasm --output dummy.component.wasm
  jco print dummy.component.wasm --output dummy.wat
)
awk '
  /^  \(core module/ { exit }
  { print }
  /^  \(import "/ { split($0, part, "\""); names[count++] = part[2] }
  END {
    for (i = 0; i < count; i++) printf "  (export \"%s\" (instance %d))\n", names[i], i
    print ")"
  }
' "$work/dummy.wat" >"$work/all.wat"
jco parse "$work/all.wat" --output "$wasi/all.wasm"
