import { h, put } from '../dom.js';

/** A place that draws its picture anew whenever its width changes: `draw(width)` answers an element. */
export function fitted(draw, attributes = {}) {
  const place = h('div', { class: 'fitted', ...attributes });
  let width = 0;
  const redraw = () => {
    const now = Math.floor(place.clientWidth);
    if (now > 0 && now !== width) {
      width = now;
      put(place, draw(width));
    }
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(place);
  return {
    place,
    shown: redraw,
    leave: () => observer.disconnect(),
    again: () => {
      width = 0;
      redraw();
    },
  };
}
