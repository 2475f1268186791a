import { h } from '../dom.js';

/**
 * A table, which on a narrow screen becomes a block for each row. Columns are {name, class, cell(row), head}; the one with `head`
 * names its row. The roles are written down because a table that is laid out as blocks would lose them.
 */
export function table(caption, columns, rows, { rowClass } = {}) {
  return h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'stack', role: 'table' },
      h('caption', { class: 'hidden-text' }, caption),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((column) => h('th', { role: 'columnheader', scope: 'col', class: column.class }, column.name)))),
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map((row) => h('tr', { role: 'row', class: rowClass?.(row) }, columns.map((column) => cell(column, row)))),
      ),
    ),
  );
}

function cell(column, row) {
  return column.head
    ? h('th', { role: 'rowheader', scope: 'row', class: column.class }, column.cell(row))
    : h('td', { role: 'cell', class: column.class, 'data-name': column.name }, h('div', {}, column.cell(row)));
}
