import { type ReadItem, readItem } from '../read-item.js';
import type { XmlElement } from '../source/element.js';
import type { Line } from '../source/lines.js';
import { xmlItems } from '../source/xml-items.js';
import { itemDraft } from './item-draft.js';
import { asQti2 } from './qti-element.js';
import { item12Draft } from './qti12-draft.js';

/** The items of one XML file of QTI 1.2, 2.1, 2.2 or 3.0. @throws DomainError import_refused */
export function* readQti(lines: Iterable<Line>, file?: string): Generator<ReadItem> {
  for (const { line, element, broken } of xmlItems(lines, ['item', 'assessmentItem', 'qti-assessment-item'])) {
    const read = element ? readQtiItem(element) : { line, name: '', notes: [], refused: broken! };
    yield file === undefined ? read : { ...read, file };
  }
}

/** One item, by the vocabulary its name belongs to. */
export function readQtiItem(element: XmlElement): ReadItem {
  const { ident, identifier, title = '' } = element.attributes;
  const id = identifier ?? ident;
  return readItem({ line: element.line, name: title.slice(0, 200) }, (notes) => ({
    ...(element.name === 'item' ? item12Draft(element, notes) : itemDraft(asQti2(element), notes)),
    ...(id && { id }),
  }));
}
