// The values that are passed: the same ones as in Samples.java.

/** How often a guest calls in one call of an operation for each call that it makes. */
export const TIMES = 1000;

export function text(script, byteLength) {
  return script === 'ASCII'
    ? 'sixteen  letters'.repeat(byteLength / 16)
    : '字'.repeat(Math.floor(byteLength / 3)) + '!';
}

export const bytes = (byteLength) => Uint8Array.from({ length: byteLength }, (_, i) => i);

export const numbers = (count) => Uint32Array.from({ length: count }, (_, i) => i);

export const six = (seed) => ({
  a: seed,
  b: BigInt.asUintN(64, -1n - BigInt(seed)),
  c: seed + 0.5,
  d: seed % 2 === 0,
  e: 0 - seed, // not -0
  f: String.fromCodePoint(0x1f600 + (seed % 16)),
});

export const sixes = (count) => Array.from({ length: count }, (_, i) => six(i));
