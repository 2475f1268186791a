import { find, seriesPath } from './api.js';
import { derivedSeries, isDerived } from './derived.js';

/** What is known of a series, or was on a day; nothing if nothing was. */
export async function knownSeries(name, asOf) {
  return isDerived(name) ? (await derivedSeries(name, asOf))?.series : find(seriesPath(name), { 'as-of': asOf });
}

/** All vintages of a series, until a day. */
export async function vintagesOfSeries(name, asOf) {
  if (isDerived(name)) {
    return (await derivedSeries(name, asOf))?.vintages;
  }
  return find(seriesPath(name, 'vintages'), { 'as-of': asOf });
}
