// The versions of jco, and the ways in which each may translate a component. What is fastest for a
// call is not known beforehand, so each way is measured, and the table shows the best.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('node_modules/', import.meta.url);

export const versions = ['jco-1.9.1', 'jco-newest'].map((alias) => {
  const manifest = JSON.parse(readFileSync(new URL(`${alias}/package.json`, folder)));
  return {
    alias,
    version: manifest.version,
    command: fileURLToPath(new URL(`${alias}/${manifest.bin.jco}`, folder)),
  };
});

const unchecked = ['--valid-lifting-optimization']; // what the guest returns is taken for valid
const optimized = ['--optimize']; // by wasm-opt

export const variants = [
  { name: 'plain', options: [] },
  { name: 'unchecked', options: unchecked },
  { name: 'optimized', options: [...optimized, ...unchecked] },
  ...(hasMultiMemory() ? [{ name: 'multi-memory', options: ['--multi-memory', ...unchecked] }] : []),
];

const host = fileURLToPath(new URL('host.mjs', import.meta.url));

/** The forms of what jco makes: a module that is an instance, as is usual, and a function that makes one. */
export const forms = {
  module: ['--map', `mortise:bench/host=${host}`],
  function: ['--instantiation', 'sync'],
};

/** For all. */
export const common = ['--no-typescript', '--quiet'];

function hasMultiMemory() {
  const twoMemories = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 5, 2, 0, 0, 0, 0];
  return WebAssembly.validate(new Uint8Array(twoMemories));
}
