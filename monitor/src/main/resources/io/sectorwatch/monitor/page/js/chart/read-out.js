import { h, put, s } from '../dom.js';
import { day, figure, measured, spokenFigure, unitSign } from '../format.js';
import { mark } from '../parts/mark.js';
import { sourceWords, statusWords } from '../words.js';
import { time } from './scales.js';

/**
 * A read-out of one period after the other, by pointer and by arrow keys: {panel, over(drawn, width)}, where `over` lays it over
 * a drawn chart.
 */
export function readOut(model, vintages, unit, begin) {
  const periods = model.points;
  let at = Math.max(0, begin ? periods.findIndex((point) => point.period === begin) : periods.length - 1);
  const panel = h('div', { class: 'read-out', 'aria-live': 'polite' });

  function benchmarkAt(benchmark, point) {
    return benchmark.points.find((other) => other.period === point.period);
  }

  function words(point) {
    const soft = statusWords(point.status);
    return `${point.period}: ${spokenFigure(point)}${unitSign(unit)}${soft ? `, ${soft}` : ''}`;
  }

  function draw() {
    const point = periods[at];
    if (!point) {
      put(panel, h('p', { class: 'quiet' }, 'Nothing was known.'));
      return;
    }
    const said = vintages.get(point.period) ?? [];
    const events = model.policies.filter((event) => time(event.start) >= point.from && time(event.start) < point.to);
    put(
      panel,
      h('h3', {}, point.period),
      h('dl', {}, [
        h('dt', { class: 'own' }, model.name),
        h('dd', {}, h('strong', {}, measured(point, unit)), h('span', { class: 'quiet small block' }, [statusWords(point.status), sourceWords(point.source), day(point.published)].filter(Boolean).join(', '))),
        ...model.benchmarks.flatMap((benchmark, index) => {
          const other = benchmarkAt(benchmark, point);
          return other ? [h('dt', { class: `end-${index % 4}` }, benchmark.name), h('dd', {}, measured(other, unit))] : [];
        }),
      ]),
      said.length > 1
        ? h(
            'div',
            {},
            h('p', { class: 'small quiet' }, 'Said, one after the other:'),
            h('ol', { class: 'vintages' }, said.map((vintage) => h('li', { class: vintage.state === 'void' ? 'void' : vintage.id === point.id ? 'stands' : undefined }, h('span', { class: 'said' }, figure(vintage)), ` ${day(vintage.published)}`, h('span', { class: 'quiet' }, ` ${vintage.source}`)))),
          )
        : undefined,
      events.length
        ? h('div', {}, h('p', { class: 'small quiet' }, 'Policy events:'), h('ul', { class: 'events' }, events.slice(0, 5).map((event) => h('li', {}, mark(event.stance ?? 'neutral', 10), ` ${event.title}`)), events.length > 5 ? h('li', { class: 'quiet' }, `and ${events.length - 5} more, in the table below`) : undefined))
        : undefined,
    );
  }

  function over(drawn, width) {
    const guide = s('line', { class: 'guide', y1: drawn.top, y2: drawn.bottom });
    const ring = s('circle', { class: 'ring', r: 7 });
    drawn.element.append(guide, ring);
    const control = h(
      'div',
      { class: 'chart-control', id: 'chart-control', tabindex: 0, role: 'slider', 'aria-label': 'Period; the arrow keys go from one to the next', 'aria-valuemin': 0, 'aria-valuemax': Math.max(0, periods.length - 1) },
      drawn.element,
    );
    const place = () => {
      const point = periods[at];
      const there = point && typeof point.value === 'number';
      guide.setAttribute('visibility', point ? 'visible' : 'hidden');
      ring.setAttribute('visibility', there ? 'visible' : 'hidden');
      if (point) {
        guide.setAttribute('x1', drawn.x(point.at));
        guide.setAttribute('x2', drawn.x(point.at));
        control.setAttribute('aria-valuenow', at);
        control.setAttribute('aria-valuetext', words(point));
      } else {
        control.setAttribute('aria-valuenow', 0);
        control.setAttribute('aria-valuetext', 'nothing was known');
      }
      if (there) {
        ring.setAttribute('cx', drawn.x(point.at));
        ring.setAttribute('cy', drawn.y(point.value));
      }
    };
    const to = (next) => {
      const bounded = Math.max(0, Math.min(periods.length - 1, next));
      if (bounded !== at) {
        at = bounded;
        place();
        draw();
      }
    };
    control.addEventListener('pointermove', (event) => {
      const box = drawn.element.getBoundingClientRect();
      const moment = drawn.x.back(((event.clientX - box.left) / box.width) * width);
      let nearest = 0;
      periods.forEach((point, index) => {
        if (Math.abs(point.at - moment) < Math.abs(periods[nearest].at - moment)) {
          nearest = index;
        }
      });
      to(nearest);
    });
    control.addEventListener('keydown', (event) => {
      const keys = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: periods.length - 1, PageDown: at - 5, PageUp: at + 5 };
      if (event.key in keys) {
        event.preventDefault();
        to(keys[event.key]);
      }
    });
    place();
    return control;
  }

  draw();
  return { panel, over };
}
