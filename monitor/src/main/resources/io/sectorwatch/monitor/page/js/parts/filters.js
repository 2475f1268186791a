import { h } from '../dom.js';
import { change, current } from '../router.js';

/** A choice that lives in the address. Options are [code, words]; the empty code is all. */
export function choice(name, label, options, { all = 'all' } = {}) {
  const chosen = current().query[name] ?? '';
  const known = options.some(([code]) => code === chosen);
  const select = h(
    'select',
    { id: `filter-${name}`, onchange: (event) => change({ [name]: event.target.value }) },
    h('option', { value: '' }, all),
    chosen && !known ? h('option', { value: chosen }, chosen) : undefined,
    options.map(([code, words]) => h('option', { value: code }, words)),
  );
  select.value = chosen;
  return h('div', { class: 'field' }, h('label', { for: `filter-${name}` }, label), select);
}

/** A few options next to each other, as links. */
export function tabs(name, label, options, otherwise) {
  const chosen = current().query[name] ?? otherwise;
  return h(
    'div',
    { class: 'tabs', role: 'group', 'aria-label': label },
    options.map(([code, words]) =>
      h(
        'button',
        { type: 'button', id: `tab-${name}-${code}`, 'aria-pressed': String(code === chosen), onclick: () => change({ [name]: code === otherwise ? undefined : code }) },
        words,
      ),
    ),
  );
}

/** A day that lives in the address. */
export function dayField(name, label) {
  const input = h('input', {
    type: 'text',
    id: `filter-${name}`,
    size: 10,
    maxlength: 10,
    placeholder: 'yyyy-mm-dd',
    autocomplete: 'off',
    value: current().query[name] ?? '',
    onchange: (event) => {
      const text = event.target.value.trim();
      const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
      event.target.setAttribute('aria-invalid', String(Boolean(text) && !valid));
      if (valid || !text) {
        change({ [name]: text });
      }
    },
  });
  return h('div', { class: 'field' }, h('label', { for: `filter-${name}` }, label), input);
}
