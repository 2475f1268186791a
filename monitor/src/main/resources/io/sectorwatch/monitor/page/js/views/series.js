import { ApiProblem, list } from '../api.js';
import { csv, png, save, standalone } from '../chart/download.js';
import { fitted } from '../chart/fitted.js';
import { legend } from '../chart/legend.js';
import { readOut } from '../chart/read-out.js';
import { seriesChart } from '../chart/series-chart.js';
import { benchmarksOf, byPeriod, comparedOf, lanes, limitLines, points, shortName } from '../chart/series-model.js';
import { h, put } from '../dom.js';
import { isDerived } from '../derived.js';
import { day, figure, measured, moment, number, plural, signed, today, unitWords } from '../format.js';
import { tabs } from '../parts/filters.js';
import { knownSeries, vintagesOfSeries } from '../known-series.js';
import { mark } from '../parts/mark.js';
import { nothing } from '../parts/notice.js';
import { sourceLine } from '../parts/source.js';
import { table } from '../parts/table.js';
import { conditionWords } from '../rules/rule-words.js';
import { change, link } from '../router.js';
import { areaTitle, areaWords, capital, learnArea, sectorWords, seriesParts, seriesTitle, statusWords } from '../words.js';

const MOST_POLICIES = 1000;
const MOST_ROWS = 300;

/** One series: what was said, what is said now, and all that bears on it, on one axis of time. */
export async function seriesView({ path, query, asOf }) {
  const name = path.slice(1).join('/');
  const { area, sector, indicator } = seriesParts(name);
  const [series, allVintages, policies] = await Promise.all([
    knownSeries(name, asOf),
    vintagesOfSeries(name),
    list(['policies'], 'policies', { area, sector, 'as-of': asOf }, MOST_POLICIES).catch(() => ({ items: [] })),
  ]);
  if (!series && !allVintages) {
    throw new ApiProblem(404, `nothing is known of ${name}`);
  }
  learnArea(area, (series ?? allVintages).areaName);
  const rules = series?.rules ?? [];
  const chosen = query.with === undefined ? benchmarksOf(rules, name) : query.with.split(',').filter((other) => other && other !== '-');
  const others = await Promise.all(chosen.map(async (other) => ({ series: other, found: await knownSeries(other, asOf).catch(() => undefined) })));
  others.forEach(({ found }) => found && learnArea(found.area, found.areaName));
  const everything = points((allVintages?.vintages ?? []).filter((vintage) => vintage.state !== 'void'));
  const benchmarks = others.filter(({ found }) => found).map(({ series: other, found }) => ({ series: other, name: shortName(other, name), unit: found.unit, points: points(found.values) }));
  const unit = series?.unit ?? everything.at(-1)?.unit;
  const said = asOf && query.later === 'yes' ? await knownSeries(name) : undefined;

  const all = points(series?.values ?? []);
  const since = beginning(everything.length ? everything : all, query.span);
  const shown = (point) => point.from >= since;
  const model = {
    name: areaTitle(area),
    points: all.filter(shown),
    everything: everything.filter(shown),
    benchmarks: benchmarks.filter((benchmark) => !benchmark.unit || benchmark.unit === unit).map((benchmark) => ({ ...benchmark, points: benchmark.points.filter(shown) })),
    limits: limitLines(rules, benchmarks).map((limit) => (limit.points ? { ...limit, points: limit.points.filter((point) => point.at >= since) } : limit)),
    lanes: lanes(series?.alerts, rules),
    policies: policies.items,
    later: said ? points(said.values).filter(shown) : undefined,
    asOf,
  };
  const vintages = byPeriod((allVintages?.vintages ?? []).filter((vintage) => !asOf || day(vintage.published) <= asOf));
  const title = seriesTitle(name);
  const heading = `${title}, ${unitWords(unit)}`;
  const out = readOut(model, vintages, unit, query.period);
  const chart = fitted((width) => out.over(seriesChart(model, { width, height: heightFor(width) }), width));

  const content = h(
    'article',
    { class: 'series-page' },
    h('p', { class: 'crumbs' }, h('a', { href: link(['series']) }, 'Series'), ' / ', h('a', { href: link(['series'], { indicator }) }, 'all areas'), ' / ', capital(sectorWords(sector))),
    h('h1', {}, title),
    h('p', { class: 'lead' }, leadWords({ ...model, points: all }, unit, series), isDerived(name) ? ' It is counted from the policy events below.' : ''),
    h(
      'section',
      { class: 'figure-box', 'aria-labelledby': 'picture' },
      h('h2', { id: 'picture', class: 'hidden-text' }, 'Picture'),
      h('div', { class: 'chart-top' }, legend(model, unitWords(unit)), downloads(name, heading, model, all, allVintages, asOf)),
      h('div', { class: 'chart-and-read-out' }, chart.place, out.panel),
      h('div', { class: 'compare' }, spanTabs(all), compareBoxes(comparedOf(rules, name), chosen, name), asOf ? laterBox(query) : undefined),
    ),
    model.lanes.length || rules.length ? rulesSection(model, rules) : undefined,
    h('section', { 'aria-labelledby': 'figures' }, h('h2', { id: 'figures' }, 'The figures'), figuresTable({ ...model, points: all }, vintages, unit)),
    model.policies.length ? h('section', { 'aria-labelledby': 'events' }, h('h2', { id: 'events' }, `Policy events of ${areaWords(area)} in this sector`), policyTable(model.policies)) : undefined,
  );
  return { title, content, shown: chart.shown, leave: chart.leave };
}

const SPANS = [['all', 'All'], ['10', 'Last 10'], ['5', 'Last 5']];

function spanTabs(all) {
  return all.length > 6 ? h('div', { class: 'spans' }, h('span', { class: 'quiet' }, 'Periods'), tabs('span', 'Periods shown', SPANS, 'all')) : undefined;
}

// Where the picture begins: with the last so many periods, or with the first of all.
function beginning(all, span) {
  const starts = [...new Set(all.map((point) => point.from))].sort((a, b) => a - b);
  return starts.at(-Number(span)) ?? -Infinity;
}

function heightFor(width) {
  return width < 480 ? 240 : width < 900 ? 300 : 360;
}

function leadWords(model, unit, series) {
  const last = model.points.filter((point) => typeof point.value === 'number').at(-1);
  if (!last) {
    return model.asOf ? `Nothing was known of it on ${model.asOf}.` : 'No figure of it stands.';
  }
  const soft = statusWords(last.status);
  const revised = model.points.filter((point) => (point.vintages ?? 1) > 1).length;
  return [
    h('strong', {}, `${measured(last, unit)} `),
    `${unitWords(unit).replace(/^% ?/, '')} in ${last.period}${soft ? ` (${soft})` : ''}, said on ${day(last.published)}. `,
    `${plural(model.points.length, 'period')}${unit === 'events' ? '' : revised ? `, ${number(revised, 9)} of them revised` : ', none revised'}. `,
    series?.nextRelease ? `The next figure is due on ${day(series.nextRelease)}.` : '',
  ];
}

function compareBoxes(available, chosen, own) {
  if (!available.length) {
    return undefined;
  }
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Compare with'),
    available.map((other, index) => {
      const id = `with-${index}`;
      const toggle = (event) => {
        const next = event.target.checked ? [...chosen, other] : chosen.filter((one) => one !== other);
        change({ with: next.length ? next.join(',') : '-' }, { inPlace: true });
      };
      return h('span', { class: 'check' }, h('input', { type: 'checkbox', id, checked: chosen.includes(other), onchange: toggle }), h('label', { for: id }, shortName(other, own)));
    }),
  );
}

function laterBox(query) {
  return h(
    'span',
    { class: 'check' },
    h('input', { type: 'checkbox', id: 'later', checked: query.later === 'yes', onchange: (event) => change({ later: event.target.checked ? 'yes' : undefined }, { inPlace: true }) }),
    h('label', { for: 'later' }, 'Show what is said today as well'),
  );
}

function downloads(name, heading, model, all, vintages, asOf) {
  const file = `${name.replaceAll('/', '_')}${asOf ? `_as-of-${asOf}` : ''}`;
  const source = `As known on ${asOf ?? today()} · ${name} · ${[...new Set(model.points.map((point) => point.source))].join(', ')}`;
  // A width of its own, so that the picture is the same from every screen.
  const picture = () => {
    const stage = h('div', { class: 'stage' });
    document.body.append(stage);
    const drawn = seriesChart(model, { width: 960, height: 400 }).element;
    stage.append(drawn);
    const text = standalone(drawn, heading, source);
    stage.remove();
    return text;
  };
  const rows = () => [
    ['series', 'period', 'comparator', 'value', 'unit', 'status', 'published', 'source', 'locator', 'state', 'current'],
    ...(vintages?.vintages ?? [])
      .filter((vintage) => !asOf || day(vintage.published) <= asOf)
      .map((vintage) => [name, vintage.period, vintage.comparator, vintage.value, vintage.unit, (vintage.status ?? []).join(' '), vintage.published, vintage.source, vintage.locator, vintage.state, all.some((point) => point.id === vintage.id) ? 'yes' : 'no']),
  ];
  return h(
    'div',
    { class: 'downloads', role: 'group', 'aria-label': 'Download' },
    h('span', { class: 'small quiet' }, 'Download'),
    h('button', { type: 'button', onclick: () => save(`${file}.csv`, csv(rows()), 'text/csv;charset=utf-8') }, 'CSV'),
    h('button', { type: 'button', onclick: () => save(`${file}.svg`, picture(), 'image/svg+xml') }, 'SVG'),
    h('button', { type: 'button', onclick: async () => save(`${file}.png`, await png(picture()), 'image/png') }, 'PNG'),
  );
}

function rulesSection(model, rules) {
  const spans = new Map(model.lanes.map((lane) => [lane.rule, lane.spans]));
  return h(
    'section',
    { 'aria-labelledby': 'watching' },
    h('h2', { id: 'watching' }, 'Rules that watch it'),
    h(
      'ul',
      { class: 'watching' },
      rules.map((rule) =>
        h(
          'li',
          {},
          h('p', {}, mark(rule.content.severity), ' ', h('a', { href: link(['rules', rule.id]) }, rule.title ?? rule.id), h('span', { class: 'quiet' }, `: when ${conditionWords(rule.content)}`)),
          h(
            'ul',
            {},
            (spans.get(rule.id) ?? []).map((span) =>
              h(
                'li',
                { class: `state-${span.state}` },
                mark(span.state === 'open' ? span.severity : span.state, 12),
                ' ',
                h('a', { href: link(['alerts', span.alert]) }, span.state === 'retracted' ? h('s', {}, spanWords(span)) : spanWords(span)),
                h('span', { class: 'quiet' }, ` ${span.state}, raised ${day(span.raisedAt)}${span.state === 'open' ? '' : `, ${span.state} ${day(span.changedAt)}`}`),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function spanWords(span) {
  return span.since === span.period ? span.since : `${span.since} to ${span.period}`;
}

function figuresTable(model, vintages, unit) {
  if (!model.points.length) {
    return nothing('No figure was known.');
  }
  const rows = model.points.map((point, index) => ({ ...point, before: model.points[index - 1] })).reverse();
  const delta = (point) => {
    const other = point.before;
    return other && typeof point.value === 'number' && typeof other.value === 'number' && !point.comparator && !other.comparator ? signed(point.value - other.value) : '–';
  };
  const drawn = (shown) => table(
    'The figures, period by period, with their vintages',
    [
      { name: 'Period', head: true, cell: (point) => point.period },
      { name: `Now, ${unitWords(unit)}`, class: 'number', cell: (point) => h('strong', {}, figure(point)) },
      { name: 'Change', class: 'number', cell: delta },
      { name: 'Status', cell: (point) => statusWords(point.status) },
      { name: 'Said on', class: 'date', cell: (point) => moment(point.published) },
      { name: 'By', cell: sourceLine },
      { name: 'Said before', cell: (point) => earlier(vintages.get(point.period) ?? [], point) },
    ],
    shown,
  );
  const place = h('div', {}, drawn(rows.slice(0, MOST_ROWS)));
  if (rows.length > MOST_ROWS) {
    place.append(h('button', { type: 'button', class: 'more-button', onclick: () => put(place, drawn(rows)) }, `Show all ${plural(rows.length, 'period')}`));
  }
  return place;
}

function earlier(vintages, point) {
  const others = vintages.filter((vintage) => vintage.id !== point.id);
  return others.length
    ? h('ol', { class: 'vintages' }, others.map((vintage) => h('li', { class: vintage.state === 'void' ? 'void' : undefined }, h('span', { class: 'said' }, figure(vintage)), ` ${day(vintage.published)}`, h('span', { class: 'quiet' }, ` ${vintage.source}${vintage.state === 'void' ? `, void${vintage.because ? `: ${vintage.because}` : ''}` : ''}`))))
    : '–';
}

function policyTable(policies) {
  return table(
    'Policy events',
    [
      { name: 'Event', head: true, cell: (event) => event.title },
      { name: 'When', class: 'date', cell: (event) => event.occurred },
      { name: 'Stance', class: 'date', cell: (event) => [mark(event.stance ?? 'neutral', 11), ` ${event.stance ?? 'neutral'}`] },
      { name: 'Kind', cell: (event) => (event.kind ?? '').replaceAll('-', ' ') },
      { name: 'Known', class: 'date', cell: (event) => day(event.published) },
      { name: 'By', cell: sourceLine },
    ],
    policies,
  );
}
