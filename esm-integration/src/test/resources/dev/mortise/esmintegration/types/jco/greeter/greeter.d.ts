// world root:component/root
export * as api from './interfaces/docs-greeter-api.js'; // export docs:greeter/api@1.0.0
export function hello(name: string): string;
