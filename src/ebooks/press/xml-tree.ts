import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** The nodes of a piece of rendered Markdown. @throws Error when it is not well-formed */
export function parseMarkup(markup: string): XmlNode[] {
  const root: XmlElement = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)!.children.push(text));
  parser.write(`<body>${markup}</body>`).close();
  return (root.children[0] as XmlElement).children;
}

export function writeNode(node: XmlNode): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const inside = node.children.map(writeNode).join('');
  return inside
    ? `<${node.name}${attributes.join('')}>${inside}</${node.name}>`
    : `<${node.name}${attributes.join('')}/>`;
}

/** The attributes of an element but for these. */
export const without = ({ attributes }: XmlElement, ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

export const textOf = (node: XmlNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
