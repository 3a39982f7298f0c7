import type { AuthoredQuestion } from '../../authored.js';
import { believed } from '../exporting/exported.js';
import { type Draft, Notes, type ReadItem, readItem } from '../read-item.js';
import { deep, textOf, type XmlElement } from '../source/element.js';
import type { Line } from '../source/lines.js';
import { xmlItems } from '../source/xml-items.js';
import { itemDraft } from './item-draft.js';
import { asQti2 } from './qti-element.js';
import { item12Draft } from './qti12-draft.js';
import { writeQti } from './write-qti.js';

/** The items of one XML file of QTI 1.2, 2.1, 2.2 or 3.0. @throws DomainError import_refused */
export function* readQti(lines: Iterable<Line>, file?: string): Generator<ReadItem> {
  for (const { line, element, broken } of xmlItems(lines, ['item', 'assessmentItem', 'qti-assessment-item'])) {
    const read = element ? readQtiItem(element) : { line, name: '', notes: [], refused: broken! };
    yield file === undefined ? read : { ...read, file };
  }
}

/** One item, by the vocabulary its name belongs to. */
function readQtiItem(element: XmlElement): ReadItem {
  const { title = '' } = element.attributes;
  return readItem({ line: element.line, name: title.slice(0, 200) }, (notes) => {
    const native = nativeDraft(element, notes);
    const carried = deep(element, 'qti-rubric-block').find(({ attributes }) => attributes.use === 'glabella');
    const draft = carried ? believed(textOf(carried), native, rewritten) : native;
    if (draft !== native) notes.list.length = 0;
    return draft;
  });
}

/** What the format itself says. @throws ItemRefused */
function nativeDraft(element: XmlElement, notes: Notes): Draft {
  const { ident, identifier } = element.attributes;
  const id = identifier ?? ident;
  const draft = element.name === 'item' ? item12Draft(element, notes) : itemDraft(asQti2(element), notes);
  return { ...draft, ...(id && { id }) };
}

/** What a question is once it was written by us and read again. */
function rewritten(question: AuthoredQuestion): Draft {
  const [item] = xmlItems([{ number: 1, text: writeQti(question, new Notes()) }], ['qti-assessment-item']);
  return nativeDraft(item!.element!, new Notes());
}
