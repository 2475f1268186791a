// Counts of policy events are series like any other to rules, but no facts: they are counted here, from the events, in the form
// in which the monitor answers for the others.

import { get, list } from './api.js';
import { seriesParts } from './words.js';

/** Whether a series is counted from policy events. */
export function isDerived(series) {
  return series.startsWith('policy-activity') || series.startsWith('policy-stance');
}

function counts(indicator) {
  const [base, part] = indicator.split(/\.(.*)/);
  return base === 'policy-stance' ? (event) => (event.stance ?? 'neutral') === part : part ? (event) => event.kind === part : () => true;
}

function span(period) {
  const [year, month] = period.split('-').map(Number);
  const iso = (y, m) => new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10);
  return month ? { start: iso(year, month - 1), end: iso(year, month) } : { start: iso(year, 0), end: iso(year + 1, 0) };
}

function between(first, last, monthly) {
  const found = [];
  if (monthly) {
    const [from, to] = [first, last].map((period) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1);
    for (let month = from; month <= to; month++) {
      found.push(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);
    }
  } else {
    for (let year = Number(first); year <= Number(last); year++) {
      found.push(String(year).padStart(4, '0'));
    }
  }
  return found;
}

/** The vintages of a count: one for each moment at which an event of a period became known. */
export function vintagesOf(name, events) {
  const { indicator, frequency } = seriesParts(name);
  const monthly = frequency === 'M';
  const length = monthly ? 7 : 4;
  const counted = events.filter(counts(indicator)).filter((event) => event.state !== 'void' && event.occurred.length >= length);
  const periods = counted.map((event) => event.occurred.slice(0, length)).sort();
  if (!periods.length) {
    return [];
  }
  return between(periods[0], periods.at(-1), monthly).flatMap((period) => {
    const own = counted.filter((event) => event.occurred.startsWith(period)).sort((a, b) => Date.parse(a.published) - Date.parse(b.published));
    const said = own.map((event, index) => ({ id: `${period}#${index}`, period, ...span(period), value: index + 1, published: event.published, source: 'derived', state: 'valid', unit: 'events' })).filter((vintage, index) => vintage.published !== own[index + 1]?.published);
    return said.length ? said : [{ id: `${period}#`, period, ...span(period), value: 0, published: counted.map((event) => event.published).sort()[0], source: 'derived', state: 'valid', unit: 'events' }];
  });
}

/** What is said of each period after all of its vintages. A count that grows is not revised: what was first said is left out. */
export function valuesOf(vintages) {
  const byPeriod = new Map();
  vintages.forEach((vintage) => byPeriod.set(vintage.period, [...(byPeriod.get(vintage.period) ?? []), vintage]));
  return [...byPeriod.values()].map((own) => own.at(-1));
}

function watches({ series = {} }, { indicator, area, sector, frequency }) {
  const among = (codes, code) => !codes || codes.includes('*') || codes.includes(code);
  return series.indicator === indicator && among(series.areas, area) && !(series.except ?? []).includes(area) && among(series.sectors, sector) && (series.frequency ?? frequency) === frequency;
}

/** A count as the monitor would answer for it: {series, vintages}; nothing of which no event is known. */
export async function derivedSeries(name, asOf) {
  const parts = seriesParts(name);
  const of = { area: parts.area, sector: parts.sector };
  const [now, then, rules, alerts] = await Promise.all([
    list(['policies'], 'policies', of, 2000),
    list(['policies'], 'policies', { ...of, 'as-of': asOf }, 2000),
    get(['rules'], { 'as-of': asOf }),
    list(['alerts'], 'alerts', { ...of, indicator: parts.indicator, state: 'all', 'as-of': asOf }, 300),
  ]);
  const vintages = vintagesOf(name, now.items);
  if (!vintages.length) {
    return undefined;
  }
  const known = valuesOf(vintagesOf(name, then.items));
  const head = { series: name, ...parts, unit: 'events' };
  return {
    series: known.length ? { ...head, values: known, rules: rules.rules.filter((rule) => watches(rule.content, parts)), alerts: alerts.items.filter((alert) => alert.series === name) } : undefined,
    vintages: { ...head, vintages },
  };
}
