#!/usr/bin/env bash
# Runs the parts of tour.wasm under jco on Node.js, each with an empty folder as `/`, and writes what
# they said into compare/jco.txt. CompareTest runs the same parts under ours, and compares.
#
# `jco run` would grant the whole file system of the machine, so this does what it does, transpile
# and call `run`, with jco's own interfaces of WASI (preview2-shim), and grants a folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
resources=$PWD/../resources/dev/mortise/wasi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$resources/tour.wasm" "$work"
cd "$work"
npm init -y >npm.log 2>&1
npm pkg set type=module
npm install --no-fund --no-audit @bytecodealliance/jco@1.9.1 >>npm.log 2>&1
npx jco transpile tour.wasm -o out -q
cat >run.mjs <<'JS'
import { _setPreopens } from '@bytecodealliance/preview2-shim/filesystem';
import { _setArgs, _setEnv } from '@bytecodealliance/preview2-shim/cli';

const [folder, ...words] = process.argv.slice(2);
_setPreopens({ '/': folder });
_setArgs(['tour', ...words]);
_setEnv({ NAME: 'ännchen', EMPTY: '' });
const { run } = await import('./out/tour.js');
try {
  run.run();
} catch (e) {
  process.exit(e.exitError ? e.code : 100);
}
JS

while read -r part words; do
  rm -rf box
  mkdir -p box/folder
  echo secret >box/secret
  echo "== $part${words:+ $words}"
  status=0
  # shellcheck disable=SC2086 # words are words
  printf 'one line\n%.0s' {1..3000} | node run.mjs box/folder $part $words 2>error.txt >out.txt ||
    status=$?
  cat out.txt
  echo "status $status"
done <"$resources/compare/parts.txt" >jco.txt
mv jco.txt "$resources/compare/jco.txt"
