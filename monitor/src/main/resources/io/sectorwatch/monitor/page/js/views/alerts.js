import { get, list } from '../api.js';
import { h } from '../dom.js';
import { plural } from '../format.js';
import { alertList } from '../parts/alert-row.js';
import { choice, dayField, tabs } from '../parts/filters.js';
import { nothing } from '../parts/notice.js';
import { change, hash } from '../router.js';
import { areaTitle, capital, indicatorWords, learnArea, sectorWords, SEVERITIES } from '../words.js';

const PAGE = 100;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The choices there are: from the cards and rules, so that every choice means something. */
export async function choices() {
  const [cards, rules] = await Promise.all([get(['scorecards']), get(['rules'])]);
  cards.scorecards.forEach((card) => learnArea(card.area, card.areaName));
  const unique = (items) => [...new Set(items)];
  const named = (codes, words) => codes.map((code) => [code, words(code)]).sort((a, b) => a[1].localeCompare(b[1], 'en'));
  return {
    areas: named(unique(cards.scorecards.map((card) => card.area)), areaTitle),
    sectors: named(unique(cards.scorecards.map((card) => card.sector)), (code) => capital(sectorWords(code))),
    rules: rules.rules.map((rule) => [rule.id, rule.title ?? rule.id]).sort((a, b) => a[1].localeCompare(b[1], 'en')),
    indicators: named(unique(rules.rules.map((rule) => rule.content?.series?.indicator).filter(Boolean)), (code) => capital(indicatorWords(code))),
  };
}

const FILTERS = ['severity', 'area', 'sector', 'rule', 'indicator', 'since'];

/** Alerts by filters that live in the address, each in a sentence. */
export async function alertsView({ query, asOf }) {
  const asked = { state: query.state, ...Object.fromEntries(FILTERS.map((name) => [name, query[name]])), 'as-of': asOf };
  const most = Number(query.most) || PAGE;
  const [{ items, more }, known] = await Promise.all([list(['alerts'], 'alerts', asked, most), choices()]);
  const filtered = FILTERS.some((name) => query[name]);
  const state = query.state ?? 'open';
  const words = { open: 'open', closed: 'closed', all: 'in all' }[state] ?? state;

  const content = h(
    'div',
    {},
    h('h1', {}, 'Alerts'),
    h('p', { class: 'lead' }, 'An alert is an episode: the run of periods over which a rule holds. It is cleared when it is over, and retracted when a later figure shows that it never happened.'),
    h(
      'form',
      { class: 'filters', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
      tabs('state', 'State', [['open', 'Open'], ['closed', 'Closed'], ['all', 'All']], 'open'),
      choice('severity', 'Severity', SEVERITIES.map((code) => [code, capital(code)])),
      choice('area', 'Area', known.areas),
      choice('sector', 'Sector', known.sectors),
      choice('indicator', 'Indicator', known.indicators),
      choice('rule', 'Rule', known.rules),
      dayField('since', 'Changed since'),
      filtered ? h('a', { class: 'button quiet-button', href: hash(['alerts'], { state: query.state, 'as-of': asOf }) }, 'Without filters') : undefined,
    ),
    h('p', { class: 'count', role: 'status' }, `${more ? 'The newest ' : ''}${plural(items.length, 'alert')} ${words}${asOf ? ` on ${asOf}` : ''}`),
    items.length ? byMonth(items) : nothing(asOf ? 'No alert of this kind was known on that day.' : filtered ? 'No alert is of this kind.' : 'No alert is open. Nothing that a rule watches is across its line.'),
    more ? h('button', { type: 'button', class: 'more-button', onclick: () => change({ most: most + PAGE }, { inPlace: true }) }, 'Show more') : undefined,
  );
  return { title: 'Alerts', content };
}

function byMonth(alerts) {
  const months = new Map();
  for (const alert of alerts) {
    const month = String(alert.changedAt).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), alert]);
  }
  return [...months].map(([month, group]) =>
    h('section', { class: 'month' }, h('h2', {}, `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`), alertList(group)),
  );
}
