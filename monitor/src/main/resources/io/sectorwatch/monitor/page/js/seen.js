// What the reader has seen, so that the overview can say what changed since. Days of knowledge would not do: what came today
// may be of last year.

import { remember, remembered } from './stored.js';

const KEPT = 500;

export function newsId(alert) {
  return `${alert.alert}:${alert.transition}:${alert.decidedAt ?? alert.changedAt}`;
}

/** What is new among alerts since the reader last looked: {news, since}; `since` is empty on the first visit. */
export function unseen(alerts) {
  // A reload is not another look: what was new when this tab was opened stays new in it.
  let before = remembered('seen-before', 'sessionStorage');
  if (!before) {
    before = remembered('seen') ?? { at: null, ids: [] };
    remember('seen-before', before, 'sessionStorage');
  }
  const ids = new Set(before.ids);
  remember('seen', { at: new Date().toISOString(), ids: alerts.map(newsId).slice(0, KEPT) });
  return { news: before.at ? alerts.filter((alert) => !ids.has(newsId(alert))) : [], since: before.at };
}

/** From now on nothing of this is new. */
export function markSeen(alerts) {
  remember('seen-before', { at: new Date().toISOString(), ids: alerts.map(newsId).slice(0, KEPT) }, 'sessionStorage');
}
