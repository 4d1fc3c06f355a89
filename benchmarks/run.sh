#!/usr/bin/env bash
# Runs the benchmarks: run.sh [quick|full] [JMH OPTION OR PATTERN…]
# quick (the default) tells orders of magnitude in about a minute; full is for figures to publish.
# Bytes per operation stand in the rows gc.alloc.rate.norm.
set -euo pipefail
cd "$(dirname "$0")"

mode=quick
case "${1:-}" in quick | full) mode=$1; shift ;; esac
if [ "$mode" = full ]; then
  options=(-f 3 -wi 5 -w 1s -i 10 -r 1s)
else
  options=(-f 1 -wi 3 -w 500ms -i 3 -r 500ms)
fi

. ../.mvn/find-jdk.sh
if ! jdk=$(find_jdk); then
  echo "benchmarks: no JDK $needed or newer was found: install one, or set JAVA_HOME to its folder." >&2
  exit 1
fi

mvn -q -f .. package -DskipTests -pl benchmarks -am
jar=(target/mortise-benchmarks-*.jar)
"$jdk/bin/java" -cp "${jar[0]}:target/lib/*" org.openjdk.jmh.Main "${options[@]}" -prof gc \
  -rf json -rff target/benchmarks.json "$@"
