// Measures what js.sh measures with the newest jco, and prints both as one table:
// js.mjs MODE JMH.json.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { common, forms, versions } from './variants.mjs';

const [mode, jmhFile] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const { version, command } = versions.at(-1);
const node = (...args) => execFileSync(process.execPath, args, { encoding: 'utf8' });
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const folder = join(here, '../target/js-jco');
rmSync(folder, { recursive: true, force: true });
const to = join(folder, 'module', 'bench');
mkdirSync(to, { recursive: true });
node(command, 'transpile', join(here, '../guests/bench.wasm'), '-o', to, ...common, ...forms.module);

/** The benchmark's name here, and the operation's of jco. */
const operations = {
  nop: 'CallBenchmark.nop',
  add: 'CallBenchmark.add',
  echo: 'StringBenchmark.echo byteLength=16 script=ASCII',
  echoSix: 'CallBenchmark.echoSix',
  echoBytes: 'BytesBenchmark.echoBytes byteLength=1048576',
  callHost: 'HostCallBenchmark.callHost',
  life: 'ResourceBenchmark.life',
};
const measured = {};
for (const { benchmark, params, primaryMetric } of JSON.parse(readFileSync(jmhFile))) {
  const name = benchmark.split('.').at(-1);
  (measured[name] ??= {})[params.path] = median(primaryMetric.rawData.flat());
}
const show = (n, digits = n < 100 ? 2 : 0) => (n === undefined ? '–' : n.toFixed(digits)).padStart(12);
const ratio = (a, b, digits) => show(a === undefined || b === undefined ? undefined : a / b, digits);
console.log(
  ['operation'.padEnd(12), ...[
    'inlined JS', 'called JS', 'proxies', 'bridge', `jco ${version}`,
    'br./inlined', 'br./called', 'proxies/br.', 'bridge/jco',
  ].map((t) => t.padStart(12))].join(''),
);
for (const [name, operation] of Object.entries(operations)) {
  if (!measured[name]) continue;
  const { PLAIN, CALLED, PROXY, BRIDGE } = measured[name];
  const jco = median(JSON.parse(node(join(here, 'measure.mjs'), folder, operation, mode)));
  console.log(
    [
      name.padEnd(12), show(PLAIN), show(CALLED), show(PROXY), show(BRIDGE), show(jco),
      ratio(BRIDGE, PLAIN, 1), ratio(BRIDGE, CALLED, 1), ratio(PROXY, BRIDGE, 1), ratio(BRIDGE, jco, 2),
    ].join(''),
  );
}
