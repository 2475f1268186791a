import { h, webAddress } from '../dom.js';
import { sourceWords } from '../words.js';

/** Who said it, and where exactly. */
export function sourceLine(fact) {
  const address = webAddress(fact.url);
  const name = sourceWords(fact.source);
  return [
    address ? h('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, name, h('span', { class: 'hidden-text' }, ' (elsewhere)')) : name,
    fact.locator ? h('span', { class: 'small quiet block' }, fact.locator) : undefined,
  ];
}
