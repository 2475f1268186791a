import { number } from '../format.js';
import { areaWords, frequencyWords, indicatorWords, sectorWords } from '../words.js';

const LIMITS = { below: 'below', atMost: 'at most', above: 'above', atLeast: 'at least' };
const SIGNS = { below: '<', atMost: '≤', above: '>', atLeast: '≥' };

/** The limit of a condition or of an alert: {way, value, clear}. */
export function limitOf(condition) {
  const way = Object.keys(LIMITS).find((key) => condition?.[key] !== undefined);
  return way ? { way, value: condition[way], clear: condition.clear } : undefined;
}

export function limitWords(condition) {
  const limit = limitOf(condition);
  return limit ? `${LIMITS[limit.way]} ${number(limit.value)}` : '';
}

export function limitSign(condition) {
  const limit = limitOf(condition);
  return limit ? `${SIGNS[limit.way]} ${number(limit.value)}` : '';
}

/** Whether a limit wants more than it: its condition holds above. */
export function holdsAbove(condition) {
  const way = limitOf(condition)?.way;
  return way === 'above' || way === 'atLeast';
}

/** The kind of a rule and what is said of it. */
export function kindOf(content) {
  const [kind, fields] = Object.entries(content?.when ?? {})[0] ?? ['value', {}];
  return { kind, fields: fields ?? {} };
}

function other(to) {
  return [areaWords(to?.area ?? '?'), to?.indicator ? `'s ${indicatorWords(to.indicator)}` : '', to?.sector ? ` in ${sectorWords(to.sector)}` : ''].join('');
}

/** The condition of a rule in words. */
export function conditionWords(content) {
  const { kind, fields } = kindOf(content);
  const limit = limitWords(fields);
  const percent = fields.as === 'percent' ? ' %' : '';
  const periods = fields.periods ?? 1;
  const clear = fields.clear === undefined ? '' : `; ends when it comes back to ${number(fields.clear)}`;
  const words = {
    value: () => `the figure is ${limit}`,
    gap: () => (fields.as === 'ratio' ? `the figure is ${limit} times that of ${other(fields.to)}` : `the distance to ${other(fields.to)} is ${limit}`),
    change: () => `the change over ${periods === 1 ? 'one period' : `${periods} periods`} is ${limit}${percent}`,
    sum: () => `the sum over ${periods} periods is ${limit}`,
    convergence: () => `at the pace of the last ${periods} periods, level with ${other(fields.to)} in ${limit} periods`,
    rank: () => `the rank among ${(fields.among ?? []).length} areas is ${limit}`,
    revision: () => `a revision among the last ${periods === 1 ? 'period' : `${periods} periods`} is ${limit}${percent}`,
    overdue: () => `the next figure is late${fields.after && fields.after !== 'P0D' ? ` by ${durationWords(fields.after)}` : ''}`,
  };
  return (words[kind] ?? (() => `${kind} ${limit}`))() + clear;
}

/** A duration in words: P3Y is 3 years. */
export function durationWords(text) {
  const parts = [...String(text).matchAll(/(\d+)([YMWD])/g)];
  const units = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  return parts.length ? parts.map(([, count, unit]) => `${count} ${units[unit]}${count === '1' ? '' : 's'}`).join(' ') : text;
}

/** What a rule watches, in words. */
export function watchesWords(content) {
  const { indicator = '?', areas, except, sectors, frequency, sources } = content?.series ?? {};
  const where = !areas || areas.includes('*') ? 'every area' : areas.map(areaWords).join(', ');
  const without = except?.length ? ` but ${except.map(areaWords).join(', ')}` : '';
  const inSectors = !sectors || sectors.includes('*') ? '' : sectors.every((code) => code === 'economy') ? '' : ` in ${sectors.map(sectorWords).join(', ')}`;
  const from = sources?.length ? `, as ${sources.join(' or else ')} says` : '';
  return `${indicatorWords(indicator)}${frequency ? ` (${frequencyWords(frequency)})` : ''} of ${where}${without}${inSectors}${from}`;
}
