import type { AuthoredQuestion } from '../../authored.js';
import { believed } from '../exporting/exported.js';
import { fileRefused } from '../refusals.js';
import { type Draft, Notes, type ReadItem, readItem } from '../read-item.js';
import { all, fieldOf, first, type XmlElement } from '../source/element.js';
import type { Line } from '../source/lines.js';
import { xmlItems } from '../source/xml-items.js';
import { plainText } from '../html/plain-text.js';
import { textField } from './fields.js';
import { moodleDraft } from './moodle-draft.js';
import { writeMoodle } from './write-moodle.js';

/** The questions of a Moodle XML file, one after the other. @throws DomainError import_refused */
export function* readMoodle(lines: Iterable<Line>): Generator<ReadItem> {
  let topic: string | undefined;
  for (const { line, element, broken } of xmlItems(lines, ['question'])) {
    if (!element) {
      yield { line, name: '', notes: [], refused: broken! };
    } else if (element.attributes.type === 'category') {
      topic = categoryOf(element) ?? topic;
    } else {
      yield readQuestion(element, topic);
    }
  }
}

/** One question; `topic` is its category. */
export function readQuestion(element: XmlElement, topic: string | undefined): ReadItem {
  const name = fieldOf(first(element, 'name') ?? element, 'text') || fieldOf(element, 'idnumber');
  const title = (/[<&]/.test(name) ? name.replaceAll(/<[^>]*>/g, '') : name).slice(0, 200);
  return readItem({ line: element.line, name: title }, (notes) => {
    const native = nativeDraft(element, notes);
    const carried = fieldOf(element, 'glabella');
    const draft = carried === '' ? native : believed(carried, native, rewritten);
    if (draft !== native) notes.list.length = 0;
    return { ...draft, ...(topic && { topic }) };
  });
}

/** What a question is once it was written by us and read again. */
function rewritten(question: AuthoredQuestion): Draft {
  const [item] = xmlItems([{ number: 1, text: writeMoodle(question, new Notes()) }], ['question']);
  return nativeDraft(item!.element!, new Notes());
}

/** What the format itself says. @throws ItemRefused */
function nativeDraft(element: XmlElement, notes: Notes): Draft {
  const draft = moodleDraft(element, notes);
  const idnumber = fieldOf(element, 'idnumber');
  const feedback = [textField(first(element, 'generalfeedback'), notes), draft.feedback].filter(Boolean).join('\n');
  if (all(element, 'hint').length > 0) notes.add('Hints are left out.');
  if (['0', 'false'].includes(fieldOf(element, 'shuffleanswers')))
    notes.add('The order of its parts is drawn anew for each paper.');
  return { ...draft, ...(idnumber && { id: idnumber }), ...(feedback ? { feedback } : {}) };
}

/** `$course$/top/Dilution/Vials` → `Vials`. */
function categoryOf(element: XmlElement): string | undefined {
  const path = fieldOf(first(element, 'category') ?? element, 'text');
  if (path.length > 2000) throw fileRefused('The name of a category is longer than 2,000 characters.', element.line);
  const last = path.split(/(?<!\/)\/(?!\/)/).at(-1) ?? '';
  const name = plainText(last.replaceAll('//', '/'), new Notes()).slice(0, 80);
  return name === 'top' || name === '' ? undefined : name;
}
