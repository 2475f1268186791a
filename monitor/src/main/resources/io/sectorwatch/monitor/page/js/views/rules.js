import { h } from '../dom.js';
export async function rulesView() { return { title: 'rules', content: h('h1', {}, 'rules') }; }
