// The words of the field, for codes that people should not have to know.

const WHOLE = { rd: 'R&D', ai: 'AI', ict: 'ICT', gdp: 'GDP', it: 'IT' };

function spoken(code) {
  return code
    .split('-')
    .map((part) => WHOLE[part] ?? part)
    .join(' ');
}

export function capital(text) {
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** An indicator: R&D intensity; restrict policy events. */
export function indicatorWords(code) {
  if (code.startsWith('policy-stance.')) {
    return `${spoken(code.slice('policy-stance.'.length))} policy events`;
  }
  if (code.startsWith('policy-activity.')) {
    return `${spoken(code.slice('policy-activity.'.length))} policy events`;
  }
  return spoken(code);
}

export function sectorWords(code) {
  return code === '*' ? 'all sectors' : spoken(code);
}

const areaNames = new Map([['*', 'all areas']]);

/** Learns the name of an area from whatever the API said it in. */
export function learnArea(code, name) {
  if (code && name) {
    areaNames.set(code, name);
  }
}

/** An area as it stands in a sentence: the United States. */
export function areaWords(code) {
  return areaNames.get(code) ?? code;
}

/** An area as it stands alone: United States. */
export function areaTitle(code) {
  return capital(areaWords(code).replace(/^the /, ''));
}

// The sources of the built-in figures; any other stands as its code.
const SOURCES = {
  nbs: 'National Bureau of Statistics of China',
  oecd: 'OECD',
  eurostat: 'Eurostat',
  'world-bank': 'World Bank',
  'eai-brief-1752': 'EAI Background Brief 1752',
  'cset-agora': 'CSET AGORA',
  'us-federal-register': 'US Federal Register',
  derived: 'counted from policy events',
};

export function sourceWords(code) {
  return SOURCES[code] ?? code ?? 'unknown source';
}

export const SEVERITIES = ['critical', 'warning', 'info'];
export const STANCES = ['support', 'restrict', 'risk', 'neutral'];

const TRANSITIONS = { RAISED: 'Raised', UPDATED: 'Updated', CLEARED: 'Cleared', RETRACTED: 'Retracted' };

export function transitionWords(code) {
  return TRANSITIONS[code] ?? code;
}

const REASONS = {
  'new-period': 'a figure for a new period came',
  revision: 'the figure was revised',
  'benchmark-new-period': 'the benchmark got a figure for a new period',
  'benchmark-revision': 'the benchmark was revised',
  'rule-changed': 'the rule was changed',
  'time-passed': 'time passed, and nothing came',
  correction: 'a wrong entry was corrected here',
};

export function reasonWords(code) {
  return REASONS[code] ?? code;
}

const STATUSES = {
  A: '',
  P: 'provisional',
  E: 'estimated',
  F: 'forecast',
  B: 'break in the series',
  M: 'missing',
  O: 'missing',
  D: 'definition differs',
  I: 'imputed',
  U: 'low reliability',
  N: 'not significant',
  S: 'strike or special event',
};

/** SDMX status codes in words, nothing for a normal figure. */
export function statusWords(codes) {
  return (codes ?? [])
    .map((code) => STATUSES[code] ?? `status ${code}`)
    .filter(Boolean)
    .join(', ');
}

const FREQUENCIES = { A: 'yearly', S: 'half-yearly', Q: 'quarterly', M: 'monthly', W: 'weekly', D: 'daily' };

export function frequencyWords(code) {
  return FREQUENCIES[code] ?? code;
}

/** A series by its parts. */
export function seriesParts(series) {
  const [indicator, area, sector, frequency] = series.split('/');
  return { indicator, area, sector, frequency };
}

/** A series as a title: R&D intensity of China. */
export function seriesTitle(series) {
  const { indicator, area, sector } = seriesParts(series);
  const where = sector === 'economy' ? '' : ` in ${sectorWords(sector)}`;
  return capital(`${indicatorWords(indicator)} of ${areaWords(area)}${where}`);
}
