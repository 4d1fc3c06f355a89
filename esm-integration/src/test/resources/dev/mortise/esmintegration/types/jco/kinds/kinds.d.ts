// world root:component/root
export type * as Host from './interfaces/host.js'; // import host
export type Colour = import('./interfaces/demo-kinds-types.js').Colour;
export type * as DemoKindsTypes120 from './interfaces/demo-kinds-types.js'; // import demo:kinds/types@1.2.0
export * as api from './interfaces/demo-kinds-api.js'; // export demo:kinds/api@1.2.0
export * as inner from './interfaces/inner.js'; // export inner
export function paintIt(c: Colour, more: string | undefined): string;
export type Option<T> = { tag: 'none' } | { tag: 'some', val: T };
