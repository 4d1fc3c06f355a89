// What a component imports as docs:text/log.
const lines = [];

export function log(level, message) {
  lines.push(`${level}: ${message}`);
}

export const logged = () => lines.join('\n');
