import { h, put } from '../dom.js';

const LINE = 20;

/**
 * A plain text field with numbered lines, of which some can be marked: {element, text(), set(text), mark(mistakes), goTo(line,
 * column)}.
 */
export function editor({ label, text, changed }) {
  const numbers = h('div', { class: 'line-numbers', 'aria-hidden': 'true' });
  const area = h('textarea', { id: 'rules-text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', wrap: 'off', 'aria-label': label, 'aria-describedby': 'mistakes', value: text });
  const element = h('div', { class: 'editor' }, numbers, area);
  let marked = new Map();

  function drawNumbers() {
    const count = area.value.split('\n').length;
    put(
      numbers,
      h(
        'div',
        {},
        Array.from({ length: count }, (_, index) => h('div', { class: marked.get(index + 1), title: marked.has(index + 1) ? 'see below' : undefined }, String(index + 1))),
      ),
    );
    follow();
  }

  function follow() {
    numbers.firstChild.style.transform = `translateY(${-area.scrollTop}px)`;
  }

  area.addEventListener('input', () => {
    drawNumbers();
    changed(area.value);
  });
  area.addEventListener('scroll', follow);
  drawNumbers();

  return {
    element,
    text: () => area.value,
    set(next) {
      const { selectionStart, selectionEnd, scrollTop } = area;
      area.value = next;
      area.setSelectionRange(Math.min(selectionStart, next.length), Math.min(selectionEnd, next.length));
      area.scrollTop = scrollTop;
      drawNumbers();
    },
    mark(lines) {
      marked = lines;
      drawNumbers();
      area.setAttribute('aria-invalid', String([...lines.values()].includes('mistake')));
    },
    goTo(line, column) {
      const lines = area.value.split('\n');
      const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, (column ?? 1) - 1);
      area.focus();
      area.setSelectionRange(at, at);
      area.scrollTop = Math.max(0, (line - 4) * LINE);
    },
  };
}
