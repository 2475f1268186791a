import { ApiProblem, applyRules, backtest, find, get, list } from '../api.js';
import { save } from '../chart/download.js';
import { fitted } from '../chart/fitted.js';
import { legend } from '../chart/legend.js';
import { seriesChart } from '../chart/series-chart.js';
import { stoodChart } from '../chart/stood-chart.js';
import { lanes, limitLines, points, shortName } from '../chart/series-model.js';
import { h, put } from '../dom.js';
import { day, number, plural, today, unitWords } from '../format.js';
import { knownSeries } from '../known-series.js';
import { transitionLine } from '../parts/alert-row.js';
import { editor } from '../parts/editor.js';
import { mark } from '../parts/mark.js';
import { alertsOf, stood } from '../rules/decided.js';
import { indicatorsIn, limitsIn, rangeOf, withLimit } from '../rules/yaml-limits.js';
import { yaml } from '../rules/yaml-writer.js';
import { change, note } from '../router.js';
import { remember, remembered } from '../stored.js';
import { areaTitle, capital, learnArea, seriesParts, seriesTitle } from '../words.js';

const TYPING_MS = 250;
const SLIDING_MS = 40;
const LINES = 60;
const LANES = 24;
const MOST_SERIES = 300;

const EMPTY = `rules:
  - id: my-rule
    title: What it says, in words
    severity: info
    series: {indicator: rd-intensity, sectors: [economy], frequency: A}
    when: {value: {atLeast: 3}}
`;

const WAYS = { below: 'below', atMost: 'at most', above: 'above', atLeast: 'at least', clear: 'clear at' };

/** A rule edited beside the picture, and its past decided again while one types. */
export async function playgroundView({ query, asOf }) {
  const [{ rules }, status] = await Promise.all([get(['rules']), find(['status']).catch(() => undefined)]);
  const base = query.rule ? await find(['rules', query.rule]) : undefined;
  const original = base?.content ? yaml([base.content]) : EMPTY;
  const draft = remembered('draft', 'sessionStorage');
  const begin = draft && draft.rule === (query.rule ?? '') ? draft.text : original;

  let answer;
  let chosen = query.series;
  let figures;
  let asked;
  let timer;
  let left = false;
  const ranges = new Map();
  const seriesOf = new Map();

  const field = editor({ label: 'Rules, as YAML', text: begin, changed: () => edited(TYPING_MS) });
  const sliders = h('div', { class: 'sliders', role: 'group', 'aria-label': 'Limits' });
  const says = h('div', { id: 'mistakes', class: 'says', role: 'status', 'aria-live': 'polite' });
  const counts = h('div', { class: 'counts-box', tabindex: 0, role: 'region', 'aria-label': 'Counts' });
  const picture = h('div', {});
  const told = h('div', {});
  const past = fitted((width) => stoodChart(stoodLanes(), { width, until: asOf ?? today() }));
  const seriesSelect = h('select', { id: 'playground-series', onchange: (event) => choose(event.target.value) });
  const chart = fitted((width) => (figures ? seriesChart(model(), { width, height: width < 520 ? 200 : 250 }).element : h('span', {})));

  function known(transitions) {
    return asOf ? (transitions ?? []).filter((transition) => day(transition.decidedAt) <= asOf) : (transitions ?? []);
  }

  function edited(wait) {
    remember('draft', { rule: query.rule ?? '', text: field.text() }, 'sessionStorage');
    drawSliders();
    chart.again();
    clearTimeout(timer);
    timer = setTimeout(decide, wait);
  }

  async function decide() {
    asked?.abort();
    const mine = new AbortController();
    asked = mine;
    const slow = setTimeout(() => put(says, h('p', { class: 'quiet' }, 'Deciding the past again …')), 300);
    try {
      const [next] = await Promise.all([backtest(field.text(), mine.signal), learnSeries()]);
      if (asked === mine && !left) {
        answer = next;
        chooseIfMust();
        drawAnswer();
      }
    } catch (problem) {
      if (asked === mine && problem.name !== 'AbortError' && !left) {
        await learnSeries();
        drawProblem(problem);
      }
    } finally {
      clearTimeout(slow);
    }
  }

  function drawProblem(problem) {
    const mistakes = [...(problem.mistakes ?? [])].sort((a, b) => a.line - b.line || a.column - b.column);
    field.mark(new Map(mistakes.map((mistake) => [mistake.line, 'mistake'])));
    put(
      says,
      mistakes.length
        ? [
            h('p', { class: 'mistake-count' }, mark('critical', 12), ` ${plural(mistakes.length, 'mistake')}; the picture is of the last rules without one.`),
            h('ul', {}, mistakes.map((mistake) => h('li', {}, place(mistake), ' ', capital(mistake.message)))),
          ]
        : h('p', {}, problem instanceof ApiProblem && (problem.status === 404 || problem.status === 405) ? 'This monitor cannot decide the past again.' : capital(problem.message)),
    );
    drawSeries();
    chooseIfMust();
  }

  function place({ line, column }) {
    return h('button', { type: 'button', class: 'linkish', onclick: () => field.goTo(line, column) }, `Line ${line}${column ? `, column ${column}` : ''}:`);
  }

  function drawAnswer() {
    const warnings = answer.warnings ?? [];
    field.mark(new Map(warnings.map((warning) => [warning.line, 'warning'])));
    put(
      says,
      h('p', {}, mark('cleared', 12), ` No mistake. Decided again on ${plural(answer.facts ?? 0, 'fact')}, each at the time it became known.`, answer.truncated ? ' There is more than is shown: the end was cut off.' : ''),
      warnings.length ? h('ul', {}, warnings.map((warning) => h('li', {}, mark('warning', 11), ' ', place(warning), ' ', capital(warning.message)))) : undefined,
    );
    drawCounts();
    past.again();
    chart.again();
    drawTold();
    drawSeries();
  }

  function drawCounts() {
    const live = answer.live ?? {};
    const rows = ['raised', 'updated', 'cleared', 'retracted', 'open'];
    const value = (from, row) => from?.counts?.[row] ?? 0;
    put(
      counts,
      h(
        'table',
        { class: 'tally-table' },
        h('caption', { class: 'hidden-text' }, 'How often, as edited and live'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, h('span', { class: 'hidden-text' }, 'Which')), rows.map((row) => h('th', { scope: 'col', class: 'number' }, capital(row))))),
        h(
          'tbody',
          {},
          h('tr', {}, h('th', { scope: 'row' }, 'As edited'), rows.map((row) => h('td', { class: 'number' }, h('strong', {}, String(value(answer, row)))))),
          h('tr', {}, h('th', { scope: 'row' }, 'Live'), rows.map((row) => h('td', { class: 'number' }, String(value(live, row))))),
          h('tr', {}, h('th', { scope: 'row' }, 'Difference'), rows.map((row) => difference(value(answer, row) - value(live, row)))),
        ),
      ),
    );
  }

  function difference(by) {
    return h('td', { class: `number${by ? ' differs' : ' quiet'}` }, by ? (by > 0 ? `+${by}` : `\u2212${-by}`) : '0');
  }

  function stoodLanes() {
    if (!answer) {
      return [];
    }
    const here = stood(known(answer.transitions));
    const live = stood(known(answer.live?.transitions));
    const keys = [...new Set([...here.keys(), ...live.keys()])].sort((a, b) => differs(here, live, b) - differs(here, live, a) || a.localeCompare(b, 'en'));
    const several = new Set(keys.map((key) => key.split('|')[0])).size > 1;
    return keys.slice(0, LANES).map((key) => {
      const entry = here.get(key) ?? live.get(key);
      return {
        name: `${seriesTitle(entry.series)}${several ? ` · ${entry.rule}` : ''}${differs(here, live, key) ? '' : ' (the same)'}`,
        rows: [
          { class: 'edited-row', spans: here.get(key)?.spans ?? [], marks: here.get(key)?.marks ?? [] },
          { class: 'live-row', spans: live.get(key)?.spans ?? [], marks: live.get(key)?.marks ?? [] },
        ],
      };
    });
  }

  function differs(here, live, key) {
    const spans = (of) => JSON.stringify((of.get(key)?.spans ?? []).map(({ from, to, state, severity }) => [from, to, state, severity]));
    return spans(here) === spans(live) ? 0 : 1;
  }

  function drawTold() {
    const only = (title, transitions, words) =>
      h(
        'section',
        { class: 'only' },
        h('h3', {}, `${title} (${transitions.length})`),
        transitions.length ? h('ul', {}, transitions.slice(0, LINES).map((transition) => line(transition))) : h('p', { class: 'quiet' }, words),
        transitions.length > LINES ? h('p', { class: 'quiet' }, `and ${transitions.length - LINES} more`) : undefined,
      );
    put(
      told,
      h('div', { class: 'side-by-side' }, only('Only as edited', known(answer.onlyHere), 'Nothing that was not said live.'), only('Only live', known(answer.onlyLive), 'Everything that was said live is said here too.')),
      h('details', {}, h('summary', {}, `All ${plural(known(answer.transitions).length, 'transition')} as edited`), h('ul', {}, known(answer.transitions).slice(0, 300).map((transition) => line(transition)))),
    );
  }

  // What was only decided here has no page of its own to lead to.
  function line(transition) {
    const item = transitionLine(transition);
    const anchor = item.querySelector('a');
    anchor.replaceWith(h('span', {}, anchor.textContent));
    return item;
  }

  function candidates() {
    const indicators = indicatorsIn(field.text());
    const named = indicators.flatMap((indicator) => seriesOf.get(indicator) ?? []);
    const spoke = [...(answer?.transitions ?? []), ...(answer?.live?.transitions ?? [])].map((transition) => transition.series);
    return [...new Set([...spoke, ...named])];
  }

  async function learnSeries() {
    for (const indicator of indicatorsIn(field.text()).filter((one) => !seriesOf.has(one))) {
      const found = await list(['series'], 'series', { indicator }, MOST_SERIES).catch(() => ({ items: [] }));
      found.items.forEach((one) => learnArea(one.area, one.areaName));
      seriesOf.set(indicator, found.items.map((one) => one.series));
    }
  }

  function drawSeries() {
    const all = candidates();
    put(seriesSelect, all.map((name) => h('option', { value: name }, seriesTitle(name))));
    seriesSelect.value = chosen ?? '';
    seriesSelect.disabled = all.length === 0;
  }

  function chooseIfMust() {
    const all = candidates();
    if (!chosen || (!all.includes(chosen) && all.length)) {
      const first = (answer?.onlyHere ?? [])[0]?.series;
      choose(first && all.includes(first) ? first : all[0]);
    }
  }

  async function choose(name) {
    chosen = name;
    seriesSelect.value = name ?? '';
    note({ series: name });
    figures = undefined;
    if (name) {
      const found = await knownSeries(name, asOf).catch(() => undefined);
      if (chosen !== name || left) {
        return;
      }
      const compared = [...new Set([...(found?.rules ?? []).filter((rule) => rule.content.when?.gap).flatMap((rule) => rule.compared ?? []), ...known(answer?.transitions).filter((transition) => transition.series === name && transition.benchmark?.series).map((transition) => transition.benchmark.series)])].filter((other) => other !== name);
      const others = await Promise.all(compared.map(async (other) => ({ other, found: await knownSeries(other, asOf).catch(() => undefined) })));
      if (chosen !== name || left) {
        return;
      }
      figures = found && {
        ...found,
        points: points(found.values),
        benchmarks: others.filter(({ found: it }) => it).map(({ other, found: it }) => ({ series: other, name: shortName(other, name), points: points(it.values) })),
      };
    }
    drawSliders();
    drawPicture();
    chart.again();
  }

  function drawPicture() {
    put(picture, figures ? legend(model(), unitWords(figures.unit)) : chosen ? h('p', { class: 'quiet' }, 'No figure of this series is known.') : undefined);
  }

  // The limits of the text as it stands, so that the line moves with the slider and not only when the past is decided.
  function pseudoRules() {
    const found = new Map();
    for (const limit of limitsIn(field.text())) {
      if (limit.indicator && limit.indicator !== figures.indicator) {
        continue;
      }
      const key = `${limit.rule}/${limit.kind}`;
      const rule = found.get(key) ?? { id: limit.rule, title: limit.rule, content: { severity: 'info', when: { [limit.kind]: { as: limit.as } } }, compared: figures.benchmarks.map((benchmark) => benchmark.series) };
      rule.content.when[limit.kind][limit.key] = limit.value;
      found.set(key, rule);
    }
    return [...found.values()];
  }

  function model() {
    const own = alertsOf(known(answer?.transitions)).filter((alert) => alert.series === chosen);
    const pseudo = pseudoRules();
    const compares = limitsIn(field.text()).some((limit) => limit.kind === 'gap' || limit.kind === 'convergence');
    return {
      name: areaTitle(seriesParts(chosen).area),
      points: figures.points,
      everything: figures.points,
      benchmarks: compares ? figures.benchmarks : [],
      limits: limitLines(pseudo, figures.benchmarks),
      lanes: lanes(own, []),
      policies: [],
      asOf,
    };
  }

  function drawSliders() {
    const limits = limitsIn(field.text());
    const ids = limits.map((limit, index) => `${index}/${limit.rule}/${limit.kind}/${limit.key}`);
    const values = (figures?.points ?? []).map((point) => point.value).filter((value) => typeof value === 'number');
    const current = [...sliders.children].map((child) => child.dataset.limit);
    if (ids.join() !== current.join()) {
      put(sliders, limits.map((limit, index) => slider(limit, index, ids[index])));
    }
    limits.forEach((limit, index) => {
      const before = ranges.get(ids[index]);
      const fits = before && limit.value >= before.min && limit.value <= before.max && before.of === values.length;
      const range = fits ? before : { ...rangeOf(limit, values), of: values.length };
      ranges.set(ids[index], range);
      const input = sliders.children[index].querySelector('input');
      const output = sliders.children[index].querySelector('output');
      input.min = range.min;
      input.max = range.max;
      input.step = range.step;
      if (Number(input.value) !== limit.value) {
        input.value = limit.value;
      }
      output.textContent = number(limit.value);
    });
  }

  function slider(limit, index, id) {
    const input = h('input', {
      type: 'range',
      id: `limit-${index}`,
      oninput: (event) => {
        const now = limitsIn(field.text())[index];
        field.set(withLimit(field.text(), now, Number(event.target.value)));
        edited(SLIDING_MS);
      },
    });
    return h('div', { 'data-limit': id, class: 'slider' }, h('label', { for: `limit-${index}` }, h('span', {}, `${limit.kind} ${WAYS[limit.key]} `), h('span', { class: 'quiet small' }, limit.rule)), input, h('output', { for: `limit-${index}` }));
  }

  const content = h(
    'div',
    { class: 'playground' },
    h('h1', {}, 'Playground'),
    h('p', { class: 'lead' }, 'Change a rule and see at once what it would have said, decided on what was known at each time, beside what was said live. Nothing takes effect here until it is applied.'),
    h(
      'form',
      { class: 'filters', onsubmit: (event) => event.preventDefault(), 'aria-label': 'Start' },
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'start-from' }, 'Start from'),
        startFrom(rules, query.rule),
      ),
      h('button', { type: 'button', onclick: () => { field.set(original); ranges.clear(); edited(0); } }, 'Begin again'),
    ),
    h(
      'div',
      { class: 'bench' },
      h(
        'section',
        { class: 'bench-text', 'aria-label': 'Rules' },
        field.element,
        says,
        h('h2', { class: 'small-heading' }, 'Limits'),
        sliders,
        h('div', { class: 'actions across' }, copyButton(() => field.text()), h('button', { type: 'button', onclick: () => save('rules.yaml', field.text(), 'application/yaml') }, 'Download'), applying(status, () => field.text())),
      ),
      h(
        'section',
        { class: 'bench-picture', 'aria-label': 'What it would have said' },
        counts,
        h('h2', { class: 'small-heading' }, 'When alerts would have stood'),
        h('p', { class: 'chart-note' }, 'On the axis of what was known when. Above: as edited; below, paler: live.'),
        past.place,
        h('div', { class: 'field picture-of' }, h('label', { for: 'playground-series' }, 'The figures of'), seriesSelect),
        picture,
        chart.place,
      ),
    ),
    h('section', { 'aria-labelledby': 'told' }, h('h2', { id: 'told' }, 'What would have been said'), told),
  );
  return {
    title: 'Playground',
    content,
    stays: true,
    shown: () => {
      drawSliders();
      drawSeries();
      chart.shown();
      if (chosen) {
        choose(chosen);
      }
      decide();
    },
    leave: () => {
      left = true;
      clearTimeout(timer);
      asked?.abort();
      past.leave();
      chart.leave();
    },
  };
}

function startFrom(rules, chosen) {
  const select = h(
    'select',
    { id: 'start-from', onchange: (event) => change({ rule: event.target.value, series: undefined }) },
    h('option', { value: '' }, 'an empty rule'),
    [...rules].sort((a, b) => (a.title ?? a.id).localeCompare(b.title ?? b.id, 'en')).map((rule) => h('option', { value: rule.id }, rule.title ?? rule.id)),
  );
  select.value = chosen ?? '';
  return select;
}

function copyButton(text) {
  const button = h('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
    } catch {
      const area = document.getElementById('rules-text');
      area.focus();
      area.select();
      button.textContent = 'Selected: copy it with the keyboard';
    }
    setTimeout(() => (button.textContent = 'Copy'), 2500);
  });
  return button;
}

function applying(status, text) {
  if (!status?.allowChanges) {
    return h('span', { class: 'quiet small' }, 'This monitor takes no changes; apply the file with ', h('code', {}, 'sectorwatch rules apply rules.yaml'));
  }
  const token = h('input', { type: 'password', id: 'token', autocomplete: 'off' });
  const said = h('p', { role: 'status', class: 'says' });
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'apply-title' },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: async (event) => {
          if (event.submitter?.value === 'close') {
            token.value = '';
            return;
          }
          event.preventDefault();
          put(said, 'Applying …');
          try {
            await applyRules(text(), token.value);
            put(said, mark('cleared', 12), ' Applied: the rules are in effect from now on.');
          } catch (problem) {
            put(said, capital({ 401: 'This token is not accepted.', 403: 'This monitor allows no changes.' }[problem.status] ?? problem.message));
          }
          token.value = '';
        },
      },
      h('h2', { id: 'apply-title' }, 'Put these rules into effect'),
      h('p', {}, 'They count from now on, for everybody. Rules of the same id are replaced, others stay.'),
      h('div', { class: 'field' }, h('label', { for: 'token' }, 'Token'), token),
      said,
      h('p', { class: 'actions across' }, h('button', { type: 'submit', value: 'apply' }, 'Apply'), h('button', { type: 'submit', value: 'close', formnovalidate: true }, 'Close')),
    ),
  );
  return [h('button', { type: 'button', onclick: () => { put(said); dialog.showModal(); } }, 'Apply …'), dialog];
}
