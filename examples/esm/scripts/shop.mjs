// A component that imports others, wired by import-map.json:
//   mortise js --import-map examples/esm/scripts/import-map.json examples/esm/scripts/shop.mjs
import { pay } from './components/bill.wasm';
import { calls } from 'docs:shop/cart';
import { mul } from 'docs:math/ops@0.2.3';

export const paid = pay(10, 4, 3);
export const counted = calls();

console.log(`paid ${paid} after ${counted} call; 6 times 7 is ${mul(6, 7)}`);
