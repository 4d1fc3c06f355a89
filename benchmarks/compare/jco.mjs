// Translates the guests with each version of jco, measures each operation, and writes what came
// out: jco.mjs MODE FOLDER.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from './operations.mjs';
import { common, forms, variants, versions } from './variants.mjs';

const [mode, target] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const results = [];

function node(...args) {
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs something that a version may not be able to do, and says so. */
function attempt(what, action) {
  try {
    return action();
  } catch (e) {
    const reason = String(e.stderr ?? e).split('\n').find((line) => line.includes('rror')) ?? '';
    console.error(`${what}: left out. ${reason.trim().slice(0, 200)}`);
    return undefined;
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

for (const { alias, version, command } of versions) {
  rmSync(join(target, alias), { recursive: true, force: true });
  for (const variant of variants) {
    const folder = join(target, alias, variant.name);
    for (const guest of ['bench', 'composed']) {
      for (const [form, options] of Object.entries(forms)) {
        const to = join(folder, form, guest);
        mkdirSync(to, { recursive: true });
        const from = join(here, '../guests', `${guest}.wasm`);
        const translated = attempt(`jco ${version}, ${variant.name}: translation of ${guest} to a ${form}`, () =>
          node(command, 'transpile', from, '-o', to, ...common, ...options, ...variant.options),
        );
        if (translated === undefined) continue;
        for (const { name } of operations.filter((o) => o.guest === guest && o.form === form)) {
          const rounds = attempt(`jco ${version}, ${variant.name}: ${name}`, () =>
            JSON.parse(node(join(here, 'measure.mjs'), folder, name, mode)),
          );
          if (rounds) {
            results.push({ version, variant: variant.name, operation: name, ns: median(rounds), rounds });
          }
        }
      }
    }
    console.error(`jco ${version}, ${variant.name}: measured`);
  }
}
const measured = { node: process.version, versions: versions.map((v) => v.version), results };
writeFileSync(join(target, 'jco.json'), JSON.stringify(measured, null, 1));
