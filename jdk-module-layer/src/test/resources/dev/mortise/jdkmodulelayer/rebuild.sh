#!/bin/sh
# Writes the binary of each text file beside it. Needs Node.js.
set -eu
cd "$(dirname "$0")"
jco="${JCO:-npx --yes @bytecodealliance/jco@1.35.0}"
# 1.35.0 fails to embed a world.
old="${OLD_JCO:-npx --yes @bytecodealliance/jco@1.9.1}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for text in *.wat; do
  case $text in
    *.core.wat)
      world="${text%.core.wat}"
      $jco parse "$text" -o "$work/core.wasm"
      # It takes no name of a world: the file that it reads has this one alone.
      grep -v '^world ' rich.wit >"$work/rich.wit"
      grep "^world $world " rich.wit >>"$work/rich.wit"
      $old embed "$work/core.wasm" --wit "$work/rich.wit" --string-encoding utf8 \
        --output "$work/embedded.wasm"
      $old new "$work/embedded.wasm" --output "$world.wasm"
      ;;
    *) $jco parse "$text" -o "${text%.wat}.wasm" ;;
  esac
done
