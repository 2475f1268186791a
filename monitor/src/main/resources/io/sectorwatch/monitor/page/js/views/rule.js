import { h } from '../dom.js';
export async function ruleView() { return { title: 'rule', content: h('h1', {}, 'rule') }; }
