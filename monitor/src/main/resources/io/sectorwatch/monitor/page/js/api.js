// The API, as the page reads it.

const API = 'api/v1/';
const KEPT = 300;
const FRESH_MS = 20_000;

/** What the API said when it could not answer, in words for people. */
export class ApiProblem extends Error {
  constructor(status, detail, mistakes) {
    super(detail);
    this.status = status;
    this.mistakes = mistakes;
  }

  /** Whether nothing answered at all. */
  get away() {
    return this.status === 0;
  }
}

// Stepping through days asks for the same again and again.
const answers = new Map();

/** Forgets all answers: there is news. */
export function forgetAnswers() {
  answers.clear();
}

function address(path, query) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given).toString();
  return API + path.map(encodeURIComponent).join('/') + (search ? `?${search}` : '');
}

async function ask(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiProblem(0, 'The monitor does not answer.');
  }
  const text = await response.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (!response.ok) {
    throw new ApiProblem(response.status, body?.detail ?? body?.title ?? `The monitor answered ${response.status}.`, body?.mistakes);
  }
  if (body === undefined && text) {
    throw new ApiProblem(response.status, 'The monitor answered something that is not JSON.');
  }
  return body;
}

/** What a path answers. The answer is shared: it is read, never changed. */
export function get(path, query) {
  const url = address(path, query);
  const kept = answers.get(url);
  if (kept && performance.now() - kept.at < FRESH_MS) {
    return kept.answer;
  }
  const answer = ask(url, { headers: { Accept: 'application/json' } });
  answers.set(url, { at: performance.now(), answer });
  if (answers.size > KEPT) {
    answers.delete(answers.keys().next().value);
  }
  answer.catch(() => {
    if (answers.get(url)?.answer === answer) {
      answers.delete(url);
    }
  });
  return answer;
}

/** What a path answers, or nothing if there is no such thing (404). */
export async function find(path, query) {
  try {
    return await get(path, query);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) {
      return undefined;
    }
    throw problem;
  }
}

/** All pages of a list, as far as `most` items; `more` says that there are others. */
export async function list(path, name, query = {}, most = 1000) {
  const items = [];
  let cursor;
  let first;
  do {
    const page = await get(path, { limit: Math.min(most, 500), ...query, cursor });
    first ??= page;
    items.push(...(page[name] ?? []));
    cursor = page.next;
  } while (cursor && items.length < most);
  return { items, more: Boolean(cursor), first };
}

/**
 * What a path answered on a day. A monitor that cannot say it for this path answers for today, and `todays` says so: better
 * than an empty page, as long as the reader is told.
 */
export async function getAsOf(path, query, asOf) {
  if (!asOf) {
    return { answer: await get(path, query), todays: false };
  }
  try {
    return { answer: await get(path, { ...query, 'as-of': asOf }), todays: false };
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 400 && problem.message.includes('as-of')) {
      return { answer: await get(path, query), todays: true };
    }
    throw problem;
  }
}

/** The path of a series. */
export function seriesPath(series, ...more) {
  return ['series', ...series.split('/'), ...more];
}

/** Decides the past again under the rules of a text. */
export function backtest(yaml, signal) {
  return ask(`${API}backtest`, { method: 'POST', body: yaml, signal, headers: { 'Content-Type': 'application/yaml', Accept: 'application/json' } });
}

/** Puts rules into effect. */
export function applyRules(yaml, token) {
  return ask(`${API}rules`, { method: 'PUT', body: yaml, headers: { 'Content-Type': 'application/yaml', Authorization: `Bearer ${token}` } });
}
