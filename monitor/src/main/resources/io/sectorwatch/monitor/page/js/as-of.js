import { list } from './api.js';
import { h, put, s } from './dom.js';
import { day, plural, span, daysBetween, today } from './format.js';
import { change, current } from './router.js';

const STEP_MS = 1000;

/** The place of a day among the days of news: the last one not later; one behind the last is now. */
export function placeOf(days, asOf) {
  if (!asOf) {
    return days.length;
  }
  let place = -1;
  days.forEach((known, index) => {
    if (known <= asOf) {
      place = index;
    }
  });
  return place;
}

/** The days on which something became known. */
export async function daysOfNews() {
  const { items } = await list(['releases'], 'releases', {}, 5000);
  return [...new Set(items.map((release) => day(release.published)))].sort();
}

/** The bar that takes the whole page back to a day, in steps of the days on which something became known. */
export function asOfBar(place) {
  let days = [];
  let playing;
  let asOf;

  const slider = h('input', { type: 'range', id: 'as-of-slider', min: 0, max: 0, step: 1, 'aria-label': 'Day as of which everything is shown' });
  const typed = h('input', { type: 'text', id: 'as-of-day', size: 10, maxlength: 10, inputmode: 'numeric', placeholder: 'yyyy-mm-dd', autocomplete: 'off', 'aria-label': 'Day, as yyyy-mm-dd' });
  const back = h('button', { type: 'button', class: 'plain', 'aria-label': 'One step back: the day before on which something became known', title: 'Step back', onclick: () => step(-1) }, icon('M10 3 L4 8 L10 13'));
  const on = h('button', { type: 'button', class: 'plain', 'aria-label': 'One step on: the next day on which something became known', title: 'Step on', onclick: () => step(1) }, icon('M6 3 L12 8 L6 13'));
  const play = h('button', { type: 'button', class: 'plain', onclick: () => (playing ? stop() : start()) });
  const now = h('button', { type: 'button', class: 'now', onclick: () => go(undefined) }, 'Now');
  const years = s('svg', { class: 'years', 'aria-hidden': 'true', height: 16 });
  const banner = h('p', { class: 'past', role: 'status', hidden: true });

  put(
    place,
    h('div', { class: 'as-of-bar' }, h('label', { for: 'as-of-day', class: 'as-of-name' }, 'As of'), typed, back, play, on, h('div', { class: 'slide' }, slider, years), now),
    banner,
  );
  slider.addEventListener('input', () => go(days[Number(slider.value)]));
  typed.addEventListener('change', () => {
    const text = typed.value.trim();
    const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    typed.setAttribute('aria-invalid', String(Boolean(text) && !valid && text !== 'now'));
    if (valid) {
      go(text);
    } else if (!text || text === 'now') {
      go(undefined);
    }
  });

  function icon(path, filled) {
    return s('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', class: filled ? 'icon filled' : 'icon' }, s('path', { d: path }));
  }

  function go(to) {
    change({ 'as-of': to }, { inPlace: true });
  }

  function step(by) {
    const at = placeOf(days, asOf);
    // Between two days of news the step back leads to the one before.
    const between = asOf && days[at] !== asOf;
    const to = Math.max(0, Math.min(days.length, by < 0 && between ? at : at + by));
    go(days[to]);
  }

  function start() {
    if (placeOf(days, asOf) >= days.length) {
      go(days[Math.max(0, days.length - 40)]);
    }
    playing = setInterval(() => {
      if (document.getElementById('content').getAttribute('aria-busy') === 'true') {
        return;
      }
      step(1);
      if (!current().query['as-of']) {
        stop();
      }
    }, STEP_MS);
    draw(asOf);
  }

  function stop() {
    clearInterval(playing);
    playing = undefined;
    draw(asOf);
  }

  function drawYears() {
    const marks = [];
    let lastAt = -100;
    days.forEach((known, index) => {
      const at = (index / Math.max(1, days.length)) * 100;
      if ((index === 0 || known.slice(0, 4) !== days[index - 1].slice(0, 4)) && at - lastAt > 9 && at < 94) {
        marks.push(s('text', { x: `${at}%`, y: 12 }, known.slice(0, 4)));
        lastAt = at;
      }
    });
    put(years, marks);
  }

  function draw(to) {
    asOf = to;
    const at = placeOf(days, asOf);
    slider.max = String(days.length);
    slider.value = String(Math.max(0, at));
    slider.disabled = days.length === 0;
    slider.setAttribute('aria-valuetext', asOf ?? 'now');
    if (document.activeElement !== typed || asOf) {
      typed.value = asOf ?? '';
    }
    typed.placeholder = asOf ? 'yyyy-mm-dd' : today();
    back.disabled = at <= 0;
    on.disabled = !asOf;
    now.disabled = !asOf;
    put(play, playing ? icon('M5 3 V13 M11 3 V13') : icon('M5 3 L13 8 L5 13 Z', true));
    play.setAttribute('aria-label', playing ? 'Stop' : 'Play: day after day on which something became known');
    play.title = playing ? 'Stop' : 'Play';
    place.classList.toggle('in-past', Boolean(asOf));
    banner.hidden = !asOf;
    if (asOf) {
      const later = days.length - 1 - at;
      put(
        banner,
        h('strong', {}, `You see what was known on ${asOf}`),
        asOf > today() ? ', a day to come. ' : `, ${span(daysBetween(asOf, today()))} ago. `,
        later > 0 ? `What became known on ${plural(later, 'later day')} is left out. ` : 'Nothing became known since. ',
        h('button', { type: 'button', class: 'linkish', onclick: () => go(undefined) }, 'Back to now'),
      );
    }
  }

  async function renew() {
    try {
      days = await daysOfNews();
      drawYears();
      draw(asOf);
    } catch {
      // Without the days one can still be typed.
    }
  }

  renew();
  return { draw, renew };
}
