import { fileRefused } from '../refusals.js';
import { Notes, type ReadItem, readItem } from '../read-item.js';
import { all, fieldOf, first, type XmlElement } from '../source/element.js';
import type { Line } from '../source/lines.js';
import { xmlItems } from '../source/xml-items.js';
import { plainText } from '../html/plain-text.js';
import { textField } from './fields.js';
import { moodleDraft } from './moodle-draft.js';

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
    const draft = moodleDraft(element, notes);
    const idnumber = fieldOf(element, 'idnumber');
    const feedback = [textField(first(element, 'generalfeedback'), notes), draft.feedback].filter(Boolean).join('\n');
    if (all(element, 'hint').length > 0) notes.add('Hints are left out.');
    if (fieldOf(element, 'shuffleanswers') === '0' || fieldOf(element, 'shuffleanswers') === 'false')
      notes.add('The order of its parts is drawn anew for each paper.');
    return {
      ...draft,
      ...(idnumber && { id: idnumber }),
      ...(topic && { topic }),
      ...(feedback ? { feedback } : { feedback: undefined }),
    };
  });
}

/** `$course$/top/Dilution/Vials` → `Vials`. */
function categoryOf(element: XmlElement): string | undefined {
  const path = fieldOf(first(element, 'category') ?? element, 'text');
  if (path.length > 2000) throw fileRefused('The name of a category is longer than 2,000 characters.', element.line);
  const last = path.split(/(?<!\/)\/(?!\/)/).at(-1) ?? '';
  const name = plainText(last.replaceAll('//', '/'), new Notes()).slice(0, 80);
  return name === 'top' || name === '' ? undefined : name;
}
