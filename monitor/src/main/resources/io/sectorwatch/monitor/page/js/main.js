import { ApiProblem, forgetAnswers, get } from './api.js';
import { asOfBar } from './as-of.js';
import { h, put } from './dom.js';
import { follow } from './live.js';
import { problemNotice } from './parts/notice.js';
import { current, link } from './router.js';
import { themeSwitch } from './theme.js';
import { alertView } from './views/alert.js';
import { alertsView } from './views/alerts.js';
import { overviewView } from './views/overview.js';
import { playgroundView } from './views/playground.js';
import { releasesView } from './views/releases.js';
import { ruleView } from './views/rule.js';
import { rulesView } from './views/rules.js';
import { seriesListView } from './views/series-list.js';
import { seriesView } from './views/series.js';
import { learnArea } from './words.js';

const VIEWS = [
  { name: 'Overview', path: [], view: overviewView, learns: true },
  { name: 'Alerts', path: ['alerts'], view: alertsView, one: alertView, learns: true },
  { name: 'Series', path: ['series'], view: seriesListView, one: seriesView },
  { name: 'Rules', path: ['rules'], view: rulesView, one: ruleView },
  { name: 'Playground', path: ['playground'], view: playgroundView },
  { name: 'Releases', path: ['releases'], view: releasesView },
];

const content = document.getElementById('content');
const nav = document.getElementById('nav');
const live = document.getElementById('live');

let shown = { path: undefined, leave: undefined, stays: false };
let turn = 0;

function viewOf(path) {
  const entry = VIEWS.find((view) => (view.path[0] ?? '') === (path[0] ?? ''));
  if (!entry || (path.length > 1 && !entry.one)) {
    return undefined;
  }
  return { entry, view: path.length > 1 ? entry.one : entry.view };
}

function drawNav(path) {
  put(
    nav,
    h(
      'ul',
      {},
      VIEWS.map(({ name, path: [first] }) =>
        h('li', {}, h('a', { href: link(first ? [first] : []), 'aria-current': (path[0] ?? '') === (first ?? '') ? 'page' : undefined }, name)),
      ),
    ),
  );
}

async function made(path, query) {
  const found = viewOf(path);
  if (!found) {
    throw new ApiProblem(404, 'There is no such view.');
  }
  // A view that asks for the cards itself need not wait for the names in them.
  if (!found.entry.learns || path.length > 1) {
    await names;
  }
  return found.view({ path, query, asOf: query['as-of'] });
}

/** Shows what the address says. Of several under way only the last is shown, and until then what was there before. */
async function show({ quietly = false } = {}) {
  const mine = ++turn;
  const { path, query } = current();
  const samePlace = shown.path === path.join('/');
  if (quietly && shown.stays) {
    return;
  }
  drawNav(path);
  bar.draw(query['as-of']);
  content.setAttribute('aria-busy', 'true');
  let view;
  try {
    view = await made(path, query);
  } catch (problem) {
    if (quietly && problem instanceof ApiProblem && problem.away) {
      content.removeAttribute('aria-busy');
      return;
    }
    view = { title: 'Nothing to show', content: problemNotice(problem, query['as-of'], () => show()) };
    if (!(problem instanceof ApiProblem)) {
      console.error(problem);
    }
  }
  if (mine !== turn) {
    view.leave?.();
    return;
  }
  const focused = samePlace ? focusKept() : undefined;
  shown.leave?.();
  put(content, view.content);
  content.removeAttribute('aria-busy');
  view.shown?.();
  document.title = `${view.title} · Sectorwatch`;
  const first = shown.path === undefined;
  shown = { path: path.join('/'), leave: view.leave, stays: view.stays };
  if (focused) {
    focused();
  } else if (!samePlace && !first) {
    content.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

// What is drawn anew must not take the focus from under the reader's hands.
function focusKept() {
  const { id, selectionStart, selectionEnd } = document.activeElement ?? {};
  if (!id || !content.contains(document.activeElement)) {
    return undefined;
  }
  return () => {
    const again = document.getElementById(id);
    again?.focus({ preventScroll: true });
    if (typeof selectionStart === 'number' && again?.setSelectionRange) {
      again.setSelectionRange(selectionStart, selectionEnd);
    }
  };
}

async function learnAreas() {
  const { scorecards } = await get(['scorecards']);
  scorecards.forEach((card) => learnArea(card.area, card.areaName));
}

const names = learnAreas().catch(() => undefined);
const bar = asOfBar(document.getElementById('as-of'), () => show());
put(document.getElementById('theme'), themeSwitch());
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  content.focus();
});
window.addEventListener('hashchange', () => show());

await show();
follow(live, () => {
  forgetAnswers();
  bar.renew();
  show({ quietly: true });
});
