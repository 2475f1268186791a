// What the overview makes of the cards: which indicator stands for a sector, and the worst of all.

import { SEVERITIES } from './words.js';

/** The worst of some states; nothing if all is quiet. */
export function worst(states) {
  return SEVERITIES.find((severity) => states.includes(severity)) ?? null;
}

/** The indicator that stands for each sector: the one most areas have, rather one that a rule watches or that is compared. */
export function headlines(cards, watched = new Set()) {
  const bySector = new Map();
  for (const card of cards) {
    for (const one of card.indicators) {
      const counts = bySector.get(card.sector) ?? new Map();
      const now = counts.get(one.indicator) ?? { indicator: one.indicator, unit: one.unit, weight: 0 };
      now.weight += (watched.has(one.indicator) ? 2 : 1) + (one.gap ? 0.5 : 0);
      counts.set(one.indicator, now);
      bySector.set(card.sector, counts);
    }
  }
  return new Map([...bySector].map(([sector, counts]) => [sector, [...counts.values()].sort((a, b) => b.weight - a.weight)[0]]));
}

/** One card per sector over all areas: the API's where it has them, else as far as the cards of the areas say it. */
export function sectorCards(answer) {
  const sectors = [...new Set([...(answer.sectors ?? []).map((card) => card.sector), ...answer.scorecards.map((card) => card.sector)])].sort();
  const said = (answer.sectors ?? []).map((card) => ({ ...card, indicators: (card.indicators ?? []).map(placed) }));
  return sectors.map((sector) => said.find((card) => card.sector === sector) ?? gathered(sector, answer.scorecards.filter((card) => card.sector === sector)));
}

// Of the areas behind a highest, lowest or median figure the first stands for it.
function placed(one) {
  const first = (figure) => figure && { area: figure.of?.[0]?.area, period: figure.of?.[0]?.period, ...figure };
  return { ...one, highest: first(one.highest), lowest: first(one.lowest), median: first(one.median) };
}

function gathered(sector, cards) {
  const open = {};
  const openByArea = {};
  for (const card of cards) {
    for (const [severity, count] of Object.entries(card.open ?? {})) {
      open[severity] = (open[severity] ?? 0) + count;
      openByArea[card.area] = (openByArea[card.area] ?? 0) + count;
    }
  }
  const names = [...new Set(cards.flatMap((card) => card.indicators.map((one) => one.indicator)))];
  const indicators = names.map((indicator) => {
    const found = cards.flatMap((card) => card.indicators.filter((one) => one.indicator === indicator && typeof one.value === 'number').map((one) => ({ ...one, area: card.area }))).sort((a, b) => a.value - b.value);
    return { indicator, unit: found[0]?.unit, areas: found.length, highest: found.at(-1), lowest: found[0] };
  });
  return {
    sector,
    state: worst(cards.map((card) => card.state)),
    indicators,
    open,
    openByArea,
    policies: { trailingYear: { events: sum(cards, (card) => card.policies?.trailingYear?.events) }, total: { events: sum(cards, (card) => card.policies?.total?.events) } },
    knownAt: cards.map((card) => card.knownAt).filter(Boolean).sort().at(-1),
  };
}

function sum(items, of) {
  return items.reduce((total, item) => total + (of(item) ?? 0), 0);
}
