import { get, getAsOf } from '../api.js';
import { h } from '../dom.js';
import { mark } from '../parts/mark.js';
import { nothing } from '../parts/notice.js';
import { table } from '../parts/table.js';
import { conditionWords, watchesWords } from '../rules/rule-words.js';
import { link } from '../router.js';
import { capital } from '../words.js';

/** The rules, and how often each fired, was cleared and was retracted. */
export async function rulesView({ asOf }) {
  await get(['scorecards']).catch(() => undefined);
  const { answer } = await getAsOf(['rules'], {}, asOf);
  const rules = answer.rules;
  const content = h(
    'div',
    {},
    h('h1', {}, 'Rules'),
    h('p', { class: 'lead' }, 'A rule that is often retracted is set close to where figures are revised; one that never fired may be worth a try in the ', h('a', { href: link(['playground']) }, 'playground'), '.'),
    rules.length
      ? table(
          'Rules',
          [
            {
              name: 'Rule',
              head: true,
              cell: (rule) => [
                h('span', { class: 'rule-name' }, mark(rule.severity, 13), h('a', { href: link(['rules', rule.id]) }, rule.title ?? rule.id)),
                h('span', { class: 'small quiet block wide-block' }, `${rule.severity}; `, rule.inEffect === false ? 'removed; ' : '', `${capital(watchesWords(rule.content))}: when ${conditionWords(rule.content)}`),
              ],
            },
            { name: 'Series', class: 'number', cell: seriesCount },
            { name: 'Raised', class: 'number', cell: (rule) => String(rule.raised) },
            { name: 'Cleared', class: 'number', cell: (rule) => zero(rule.cleared) },
            { name: 'Retracted', class: 'number', cell: (rule) => zero(rule.retracted, 'retracted-count') },
            { name: 'Open', class: 'number', cell: (rule) => (rule.open ? h('a', { href: link(['alerts'], { rule: rule.id }), 'aria-label': `${rule.open} open` }, String(rule.open)) : zero(0)) },
          ],
          rules,
        )
      : nothing(asOf ? 'No rule was in effect on that day.' : 'There are no rules yet: ', asOf ? '' : h('code', {}, 'sectorwatch rules apply FILE')),
  );
  return { title: 'Rules', content };
}

// Counts of policy events are derived, and may not be counted among the series.
function seriesCount(rule) {
  if (rule.series) {
    return String(rule.series);
  }
  return rule.content?.series?.indicator?.startsWith('policy-') ? h('span', { class: 'quiet' }, 'counts') : h('span', { class: 'late' }, 'none');
}

function zero(count, className) {
  return h('span', { class: count ? className : 'quiet' }, String(count));
}
