/** @module Interface docs:greeter/api@1.0.0 **/
export function greet(who: string): string;
export function greetPerson(p: Person, s: Style, m: Mood | undefined, e: Extras): string;
export function oldest(people: Array<Person>): Person | undefined;
export function sum(xs: BigInt64Array): bigint;
export function echoBytes(b: Uint8Array): Uint8Array;
export function swap(t: [string, number]): [number, string];
export interface Person {
  name: string,
  age: number,
  tags: Array<string>,
}
export type Style = StylePlain | StyleShout | StyleCustom;
export interface StylePlain {
  tag: 'plain',
}
export interface StyleShout {
  tag: 'shout',
  val: number,
}
export interface StyleCustom {
  tag: 'custom',
  val: string,
}
/**
 * # Variants
 * 
 * ## `"happy"`
 * 
 * ## `"neutral"`
 * 
 * ## `"grumpy"`
 */
export type Mood = 'happy' | 'neutral' | 'grumpy';
export interface Extras {
  wave?: boolean,
  hug?: boolean,
  bow?: boolean,
}
