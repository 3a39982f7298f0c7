import { textIn } from '../html/plain-text.js';
import type { Notes } from '../read-item.js';
import { all, first, textOf, type XmlElement } from '../source/element.js';

/** The text of a field in the format it names. */
export const textField = (element: XmlElement | undefined, notes: Notes): string => {
  if (!element) return '';
  if (all(element, 'file').length > 0) notes.add('A picture is left out.');
  return textIn(element.attributes.format, textOf(first(element, 'text')), notes);
};

export const isTrue = (text: string): boolean => text === '1' || text.toLowerCase() === 'true';
