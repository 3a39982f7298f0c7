import { wholeRubric } from '../moodle/examined.js';
import { marksOf } from '../numbers.js';
import type { Draft } from '../read-item.js';
import { all, type XmlElement } from '../source/element.js';
import { type Asking, markersText } from './asking.js';

/** A text for an examiner. */
export const writtenDraft = ({ item, interaction, notes }: Asking): Partial<Draft> => {
  if (interaction.attributes.expectedLength) notes.add('The expected length is left out.');
  return { type: 'essay', ...examined(item, notes) };
};

/** A file for an examiner. */
export function handedInDraft({ item, interaction, notes }: Asking): Partial<Draft> {
  const types = (interaction.attributes.type ?? '').split(/[\s,]+/).filter(Boolean);
  const taken = types.filter((each) => ['application/pdf', 'image/jpeg', 'image/png'].includes(each));
  if (taken.length < types.length) notes.add('Only PDF, JPEG and PNG files are taken.');
  return { type: 'file', ...(taken.length > 0 && { accept: taken }), ...examined(item, notes) };
}

function examined(item: XmlElement, notes: Asking['notes']) {
  const most = all(item, 'outcomeDeclaration').find(({ attributes }) => attributes.identifier === 'SCORE');
  const marks = marksOf(most?.attributes.normalMaximum ?? '1');
  return { marks, rubric: wholeRubric(marks, markersText(item, notes), notes) };
}
