import { find, get, seriesPath } from '../api.js';
import { fitted } from '../chart/fitted.js';
import { knownChart } from '../chart/known-chart.js';
import { h } from '../dom.js';
import { day, daysBetween, measured, moment, span, spokenFigure, today, unitSign } from '../format.js';
import { mark } from '../parts/mark.js';
import { table } from '../parts/table.js';
import { sourceLine } from '../parts/source.js';
import { stateWords } from '../parts/alert-row.js';
import { lastRaised } from '../rules/decided.js';
import { conditionWords, limitWords, watchesWords } from '../rules/rule-words.js';
import { current, hash, link, seriesLink } from '../router.js';
import { areaTitle, capital, reasonWords, sectorWords, seriesTitle, statusWords, transitionWords } from '../words.js';

/** One alert, from the rule and its limit down to each figure and what became of it. */
export async function alertView({ path, asOf }) {
  const alert = await get(['alerts', path[1]], { 'as-of': asOf });
  const figures = (alert.evidenceFacts ?? []).filter((fact) => fact.fact !== 'policy');
  const policies = (alert.evidenceFacts ?? []).filter((fact) => fact.fact === 'policy');
  const names = [...new Set(figures.map((fact) => fact.series))];
  const vintages = new Map(
    (await Promise.all(names.map(async (name) => [name, (await find(seriesPath(name, 'vintages'), { 'as-of': asOf }))?.vintages ?? []]))),
  );
  const unit = figures.find((fact) => fact.series === alert.series)?.unit;
  const title = alert.ruleTitle ?? alert.ruleContent?.title ?? alert.rule;
  const transitions = alert.transitions ?? [alert];
  const isValue = (alert.measure?.kind ?? 'value') === 'value';
  const chart = fitted((width) => knownChart(transitions, { width, until: asOf ?? today(), unit: isValue && unit ? `, in${unitSign(unit) || ` ${unit}`}` : '' }));

  const content = h(
    'article',
    { class: 'alert-page' },
    h('p', { class: 'crumbs' }, h('a', { href: link(['alerts']) }, 'Alerts'), ' / ', areaTitle(alert.area), alert.sector === 'economy' ? '' : ` / ${capital(sectorWords(alert.sector))}`),
    h('h1', { class: `state-${alert.state}` }, alert.state === 'retracted' ? h('s', {}, title) : title),
    verdict(alert, transitions),
    h(
      'div',
      { class: 'two' },
      h(
        'section',
        { 'aria-labelledby': 'course' },
        h('h2', { id: 'course' }, 'As it was known at each time'),
        chart.place,
        h('p', { class: 'chart-note' }, isValue ? 'The line is the figure as it stood at each time; ' : `The line is what the rule measures (${measureWords(alert)}) as it stood at each time; `, 'the tinted side of the limit is where the rule holds.'),
        timeLine(transitions, asOf),
      ),
      ruleBox(alert),
    ),
    h('section', { 'aria-labelledby': 'evidence' }, h('h2', { id: 'evidence' }, 'What it rested on, and what became of it'), figures.length ? evidenceTable(alert, figures, vintages) : undefined, policies.length ? policyTable(policies) : undefined),
  );
  return { title, content, shown: chart.shown, leave: chart.leave };
}

function measureWords(alert) {
  const words = { gap: 'the distance to the benchmark', change: 'the change', sum: 'the sum', convergence: 'periods until level', rank: 'the rank', revision: 'the revision', overdue: 'how late it is' };
  const kind = alert.measure?.kind;
  return kind === 'gap' && alert.ruleContent?.when?.gap?.as === 'ratio' ? 'the share of the benchmark' : (words[kind] ?? kind);
}

// The one paragraph that must be enough for who reads no further.
function verdict(alert, transitions) {
  const raised = lastRaised(transitions);
  const times = transitions.filter((transition) => transition.transition === 'RAISED').length;
  const again = times > 1 ? ` It is the ${ordinal(times)} time that it was raised.` : '';
  const last = transitions.at(-1);
  const stood = span(daysBetween(raised.decidedAt, last.decidedAt));
  const words = {
    open: () => [
      h('strong', {}, alert.certainty === 'possible' ? 'It may hold' : 'It holds'),
      ` since ${alert.since}. `,
      alert.certainty === 'possible' ? 'A figure that is only a bound leaves it open. ' : '',
      `Raised on ${day(raised.decidedAt)}${raised === last ? '' : `, last changed on ${day(last.decidedAt)}`}.`,
      again,
    ],
    cleared: () => [h('strong', {}, 'It is over.'), ` It held from ${alert.since} to ${alert.period}; raised on ${day(raised.decidedAt)}, cleared on ${day(last.decidedAt)}.`, again],
    retracted: () => [
      h('strong', {}, 'It never happened.'),
      ` Raised on ${day(raised.decidedAt)}, it stood for ${stood}; on ${day(last.decidedAt)} ${reasonWords(last.reason)}, and by what is known since then it never held. Whoever acted on it should be told.`,
    ],
  };
  return h(
    'div',
    { class: `verdict state-${alert.state} severity-${alert.severity}` },
    h('div', { class: 'verdict-sign' }, mark(alert.state === 'open' ? alert.severity : alert.state, 22), h('span', {}, stateWords(alert)), h('span', { class: 'quiet' }, alert.severity)),
    h('p', {}, (words[alert.state] ?? words.open)()),
    h('p', { class: 'verdict-message' }, capital(last.message)),
  );
}

function ordinal(count) {
  return ['', 'first', 'second', 'third'][count] ?? `${count}th`;
}

function timeLine(transitions, asOf) {
  return h(
    'ol',
    { class: 'time-line' },
    transitions.map((transition, index) => {
      const before = transitions[index - 1];
      const later = before ? daysBetween(before.decidedAt, transition.decidedAt) : 0;
      return h(
        'li',
        { class: `change-${transition.transition}` },
        mark(transition.transition, 16),
        h('div', {}, 
          h('p', { class: 'when' }, h('time', { datetime: transition.decidedAt }, moment(transition.decidedAt)), h('strong', {}, transitionWords(transition.transition)), later ? h('span', { class: 'quiet' }, `${span(later)} later`) : undefined),
          h('p', {}, transition.message),
          h(
            'p',
            { class: 'quiet small' },
            `Because ${reasonWords(transition.reason)}. `,
            transition.certainty === 'possible' ? 'Possible, not certain. ' : '',
            asOf === day(transition.decidedAt) ? '' : h('a', { href: hash(current().path, { 'as-of': day(transition.decidedAt) }) }, 'See everything as of this day'),
          ),
        ),
      );
    }),
  );
}

function ruleBox(alert) {
  const content = alert.ruleContent;
  return h(
    'aside',
    { class: 'box', 'aria-labelledby': 'the-rule' },
    h('h2', { id: 'the-rule' }, 'The rule'),
    content
      ? [
          h('p', {}, capital(watchesWords(content)), '.'),
          h('p', { class: 'condition' }, 'Alert when ', h('strong', {}, conditionWords(content)), '.'),
          h(
            'dl',
            {},
            pair('Severity', [mark(content.severity ?? alert.severity), content.severity ?? alert.severity]),
            content.for > 1 ? pair('For', `${content.for} periods in a row`) : undefined,
            Object.entries(content.labels ?? {}).map(([name, value]) => pair(name, value)),
          ),
        ]
      : h('p', {}, `Alert when the ${alert.measure?.kind} is ${limitWords(alert.limit)}.`),
    h(
      'p',
      { class: 'actions' },
      h('a', { href: link(['rules', alert.rule]) }, 'All about this rule'),
      h('a', { href: link(['playground'], { rule: alert.rule, series: alert.series }) }, 'Try it with another limit'),
      h('a', { href: seriesLink(alert.series) }, seriesTitle(alert.series)),
    ),
  );
}

function pair(name, value) {
  return [h('dt', {}, name), h('dd', {}, value)];
}

/** What became of a figure: the next vintage of its period, or that it is void. */
export function fate(fact, vintages) {
  if (fact.state === 'void') {
    return { code: 'void', words: `void${fact.because ? `: ${fact.because}` : ''}; it counts as never known` };
  }
  const later = vintages
    .filter((vintage) => vintage.period === fact.period && vintage.state !== 'void' && Date.parse(vintage.published) > Date.parse(fact.published))
    .sort((a, b) => Date.parse(a.published) - Date.parse(b.published))[0];
  if (!later) {
    return { code: 'stands', words: 'stands' };
  }
  if (later.value === null || later.value === undefined) {
    return { code: 'withdrawn', words: `withdrawn on ${day(later.published)}` };
  }
  const same = later.value === fact.value && later.comparator === fact.comparator;
  return { code: same ? 'stands' : 'revised', words: same ? `said again on ${day(later.published)}` : `revised to ${spokenFigure(later)}${unitSign(fact.unit)} on ${day(later.published)}` };
}

function evidenceTable(alert, facts, vintages) {
  const sorted = [...facts].sort((a, b) => (a.series === b.series ? 0 : a.series === alert.series ? -1 : 1) || Date.parse(a.published) - Date.parse(b.published));
  return table(
    'Figures it rested on',
    [
      { name: 'Figure', head: true, cell: (fact) => h('a', { href: seriesLink(fact.series, { period: fact.period }) }, `${seriesTitle(fact.series)}, ${fact.period}`) },
      { name: 'Said', class: 'number', cell: (fact) => [measured(fact, fact.unit), statusWords(fact.status) ? h('span', { class: 'small quiet block' }, statusWords(fact.status)) : undefined] },
      { name: 'On', class: 'date', cell: (fact) => moment(fact.published) },
      { name: 'By', cell: sourceLine },
      { name: 'What became of it', cell: (fact) => { const what = fate(fact, vintages.get(fact.series) ?? []); return h('span', { class: `fate fate-${what.code}` }, what.words); } },
    ],
    sorted,
    { rowClass: (fact) => (fact.series === alert.series ? undefined : 'of-other') },
  );
}

function policyTable(policies) {
  return table(
    'Policy events it rested on',
    [
      { name: 'Event', head: true, cell: (event) => event.title },
      { name: 'Of', class: 'date', cell: (event) => event.occurred },
      { name: 'Kind', cell: (event) => [event.kind, event.stance ? `, ${event.stance}` : ''] },
      { name: 'Known', class: 'date', cell: (event) => moment(event.published) },
      { name: 'By', cell: sourceLine },
      { name: 'What became of it', cell: (event) => (event.state === 'void' ? h('span', { class: 'fate fate-void' }, `void${event.because ? `: ${event.because}` : ''}`) : event.superseded ? `replaced on ${day(event.superseded)}` : h('span', { class: 'fate fate-stands' }, 'stands')) },
    ],
    policies,
  );
}
