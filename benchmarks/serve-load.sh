#!/bin/sh
# Holds 500 connections to `mortise serve` for a minute, on this machine alone, and prints what
# wrk says and how much memory the server takes (KB) every ten seconds; then the same for `jco
# serve`. Needs Debian's wrk, and npm for jco.
set -eu
cd "$(dirname "$0")/.."
guest=wasi/src/test/resources/dev/mortise/wasi/guests/handler.wasm
jco="${JCO:-npx --yes @bytecodealliance/jco@1.35.0}"
port="${PORT:-18083}"
server=

stop() { if [ -n "$server" ]; then kill "$server" || true; wait "$server" 2>/dev/null || true; fi; }
trap stop EXIT

load() { # NAME
  until curl -sf "http://127.0.0.1:$port/hello" >/dev/null; do sleep 0.5; done
  wrk -t1 -c20 -d5s "http://127.0.0.1:$port/hello" >/dev/null
  echo "== $1"
  (for _ in 1 2 3 4 5 6; do sleep 10; ps -o rss= -p "$server"; done) &
  memory=$!
  wrk -t1 -c500 -d60s --timeout 30s --latency "http://127.0.0.1:$port/hello"
  wait "$memory"
  stop
  server=
}

MORTISE_JAVA_OPTS=-Xmx512m ./mortise serve --quiet --port "$port" "$guest" &
server=$!
load mortise
port=$((port + 1))
$jco serve --port "$port" "$guest" &
server=$!
load jco
