#!/bin/sh
# Loads `mortise serve`, and then `jco serve` of the same component in the same way; prints what wrk
# says, the memory of the server every ten seconds, and how the two compare. Fails where Mortise left a
# request without its answer, or with `hold` took more than a twentieth more memory at the end than at the beginning.
#
#   serve-load.sh                500 connections for a minute, a handler in C
#   serve-load.sh hold 300       the same for 300 s
#   serve-load.sh js             20 connections for 20 s, a handler in JavaScript
#
# Needs Debian's wrk, and Node.js 20 or newer with npm for jco. Mortise gives each request a fresh
# instance; jco has one for all, or, where it is told to, as many as there are requests: what
# componentize-js makes of a `fetch` listener answers one request and is stuck at the next.
#
# Java has its whole heap from the start, and has touched it (-Xms, -Xmx, AlwaysPreTouch): otherwise
# the process would grow for as long as pages of the heap are used for the first time, and what leaks
# could not be told from that.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-hold}
port="${PORT:-18083}"
case $mode in
  hold)
    guest=wasi/src/test/resources/dev/mortise/wasi/guests/handler.wasm
    connections=500 warm_up=30 seconds=${2:-60} heap=512m jco_options=
    ;;
  js)
    guest=wasi/target/guests/site.wasm
    connections=20 warm_up=20 seconds=${2:-20} heap=2g jco_options=--isolate-requests=instance
    if [ ! -f "$guest" ]; then
      echo "serve-load: no $guest, which this test builds:" >&2
      echo "  mvn -pl wasi -am test -Dtest=JavaScriptHandlerTest -Dsurefire.failIfNoSpecifiedTests=false -Dguests.js" >&2
      exit 1
    fi
    ;;
  *)
    echo "serve-load: expected hold or js, and a number of seconds" >&2
    exit 2
    ;;
esac
for tool in wrk curl setsid; do
  command -v "$tool" >/dev/null || { echo "serve-load: $tool is needed" >&2; exit 1; }
done

work=$(mktemp -d)
server=
memory=

stop() {
  [ -z "$memory" ] || kill "$memory" 2>/dev/null || true
  if [ -n "$server" ]; then
    kill -- "-$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  server= memory=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# A server has a session of its own, for jco is several processes. Sets server.
start() { # COMMAND…
  setsid "$@" >"$work/server.log" 2>&1 &
  server=$!
}

memory_kilobytes() {
  ps -o rss= --sid "$server" | awk '{ all += $1 } END { print all }'
}

sample() {
  while memory_kilobytes; do sleep 10; done
}

load() { # NAME
  until curl -sf "http://127.0.0.1:$port/hello" >/dev/null; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log" >&2; exit 1; }
    sleep 0.5
  done
  wrk -t1 -c"$connections" -d"${warm_up}s" --timeout 30s "http://127.0.0.1:$port/hello" >/dev/null
  echo "== $1: $connections connections, $seconds s after $warm_up s"
  sample >"$work/$1.memory" &
  memory=$!
  wrk -t1 -c"$connections" -d"${seconds}s" --timeout 30s --latency "http://127.0.0.1:$port/hello" \
    | tee "$work/$1"
  kill "$memory"
  memory_kilobytes >>"$work/$1.memory"
  echo "memory every 10 s, in KB:" $(cat "$work/$1.memory")
  stop
  tail -n 5 "$work/server.log"
}

requests() { awk '/^Requests\/sec:/ { print $2 }' "$work/$1"; } # NAME

./mortise --version >"$work/server.log" # builds it, where it has to be
MORTISE_JAVA_OPTS="-Xms$heap -Xmx$heap -XX:+AlwaysPreTouch ${MORTISE_JAVA_OPTS:-}" \
  start ./mortise serve --quiet --port "$port" "$guest"
load mortise

port=$((port + 1))
if [ -z "${JCO:-}" ]; then
  compare=benchmarks/compare
  installed=$compare/node_modules/.installed-lock.json
  if ! cmp -s $compare/package-lock.json $installed; then
    npm --prefix $compare install --no-save --loglevel=error >&2
    cp $compare/package-lock.json $installed
  fi
  JCO="node $compare/node_modules/jco-newest/dist/jco.js"
fi
# shellcheck disable=SC2086 # a command and its arguments, and options or none
start $JCO serve $jco_options --port "$port" "$guest"
load jco

ratio=$(awk "BEGIN { printf \"%.2f\", $(requests mortise) / $(requests jco) }")
growth=$(awk 'NR == 1 { first = $1 } END { printf "%.1f", 100 * ($1 - first) / first }' "$work/mortise.memory")
echo "== mortise answered $ratio times as many requests in a second as jco; its memory grew by $growth %"
if grep -E 'Socket errors|Non-2xx' "$work/mortise"; then
  echo "serve-load: mortise left requests without their answer" >&2
  exit 1
fi
if [ "$mode" = hold ] && awk "BEGIN { exit !($growth > 5) }"; then
  echo "serve-load: the memory of mortise is not flat" >&2
  exit 1
fi
