import { find, get, list } from '../api.js';
import { fitted } from '../chart/fitted.js';
import { stoodChart } from '../chart/stood-chart.js';
import { h } from '../dom.js';
import { day, plural, today } from '../format.js';
import { alertList } from '../parts/alert-row.js';
import { mark } from '../parts/mark.js';
import { nothing } from '../parts/notice.js';
import { conditionWords, durationWords, watchesWords } from '../rules/rule-words.js';
import { stood } from '../rules/decided.js';
import { yaml } from '../rules/yaml-writer.js';
import { link, seriesLink } from '../router.js';
import { capital, seriesTitle } from '../words.js';

const MOST_WHOLE = 30;

/** One rule: what it says and said, what it watches, and when its alerts stood. */
export async function ruleView({ path, asOf }) {
  const id = path[1];
  const [rule, { items: alerts, more }] = await Promise.all([get(['rules', id], { 'as-of': asOf }), list(['alerts'], 'alerts', { rule: id, state: 'all', 'as-of': asOf }, 300)]);
  const watched = rule.watched?.length ? rule.watched : [...new Set(alerts.map((alert) => alert.series))].sort();
  const lanes = lanesOf(await whole(alerts, asOf));
  const chart = fitted((width) => stoodChart(lanes, { width, until: asOf ?? today() }));
  const content = h(
    'article',
    {},
    h('p', { class: 'crumbs' }, h('a', { href: link(['rules']) }, 'Rules'), ` / ${id}`),
    h('h1', {}, rule.title ?? id),
    h('p', { class: 'lead' }, mark(rule.severity, 13), ` ${rule.severity}. ${capital(watchesWords(rule.content))}; alert when ${conditionWords(rule.content)}${rule.content?.for > 1 ? `, for ${rule.content.for} periods in a row` : ''}. `, rule.content?.horizon ? `A period that ended more than ${durationWords(rule.content.horizon)} ago raises nothing. ` : '', rule.inEffect === false ? 'It is removed.' : ''),
    h(
      'ul',
      { class: 'tally' },
      [['raised', rule.raised], ['updated', rule.updated], ['cleared', rule.cleared], ['retracted', rule.retracted], ['open', rule.open]].map(([word, count]) => h('li', {}, h('strong', {}, String(count)), ` ${word}`)),
    ),
    h('p', { class: 'actions across' }, h('a', { class: 'button', href: link(['playground'], { rule: id }) }, 'Try it in the playground')),
    h(
      'div',
      { class: 'two' },
      h('section', { 'aria-labelledby': 'stood' }, h('h2', { id: 'stood' }, 'When its alerts stood'), lanes.length ? [chart.place, h('p', { class: 'chart-note' }, 'On the axis of what was known when. Hollow and struck: retracted, it never happened.')] : nothing('It never fired.')),
      h(
        'aside',
        { class: 'box', 'aria-labelledby': 'watched' },
        h('h2', { id: 'watched' }, `It watches ${plural(watched.length, 'series', 'series')}`),
        watched.length ? h('ul', { class: 'watched' }, watched.map((series) => h('li', {}, h('a', { href: seriesLink(series) }, seriesTitle(series))))) : h('p', {}, 'No series fits it: it cannot fire.'),
      ),
    ),
    alerts.length ? h('section', { 'aria-labelledby': 'its-alerts' }, h('h2', { id: 'its-alerts' }, more ? 'Its newest alerts' : 'Its alerts'), alertList(alerts)) : undefined,
    h('section', { 'aria-labelledby': 'versions' }, h('h2', { id: 'versions' }, 'What it says'), versions(rule)),
  );
  return { title: rule.title ?? id, content, shown: chart.shown, leave: chart.leave };
}

// With all of its transitions an alert may prove to have been raised more than once.
async function whole(alerts, asOf) {
  if (alerts.length > MOST_WHOLE) {
    return alerts.flatMap((alert) => [
      { ...alert, transition: 'RAISED', decidedAt: alert.raisedAt },
      { ...alert, decidedAt: alert.changedAt },
    ]);
  }
  const found = await Promise.all(alerts.map((alert) => find(['alerts', alert.alert], { 'as-of': asOf })));
  return found.flatMap((alert) => alert?.transitions ?? []);
}

function lanesOf(transitions) {
  return [...stood(transitions).values()].map((entry) => ({ name: seriesTitle(entry.series), rows: [entry] })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function versions(rule) {
  const all = [...(rule.versions ?? [])].sort((a, b) => Date.parse(b.effective) - Date.parse(a.effective));
  return all.map((version, index) =>
    h(
      'div',
      { class: 'version' },
      h('p', { class: 'quiet small' }, `${index ? 'Was' : 'Is'} in effect from ${day(version.effective)}${index ? ` to ${day(all[index - 1].effective)}` : ''}`),
      version.content ? h('pre', { class: 'code', tabindex: 0, role: 'region', 'aria-label': `The rule as of ${day(version.effective)}` }, yaml([version.content])) : h('p', {}, 'Removed.'),
    ),
  );
}
