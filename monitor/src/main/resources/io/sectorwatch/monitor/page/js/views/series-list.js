import { getAsOf, list } from '../api.js';
import { h } from '../dom.js';
import { day, measured, plural, signed, unitWords } from '../format.js';
import { choice } from '../parts/filters.js';
import { nothing, todaysNote } from '../parts/notice.js';
import { table } from '../parts/table.js';
import { change, hash, seriesLink } from '../router.js';
import { areaTitle, capital, frequencyWords, indicatorWords, learnArea, sectorWords } from '../words.js';

const PAGE = 200;

/** All series, by indicator, with their newest figures. */
export async function seriesListView({ query, asOf }) {
  const most = Number(query.most) || PAGE;
  const [{ items, more }, cards] = await Promise.all([
    list(['series'], 'series', { indicator: query.indicator, area: query.area, sector: query.sector, limit: PAGE }, most),
    getAsOf(['scorecards'], {}, asOf),
  ]);
  items.forEach((series) => learnArea(series.area, series.areaName));
  // The list itself knows no day; the cards do.
  const known = new Map(cards.answer.scorecards.flatMap((card) => card.indicators.map((one) => [`${one.indicator}/${card.area}/${card.sector}/${one.frequency}`, one])));
  const rows = items.filter((series) => !asOf || cards.todays || known.has(series.series)).map((series) => ({ ...series, now: known.get(series.series) }));
  const groups = new Map();
  rows.forEach((series) => groups.set(series.indicator, [...(groups.get(series.indicator) ?? []), series]));
  const cardsOf = cards.answer.scorecards;
  const named = (codes, words) => [...new Set(codes)].map((code) => [code, words(code)]).sort((a, b) => a[1].localeCompare(b[1], 'en'));

  const content = h(
    'div',
    {},
    h('h1', {}, 'Series'),
    h(
      'form',
      { class: 'filters', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
      choice('indicator', 'Indicator', named(cardsOf.flatMap((card) => card.indicators.map((one) => one.indicator)), (code) => capital(indicatorWords(code)))),
      choice('area', 'Area', named(cardsOf.map((card) => card.area), areaTitle)),
      choice('sector', 'Sector', named(cardsOf.map((card) => card.sector), (code) => capital(sectorWords(code)))),
      query.indicator || query.area || query.sector ? h('a', { class: 'button quiet-button', href: hash(['series'], { 'as-of': asOf }) }, 'Without filters') : undefined,
    ),
    todaysNote(cards.todays, 'the newest figures'),
    h('p', { class: 'count', role: 'status' }, `${more ? 'The first ' : ''}${plural(rows.length, 'series', 'series')}`),
    rows.length ? undefined : nothing(asOf ? 'No series of this kind was known on that day.' : 'No series is of this kind.'),
    [...groups].map(([indicator, group]) =>
      h(
        'section',
        {},
        h('h2', {}, capital(indicatorWords(indicator)), h('span', { class: 'quiet' }, ` ${unitWords(group[0].unit)}`)),
        table(
          capital(indicatorWords(indicator)),
          [
            { name: 'Area', head: true, cell: (series) => h('a', { href: seriesLink(series.series) }, areaTitle(series.area), h('span', { class: 'hidden-text' }, `, ${sectorWords(series.sector)}`)) },
            { name: 'Sector', cell: (series) => capital(sectorWords(series.sector)) },
            { name: 'Newest', class: 'number', cell: (series) => measured(series.now ?? series.latest, series.unit) },
            { name: 'Of', class: 'date', cell: (series) => (series.now ?? series.latest)?.period ?? '–' },
            { name: 'Change', class: 'number', cell: (series) => (typeof series.now?.change === 'number' ? signed(series.now.change) : '–') },
            ...(asOf ? [] : [{ name: 'Said on', class: 'date', cell: (series) => day(series.latest?.published) }, { name: 'Periods', class: 'number', cell: (series) => (series.periods ? `${series.periods}, since ${series.first}` : '–') }]),
            { name: 'Frequency', cell: (series) => frequencyWords(series.frequency) },
          ],
          group,
        ),
      ),
    ),
    more ? h('button', { type: 'button', class: 'more-button', onclick: () => change({ most: most + PAGE }, { inPlace: true }) }, 'Show more') : undefined,
  );
  return { title: 'Series', content };
}
