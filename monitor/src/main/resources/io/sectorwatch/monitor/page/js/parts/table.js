import { h } from '../dom.js';

/**
 * A table that may be wider than its place. Columns are {name, class, cell(row), head}; the first with `head` names its row.
 */
export function table(caption, columns, rows, { captionHidden = true, rowClass } = {}) {
  return h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', { class: captionHidden ? 'hidden-text' : undefined }, caption),
      h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: column.class }, column.name)))),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { class: rowClass?.(row) },
            columns.map((column) => h(column.head ? 'th' : 'td', { scope: column.head ? 'row' : undefined, class: column.class }, column.cell(row))),
          ),
        ),
      ),
    ),
  );
}
