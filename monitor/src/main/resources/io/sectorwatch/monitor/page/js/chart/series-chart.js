import { s } from '../dom.js';
import { figure, number } from '../format.js';
import { shape } from '../parts/mark.js';
import { firstSaid, isBreak, isExact, isSoft, periodSpan } from './series-model.js';
import { apart, clipped, linear, padded, ticks, time, timeTicks } from './scales.js';

const TOP = 14;
const AXIS = 24;
const POLICIES = 46;
const LANE = 30;
// Of more figures than this the band alone says what was revised.
const MANY = 300;

/**
 * Draws a series on one axis of time: figures with what was first said, benchmarks, limits, and beneath them the policy events
 * and the episodes of its alerts. `model` is {name, points, everything, benchmarks, limits, lanes, policies, later, asOf}.
 * Answers {element, scaleX, scaleY, plot} so that a read-out can be laid over it.
 */
export function seriesChart(model, { width, height, title }) {
  const wide = width >= 620;
  const left = 46;
  const right = wide ? Math.min(190, Math.max(...endTexts(model).map((text) => text.length), 6) * 6.3 + 22) : 14;
  const plotWidth = width - left - right;
  const [from, to] = spanOfTime(model);
  const x = linear([from, to], [left, left + plotWidth]);
  const bottom = TOP + height;
  const domain = spanOfValues(model);
  const y = linear(domain, [bottom, TOP]);
  const policiesTop = bottom + AXIS;
  const lanesTop = policiesTop + (model.policies.length ? POLICIES : 0);
  const total = lanesTop + model.lanes.length * LANE + 8;

  const root = s('svg', { class: 'chart', viewBox: `0 0 ${width} ${total}`, width, height: total, 'aria-hidden': 'true' }, title ? s('title', {}, title) : undefined);
  const frame = { x, y, left, right: left + plotWidth, top: TOP, bottom, wide, domain };

  root.append(axes(frame, [from, to], plotWidth, total, model));
  if (model.asOf) {
    root.append(asOfLine(frame, model.asOf, total));
  }
  if (model.later) {
    root.append(s('path', { class: 'later', d: line(model.later.filter(isExact), x, y) }));
  }
  root.append(limits(frame, model.limits));
  model.benchmarks.forEach((benchmark, index) => root.append(benchmarkLine(frame, benchmark, index)));
  root.append(band(frame, model.points), figures(frame, model.points), firsts(frame, model.points));
  if (wide) {
    root.append(endLabels(frame, model));
  }
  if (model.policies.length) {
    root.append(policyMarks(frame, model.policies, policiesTop));
  }
  model.lanes.forEach((lane, index) => root.append(laneBands(frame, lane, lanesTop + index * LANE, plotWidth)));
  return { element: root, x, y, top: TOP, bottom: total - 6, left, right: left + plotWidth };
}

function spanOfTime({ everything, benchmarks, lanes, policies }) {
  const own = everything.length ? everything : benchmarks.flatMap((benchmark) => benchmark.points);
  let from = Math.min(...own.map((point) => point.from));
  let to = Math.max(...own.map((point) => point.to));
  for (const event of policies) {
    to = Math.max(to, time(event.end ?? event.start));
  }
  for (const span of lanes.flatMap((lane) => lane.spans)) {
    to = Math.max(to, periodSpan(span.period)?.to ?? to);
  }
  if (!Number.isFinite(from)) {
    from = Date.UTC(2020, 0, 1);
    to = Date.UTC(2025, 0, 1);
  }
  const air = (to - from) * 0.01;
  return [from - air, to + air];
}

function spanOfValues({ everything, points, benchmarks, limits }) {
  const values = [...everything, ...points].flatMap((point) => [point.value, point.first?.value]);
  benchmarks.forEach((benchmark) => benchmark.points.forEach((point) => values.push(point.value)));
  const known = values.filter((value) => typeof value === 'number');
  if (!known.length) {
    return [0, 1];
  }
  const [low, high] = padded(known);
  const reach = (high - low) * 0.35;
  // A limit that is far from everything would flatten the figures: it stays outside and is named.
  const near = limits.map((limit) => limit.value).filter((value) => typeof value === 'number' && value >= low - reach && value <= high + reach);
  return near.length ? [Math.min(low, ...near.map((value) => value - reach * 0.1)), Math.max(high, ...near.map((value) => value + reach * 0.1))] : [low, high];
}

function axes({ x, y, left, right, top, bottom, domain }, span, plotWidth, total, model) {
  const group = s('g', { class: 'axes' });
  for (const tick of ticks(domain, Math.max(3, Math.round((bottom - top) / 56)))) {
    group.append(
      s('line', { class: tick === 0 ? 'zero' : 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }),
      s('text', { class: 'tick', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, number(tick, 6)),
    );
  }
  const lower = model.policies.length || model.lanes.length ? total - 6 : bottom;
  for (const tick of timeTicks(span, plotWidth)) {
    const middle = x(Math.min((tick.at + tick.until) / 2, span[1]));
    if (middle > left + 8 && middle < right - 4) {
      group.append(s('text', { class: 'tick', x: middle, y: bottom + 16, 'text-anchor': 'middle' }, tick.label));
    }
    if (x(tick.at) >= left) {
      group.append(s('line', { class: 'grid faint', x1: x(tick.at), x2: x(tick.at), y1: bottom, y2: lower }));
    }
  }
  group.append(s('line', { class: 'base', x1: left, x2: right, y1: bottom, y2: bottom }));
  return group;
}

function asOfLine({ x, left, right, top }, asOf, total) {
  const at = x(time(asOf));
  if (at < left || at > right) {
    return s('g', {});
  }
  const early = at > (left + right) / 2;
  return s(
    'g',
    { class: 'as-of-line' },
    s('rect', { class: 'to-come', x: at, y: top, width: right - at, height: total - top - 6 }),
    s('line', { x1: at, x2: at, y1: top - 8, y2: total - 6 }),
    s('text', { x: early ? at - 5 : at + 5, y: top + 2, 'text-anchor': early ? 'end' : 'start' }, `as of ${asOf}`),
  );
}

function line(points, x, y) {
  return points.map((point, index) => `${index ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join('');
}

function end(point, x, y) {
  return `L${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`;
}

// A line leads only from one known figure to the next: over a gap, a bound or to a figure that is not final it is dashed.
function figures({ x, y, top, bottom }, points) {
  const group = s('g', { class: 'figures' });
  const known = points.filter((point) => typeof point.value === 'number');
  let hard = '';
  let dashed = '';
  known.forEach((point, index) => {
    const before = known[index - 1];
    if (before) {
      const gap = point.from - before.to > 86_400_000;
      const soft = isSoft(point) || isSoft(before) || !isExact(point) || !isExact(before) || gap;
      if (soft) {
        dashed += line([before, point], x, y);
      } else {
        hard += hard.endsWith(end(before, x, y)) ? line([before, point], x, y).replace(/^M[^L]+/, '') : line([before, point], x, y);
      }
    }
  });
  group.append(s('path', { class: 'figure-line', d: hard }), s('path', { class: 'figure-line soft', d: dashed }));
  known.forEach((point) => {
    if (isBreak(point)) {
      group.append(s('path', { class: 'break', d: `M${x(point.from) - 2} ${y(point.value) + 9} l4 -18 m3 0 l-4 18` }));
    }
  });
  const many = known.length > 120;
  known.forEach((point) => {
    if (isExact(point)) {
      if (!many) {
        group.append(s('circle', { class: isSoft(point) ? 'figure soft' : 'figure', cx: x(point.at), cy: y(point.value), r: 3.2 }));
      }
    } else {
      group.append(s('path', { class: 'bound', d: arrow(point, x(point.at), y(point.value), top, bottom) }));
    }
  });
  return group;
}

/** A bound: a cap at the value, and an arrow to where the true value is. */
export function arrow(point, x, y, top = -Infinity, bottom = Infinity) {
  const up = point.comparator.startsWith('>');
  const tip = up ? Math.max(top + 2, y - 26) : Math.min(bottom - 2, y + 26);
  const back = up ? 6 : -6;
  return `M${x - 6} ${y}H${x + 6}M${x} ${y}V${tip}M${x - 4} ${tip + back}L${x} ${tip}L${x + 4} ${tip + back}`;
}

function firsts({ x, y, top, bottom }, points) {
  const group = s('g', { class: 'firsts' });
  if (points.length > MANY) {
    return group;
  }
  for (const point of points) {
    const first = firstSaid(point);
    if (first?.comparator) {
      group.append(s('path', { class: 'first-bound', d: arrow(first, x(point.at), y(first.value), top, bottom) }));
    } else if (first) {
      group.append(s('circle', { class: 'first', cx: x(point.at), cy: y(first.value), r: 3.2 }));
    }
  }
  return group;
}

// Between what was first said and what is said now, where both are figures, period after period.
function band({ x, y }, points) {
  const group = s('g', { class: 'bands' });
  let run = [];
  const close = () => {
    if (run.length > 1) {
      const upper = run.map((point) => ({ at: point.at, value: point.value }));
      const lower = run.map((point) => ({ at: point.at, value: point.first?.comparator ? point.value : (point.first?.value ?? point.value) })).reverse();
      group.append(s('path', { class: 'band', d: `${line(upper, x, y)}${line(lower, x, y).replace('M', 'L')}Z` }));
    }
    run = [];
  };
  for (const point of points) {
    if (isExact(point)) {
      run.push(point);
      const first = firstSaid(point);
      if (first && points.length <= MANY) {
        group.append(s('line', { class: 'between', x1: x(point.at), x2: x(point.at), y1: y(first.value), y2: y(point.value) }));
      }
    } else {
      close();
    }
  }
  close();
  return group;
}

function benchmarkLine({ x, y }, benchmark, index) {
  const known = benchmark.points.filter(isExact);
  return s('g', { class: `benchmark benchmark-${index % 4}` }, s('path', { d: line(known, x, y) }), known.length === 1 ? s('circle', { cx: x(known[0].at), cy: y(known[0].value), r: 2.5 }) : undefined);
}

function limits({ x, y, left, right, top, bottom, domain }, lines) {
  const group = s('g', { class: 'limits' });
  for (const limit of lines) {
    if (limit.points) {
      group.append(s('path', { class: 'limit', d: line(limit.points, x, y) }));
    } else if (limit.value >= domain[0] && limit.value <= domain[1]) {
      group.append(s('line', { class: 'limit', x1: left, x2: right, y1: y(limit.value), y2: y(limit.value) }));
      if (typeof limit.clear === 'number' && limit.clear >= domain[0] && limit.clear <= domain[1]) {
        group.append(
          s('rect', { class: 'hysteresis', x: left, width: right - left, y: Math.min(y(limit.value), y(limit.clear)), height: Math.abs(y(limit.value) - y(limit.clear)) }),
          s('line', { class: 'limit clear', x1: left, x2: right, y1: y(limit.clear), y2: y(limit.clear) }),
        );
      }
    }
  }
  return group;
}

function lastOf(points) {
  return points.filter((point) => typeof point.value === 'number').at(-1);
}

function endTexts(model) {
  const last = lastOf(model.points);
  return [
    ...(last ? [`${model.name} ${figure(last, 4)}`] : []),
    ...model.benchmarks.map((benchmark) => `${benchmark.name} ${figure(lastOf(benchmark.points), 4)}`),
    ...model.limits.map((limit) => limit.label),
  ];
}

function endLabels({ y, right, top, bottom, domain }, model) {
  const labels = [];
  const last = lastOf(model.points);
  if (last) {
    labels.push({ y: y(last.value), text: `${model.name} ${figure(last, 4)}`, class: 'end own' });
  }
  model.benchmarks.forEach((benchmark, index) => {
    const end = lastOf(benchmark.points);
    if (end) {
      labels.push({ y: y(end.value), text: `${benchmark.name} ${figure(end, 4)}`, class: `end end-${index % 4}` });
    }
  });
  model.limits.forEach((limit) => {
    const value = limit.points ? limit.points.at(-1)?.value : limit.value;
    if (typeof value === 'number' && value >= domain[0] && value <= domain[1]) {
      labels.push({ y: y(value), text: limit.label, class: 'end end-limit' });
    }
  });
  apart(labels, 15, [top, bottom]);
  return s(
    'g',
    {},
    labels.map((label) => s('text', { class: label.class, x: right + 10, y: label.y + 4 }, clipped(label.text, 180))),
  );
}

function policyMarks({ x, left, right }, policies, top) {
  const group = s('g', { class: 'policies' }, s('text', { class: 'lane-name', x: left, y: top + 10 }, 'Policy events'));
  const columns = new Map();
  for (const event of policies) {
    const at = (time(event.start) + time(event.end ?? event.start)) / 2;
    const column = Math.round(x(at) / 9);
    if (x(at) < left || x(at) > right + 6) {
      continue;
    }
    columns.set(column, [...(columns.get(column) ?? []), event]);
  }
  for (const [column, events] of columns) {
    const shown = events.length > 3 ? events.slice(0, 2) : events;
    shown.forEach((event, index) => {
      group.append(
        s('path', { class: `mark-${event.stance ?? 'neutral'} policy`, transform: `translate(${column * 9 - 4} ${top + POLICIES - 14 - index * 9}) scale(0.5)`, d: shape(event.stance ?? 'neutral') }, s('title', {}, `${event.occurred} ${event.title}`)),
      );
    });
    if (shown.length < events.length) {
      group.append(s('text', { class: 'more', x: column * 9, y: top + POLICIES - 24, 'text-anchor': 'middle' }, `+${events.length - shown.length}`));
    }
  }
  group.append(s('line', { class: 'base', x1: left, x2: right, y1: top + POLICIES - 4, y2: top + POLICIES - 4 }));
  return group;
}

function laneBands({ x, left, right }, lane, top, plotWidth) {
  const retracted = lane.spans.filter((span) => span.state === 'retracted').length;
  const name = `${lane.title}${retracted ? ' (hollow: retracted, it never happened)' : ''}`;
  const group = s('g', { class: 'lane' }, s('text', { class: 'lane-name', x: left, y: top + 12 }, clipped(name, plotWidth, 5.7)));
  for (const span of lane.spans) {
    const start = periodSpan(span.since);
    const end = periodSpan(span.period);
    if (!start || !end || x(end.to) <= left) {
      continue;
    }
    const at = Math.max(left, x(start.from) + 1);
    const until = Math.max(at + 4, Math.min(right, x(end.to) - 1));
    group.append(s('rect', { class: `episode episode-${span.severity} episode-${span.state}${span.certainty === 'possible' ? ' episode-possible' : ''}`, x: at, y: top + 17, width: until - at, height: 8, rx: 2 }, s('title', {}, span.message)));
    if (span.state === 'open') {
      group.append(s('path', { class: `episode-${span.severity} episode-on`, d: `M${until + 1} ${top + 17} l5 4 l-5 4 Z` }));
    }
    if (span.state === 'retracted') {
      group.append(s('line', { class: 'struck', x1: at - 3, x2: until + 3, y1: top + 21, y2: top + 21 }));
    }
  }
  return group;
}
