/** @module Interface demo:kinds/types@1.2.0 **/
/**
 * # Variants
 * 
 * ## `"red"`
 * 
 * ## `"dark-green"`
 */
export type Colour = 'red' | 'dark-green';
export interface Item {
  itemName: string,
  price?: bigint,
  nested: Option<number | undefined>,
  bytes: Uint8Array,
  floats: Float32Array,
  pairs: Array<[string, bigint]>,
}
export type Choice = ChoiceNothing | ChoiceOne | ChoiceMany;
export interface ChoiceNothing {
  tag: 'nothing',
}
export interface ChoiceOne {
  tag: 'one',
  val: Item,
}
export interface ChoiceMany {
  tag: 'many',
  val: Array<Item>,
}
export type Option<T> = { tag: 'none' } | { tag: 'some', val: T };

export class Counter {
  constructor(start: number)
  add(n: number): number;
  static merge(a: Counter, b: Counter): Counter;
  'default'(): Counter | undefined;
}
