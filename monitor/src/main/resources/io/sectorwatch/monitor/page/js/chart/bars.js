import { s } from '../dom.js';
import { STANCES } from '../words.js';

/** The policy events of one area as bars, one for each year from `first` to `last`, stances upon each other. */
export function bars(events, { first, last, most, width, height = 46 }) {
  const years = last - first + 1;
  const step = width / years;
  const base = height - 14;
  const root = s('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
  for (let year = first; year <= last; year++) {
    const of = events.filter((event) => Number(event.occurred.slice(0, 4)) === year);
    let top = base;
    for (const stance of STANCES) {
      const count = of.filter((event) => (event.stance ?? 'neutral') === stance).length;
      if (count) {
        const tall = (count / most) * (base - 3);
        top -= tall;
        root.append(s('rect', { class: `mark-${stance}`, x: (year - first) * step + 1, y: top, width: Math.max(2, step - 2), height: Math.max(1.5, tall - 0.6) }, s('title', {}, `${year}: ${count} ${stance}`)));
      }
    }
  }
  root.append(
    s('line', { class: 'base', x1: 0, x2: width, y1: base + 0.5, y2: base + 0.5 }),
    s('text', { class: 'tick', x: 0, y: height - 2 }, String(first)),
    s('text', { class: 'tick', x: width, y: height - 2, 'text-anchor': 'end' }, String(last)),
  );
  return root;
}
