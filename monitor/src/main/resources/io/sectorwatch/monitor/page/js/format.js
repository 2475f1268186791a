// Numbers and days are written here, and not by the browser, so that every reader sees the same.

const THIN = '\u202f';
const MINUS = '\u2212';

function grouped(digits) {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

/** A number with at most `digits` significant ones: 2.5773, 44 424.6, −0.0131. */
export function number(value, digits = 5) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return '–';
  }
  const magnitude = Math.abs(value);
  const rounded = magnitude >= 10 ** digits ? Math.round(magnitude) : Number(magnitude.toPrecision(digits));
  const text = String(rounded);
  const sign = value < 0 && rounded !== 0 ? MINUS : '';
  if (text.includes('e')) {
    return sign + text;
  }
  const [whole, fraction] = text.split('.');
  return sign + grouped(whole) + (fraction ? `.${fraction}` : '');
}

/** A change, with its sign. */
export function signed(value, digits = 3) {
  const text = number(value, digits);
  return value > 0 ? `+${text}` : text;
}

const BOUNDS = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };
const BOUND_WORDS = { '>': 'more than', '>=': 'at least', '<': 'less than', '<=': 'at most' };

/** A figure with its comparator: > 2.6. */
export function figure(of, digits) {
  if (!of || of.value === null || of.value === undefined) {
    return 'withdrawn';
  }
  const bound = of.comparator ? `${BOUNDS[of.comparator] ?? of.comparator}\u00a0` : '';
  return bound + number(of.value, digits);
}

/** A figure as it is spoken: more than 2.6. */
export function spokenFigure(of, digits) {
  if (!of || of.value === null || of.value === undefined) {
    return 'withdrawn';
  }
  return (of.comparator ? `${BOUND_WORDS[of.comparator] ?? of.comparator} ` : '') + number(of.value, digits);
}

/** The unit in words: % of GDP. */
export function unitWords(unit) {
  if (!unit) {
    return '';
  }
  return unit.startsWith('percent') ? ('%' + unit.slice('percent'.length).replaceAll('-', ' ')).replace('gdp', 'GDP') : unit.replaceAll('-', ' ');
}

/** What stands behind a number: % where it is a percentage, else nothing. */
export function unitSign(unit) {
  return unit?.startsWith('percent') ? '\u00a0%' : '';
}

/** A figure with its sign: > 2.6 %. */
export function measured(of, unit, digits) {
  const text = figure(of, digits);
  return text === 'withdrawn' ? text : text + unitSign(unit);
}

/** The day of a moment: 2024-02-23. */
export function day(moment) {
  return moment ? String(moment).slice(0, 10) : '–';
}

/** The moment to the minute, or the day where it is midnight. */
export function moment(text) {
  const time = String(text).slice(11, 16);
  return time && time !== '00:00' ? `${day(text)} ${time}` : day(text);
}

const DAY = 86_400_000;

/** Days between two moments. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(day(to)) - Date.parse(day(from))) / DAY);
}

/** A number of days, in the words one would use. */
export function span(days) {
  if (days < 1) {
    return 'less than a day';
  }
  if (days < 61) {
    return days === 1 ? 'one day' : `${days} days`;
  }
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months` : `${number(Math.round(days / 36.525) / 10)} years`;
}

export function plural(count, one, many = `${one}s`) {
  return `${number(count, 9)} ${count === 1 ? one : many}`;
}

/** Today, UTC. */
export function today() {
  return new Date().toISOString().slice(0, 10);
}

/** The hour and minute of the reader's own clock. */
export function clock(date) {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
