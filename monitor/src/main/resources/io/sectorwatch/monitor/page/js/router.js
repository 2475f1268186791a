// The address says everything that is shown, so that a link shows the same: #/alerts?state=all&as-of=2024-12-01

/** A hash as its path and query. */
export function parse(hash) {
  const text = hash.replace(/^#/, '');
  const at = text.indexOf('?');
  const path = (at < 0 ? text : text.slice(0, at)).split('/').filter(Boolean).map(decoded);
  const query = Object.fromEntries(new URLSearchParams(at < 0 ? '' : text.slice(at + 1)));
  return { path, query };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The hash of a path and query; what is empty is left out. */
export function hash(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  // Readable addresses: slashes, stars and commas need no escape behind a hash.
  const search = new URLSearchParams(given).toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%2A', '*');
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export function current() {
  return parse(location.hash);
}

/** A link to a path that stays on the day the reader is on. */
export function link(path, query = {}) {
  return hash(path, { 'as-of': current().query['as-of'], ...query });
}

/** The link to a series by its name. */
export function seriesLink(series, query) {
  return link(['series', ...series.split('/')], query);
}

/** Changes the query of where the reader is: as a step to go back to, or in place. */
export function change(query, { inPlace = false } = {}) {
  const now = current();
  const to = hash(now.path, { ...now.query, ...query });
  if (to === location.hash) {
    return;
  }
  if (inPlace) {
    history.replaceState(null, '', to);
    window.dispatchEvent(new Event('hashchange'));
  } else {
    location.hash = to;
  }
}

/** Notes something in the address without drawing anything anew. */
export function note(query) {
  const now = current();
  history.replaceState(null, '', hash(now.path, { ...now.query, ...query }));
}
