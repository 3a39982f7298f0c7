import { acceptedOf, everyOption, multipleOf, singleOf, type Weighed } from '../choices.js';
import { decimalOf, marksOf } from '../numbers.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { all, fieldOf, first, textOf, type XmlElement } from '../source/element.js';
import { clozeOf } from './cloze-syntax.js';
import { markedDraft } from './examined.js';
import { matchingOf, orderingOf, selectedGapsOf } from './arranged.js';
import { isTrue, textField } from './fields.js';
import { numericalOf } from './numerical.js';

/** What a question of Moodle is in our types. @throws ItemRefused */
export function moodleDraft(element: XmlElement, notes: Notes): Draft {
  const type = element.attributes.type ?? '';
  const read = readers[type];
  if (!read) return refuse(reasons[type] ?? `The type “${type}” is not known here.`);
  const text = textField(first(element, 'questiontext'), notes);
  const own = read(element, notes, text);
  if (type === 'multianswer') return { text, ...own } as Draft;
  return { text, marks: marksOf(fieldOf(element, 'defaultgrade')), ...feedbackOf(element, notes), ...own } as Draft;
}

const readers: Record<string, (element: XmlElement, notes: Notes, text: string) => Partial<Draft>> = {
  multichoice: (element, notes) =>
    isTrue(fieldOf(element, 'single') || 'true')
      ? singleOf(answersOf(element, notes), notes)
      : multipleOf(answersOf(element, notes)),
  multichoiceset: (element, notes) => everyOption(answersOf(element, notes)),
  truefalse: (element, notes) => {
    const right = answersOf(element, notes).filter(({ percent }) => Number(percent) === 100);
    if (right.length !== 1 || !/^(true|false)$/i.test(right[0]!.text))
      refuse('It is not said whether it is true or false.');
    return { type: 'trueFalse', answer: right[0]!.text.toLowerCase() === 'true' };
  },
  shortanswer: (element, notes) => ({
    type: 'shortAnswer',
    accept: acceptedOf(answersOf(element, notes), notes),
    ...(isTrue(fieldOf(element, 'usecase')) && { caseSensitive: true }),
  }),
  numerical: numericalOf,
  matching: matchingOf,
  ordering: orderingOf,
  gapselect: (element, notes, text) => selectedGapsOf(element, notes, text, 'selectoption'),
  ddwtos: (element, notes, text) => selectedGapsOf(element, notes, text, 'dragbox'),
  multianswer: (_element, notes, text) => clozeOf(text, notes),
  essay: markedDraft,
};

const reasons: Record<string, string> = {
  description: 'It is a text without a question.',
  calculated: 'Calculated questions have formulas of their own, which are not read.',
  calculatedsimple: 'Calculated questions have formulas of their own, which are not read.',
  calculatedmulti: 'Calculated questions have formulas of their own, which are not read.',
  randomsamatch: 'A question drawn from others is not one question.',
  random: 'A question drawn from others is not one question.',
  ddmarker: 'Questions on pictures are drawn anew in the editor.',
  ddimageortext: 'Questions on pictures are drawn anew in the editor.',
};

/** The answers with their percentages. */
const answersOf = (element: XmlElement, notes: Notes): Weighed[] =>
  all(element, 'answer').map((answer) => ({
    text: textField(answer, notes),
    percent: decimalOf(answer.attributes.fraction ?? '0', 'The percentage'),
  }));

/** What is said to one answer alone joins what is said to all. */
function feedbackOf(element: XmlElement, notes: Notes): { feedback?: string } {
  const said = all(element, 'answer').flatMap((answer) => {
    const feedback = textField(first(answer, 'feedback'), notes);
    return feedback ? [`${textField(answer, notes)}: ${feedback}`] : [];
  });
  if (['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].some((name) => isTelling(element, name)))
    notes.add('What is said to right, partly right and wrong answers in general is left out.');
  return said.length > 0 ? { feedback: said.join('\n') } : {};
}

/** Moodle fills these fields with "Your answer is correct." and the like: only other words are a loss. */
const isTelling = (element: XmlElement, name: string): boolean => {
  const words = textOf(first(first(element, name), 'text'))
    .replaceAll(/<[^>]*>/g, '')
    .trim();
  return words !== '' && !/^Your answer is (partially correct|correct|incorrect)\.?$/.test(words);
};
