import { h } from '../dom.js';
export async function playgroundView() { return { title: 'playground', content: h('h1', {}, 'playground') }; }
