import { get, getAsOf, list } from '../api.js';
import { bars } from '../chart/bars.js';
import { h, put } from '../dom.js';
import { day, figure, measured, moment, plural, signed, span, daysBetween, today, unitSign, unitWords } from '../format.js';
import { transitionLine } from '../parts/alert-row.js';
import { mark } from '../parts/mark.js';
import { nothing, todaysNote } from '../parts/notice.js';
import { link, seriesLink } from '../router.js';
import { headlines, sectorCards } from '../sector-cards.js';
import { markSeen, unseen } from '../seen.js';
import { areaTitle, capital, indicatorWords, learnArea, sectorWords, sourceWords, STANCES, SEVERITIES, statusWords } from '../words.js';

const NEWS = 8;

/** Sectors by areas at a glance, what changed, what came, and what governments did. */
export async function overviewView({ asOf }) {
  const [cards, alerts, releases, policies, rules] = await Promise.all([
    getAsOf(['scorecards'], {}, asOf),
    list(['alerts'], 'alerts', { state: 'all', 'as-of': asOf }, 500),
    get(['releases'], { limit: 5, 'as-of': asOf }),
    list(['policies'], 'policies', { 'as-of': asOf }, 2000),
    get(['rules']),
  ]);
  cards.answer.scorecards.forEach((card) => learnArea(card.area, card.areaName));
  const all = cards.answer.scorecards.filter(saysSomething);
  const answer = { ...cards.answer, scorecards: all };
  const headline = headlines(all, new Set(rules.rules.map((rule) => rule.content?.series?.indicator)));
  const open = alerts.items.filter((alert) => alert.state === 'open');

  const content = h(
    'div',
    { class: 'overview' },
    h('h1', {}, asOf ? `What was known on ${asOf}` : 'What is known'),
    h('p', { class: 'lead' }, summary(open), ' ', newest(releases.releases)),
    todaysNote(cards.todays, 'the cards of sectors and areas'),
    all.length
      ? [
          h('section', { 'aria-labelledby': 'sectors' }, h('h2', { id: 'sectors' }, 'Sectors'), sectorLines(answer, headline)),
          h('section', { 'aria-labelledby': 'matrix' }, h('h2', { id: 'matrix' }, 'Areas by sectors'), matrix(all, headline), matrixLegend()),
        ]
      : nothing(asOf ? 'Nothing was known on that day.' : 'Nothing is known yet. As soon as figures are ingested they stand here.'),
    h(
      'div',
      { class: 'halves' },
      h('section', { 'aria-labelledby': 'changed' }, changed(alerts.items, asOf)),
      h('section', { 'aria-labelledby': 'came' }, came(releases)),
    ),
    policies.items.length ? h('section', { 'aria-labelledby': 'policy' }, policyActivity(policies.items)) : undefined,
  );
  return { title: 'Overview', content };
}

// A card for a day before anything was known of its area and sector is empty.
function saysSomething(card) {
  return card.indicators.length > 0 || (card.policies?.total?.events ?? 0) > 0 || Object.keys(card.open ?? {}).length > 0;
}

function summary(open) {
  if (!open.length) {
    return h('strong', { class: 'plain-strong' }, 'No alert is open.');
  }
  const counts = SEVERITIES.map((severity) => [severity, open.filter((alert) => alert.severity === severity).length]).filter(([, count]) => count);
  return [
    h('a', { href: link(['alerts']) }, plural(open.length, 'alert is', 'alerts are'), ' open'),
    ': ',
    counts.map(([severity, count], index) => [index ? ', ' : '', h('span', { class: 'nowrap' }, mark(severity, 12), ` ${severities(count, severity)}`)]),
    '.',
  ];
}

function severities(many, severity) {
  return severity === 'critical' ? `${many} critical` : plural(many, severity);
}

function newest([release]) {
  return release ? ['Newest release: ', h('a', { href: link(['releases']) }, release.title ?? sourceWords(release.source)), `, ${moment(release.published)}.`] : '';
}

function sectorLines(answer, headline) {
  return h(
    'ul',
    { class: 'sector-lines' },
    sectorCards(answer).map((card) => {
      const main = card.indicators.find((one) => one.indicator === headline.get(card.sector)?.indicator) ?? card.indicators[0];
      const openings = SEVERITIES.filter((severity) => card.open?.[severity]);
      const areas = Object.entries(card.openByArea ?? {}).sort((a, b) => count(b[1]) - count(a[1]));
      const unit = main?.unit ?? headline.get(card.sector)?.unit;
      return h(
        'li',
        {},
        h('div', { class: 'sector-name' }, mark(card.state ?? 'quiet', 16), h('div', {}, h('a', { href: link(['alerts'], { sector: card.sector }) }, capital(sectorWords(card.sector))), h('span', { class: 'quiet small block' }, card.state ?? 'quiet'))),
        h(
          'div',
          {},
          openings.length ? openings.map((severity) => severities(card.open[severity], severity)).join(', ') : 'nothing open',
          areas.length ? h('span', { class: 'quiet small block' }, 'in ', areas.map(([area]) => areaTitle(area)).join(', ')) : undefined,
        ),
        h(
          'div',
          {},
          main
            ? [capital(indicatorWords(main.indicator)), typeof main.areas === 'number' ? h('span', { class: 'quiet' }, `, ${plural(main.areas, 'area')}`) : '', h('span', { class: 'quiet small block' }, orderWords(main, unit))]
            : h('span', { class: 'quiet' }, 'no figures'),
        ),
        h('div', {}, plural(card.policies?.trailingYear?.events ?? 0, 'policy event'), h('span', { class: 'quiet small block' }, `in the last year, ${card.policies?.total?.events ?? 0} in all`)),
      );
    }),
  );
}

function orderWords({ areas, highest, median, lowest, benchmark }, unit) {
  const said = (name, one) => (one ? `${name}${one.area ? ` ${areaTitle(one.area)}` : ''} ${measured(one, unit, 3)}${one.period ? ` (${one.period})` : ''}` : undefined);
  const order = areas > 1 ? [said('highest', highest), median ? `median ${measured(median, unit, 3)}` : undefined, said('lowest', lowest)] : [said('', highest)?.trim()];
  const possibly = benchmark?.possiblyAbove ? `, ${benchmark.possiblyAbove} possibly` : '';
  return [...order, benchmark ? `${benchmark.above} of ${benchmark.areas} above the benchmark${possibly}` : undefined].filter(Boolean).join(', ');
}

function count(open) {
  return typeof open === 'number' ? open : Object.values(open ?? {}).reduce((sum, one) => sum + one, 0);
}

// A table by its roles, so that on narrow screens it can be laid out as blocks and still be one.
function matrix(cards, headline) {
  const sectors = [...new Set(cards.map((card) => card.sector))].sort();
  const areas = [...new Set(cards.map((card) => card.area))].sort((a, b) => areaTitle(a).localeCompare(areaTitle(b), 'en'));
  return h(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': 'Table of areas by sectors' },
    h(
      'table',
      { class: 'matrix', role: 'table' },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          h('th', { role: 'columnheader', scope: 'col' }, 'Area'),
          sectors.map((sector) => {
            const main = headline.get(sector);
            return h('th', { role: 'columnheader', scope: 'col' }, h('span', { class: 'sector' }, capital(sectorWords(sector))), main ? h('span', { class: 'block' }, `${indicatorWords(main.indicator)}, ${unitWords(main.unit)}`) : h('span', { class: 'block' }, 'events only'));
          }),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        areas.map((area) =>
          h(
            'tr',
            { role: 'row' },
            h('th', { role: 'rowheader', scope: 'row' }, h('a', { href: link(['alerts'], { area }) }, areaTitle(area))),
            sectors.map((sector) => cell(cards.find((card) => card.area === area && card.sector === sector), headline.get(sector), sector)),
          ),
        ),
      ),
    ),
  );
}

function cell(card, headline, sector) {
  if (!card) {
    return h('td', { role: 'cell', class: 'empty' }, h('span', { class: 'hidden-text' }, 'nothing known'));
  }
  const one = card.indicators.find((indicator) => indicator.indicator === headline?.indicator) ?? card.indicators[0];
  const openings = SEVERITIES.filter((severity) => card.open?.[severity]).map((severity) => severities(card.open[severity], severity));
  const other = one && headline && one.indicator !== headline.indicator ? `${indicatorWords(one.indicator)} ` : '';
  return h(
    'td',
    { role: 'cell', class: `cell cell-${card.state ?? 'quiet'}`, 'data-sector': capital(sectorWords(sector)) },
    h(
      'div',
      { class: 'cell-value' },
      one
        ? [
            h('a', { href: seriesLink(`${one.indicator}/${card.area}/${card.sector}/${one.frequency}`) }, other, figure(one, 3), unitSign(one.unit)),
            typeof one.change === 'number' ? h('span', { class: 'change' }, h('span', { 'aria-hidden': 'true' }, one.change > 0 ? '▴' : one.change < 0 ? '▾' : '='), ` ${signed(one.change, 2)}`) : undefined,
            h('span', { class: 'quiet small' }, `${one.period}${statusWords(one.status) ? `, ${statusWords(one.status)}` : ''}`),
          ]
        : h('span', { class: 'quiet' }, plural(card.policies?.total?.events ?? 0, 'event')),
    ),
    h(
      'div',
      { class: 'cell-state' },
      mark(card.state ?? 'quiet', 12),
      openings.length ? h('a', { href: link(['alerts'], { area: card.area, sector: card.sector }) }, openings.join(', ')) : h('span', { class: 'quiet' }, 'quiet'),
    ),
  );
}

function matrixLegend() {
  return h('p', { class: 'matrix-legend quiet small' }, SEVERITIES.map((severity) => h('span', {}, mark(severity, 12), ` ${severity}`)), h('span', {}, mark('quiet', 12), ' nothing open'), h('span', {}, '▴ ▾ change from the period before'));
}

function changed(alerts, asOf) {
  const heading = (words) => h('h2', { id: 'changed' }, words);
  const lines = (items) => h('ul', {}, items.slice(0, NEWS).map((alert) => transitionLine({ ...alert, decidedAt: alert.changedAt })));
  if (asOf) {
    const recent = alerts.filter((alert) => daysBetween(alert.changedAt, asOf) <= 31);
    return [heading(`What had changed in the month before`), recent.length ? [lines(recent), rest(recent.length, asOf)] : nothing('Nothing had changed in that month.')];
  }
  const { news, since } = unseen(alerts);
  if (!since) {
    return [heading('What changed last'), h('p', { class: 'quiet small' }, 'From your next visit on, this says what changed since you last looked.'), lines(alerts), rest(alerts.length)];
  }
  const ago = daysBetween(since, today());
  const when = ago < 1 ? 'today' : ago === 1 ? 'yesterday' : `${span(ago)} ago`;
  const place = h('div', {});
  const draw = (items) =>
    put(
      place,
      items.length
        ? [lines(items), rest(items.length), h('button', { type: 'button', onclick: () => { markSeen(alerts); draw([]); } }, 'I have seen it')]
        : [h('p', {}, 'Nothing. '), h('p', { class: 'quiet small' }, 'The last changes before that:'), lines(alerts.slice(0, 5))],
    );
  draw(news);
  return [heading('Changed since you last looked'), h('p', { class: 'quiet small' }, `You last looked ${when}, ${since.slice(0, 16).replace('T', ' ')} UTC.`), place];
}

function rest(many) {
  return many > NEWS ? h('p', {}, h('a', { href: link(['alerts'], { state: 'all' }) }, `and ${many - NEWS} more`)) : undefined;
}

function came({ releases, due }) {
  const late = (due ?? []).filter((one) => one.overdue);
  const coming = (due ?? []).filter((one) => !one.overdue);
  return [
    h('h2', { id: 'came' }, 'What came last'),
    h(
      'ul',
      { class: 'came' },
      releases.map((release) =>
        h(
          'li',
          {},
          h('span', { class: 'change-day' }, day(release.published)),
          h('span', {}, release.title ?? sourceWords(release.source), h('span', { class: 'quiet small block' }, [countWords(release.counts), release.transitions ? plural(release.transitions, 'transition') : 'changed no alert'].filter(Boolean).join(', '))),
        ),
      ),
    ),
    late.length ? h('p', {}, mark('warning', 12), ' ', h('a', { href: link(['releases']) }, `${plural(late.length, 'release')} overdue`)) : undefined,
    coming.length ? h('p', {}, 'Next: ', capital(indicatorWords(coming[0].indicator)), ` of ${sourceWords(coming[0].source)}, due ${day(coming[0].due)}`) : undefined,
    h('p', {}, h('a', { href: link(['releases']) }, 'All releases')),
  ];
}

/** What a release brought, in words. */
export function countWords(counts) {
  return counts ? [[counts.new, 'new'], [counts.revised, 'revised'], [counts.withdrawn, 'withdrawn']].filter(([number]) => number).map(([number, word]) => `${number} ${word}`).join(', ') : '';
}

function policyActivity(events) {
  const placed = events.flatMap((event) => (event.sectors?.length ? event.sectors : ['economy']).map((sector) => ({ ...event, sector })));
  const years = placed.map((event) => Number(event.occurred.slice(0, 4)));
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - 9);
  const sectors = [...new Set(placed.map((event) => event.sector))].sort();
  const areas = [...new Set(placed.map((event) => event.area))];
  const groups = sectors.map((sector) => ({ sector, areas: areas.map((area) => ({ area, events: placed.filter((event) => event.sector === sector && event.area === area) })).filter((group) => group.events.length).sort((a, b) => b.events.length - a.events.length) }));
  let most = 1;
  groups.forEach((group) => group.areas.forEach(({ events: own }) => {
    for (let year = first; year <= last; year++) {
      most = Math.max(most, own.filter((event) => Number(event.occurred.slice(0, 4)) === year).length);
    }
  }));
  return [
    h('h2', { id: 'policy' }, 'Policy activity'),
    h('p', { class: 'matrix-legend quiet small' }, h('span', {}, `Events a year, ${first} to ${last}, all on one scale (at most ${most})`), STANCES.map((stance) => h('span', {}, mark(stance, 12), ` ${stance}`))),
    h(
      'div',
      { class: 'multiples' },
      groups.map((group) =>
        h(
          'div',
          { class: 'multiple' },
          h('h3', {}, capital(sectorWords(group.sector))),
          h(
            'ul',
            {},
            group.areas.map(({ area, events: own }) =>
              h('li', {}, h('span', { class: 'multiple-area' }, areaTitle(area), h('span', { class: 'quiet small block' }, plural(own.length, 'event'), h('span', { class: 'hidden-text' }, `: ${STANCES.map((stance) => `${own.filter((event) => (event.stance ?? 'neutral') === stance).length} ${stance}`).join(', ')}`))), bars(own, { first, last, most, width: 170 })),
            ),
          ),
        ),
      ),
    ),
  ];
}
