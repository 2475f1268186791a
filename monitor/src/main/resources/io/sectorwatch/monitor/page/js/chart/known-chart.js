import { s } from '../dom.js';
import { figure, number, day } from '../format.js';
import { shape } from '../parts/mark.js';
import { holdsAbove, limitOf, limitSign } from '../rules/rule-words.js';
import { arrow } from './series-chart.js';
import { apart, linear, padded, ticks, time, timeTicks } from './scales.js';

/**
 * Draws what an alert rested on as it was known at each time, against the limit: a step for each transition, held until the
 * next one. The side on which the condition holds is tinted.
 */
export function knownChart(transitions, { width, until, unit = '' }) {
  const height = 190;
  const left = 50;
  const wide = width > 560;
  const right = width - (wide ? 96 : 16);
  const top = 22;
  const bottom = top + height;
  const known = transitions.filter((transition) => typeof transition.measure?.value === 'number');
  const root = s('svg', { class: 'chart', viewBox: `0 0 ${width} ${bottom + 28}`, width, height: bottom + 28, 'aria-hidden': 'true' });
  if (!known.length) {
    return root;
  }
  const times = known.map((transition) => time(transition.decidedAt));
  const closed = ['CLEARED', 'RETRACTED'].includes(known.at(-1).transition);
  const first = times[0];
  const last = closed ? times.at(-1) : Math.max(times.at(-1), time(until));
  const width_ = Math.max(last - first, 30 * 86_400_000);
  const span = [first - width_ * 0.08, last + width_ * (closed ? 0.16 : 0.04)];
  const x = linear(span, [left, right]);
  const limits = known.map((transition) => limitOf(transition.limit)).filter(Boolean);
  const limit = limits.at(-1);
  const clears = known.map((transition) => transition.limit?.clear).filter((value) => typeof value === 'number');
  const domain = tight([...known.map((transition) => transition.measure.value), ...limits.map(({ value }) => value), ...clears]);
  const y = linear(domain, [bottom, top]);

  for (const tick of ticks(domain, 4)) {
    root.append(s('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }), s('text', { class: 'tick', x: left - 8, y: y(tick) + 4, 'text-anchor': 'end' }, number(tick, 6)));
  }
  if (limit) {
    const above = holdsAbove(known.at(-1).limit);
    const at = y(limit.value);
    root.append(s('rect', { class: 'holds', x: left, width: right - left, y: above ? top : at, height: Math.max(0, above ? at - top : bottom - at) }));
    if (typeof limit.clear === 'number') {
      root.append(s('line', { class: 'limit clear', x1: left, x2: right, y1: y(limit.clear), y2: y(limit.clear) }));
    }
    root.append(s('line', { class: 'limit', x1: left, x2: right, y1: at, y2: at }));
  }
  for (const tick of timeTicks(span, right - left)) {
    if (x(tick.at) >= left && x(tick.at) <= right) {
      root.append(s('line', { class: 'grid faint', x1: x(tick.at), x2: x(tick.at), y1: top, y2: bottom }), s('text', { class: 'tick', x: x(tick.at), y: bottom + 18, 'text-anchor': 'middle' }, tick.label));
    }
  }
  root.append(s('line', { class: 'base', x1: left, x2: right, y1: bottom, y2: bottom }));

  let path = '';
  known.forEach((transition, index) => {
    const at = x(times[index]);
    const next = index + 1 < known.length ? x(times[index + 1]) : closed ? right : x(last);
    path += `${index ? 'L' : 'M'}${at} ${y(transition.measure.value)}H${next}`;
  });
  root.append(s('path', { class: closed ? 'known closed' : 'known', d: path }));
  const labels = [];
  known.forEach((transition, index) => {
    const at = x(times[index]);
    const value = y(transition.measure.value);
    if (transition.measure.comparator) {
      root.append(s('path', { class: 'bound', d: arrow(transition.measure, at, value, top, bottom) }));
    }
    root.append(
      s('circle', { class: 'dot', cx: at, cy: value, r: 8 }),
      s('path', { class: `mark-${transition.transition}`, transform: `translate(${at - 5} ${value - 5}) scale(0.625)`, d: shape(transition.transition) }),
    );
    labels.push({
      x: at,
      y: value,
      text: figure(transition.measure, 3),
      must: index === known.length - 1 ? 2 : transition.transition === 'UPDATED' ? 0 : 1,
      below: transition.measure.comparator?.startsWith('>') || (closed && index === known.length - 1),
    });
  });
  for (const label of roomy(labels)) {
    const low = label.below && label.y + 30 < bottom;
    root.append(s('text', { class: 'said', x: Math.min(label.x, right - 10), y: label.y + (low ? 24 : -14), 'text-anchor': 'middle' }, label.text));
  }
  if (limit) {
    const label = { y: y(limit.value), text: limitSign(known.at(-1).limit) };
    apart([label], 14, [top, bottom]);
    root.append(
      wide
        ? s('text', { class: 'end end-limit', x: right + 8, y: label.y + 4 }, `limit ${label.text}`)
        : s('text', { class: 'end end-limit', x: right, y: label.y - 6, 'text-anchor': 'end' }, `limit ${label.text}`),
    );
  }
  root.append(s('text', { class: 'tick', x: left, y: 12 }, `as known at each time${unit}`), s('title', {}, `From ${day(known[0].decidedAt)} to ${day(known.at(-1).decidedAt)}`));
  return root;
}

// Of labels that would cover each other the more telling one stays.
function roomy(labels) {
  const kept = [];
  for (const label of [...labels].sort((a, b) => b.must - a.must || b.x - a.x)) {
    if (kept.every((other) => Math.abs(other.x - label.x) > 48 || Math.abs(other.y - label.y) > 34)) {
      kept.push(label);
    }
  }
  return kept;
}

// Steps of a revision are small beside their figure: the axis need not begin at zero.
function tight(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = (high - low || Math.abs(high) * 0.1 || 1) * 0.35;
  return low >= 0 && low - air < 0 ? [0, padded(values)[1]] : [low - air, high + air];
}
