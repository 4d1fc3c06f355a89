#!/usr/bin/env bash
# Runs the benchmarks: run.sh [quick|full] [JMH OPTION OR PATTERN…]
# quick (the default) tells orders of magnitude in a few minutes; full is for figures to publish.
# Bytes per operation stand in the rows gc.alloc.rate.norm.
set -euo pipefail
cd "$(dirname "$0")"

mode=quick
case "${1:-}" in quick | full) mode=$1; shift ;; esac
if [ "$mode" = full ]; then
  options=(-f 2 -wi 5 -w 1s -i 10 -r 1s)
else
  options=(-f 1 -wi 4 -w 500ms -i 4 -r 500ms)
fi

. ../.mvn/find-jdk.sh
if ! jdk=$(find_jdk); then
  echo "benchmarks: no JDK $needed or newer was found: install one, or set JAVA_HOME to its folder." >&2
  exit 1
fi

mvn -q -f .. package -DskipTests -pl benchmarks -am
jar=(target/mortise-benchmarks-*.jar)
# A heap that is all there from the start: what is large would measure how it grows.
"$jdk/bin/java" -cp "${jar[0]}:target/lib/*" org.openjdk.jmh.Main "${options[@]}" -prof gc \
  -jvmArgs "-Xms2g -Xmx2g -XX:+AlwaysPreTouch" -rf json -rff target/benchmarks.json "$@"
