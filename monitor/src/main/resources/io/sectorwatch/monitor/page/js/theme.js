import { h, put } from './dom.js';
import { forget } from './stored.js';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const WORDS = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };
const SIGNS = { auto: '◐', light: '○', dark: '●' };

/** A button that goes from the system's theme to light, to dark, and back. */
export function themeSwitch() {
  const button = h('button', { type: 'button', class: 'plain' });
  const draw = () => {
    const now = document.documentElement.dataset.theme ?? 'auto';
    put(button, h('span', { 'aria-hidden': 'true' }, SIGNS[now]));
    button.setAttribute('aria-label', WORDS[now]);
    button.title = `${WORDS[now]} (click for ${NEXT[now]})`;
  };
  button.addEventListener('click', () => {
    const next = NEXT[document.documentElement.dataset.theme ?? 'auto'];
    if (next === 'auto') {
      delete document.documentElement.dataset.theme;
      forget('theme');
    } else {
      document.documentElement.dataset.theme = next;
      try {
        localStorage.setItem('sectorwatch.theme', next);
      } catch {
        // It holds as long as the page does.
      }
    }
    draw();
  });
  draw();
  return button;
}
