import { dropped, elements, localLink, localUrl, refusedAttribute } from './drawing-rules.js';
import { DrawingRefused, parseSvg, type SvgElement } from './svg-parser.js';

const mostElements = 4000;

/** A drawing that may stand inside a page. */
export interface Drawing {
  /** The markup with the alternative text as its name; `prefix` makes its ids unique on the page. */
  markup(alt: string, prefix: string): string;
}

/** Reads an SVG file and refuses whatever is not a plain drawing. @throws DrawingRefused */
export function readDrawing(text: string): Drawing {
  const svg = parseSvg(text);
  if (svg.name !== 'svg') throw new DrawingRefused(svg.line, 'The file must be one <svg> element.');
  if (!svg.attributes.has('viewBox')) throw new DrawingRefused(svg.line, 'The drawing needs a viewBox.');
  if (svg.attributes.has('width') || svg.attributes.has('height')) {
    throw new DrawingRefused(svg.line, 'The drawing takes its size from the page: leave width and height out.');
  }
  const ids = new Map<string, SvgElement>();
  check(svg, true, ids);
  checkReferences(svg, ids);
  if (!svg.children.some((child) => typeof child !== 'string' && child.name === 'title')) {
    throw new DrawingRefused(svg.line, 'The drawing needs a <title>.');
  }
  return { markup: (alt, prefix) => write(svg, prefix, ` role="img" aria-label="${escape(alt)}" focusable="false"`) };
}

function check(element: SvgElement, isRoot: boolean, ids: Map<string, SvgElement>): void {
  if (!elements.has(element.name) || (element.name === 'svg' && !isRoot)) {
    throw new DrawingRefused(element.line, `The element <${element.name}> is not allowed in a drawing.`);
  }
  for (const [name, value] of element.attributes) {
    const refused = refusedAttribute(name, value, element.name);
    if (refused) throw new DrawingRefused(element.line, refused);
  }
  const id = element.attributes.get('id');
  if (id !== undefined) {
    if (ids.has(id)) throw new DrawingRefused(element.line, `The id ${id} is used twice.`);
    ids.set(id, element);
  }
  for (const child of element.children) if (typeof child !== 'string') check(child, false, ids);
}

/** Every reference leads somewhere, none leads in a circle, and what `use` multiplies stays small. */
function checkReferences(svg: SvgElement, ids: Map<string, SvgElement>): void {
  const sizes = new Map<SvgElement, number | 'open'>();
  const sizeOf = (element: SvgElement): number => {
    const known = sizes.get(element);
    if (known === 'open') throw new DrawingRefused(element.line, 'The drawing uses itself.');
    if (known !== undefined) return known;
    sizes.set(element, 'open');
    const targets = targetsOf(element).map((id) => {
      const target = ids.get(id);
      if (!target) throw new DrawingRefused(element.line, `There is no id ${id} in this drawing.`);
      return target;
    });
    const inside = element.children.filter((child) => typeof child !== 'string');
    const size = [...inside, ...targets].reduce((sum, next) => sum + sizeOf(next), 1);
    if (size > mostElements)
      throw new DrawingRefused(element.line, `The drawing has more than ${mostElements} elements.`);
    sizes.set(element, size);
    return size;
  };
  sizeOf(svg);
}

const targetsOf = (element: SvgElement): string[] =>
  [...element.attributes.values()].flatMap((value) => (localUrl.exec(value) ?? localLink.exec(value))?.[1] ?? []);

function write(element: SvgElement, prefix: string, more = ''): string {
  // A <title> would show as a tooltip over the whole drawing; the name comes from the page's own text.
  if (element.name === 'title') return '';
  const attributes = [...element.attributes]
    .filter(([name]) => !dropped.has(name))
    .map(([name, value]) => ` ${name === 'xlink:href' ? 'href' : name}="${escape(prefixed(name, value, prefix))}"`);
  const children = element.children.map((child) => (typeof child === 'string' ? tidy(child) : write(child, prefix)));
  return `<${element.name}${attributes.join('')}${more}>${children.join('')}</${element.name}>`;
}

function prefixed(name: string, value: string, prefix: string): string {
  if (name === 'id') return prefix + value;
  return value.replace(localUrl, `url(#${prefix}$1)`).replace(localLink, `#${prefix}$1`);
}

const tidy = (text: string) => (text.trim() === '' ? '' : escape(text.replace(/\s+/g, ' ')));

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
