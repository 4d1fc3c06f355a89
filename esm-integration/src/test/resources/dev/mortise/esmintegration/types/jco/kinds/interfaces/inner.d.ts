/** @module Interface inner **/
export function go(x: R): R;
export interface R {
  a: number,
}
