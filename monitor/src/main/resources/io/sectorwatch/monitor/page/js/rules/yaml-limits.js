// Finds the limits in the text of rules, for sliders and lines. Only the monitor reads rules; this only looks where numbers are.

const KINDS = 'value|gap|change|sum|convergence|rank|revision|overdue';

function without(text, pattern) {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

function last(text, pattern, before) {
  let found;
  for (const match of text.matchAll(pattern)) {
    if (match.index >= before) {
      break;
    }
    found = match;
  }
  return found?.[1];
}

/** Every limit in a text: {start, end, key, value, rule, kind, indicator, as}; `start` and `end` are where its number stands. */
export function limitsIn(text) {
  const bare = without(text, /(^|\s)#.*$/gm);
  const starts = [...bare.matchAll(/(?:^|[\s{,-])id:\s*["']?([^\s,}"']+)/g)].map((match) => ({ at: match.index, id: match[1] }));
  return [...bare.matchAll(/\b(below|atMost|above|atLeast|clear)["']?\s*:\s*(-?\d+(?:\.\d+)?)(?![\w.])/g)].map((match) => {
    const end = match.index + match[0].length;
    const index = starts.findLastIndex((start) => start.at < match.index);
    const from = index < 0 ? 0 : starts[index].at;
    const segment = bare.slice(from, index < 0 || index + 1 >= starts.length ? bare.length : starts[index + 1].at);
    return {
      start: end - match[2].length,
      end,
      key: match[1],
      value: Number(match[2]),
      rule: index < 0 ? '' : starts[index].id,
      kind: last(bare.slice(from), new RegExp(`\\b(${KINDS})["']?\\s*:`, 'g'), match.index - from) ?? 'value',
      indicator: /\bindicator["']?\s*:\s*["']?([\w.-]+)/.exec(segment)?.[1],
      as: /\bas["']?\s*:\s*["']?(\w+)/.exec(segment)?.[1],
    };
  });
}

/** The indicators that a text names. */
export function indicatorsIn(text) {
  return [...new Set([...without(text, /(^|\s)#.*$/gm).matchAll(/\bindicator["']?\s*:\s*["']?([\w.-]+)/g)].map((match) => match[1]))];
}

/** A text with another number for one of its limits. */
export function withLimit(text, limit, value) {
  return text.slice(0, limit.start) + String(value) + text.slice(limit.end);
}

/** A range of round numbers for a limit: {min, max, step}, around it and as wide as the figures it is held against. */
export function rangeOf(limit, figures) {
  const spread = figures.length ? Math.max(...figures) - Math.min(...figures) : 0;
  const whole = limit.kind === 'rank' || (Number.isInteger(limit.value) && figures.every(Number.isInteger) && figures.length > 0);
  const half = Math.max(limit.kind === 'value' || limit.kind === 'gap' ? spread * 0.5 : 0, Math.abs(limit.value) * 0.5, limit.as === 'ratio' ? 0.2 : whole ? 5 : 0.1);
  const power = 10 ** Math.floor(Math.log10(half / 50));
  const step = whole ? 1 : Number(power.toPrecision(1));
  const round = (value) => Number((Math.round(value / step) * step).toPrecision(12));
  const low = round(limit.value - half);
  return { min: limit.value >= 0 && low < 0 && limit.kind !== 'gap' && limit.kind !== 'change' ? 0 : low, max: round(limit.value + half), step };
}
