/** @module Interface docs:text/ops@0.2.1 **/
export function upper(s: string): string;
export function count(s: string): Counts;
export function split(s: string, sep: string): Array<string>;
export function tokenize(s: string): Array<Token>;
export function checksum(data: Uint8Array): number;
export interface Counts {
  bytes: number,
  words: number,
  lines: number,
}
export type Token = TokenWord | TokenNumber | TokenSymbol;
export interface TokenWord {
  tag: 'word',
  val: string,
}
export interface TokenNumber {
  tag: 'number',
  val: bigint,
}
export interface TokenSymbol {
  tag: 'symbol',
  val: string,
}
export type ParseError = ParseErrorEmpty | ParseErrorBadChar;
export interface ParseErrorEmpty {
  tag: 'empty',
}
export interface ParseErrorBadChar {
  tag: 'bad-char',
  val: [string, number],
}
