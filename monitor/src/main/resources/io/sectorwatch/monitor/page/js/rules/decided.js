// What transitions add up to: alerts as they stand, and how two pasts differ.

const CLOSED = { CLEARED: 'cleared', RETRACTED: 'retracted' };

/** The transitions of each alert, in their order, keyed by alert. */
export function byAlert(transitions) {
  const found = new Map();
  for (const transition of transitions ?? []) {
    found.set(transition.alert, [...(found.get(transition.alert) ?? []), transition]);
  }
  return found;
}

/** Alerts as they stand after all of their transitions. */
export function alertsOf(transitions) {
  return [...byAlert(transitions).values()].map((own) => ({ ...own.at(-1), state: CLOSED[own.at(-1).transition] ?? 'open', raisedAt: own[0].decidedAt, changedAt: own.at(-1).decidedAt }));
}

/** The times over which alerts stood, for each rule and series: {key, rule, series, spans, marks}. */
export function stood(transitions) {
  const found = new Map();
  for (const own of byAlert(transitions).values()) {
    const { rule, series, severity } = own[0];
    const key = `${rule}|${series}`;
    const entry = found.get(key) ?? { key, rule, series, spans: [], marks: [] };
    const state = CLOSED[own.at(-1).transition] ?? 'open';
    entry.spans.push({ from: own[0].decidedAt, to: state === 'open' ? undefined : own.at(-1).decidedAt, state, severity: own.at(-1).severity ?? severity, message: own.at(-1).message });
    own.forEach((transition) => entry.marks.push({ at: transition.decidedAt, transition: transition.transition, message: transition.message }));
    found.set(key, entry);
  }
  return found;
}
