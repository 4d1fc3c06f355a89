// Encodes the worlds of the texts beside it, for the tests that hold what Mortise reads from text
// against what the encoder of wasm-tools makes of the same text. To run it:
//   npm install @bytecodealliance/jco@1.9.1 && node encode.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// The package exports the encoder's own interface only by its file.
const { $init, tools } = await import(
  new URL('node_modules/@bytecodealliance/jco/obj/wasm-tools.js', import.meta.url));

await $init;
const here = name => fileURLToPath(new URL(name, import.meta.url));

// The content of a core module's first custom section whose name begins with `component-type`: a
// component that exports the type of the world.
function componentType(module) {
  let at = 8;
  const leb = () => {
    let value = 0, shift = 0, byte;
    do { byte = module[at++]; value |= (byte & 0x7f) << shift; shift += 7; } while (byte & 0x80);
    return value >>> 0;
  };
  while (at < module.length) {
    const id = module[at++], size = leb(), end = at + size;
    if (id === 0) {
      const length = leb();
      const name = new TextDecoder().decode(module.subarray(at, at + length));
      at += length;
      if (name.startsWith('component-type')) return module.slice(at, end);
    }
    at = end;
  }
  throw new Error('no component-type section');
}

for (const [name, world] of [['shared', 'painter'], ['shared', 'artist'], ['include', 'everything']]) {
  const witSource = readFileSync(here(name + '.wit'), 'utf8');
  const module = tools.componentEmbed({ witSource, dummy: true, world });
  writeFileSync(here(world + '.type.wasm'), componentType(module));
  writeFileSync(here(world + '.wasm'), tools.componentNew(module, []));
}
writeFileSync(here('files.wasm'), tools.parse(readFileSync(here('files.wat'), 'utf8')));
