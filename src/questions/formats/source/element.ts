/** A part of an XML file, small enough to be held. Names are without prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  content: (XmlElement | string)[];
  line: number;
}

export const elements = ({ content }: XmlElement): XmlElement[] =>
  content.filter((each): each is XmlElement => typeof each !== 'string');

export const all = (element: XmlElement, ...names: string[]): XmlElement[] =>
  elements(element).filter(({ name }) => names.includes(name));

export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elements(element).find((each) => each.name === name);

/** All characters within, in order. */
export const textOf = (element: XmlElement | undefined): string =>
  element?.content.map((each) => (typeof each === 'string' ? each : textOf(each))).join('') ?? '';

/** The text of a child, trimmed; empty if there is none. */
export const fieldOf = (element: XmlElement, name: string): string => textOf(first(element, name)).trim();

/** Every element of these names, however deep, in order. */
export const deep = (element: XmlElement, ...names: string[]): XmlElement[] =>
  elements(element).flatMap((each) => [...(names.includes(each.name) ? [each] : []), ...deep(each, ...names)]);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element with its tags, as HTML: what is embedded as markup and what is embedded as text are read in one way. */
export const markupOf = (element: XmlElement): string => {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${element.name}${attributes.join('')}>${innerMarkup(element)}</${element.name}>`;
};

export const innerMarkup = ({ content }: XmlElement): string =>
  content.map((each) => (typeof each === 'string' ? escaped(each) : markupOf(each))).join('');
