import { plainText } from '../html/plain-text.js';
import type { Notes } from '../read-item.js';
import { deep, innerMarkup, textOf, type XmlElement } from '../source/element.js';
import type { Term } from './processing.js';

/** One interaction with its item. */
export interface Asking {
  item: XmlElement;
  interaction: XmlElement;
  term: Term | undefined;
  notes: Notes;
}

export const isForCandidates = ({ attributes }: XmlElement): boolean =>
  /candidate/.test(attributes.view ?? 'candidate');

/** What markers are told. */
export const markersText = (item: XmlElement, notes: Notes): string =>
  deep(item, 'rubricBlock')
    .filter((each) => !isForCandidates(each) && each.attributes.use !== 'glabella')
    .map((each) => (textOf(each).trim() ? plainText(innerMarkup(each), notes) : ''))
    .join('\n');
