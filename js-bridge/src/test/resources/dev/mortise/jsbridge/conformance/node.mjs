// Runs script.js on components that jco has translated: node.mjs JCO FOLDER-OF-COMPONENT…
// JCO is its command; what the script prints goes to the standard output.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';

const [jco, ...files] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'conformance-'));
try {
  const components = new Map();
  for (const file of files) {
    const name = basename(file, '.wasm');
    const folder = join(work, name);
    execFileSync(process.execPath, [jco, 'transpile', file, '-o', folder, '--name', name,
      '--instantiation', 'sync', '--no-typescript', '--quiet']);
    const { instantiate } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
    const modules = new Map();
    const core = (path) => {
      if (!modules.has(path)) modules.set(path, new WebAssembly.Module(readFileSync(join(folder, path))));
      return modules.get(path);
    };
    components.set(name, (imports) => instantiate(core, imports));
  }
  const file = fileURLToPath(new URL('script.js', import.meta.url));
  const lines = [];
  vm.runInThisContext(readFileSync(file, 'utf8'), file)(
    (name, imports) => components.get(name)(imports),
    (line) => lines.push(line.toWellFormed()),
  );
  process.stdout.write(lines.join('\n') + '\n');
} finally {
  rmSync(work, { recursive: true });
}
