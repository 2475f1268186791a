import { h } from '../dom.js';
import { day } from '../format.js';
import { link } from '../router.js';
import { areaTitle, capital, sectorWords, transitionWords } from '../words.js';
import { mark } from './mark.js';

/** What state an alert is in, and of what certainty, in words. */
export function stateWords(alert) {
  if (alert.state === 'retracted') {
    return 'Retracted: it never happened';
  }
  if (alert.state === 'cleared') {
    return 'Cleared';
  }
  return alert.certainty === 'possible' ? 'Open, possible' : 'Open';
}

function periods(alert) {
  return alert.since === alert.period ? alert.since : `${alert.since} to ${alert.period}`;
}

/** When an alert stood, in words. */
export function stoodWords(alert) {
  const raised = day(alert.raisedAt);
  const changed = day(alert.changedAt);
  if (alert.state === 'retracted' || alert.state === 'cleared') {
    return `raised ${raised}, ${alert.state} ${changed}`;
  }
  return raised === changed ? `raised ${raised}` : `raised ${raised}, changed ${changed}`;
}

/** An alert as an entry of a list: what holds, since when, how sure, and when that changed. */
export function alertRow(alert) {
  const retracted = alert.state === 'retracted';
  const title = alert.ruleTitle ?? alert.rule;
  return h(
    'li',
    { class: `alert-row state-${alert.state} severity-${alert.severity}` },
    h('div', { class: 'alert-sign' }, mark(alert.state === 'open' ? alert.severity : alert.state, 16), h('span', { class: 'alert-severity' }, alert.state === 'open' ? alert.severity : alert.state)),
    h(
      'div',
      { class: 'alert-body' },
      h(
        'h3',
        {},
        h('a', { href: link(['alerts', alert.alert]) }, retracted ? h('s', {}, title) : title),
      ),
      h('p', { class: 'alert-message' }, alert.message),
      h(
        'p',
        { class: 'alert-facts' },
        h('span', {}, `${areaTitle(alert.area)}${alert.sector === 'economy' ? '' : `, ${sectorWords(alert.sector)}`}`),
        h('span', {}, `of ${periods(alert)}`),
        h('span', { class: alert.certainty === 'possible' ? 'possible' : undefined }, retracted ? 'never happened' : alert.certainty === 'possible' ? 'possible: a bound leaves it open' : alert.certainty),
        h('span', {}, stoodWords(alert)),
      ),
    ),
  );
}

/** A list of alerts. */
export function alertList(alerts) {
  return h('ul', { class: 'alert-list' }, alerts.map(alertRow));
}

/** A transition in one line: what changed on which day. */
export function transitionLine(transition, extra) {
  return h(
    'li',
    { class: `change-line change-${transition.transition}` },
    mark(transition.transition, 13),
    h('span', { class: 'change-day' }, day(transition.decidedAt)),
    h('span', { class: 'change-word' }, transitionWords(transition.transition)),
    h('a', { href: link(['alerts', transition.alert]) }, capital(transition.message)),
    extra,
  );
}
