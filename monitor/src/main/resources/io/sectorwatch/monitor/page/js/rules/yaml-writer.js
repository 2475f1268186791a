// Writes a rule as people write rules: one line for what belongs together.

const ORDER = ['id', 'title', 'severity', 'series', 'when', 'for', 'horizon', 'status', 'possible', 'labels'];
const INNER = ['indicator', 'areas', 'except', 'sectors', 'frequency', 'sources', 'to', 'among', 'as', 'periods', 'below', 'atMost', 'above', 'atLeast', 'clear', 'maxLag', 'after', 'area', 'sector'];
// What YAML would read as something else than a text.
const NO_TEXT = /^(true|false|null|yes|no|on|off|y|n|~)$/i;
const WIDE = 64;
const PLAIN = /^[A-Za-z][A-Za-z0-9 .&%()/_'+-]*$/;

function scalar(value) {
  if (typeof value !== 'string') {
    return String(JSON.stringify(value));
  }
  const plain = PLAIN.test(value) && !NO_TEXT.test(value) && !value.endsWith(' ');
  return plain ? value : JSON.stringify(value);
}

function ordered(object, order) {
  const place = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(object).sort(([a], [b]) => place(a) - place(b));
}

function flow(value) {
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(', ')}]`;
  }
  if (value && typeof value === 'object') {
    return `{${ordered(value, INNER).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`).join(', ')}}`;
  }
  return scalar(value);
}

// A line that is too long to be read at once becomes a line for each of its parts.
function field(key, value) {
  const line = `${scalar(key)}: ${flow(value)}`;
  return line.length <= WIDE || Array.isArray(value) || !value || typeof value !== 'object' ? line : `${scalar(key)}:\n${ordered(value, INNER).map(([part, inner]) => `      ${scalar(part)}: ${flow(inner)}`).join('\n')}`;
}

/** Rules as the text of a file. */
export function yaml(contents) {
  const rules = contents.map((content) => {
    const lines = ordered(content, ORDER).map(([key, value]) => field(key, value));
    return `  - ${lines.join('\n    ')}`;
  });
  return `rules:\n${rules.join('\n\n')}\n`;
}
