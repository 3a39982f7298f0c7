import { printedDrawing } from '../../web/index.js';
import { typographic } from './typographic.js';
import { parseMarkup, svgNamespace, textOf, without, writeNode, type XmlElement, type XmlNode } from './xml-tree.js';

/** A piece of text as the typst template takes it: plain data, never markup. */
export type Inline =
  | { t: 'text'; s: string }
  | { t: 'br' }
  | { t: 'strong' | 'em' | 'code' | 's'; c: Inline[] }
  | { t: 'a'; href: string; c: Inline[] };

export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'h'; level: number; c: Inline[] }
  | { t: 'ul' | 'ol'; items: Block[][] }
  | { t: 'callout'; kind: string; blocks: Block[] }
  | { t: 'figure'; svg: string; alt: string; caption: string; /** Height by width. */ ratio: number }
  | { t: 'table'; head: Inline[][]; rows: Inline[][][]; widths: number[] };

/** Rendered Markdown as blocks for the press. */
export const blocksOf = (html: string): Block[] => blocks(parseMarkup(html));

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';
const inlineNames = new Set(['strong', 'em', 'code', 's', 'a', 'br']);

function blocks(nodes: XmlNode[]): Block[] {
  const found: Block[] = [];
  let loose: XmlNode[] = [];
  const settle = () => {
    if (loose.some((node) => textOf(node).trim() !== '')) found.push({ t: 'p', c: inlines(loose) });
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || inlineNames.has(node.name)) {
      loose.push(node);
      continue;
    }
    settle();
    found.push(...blockOf(node));
  }
  settle();
  return found;
}

function blockOf(element: XmlElement): Block[] {
  const { name, attributes, children } = element;
  if (name === 'p') return [{ t: 'p', c: inlines(children) }];
  if (/^h[2-6]$/.test(name)) return [{ t: 'h', level: Number(name[1]), c: inlines(children) }];
  if (name === 'ul' || name === 'ol') {
    return [{ t: name, items: children.filter(isElement).map((item) => blocks(item.children)) }];
  }
  if (name === 'blockquote') {
    const kind = /callout-(\w+)/.exec(attributes['class'] ?? '')?.[1] ?? 'quote';
    return [{ t: 'callout', kind, blocks: blocks(children) }];
  }
  if (name === 'figure') return [figure(children.filter(isElement))];
  if (name === 'table') return [table(element)];
  return blocks(children);
}

function figure([svg, caption]: XmlElement[]): Block {
  const alt = svg!.attributes['aria-label'] ?? '';
  const drawn = { ...svg!, attributes: { xmlns: svgNamespace, ...without(svg!, 'focusable', 'role', 'aria-label') } };
  const [, , width, height] = (svg!.attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
  return {
    ...{ t: 'figure', svg: printedDrawing(writeNode(drawn)), alt },
    ...{ caption: caption ? typographic(textOf(caption)) : '', ratio: height! / width! },
  };
}

function table(element: XmlElement): Block {
  const rows = all(element, 'tr').map((row) => row.children.filter(isElement));
  const lengths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => textOf(cells[column]!).length)));
  const [head, ...rest] = rows.map((cells) => cells.map((cell) => inlines(cell.children)));
  // A long column gets more room, but not as much more as it is longer.
  return { t: 'table', head: head!, rows: rest, widths: lengths.map((length) => Math.sqrt(Math.max(length, 8))) };
}

const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => (child.name === name ? [child] : all(child, name)));

function inlines(nodes: XmlNode[]): Inline[] {
  return nodes.map((node): Inline => {
    if (!isElement(node)) return { t: 'text', s: typographic(node.replace(/\s+/g, ' ')) };
    if (node.name === 'br') return { t: 'br' };
    if (node.name === 'a') return { t: 'a', href: node.attributes['href'] ?? '', c: inlines(node.children) };
    if (node.name === 'code') return { t: 'code', c: [{ t: 'text', s: textOf(node) }] };
    return { t: node.name === 'strong' ? 'strong' : node.name === 's' ? 's' : 'em', c: inlines(node.children) };
  });
}
