import { s } from '../dom.js';
import { shape } from '../parts/mark.js';
import { clipped, linear, time, timeTicks } from './scales.js';

const ROW = 17;

/**
 * When alerts stood, on the axis of knowledge: lanes of {name, rows}, a row being {class, spans, marks}. Open ones go on to
 * `until`.
 */
export function stoodChart(lanes, { width, until }) {
  const left = 8;
  const right = width - 12;
  const times = lanes.flatMap((lane) => lane.rows.flatMap((row) => row.spans.flatMap((span) => [time(span.from), time(span.to ?? until)])));
  if (!times.length) {
    return s('svg', { class: 'chart', viewBox: `0 0 ${width} 4`, width, height: 4, 'aria-hidden': 'true' });
  }
  const to = Math.max(...times, time(until));
  const from = Math.min(...times);
  const air = Math.max(to - from, 86_400_000 * 60) * 0.03;
  const x = linear([from - air, to + air * 0.3], [left, right]);
  const heights = lanes.map((lane) => 18 + lane.rows.length * ROW + 4);
  const bottom = heights.reduce((sum, height) => sum + height, 6);
  const root = s('svg', { class: 'chart stood', viewBox: `0 0 ${width} ${bottom + 22}`, width, height: bottom + 22, 'aria-hidden': 'true' });
  for (const tick of timeTicks([from - air, to], right - left)) {
    if (x(tick.at) >= left) {
      root.append(s('line', { class: 'grid faint', x1: x(tick.at), x2: x(tick.at), y1: 0, y2: bottom }));
      if (x(tick.at) > 24) {
        root.append(s('text', { class: 'tick', x: x(tick.at), y: bottom + 15, 'text-anchor': 'middle' }, tick.label));
      }
    }
  }
  let top = 6;
  lanes.forEach((lane, index) => {
    root.append(s('text', { class: 'lane-name', x: left, y: top + 10 }, clipped(lane.name, width - 20, 5.7)));
    lane.rows.forEach((row, at) => root.append(rowOf(row, x, top + 18 + at * ROW, right, until)));
    top += heights[index];
  });
  root.append(s('line', { class: 'base', x1: left, x2: right, y1: bottom, y2: bottom }));
  return root;
}

function rowOf(row, x, y, right, until) {
  const group = s('g', { class: row.class });
  for (const span of row.spans) {
    const at = x(time(span.from));
    const end = Math.max(at + 3, Math.min(right, x(time(span.to ?? until))));
    group.append(s('rect', { class: `episode episode-${span.severity} episode-${span.state}${span.certainty === 'possible' ? ' episode-possible' : ''}`, x: at, y: y + 2, width: end - at, height: 7, rx: 2 }, s('title', {}, span.message ?? '')));
    if (span.state === 'retracted') {
      group.append(s('line', { class: 'struck', x1: at, x2: end, y1: y + 5.5, y2: y + 5.5 }));
    }
  }
  for (const mark of row.marks ?? []) {
    const at = x(time(mark.at));
    if (mark.transition === 'UPDATED') {
      group.append(s('line', { class: 'tell', x1: at, x2: at, y1: y, y2: y + 11 }));
    } else {
      group.append(s('circle', { class: 'dot', cx: at, cy: y + 5.5, r: 6 }), s('path', { class: `mark-${mark.transition}`, transform: `translate(${at - 4.5} ${y + 1}) scale(0.5625)`, d: shape(mark.transition) }, s('title', {}, mark.message ?? '')));
    }
  }
  return group;
}
