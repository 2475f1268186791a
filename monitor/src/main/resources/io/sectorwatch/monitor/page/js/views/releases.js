import { h } from '../dom.js';
export async function releasesView() { return { title: 'releases', content: h('h1', {}, 'releases') }; }
