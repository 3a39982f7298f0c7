import type { Draft, Notes } from '../read-item.js';
import { marksOf } from '../numbers.js';
import { fieldOf, first, type XmlElement } from '../source/element.js';
import { textField } from './fields.js';

const mediaTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** An essay, or files handed in: examiners mark it by what the file tells graders. */
export function markedDraft(element: XmlElement, notes: Notes): Partial<Draft> {
  const rubric = wholeRubric(
    marksOf(fieldOf(element, 'defaultgrade')),
    textField(first(element, 'graderinfo'), notes),
    notes,
  );
  if (fieldOf(element, 'responseformat') === 'noinline') return filesOf(element, rubric, notes);
  if (Number(fieldOf(element, 'attachments')) !== 0) notes.add('Files beside the text are not asked for.');
  if (textField(first(element, 'responsetemplate'), notes)) notes.add('The text to start from is left out.');
  const limits = { min: countOf(element, 'minwordlimit'), max: countOf(element, 'maxwordlimit') };
  return { type: 'essay', rubric, ...((limits.min ?? limits.max) && { words: limits }) };
}

/** One criterion for the whole answer. */
export function wholeRubric(marks: number, says: string, notes: Notes) {
  notes.add('The rubric has one criterion, the whole answer: make it finer in the editor.');
  if (says.length > 300) notes.add('What graders are told is cut to 300 characters.');
  return [{ id: 'whole', criterion: says.slice(0, 300) || 'The answer as a whole', marks }];
}

function filesOf(element: XmlElement, rubric: object[], notes: Notes): Partial<Draft> {
  const asked = fieldOf(element, 'filetypeslist')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const accept = [...new Set(asked.flatMap((each) => mediaTypes[each.toLowerCase()] ?? []))];
  if (asked.some((each) => !mediaTypes[each.toLowerCase()])) notes.add('Only PDF, JPEG and PNG files are taken.');
  const most = Number(fieldOf(element, 'attachments'));
  if (most < 1 || most > 5) notes.add('At most five files are taken.');
  return { type: 'file', rubric, ...(accept.length > 0 && { accept }), maxFiles: most >= 1 ? Math.min(5, most) : 5 };
}

const countOf = (element: XmlElement, name: string): number | undefined => Number(fieldOf(element, name)) || undefined;
