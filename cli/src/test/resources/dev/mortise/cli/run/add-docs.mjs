// Gives a component the section package-docs, which the tools leave out: add-docs.mjs JSON COMPONENT
import { appendFileSync, readFileSync } from 'node:fs';

const [json, component] = process.argv.slice(2);
const name = Buffer.from('package-docs');
const docs = Buffer.from(JSON.stringify(JSON.parse(readFileSync(json, 'utf8'))));
const content = Buffer.concat([Buffer.from([name.length]), name, Buffer.from([1]), docs]);
const length = [];
for (let rest = content.length; ; rest >>>= 7) {
  length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  if (rest <= 0x7f) break;
}
appendFileSync(component, Buffer.concat([Buffer.from([0, ...length]), content]));
