#!/usr/bin/env bash
# Measures calls from JavaScript, compiled as programs are, beside jco on Node.js, and prints one
# table: js.sh [quick|full] [JMH OPTION OR PATTERN…]. Needs a JDK 25 and, for jco, Node.js 20 or
# newer with npm; without Node.js its column is empty.
set -euo pipefail
cd "$(dirname "$0")"

mode=quick
case "${1:-}" in quick | full) mode=$1; shift ;; esac
if [ "$mode" = full ]; then
  options=(-f 2 -wi 20 -w 2s -i 10 -r 2s)
else
  options=(-f 1 -wi 10 -w 2s -i 5 -r 1s)
fi

. ../.mvn/find-jdk.sh
needed=25
if ! jdk=$(find_jdk); then
  echo "benchmarks: no JDK $needed or newer was found: install one, or set JAVA_HOME to its folder." >&2
  exit 1
fi

mvn -q -f .. package -DskipTests -pl benchmarks -am
jar=(target/mortise-benchmarks-*.jar)
# The compiler of JavaScript runs in the JVM's own compiler's place.
jit=$(printf '%s:' target/jit/*.jar)
"$jdk/bin/java" -cp "${jar[0]}:target/lib/*" org.openjdk.jmh.Main "${options[@]}" \
  -jvmArgs "-Xms2g -Xmx2g -XX:+AlwaysPreTouch -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI --upgrade-module-path=$jit" \
  -rf json -rff target/js.json "${@:-JsBenchmark}"

if command -v npm >/dev/null; then
  installed=compare/node_modules/.installed-lock.json
  if ! cmp -s compare/package-lock.json "$installed"; then
    npm --prefix compare install --no-save --loglevel=error >&2
    cp compare/package-lock.json "$installed"
  fi
  node compare/js.mjs "$mode" target/js.json
fi
