// Makes a component of site.js: node build.mjs FOLDER-WITH-node_modules WIT OUTPUT
import { readFile, writeFile } from "node:fs/promises";

const [modules, witPath, output] = process.argv.slice(2);
const { componentize } = await import(
  `${modules}/node_modules/@bytecodealliance/componentize-js/src/componentize.js`);
const source = await readFile(new URL("site.js", import.meta.url), "utf8");
const { component } = await componentize(source, {
  witPath, worldName: "site", enableFeatures: ["fetch-event"] });
await writeFile(output, component);
