/** @module Interface docs:text/log@0.2.1 **/
export function log(l: Level, msg: string): void;
/**
 * # Variants
 * 
 * ## `"debug"`
 * 
 * ## `"info"`
 * 
 * ## `"warn"`
 */
export type Level = 'debug' | 'info' | 'warn';
