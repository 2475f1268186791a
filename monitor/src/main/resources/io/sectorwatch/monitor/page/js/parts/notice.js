import { ApiProblem } from '../api.js';
import { h } from '../dom.js';
import { capital } from '../words.js';
import { link, hash, current } from '../router.js';

/** What went wrong, in plain words, with what one can do about it. */
export function problemNotice(problem, asOf, again) {
  if (!(problem instanceof ApiProblem)) {
    return notice('This page made a mistake', String(problem?.message ?? problem));
  }
  if (problem.away) {
    return notice('The monitor does not answer', 'It may be starting again. The page asks until it is there.', h('button', { type: 'button', onclick: again }, 'Ask now'));
  }
  if (problem.status === 404 && asOf) {
    return notice(`Not known on ${asOf}`, `${sentence(problem.message)} It may have become known later.`, h('a', { class: 'button', href: hash(current().path, { ...current().query, 'as-of': undefined }) }, 'See what is known now'));
  }
  if (problem.status === 404) {
    return notice('There is nothing here', sentence(problem.message), h('a', { class: 'button', href: link([]) }, 'To the overview'));
  }
  return notice('The monitor cannot answer that', sentence(problem.message));
}

function sentence(text) {
  const full = capital(text);
  return /[.!?]$/.test(full) ? full : `${full}.`;
}

function notice(title, words, ...more) {
  return h('section', { class: 'notice', role: 'alert' }, h('h1', {}, title), h('p', {}, words), more);
}

/** A list that holds nothing, said in words. */
export function nothing(...words) {
  return h('p', { class: 'nothing' }, words);
}

/** Says that figures are today's although the reader is in the past. */
export function todaysNote(todays, what) {
  return todays ? h('p', { class: 'note' }, `This monitor cannot say what ${what} were on that day: they are today's.`) : undefined;
}
