import { kindOf, limitOf, limitWords } from '../rules/rule-words.js';
import { areaTitle, seriesParts } from '../words.js';
import { time } from './scales.js';

/** The figures of a series as points in time, each in the middle of its period. */
export function points(values) {
  return values
    .map((value) => ({ ...value, from: time(value.start), to: time(value.end), at: (time(value.start) + time(value.end)) / 2 }))
    .sort((a, b) => a.from - b.from);
}

export function isExact(point) {
  return point && typeof point.value === 'number' && !point.comparator;
}

/** Whether a figure is not final: provisional, estimated or forecast. */
export function isSoft(point) {
  return (point.status ?? []).some((code) => code === 'P' || code === 'E' || code === 'F');
}

export function isBreak(point) {
  return (point.status ?? []).includes('B');
}

/** What was first said, where something else is said now. */
export function firstSaid(point) {
  const first = point.first;
  if (!first || first.value === null || first.value === undefined) {
    return undefined;
  }
  return first.value === point.value && first.comparator === point.comparator ? undefined : first;
}

/** The benchmarks of the rules of a series that compare with one other: name and series. */
export function benchmarksOf(rules, own) {
  const found = new Set();
  for (const rule of rules ?? []) {
    const { kind } = kindOf(rule.content);
    if (kind === 'gap' || kind === 'convergence') {
      (rule.compared ?? []).filter((series) => series !== own).forEach((series) => found.add(series));
    }
  }
  return [...found];
}

/** All series that any rule compares this one with. */
export function comparedOf(rules, own) {
  return [...new Set((rules ?? []).flatMap((rule) => rule.compared ?? []))].filter((series) => series !== own);
}

/** A short name that tells a benchmark from the series itself. */
export function shortName(series, own) {
  const its = seriesParts(series);
  const mine = seriesParts(own);
  if (its.area !== mine.area) {
    return areaTitle(its.area);
  }
  return its.indicator !== mine.indicator ? its.indicator : its.sector;
}

/**
 * The limits that can be drawn on the axis of the figures: a line for a value, a line beside the benchmark for a gap.
 * `benchmarks` are the points of each compared series.
 */
export function limitLines(rules, benchmarks) {
  const lines = [];
  for (const rule of rules ?? []) {
    const { kind, fields } = kindOf(rule.content);
    const limit = limitOf(fields);
    if (!limit) {
      continue;
    }
    if (kind === 'value') {
      lines.push({ rule: rule.id, title: rule.title, severity: rule.content.severity, label: limitWords(fields), value: limit.value, clear: limit.clear });
    } else if (kind === 'gap') {
      const beside = (point, by) => (fields.as === 'ratio' ? point.value * by : point.value + by);
      const same = fields.as === 'ratio' ? 1 : 0;
      const compared = benchmarks.find((benchmark) => (rule.compared ?? []).includes(benchmark.series));
      if (compared && limit.value !== same) {
        lines.push({
          rule: rule.id,
          title: rule.title,
          severity: rule.content.severity,
          label: `${limitWords(fields)}${fields.as === 'ratio' ? ' ×' : ' from'} ${compared.name}`,
          points: compared.points.filter(isExact).map((point) => ({ at: point.at, value: beside(point, limit.value) })),
        });
      }
    }
  }
  return lines;
}

/** The alerts of a series as lanes, one for each rule: {rule, title, severity, spans}. */
export function lanes(alerts, rules) {
  const byRule = new Map();
  for (const alert of alerts ?? []) {
    if (!byRule.has(alert.rule)) {
      const rule = (rules ?? []).find(({ id }) => id === alert.rule);
      byRule.set(alert.rule, { rule: alert.rule, title: rule?.title ?? alert.rule, severity: alert.severity, spans: [] });
    }
    const state = { CLEARED: 'cleared', RETRACTED: 'retracted' }[alert.transition] ?? 'open';
    byRule.get(alert.rule).spans.push({ ...alert, state });
  }
  return [...byRule.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** The vintages of a series by period. */
export function byPeriod(vintages) {
  const found = new Map();
  for (const vintage of vintages ?? []) {
    if (!found.has(vintage.period)) {
      found.set(vintage.period, []);
    }
    found.get(vintage.period).push(vintage);
  }
  return found;
}

/** The span of time of a period as written, where no figure says it: 2023, 2023-S1, 2023-Q4, 2023-12, 2023-W05, 2023-12-15. */
export function periodSpan(period) {
  const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
  if (!year) {
    return undefined;
  }
  const months = (first, count) => ({ from: Date.UTC(Number(year), first, 1), to: Date.UTC(Number(year), first + count, 1) });
  if (!rest) {
    return months(0, 12);
  }
  if (/^S\d$/.test(rest)) {
    return months((Number(rest[1]) - 1) * 6, 6);
  }
  if (/^Q\d$/.test(rest)) {
    return months((Number(rest[1]) - 1) * 3, 3);
  }
  if (/^W\d\d$/.test(rest)) {
    const fourth = new Date(Date.UTC(Number(year), 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
    const from = monday + (Number(rest.slice(1)) - 1) * 7 * 86_400_000;
    return { from, to: from + 7 * 86_400_000 };
  }
  if (/^\d\d$/.test(rest)) {
    return months(Number(rest) - 1, 1);
  }
  const from = Date.parse(period);
  return Number.isNaN(from) ? undefined : { from, to: from + 86_400_000 };
}
