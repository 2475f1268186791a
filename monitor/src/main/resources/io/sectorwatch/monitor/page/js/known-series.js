import { find, seriesPath } from './api.js';

/** Whether a series is counted from policy events. */
export function isDerived(series) {
  return series.startsWith('policy-activity') || series.startsWith('policy-stance');
}

// A count that grows is not revised: what was first said of its period says nothing.
function counted(series) {
  return series && { ...series, unit: 'events', values: series.values.map(({ first, ...value }) => value) };
}

/** What is known of a series, or was on a day; nothing if nothing was. */
export async function knownSeries(name, asOf) {
  const known = await find(seriesPath(name), { 'as-of': asOf });
  return isDerived(name) ? counted(known) : known;
}

/** All vintages of a series, until a day. */
export async function vintagesOfSeries(name, asOf) {
  return find(seriesPath(name, 'vintages'), { 'as-of': asOf });
}
