#!/usr/bin/env bash
# Measures Mortise beside jco on Node.js, with the same components, and prints one table:
# compare.sh [quick|full]. quick (the default) takes a quarter of an hour and tells orders of
# magnitude; full takes more than an hour, on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")"

mode=${1:-quick}
case $mode in quick | full) ;; *)
  echo "usage: compare.sh [quick|full]" >&2
  exit 2
  ;;
esac

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "benchmarks: no Node.js with npm was found, on which jco runs: install Node.js 20 or newer" >&2
  echo "and npm, or measure Mortise alone: benchmarks/run.sh" >&2
  exit 1
fi
if [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  echo "benchmarks: Node.js $(node --version) is too old for jco: install 20 or newer" >&2
  exit 1
fi

installed=compare/node_modules/.installed-lock.json
if ! cmp -s compare/package-lock.json "$installed"; then
  echo "Installing jco …" >&2
  # Not ci, which wants to find the optional packages of all other platforms.
  npm --prefix compare install --no-save --loglevel=error >&2
  cp compare/package-lock.json "$installed"
fi

out=$PWD/target/compare
mkdir -p "$out"
echo "Measuring Mortise: $out/jmh.log says how far it is …" >&2
if ! ./run.sh "$mode" -e 'EngineBenchmark|DynamicBenchmark' >"$out/jmh.log" 2>&1; then
  tail -n 30 "$out/jmh.log" >&2
  exit 1
fi
cp target/benchmarks.json "$out/jmh.json"

echo "Measuring jco …" >&2
node compare/jco.mjs "$mode" "$out"

node compare/table.mjs "$mode" "$out/jmh.json" "$out/jco.json" | tee "$out/table.txt"
