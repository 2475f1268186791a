import { h } from '../dom.js';

// What a picture needs to look the same where this page's styles are not.
const OF_SHAPES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'opacity'];
const OF_TEXTS = ['fill', 'font-family', 'font-size', 'font-weight'];
const USUAL = { 'fill-opacity': '1', 'stroke-opacity': '1', opacity: '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', stroke: 'none', 'stroke-width': '1px' };

/** A picture as a document of its own, on a ground of the page's colour. `element` must be in the page. */
export function standalone(element, heading, source) {
  const copy = element.cloneNode(true);
  const originals = [element, ...element.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    const properties = { text: OF_TEXTS, svg: [], g: ['opacity'], title: [] }[node.localName] ?? OF_SHAPES;
    properties.forEach((property) => {
      const value = style.getPropertyValue(property);
      if (value && value !== USUAL[property]) {
        node.setAttribute(property, value);
      }
    });
    node.removeAttribute('class');
  });
  const [, , width, height] = element.getAttribute('viewBox').split(' ').map(Number);
  const head = 40;
  const foot = 26;
  const body = getComputedStyle(document.body);
  const page = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const total = height + head + foot;
  page.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  page.setAttribute('viewBox', `0 0 ${width} ${total}`);
  page.setAttribute('width', width);
  page.setAttribute('height', total);
  page.append(
    make('rect', { width, height: total, fill: body.backgroundColor }),
    make('text', { x: 12, y: 26, 'font-family': 'sans-serif', 'font-size': 17, 'font-weight': 600, fill: body.color }, heading),
    make('text', { x: 12, y: total - 9, 'font-family': 'sans-serif', 'font-size': 11, fill: body.color, opacity: 0.75 }, source),
  );
  copy.setAttribute('y', head);
  page.append(copy);
  return new XMLSerializer().serializeToString(page);
}

function make(tag, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text) {
    element.textContent = text;
  }
  return element;
}

/** Hands a text or blob to the reader as a file. */
export function save(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = h('a', { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** An SVG text as PNG, at twice its size. */
export async function png(svg) {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h('canvas', { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
    const context = canvas.getContext('2d');
    context.scale(2, 2);
    context.drawImage(image, 0, 0);
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is kept text. */
export function csv(rows) {
  const cell = (value) => {
    const text = value === undefined || value === null ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
