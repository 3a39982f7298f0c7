import { elements, type XmlElement } from '../source/element.js';

/** One vocabulary for all versions: `qti-choice-interaction` of 3.0 reads as `choiceInteraction` of 2.x. */
export const asQti2 = (element: XmlElement): XmlElement => ({
  name: camel(element.name.replace(/^qti-/, '')),
  attributes: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [camel(name), value])),
  content: element.content.map((each) => (typeof each === 'string' ? each : asQti2(each))),
  line: element.line,
});

const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The same element where each one within that `by` knows is replaced by what it gives. */
export const replaced = (element: XmlElement, by: (each: XmlElement) => string | undefined): XmlElement => ({
  ...element,
  content: element.content.map((each) => (typeof each === 'string' ? each : (by(each) ?? replaced(each, by)))),
});

/** Elements that ask something, in order. */
export const interactionsIn = (element: XmlElement): XmlElement[] =>
  elements(element).flatMap((each) => (each.name.endsWith('Interaction') ? [each] : interactionsIn(each)));
