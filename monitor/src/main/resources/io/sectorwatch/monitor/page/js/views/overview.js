import { h } from '../dom.js';
export async function overviewView() { return { title: 'overview', content: h('h1', {}, 'overview') }; }
