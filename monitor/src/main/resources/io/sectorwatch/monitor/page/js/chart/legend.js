import { h, s } from '../dom.js';
import { firstSaid, isBreak, isExact, isSoft } from './series-model.js';

function swatch(...shapes) {
  return s('svg', { class: 'chart swatch', viewBox: '0 0 30 14', width: 30, height: 14, 'aria-hidden': 'true' }, shapes);
}

/** What the signs of a picture mean; only those that are in it. */
export function legend(model, unit) {
  const entries = [];
  const has = (test) => model.points.some(test);
  entries.push([swatch(s('path', { class: 'figure-line', d: 'M1 7H29' }), s('circle', { class: 'figure', cx: 15, cy: 7, r: 3.2 })), `${model.name}${unit ? `, ${unit}` : ''}${model.asOf ? ', as it was said then' : ', as it is said now'}`]);
  if (has(isSoft)) {
    entries.push([swatch(s('path', { class: 'figure-line soft', d: 'M1 7H29' }), s('circle', { class: 'figure soft', cx: 15, cy: 7, r: 3.2 })), 'provisional or estimated']);
  }
  if (has((point) => firstSaid(point) && !firstSaid(point).comparator)) {
    entries.push([swatch(s('path', { class: 'band', d: 'M1 2L29 4V12L1 10Z' }), s('circle', { class: 'first', cx: 15, cy: 10, r: 3.2 })), 'what was first said, and how far it was revised']);
  }
  if (has((point) => firstSaid(point)?.comparator) ) {
    entries.push([swatch(s('path', { class: 'first-bound', d: 'M9 12H21M15 12V2M11 6L15 2L19 6' })), 'first said only as a bound']);
  }
  if (has((point) => typeof point.value === 'number' && !isExact(point))) {
    entries.push([swatch(s('path', { class: 'bound', d: 'M9 12H21M15 12V2M11 6L15 2L19 6' })), 'a bound: the true value lies that way']);
  }
  if (has(isBreak)) {
    entries.push([swatch(s('path', { class: 'break', d: 'M12 12l3 -10m3 0l-3 10' })), 'break in the series']);
  }
  model.benchmarks.forEach((benchmark, index) => entries.push([swatch(s('g', { class: `benchmark benchmark-${index % 4}` }, s('path', { d: 'M1 7H29' }))), benchmark.name]));
  if (model.limits.length) {
    entries.push([swatch(s('line', { class: 'limit', x1: 1, x2: 29, y1: 7, y2: 7 })), 'limit of a rule']);
  }
  if (model.later) {
    entries.push([swatch(s('path', { class: 'later', d: 'M1 7H29' })), 'as it is said today']);
  }
  if (model.lanes.length) {
    entries.push([swatch(s('rect', { class: 'episode episode-warning', x: 2, y: 3, width: 24, height: 8, rx: 2 })), 'periods of an alert']);
  }
  return h('ul', { class: 'legend', 'aria-label': 'Legend' }, entries.map(([sign, words]) => h('li', {}, sign, h('span', {}, words))));
}
