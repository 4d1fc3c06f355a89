// Uses a component that logs by a JavaScript module; the host registers it as docs:text/ops.
import { upper, count, tokenize } from 'docs:text/ops';
import { logged } from './log.mjs';

export const shouted = upper('small');
export const { words } = count('one two  three');
export const tokens = tokenize('a 1').map(token => token.tag).join();

export let refused = 'nothing';
try {
  tokenize('');
} catch (error) {
  refused = error.payload.tag;
}

export const log = logged();
