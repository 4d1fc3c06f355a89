// Writes values.wit and values.core.wat, the text of the component values.wasm, into a folder:
// values.mjs FOLDER. Each function of its interface api passes its arguments to the one of the same
// name that it imports, and returns what that returns: so a value of each type goes from JavaScript
// into the component and back, twice. What the core code does depends on flat types alone.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const prim = (wit, flat) => ({ wit, flat: [flat] });
const bool = prim('bool', 'i32');
const [s8, u8, s16, u16, s32, u32] = ['s8', 'u8', 's16', 'u16', 's32', 'u32'].map((t) => prim(t, 'i32'));
const [s64, u64] = ['s64', 'u64'].map((t) => prim(t, 'i64'));
const [f32, f64] = ['f32', 'f64'].map((t) => prim(t, t));
const char = prim('char', 'i32');
const string = { wit: 'string', flat: ['i32', 'i32'] };
const list = (t) => ({ wit: `list<${t.wit}>`, flat: ['i32', 'i32'] });
const product = (types) => types.flatMap((t) => t.flat);
const tuple = (...types) => ({ wit: `tuple<${types.map((t) => t.wit).join(', ')}>`, flat: product(types) });

/** What cases share: i32 with f32 is i32, other unlike types are i64. */
function sum(types) {
  const joined = [];
  for (const t of types) {
    (t?.flat ?? []).forEach((flat, i) => {
      const other = joined[i];
      const small = flat !== 'f64' && flat !== 'i64' && other !== 'f64' && other !== 'i64';
      joined[i] = other === undefined || other === flat ? flat : small ? 'i32' : 'i64';
    });
  }
  return ['i32', ...joined];
}
const option = (t) => ({ wit: `option<${t.wit}>`, flat: sum([t]) });
const result = (ok, err) => ({
  wit: err ? `result<${ok?.wit ?? '_'}, ${err.wit}>` : ok ? `result<${ok.wit}>` : 'result',
  flat: sum([ok, err]),
});

const declarations = [];
function record(name, fields) {
  declarations.push(`record ${name} { ${Object.entries(fields).map(([n, t]) => `${n}: ${t.wit}`).join(', ')} }`);
  return { wit: name, flat: product(Object.values(fields)) };
}
function variant(name, cases) {
  declarations.push(
    `variant ${name} { ${Object.entries(cases).map(([n, t]) => (t ? `${n}(${t.wit})` : n)).join(', ')} }`,
  );
  return { wit: name, flat: sum(Object.values(cases)) };
}
function enumeration(name, labels) {
  declarations.push(`enum ${name} { ${labels.join(', ')} }`);
  return { wit: name, flat: ['i32'] };
}
function flags(name, labels) {
  declarations.push(`flags ${name} { ${labels.join(', ')} }`);
  return { wit: name, flat: ['i32'] };
}

const color = enumeration('color', ['red', 'dark-green', 'blue']);
const perms = flags('perms', ['can-read', 'can-write', 'can-run']);
const many = flags('many-flags', Array.from({ length: 32 }, (_, i) => `f${i}`));
const person = record('person', { 'first-name': string, age: u8, email: option(string) });
const point = record('point', { x: f64, y: f32 });
const shape = variant('shape', { nothing: undefined, circle: f32, label: string, 'two-points': tuple(point, point), big: u64 });
const failure = variant('failure', { 'not-found': undefined, code: u8, text: string });
const everything = record('everything', {
  a: bool, b: s8, c: u8, d: s16, e: u16, f: s32, g: u32, h: s64, i: u64, j: f32, k: f64, l: char, m: string,
  n: list(u8), o: list(string), p: person, q: shape, r: color, s: perms, t: option(u32), u: result(u8, string),
});
const item = { wit: 'item', flat: ['i32'] };

const one = (t) => [[t], t];
/** name: parameters and result */
const functions = {
  bool: one(bool), s8: one(s8), u8: one(u8), s16: one(s16), u16: one(u16), s32: one(s32), u32: one(u32),
  s64: one(s64), u64: one(u64), f32: one(f32), f64: one(f64), char: one(char), string: one(string),
  'list-bool': one(list(bool)), 'list-s8': one(list(s8)), 'list-u8': one(list(u8)), 'list-s16': one(list(s16)),
  'list-u16': one(list(u16)), 'list-s32': one(list(s32)), 'list-u32': one(list(u32)), 'list-s64': one(list(s64)),
  'list-u64': one(list(u64)), 'list-f32': one(list(f32)), 'list-f64': one(list(f64)), 'list-char': one(list(char)),
  'list-string': one(list(string)), 'list-list': one(list(list(u8))), 'list-person': one(list(person)),
  'list-option': one(list(option(u32))), 'list-color': one(list(color)), 'list-perms': one(list(perms)),
  'tuple-one': one(tuple(u8)), 'tuple-pair': one(tuple(string, u64)), 'tuple-nested': one(tuple(tuple(u8, char), list(f32))),
  'a-person': one(person), 'a-point': one(point), 'of-all': one(everything), 'a-shape': one(shape), 'a-color': one(color),
  'some-perms': one(perms), 'some-flags': one(many),
  'option-u32': one(option(u32)), 'option-string': one(option(string)), 'option-person': one(option(person)),
  'option-option': one(option(option(u8))), 'option-option-option': one(option(option(option(bool)))),
  'option-list': one(option(list(u16))), 'option-result': one(option(result(u8, string))),
  'result-value': one(tuple(result(u32, string))), 'result-empty': one(tuple(result())),
  'result-ok': one(list(result(person))), 'result-err': one(list(result(undefined, failure))),
  'result-option': one(tuple(result(option(u8), option(option(string))))),
  nothing: [[], undefined], 'take-only': [[u8, string], undefined], 'give-only': [[], string],
  'sixteen-flat': [[string, string, string, string, string, string, string, string], string],
  'twenty-params': [[u8, u16, u32, u64, s8, s16, s32, s64, f32, f64, bool, char, string, color, u8, u16, u32, u64, s8, s16], u64],
  'may-fail': [[u8], result(u32, string)], 'may-fail-empty': [[], result()], 'may-fail-ok': [[], result(string)],
  'may-fail-err': [[], result(undefined, failure)], 'may-fail-color': [[], result(undefined, color)],
  'may-fail-option': [[], result(option(u32), option(string))], 'may-fail-person': [[person], result(person, person)],
  'may-fail-nested': [[], result(result(u8, string), u8)],
  'pass-item': [[item], item], 'pass-items': [[list(item)], list(item)], 'maybe-item': [[option(item)], option(item)],
};

const wit = `package test:values;

interface types {
${declarations.map((d) => `  ${d}`).join('\n')}
}

interface host {
  use types.{${declarations.map((d) => d.split(' ')[1]).join(', ')}};
  resource item;
FUNCTIONS}

interface api {
  use types.{${declarations.map((d) => d.split(' ')[1]).join(', ')}};
  use host.{item};
FUNCTIONS}

world values {
  import host;
  export api;
}
`;
// Some of the names are keywords.
const signatures = Object.entries(functions)
  .map(([name, [params, to]]) => {
    const list = params.map((t, i) => `${params.length === 1 ? 'x' : `x${i}`}: ${t.wit}`).join(', ');
    return `  %${name}: func(${list})${to ? ` -> ${to.wit}` : ''};\n`;
  })
  .join('');

const lines = ['(module'];
const bodies = [];
for (const [name, [params, to]] of Object.entries(functions)) {
  const flat = product(params);
  const passed = flat.length > 16 ? ['i32'] : flat;
  const returned = to?.flat ?? [];
  const byPointer = returned.length > 1;
  const direct = returned.length === 1 ? `(result ${returned[0]})` : '';
  lines.push(
    `  (import "test:values/host" "${name}" (func $host-${name} (param ${[...passed, ...(byPointer ? ['i32'] : [])].join(' ')}) ${direct}))`,
  );
  bodies.push(
    `  (func (export "test:values/api#${name}") (param ${passed.join(' ')}) ${byPointer ? '(result i32)' : direct}`,
    byPointer ? '    (local $area i32)' : '',
    byPointer ? '    (local.set $area (call $allocate (i32.const 8) (i32.const 512)))' : '',
    `    (call $host-${name} ${passed.map((_, i) => `(local.get ${i})`).join(' ')} ${byPointer ? '(local.get $area)' : ''})`,
    byPointer ? '    (local.get $area)' : '',
    '  )',
  );
}
lines.push(
  '  (memory (export "memory") 2)',
  '  (global $next (mut i32) (i32.const 1024))',
  '  ;; What is allocated is never freed: an instance of a test lives shortly.',
  '  (func $allocate (param $alignment i32) (param $size i32) (result i32)',
  '    (local $address i32)',
  '    (local.set $address (i32.and (i32.add (global.get $next) (i32.sub (local.get $alignment) (i32.const 1)))',
  '      (i32.sub (i32.const 0) (local.get $alignment))))',
  '    (global.set $next (i32.add (local.get $address) (local.get $size)))',
  '    (block $fits (loop $grow',
  '      (br_if $fits (i32.le_u (global.get $next) (i32.shl (memory.size) (i32.const 16))))',
  '      (br_if $grow (i32.ne (memory.grow (memory.size)) (i32.const -1)))',
  '      unreachable))',
  '    (local.get $address))',
  '  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)',
  '    (if (local.get 0) (then unreachable))',
  '    (call $allocate (local.get 2) (local.get 3)))',
  ...bodies.filter((line) => line !== ''),
  ')',
  '',
);
const [folder] = process.argv.slice(2);
writeFileSync(join(folder, 'values.wit'), wit.replaceAll('FUNCTIONS', signatures));
writeFileSync(join(folder, 'values.core.wat'), lines.join('\n'));
