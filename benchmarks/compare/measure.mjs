// Measures one operation of one translated component, in a process of its own as JMH has it:
// measure.mjs FOLDER OPERATION MODE. Prints JSON: the nanoseconds of an operation in each round.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { next } from './host.mjs';
import { check, operations } from './operations.mjs';

const [folder, name, mode] = process.argv.slice(2);
const plan =
  mode === 'full'
    ? { warmUp: 3_000, rounds: 15, round: 500 }
    : { warmUp: 1_000, rounds: 7, round: 200 }; // milliseconds

const operation = operations.find((o) => o.name === name);
const files = join(folder, operation.form, operation.guest);
const translated = await import(pathToFileURL(join(files, `${operation.guest}.js`)).href);
const run = operation.loop(operation.form === 'module' ? translated : instantiator(translated));
check(operation, run);

/** A function that makes instances; core modules are compiled once. */
function instantiator({ instantiate }) {
  const modules = new Map();
  const getCoreModule = (path) => {
    let module = modules.get(path);
    if (!module) {
      module = new WebAssembly.Module(readFileSync(join(files, path)));
      modules.set(path, module);
    }
    return module;
  };
  const imports = { 'mortise:bench/host': { next } };
  return () => instantiate(getCoreModule, imports);
}

const results = []; // where what was computed can be seen

function milliseconds(turns) {
  const start = performance.now();
  results[0] = run(turns);
  return performance.now() - start;
}

// Warms up with ever more turns, until one round takes as long as it should.
let turns = 1;
let took;
for (const end = performance.now() + plan.warmUp; ; ) {
  took = milliseconds(turns);
  if (performance.now() >= end && took >= plan.round / 2) break;
  if (took < plan.round / 2) turns = Math.ceil(turns * Math.min(2, plan.round / Math.max(took, 0.001)));
}
turns = Math.max(1, Math.round((turns * plan.round) / took));

const rounds = [];
for (let i = 0; i < plan.rounds; i++) {
  rounds.push((milliseconds(turns) * 1e6) / turns / operation.per);
}
console.log(JSON.stringify(rounds));
