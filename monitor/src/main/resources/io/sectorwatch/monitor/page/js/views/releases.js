import { list } from '../api.js';
import { h } from '../dom.js';
import { day, daysBetween, moment, plural, span, today } from '../format.js';
import { choice } from '../parts/filters.js';
import { mark } from '../parts/mark.js';
import { nothing } from '../parts/notice.js';
import { table } from '../parts/table.js';
import { change, hash } from '../router.js';
import { capital, indicatorWords, sourceWords } from '../words.js';

const PAGE = 100;

/** What came, what is due, and what is overdue. */
export async function releasesView({ query, asOf }) {
  const most = Number(query.most) || PAGE;
  const [{ items, more, first }, all] = await Promise.all([list(['releases'], 'releases', { source: query.source, 'as-of': asOf, limit: PAGE }, most), list(['releases'], 'releases', {}, 5000)]);
  const due = (first.due ?? []).filter((one) => !query.source || one.source === query.source);
  const now = asOf ?? today();
  const sources = [...new Set(all.items.map((release) => release.source))].map((code) => [code, sourceWords(code)]).sort((a, b) => a[1].localeCompare(b[1], 'en'));
  const content = h(
    'div',
    {},
    h('h1', {}, 'Releases'),
    h('p', { class: 'lead' }, 'A release is what one source makes known at one moment. It is decided as a whole.'),
    h('form', { class: 'filters', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() }, choice('source', 'Source', sources)),
    h(
      'section',
      { 'aria-labelledby': 'due' },
      h('h2', { id: 'due' }, 'Due'),
      due.length
        ? table(
            'Releases that are due',
            [
              { name: 'Day', class: 'date', head: true, cell: (one) => day(one.due) },
              { name: 'When', cell: (one) => (one.overdue ? h('span', { class: 'late' }, mark('warning', 12), ` overdue by ${span(daysBetween(one.due, now))}`) : `in ${span(daysBetween(now, one.due))}`) },
              { name: 'What', cell: (one) => capital(indicatorWords(one.indicator)) },
              { name: 'By', cell: (one) => sourceWords(one.source) },
              { name: 'Series that wait', class: 'number', cell: (one) => String(one.series) },
            ],
            due,
          )
        : nothing(asOf ? 'On that day no source had said when its next figures would come.' : 'No source has said when its next figures come.'),
    ),
    h(
      'section',
      { 'aria-labelledby': 'came' },
      h('h2', { id: 'came' }, 'Came'),
      items.length
        ? table(
            'Releases that came',
            [
              { name: 'When', class: 'date', head: true, cell: (release) => moment(release.published) },
              { name: 'Source', cell: (release) => [sourceWords(release.source), release.title ? h('span', { class: 'small quiet block' }, release.title) : undefined] },
              // A source that does not say what is new in its releases need not have empty columns for it.
              ...(items.some((release) => release.counts) ? ['new', 'revised', 'withdrawn'].map((what) => ({ name: capital(what), class: 'number', cell: (release) => counted(release.counts?.[what]) })) : []),
              { name: 'What it changed', cell: (release) => (release.transitions ? h('a', { href: changesOf(release) }, plural(release.transitions, 'transition')) : h('span', { class: 'quiet' }, 'no alert')) },
              { name: 'Go back', cell: (release) => (asOf === day(release.published) ? 'you are here' : h('button', { type: 'button', class: 'linkish', 'aria-label': `as of this day, ${day(release.published)}`, onclick: () => change({ 'as-of': day(release.published) }) }, 'as of this day')) },
            ],
            items,
          )
        : nothing(asOf ? 'Nothing had come by that day.' : 'Nothing has come yet.'),
      more ? h('button', { type: 'button', class: 'more-button', onclick: () => change({ most: most + PAGE }, { inPlace: true }) }, 'Show more') : undefined,
    ),
  );
  return { title: 'Releases', content };
}

function changesOf(release) {
  const on = day(release.published);
  return hash(['alerts'], { state: 'all', since: on, 'as-of': on });
}

function counted(number) {
  return number === undefined ? '–' : String(number);
}
