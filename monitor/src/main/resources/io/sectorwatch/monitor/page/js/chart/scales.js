// Scales and ticks: pure functions from data to pixels.

/** A linear scale from a domain to a range. */
export function linear([from, to], [start, end]) {
  const width = to - from || 1;
  const scale = (value) => start + ((value - from) / width) * (end - start);
  scale.back = (at) => from + ((at - start) / (end - start || 1)) * width;
  return scale;
}

/** About `count` round numbers within a domain. */
export function ticks([from, to], count) {
  const rough = (to - from) / Math.max(1, count);
  if (!(rough > 0)) {
    return [from];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((by) => by * power).find((by) => by >= rough);
  const first = Math.ceil(from / step - 1e-9);
  const found = [];
  for (let index = first; index * step <= to + step * 1e-9; index++) {
    found.push(Number((index * step).toPrecision(12)));
  }
  return found;
}

/** A domain with air around it. Zero is in it where it is near, and never crossed by air alone. */
export function padded(values, air = 0.08) {
  const from = Math.min(...values);
  const to = Math.max(...values);
  const width = to - from || Math.abs(to) || 1;
  const low = from - width * air;
  const nearZero = from >= 0 && from < width * 0.3;
  return [nearZero ? 0 : from >= 0 ? Math.max(0, low) : low, to + width * air];
}

export function time(day) {
  return Date.parse(String(day).slice(0, 10));
}

const YEAR_MS = 31_556_952_000;

/** Ticks of a time axis: {at, label, until} with `until` where the labelled year or month ends. */
export function timeTicks([from, to], width) {
  const years = (to - from) / YEAR_MS;
  const room = Math.max(2, Math.floor(width / 54));
  if (years * 12 <= room * 3 && years < 3) {
    const every = [1, 2, 3, 6].find((by) => (years * 12) / by <= room) ?? 6;
    return monthTicks(from, to, every);
  }
  const every = [1, 2, 5, 10, 20, 50, 100].find((by) => years / by <= room) ?? 100;
  const found = [];
  const last = new Date(to).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= last; year++) {
    const at = Date.UTC(year, 0, 1);
    if (year % every === 0 && at <= to && Date.UTC(year + 1, 0, 1) > from) {
      found.push({ at, label: String(year), until: Date.UTC(year + 1, 0, 1) });
    }
  }
  return found;
}

function monthTicks(from, to, every) {
  const found = [];
  const start = new Date(from);
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month++) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) {
      return found;
    }
    if (at >= from && month % every === 0) {
      found.push({ at, label: new Date(at).toISOString().slice(0, 7), until: Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 1) });
    }
  }
}

/** Moves labels apart that would cover each other; `y` of each may change, their order does not. */
export function apart(labels, height, [top, bottom]) {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let free = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, free);
    free = label.y + height;
  }
  let room = bottom;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, room);
    room = label.y - height;
  }
  return labels;
}

/** About as much of a text as a width holds. */
export function clipped(text, width, letter = 6.1) {
  const most = Math.floor(width / letter);
  return text.length <= most ? text : most > 3 ? `${text.slice(0, most - 1)}…` : '';
}
