// world root:component/root
export type * as DocsTextLog021 from './interfaces/docs-text-log.js'; // import docs:text/log@0.2.1
export * as ops from './interfaces/docs-text-ops.js'; // export docs:text/ops@0.2.1
