// Prints what was measured as one table: table.mjs MODE JMH.json JCO.json.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { operations } from './operations.mjs';

const [mode, jmhFile, jcoFile] = process.argv.slice(2);
const jmh = JSON.parse(readFileSync(jmhFile));
const jco = JSON.parse(readFileSync(jcoFile));

const PATHS = [
  { path: 'PLAIN', title: 'plain Java' },
  { path: 'INTERPRETED', title: 'interpreted' },
  { path: 'GENERATED', title: 'generated' },
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** The results of JMH: name → path → { ns, bytes }, the name as operations.mjs has it. */
function byNameAndPath() {
  const results = new Map();
  for (const { benchmark, params = {}, primaryMetric, secondaryMetrics } of jmh) {
    const { path, ...others } = params;
    const name = [
      benchmark.split('.').slice(-2).join('.'),
      ...Object.keys(others).sort().map((key) => `${key}=${others[key]}`),
    ].join(' ');
    if (!results.has(name)) results.set(name, new Map());
    results.get(name).set(path, {
      ns: median(primaryMetric.rawData.flat()),
      bytes: secondaryMetrics['gc.alloc.rate.norm']?.score,
    });
  }
  return results;
}

/** The best variant of a version, or undefined. */
function best(version, operation) {
  return jco.results
    .filter((r) => r.version === version && r.operation === operation)
    .reduce((a, b) => (a && a.ns <= b.ns ? a : b), undefined);
}

function nanoseconds(ns) {
  if (ns === undefined) return '–';
  if (ns >= 1000) return Math.round(ns).toLocaleString('en');
  return ns.toFixed(ns >= 100 ? 0 : ns >= 10 ? 1 : 2);
}

const factor = (ratio) => (ratio === undefined ? '–' : ratio.toFixed(ratio >= 10 ? 0 : 2));

function print(header, rows) {
  const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)));
  const line = (cells) =>
    cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]) : c.padStart(widths[i]))).join('  ').trimEnd();
  console.log(line(header));
  console.log(widths.map((w) => '-'.repeat(w)).join('  '));
  rows.forEach((row) => console.log(line(row)));
}

const measured = byNameAndPath();
const paths = PATHS.filter(({ path }) => [...measured.values()].some((m) => m.has(path)));
const mortise = paths.at(-1); // the fastest one that there is
const { jdkVersion, vmName } = jmh[0];
const cpu = cpus();

console.log(`Nanoseconds per operation (median), ${mode}; jco by its fastest variant. – : it cannot do it.`);
console.log(`Machine  ${cpu.length} × ${cpu[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`);
console.log(`Java     ${jdkVersion}, ${vmName} ${jmh[0].vmVersion}`);
console.log(`Node.js  ${jco.node}\n`);

print(
  [
    'operation',
    ...paths.map((p) => p.title),
    ...jco.versions.map((v) => `jco ${v}`),
    `${mortise.title} / best jco`,
    `bytes, ${mortise.title}`,
  ],
  operations.map(({ name, title }) => {
    const java = measured.get(name) ?? new Map();
    const js = jco.versions.map((version) => best(version, name)?.ns);
    const least = Math.min(...js.filter((ns) => ns !== undefined));
    const ours = java.get(mortise.path);
    return [
      title,
      ...paths.map((p) => nanoseconds(java.get(p.path)?.ns)),
      ...js.map(nanoseconds),
      factor(ours === undefined || least === Infinity ? undefined : ours.ns / least),
      ours?.bytes === undefined ? '–' : Math.round(ours.bytes).toLocaleString('en'),
    ];
  }),
);
