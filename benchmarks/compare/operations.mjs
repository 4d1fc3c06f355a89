// What is measured of the JavaScript that jco makes: the same operations as the JMH benchmarks, by
// the same names. An operation has a loop of its own, so that the engine can take in the call; the
// loop returns its last result, which is checked before anything is measured.
import { isDeepStrictEqual } from 'node:util';
import { TIMES, bytes, numbers, six, sixes, text } from './samples.mjs';

const symbolDispose = Symbol.dispose ?? Symbol.for('dispose');

/**
 * name: of the JMH benchmark, with its parameters but for the path
 * title: what the table says
 * guest: the component
 * form: what jco makes of it
 * per: how many operations one turn of the loop is
 * expected: the last result
 * loop: (exports, or the function that instantiates) => (turns) => the last result
 */
export const operations = [
  call('nop', 'nop', undefined, ({ nop }) => (turns) => {
    for (let i = 0; i < turns; i++) nop();
  }),
  call('add', 'add', 42, ({ add }) => (turns) => {
    let last;
    for (let i = 0; i < turns; i++) last = add(20, 22);
    return last;
  }),
  call('echoSix', 'record of 6 fields, echoed', six(1), echoLoop('echoSix')),
  call('echoLine', 'variant with 2 numbers, echoed', { tag: 'line', val: [1.5, -2] }, echoLoop('echoShape')),
  call('echoLabel', 'variant with 16 B string, echoed', { tag: 'label', val: text('ASCII', 16) }, echoLoop('echoShape')),
  ...[16, 1024, 1 << 20].flatMap((byteLength) =>
    ['ASCII', 'HAN'].map((script) =>
      operation({
        name: `StringBenchmark.echo byteLength=${byteLength} script=${script}`,
        title: `string of ${size(byteLength)}, ${script === 'ASCII' ? 'ASCII' : 'Han'}, echoed`,
        expected: text(script, byteLength),
        loop: echoLoop('echo'),
      }),
    ),
  ),
  ...[1024, 1 << 20].map((byteLength) =>
    operation({
      name: `BytesBenchmark.echoBytes byteLength=${byteLength}`,
      title: `list<u8> of ${size(byteLength)}, echoed`,
      expected: bytes(byteLength),
      loop: echoLoop('echoBytes'),
    }),
  ),
  operation({
    name: 'ListBenchmark.sum',
    title: 'list<u32> of 1,000,000, summed',
    expected: Number(499_999_500_000n & 0xffff_ffffn),
    loop: ({ sum }) => {
      const list = numbers(1_000_000);
      return (turns) => {
        let last;
        for (let i = 0; i < turns; i++) last = sum(list);
        return last;
      };
    },
  }),
  operation({
    name: 'ListBenchmark.echoList',
    title: 'list of 1,000 records, echoed',
    expected: sixes(1_000),
    loop: echoLoop('echoList'),
  }),
  operation({
    name: 'ResourceBenchmark.life',
    title: 'resource: create, call, drop',
    expected: 2,
    loop: ({ Counter }) => (turns) => {
      let last;
      for (let i = 0; i < turns; i++) {
        const counter = new Counter(1);
        last = counter.increment();
        counter[symbolDispose]();
      }
      return last;
    },
  }),
  operation({
    name: 'ResourceBenchmark.method',
    title: 'resource: call',
    expected: 2,
    loop: ({ Counter }) => {
      const counter = new Counter(1);
      return (turns) => {
        let last;
        for (let i = 0; i < turns; i++) last = counter.increment();
        return last;
      };
    },
  }),
  operation({
    name: 'HostCallBenchmark.callHost',
    title: 'guest calls host',
    per: TIMES,
    expected: TIMES,
    loop: ({ callHost }) => (turns) => {
      let last;
      for (let i = 0; i < turns; i++) last = callHost(TIMES);
      return last;
    },
  }),
  chain('addMany', 'component calls component: add', TIMES, ({ addMany }) => (turns) => {
    let last;
    for (let i = 0; i < turns; i++) last = addMany(TIMES);
    return last;
  }),
  chain('passShort', 'component calls component: 16 B string', 16 * TIMES, passLoop(16)),
  chain('passLong', 'component calls component: 1 KiB string', 1024 * TIMES, passLoop(1024)),
  instantiation('BENCH', 'bench', 'instantiate: 1 component, 3 core modules'),
  instantiation('COMPOSED', 'composed', 'instantiate: 2 components, 3 core modules'),
];

/** An operation on an instance; the expected result is what an echo is given, too. */
function operation({ name, title, guest = 'bench', exports = 'calls', per = 1, expected, loop }) {
  return {
    name,
    title,
    guest,
    form: 'module',
    per,
    expected,
    loop: (instance) => loop(instance[exports], expected),
  };
}

function instantiation(id, guest, title) {
  return {
    name: `InstantiateBenchmark.instantiate guest=${id}`,
    title,
    guest,
    form: 'function',
    per: 1,
    expected: 'object',
    loop: (instantiate) => (turns) => {
      let last;
      for (let i = 0; i < turns; i++) last = instantiate();
      return typeof last;
    },
  };
}

function call(method, title, expected, loop) {
  return operation({ name: `CallBenchmark.${method}`, title, expected, loop });
}

function chain(method, title, expected, loop) {
  return operation({
    name: `ChainBenchmark.${method}`,
    title,
    guest: 'composed',
    exports: 'chain',
    per: TIMES,
    expected,
    loop,
  });
}

function echoLoop(method) {
  return ({ [method]: echo }, value) => (turns) => {
    let last;
    for (let i = 0; i < turns; i++) last = echo(value);
    return last;
  };
}

function passLoop(byteLength) {
  return ({ passMany }) => {
    const string = text('ASCII', byteLength);
    return (turns) => {
      let last;
      for (let i = 0; i < turns; i++) last = passMany(TIMES, string);
      return last;
    };
  };
}

function size(byteLength) {
  return byteLength < 1024 ? `${byteLength} B` : byteLength < 1 << 20 ? `${byteLength >> 10} KiB` : `${byteLength >> 20} MiB`;
}

/** Throws unless an operation gives the right answer. */
export function check({ name, expected }, run) {
  const answer = run(1);
  if (!isDeepStrictEqual(answer, expected)) {
    throw new Error(`${name}: expected ${brief(expected)}, got ${brief(answer)}`);
  }
}

function brief(value) {
  return JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v))?.slice(0, 200);
}
