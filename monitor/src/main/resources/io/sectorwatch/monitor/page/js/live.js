import { get, forgetAnswers } from './api.js';
import { put, h } from './dom.js';
import { clock } from './format.js';

const LOOK_MS = 30_000;
const AGAIN_MS = 5_000;
const GATHER_MS = 150;

/**
 * Follows the transitions as they come, and calls `news` when something is new. It says in `place` whether it hears the
 * monitor, and goes on by itself after the monitor was away for however long.
 */
export function follow(place, news) {
  let source;
  let last;
  let awaySince;
  let gathering;
  let newest;
  let looking;

  function say() {
    put(
      place,
      awaySince
        ? [h('span', { class: 'lamp away', 'aria-hidden': 'true' }), `Away since ${clock(awaySince)}: the monitor does not answer. What you see may be old; the page goes on by itself.`]
        : [h('span', { class: 'lamp', 'aria-hidden': 'true' }), 'Live'],
    );
  }

  function gather() {
    // A release speaks in many transitions at once.
    clearTimeout(gathering);
    gathering = setTimeout(news, GATHER_MS);
  }

  function there() {
    if (awaySince) {
      awaySince = undefined;
      gather();
    }
    say();
  }

  function away() {
    if (!awaySince) {
      awaySince = new Date();
      say();
      lookAgain(AGAIN_MS);
    }
  }

  function listen() {
    source?.close();
    source = new EventSource('api/v1/events' + (last ? `?last-event-id=${encodeURIComponent(last)}` : ''));
    source.addEventListener('open', there);
    source.addEventListener('transition', (event) => {
      last = event.lastEventId || last;
      gather();
    });
    source.addEventListener('error', away);
  }

  // Facts that change no alert make no transition, and a connection may be dead without anyone having said so.
  async function look() {
    try {
      forgetAnswers();
      const { releases } = await get(['releases'], { limit: 1 });
      const now = JSON.stringify(releases[0] ?? null);
      if (newest !== undefined && now !== newest) {
        gather();
      }
      newest = now;
      if (source.readyState === EventSource.CLOSED || awaySince) {
        listen();
      }
    } catch {
      away();
    }
  }

  function lookAgain(wait) {
    clearTimeout(looking);
    looking = setTimeout(async () => {
      if (document.visibilityState === 'visible') {
        await look();
      }
      lookAgain(awaySince ? AGAIN_MS : LOOK_MS);
    }, wait);
  }

  say();
  listen();
  look();
  lookAgain(LOOK_MS);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  window.addEventListener('online', look);
  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', (event) => event.persisted && listen());
}
