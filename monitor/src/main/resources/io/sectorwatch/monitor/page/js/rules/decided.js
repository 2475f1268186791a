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

/**
 * The times over which alerts stood, for each rule and series: {key, rule, series, spans, marks}. An alert that is raised again
 * for the same periods keeps its id, and stood more than once.
 */
export function stood(transitions) {
  const found = new Map();
  for (const own of byAlert(transitions).values()) {
    const { rule, series } = own[0];
    const key = `${rule}|${series}`;
    const entry = found.get(key) ?? { key, rule, series, spans: [], marks: [] };
    let span;
    for (const transition of own) {
      if (!span) {
        span = { from: transition.decidedAt, to: undefined, state: 'open' };
        entry.spans.push(span);
      }
      span.severity = transition.severity;
      span.message = transition.message;
      // A closing is certain, and says nothing of how sure the alert was.
      if (!CLOSED[transition.transition]) {
        span.certainty = transition.certainty;
      }
      entry.marks.push({ at: transition.decidedAt, transition: transition.transition, message: transition.message });
      if (CLOSED[transition.transition]) {
        span.to = transition.decidedAt;
        span.state = CLOSED[transition.transition];
        span = undefined;
      }
    }
    found.set(key, entry);
  }
  return found;
}

/** The transition with which the newest of the times began over which an alert stood. */
export function lastRaised(transitions) {
  return transitions.findLast((transition) => transition.transition === 'RAISED') ?? transitions[0];
}
