/** @module Interface demo:kinds/api@1.2.0 **/
export function run(i: Item, c: Counter, kind: Choice): Counter;
export function nothing(): void;
export { _delete as delete };
function _delete(new_: boolean): void;
export function both(x: Result<number, string>, y: Result<void, number>): [number, string];
export function opt(x: number | undefined): string | undefined;
export type Item = import('./demo-kinds-types.js').Item;
export type Counter = import('./demo-kinds-types.js').Counter;
export type Choice = import('./demo-kinds-types.js').Choice;
export type Result<T, E> = { tag: 'ok', val: T } | { tag: 'err', val: E };
