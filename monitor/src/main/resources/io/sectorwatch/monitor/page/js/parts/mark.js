import { s } from '../dom.js';

// A shape for each, so that nothing is said by colour alone.
const SHAPES = {
  critical: 'M8 1.5 L15 14 H1 Z',
  warning: 'M8 1 L15 8 L8 15 L1 8 Z',
  info: 'M8 2 A6 6 0 1 1 7.99 2 Z',
  quiet: 'M8 4.5 A3.5 3.5 0 1 1 7.99 4.5 Z',
  cleared: 'M2.5 8.5 L6.5 12.5 L13.5 4',
  retracted: 'M3 3 L13 13 M13 3 L3 13',
  RAISED: 'M8 2 L14.5 13.5 H1.5 Z',
  UPDATED: 'M8 3 A5 5 0 1 1 7.99 3 Z',
  CLEARED: 'M2.5 8.5 L6.5 12.5 L13.5 4',
  RETRACTED: 'M3 3 L13 13 M13 3 L3 13',
  support: 'M8 2.5 L14 13 H2 Z',
  restrict: 'M8 13.5 L14 3 H2 Z',
  risk: 'M8 1.5 L14.5 8 L8 14.5 L1.5 8 Z',
  neutral: 'M8 3.5 A4.5 4.5 0 1 1 7.99 3.5 Z',
};

export function shape(code) {
  return SHAPES[code] ?? SHAPES.quiet;
}

/** The mark of a severity, a state, a transition or a stance; what it means stands beside it in words. */
export function mark(code, size = 14) {
  const known = SHAPES[code] ? code : 'quiet';
  return s('svg', { class: `mark mark-${known}`, viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true' }, s('path', { d: SHAPES[known] }));
}
